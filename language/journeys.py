"""Another day supposed for a journey still planned."""

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


def supposed_journey(text: str, today: dt.date) -> dt.date | None:
    """The one day ``text`` puts for coming: "and if the flights are cheaper on 7 April"."""
    dates = find_dates(text)
    if len(dates) != 1 or dates[0].role not in _NO_FACT or _OTHERWISE.search(text):
        return None
    if _JOURNEY.search(text) is None:
        return None
    found = resolve(replace(dates[0], role=None, tense=Tense.FUTURE), today, DateRole.OTHER)
    return found.date if isinstance(found, ExactDate) else None
