"""A length of stay that an officer gives at the border: "she gave me only 3 months"."""

from __future__ import annotations

import re

from dateutil.relativedelta import relativedelta

from language.cues import Whose, people
from language.durations import find_durations
from language.kin import is_pronoun

_OFFICER = (
    r"(?:officers?|guards?|(?<!travel )(?<!ticket )(?<!airline )(?<!insurance )(?<!estate )agents?|"
    r"inspectors?|cbsa|customs|(?:border|immigration) \w+)"
    r"(?: at (?:the )?\w+)?"
)
_GIVES = re.compile(
    rf"\b(?:{_OFFICER}|(?P<pronoun>he|she|they)) "
    r"(?:(?:has|have|had|just|only|then|would|will|may|might|could|even) ){0,2}"
    r"(?:g[ai]ves?|given|wr[io]tes?|written|allow(?:s|ed)?|grant(?:s|ed)?|authori[sz]e[sd]?|"
    r"stamp(?:s|ed)?|puts?|limit(?:s|ed)?)"
    r"(?: (?:me|us|him|her|them|a|just|only|down|in|for|stay|of|to|it|max)){0,5}\s*$",
    re.I,
)
# "The officer told me 2 months", "customs said I can stay for 90 days"; "they said" is anyone's.
_SAYS = re.compile(
    rf"\b{_OFFICER} (?:just |only |then |has |had ){{0,2}}(?:told|tells?|sa(?:id|ys?))"
    r"(?: (?:me|us|him|her|them)\b)?(?: that)?"
    r"(?: (?:i|we|you|he|she|they|my \w+)(?:'ve)?"
    r" (?:can|could|may|might|have|has|had|got|get|am allowed|are allowed|is allowed)"
    r"(?: to)?(?: (?:stay|remain|visit|be)(?: (?:here|in canada))?)?)?"
    r"(?: (?:only|just|max|maximum|for|a|up to|about|like|in total)){0,3}\s*$",
    re.I,
)
# "Got 3 weeks only from the officer", "we were given 90 days at the border".
_GIVEN = re.compile(
    r"\b(?:got|given|granted|allowed|received|gets?)"
    r"(?: (?:me|us|him|her|them|a|just|only|in|for)){0,3}\s*$",
    re.I,
)
_BY_OFFICER = re.compile(
    r"(?: (?:only|just|max|maximum|stay)){0,2} (?:(?:from|by) (?:(?:the|an?|that|this) )?"
    rf"(?:{_OFFICER})|at (?:the )?(?:border|airport|customs|immigration|port of entry))\b",
    re.I,
)
# "30 days to send papers", "3 months more", "a 2 years visa" are no period of a visit.
_NO_STAY = re.compile(
    r"\s*(?:to (?!stay|remain|visit|be here)|more\b|extra\b|longer\b|extension|visas?\b|records?\b|"
    r"permits?\b|notice|ago\b|before\b|earlier\b|later\b|left\b|passport|old\b|"
    r"processing|wait\w*|(?:for|until|before) (?!the (?:visit|stay|trip)))",
    re.I,
)
_OF_AN_APPLICATION = re.compile(
    r"\b(?:extension|extend\w*|renew\w*|approv\w*|refus\w*|ircc|cic|removal|deport\w*|letter)\b",
    re.I,
)
# "She came 5 May and got two months": at the border, whoever gave them.
_CAME_AND_GOT = re.compile(
    r"\b(?:c[ao]me|arriv(?:ed?|es)|entere?(?:d|s)?|land(?:ed|s)?|cross(?:ed|es)?|flew in|drove in|"
    r"admitted|let in)\b[^.?!;]{0,50}(?:,|\b(?:and|but|then|where)\b) ?"
    r"(?:(?:i|we|he|she|they|then|only|just|was|were) ){0,3}"
    r"(?:got|given|granted|received|allowed)(?: (?:only|just|an?|me|us)){0,2}\s*$",
    re.I,
)
# "I was let in on 5 May for 29 days".
_LET_IN = re.compile(
    r"\b(?:(?:let|allowed|permitted|cleared|waved)(?: (?:me|us|him|her|them))? (?:in|into canada)|"
    r"admitted|authori[sz]ed)(?: (?:to|in|into) canada)?"
    r"(?:,? (?:on )?(?:the )?[0-9]{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]{3,9}(?: 20[0-9]{2})?|"
    r",? (?:on )?[a-z]{3,9} [0-9]{1,2}(?:st|nd|rd|th)?(?:,? 20[0-9]{2})?)?,? "
    r"(?:but |only |just )*for(?: (?:only|just|a|max))*\s*$",
    re.I,
)
_CLAUSE_ENDS = re.compile(
    r"\s*(?:$|[.,;:?!)]|(?:only|max|stay|here|in canada|instead|so|but|and|until when|when)\b)",
    re.I,
)
# "Could they allow eight months?", "do they ever give a year": asked, and given by nobody.
_MAY_GIVE = re.compile(
    r"\b(?:can|could|might|would|will|shall|should|does|do|possibl[ey]|likely|"
    r"hop(?:e|es|ed|ing)|"
    r"may (?=(?:i|we|he|she|they|be|also|even|only|just|give|grant|allow|write)\b))",
    re.I,
)
_SUPPOSED = re.compile(r"\b(?:if|suppos\w+|assum\w+|imagine|in case|unless|say)\b", re.I)
_CLAUSE_BEGINS = re.compile(r".*(?:[.,;:?!]|\b(?:but|and|so|then)\b)", re.I | re.S)
_UNITS = {"Y": "years", "M": "months", "W": "weeks", "D": "days"}
_ISO = re.compile(r"([0-9]+)([YMWD])")
_REACH = 80
USUAL = relativedelta(months=6)
"""What everyone has who is given no other period."""


def period_granted(text: str, answers: bool) -> relativedelta | None:
    """The period an officer gave or is supposed to give; ``None`` for the usual six months.

    A message that ``answers`` what the officer wrote need not say again who gave it.
    """
    if _OF_AN_APPLICATION.search(text):
        return None
    for start, end, value in find_durations(text):
        gives = _GIVES.search(text[max(0, start - _REACH) : start])
        given = _GIVEN.search(text[max(0, start - _REACH) : start]) is not None
        given = given and _BY_OFFICER.match(text, end) is not None
        given |= _LET_IN.search(text[max(0, start - _REACH) : start]) is not None
        coming = _CAME_AND_GOT.search(text[max(0, start - _REACH) : start]) is not None
        given |= _SAYS.search(text[max(0, start - _REACH) : start]) is not None
        given |= coming and _CLAUSE_ENDS.match(text, end) is not None
        if (given or gives) and _is_only_possible(text[max(0, start - _REACH) : start]):
            continue
        told = given or (answers if gives is None else not _of_family(text, gives))
        if told and not _NO_STAY.match(text, end):
            parts = {_UNITS[unit]: int(count) for count, unit in _ISO.findall(value)}
            period = relativedelta(**parts)  # type: ignore[arg-type]  # keys are its own names
            return None if period == USUAL else period
    return None


def _is_only_possible(before: str) -> bool:
    """Whether the clause before a period only asks or hopes that it be given."""
    if _SAYS.search(before) or _SUPPOSED.search(before):
        return False
    begins = _CLAUSE_BEGINS.match(before)
    return _MAY_GIVE.search(before, begins.end() if begins else 0) is not None


def _of_family(text: str, gives: re.Match[str]) -> bool:
    """Whether "he" may be someone of the family: "my uncle, he gave me 3 months"."""
    kin = (one for one in people(text) if one.kind is Whose.OTHER)
    return bool(gives["pronoun"]) and any(not is_pronoun(one.text) for one in kin)
