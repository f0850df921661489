"""Days that a message needs no date to tell: put right by a number, named, or settled on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dateutil.relativedelta import relativedelta

from actions.last_date import LastDate
from actions.people import Known
from actions.reading import ROLE_OF_FACT, ROLE_WHEN_ASKED, UNNAMED, Doubt, Doubtful
from language.dates import DateForm, DateRole, ExactDate, SaidDate, find_dates, lacks_month, resolve
from language.day_answers import fact_said, says_no_more
from language.day_numbers import day_alone, day_instead
from language.days_put import day_put
from language.journeys import journey_chosen
from language.number_order import order_holds, order_told, ordered
from language.retractions import shown_by_ticket

_OTHER, _WRITTEN = "other_date", "officer_wrote_date"
_PAPERS = ("passport_expiry", "visa_expiry", "record_expiry", "stamp_date")
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


def last_asked(doubts: Sequence[Doubtful], today: dt.date) -> LastDate | None:
    """What is kept of the date asked about first: the days it may be, or the month it is of."""
    if not doubts:
        return None
    doubtful = doubts[0]
    if doubtful.doubt in (Doubt.AMBIGUOUS, Doubt.UNNAMED) and doubtful.fact in ROLE_WHEN_ASKED:
        return LastDate(doubtful.fact, offered=doubtful.candidates, said=doubtful.said)
    named = find_dates(doubtful.said)
    if doubtful.doubt is not Doubt.INCOMPLETE or doubtful.fact not in ROLE_OF_FACT or not named:
        return None
    if named[0].month is None or named[0].day is not None:
        return None
    first = replace(named[0], form=DateForm.CALENDAR, day=1, tense=None)
    found = resolve(first, today, ROLE_OF_FACT[doubtful.fact])
    return LastDate(doubtful.fact, month=found.date) if isinstance(found, ExactDate) else None


def last_kept(
    doubts: Sequence[Doubtful],
    new: Known,
    before: LastDate | None,
    supposing: bool,
    today: dt.date,
) -> LastDate | None:
    """What the next message may correct or, of what was supposed, an entry first, go on."""
    if (asked_about := last_asked(doubts, today)) is not None:
        return asked_about
    dates = [name for name in new if name in ROLE_OF_FACT and new[name]]
    if not dates:
        return replace(before, supposed=None) if before else None
    fact = "entry_date" if supposing and "entry_date" in dates else dates[-1]
    day = dt.date.fromisoformat(new[fact]) if supposing else None
    return LastDate(fact, day, len(dates) > 1 and not day)


def in_the_order_told(kept: LastDate | None, text: str, before: LastDate | None) -> str | None:
    """The slot's value of what is kept, with the order of days and months told now, else before."""
    told = order_told(text)
    known = before.day_first if before is not None else None
    order = known if told is None else told
    return replace(kept, day_first=order).to_slot() if kept is not None else None


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


def in_order_told(
    entities: Sequence[Mapping[str, Any]], text: str, day_first: bool | None
) -> tuple[Mapping[str, Any], ...]:
    """The entities, days in numbers read in the order that was told before."""
    if day_first is None or not order_holds(text):
        return tuple(entities)
    return tuple(_in_order(entity, day_first) for entity in entities)


def _in_order(entity: Mapping[str, Any], day_first: bool) -> Mapping[str, Any]:
    value = entity.get("value")
    if not isinstance(value, Mapping) or value.get("form") != DateForm.NUMERIC.value:
        return entity
    return {**entity, "value": ordered(SaidDate.from_json(value), day_first).to_json()}


def read_off_ticket(
    entities: Sequence[Mapping[str, Any]], text: str, today: dt.date
) -> tuple[Mapping[str, Any], ...]:
    """The entities, the one day that a ticket shows put for the day of entry it corrects."""
    dates = [one for one in entities if isinstance(one.get("value"), Mapping)]
    if len(dates) != 1 or dates[0].get("entity") != _OTHER or not shown_by_ticket(text):
        return tuple(entities)
    found = resolve(SaidDate.from_json(dates[0]["value"]), today, DateRole.ENTRY_DATE)
    if not isinstance(found, ExactDate) or found.date > today:
        return tuple(entities)
    return tuple({**one, "entity": UNNAMED} if one is dates[0] else one for one in entities)


def offered_left(
    text: str,
    entities: Sequence[Mapping[str, Any]],
    last: LastDate | None,
    asked: str | None,
    today: dt.date,
) -> dict[str, Any]:
    """The past day just asked about, where all that is said of it is that no officer wrote it."""
    unwritten = [one for one in entities if one.get("entity") == _WRITTEN]
    if last is None or len(last.offered) != 1 or asked != last.fact or find_dates(text):
        return {}
    if not unwritten or any(one.get("value") is not False for one in unwritten):
        return {}
    rest = text
    for one in sorted(unwritten, key=lambda one: int(one["start"]), reverse=True):
        rest = f"{rest[: one['start']]} {rest[one['end'] :]}"
    day = last.offered[0]
    said = says_no_more(rest) and day <= today
    return {"entry_date": day.isoformat(), _WRITTEN: False} if said else {}


def paper_told(last: LastDate | None, told: Known) -> str | None:
    """The paper whose date was told last: "hers ends 5 May", "mine says 9 May" are of one like it.

    What was told beside a day of entry is of the paper told of alone.
    """
    if last is not None and last.fact in _PAPERS:
        return last.fact
    named = [paper for paper in _PAPERS if told.get(paper)]
    return named[0] if len(named) == 1 else None


def _day_of(month: dt.date, text: str) -> dt.date | None:
    """The day of ``month`` that a short answer names by its number: "11", "the 11th"."""
    number = day_alone(text)
    bare = _NUMBER.fullmatch(text)
    number = int(bare[1]) if bare else number
    day = month + relativedelta(day=number) if number else None
    return day if day is not None and day.day == number else None
