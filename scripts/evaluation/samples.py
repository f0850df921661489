"""Messages, readings and conversations as typed values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Entity:
    """A date or fact, with its day resolved; an ambiguous date has candidates instead."""

    type: str
    value: str | None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Message:
    """A message kept apart from training, with what a person says it means."""

    id: str
    text: str
    label: str
    also: tuple[str, ...] = ()
    """Other topics that would be right as well."""
    entities: tuple[Entity, ...] = ()
    kind: str = ""

    @property
    def right(self) -> frozenset[str]:
        """Every topic that is a right answer."""
        return frozenset((self.label, *self.also))


@dataclass(frozen=True)
class Guess:
    """A topic and its chance."""

    name: str
    chance: float


@dataclass(frozen=True)
class Reading:
    """What scripts/understand says of a message."""

    intent: str
    decision: str
    alternatives: tuple[Guess, ...] = ()
    """The likeliest topic first."""
    entities: tuple[Entity, ...] = ()


@dataclass(frozen=True)
class Turn:
    """What a person says in a conversation, and what the reply must be."""

    number: int
    user: str
    label: str
    behaviour: str = ""
    dates: tuple[dt.date, ...] = ()
    forbidden_dates: tuple[dt.date, ...] = ()
    numbers: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    """For a person to look for in the reply, as are those it must not make."""
    forbidden_points: tuple[str, ...] = ()


@dataclass(frozen=True)
class Talk:
    """One conversation."""

    id: str
    title: str
    today: dt.date
    turns: tuple[Turn, ...]
