"""Dates said only to be denied: "I did not enter on 3 August", "5 May is wrong"."""

from __future__ import annotations

import re

from language.said_dates import DateRole
from language.tenses import EXPIRIES

_NOT = (
    r"(?:(?:(?:did|do|was|were|have|has|had|could|can|am|is) )?not|neither|nor|never|cannot|"
    r"(?:did|do|does|"
    r"was|is|were|are|have|has|had|would|could|can|wo|should)n'?t|"
    r"dint|din'?t|ain'?t|didnot|wasnot)"
)
_SMALL = (
    r"(?:on|in|at|the|to|of|here|canada|back|from|into|actually|really|even|ever|yet|that|date|day|"
    r"a|be|been|was|is|for|my|this|year|think|believe)"
)
_VERB = (
    r"(?:enter\w*|arriv\w*|c[oa]m(?:e|ing)|land\w*|cross\w*|fl(?:y|ew|own)|dr(?:ive|ove|iven)|"
    r"leav\w*|left|exit\w*|depart\w*|appl(?:y|ied)|submit\w*|file[ds]?|sen[dt]|expir\w*|end\w*|"
    r"refus\w*|reject\w*|approv\w*|g[ia]ve|do|done|sa(?:y|id)|wr[io]te|written|"
    r"put|return\w*|valid|dated|entry|arrival|start\w*)"
)
# A verb alone between "not" and the date: in "not a citizen, came 5 May" more follows.
_BEFORE = re.compile(
    rf"\b{_NOT}(?:\s+{_SMALL}){{0,4}}(?:\s+(?:it|i|we|she|he)\s+(?:was|is|\w+ed))?"
    rf"(?:\s+{_VERB})?(?:\s+(?!a\b|my\b){_SMALL}){{0,4}}\s*[\"':]?\s*$",
    re.I,
)
_REACH = 60
_AFTER = re.compile(
    rf"[\s,]*(?:(?:(?:it |that )?(?:is|was)|'s|isn'?t|wasn'?t|it'?s)\s+)?"
    rf"(?:(?:the |a |not |an ){{0,4}}(?:wrong(?! (?:fee|forms?|amount|payment|photos?|sign\w*))|"
    rf"incorrect|mistaken|false)|"
    rf"(?:crossed|scratched|struck) (?:out|off|through)|"
    rf"not (?:right|correct|true|when|my)|"
    rf"(?:isn'?t|wasn'?t) (?:right|correct|true|when|my|the)|"
    # "17 August, he didn't write any date" denies that date nothing.
    rf"(?P<act>(?:i|we|he|she|they) )(?:{_NOT})\s+{_VERB}(?!\s+(?:any(?:thing)?|an?|me|us|down)\b)"
    r"(?!(?: \w+){0,3} yet\b))\b",
    re.I,
)


_SAID = re.compile(r"\b(?:sa(?:y|id)|wr[io]te|written|put|g[ia]ve)$", re.I)
# "Since my entry on 5 May I have not left" denies no entry.
_SINCE = re.compile(r"\bsince\b[^.?!;,]{0,30}$", re.I)


def denial_end(text: str, start: int, end: int, role: DateRole | None = None) -> int | None:
    """Where the denial of the date ``text[start:end]`` ends, or ``None`` if it is not denied.

    "My record ends 5 May, I did not apply": what somebody does not do denies no end of a paper.
    """
    since = _SINCE.search(text, max(0, start - _REACH), start)
    after = None if since else _AFTER.match(text, end)
    if after and not (after["act"] and role in EXPIRIES and not _SAID.search(after[0])):
        return after.end()
    return end if _BEFORE.search(text[max(0, start - _REACH) : start]) else None
