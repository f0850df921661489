"""Whose stay is talked about: each person's facts are kept apart from the others'."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from language.subjects import SELF, SOMEONE, subject_of

Known = dict[str, Any]


@dataclass(frozen=True)
class People:
    """The person talked about, their facts, and the facts of everyone else so far."""

    person: str | None
    """How they are called ("wife"); ``None`` for the speaker, or before anyone is named."""
    known: Known
    others: Mapping[str, Known]
    known_before: Known
    """The facts of whom the talk was about before this message."""
    turned: bool = False
    """Whether this message turned to another person."""


def people_of(
    text: str, person: str | None, known: Mapping[str, Any], others: Mapping[str, Known]
) -> People:
    """Whom `text` is about, given whom the talk was about and what is known of everyone.

    A pronoun alone stays with the person named before. Before any fact is known there is
    nothing to keep apart, so the first person named simply becomes the one talked about.
    """
    given = {name: value for name, value in known.items() if value is not None}
    stays = People(person, given, others, given)
    subject = subject_of(text)
    current = person or SELF
    if subject is None or subject.key == current:
        return stays
    if subject.key == SOMEONE and (person is not None or not given):
        return stays
    if subject.key == SELF and SELF not in others and not subject.tells:
        return stays
    named = None if subject.key == SELF else subject.key
    if not given and not others:
        return People(named, given, others, given)
    rest = {**others, current: given}
    return People(named, dict(rest.pop(subject.key, {})), rest, given, turned=True)
