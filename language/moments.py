"""Questions about a day's place in the week and the hour a deadline closes, and where."""

from __future__ import annotations

import re
from functools import lru_cache

from language.date_parts import WEEKDAY_NAME
from language.lexicon import whole_words, words

_WEEKDAY = re.compile(
    r"\b(?:week ?day|day of (?:the )?week|(?:what|which) day (?:is|was|will|does|would) "
    r"(?:it|that|this)|(?:falls?|land) on (?:a |the )?(?:\w{3,6}day|week ?end)|"
    r"(?:is|was) (?:it|that|this|(?:the|my) last day) (?:on )?(?:an? |the )?"
    rf"(?:{WEEKDAY_NAME}|week ?end))\b",
    re.I,
)
_HOUR = re.compile(
    r"\b(?:(?:what|which|exact)(?: exact)? (?:hours?|time|o'?clock)\b(?! zones?)|at what time|"
    r"[0-9]{1,2}(?::[0-9]{2})? ?(?:am|pm|a\.m\.|p\.m\.|o'?clock)|(?:noon|midnight)\b|time ?zones?|"
    r"until when on (?:that|the last) day|(?:until|till?|by) when exactly)",
    re.I,
)
_ONLY_BEFORE = re.compile(
    r"\s*(?:(?:and|or|so|ok|but|then|now|what about|how about)[\s,]+){0,3}"
    r"(?:in|for|at|from) (?:the )?",
    re.I,
)
_NO_HOUR = re.compile(r"what time of (?:the )?year|at what time of", re.I)


def asks_weekday(text: str) -> bool:
    """Whether the text asks on which day of the week something falls."""
    return _WEEKDAY.search(text) is not None


def asks_hour(text: str) -> bool:
    """Whether the text asks, or names, an hour of the day."""
    return _HOUR.search(text) is not None and _NO_HOUR.search(text) is None


def zone_of(text: str) -> str | None:
    """The IANA time zone of the one place in Canada named, or of the last of several."""
    found = {match.end(): zone for zone, said in _zones() for match in said.finditer(text)}
    return found[max(found)] if found else None


def only_places(text: str) -> bool:
    """Whether the text is no more than a place: "and in Vancouver?"."""
    return any(
        _ONLY_BEFORE.fullmatch(text, 0, match.start()) and not text[match.end() :].strip(" ?!.")
        for _, said in _zones()
        for match in said.finditer(text)
    )


_WHERE_ONE_IS = (
    re.compile(
        r"[\s,;.]+(?:(?:i|we)(?:'?m|'?re| am| are)? (?:live |stay )?|im |we're )?"
        r"(?:in|from|at) (?:\w+[.']?\w* ?){1,3}$",
        re.I,
    ),
    re.compile(
        r"\A(?:i|we)(?:'?m|'?re| am| are)? (?:live |stay )?in (?:\w+[.']?\w* ?){1,3}?[,;.]+ ", re.I
    ),
)


def without_place(text: str) -> str:
    """The text without a clause that only says where one is: ", I am in Calgary"."""
    for clause in _WHERE_ONE_IS:
        match = clause.search(text)
        if match is not None and zone_of(match[0]):
            return text[: match.start()] + text[match.end() :]
    return text


@lru_cache(maxsize=1)
def _zones() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((zone, whole_words([said], {})) for zone, said in words("zones").items())
