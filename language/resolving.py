"""A said date and today -> a calendar day, or why there is none."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from dateutil.relativedelta import relativedelta

from language.calendar_days import attempted, calendar_day, first_after, last_day, year_first
from language.feasts import feast_day
from language.lone_days import lone_day
from language.resolved import (
    AmbiguousDate,
    ExactDate,
    ImpossibleDate,
    IncompleteDate,
    Resolved,
)
from language.said_dates import DateForm, DateRole, SaidDate, Tense
from language.tenses import ENDS_OF_STAY, EXPIRIES
from language.weekdays import numbered_weekday, weekday

_EVENTS = frozenset(
    {
        DateRole.ENTRY_DATE,
        DateRole.APPLICATION_DATE,
        DateRole.DECISION_DATE,
        DateRole.BIOMETRICS_DATE,
        DateRole.LEFT_CANADA_ON,
        DateRole.RESTORATION_DATE,
    }
)
_OF_STAMPS = frozenset({DateRole.ENTRY_DATE, DateRole.STAMPED, DateRole.STAMP_DATE})
_MONTH_AND_YEAR = re.compile(r"(?:0?[1-9]|1[0-2])/(?P<year>[0-9]{2})")
_LONGEST_STAY, _LONGEST_VALIDITY = 2, 15
"""Years ahead in which a stay, and a paper, may run out."""
JUST_PASSED = 120
"""Days; a longer past end is told as one, and eight months ahead can be a stay's end."""
_HALF_A_YEAR = 182
"""Days; an officer's date is seldom farther ahead, so one as far behind is asked about."""
_CLEARLY = 60
_LONGEST_OPEN = 200
"""Days; a stay that nobody has prolonged began within some six months."""


def resolve(said: SaidDate, today: dt.date, role: DateRole | None = None) -> Resolved:
    """The day ``said`` means on ``today``; ``role`` overrides the role found in the text.

    A missing year is the latest past one for what has happened (an entry), the
    next future one for what runs out, the nearest for a date of unknown role;
    the tense of the sentence overrides both. The end of a stay that, without its year,
    was some weeks ago is over where an officer wrote it, for no one is given most of a
    year at the border, and both days where a record may say it and nothing said beside it
    tells that it is over. "I come 2 May" is both where neither is near, and "passport to
    8/31" may be of August 2031. No guess between two readings, no shift of an impossible day.
    """
    role = role or said.tells or said.role
    if (swapped := year_first(said, today)) is not None:
        if role in _OF_STAMPS:
            said = swapped
        else:
            either = (attempted(one, today, None) for one in (said, swapped))
            days = [one.date for one in either if isinstance(one, ExactDate)]
            if len(days) > 1:
                return AmbiguousDate(tuple(days))
    direction = _direction(role, said.tense)
    if role is DateRole.STAMP_DATE and said.follows and said.tense is not Tense.PAST:
        day = first_after(said, said.follows, today)
        if day is not None and (day - today).days <= _HALF_A_YEAR:
            return ExactDate(day, year_assumed=True)
    if role is DateRole.VISA_EXPIRY and said.follows and said.tense is not Tense.FUTURE:
        day = first_after(said, said.follows, today)
        if day is not None and 0 < (today - day).days <= _HALF_A_YEAR:
            return ExactDate(day, year_assumed=True)  # it was used, and has run out since
    if role in ENDS_OF_STAY and said.tense is Tense.OVER:
        both = _either_way(said, today)
        if both is not None:
            return _nearer(both, today)
    if role in ENDS_OF_STAY and said.tense is None:
        passed = _just_passed(said, today)
        if passed is not None:
            if role is DateRole.STAMP_DATE and _days_since(passed, today) <= JUST_PASSED:
                return ExactDate(passed.candidates[0], year_assumed=True)
            return passed
    if role is DateRole.ENTRY_DATE and said.tense in (Tense.REPORTED, Tense.OVER):
        both = _either_way(said, today)
        lately = both is not None and (today - both[0]).days <= _LONGEST_OPEN
        if both is not None and lately and said.tense is Tense.OVER:
            return ExactDate(both[0], year_assumed=True)
        if both is not None and min(abs(day - today).days for day in both) > JUST_PASSED:
            return AmbiguousDate(both)
    if role in EXPIRIES and _may_name_a_year(said, today, role):
        return IncompleteDate(said.text)
    # What runs out at the end of March does so on its last day; what happened at the
    # end of March happened on a day that is not said.
    if said.form is DateForm.MONTH_END and role in _EVENTS:
        return IncompleteDate(said.text)
    try:
        return _resolve(said, today, direction)
    except (ValueError, OverflowError):
        return ImpossibleDate(said.text)


def _may_name_a_year(said: SaidDate, today: dt.date, role: DateRole | None) -> bool:
    """Whether "8/31" of what runs out may be August 2031 as well as 31 August."""
    two = _MONTH_AND_YEAR.fullmatch(said.text)
    if two is None or said.year is not None or said.form is not DateForm.CALENDAR:
        return False
    ahead = 2000 + int(two["year"]) - today.year
    return 0 <= ahead <= (_LONGEST_STAY if role in ENDS_OF_STAY else _LONGEST_VALIDITY)


def _just_passed(said: SaidDate, today: dt.date) -> AmbiguousDate | None:
    """Both days of an end of stay that was just before today and comes again in a year."""
    both = _either_way(said, today)
    written = said.role is DateRole.STAMP_DATE and not _may_name_a_year(said, today, said.role)
    longest = _HALF_A_YEAR if written else JUST_PASSED
    if both is None or not 0 < (today - both[0]).days <= longest:
        return None
    return AmbiguousDate(both)


def _days_since(days: AmbiguousDate, today: dt.date) -> int:
    return (today - days.candidates[0]).days


def _nearer(days: tuple[dt.date, dt.date], today: dt.date) -> ExactDate | AmbiguousDate:
    """Of a day behind and one ahead the nearer, or both where neither clearly is."""
    passed, left = (abs(day - today).days for day in days)
    if abs(passed - left) < _CLEARLY:
        return AmbiguousDate(days)
    return ExactDate(days[0] if passed < left else days[1], year_assumed=True)


def _either_way(said: SaidDate, today: dt.date) -> tuple[dt.date, dt.date] | None:
    """The last and the next such day, of a day and month without their year."""
    ends = said.role in ENDS_OF_STAY and said.month is not None
    month_end = ends and said.form is DateForm.MONTH_END
    if said.form is not DateForm.CALENDAR and not month_end:
        return None
    last, following = (attempted(said, today, way) for way in (Tense.PAST, Tense.FUTURE))
    if not isinstance(last, ExactDate) or not isinstance(following, ExactDate):
        return None
    return (last.date, following.date) if last.year_assumed else None


def _direction(role: DateRole | None, tense: Tense | None) -> Tense | None:
    if tense is Tense.REPORTED or (tense is Tense.OVER and role is DateRole.ENTRY_DATE):
        return None
    if tense is not None and tense is not Tense.OVER:
        return tense
    if role in EXPIRIES:
        return Tense.FUTURE
    return Tense.PAST if role in _EVENTS else None


def _resolve(said: SaidDate, today: dt.date, direction: Tense | None) -> Resolved:
    if said.form is DateForm.INCOMPLETE:
        return IncompleteDate(said.text)
    if said.form is DateForm.NUMERIC:
        return _numeric(said, today, direction)
    if said.form is DateForm.EITHER:
        return _either(said, today, direction)
    if said.form is DateForm.OFFSET:
        return ExactDate(_shifted(today, said))
    if said.form is DateForm.WEEKDAY and said.day is not None:
        return numbered_weekday(said, today, direction)
    if said.form is DateForm.WEEKDAY:
        return ExactDate(weekday(said, today, direction))
    if said.form is DateForm.DAY:
        return lone_day(said, today, direction)
    if said.form is DateForm.MONTH_DAY:
        month = today.replace(day=1) + relativedelta(months=said.amount or 0)
        return ExactDate(month.replace(day=said.day or 0))
    if said.form is DateForm.MONTH_END and said.month is None:
        month = today.replace(day=1) + relativedelta(months=said.amount or 0)
        return ExactDate(last_day(month.year, month.month))
    if said.form is DateForm.FEAST:
        return _feast(said, today, direction)
    return calendar_day(said, today, direction)


def _feast(said: SaidDate, today: dt.date, direction: Tense | None) -> ExactDate:
    """A moving feast in the year said, or in the one its role asks for."""
    name = said.feast or ""
    if said.year is not None or said.year_shift is not None:
        year = said.year if said.year is not None else today.year + (said.year_shift or 0)
        return ExactDate(feast_day(name, year))
    days = [feast_day(name, year) for year in range(today.year - 1, today.year + 2)]
    if direction is Tense.PAST:
        return ExactDate(max(day for day in days if day <= today), year_assumed=True)
    if direction is Tense.FUTURE:
        return ExactDate(min(day for day in days if day >= today), year_assumed=True)
    return ExactDate(min(days, key=lambda day: abs(day - today)), year_assumed=True)


def _either(said: SaidDate, today: dt.date, direction: Tense | None) -> Resolved:
    """Every day offered; where one of them is no day, that is what must be asked first."""
    days: set[dt.date] = set()
    assumed = False
    for option in said.alternatives:
        answer = _resolve(option, today, direction)
        if isinstance(answer, ExactDate):
            days.add(answer.date)
            assumed = assumed or answer.year_assumed
        elif isinstance(answer, AmbiguousDate):
            days.update(answer.candidates)
        else:
            return replace(answer, text=said.text)
    return ExactDate(days.pop(), assumed) if len(days) == 1 else AmbiguousDate(tuple(sorted(days)))


def _shifted(today: dt.date, said: SaidDate) -> dt.date:
    """Months and years keep the day's number, or take the month's last day."""
    amount = said.amount or 0
    if said.unit == "month":
        return today + relativedelta(months=amount)
    if said.unit == "year":
        return today + relativedelta(years=amount)
    return today + dt.timedelta(days=amount * (7 if said.unit == "week" else 1))


def _numeric(said: SaidDate, today: dt.date, direction: Tense | None) -> Resolved:
    swapped = replace(said, day=said.month, month=said.day)
    found = {
        answer.date
        for answer in (attempted(said, today, direction), attempted(swapped, today, direction))
        if isinstance(answer, ExactDate)
    }
    if len(found) > 1:
        return AmbiguousDate(tuple(sorted(found)))
    if found:
        return ExactDate(found.pop(), year_assumed=said.year is None and said.year_shift is None)
    return ImpossibleDate(said.text)
