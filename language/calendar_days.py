"""A day of the calendar said with or without its year."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import replace

from dateutil.relativedelta import relativedelta

from language.resolved import ExactDate, ImpossibleDate, IncompleteDate, Resolved
from language.said_dates import DateForm, SaidDate, Tense


def attempted(said: SaidDate, today: dt.date, direction: Tense | None) -> Resolved:
    """As `calendar_day`; a day that does not exist is an ``ImpossibleDate``."""
    try:
        return calendar_day(said, today, direction)
    except (ValueError, OverflowError):
        return ImpossibleDate(said.text)


def calendar_day(said: SaidDate, today: dt.date, direction: Tense | None) -> Resolved:
    """The day of the year said, or of the last, next or nearest year, as ``direction`` tells.

    Raises:
        ValueError, OverflowError: there is no such day.
    """
    if said.year is not None or said.year_shift is not None:
        year = said.year if said.year is not None else today.year + (said.year_shift or 0)
        return ExactDate(_day_in(said, year))
    if said.month is None or (said.day is None and said.form is DateForm.CALENDAR):
        return IncompleteDate(said.text)
    # The year is chosen by month and day alone, so that 29 February is judged in
    # the year the person must have meant instead of moving to a leap year.
    stand_in = (said.month, said.day or 31)
    here = (today.month, today.day)
    this_year, last_year, next_year = today.year, today.year - 1, today.year + 1
    if direction is Tense.PAST:
        year = this_year if stand_in <= here else last_year
    elif direction is Tense.FUTURE:
        year = this_year if stand_in >= here else next_year
    else:
        year = min((this_year, last_year, next_year), key=lambda y: _distance(y, stand_in, today))
    return ExactDate(_day_in(said, year), year_assumed=True)


_WRITTEN_AS_STAMP = re.compile(
    r"(?P<first>[0-9]{2})[\s/-]?[a-z]{2,9}\.?[\s/-]?(?P<last>[0-9]{2})", re.I
)
_LONG_PAST, _STAYS_WITHIN = 4, 3
"""Years."""


def year_first(said: SaidDate, today: dt.date) -> SaidDate | None:
    """ "26 JUN 15" is 15 June 2026 where 2015 is long past and no one speaks of a stay then."""
    written = _WRITTEN_AS_STAMP.fullmatch(said.text)
    if written is None or said.form is not DateForm.CALENDAR or said.year is None:
        return None
    first, last = int(written["first"]), int(written["last"])
    year = 2000 + first
    straight = said.day == first and said.year == 2000 + last
    if (
        not straight
        or today.year - said.year < _LONG_PAST
        or abs(year - today.year) > _STAYS_WITHIN
    ):
        return None
    return replace(said, year=year, day=last) if 1 <= last <= 31 else None


def first_after(said: SaidDate, follows: str, today: dt.date) -> dt.date | None:
    """The first such day after the entry it ``follows``, if both are days of the calendar."""
    *years, month, day = (int(part) for part in follows.split("-"))
    entered = SaidDate(
        "", 0, 0, DateForm.CALENDAR, year=years[0] if years else None, month=month, day=day
    )
    entry = attempted(entered, today, Tense.PAST)
    if not isinstance(entry, ExactDate):
        return None
    for year in (entry.date.year, entry.date.year + 1):
        found = attempted(replace(said, year=year), today, None)
        if isinstance(found, ExactDate) and found.date > entry.date:
            return found.date
    return None


def _distance(year: int, month_day: tuple[int, int], today: dt.date) -> int:
    month, day = month_day
    first = dt.date(year, month, 1)
    return abs((first - today).days + day - 1)


def _day_in(said: SaidDate, year: int) -> dt.date:
    month = said.month or 0
    if said.form is DateForm.MONTH_END:
        return last_day(year, month)
    return dt.date(year, month, said.day or 0)


def last_day(year: int, month: int) -> dt.date:
    """The last day of a month. Raises ``ValueError`` where the year is out of range."""
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def in_year_nearest(day: dt.date, other: dt.date) -> dt.date:
    """The same day and month, at most a year off, where it comes next to the other."""
    years = (day + relativedelta(years=shift) for shift in (-1, 0, 1))
    return min(years, key=lambda one: abs(one - other))
