"""Days that a message needs no date to tell: put right by a number, named, or settled on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from dateutil.relativedelta import relativedelta

from actions.last_date import LastDate
from actions.people import Known
from actions.reading import (
    ROLE_OF_FACT,
    UNNAMED,
)
from language.dates import DateForm, SaidDate, find_dates, lacks_month
from language.day_answers import fact_said
from language.day_numbers import day_alone, day_instead
from language.days_put import day_put
from language.journeys import journey_chosen

_NUMBER = re.compile(r"\W*(?:(?:on|the|it was|was|i think|maybe|day) )*([0-9]{1,2})\W*", re.I)


def put_right(text: str, known: Known) -> dict[str, Any]:
    """The one fact `known` of the day that `text` denies, with the day it puts instead.

    "Mine says 26 not 28".
    """
    said = day_instead(text)
    if said is None:
        return {}
    meant, denied = said
    told = {fact: dt.date.fromisoformat(known[fact]) for fact in ROLE_OF_FACT if known.get(fact)}
    same = [
        fact
        for fact, day in told.items()
        if day.day == denied.day and denied.month in (None, day.month)
    ]
    if len(same) != 1:
        return {}
    day = told[same[0]]
    try:
        right = day.replace(day=meant.day, month=meant.month or day.month)
    except ValueError:
        return {}  # "the 31st, not the 30th" of a month without one
    return {same[0]: right.isoformat()}


def settled(
    text: str, last: LastDate | None, asked: str | None, known: Known, today: dt.date
) -> dict[str, Any]:
    """The day just asked about, as what it is said to be, or the day settled on for coming."""
    if last is None:
        return {}
    if last.month is not None and asked == last.fact and not find_dates(text):
        of_month = _day_of(last.month, text)
        return {last.fact: of_month.isoformat()} if of_month else {}
    if len(last.offered) > 1 and asked == last.fact and all(map(lacks_month, find_dates(text))):
        # "The 15th", of "14 or 15 June".
        meant = [day for day in last.offered if day.day == day_alone(text)]
        return {last.fact: meant[0].isoformat()} if len(meant) == 1 else {}
    if len(last.offered) == 1 and asked == last.fact and not find_dates(text):
        fact, day = fact_said(text), last.offered[0].isoformat()
        written = {"officer_wrote_date": True} if fact == "stamp_date" else {}
        return {fact: day, **written} if fact else {}
    entry = last.day(known) if last.fact == "entry_date" else None
    taken = journey_chosen(text, today) if entry and entry > today else None
    return {"entry_date": taken.isoformat()} if taken else {}


def outside_the_month(text: str, last: LastDate | None, day: str | None) -> SaidDate | None:
    """A weekday that is no day of the month told before: "Friday", after "in September"."""
    if last is None or last.month is None or day is None or day[:7] == last.month.isoformat()[:7]:
        return None
    dates = find_dates(text)
    alone = len(dates) == 1 and dates[0].form is DateForm.WEEKDAY and dates[0].day is None
    return dates[0] if alone else None


def day_put_again(text: str) -> tuple[Mapping[str, Any], ...]:
    """The day put for one just said, whatever is said of it beside; empty where that is all."""
    put = day_put(text)
    return ({"entity": UNNAMED, "value": find_dates(put)[0].to_json()},) if put != text else ()


def _day_of(month: dt.date, text: str) -> dt.date | None:
    """The day of ``month`` that a short answer names by its number: "11", "the 11th"."""
    number = day_alone(text)
    bare = _NUMBER.fullmatch(text)
    number = int(bare[1]) if bare else number
    day = month + relativedelta(day=number) if number else None
    return day if day is not None and day.day == number else None
