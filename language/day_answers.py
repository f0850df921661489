"""What a day is said to be, once that was asked: "the officer wrote it", "my passport's"."""

from __future__ import annotations

import re

_KINDS = (
    (
        "stamp_date",
        re.compile(
            r"\b(?:officers?|wrote|writ(?:es?|ten|ing)|hand-?writ\w+|by hand|pen|ink|scribbl\w+|"
            r"guard|agent|cbsa|customs|leave[- ]by|must leave|have to leave|until when)\b",
            re.I,
        ),
    ),
    (
        "entry_date",
        re.compile(
            r"\b(?:enter\w*|entry|arriv\w+|land(?:ed|ing)|came|come in|got (?:here|in)|cross\w*|"
            r"flew in|drove in)\b",
            re.I,
        ),
    ),
    ("record_expiry", re.compile(r"\b(?:records?|vr|exten[st]\w*|permit|status)\b", re.I)),
    ("visa_expiry", re.compile(r"\b(?:visa|e-?ta|trv)\b", re.I)),
    ("passport_expiry", re.compile(r"\bpas{1,2}[ -]?ports?\b", re.I)),
)
_DENIED = re.compile(r"\b(?:not|never|\w+n'?t|neither)\b(?: \w+){0,3}", re.I)
_BESIDE = re.compile(
    r"'?s|a|actually|again|an|and|at|believe|border|by|canada|date|day|did|end|expir\w*|first|for|from|"
    r"guess|he|her|here|his|i|i'm|in|into|is|it|it's|its|just|last|latter|me|my|no|not|of|ok|okay|on|"
    r"one|option|our|put|says?|second|she|so|that|that's|thats|the|there|they|think|this|to|toronto|"
    r"us|visitor|was|we|when|which|yeah|yes"
)
_LONGEST = 12
"""Words; a longer message says something else as well."""


def says_no_more(text: str) -> bool:
    """Whether ``text`` has only words that may stand beside such an answer."""
    said = re.findall(r"[a-z']+", text.replace("’", "'").lower())
    return len(said) <= _LONGEST and all(map(_BESIDE.fullmatch, said))


def fact_said(text: str) -> str | None:
    """The fact whose day it is said to be; of an officer's pen in a passport, the pen's."""
    text = text.replace("’", "'")
    if len(text.split()) > _LONGEST or "?" in text:
        return None
    said = _DENIED.sub(" ", text).lower()
    rest = said
    for _, named in _KINDS:
        rest = named.sub(" ", rest)
    if not all(map(_BESIDE.fullmatch, re.findall(r"[a-z']+", rest))):
        return None  # "what if they write nothing" says no more of that day
    return next((fact for fact, named in _KINDS if named.search(said)), None)
