"""Which of several days of entry counts: the last, once the person tells of coming back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from language.day_trips import is_day_trip, is_pending
from language.owners import Owned
from language.said_dates import DateRole, SaidDate, Tense
from language.tenses import ENDS_OF_STAY
from language.witnesses import OF_APPLYING

_AGAIN = re.compile(r"\b(?:back|again|re[ -]?ent\w*|return\w*|this time|second time)\b", re.I)
_TWICE = re.compile(
    r"\b(?:twice|(?:two|2|both|three|3) (?:times|entries|stamps|visits|trips|arrivals)|"
    r"second (?:time|entry|stamp))\b",
    re.I,
)
_LATEST = re.compile(
    r"\b(?:last|latest|most recent(?:ly)?|newest|second|2nd|current|back)\s+(?:\w+\s+)?$", re.I
)
_REACH = 12


def last_entry(
    text: str, judged: Sequence[Owned], dates: Sequence[SaidDate]
) -> tuple[SaidDate, ...]:
    """The dates, the entries before the last return ``EARLIER_ENTRY``.

    Two entries without a word of coming back stay two: the person is asked.
    """
    pending = is_pending(text)
    dates = _without_plans([_after_trip(text, date, pending) for date in dates])
    entries = [n for n, date in enumerate(dates) if date.role is DateRole.ENTRY_DATE]
    returns = [n for n in entries if _is_return(text, judged[n])]
    if not returns and _TWICE.search(text) and _in_order([dates[n] for n in entries]):
        returns = entries[-1:]
    if not returns or returns[-1] != entries[-1]:
        return tuple(dates)
    return tuple(
        replace(date, role=DateRole.EARLIER_ENTRY, tense=date.tense or Tense.PAST)
        if n in entries[:-1]
        else date
        for n, date in enumerate(dates)
    )


def _after_trip(text: str, date: SaidDate, pending: bool) -> SaidDate:
    """A day spent abroad ends with an entry, or leaves while an application is ``pending``."""
    away, back = DateRole.LEFT_CANADA_ON, DateRole.ENTRY_DATE
    told = date.role in (None, DateRole.OTHER, away, back)
    if not told or (date.role is back and not pending) or not is_day_trip(text, date):
        return date
    return replace(date, role=away if pending else back, tense=None)


def _in_order(entries: Sequence[SaidDate]) -> bool:
    """Whether days of one year, told or not, follow each other as they are said."""
    days = [(one.year or 0, one.month or 0, one.day or 0) for one in entries]
    return len({one.year for one in entries}) == 1 and days == sorted(days) and 0 not in days[0][1:]


def _without_plans(dates: Sequence[SaidDate]) -> Sequence[SaidDate]:
    """An entry only planned is none beside one that happened, or beside a stay applied for."""
    entries = [date for date in dates if date.role is DateRole.ENTRY_DATE]
    begun = any(date.role in OF_APPLYING or _is_of_now(date) for date in dates)
    if not begun and all(date.tense is Tense.FUTURE for date in entries):
        return dates
    return [
        replace(date, role=DateRole.OTHER)
        if date.role is DateRole.ENTRY_DATE and date.tense is Tense.FUTURE
        else date
        for date in dates
    ]


def _is_of_now(date: SaidDate) -> bool:
    """Whether it is the end of a stay that goes on: a journey planned begins no other yet."""
    return date.role in ENDS_OF_STAY and date.tense is None


def _is_return(text: str, one: Owned) -> bool:
    if is_day_trip(text, one.date):
        return True
    if one.cue is None:
        return False
    first = min(one.cue.start, one.date.start)
    last = max(one.cue.end, one.date.end)
    # "Came 5 June again": the word may follow; "and back 9 July" is the next date's.
    before = _LATEST.search(text[max(0, first - 2 * _REACH) : first])
    after = re.match(r" (?:again|this time)\b", text[last : last + _REACH])
    return bool(before or after or _AGAIN.search(text, first, last))
