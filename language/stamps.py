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
_IS = r"(?: (?:is|was|says?|shows?|reads?|has|from|of|on|the|dated))*[\s:,(=]*$"
_NEW = re.compile(
    r"\b(?:new(?:er|est)?|latest|last|recent|second|2nd|current) (?:(?:entry|arrival) )?"
    rf"stamp{_IS}",
    re.I,
)
_OLD = re.compile(
    rf"\b(?:old(?:er|est)?|previous|first|1st|earlier|former)(?: (?:one|(?:entry )?stamp))?{_IS}",
    re.I,
)
# "5 June printed, 5 December by hand": the machine's is of coming.
_PRINTED = re.compile(
    r"\s*(?:(?:is|was|it'?s) )?(?:printed|(?:machine )?stamped|"
    r"(?:in|on|from|by) (?:the |my |a )?(?:stamp|machine|kiosk))\b",
    re.I,
)
# "Stamped 5 June, the boarding pass says 4 June": the stamp tells the day.
_TICKET = re.compile(r"boarding (?:pass|card)")
_REACH = 40
_STAMPED = frozenset(
    {None, DateRole.ENTRY_DATE, DateRole.STAMP_DATE, DateRole.STAMPED, DateRole.OTHER}
)


def stamped_twice(text: str, judged: Sequence[Owned]) -> list[Owned]:
    """The dates, those of two stamps as two entries where they are said in their order."""
    found = _without_tickets([_printed(text, one, judged) for one in judged])
    found = _new_and_old(text, found)
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


def _printed(text: str, one: Owned, judged: Sequence[Owned]) -> Owned:
    """The date; the printed one beside what a hand wrote is of coming."""
    by_hand = any(other.date.role is DateRole.STAMP_DATE for other in judged if other is not one)
    if one.date.role is not None or not by_hand or not _PRINTED.match(text, one.date.end):
        return one
    return replace(one, date=replace(one.date, role=DateRole.ENTRY_DATE, tense=Tense.PAST))


def _without_tickets(judged: Sequence[Owned]) -> list[Owned]:
    """The dates; what a ticket shows is no day of coming where a stamp or its owner tells it."""
    tickets = [one.cue is not None and _TICKET.match(one.cue.text) for one in judged]
    told = [one for one, shown in zip(judged, tickets, strict=True) if not shown]
    if all(one.date.role not in (DateRole.ENTRY_DATE, DateRole.STAMPED) for one in told):
        return list(judged)
    return [
        replace(one, date=replace(one.date, role=DateRole.OTHER)) if shown else one
        for one, shown in zip(judged, tickets, strict=True)
    ]


def _new_and_old(text: str, judged: list[Owned]) -> list[Owned]:
    """The dates; of a new stamp and an old one the old is of an earlier coming."""
    if len(judged) != 2 or _NO_ENTRIES.search(text):
        return judged
    if any(one.date.role not in _STAMPED for one in judged):
        return judged
    starts = [one.date.start for one in judged]
    told = [text[max(0, start - _REACH) : start] for start in starts]
    new = [index for index, said in enumerate(told) if _NEW.search(said)]
    old = [index for index, said in enumerate(told) if _OLD.search(said)]
    if len(new) != 1 or len(old) != 1 or new == old:
        return judged
    at, before = new[0], old[0]
    shown = replace(judged[at].date, role=DateRole.STAMPED, tense=None, bare=True)
    earlier = replace(judged[before].date, role=DateRole.EARLIER_ENTRY, tense=Tense.PAST)
    judged[at] = replace(judged[at], date=shown)
    judged[before] = replace(judged[before], date=earlier)
    return judged


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
