"""Text as the classifier reads it: one spelling of shorthand, dates masked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from language.said_dates import SaidDate

DATE_MASK = " xdate "
"""Stands for any date: which day it is says nothing about the question."""

SHORTHAND = {
    "u": "you",
    "ur": "your",
    "r": "are",
    "pls": "please",
    "plz": "please",
    "thx": "thanks",
    "ty": "thank you",
    "tks": "thanks",
    "cant": "can't",
    "dont": "don't",
    "didnt": "didn't",
    "doesnt": "doesn't",
    "wont": "won't",
    "im": "i'm",
    "ive": "i've",
    "w": "with",
    "w/o": "without",
    "b4": "before",
    "bc": "because",
    "cuz": "because",
    "coz": "because",
    "abt": "about",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "have to",
    "ppl": "people",
    "yr": "year",
    "yrs": "years",
    "mo": "months",
    "mos": "months",
    "mnth": "month",
    "mnths": "months",
    "wk": "week",
    "wks": "weeks",
    "ext": "extension",
    "app": "application",
    "appl": "application",
    "imm": "immigration",
    "pp": "passport",
    "ppt": "passport",
    "pasport": "passport",
    "usa": "us",
    "u.s.": "us",
    "u.s": "us",
    "states": "us",
    "calender": "calendar",
    "thru": "through",
    "til": "until",
    "till": "until",
}
_NUMBER_UNIT = re.compile(r"(?<=\d)(?=(?:mo|mos|months?|days?|d|wks?|weeks?|yrs?|years?)\b)")
_WORD = re.compile(r"\S+")
_EDGES = ".,!?;:()\"'"


def normalise(text: str, dates: Sequence[SaidDate] = ()) -> str:
    """`text` in lower case without accents, shorthand written out, `dates` masked."""
    for date in sorted(dates, key=lambda found: found.start, reverse=True):
        text = text[: date.start] + DATE_MASK + text[date.end :]
    text = unicodedata.normalize("NFKD", text.replace("\u2019", "'"))
    text = "".join(char for char in text if not unicodedata.combining(char)).lower()
    text = _NUMBER_UNIT.sub(" ", text)
    return " ".join(_expand(word) for word in _WORD.findall(text))


def _expand(word: str) -> str:
    core = word.strip(_EDGES)
    expanded = SHORTHAND.get(word) or SHORTHAND.get(core)
    return word.replace(core, expanded, 1) if expanded and core else word
