"""Another day put for one said, or settled on, where a journey is still planned."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from dateutil.relativedelta import relativedelta

from language.calendar_days import in_year_nearest
from language.dates import (
    DateRole,
    ExactDate,
    SaidDate,
    Tense,
    completed,
    find_dates,
    resolve,
)
from language.months import COUNT_WORDS, number_of
from language.shifts import shift_said

_JOURNEY = re.compile(
    r"\b(?:tickets?|flights?|fly(?:ing)?|seats?|fares?|trips?|land(?:ing|ed)?|arriv\w+|c[oa]m(?:e|ing)|enter\w*|"
    r"travel\w*|book(?:ing)?|start(?:ing)?|cross(?:ing)?|cheap(?:er)?|instead|"
    r"boats?|ferry|ferries|ships?|planes?|bus(?:es)?|trains?|coach)\b",
    re.I,
)
_OTHERWISE = re.compile(
    r"\b(?:leav\w+|home|back|out|return\w*|visa|passports?|record|extension|until|till?|"
    r"expir\w+|ends?)\b",
    re.I,
)
# "If the boat is two days late": of a journey to come.
_LATE = re.compile(
    rf"\b(?P<count>[0-9]{{1,2}}|an?|{COUNT_WORDS}) (?P<unit>day|week)s? "
    r"(?:(?P<early>early)|late|delayed)\b|"
    rf"\b(?:delayed|late) by (?P<by>[0-9]{{1,2}}|an?|{COUNT_WORDS}) (?P<of>day|week)s?\b",
    re.I,
)
# "If I came a day later, when would it end?": asked, and no end told.
_ASKS = re.compile(
    r"[\s,]*\b(?:(?:un)?til+ when|when|what|which|how long|would|does|do|will)\b"
    r"[^.?!;]{0,60}\?\s*$",
    re.I,
)
_MOVED = re.compile(
    r"\b(?:chang(?:ed|ing)|moved|re-?booked|re-?scheduled|postponed|shifted|pushed|brought forward|"
    r"delayed|put (?:off|back))\b",
    re.I,
)
_NO_FACT = (None, DateRole.OTHER)
_CHOOSES = re.compile(
    r"\b(?:(?:i|we|he|she|they)(?:(?: will| would|['’]?ll|['’]?d)? )(?:(?:rather|then|just|"
    r"probably|take|pick|choose|go|do|opt|settle|decide|with|for|on|come|fly|make|it|the) ){0,6}|"
    r"(?:let['’]?s|lets) (?:(?:say|take|do|make|go|it|with|for|the|then) ){1,4})$",
    re.I,
)
_SAME_DAY = re.compile(
    r"\b(?:back|returned|re-?entered)\b[^.?!;]{0,25}\b(?:(?:the |that )?same (?:day|evening|night)|"
    r"that (?:evening|night|afternoon)|(?:an? |a few |[0-9]{1,2} )?hours? later)\b|"
    r"\bfor (?:the day|an? (?:\w+ )?(?:hour|afternoon|evening)|[0-9]{1,2} hours)\b"
    r"[^.?!;]{0,30}\bback\b",
    re.I,
)
_SETTLED = re.compile(r"\s*(?:it is|it'?ll be|then)\b", re.I)


def journey_chosen(text: str, today: dt.date) -> dt.date | None:
    """The day settled on for coming: "I take 1 January", "then 7 April it is"."""
    dates = find_dates(text)
    if not dates or dates[0].role not in _NO_FACT:
        return None
    before, after = text[: dates[0].start], dates[0].end
    settled = _SETTLED.match(text, after) and len(before.split()) <= 3
    if not settled and _CHOOSES.search(before) is None:
        return None
    found = resolve(replace(dates[0], role=None, tense=Tense.FUTURE), today, DateRole.OTHER)
    return found.date if isinstance(found, ExactDate) else None


def back_same_day(text: str) -> bool:
    """Whether one who left was back on the day of leaving: "came back the same day"."""
    return _SAME_DAY.search(text) is not None


def moved_journey(text: str, today: dt.date) -> dt.date | None:
    """The day to which ``text`` tells that a journey was moved: "changed the ticket to 9 May"."""
    moved = _MOVED.search(text) is not None
    return supposed_journey(text, today, dt.date.max) if moved else None


def supposed_journey(
    text: str, today: dt.date, came: dt.date, supposed: dt.date | None = None
) -> dt.date | None:
    """The one day ``text`` puts for coming: "and if the flights are cheaper on 7 April".

    Told by its distance ("and if I came a week later") it is counted from the day the person
    ``came``; by its name it is one of a journey to come, as near to that day as it can be, or
    to the one ``supposed`` just before.
    """
    if _JOURNEY.search(text) is None or _OTHERWISE.search(_ASKS.sub("", text)):
        return None
    dates, shift = find_dates(text), shift_said(text)
    if came > today:
        shift = shift or _late(text)
    if shift and not dates:
        return came + shift if came < dt.date.max else None
    if len(dates) != 1:
        return None
    before = [day for day in (supposed, came) if day is not None and day < dt.date.max]
    moved = [day + shift for day in before] if shift else []
    for day in moved:
        if _is(dates[0], day):
            return day
    if dates[0].role not in _NO_FACT or came <= today:
        return None
    said = completed(dates[0], before[0] if before else None)
    found = resolve(replace(said, role=None, tense=Tense.FUTURE), today, DateRole.OTHER)
    if not isinstance(found, ExactDate):
        return None
    near = found.date
    if before and found.year_assumed:
        near = in_year_nearest(near, before[0])
    return max(near, found.date) if near <= today else near


def _late(text: str) -> relativedelta | None:
    """How much too late, or too early, a journey is said to be."""
    found = _LATE.search(text)
    if found is None:
        return None
    weeks = (found["unit"] or found["of"]).lower() == "week"
    days = number_of(found["count"] or found["by"]) * (7 if weeks else 1)
    return relativedelta(days=-days if found["early"] else days)


def _is(said: SaidDate, day: dt.date) -> bool:
    """Whether it is that day, as far as it is said: "a day earlier, the 9th"."""
    told = ((said.day, day.day), (said.month, day.month), (said.year, day.year))
    return said.day is not None and all(named in (None, one) for named, one in told)
