"""The year of a day told without it, by another day of the talk or of the same message."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dateutil.relativedelta import relativedelta

from actions.last_date import LastDate
from actions.reading import Doubt, Doubtful, Reading
from language.dates import DateForm
from language.retractions import year_put
from rules_core.questions import Decision

_NEW = re.compile(r"\b(?:new(?:er)?|another|second|renew\w*|exten[st]\w*|approved|granted)\b", re.I)
_NEAR = dt.timedelta(days=31)
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_SAME_YEAR = re.compile(r"\b(?:the |of |in |that )?same year\b", re.I)


def is_one_day(days: Iterable[dt.date]) -> bool:
    """Whether they are all the same day, of whatever years."""
    return len({(day.month, day.day) for day in days}) == 1


def lacks_only_year(doubtful: Doubtful) -> bool:
    """Whether the candidates are one day of several years."""
    return doubtful.doubt is Doubt.AMBIGUOUS and is_one_day(doubtful.candidates)


def in_same_year(
    entities: Iterable[Mapping[str, Any]], text: str, before: dt.date | None
) -> Iterator[Mapping[str, Any]]:
    """The entities, a day without its year put in that of ``before`` where ``text`` says so."""
    same = before is not None and _SAME_YEAR.search(text) is not None
    for entity in entities:
        said = entity.get("value")
        if same and before is not None and isinstance(said, Mapping) and _lacks_year(said):
            yield {**entity, "value": {**said, "year": before.year}}
        else:
            yield entity


def _lacks_year(said: Mapping[str, Any]) -> bool:
    dated = said.get("year") is not None or said.get("year_shift") is not None
    return said.get("form") in (DateForm.CALENDAR.value, DateForm.NUMERIC.value) and not dated


def as_told_before(
    reading: Reading, text: str, known: Mapping[str, Any], corrected: str | None
) -> Reading:
    """The reading, a day without its year put in the time of the day it puts right.

    "The letter says 23 August, sorry", of 24 August last summer. What is not `corrected` in so
    many words has to be as near; a new paper is another's.
    """
    if _NEW.search(text):
        return reading
    for one in reading.doubts:
        told = known.get(one.fact)
        if told is None or not lacks_only_year(one):
            continue
        before = dt.date.fromisoformat(told)
        near = min(one.candidates, key=lambda day: abs(day - before))
        if one.fact == corrected or abs(near - before) <= _NEAR:
            return reading.settled(one, near)
    return reading


def of_another_year(
    text: str, last: LastDate | None, known: Mapping[str, Any], asked: str | None, today: dt.date
) -> dict[str, str]:
    """The day spoken of last, in the year that is all ``text`` says: "it was 2025"."""
    day = last.day(known) if last is not None and asked in (None, last.fact) else None
    year = year_put(text, day, today) if day is not None else None
    if last is None or day is None or year is None:
        return {}
    return {last.fact: (day + relativedelta(year=year)).isoformat()}


def when_last_entered(reading: Reading, asked: str | None) -> Reading:
    """The reading with the past year of a day that answers when one last entered.

    "I come 8 June", told in the only tense the person has.
    """
    for one in reading.doubts:
        chosen = _YEAR.search(one.said) is not None
        if one.fact == asked == "entry_date" and lacks_only_year(one) and not chosen:
            return reading.settled(one, min(one.candidates))
    return reading


def year_left(
    reading: Reading, last: LastDate | None, asked: str | None, today: dt.date
) -> dict[str, str]:
    """Of a day of entry in two years the one behind, once no officer is said to have written.

    The officer has seen the person then.
    """
    if last is None or last.fact != "entry_date" or asked != last.fact:
        return {}
    behind = [day for day in last.offered if day <= today]
    denied = reading.slots.get("officer_wrote_date") is False and last.fact not in reading.slots
    left = denied and is_one_day(last.offered) and len(behind) == 1 < len(last.offered)
    return {last.fact: behind[0].isoformat()} if left else {}


def before_the_end(reading: Reading) -> Reading:
    """The reading with the year of an entry that only one year puts before the stay's end.

    "He enter 21 May, stay finished yesterday": of next May no stay can have ended.
    """
    end = reading.slots.get("record_expiry") or reading.slots.get("stamp_date")
    if end is None:
        return reading
    for one in reading.doubts:
        day = _one_before(one, dt.date.fromisoformat(end))
        if day is not None:
            return reading.settled(one, day)
    return reading


def before_the_refusal(reading: Reading) -> Reading:
    """The reading with the year of the stay's end in which one could apply before a refusal.

    "Refused 18 November, applied 2 June, my status was good until 20 June".
    """
    told = (reading.slots.get(fact) for fact in ("extension_applied_on", "extension_decided_on"))
    applied, decided = (dt.date.fromisoformat(day) if day else None for day in told)
    refused = reading.slots.get("extension_decision") == Decision.REFUSED.value
    if not refused or applied is None or decided is None:
        return reading
    for one in reading.doubts:
        between = [day for day in one.candidates if applied <= day <= decided]
        if one.fact == "record_expiry" and one.doubt is Doubt.AMBIGUOUS and len(between) == 1:
            return reading.settled(one, between[0])
    return reading


def _one_before(doubtful: Doubtful, end: dt.date) -> dt.date | None:
    """The one candidate before ``end``, where they differ in nothing but the year."""
    if doubtful.fact != "entry_date" or not lacks_only_year(doubtful):
        return None
    before = [day for day in doubtful.candidates if day < end]
    return before[0] if len(before) == 1 else None
