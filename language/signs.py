"""What a classifier should know of a text beside its words: its form and its facts."""

from __future__ import annotations

import re
from functools import lru_cache

from language.dates import find_dates
from language.facts import find_facts
from language.lexicon import words

_ASKS = re.compile(
    r"\b(?:what'?s?|when'?s?|where|which|who|how'?s?|why|can|could|do|does|did|is|are|am|will|"
    r"would|should|may|must)\b",
    re.I,
)
_LEAD = re.compile(
    r"(?:(?:ok(?:ay)?|so|and|but|no|yes|well|then|hm+|please|also|wait|sorry|until|till|by|for|at|"
    r"(?:last |one |another |a |my )?(?:more )?question)\b[\s,.:!-]*){1,5}",
    re.I,
)
_ASKS_WITHIN = re.compile(
    r"[,.;:!]\s*(?:(?:and|but|or|so|then|also|kindly|please|tell me)\s+){0,2}"
    r"(?:what'?s?|when|where|which|who|how|why)\b|"
    r"\b(?:can|could|do|does|did|is|are|am|will|would|should|must)(?:n'?t)? "
    r"(?:i|we|you|he|she|they|it|this|these|those|there|someone|somebody|anyone|anybody)\b",
    re.I,
)
_SHORT, _LONG = 5, 15
"""Words: below the first a text is short, from the second on long."""


def asks(text: str) -> bool:
    """Whether the text asks something: by its sign, its first word that tells, or a clause."""
    said = text.strip()
    lead = _LEAD.match(said)
    at_once = _ASKS.match(said, lead.end() if lead else 0)
    return "?" in said or at_once is not None or _ASKS_WITHIN.search(said) is not None


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
    found |= {f"place_{name}" for name, pattern in _places().items() if pattern.search(text)}
    return " ".join(sorted(found))


@lru_cache(maxsize=1)
def _places() -> dict[str, re.Pattern[str]]:
    """Where the text speaks of being: Canada, the United States, or another country."""
    countries = words("countries")
    elsewhere = [
        name for code in countries if code not in ("CA", "US") for name in countries[code]["names"]
    ]
    places = {
        "canada": ["canada", "canadian"],
        "united_states": countries["US"]["names"],
        "elsewhere": [*elsewhere, "schengen", "europe", "the eu", "uk", "u.k."],
    }
    return {
        name: re.compile(
            rf"\b(?:in|to|into|inside|within|around|leave|leaving|enter|entering|visit|visiting) "
            rf"(?:the )?(?:{'|'.join(re.escape(place) for place in said)})\b",
            re.I,
        )
        for name, said in places.items()
    }
