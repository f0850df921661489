"""What a classifier should know of a text beside its words: its form and its facts."""

from __future__ import annotations

import re

from language.dates import find_dates
from language.facts import find_facts

_ASKS = re.compile(
    r"\b(?:what'?s?|when'?s?|where|which|who|how'?s?|why|can|could|do|does|did|is|are|am|will|"
    r"would|should|may|must)\b",
    re.I,
)
_SHORT, _LONG = 5, 15
"""Words: below the first a text is short, from the second on long."""


def signs(text: str) -> str:
    """One word a sign: roles of its dates, kinds of its facts, how it asks, how long it is."""
    found = {f"date_{date.role.value if date.role else 'unnamed'}" for date in find_dates(text)}
    found |= {f"fact_{fact.kind}" for fact in find_facts(text)}
    count = len(text.split())
    found.add("short" if count < _SHORT else "middling" if count < _LONG else "long")
    found.add("question_mark" if "?" in text else "no_question_mark")
    if _ASKS.match(text.strip()):
        found.add("asks_at_once")
    elif "?" not in text and not _ASKS.search(text):
        found.add("asks_nothing")
    return " ".join(sorted(found))
