"""Days said without their month: "crossed on the 6th", "valid till the 25th"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from dateutil.relativedelta import relativedelta

from language.resolved import AmbiguousDate, ExactDate, ImpossibleDate, IncompleteDate, Resolved
from language.said_dates import DateForm, SaidDate, Tense

_ALONE = re.compile(r"(?:on )?(?:the )?[0-9]{1,2}(?:st|nd|rd|th)?", re.I)
_OF_A_MONTH = frozenset({DateForm.MONTH_DAY, DateForm.MONTH_END, DateForm.FEAST})
_MONTHS = 3
"""In which there is a 31st on either side of any day."""


def lacks_month(said: SaidDate) -> bool:
    """Whether of a date the day alone is said."""
    bare = said.form in (DateForm.INCOMPLETE, DateForm.DAY) and _ALONE.fullmatch(said.text)
    return bool(bare) and said.day is not None and said.month is None


def with_lone_days(dates: Sequence[SaidDate]) -> tuple[SaidDate, ...]:
    """Days without a month as ``DateForm.DAY``, where no date beside them names one.

    "Crossed on the 6th" is the last 6th; beside "my stay ends in May" it may be another.
    """
    if any(map(_names_a_month, dates)):
        return tuple(dates)
    return tuple(
        replace(said, form=DateForm.DAY) if lacks_month(said) and said.year is None else said
        for said in dates
    )


def _names_a_month(said: SaidDate) -> bool:
    return said.month is not None or bool(said.alternatives) or said.form in _OF_A_MONTH


def lone_day(said: SaidDate, today: dt.date, direction: Tense | None) -> Resolved:
    """The last such day or the next, as ``direction`` tells, and open where nothing does.

    What runs out "on the 8th" may have done so, once this month's 8th is past: both days.
    """
    if direction is None and said.tense is None:
        return IncompleteDate(said.text)
    around = (today.replace(day=1) + relativedelta(months=n) for n in range(-_MONTHS, _MONTHS + 1))
    days = [month + relativedelta(day=said.day) for month in around]
    days = [day for day in days if day.day == said.day]
    past, ahead = [d for d in days if d <= today], [d for d in days if d >= today]
    if not past or not ahead:
        return ImpossibleDate(said.text)
    if direction is Tense.PAST or said.tense is Tense.OVER:
        return ExactDate(past[-1], year_assumed=True)
    told = said.tense is Tense.FUTURE or ahead[0].month == today.month
    if direction is Tense.FUTURE and told:
        return ExactDate(ahead[0], year_assumed=True)
    return AmbiguousDate((past[-1], ahead[0]))
