"""A day that somebody near, or an adviser, names against one told before."""

from __future__ import annotations

import re

from language.cues import Whose, people

_SAYS = re.compile(
    r"(?: (?:counted|calculated|looked|checked|read|did|used|heard|googled)\b[^.?!]{0,30} and)?"
    r"\s(?:says?|thinks?|reckons?|insists?|claims?|counts?|believes?|swears?|keeps saying|gets?|"
    r"gives?|shows?)"
    r"(?: (?:me|us|it is|it'?s|that|the|only|no|by|until|till|on|it|day|is)){0,3} $",
    re.I,
)
_PRONOUN = re.compile(r"(?:he|she|they|him|her|his|hers|them|theirs?)\b", re.I)
_ADVISER = re.compile(
    r"\b(?:lawyer|consultant|advis[eo]r|paralegal|accountant|landlord|landlady|teacher|colleague|"
    r"boss|host|neighbou?r|agency|travel agent|school|airline|friends?|cousin|uncle|aunt(?:ie)?|"
    r"(?:room|flat|house) ?mate|some(?:body|one|body else|one else)|people|another (?:guy|person)|"
    r"(?:calculator|app|tool|counter)(?: online| i (?:found|used))?)$",
    re.I,
)
_DAY = re.compile(r"[0-9]")
_DOUBTED = re.compile(
    r"\?|\b(?:who|which|what|how|why|(?:is|are) (?:he|she|they|it|that)|right|true|correct|wrong|"
    r"agree|confus\w+)\b",
    re.I,
)
_DISPUTED = re.compile(
    r"\b(?:who(?:se)?|which)(?: one| day| date| of \w+)?(?: is|'s)(?: it)?"
    r"(?: \w+)? (?:right|correct|true|wrong)\b",
    re.I,
)
# "My wife says 5 June is her entry", "says 5 June we came": told of a coming all the same.
_CAME = re.compile(
    r"[\s,]*(?:is|was|when|that|we|i|he|she|they|the|my|our|her|his|day|date|of|really|both| ){0,9}"
    r"(?:entry|entered|arriv\w+|came|landed|crossed|stamp\w*)\b",
    re.I,
)
_REACH = 40


def is_hearsay(text: str, start: int, end: int) -> bool:
    """Whether the day ``text[start:end]`` is only somebody's opinion: "my cousin says 5 June"."""
    said = _SAYS.search(text, max(0, start - _REACH), start)
    if said is None or _CAME.match(text, end):
        return False
    near = any(
        one.kind is Whose.OTHER and one.end == said.start() and not _PRONOUN.fullmatch(one.text)
        for one in people(text)
    )
    if not (near or _ADVISER.search(text, max(0, said.start() - _REACH), said.start())):
        return False
    told, rest = text[: said.start()], text[end:]
    against = _DAY.search(told) is not None and _DOUBTED.search(rest) is not None
    return against or disputes(rest)


def disputes(text: str) -> bool:
    """Whether it asks who or which is right: "someone says 5 June, which is correct"."""
    return _DISPUTED.search(text) is not None
