"""A day of entry told by the day of setting out: "left Delhi 3 July, landed the next day"."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace

from language.cues import Cue, cues
from language.day_trips import goes_abroad, is_pending
from language.said_dates import DateForm, DateRole, SaidDate

_SET_OUT = re.compile(
    r"\b(?:left|leaving|flew|fly|flight|departed|took|boarded|plane|bus|train|ferry)\b[^.?!;]*$",
    re.I,
)
_THEN = re.compile(
    r"\b(?:(?:the )?(?:(?P<same>same)|next|following) (?:day|morning|afternoon|evening|night)|"
    r"(?:a|one) day later)\b",
    re.I,
)
_NEW = re.compile(r"[.?!;0-9]")
_HOUR = re.compile(r"\s*(?:at |around )?[0-9]{1,2}(?:[:.h][0-9]{2})?\s?(?:am|pm)?\b", re.I)
_BEFORE, _BEYOND, _FARTHEST = 60, 40, 100
_FEBRUARY, _NO_LEAP_YEAR = 2, 2001


def arrival_told(text: str, date: SaidDate, after: int) -> SaidDate | None:
    """The day of entry told by its distance from ``date``, on which the journey began."""
    if date.form is not DateForm.CALENDAR or date.month is None or date.day is None:
        return None
    if not _SET_OUT.search(text, max(0, date.start - _BEFORE), date.start):
        return None
    hour = _HOUR.match(text, date.end, after)
    since = hour.end() if hour else date.end
    told = _THEN.search(text, since, min(after, since + _FARTHEST))
    if told is None or _NEW.search(text, since, told.start()):
        return None
    before = text[max(0, date.start - _BEFORE) : date.start]
    if told["same"] and is_pending(text) and goes_abroad(before):
        return None
    start, end = told.span()
    arrives = any(
        cue.kind is Cue.ENTRY and date.end <= cue.start < end + _BEYOND for cue in cues(text)
    )
    if not arrives:
        return None
    arrival = date if told["same"] else _day_after(date)
    return replace(arrival, text=text[start:end], start=start, end=end, role=DateRole.ENTRY_DATE)


def _day_after(date: SaidDate) -> SaidDate:
    month, day = date.month or 0, date.day or 0
    if date.year is None and (month, day) == (_FEBRUARY, 28):
        return replace(date, form=DateForm.INCOMPLETE, day=None)
    if not 1 <= month <= 12 or day < calendar.monthrange(date.year or _NO_LEAP_YEAR, month)[1]:
        return replace(date, day=day + 1)
    if month < 12:
        return replace(date, month=month + 1, day=1)
    year = None if date.year is None else date.year + 1
    return replace(date, year=year, month=1, day=1)
