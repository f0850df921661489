"""Whether a message tells that no officer wrote a date, and the day of entry told beside that."""

from __future__ import annotations

import re
from functools import lru_cache

from language.lexicon import whole_words, words

SUPPOSED = re.compile(r"\b(?:if|when|unless|in case|suppos\w+|say)\b[^.?!;]{0,45}$", re.I)
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
_REACH = 60


def denies_writing(text: str) -> bool:
    """Whether it tells that no date was written: "officer wrote no date", "a plain stamp"."""
    return any(
        SUPPOSED.search(text[max(0, match.start() - _REACH) : match.end()]) is None
        for match in _denials().finditer(text)
    )


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
