"""Days out of Canada: who goes over and is back the same day enters again on it."""

from __future__ import annotations

import re
from functools import lru_cache

from language.cues import place_patterns
from language.said_dates import DateForm, SaidDate

_FOR_A_DAY = re.compile(
    r"\b(?:day[ -]?trip|day out|for (?:the|a) (?:day|afternoon|morning|evening)|"
    r"for (?:an?|two|a few|some|couple of|\d+) hours?|shopping (?:day|trip|run)|"
    r"quick (?:lunch|dinner|trip|run|visit|"
    r"shop\w*|stop)|(?:for|to have) (?:a )?(?:lunch|dinner|breakfast|coffee)|round trip)\b",
    re.I,
)
_BACK = re.compile(
    r"[^.?!;0-9]{0,40}?\b(?:back|home|return(?:ed)?|c[ao]me in|in again)\b[^.?!;0-9]{0,20}?"
    r"\b(?:(?:the |that )?(?:very )?same (?:day|evening|night|afternoon|morning)|"
    r"that (?:day|evening|night|afternoon)|"
    r"(?:by|before|in time for|for) (?:the )?(?:evening|night|midnight|lunch|dinner|supper)|"
    r"(?:an?|two|three|four|five|a few|some|couple of) hours? later)\b",
    re.I,
)
_COMES_BACK = re.compile(
    r"\b(?:(?:c[ao]m(?:e|ing)|got|was|were|drove|flew) back|back (?:in|home))\b", re.I
)
# What is only thought of, or asked about.
_NOT_DONE = re.compile(
    r"\b(?:will|'?ll|going to|gonna|plan\w*|want\w*|hop(?:e|ing)|would|if|can|could|should|may|"
    r"might|must|thinking|tomorrow|next|book\w*|intend\w*|like to|need to|have to|don'?t|"
    r"did ?n[o']t|never|flying|driving|going|leaving|crossing|heading|coming|says?|make|let'?s)\b",
    re.I,
)
# Who asks what a day abroad did to an application asks of leaving.
_PENDING = re.compile(
    r"\b(?:extension|application|renewal|visitor record)\b[^.?!]{0,40}"
    r"\b(?:pending|waiting|in process|processing|undecided|alive|dead|void|valid|cancel\w*|lost|"
    r"abandon\w*|affect\w*|still|going|count\w*)\b|\b(?:pending|waiting)\b[^.?!]{0,30}"
    r"\b(?:extension|application|renewal|visitor record|ircc)\b|\b(?:maintained|implied) status\b",
    re.I,
)
_CLAUSE_START = re.compile(r"[.?!;,](?=\s)|\b(?:and|then|but)\b", re.I)
_TO = re.compile(r"\b(?:to|for|into|over|visit\w*) (?:the )?$", re.I)
_STOP = re.compile(r"[.?!;,]")
_AROUND = 70


def is_day_trip(text: str, date: SaidDate) -> bool:
    """Whether the words beside ``date`` tell of a visit abroad that ended the same day."""
    if date.form is DateForm.INCOMPLETE:
        return False
    before = text[max(0, date.start - _AROUND) : date.start]
    starts = [match.end() for match in _CLAUSE_START.finditer(before)]
    clause = before[starts[-1] :] if starts else before
    stop = _STOP.search(text, date.end, date.end + _AROUND)
    after = text[date.end : stop.start() if stop else date.end + _AROUND]
    told = f"{clause} {after}"
    if _abroad().search(told) is None or _NOT_DONE.search(told):
        return False
    if _BACK.match(text, date.end):
        return True
    back = _COMES_BACK.search(text, date.end, date.end + _AROUND)
    return back is not None and _FOR_A_DAY.search(told) is not None


def is_pending(text: str) -> bool:
    """Whether an application is pending: a day abroad then is told as one of leaving."""
    return _PENDING.search(text) is not None


def goes_abroad(before: str) -> bool:
    """Whether the words before a day tell of going to a place abroad."""
    return any(_TO.search(before, 0, m.start()) for m in _abroad().finditer(before))


@lru_cache(maxsize=1)
def _abroad() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![a-z])(?:{place_patterns()['abroad']}|(?:over|across) the (?:line|border|bridge))"
        r"(?![a-z])",
        re.I,
    )
