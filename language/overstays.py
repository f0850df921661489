"""A stay that, by what else is said, has ended lately."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from language.owners import Owned
from language.said_dates import SaidDate, Tense
from language.tenses import ENDS_OF_STAY, MAY_OVERSTAY

# Said beside an end of stay, these tell that it is behind; what was granted may be ahead.
_NINETY = r"(?:the|my|our|that|those|these) (?:90|ninety)[ -]?days?"
_OVER = re.compile(
    r"\bstill (?:(?:am |i'?m |we'?re |be |dey |deh |stuck |living |around |sitting )?"
    r"(?:here|for here|in (?:canada|the country)|not left))|"
    r"\b(?:i'?m|i am|we'?re|we are|he'?s|she'?s|am|and) still in "
    r"(?!time|process|queue|review|date)\w+|"
    r"\b(?:i'?m|i am|we'?re|we are|s?he(?:'s| is)|they(?:'re| are)) (?:now |already )?over"
    r"(?= (?:now|already|by)\b| *(?:[.!]|$))|"
    r"\b(?:i|we) (?:have |did )?(?:not|never|n'?t) (?:left|leave|gone)|"
    r"\bhere (?:i|we|he|she|they) (?:still (?:am|are|is)|(?:am|are|is) still)\b|"
    r"\b(?:not|n'?t|never) (?:decided?|answer(?:ed)?|repl(?:y|ied)) yet\b|"
    r"\bstayed (?:too|so) long\b|\bover ?stay\w*|\b(?:out of|no|without|lost(?: my)?) status\b|"
    r"(?<!if )\b(?:i'?m|i am|we'?re|we are|s?he(?:'s| is)|they(?:'re| are)|been) (?:[\w+]+ ){0,3}"
    r"(?:past|beyond|over) (?:my|our|his|her|their|the) (?:\w+ )?"
    r"(?:date|limit|deadline|stay|time|day|status)\b|"
    r"\b(?:late|overdue|overran|over|illegal)(?: by (?:\w+ ){1,3}?(?:days?|weeks?|months?))?,? "
    r"(?:it|that|which) (?:was|ended)\b|"
    r"\b(?:i'?m|am i|i am|we are) (?:now |already )?illegal\b|"
    r"\b(?:i'?m|am i|i am|we'?re|we are|are we) (?:(?:now|already|too|so|very|really) )*"
    r"(?:late|overdue)\b(?! (?:for|to|in|with|at|by)\b)|"
    r"\bthought (?:i|we|he|she|they)(?:'d)? (?:had|could|was|were)\b[^.?!;]{0,60}\bbut\b|"
    r"(?<!if )\b(?:i|we|he|she|they) had (?:an? |my |our |his |her )?(?:\w+ )?"
    r"(?:record|permit|status|stay|extension)\b|"
    r"(?<!if i )(?<!if we )(?<!if she )(?<!if he )\bmissed (?:my|our|his|her|their|the) "
    r"(?:last day|deadline|leave(?:[ -]by)? date|end date|exit da(?:te|y))\b|"
    r"\b(?:days?|weeks?|months?|here|now) without (?:papers|permission|authori[sz]ation)\b|"
    rf"\b(?:inside|within|past|beyond|missed?|used up|still in|over) {_NINETY}\b|"
    rf"\b{_NINETY} (?:(?:is|are|already|still|window|limit|rule) ){{0,2}}"
    r"(?:over|passed|gone|up|done|running|left|still)\b|"
    rf"\b(?:is|are) {_NINETY} (?:\w+ )?(?:over|passed|gone|up|done)\b|"
    r"\b(?:90|ninety) days? (?:is|are) (?:\w+ )?(?:over|passed|gone|up|done)\b|"
    r"\b(?:get|put|have|want) (?:my |our |the )?status back\b|"
    r"\b(?:i|we) thought it (?:was|said)\b|"
    r"\brestor\w+|\b(?:returned|sent back) as incomplete|\bincomplete\b|"
    r"\bexten[sd]\w*\b.{0,80}\b(?:refus|reject|denied)|"
    r"\b(?:refus|reject|denied)\w*\b.{0,60}\bexten[sd]|"
    r"\bexten[sd]\w*\b.{0,80}\b(?:no|without|any) (?:answer|decision|reply|response|news)\b",
    re.I,
)
_GRANTED = re.compile(
    r"\b(?:if|will|would|what is|approv|grant|renew|new (?:record|visitor|date)|was extended|"
    r"got (?:an? )?exten)",
    re.I,
)
# "Will they ban me, my status ended": who supposes nothing fears what has happened.
_PUNISHED = re.compile(
    r"\b(?:will|can|do|does|am|are|is) (?:i|we|he|she|they|ircc|immigration|cbsa|canada) "
    r"(?:\w+ )?(?:ban(?:n?ed)?|punish(?:ed)?|arrest(?:ed)?|deport(?:ed)?)\b",
    re.I,
)
_SUPPOSED = re.compile(r"\b(?:if|when|unless|after|once|would|suppos\w+)\b", re.I)


def is_over(text: str) -> bool:
    """Whether the message tells that an end of stay in it lies behind, if it was lately."""
    if _PUNISHED.search(text) and not _SUPPOSED.search(text):
        return True
    text = MAY_OVERSTAY.sub(" ", text)
    return _OVER.search(text) is not None and _GRANTED.search(text) is None


def lately_over(found: Sequence[Owned]) -> list[Owned]:
    """The dates of a message that tells that an end is behind, each without a tense as such."""
    return [
        replace(one, date=replace(one.date, tense=Tense.OVER)) if _ends(one.date) else one
        for one in found
    ]


def _ends(date: SaidDate) -> bool:
    return date.role in ENDS_OF_STAY and date.tense in (None, Tense.REPORTED)
