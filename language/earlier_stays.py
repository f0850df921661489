"""Whether a day of coming or of leaving is told of a stay before this one."""

from __future__ import annotations

import re

from language.returns import is_last_arrival

_STAYS = re.compile(
    r"\b(?P<earlier>(?:last|previous|prior|earlier) (?:time|trip|visit|stay)s?|"
    r"first (?:time|trip|visit|stay)s?(?! (?:in|to|here|ever)\b)|"
    r"(?:previous|prior|earlier) entr(?:y|ies)|previously|"
    r"(?<!came )(?<!come )(?<!entered )(?<!arrived )(?:last year|years ago),? "
    r"(?:i|we|he|she|they|my \w+)\b|"
    r"before (?:that|this)|in the past|years? before)\b|"
    r"\b(?:c[ao]me|enter(?:ed)?|arrived?|cross(?:ed)?) (?:here |in )?again\b|"
    r"\b(?:this time|second|now|currently|current|latest|most recent)\b|"
    # "My first visit was in May, then I came again": what follows is another.
    r"\b(?:then|and|but|so) (?:\w+ ){0,2}(?:came|come|entered|returned|flew|drove|crossed)\b",
    re.I,
)
_THIS_TIME = re.compile(r"\b(?:this time|most recent(?:ly)?)\b[^?!]{0,40}[0-9]", re.I)


# "I came first time 5 May" tells of the only one, as the cue found no second.
_FIRST = re.compile(r"\b(?:first|1st) (?:ever )?time\b")


def is_of_earlier(text: str, before: str, cue: str, start: int, end: int) -> bool:
    """Whether the day ``text[start:end]``, its sentence begun by ``before``, is of another stay."""
    if _FIRST.search(cue) or text[start:end].lower().endswith("this year"):
        return False
    marks = [mark["earlier"] for mark in _STAYS.finditer(before)]
    earlier = marks[-1] if marks else _THIS_TIME.search(text, end)
    return bool(earlier) and not is_last_arrival(text, start, end)


# "Last time they stamped until 5 May, this time nothing".
_LAST_TIME = re.compile(
    r"\b(?:last|previous|prior|earlier|first|other) (?:time|trip|visit|stay|entry)\b"
    r"(?![^?!]*\bthis (?:time|trip|visit|stay)\b)",
    re.I,
)
_THIS_TIME_AFTER = re.compile(
    r"[^?!]{0,60}\b(?:this|second) (?:time|trip|visit|stay|entry)\b", re.I
)
_REACH = 80


def was_last_time(text: str, start: int, end: int) -> bool:
    """Whether what was written is told of the visit before, beside this one."""
    before = _LAST_TIME.search(text[max(0, start - _REACH) : start])
    return before is not None and _THIS_TIME_AFTER.match(text, end) is not None
