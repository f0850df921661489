"""Questions for the reason of what holds for oneself, with another person beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from language.cues import Found, Whose, people
from language.dates import find_dates
from language.facts import find_facts

_NOT_SELF = re.compile(
    r"\b(?:why|how come) (?:not|did(?:n'?t| not)?|do|am|was|only|just)? ?(?:i|me|we|us|mine)\b",
    re.I,
)
_BEGINS = re.compile(
    r"\W*(?:(?:but|and|so|ok(?:ay)?|wait|hm+|sorry|huh|what)\W+){0,3}"
    r"(?:why\b|how come|how so|how(?: is|'?s| can| could) (?:that|it|this)\b)",
    re.I,
)
_WHY = re.compile(r"(?:^|[.?!;,]\s*)(?:(?:but|and|so|ok|wait) )*(?:why|how come)\b[^.?!;,]*", re.I)


def is_nationality_of_another(text: str) -> bool:
    """Whether the nationality told is another's: "my Italian buddy was cut off"."""
    others = [one for one in people(text) if one.kind is Whose.OTHER]
    told = [fact for fact in find_facts(text) if fact.kind == "nationality"]
    return bool(told) and all(
        any(one.start <= fact.end + 1 and fact.start < one.end for one in others) for fact in told
    )


def asks_why(text: str) -> bool:
    """Whether it begins by asking the reason: "why? six months were over in October"."""
    return _BEGINS.match(text) is not None


def asks_why_not_self(text: str) -> bool:
    """Whether it asks why oneself: "my friend got six months, why not me"."""
    return _NOT_SELF.search(text) is not None


def asks_why_of_self(text: str, named: Sequence[Found[Whose]]) -> bool:
    """Whether what is asked the reason of is the speaker's, others being named beside it alone.

    "Why does my passport not matter? My buddy was cut off by his."
    """
    why = _WHY.search(text)
    named = [person for person in named if person.kind is not Whose.NOBODY]
    asked = [p.kind for p in named if why and why.start() <= p.start and p.end <= why.end()]
    return bool(asked) and set(asked) == {Whose.SELF} and len(asked) < len(named)


# "How did you get to my date", "how was that calculated": of the day computed for a stay.
_HOW_COUNTED = re.compile(
    r"\b(?:how|where|why|explain|show)\b[^.?!;]{0,40}\b(?:calculat|comput|count(?:ed)?\b|reckon|"
    r"work(?:ed)? (?:it |that |this )?out|"
    r"(?:you|we|it|they|this|that|date|day) (?:\w+ )?(?:get|got|come|came|arrived?) "
    r"(?:from\b|(?:to|at|by|up with) (?:(?:my|the|that|this|our) (?:\w+ )?"
    r"(?:date|day|deadline|limit|end|result|answer|number)|it\b|that\b|this\b|[0-9]))|figure)",
    re.I,
)
# "How come it's not what you told me before": of the day, which changed.
_YOU_SAID = r"you (?:just |first )?(?:told|said|gave|wrote|had|answered)"
_DIFFERS = re.compile(
    r"\b(?:not (?:the )?(?:same|what)|differ\w*|isn'?t (?:the same|what)|do(?:es)?n'?t match|"
    rf"contradict\w*)\b[^.?!;]{{0,40}}?\b(?:{_YOU_SAID}|before|earlier|"
    r"a (?:minute|moment|second) ago|just now|the first time)\b|"
    rf"\b(?:another|changed?|other than)\b[^.?!;]{{0,40}}?\b{_YOU_SAID}\b|"
    r"\byou (?:just |first )?(?:told|said|gave)(?: me)? (?:something|another|a different)\b",
    re.I,
)
_A_DAY = re.compile(r"\b(?:dates?|days?|deadline|limit)\b", re.I)


def asks_how_counted(text: str) -> bool:
    """Whether it asks how a day was come to, of whatever was spoken since."""
    return _HOW_COUNTED.search(text) is not None or asks_why_changed(text)


def asks_why_changed(text: str) -> bool:
    """Whether it asks why the day is not the one said before."""
    return _DIFFERS.search(text) is not None


def names_a_day(text: str) -> bool:
    """Whether what it asks the reason of is a day."""
    return bool(asks_how_counted(text) or _A_DAY.search(text) or find_dates(text))
