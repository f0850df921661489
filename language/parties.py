"""Several people's own dates told in one message, each kept with its owner."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from language.context import Context, context
from language.cues import Whose, people
from language.date_grammar import said_dates
from language.kin import is_pronoun, may_be, name_of
from language.lone_days import lacks_month
from language.owners import Owned
from language.retractions import takes_back
from language.roles import judged
from language.said_dates import DateForm, DateRole, SaidDate, Tense
from language.subjects import SELF, companions

_ENDS = ({frozenset({DateRole.RECORD_EXPIRY})}, {frozenset({DateRole.STAMP_DATE})})
"""What may be told of each without an entry: "my record ends 5 May, hers on 9 June"."""
_NO_FACT = (DateRole.OTHER, DateRole.EARLIER_ENTRY)


TOGETHER = frozenset({"we", "we've", "both of us", "all of us"})
_OF_ARRIVING = re.compile(
    r"\b(?:stamps?|enter|entry|came|come|arriv|land|leave|stay|follow|joined)", re.I
)
_DIRECTLY = re.compile(r"(?:'s)?[\s:,]*(?:(?:was|only|just|is) ){0,2}(?:on )?(?:the )?", re.I)
# "No wait, my wife came 5 May and I came 9 May": what is put right is told whole.
_BEGINS = re.compile(
    r"\A\W*(?:(?:oh|ah|ay|no|nope|wait|sorry|oops|actually|correction|rather|well|ok(?:ay)?|so|"
    r"i meant?|(?:my )?(?:mistake|bad|error)|i was wrong|hold on|hang on)\b[\s,.:;!-]*){1,6}",
    re.I,
)
_LAST_QUESTION = re.compile(r"(?:^|[.!?;\n])([^.!?;\n]+)\?\s*$")
_ACTUALLY = re.compile(r"\bactually\b", re.I)


def _in_the_month(dates: Sequence[SaidDate]) -> tuple[SaidDate, ...]:
    """The dates, days alone put in the one month named: "she came the 9th, he on 27 July"."""
    months = {(date.month, date.year) for date in dates if date.month and date.day}
    if len(months) != 1:
        return tuple(dates)
    month, year = months.pop()
    return tuple(
        replace(one, form=DateForm.CALENDAR, month=month, year=year) if lacks_month(one) else one
        for one in dates
    )


def asked_of(text: str, names: Collection[str]) -> str | None:
    """Whom of ``names`` alone the question at the end of ``text`` names: "so for papa?"."""
    asks = _LAST_QUESTION.search(text)
    asked = people(asks[1]) if asks else ()
    meant = {
        name
        for one in asked
        for name in names
        if name == name_of(one.text)
        or (name != SELF and is_pronoun(one.text) and may_be(name, one.text))
    }
    return meant.pop() if len(meant) == 1 and all(p.kind is Whose.OTHER for p in asked) else None


def _beside(message: Context, one: Owned) -> Owned:
    """ "Me 4 October, my friend 14 October", in talk of arriving or leaving: days of entry.

    They still have to lie behind.
    """
    date = one.date
    plain = date.role is None and one.whose is None and date.form is DateForm.CALENDAR
    if not plain or not _OF_ARRIVING.search(message.text):
        return one
    before = [person for person in message.people if person.end <= date.start]
    if not before or not _DIRECTLY.fullmatch(message.text, before[-1].end, date.start):
        return one
    entered = replace(date, role=DateRole.ENTRY_DATE, tense=Tense.REPORTED)
    return replace(one, date=entered, whose=before[-1].kind, person=before[-1].text)


def _of_teller(message: Context, one: Owned) -> Owned:
    """ "Came 4 October, my friend 14 October": who came before anyone is named tells it."""
    entered = one.date.role is DateRole.ENTRY_DATE and one.whose is None
    first = all(person.start > one.date.start for person in message.people)
    return replace(one, whose=Whose.SELF, person="i") if entered and first else one


def _called(person: str, joined: Sequence[str]) -> str:
    """The name of a person; a pronoun is of the one who came along: "me and my wife, her ..."."""
    meant = [name for name in joined if may_be(name, person)]
    return name_of(person) or (meant[0] if len(meant) == len(joined) == 1 else "")


def came_together(text: str) -> bool:
    """Whether a day of entry is told of several who came with the speaker: "we entered"."""
    dates = said_dates(text)
    found = judged(context(text, dates), dates) if dates else []
    return any(
        one.date.role is DateRole.ENTRY_DATE and one.whose is Whose.SELF and _several(one.person)
        for one in found
    )


def _several(person: str | None) -> bool:
    return person is not None and (person in TOGETHER or " " in person)


def parties_of(text: str) -> Mapping[str, tuple[SaidDate, ...]]:
    """The dates of each of two people or more, by how they are called, in the order said.

    Empty where a date may be anyone's, or one person has two of a role: then it is asked.
    """
    dates = _in_the_month(said_dates(text))
    if len(dates) < 2 or takes_back(_ACTUALLY.sub(" ", _BEGINS.sub("", text))):
        return {}
    message = context(text, dates)
    joined = companions(text)
    found: dict[str, list[SaidDate]] = {}
    shared: list[SaidDate] = []
    for judgement in judged(message, dates):
        one = _of_teller(message, _beside(message, judgement))
        if one.date.role in _NO_FACT:
            continue
        together = one.person in TOGETHER or (one.whose is Whose.SELF and " " in (one.person or ""))
        if together and one.date.role is DateRole.ENTRY_DATE:
            shared.append(one.date)
        name = SELF if one.whose is Whose.SELF else _called(one.person or "", joined)
        if one.date.role is None or one.whose is None or not name:
            return {}
        told = found.setdefault(name, [])
        if any(date.role is one.date.role for date in told):
            return {}
        told.append(one.date)
    for told in found.values():
        roles = {date.role for date in told}
        told += [date for date in shared if date.role not in roles]
    entered = [any(d.role is DateRole.ENTRY_DATE for d in told) for told in found.values()]
    roles_told = {frozenset(date.role for date in told) for told in found.values()}
    if len(found) < 2 or not (all(entered) or roles_told in _ENDS):
        return {}
    return {name: tuple(told) for name, told in found.items()}
