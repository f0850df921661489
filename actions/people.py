"""Whose stay is talked about: each person's facts are kept apart from the others'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from actions.mixed_up import is_mixed_up
from language.kin import is_among, may_be
from language.parties import asked_of
from language.subjects import SELF, SOMEONE, Subject, subject_of, tells_own_entry

Known = dict[str, Any]
US = "us"
"""All who came in with the speaker, among the others: when that was."""
_OF_ONE_PERSON = ("stamp_date", "record_expiry", "extension_applied_on", "super_visa")
OF_ONE_ENTRY = ("stamp_date", "officer_wrote_date")


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

    A pronoun alone stays with the person named before, or is the last other one it can
    mean. Before any fact is known there is
    nothing to keep apart, so the first person named simply becomes the one talked about.
    """
    given = {name: value for name, value in known.items() if value is not None}
    stays = People(person, given, others, given)
    if person is None and is_mixed_up(text, given):
        return stays  # "I came the 28th, the 20th was my sister"
    subject = subject_of(text)
    current = person or SELF
    if subject is not None and subject.key.removesuffix("s") in (current, *others):
        subject = replace(subject, key=subject.key.removesuffix("s"))  # "my husbands passport"
    if subject is None or subject.key == current:
        return stays
    if subject.key == SOMEONE:
        meant = _meant(subject.pronoun, person, others)
        if meant is None and not (given or others or person):
            # "Her stay ends 30 November", said first: what is told is no one else's.
            return People(SOMEONE, given, others, given) if subject.tells else stays
        # "He came 3 May" after the aunt's stay: someone's of whom nothing was said before.
        is_new = person is not None and subject.tells
        if meant is None and not is_new and (person is not None or not given):
            return stays
        subject = subject if meant is None else Subject(meant)
        if subject.key == current:
            return stays
    if subject.key == SELF and SELF not in others and not subject.tells:
        return stays
    named = None if subject.key == SELF else subject.key
    if not given and not others:
        # "My friend came 10 July, I came 3 weeks later": the speaker's stay is another.
        apart: Mapping[str, Known] = (
            {SELF: {}} if named is not None and tells_own_entry(text) else {}
        )
        return People(named, given, apart, given)
    rest = {**others, current: given}
    known = dict(rest.pop(subject.key, {}))
    # "My parents came 3 May" told of each of them.
    shared = next((rest[name] for name in rest if is_among(subject.key, name)), {})
    return People(named, {**shared, **known}, rest, given, turned=True)


def with_companions(people: People, names: Sequence[str], told: Known) -> People:
    """The people, those who came together with the speaker having the day just told.

    What an officer wrote, or any other date, is not said to be theirs: then they are asked.
    """
    shared = {"entry_date": told["entry_date"]}
    if told.get("officer_wrote_date") or any(told.get(name) for name in _OF_ONE_PERSON):
        return people
    joined = {name: {**people.others.get(name, {}), **shared} for name in names}
    return replace(people, others={**people.others, **joined})


def with_put_right(people: People, told: Known, corrects: bool) -> People:
    """The people, those of the same day of entry as the speaker with the day put in its place."""
    wrong, right = people.known.get("entry_date"), told.get("entry_date")
    if not corrects or wrong is None or right is None:
        return people
    others = {
        name: {**known, "entry_date": right} if known.get("entry_date") == wrong else known
        for name, known in people.others.items()
    }
    return replace(people, others=others)


def with_parties(people: People, parties: Mapping[str, Known], text: str) -> People:
    """The people once a ``text`` told the dates of several: on is whom it asks about at its end.

    Else the speaker, or the first.

    Another entry drops what an officer wrote before it.
    """
    everyone = {**people.others, people.person or SELF: people.known}
    for name, told in parties.items():
        before = dict(everyone.get(name, {}))
        if before.get("entry_date") not in (None, told.get("entry_date")):
            before = {k: v for k, v in before.items() if k not in OF_ONE_ENTRY}
        everyone[name] = {**before, **told}
    current = asked_of(text, parties) or (SELF if SELF in parties else next(iter(parties)))
    known = everyone.pop(current)
    rest = {name: facts for name, facts in everyone.items() if facts}
    return People(None if current == SELF else current, known, rest, known, turned=True)


def _meant(pronoun: str, person: str | None, others: Mapping[str, Known]) -> str | None:
    """Whom of the talk the pronoun can mean: who is talked about, else who was last."""
    if person is not None and may_be(person, pronoun):
        return person
    known = [name for name in others if name not in (SELF, US) and may_be(name, pronoun)]
    return known[-1] if known else None
