"""Whether a message tells when something sent was opened or read, which no period counts from."""

from __future__ import annotations

import re

_LEARNT = re.compile(
    r"\b(?:open(?:ed)?|read|saw|seen|noticed|found(?: (?:it|that|this|out))?|discovered|"
    r"check(?:ed)?|"
    r"look(?:ed)?(?: (?:at|in|into))|log(?:ged)? (?:in|on)|learn(?:ed|t)|show(?:ed|n)|told|"
    r"heard|knew|"
    r"got (?:it|that|the (?:mail|letter|e-?mail|message))|received|receive|reached)\b",
    re.I,
)
_CAME = re.compile(
    r"\b(?:enter\w*|entry|arriv(?:ed|al) in|cross\w*|land(?:ed|ing)|flew|drove|stamp\w*|tickets?|"
    r"boarding|(?:i|we|he|she|they) (?:came|arrived|got (?:here|in|to))|passport)\b",
    re.I,
)
_COUNTS = re.compile(
    r"\b(?:count\w*|runs?|running|starts?|started|beg[ia]ns?|clock|matters?|only then|so late|"
    r"from (?:when|then|there|that|the|yesterday|today))\b",
    re.I,
)


# "The 9th is only when I opened it", "the 9th was the day we saw it".
_IS_WHEN_LEARNT = re.compile(
    r"\s*(?:,? which )?(?:is|was|it'?s|that'?s)\s+(?:(?:just|only|actually|simply|merely|really) )?"
    r"(?:when|the (?:day|date|time)(?: (?:when|that|on which))?) "
    r"(?:i|we|he|she|they|(?:my|our|his|her) \w+) (?:(?:have|had|just|only|first|finally|then) )*"
    r"(?:open(?:ed)?|read|saw|see|seen|noticed?|found (?:it|out|that|the)|discovered|check(?:ed)?|"
    r"look(?:ed)?|log(?:ged)?|learn(?:ed|t)|heard|knew|"
    r"(?:got|received?) (?:it|that|them|the (?:e-?)?(?:mail|letter|message|notice)))\b",
    re.I,
)


def is_day_of_learning(text: str, end: int) -> bool:
    """Whether the day that ends at ``end`` is said to be the one on which one read of it."""
    return _IS_WHEN_LEARNT.match(text, end) is not None


def is_of_learning(text: str) -> bool:
    """Whether it tells on which day one opened or read something, and of no coming here."""
    return _LEARNT.search(text) is not None and _CAME.search(text) is None


def counts_from_learning(text: str) -> bool:
    """Whether a period is held to run from that day: "it counts from when I read it"."""
    return is_of_learning(text) and _COUNTS.search(text) is not None
