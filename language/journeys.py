"""Another day supposed for a journey still planned."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from language.dates import DateRole, ExactDate, Tense, find_dates, resolve
from language.suppositions import shift_said

_JOURNEY = re.compile(
    r"\b(?:tickets?|flights?|fly(?:ing)?|seats?|fares?|trips?|land(?:ing|ed)?|arriv\w+|c[oa]m(?:e|ing)|enter\w*|"
    r"travel\w*|book(?:ing)?|start(?:ing)?|cross(?:ing)?|cheap(?:er)?|instead)\b",
    re.I,
)
_OTHERWISE = re.compile(
    r"\b(?:leav\w+|home|back|out|return\w*|visa|passports?|record|extension|until|till?|"
    r"expir\w+|ends?)\b",
    re.I,
)
_MOVED = re.compile(
    r"\b(?:chang(?:ed|ing)|moved|re-?booked|re-?scheduled|postponed|shifted|pushed|brought forward|"
    r"delayed|put (?:off|back))\b",
    re.I,
)
_NO_FACT = (None, DateRole.OTHER)


def moved_journey(text: str, today: dt.date) -> dt.date | None:
    """The day to which ``text`` tells that a journey was moved: "changed the ticket to 9 May"."""
    moved = _MOVED.search(text) is not None
    return supposed_journey(text, today, dt.date.max) if moved else None


def supposed_journey(text: str, today: dt.date, came: dt.date) -> dt.date | None:
    """The one day ``text`` puts for coming: "and if the flights are cheaper on 7 April".

    Told by its distance ("and if I came a week later") it is counted from the day the person
    ``came``; by its name it is one of a journey to come.
    """
    if _JOURNEY.search(text) is None or _OTHERWISE.search(text):
        return None
    dates, shift = find_dates(text), shift_said(text)
    if shift and not dates:
        return came + shift if came < dt.date.max else None
    if len(dates) != 1 or dates[0].role not in _NO_FACT or came <= today:
        return None
    found = resolve(replace(dates[0], role=None, tense=Tense.FUTURE), today, DateRole.OTHER)
    return found.date if isinstance(found, ExactDate) else None
