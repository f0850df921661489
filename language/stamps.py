"""Two stamps in one passport, of which the later counts, and writing that is no officer's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from language.cues import Cue
from language.number_order import tells_how_one_writes
from language.owners import Owned
from language.said_dates import DateForm, DateRole, SaidDate, Tense

_TWO = re.compile(
    r"\b(?:two|2|both|couple of) (?:\w+ ){0,2}stamps\b|\bstamped (?:twice|two times|2 times)\b",
    re.I,
)
# What an officer wrote beside a stamp is no second stamp.
_NO_ENTRIES = re.compile(
    r"\b(?:wr[oi]t\w*|by hand|hand ?wr\w*|pen|ink|until|till?|leave|exit|out|valid|expir\w*|"
    r"extension|record|visa stamps?)\b",
    re.I,
)
# "Which of the entry stamps is valid?" asks of entries all the same.
_ENTRY_STAMPS = re.compile(r"\b(?:entry|arrival|poe) stamps\b", re.I)
_AND = re.compile(
    r"[\s,:;(]*(?:(?:and|&|\+|then|plus|other|one|the|is|was|says?|from|of|on|for|second|2nd)\b"
    r"[\s,:;]*){0,6}",
    re.I,
)
_STAMPED = frozenset(
    {None, DateRole.ENTRY_DATE, DateRole.STAMP_DATE, DateRole.STAMPED, DateRole.OTHER}
)


def stamped_twice(text: str, judged: Sequence[Owned]) -> list[Owned]:
    """The dates, those of two stamps as two entries where they are said in their order."""
    found = list(judged)
    two = _TWO.search(text)
    named = _ENTRY_STAMPS.search(text)
    days = [index for index, one in enumerate(found) if one.date.form is DateForm.CALENDAR]
    told = _NO_ENTRIES.search(text if named is None else text.replace("valid", " "))
    if len(days) != 2 or two is None or told:
        return found
    at, then = days
    first, second = found[at].date, found[then].date
    joined = _AND.fullmatch(text, first.end, second.start)
    left = found[then].cue  # "because I went to Seattle": told of the days between
    beside = left is not None and left.kind is Cue.LEFT and left.start >= second.end
    known = first.role in _STAMPED and (second.role in _STAMPED or beside)
    if not (joined and known and two.start() < first.start and _follow(first, second)):
        return found
    entered = replace(first, role=DateRole.EARLIER_ENTRY, tense=Tense.PAST)
    found[at] = replace(found[at], date=entered)
    found[then] = replace(found[then], date=replace(second, role=DateRole.ENTRY_DATE, tense=None))
    return found


def by_an_officer(text: str, judged: Sequence[Owned]) -> list[Owned]:
    """The dates, none an officer's where its owner only tells how they write dates."""
    if not tells_how_one_writes(text):
        return list(judged)
    return [
        replace(one, date=replace(one.date, role=None))
        if one.date.role is DateRole.STAMP_DATE
        else one
        for one in judged
    ]


def _follow(first: SaidDate, second: SaidDate) -> bool:
    """Whether both are days of a calendar, the second after the first."""
    if any(one.form is not DateForm.CALENDAR or not one.day for one in (first, second)):
        return False
    if (first.year is None) is not (second.year is None):
        return False
    days = [(one.year or 0, one.month or 0, one.day or 0) for one in (first, second)]
    return days[0] < days[1]
