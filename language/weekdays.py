"""A weekday and today -> a calendar day."""

from __future__ import annotations

import datetime as dt

from language.resolved import ExactDate, IncompleteDate, Resolved
from language.said_dates import SaidDate, Tense

_NEAR_DAYS = 100
"""How far from today a day said without its month is looked for."""


def weekday(said: SaidDate, today: dt.date, direction: Tense | None) -> dt.date:
    """The nearest such weekday in the direction; "last" and "next" are never today.

    "Two Sundays ago" is the one before the last.
    """
    ahead = ((said.weekday or 0) - today.weekday()) % 7
    if said.amount is not None:
        ahead = ahead or 7 if said.amount > 0 else ahead + 7 * said.amount
        return today + dt.timedelta(days=ahead)
    if direction is Tense.PAST:
        return today + dt.timedelta(days=ahead - 7 if ahead else 0)
    if direction is Tense.FUTURE or ahead <= 3:
        return today + dt.timedelta(days=ahead)
    return today + dt.timedelta(days=ahead - 7)


def numbered_weekday(said: SaidDate, today: dt.date, direction: Tense | None) -> Resolved:
    """The nearest month in which the day's number falls on the weekday, if one is near."""
    near = [today + dt.timedelta(days=away) for away in range(-_NEAR_DAYS, _NEAR_DAYS + 1)]
    fitting = [
        day
        for day in near
        if (day.day, day.weekday()) == (said.day, said.weekday)
        and not (direction is Tense.PAST and day > today)
        and not (direction is Tense.FUTURE and day < today)
    ]
    # With two such months, one behind and one ahead, the words leave open which is meant.
    return (
        ExactDate(fitting[0], year_assumed=True) if len(fitting) == 1 else IncompleteDate(said.text)
    )
