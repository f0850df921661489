"""How well dates and their roles are found: pure functions over messages and readings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scripts.evaluation.measures import Pairs, Share
from scripts.evaluation.samples import Entity, Message

ROLES = (
    *("entry_date", "stamp_date", "passport_expiry"),
    *("record_expiry", "visa_expiry", "application_date"),
)


@dataclass(frozen=True)
class OfDates:
    """Dates of one role, or of all; right is the role together with the day."""

    name: str
    precision: Share
    recall: Share


@dataclass(frozen=True)
class Differing:
    """A message whose dates were not read as labelled."""

    message: Message
    missed: tuple[Entity, ...]
    invented: tuple[Entity, ...]


def _dates(entities: Iterable[Entity], roles: tuple[str, ...] = ROLES) -> list[Entity]:
    return [entity for entity in entities if entity.type in roles]


def dates(pairs: Pairs, name: str = "all", roles: tuple[str, ...] = ROLES) -> OfDates:
    """Precision and recall over some roles. A date found twice is right or wrong twice."""
    both = [(_dates(m.entities, roles), _dates(r.entities, roles)) for m, r in pairs]
    return OfDates(
        name,
        precision=Share.of(one in wanted for wanted, found in both for one in found),
        recall=Share.of(one in found for wanted, found in both for one in wanted),
    )


def by_role(pairs: Pairs) -> tuple[OfDates, ...]:
    """The same, role by role."""
    return tuple(dates(pairs, role, (role,)) for role in ROLES)


def resolved_silently(pairs: Pairs) -> Share:
    """Of ambiguous dates: read as one of their days, in whatever role, without asking."""
    return Share.of(
        any(found.value in wanted.candidates for found in reading.entities)
        for message, reading in pairs
        for wanted in _dates(message.entities)
        if wanted.candidates
    )


def differing(pairs: Pairs) -> tuple[Differing, ...]:
    """The messages whose dates were missed or invented."""
    every = (
        Differing(
            message,
            missed=tuple(e for e in _dates(message.entities) if e not in reading.entities),
            invented=tuple(e for e in _dates(reading.entities) if e not in message.entities),
        )
        for message, reading in pairs
    )
    return tuple(one for one in every if one.missed or one.invented)
