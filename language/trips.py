"""A short trip out of Canada that is only thought of: to the US alone, or elsewhere."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from language.cues import place_patterns
from language.lexicon import words


class Trip(str, Enum):
    """Where such a trip leads."""

    US = "trip_to_us"
    ELSEWHERE = "trip_elsewhere"


_BRIEFLY = re.compile(
    r"\b(?:week ?ends?|(?:day|road|side|short|quick|little|small|shopping|ski|bus|"
    r"family)[ -]?trips?|"
    r"trip|visit|getaway|excursion|holidays?|vacation|cruise|"
    r"(?:a|one|two|three|four|five|few|couple of|[2-9]|10) (?:days?|nights?|weeks?)|overnight|"
    r"wedding|funeral|birthday|b-?day|concert|game|conference|christmas|xmas|new year'?s?|"
    r"easter|eid|"
    r"diwali|thanksgiving|come back|coming back|and back|return|re-?ent\w+|back in(?:to)?|pop|"
    r"hop\w*)\b",
    re.I,
)
# What has been, what is to renew a stay, and what is waited for are other questions.
_OTHER = re.compile(
    r"\b(?:went|was|were|came|been|visited|enter\w*|cross(?:ed)?|arriv\w*|landed|stamp\w*|"
    r"drove|flew|flagpol\w*|resets?|renew\w*|restart\w*|"
    r"new (?:six|6|stamp|stay|period)|extra|another (?:six|6)|six (?:more )?months|180|border run|"
    r"work permit|study permit|pending|waiting|application|extension|maintained|implied|refus\w*|"
    r"leave for good|move|moving|immigrat\w*|green ?card|esta)\b",
    re.I,
)
_HOME = re.compile(
    r"\b(?:hops?|pops?|fl(?:y|ies)|goes|go|travels?|dash(?:es)?|nips?|runs?|heads?|returns?|going|"
    r"flying|trip|visit|flight)(?: (?:back|over|quickly|briefly|to))* home\b",
    re.I,
)


@lru_cache(maxsize=1)
def _places() -> tuple[re.Pattern[str], re.Pattern[str]]:
    named = (name for name in words("countries")["US"]["names"] if name.lower() != "us")
    america = "|".join((*named, r"the us|(?:in|to) us|u\.s\.a?", *words("places")["abroad"][:2]))
    us = re.compile(rf"\b(?:{america})(?!\w)", re.I)
    return us, re.compile(rf"\b(?!us\b){place_patterns()['abroad']}(?!\w)", re.I)


def trip_planned(text: str) -> Trip | None:
    """Where the short trip leads that ``text`` thinks of; ``None`` where it speaks of none."""
    if _BRIEFLY.search(text) is None or _OTHER.search(text) is not None:
        return None
    us, abroad = _places()
    rest = us.sub(" ", text)
    if _HOME.search(rest) or abroad.search(rest):
        return Trip.ELSEWHERE
    return Trip.US if rest != text else None
