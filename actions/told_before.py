"""What earlier messages tell of a date in this one: its order, its paper, what it puts right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from actions.last_date import LastDate
from actions.people import Known
from actions.reading import SUPER_VISA_YEARS, UNNAMED
from language.dates import DateForm, DateRole, ExactDate, SaidDate, find_dates, resolve
from language.day_answers import says_no_more
from language.facts import find_facts
from language.number_order import order_holds, ordered
from language.passports import end_instead
from language.retractions import shown_by_ticket

_OTHER, _WRITTEN = "other_date", "officer_wrote_date"
_PASSPORT = "passport_expiry"
_PAPERS = (_PASSPORT, "visa_expiry", "record_expiry", "stamp_date")


def of_the_talk(entities: Iterable[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """The entities, those of another person's dates as what they are to the talk."""
    return tuple(_to_the_talk(entity) for entity in entities)


def _to_the_talk(entity: Mapping[str, Any]) -> Mapping[str, Any]:
    value = entity.get("value")
    if not isinstance(value, Mapping) or "tells" not in value:
        return entity
    return {**entity, "entity": _OTHER if "role" in value else UNNAMED}


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


def of_passport_put(
    entities: Sequence[Mapping[str, Any]], text: str, today: dt.date
) -> tuple[Mapping[str, Any], ...]:
    """The entities, the one day put for the end of a passport told by mistake read as such.

    A day already past is not the end of the one that was entered with.
    """
    if end_instead(text) is None:
        return tuple(entities)
    read = []
    for one in entities:
        if not isinstance(one.get("value"), Mapping):
            read.append(one)
            continue
        found = resolve(SaidDate.from_json(one["value"]), today, DateRole.PASSPORT_EXPIRY)
        if not isinstance(found, ExactDate) or found.date > today:
            read.append({**one, "entity": _PASSPORT})
    return tuple(read)


def offered_left(
    text: str,
    last: LastDate | None,
    asked: str | None,
    of_stamp: bool,
    known: Known,
    today: dt.date,
) -> dict[str, Any]:
    """The past day just asked about, where all that is said of it is that no officer wrote it.

    What stands beside a stamp talked of (`of_stamp`) may be told with more words, and unasked:
    "my neighbour had a look, it is no date, only initials". Beside a day of entry that was told
    it may be of anything: "mum broke her hip 2 May".
    """
    if last is None or len(last.offered) != 1 or find_dates(text) or known.get("entry_date"):
        return {}
    if asked != last.fact and (asked is not None or not of_stamp or last.fact != "entry_date"):
        return {}
    unwritten = [fact for fact in find_facts(text) if fact.kind == _WRITTEN]
    rest = text
    for fact in reversed(unwritten):
        rest = f"{rest[: fact.start]} {rest[fact.end :]}"
    day, denied = last.offered[0], [fact.value for fact in unwritten]
    if not denied or any(denied) or not (of_stamp or says_no_more(rest)) or day > today:
        return {}
    return {"entry_date": day.isoformat(), _WRITTEN: False}


def paper_told(last: LastDate | None, told: Known) -> str | None:
    """The paper whose date was told last: "hers ends 5 May", "mine says 9 May" are of one like it.

    What was told beside a day of entry is of the paper told of alone.
    """
    if last is not None and last.fact in _PAPERS:
        return last.fact
    named = [paper for paper in _PAPERS if told.get(paper)]
    return named[0] if len(named) == 1 else None


def outlasting(entities: Sequence[Mapping[str, Any]], known: Known, today: dt.date) -> Known:
    """The passport told to end, where the one told now is good until years after any stay."""
    said = [one.get("value") for one in entities if one.get("entity") == _PASSPORT]
    years = [one.get("year") for one in said if isinstance(one, Mapping) and not one.get("day")]
    far_off = any(year is not None and year > today.year + SUPER_VISA_YEARS for year in years)
    return {_PASSPORT: None} if far_off and known.get(_PASSPORT) else {}
