"""An officer's date follows the entry told beside it, which tells its year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from language.cues import Cue, Whose
from language.owners import Owned
from language.said_dates import DateForm, DateRole, SaidDate

_NIGHT = 2
"""Days: who lands before midnight may be stamped after it."""


def with_what_they_follow(judged: Sequence[Owned]) -> list[Owned]:
    """The dates; an officer's date without its year ``follows`` the one entry of its person."""
    entries = [one for one in judged if one.date.role is DateRole.ENTRY_DATE]
    if len(entries) != 1 or not _is_a_day(entries[0].date):
        return list(judged)
    entry = entries[0]
    return [_told_by(entry, one) if _is_of(entry, one) else one for one in judged]


def _told_by(entry: Owned, one: Owned) -> Owned:
    if one.cue is not None and one.cue.kind is Cue.STAMP and _days_between(entry, one) <= _NIGHT:
        # "Landed late on 5 June, the stamp is 6 June": perhaps the entry, surely no end.
        return replace(one, date=replace(one.date, role=None))
    return replace(one, date=replace(one.date, follows=_day_of(entry.date)))


def _days_between(entry: Owned, one: Owned) -> int:
    first, second = (_in_a_leap_year(each.date) for each in (entry, one))
    return (second - first) % (31 * 12)


def _in_a_leap_year(date: SaidDate) -> int:
    """The place of a day in a leap year, near enough: every month has 31 days."""
    return 31 * (date.month or 0) + (date.day or 0)


def _is_of(entry: Owned, one: Owned) -> bool:
    date = one.date
    ends = date.role in (DateRole.STAMP_DATE, DateRole.VISA_EXPIRY)
    same = one.person == entry.person or Whose.OTHER not in (one.whose, entry.whose)
    return ends and date.year is None and _is_a_day(date) and same


def _is_a_day(date: SaidDate) -> bool:
    """Whether it is a day of the calendar, told without a word of when that is or was."""
    return bool(
        date.form is DateForm.CALENDAR
        and date.month
        and date.day
        and date.tense is None
        and date.year_shift is None
    )


def _day_of(date: SaidDate) -> str:
    day = f"{date.month:02d}-{date.day:02d}"
    return f"{date.year}-{day}" if date.year is not None else day
