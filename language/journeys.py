"""Another day put for one said, or settled on, where a journey is still planned."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from language.dates import DateRole, ExactDate, Tense, find_dates, resolve

_JOURNEY = re.compile(
    r"\b(?:tickets?|flights?|fly(?:ing)?|seats?|fares?|trips?|land(?:ing)?|arriv\w+|com(?:e|ing)|"
    r"travel\w*|book(?:ing)?|start(?:ing)?|cross(?:ing)?|cheap(?:er)?|instead)\b",
    re.I,
)
_OTHERWISE = re.compile(
    r"\b(?:leav\w+|home|back|out|return\w*|visa|passports?|record|extension|until|till?|"
    r"expir\w+|ends?)\b",
    re.I,
)
_NO_FACT = (None, DateRole.OTHER)
_CHOOSES = re.compile(
    r"\b(?:(?:i|we|he|she|they)(?:(?: will| would|['’]?ll|['’]?d)? )(?:(?:rather|then|just|"
    r"probably|take|pick|choose|go|do|opt|settle|decide|with|for|on|come|fly|make|it|the) ){0,6}|"
    r"(?:let['’]?s|lets) (?:(?:say|take|do|make|go|it|with|for|the|then) ){1,4})$",
    re.I,
)
_PUTS_FIRST = re.compile(
    r"(?P<day>\W*(?:and|or|what about|how about|ok(?:ay)?,? and|so)\b[^,?!.;:]{4,40})[,?;:–-]\s*"
    r"(?=(?:when|because|since|as|if|that'?s|it'?s|which|cause|cos|then|there|where|while)\b)",
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


def day_put(text: str) -> str:
    """The part of ``text`` that puts a day, without what is said of it: "And 1 January, when
    the tickets are cheap?"; all of it where it says anything else."""
    match = _PUTS_FIRST.match(text)
    if match is None or len(find_dates(text)) != 1:
        return text
    return f"{match['day']}?"


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


def supposed_journey(text: str, today: dt.date) -> dt.date | None:
    """The one day ``text`` puts for coming: "and if the flights are cheaper on 7 April"."""
    dates = find_dates(text)
    if len(dates) != 1 or dates[0].role not in _NO_FACT or _OTHERWISE.search(text):
        return None
    if _JOURNEY.search(text) is None:
        return None
    found = resolve(replace(dates[0], role=None, tense=Tense.FUTURE), today, DateRole.OTHER)
    return found.date if isinstance(found, ExactDate) else None
