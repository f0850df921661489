"""What happened at the border: who tells of it, in whatever tense, has come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from language.handwriting import SUPPOSED
from language.owners import Owned
from language.said_dates import DateRole, SaidDate, Tense

# "I enter 5 June, no one write me anything": who tells of the border has been there.
_AT_THE_BOOTH = re.compile(
    r"\b(?:nobody|no ?one|no officer|none of them|(?:the |an? )?(?:officers?|guards?|agents?|"
    r"customs|cbsa)|"
    r"he|she|they) "
    r"(?:(?:did ?n.?t|did not|dont|don't|not|never|only|just|no|has|had) ){0,2}"
    r"(?:wr[io]te|writ{1,2}en|put|stamp(?:ed)?|gave|give[ns]?|told|asked|said|say|tell|ask)"
    r"(?: (?:me|us|him|her|them|my|our|anything|nothing|no|any|a|the|in|on|down|passport|"
    r"date)\b){1,4}",
    re.I,
)
# "We arrive 5 June, now want stay more", "she reach 5 June and now sick, cant fly".
_IS_HERE = re.compile(
    r"\bnow,? (?:(?:i|we|he|she|they) )?(?:wants?|wish|like|need)(?: to)? "
    r"(?:stay|extend|remain|more|longer|leave)\b|\b(?:until|till|to|since) (?:now|then|today)\b|"
    r"\b(?:she|he|they|i|we)(?:'s|'m|'re| is| am| are)? (?:now )?"
    r"(?:sick|ill|in hospital|still here)\b",
    re.I,
)
_WILL = re.compile(r"\b(?:will|would|can|could|must|should|does|do|may|might|shall)\s+$", re.I)
_REACH = 60


def come(text: str, judged: Sequence[Owned]) -> list[Owned]:
    """The dates; one who comes, in the present form, has come where the booth is told of."""
    behind = _tells_of_the_booth(text)
    return [replace(one, date=_behind(one.date)) if behind else one for one in judged]


def _behind(date: SaidDate) -> SaidDate:
    present = date.role is DateRole.ENTRY_DATE and date.tense is Tense.REPORTED
    return replace(date, tense=None) if present else date


def _tells_of_the_booth(text: str) -> bool:
    """Whether it tells what an officer did or did not do, so that the entry lies behind."""
    if _IS_HERE.search(text):
        return True
    for match in _AT_THE_BOOTH.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        if not (SUPPOSED.search(before) or _WILL.search(before)):
            return True
    return False


# "Do I really have to go by 5 May? The officer was in a bad mood": he gave that day.
_REALLY = re.compile(
    r"\b(?:do|does|must) (?:i|we|he|she|they|my \w+) (?:really|actually|truly|honestly) "
    r"(?:have to|need to|must|got to)?\s*(?:go|leave|be (?:out|gone)|exit|depart)?\b|"
    r"\breally must (?:i|we|he|she|they)\b|\bis it (?:really )?(?:true|right)\b|"
    r"\b(?:is|was)\b.{3,25}\breally (?:(?:my|our|his|her|the) )?(?:last|final)\b",
    re.I,
)
_OFFICER = re.compile(
    r"(?<!can an )(?<!if an )(?<!ask an )\b(?:officer|border (?:guy|man|lady|woman)|guard|"
    r"agent|inspector|customs|cbsa)\b",
    re.I,
)
_FAR = 40


def is_order_doubted(said: str) -> bool:
    """Whether ``said``, up to "leave", asks if one really must: "do I really have to go"."""
    return _REALLY.search(said[-_FAR:]) is not None


def names_officer(text: str) -> bool:
    """Whether an officer is spoken of who was there, so that the day is theirs."""
    return _OFFICER.search(text) is not None
