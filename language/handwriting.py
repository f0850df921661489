"""Whether a message tells that no officer wrote a date, and the day of entry told beside that."""

from __future__ import annotations

import re
from functools import lru_cache

from language.lexicon import whole_words, words

_SUPPOSED = re.compile(r"\b(?:if|when|unless|in case|suppos\w+|say)\b[^.?!;]{0,45}$", re.I)
# "The real day was 17 August", "17 August it was", and nothing else beside the day.
_BEGINS = re.compile(
    r"(?:^|[.?!;,:\n]|\b(?:and|but|so|then|because))\s*"
    r"(?:\b(?:the|my|our|real|actual|true|right|correct|exact|it|that|this|day|date|was|is|it's|on|"
    r"fine|ok|okay|well)\b[\s:]*){0,8}$",
    re.I,
)
_ENDS = re.compile(
    r"\s*(?:(?:it )?was\b(?: the)?(?: (?:real|actual|right|true|correct))?(?: (?:day|date)\b)?)?"
    r"\s*(?:$|[.?!;,:\n]|(?:and|but|with|without|because|since)\b)",
    re.I,
)
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


def denies_writing(text: str) -> bool:
    """Whether it tells that no date was written: "officer wrote no date", "a plain stamp"."""
    return any(
        _SUPPOSED.search(text[max(0, match.start() - _REACH) : match.end()]) is None
        for match in _denials().finditer(text)
    )


def tells_of_the_booth(text: str) -> bool:
    """Whether it tells what an officer did or did not do, so that the entry lies behind."""
    if _IS_HERE.search(text):
        return True
    for match in _AT_THE_BOOTH.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        if not (_SUPPOSED.search(before) or _WILL.search(before)):
            return True
    return False


def is_day_alone(text: str, start: int, end: int) -> bool:
    """Whether the date ``text[start:end]`` stands alone in its clause: "real day was 17 August".

    Beside what an officer did not write that is the day of entry.
    """
    before = _BEGINS.search(text, max(0, start - _REACH), start)
    return before is not None and _ENDS.match(text, end) is not None


@lru_cache(maxsize=1)
def _denials() -> re.Pattern[str]:
    """The phrases of ``gazetteer/fact_phrases.yml`` by which a written date is denied."""
    loaded = words("fact_phrases")
    rows = (row for row in loaded["phrases"] if row["fact"] == "officer_wrote_date")
    return whole_words((said for row in rows for said in row["said"]), loaded["parts"])
