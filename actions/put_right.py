"""Days that a message needs no date to tell: put right by a number, named, or settled on."""

from __future__ import annotations

import datetime as dt
from typing import Any

from actions.last_date import LastDate
from actions.people import Known
from actions.reading import ROLE_OF_FACT
from language.dates import find_dates, lacks_month
from language.day_answers import fact_said
from language.day_numbers import day_alone, day_instead
from language.journeys import journey_chosen


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
