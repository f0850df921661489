"""A day from which a stay is counted, said where the counting is asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from language.said_dates import CALENDAR_FORMS, DateRole, SaidDate, Tense

_COUNTS = re.compile(
    r"\b(?:count\w*|calculat\w+|reckon\w*|add(?:ed|ing)?|start(?:ed|s|ing)?)(?: [\w']+){0,4} "
    r"(?:from|starting|since)(?: on)?(?: the)?\s*$|"
    r"\badd(?:ed|ing|s)? (?:six|6) months? (?:to|onto|on)(?: the)?\s*$|"
    r"\byou (?:took|take|used?|start(?:ed)? (?:with|on|at)|go by|went by)(?: the)?\s*$",
    re.I,
)
_TO_WHEN = re.compile(
    r"[\s,]*(?:(?:to|till?|until) (?:when|what|which)|how long|how many (?:days|months))\b", re.I
)
# "From 5 May till now", "9 May to today".
_TILL_NOW = re.compile(
    r"\s*(?:to|till?|until|up to|-|–) (?:now|today|this day|date|present)\b", re.I
)
_FROM = re.compile(r"\bfrom(?: the)?\s*$", re.I)
# "How did you get 8 February from 8 August?"
_REACHED = re.compile(
    r"\b(?:get|got|gets|reach\w*|made?|find|found|calculat\w+|come (?:up with|to)|arrived? at|"
    r"comes? out|be|is|was|give|gave)(?: me| us| the| that| to)*\s*$",
    re.I,
)
_OUT_OF = re.compile(r"\s*(?:(?:out )?of|from|with|based on|counting from)(?: the)?\s*", re.I)
# The 90 days are counted from the end of a stay; of two days offered neither is said.
_OF_AN_END = re.compile(
    r"\b(?:90|ninety|restor\w+|overstay\w*|expir\w+|ended|ran out|lost|status|refus\w+|record|"
    r"visa|permit|passport|biom\w+|school|course|job|work\w*|wait\w*|pending|paid|appl\w+)\b",
    re.I,
)
# "Count from 5 May and not from when I got the visa": what it is not counted from.
_NOT_FROM = re.compile(r"\b(?:not|instead of|rather than) (?:from |with )?[^.?!,;]{0,50}", re.I)
_OR = re.compile(r"\s*(?:,\s*)?or\b", re.I)
_ENTRIES = (DateRole.ENTRY_DATE, DateRole.EARLIER_ENTRY)
_OPEN_UNTIL = (None, DateRole.OTHER, DateRole.RECORD_EXPIRY)
_REACH = 60


def with_counted(text: str, dates: Sequence[SaidDate]) -> tuple[SaidDate, ...]:
    """The dates; what a stay is counted from is supposed the entry, where no entry is told.

    It is not filed, for what is asked may be whether that day is right: ``bare``.
    """
    entered = any(date.role in _ENTRIES and date.tense is not Tense.FUTURE for date in dates)
    if entered or _OF_AN_END.search(_NOT_FROM.sub(" ", text)):
        return tuple(dates)
    return tuple(_counted(text, dates, index) for index in range(len(dates)))


def _counted(text: str, dates: Sequence[SaidDate], index: int) -> SaidDate:
    date = dates[index]
    if date.form not in CALENDAR_FORMS or _OR.match(text, date.end):
        return date
    before = text[max(0, date.start - _REACH) : date.start]
    if date.role is None and _TILL_NOW.match(text, date.end):
        return replace(date, tense=Tense.PAST, bare=True)
    if date.role in _OPEN_UNTIL and _FROM.search(before) and _TO_WHEN.match(text, date.end):
        return replace(date, role=None, tense=None, bare=True)
    if date.role is DateRole.ENTRY_DATE and date.tense is Tense.FUTURE and _COUNTS.search(before):
        return replace(date, tense=Tense.PAST)
    if date.role not in (None, DateRole.OTHER):
        return date
    if _COUNTS.search(before) or _is_what_was_reached(text, dates, index):
        return replace(date, tense=Tense.PAST, bare=True)
    return date


def _is_what_was_reached(text: str, dates: Sequence[SaidDate], index: int) -> bool:
    """Whether a day was reckoned out of this one."""
    if index == 0 or not _OUT_OF.fullmatch(text, dates[index - 1].end, dates[index].start):
        return False
    first = dates[index - 1].start
    return _REACHED.search(text, max(0, first - _REACH), first) is not None
