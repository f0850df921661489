"""What is told of the writing beside a stamp: that there is none, or that nobody can read it."""

from __future__ import annotations

import re
from functools import lru_cache

from language.lexicon import whole_words, words

SUPPOSED = re.compile(r"\b(?:if|when|unless|in case|suppos\w+|say)\b[^.?!;]{0,45}$", re.I)
_NONE_OF = re.compile(r"\b(?:nothing|none|no|not|never|without|nor)\b(?: [\w']+){0,2}\s*$", re.I)
_ASSUMED = re.compile(
    r"(?:^|[.!;,]\s*|\b(?:and|but|so|then|ok(?:ay)?|well)\s+)(?:(?:let'?s|i'?ll|we'?ll|we can|"
    r"please|just|for now|now) )*"
    r"(?:say|assum(?:e|ing)|suppos(?:e|ing)|pretend|go(?:ing)? with|take it)\b[^.?!;,0-9]{0,20}$",
    re.I,
)
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
# "Her stamp says 5 June, mine has no date": what is denied there is of another stamp.
_ANOTHERS = re.compile(
    r"(?:[,.;!?]\s*|\b(?:and|but|while|yet|whereas) )+"
    r"(?:mine|ours|hers|his|theirs|the other(?: one)?|(?:my|our|his|her) (?:own|\w+'s))\b"
    r"[^,.;!?]{0,60}",
    re.I,
)
_REACH = 60
_WRITING = re.compile(
    r"\b(?:scrawl\w*|scribbl\w*|squiggl\w*|doodl\w*|pen|ink|biro|ball-?point|hand ?-?writ\w*|"
    r"writ(?:ing|ten)|wrote|note[ds]?|marks?|stamp(?:s|ed)?)\b",
    re.I,
)
_UNREADABLE = re.compile(
    r"\b(?:illegib\w+|unreadable|indecipherable|smudg\w+|smear\w+|blurr\w+|"
    r"too (?:faint|faded|pale|light|small|tiny)|"
    r"(?:can(?: ?no|')?t|can not|could(?: no|n')t|unable to|impossible to|(?:too )?hard to|"
    r"(?:nobody|no ?one|none of us) (?:can|could)|not able to) (?:\w+ ){0,2}?"
    r"(?:read(?! (?:my |the |our |his |her )?(?:passport|visa|chip|bar ?code|english|french)\b)|"
    r"decipher|make (?:(?:it|this|that|them|anything|the \w+) )?out|"
    r"tell what (?:it|that|this|he|she|they)))\b",
    re.I,
)


def is_unreadable(text: str) -> bool:
    """Whether something is written that nobody can read: "some scribble, can't make it out"."""
    return _WRITING.search(text) is not None and _UNREADABLE.search(text) is not None


def denies_writing(text: str) -> bool:
    """Whether it tells that no date was written: "officer wrote no date", "a plain stamp"."""
    return any(
        SUPPOSED.search(text[max(0, match.start() - _REACH) : match.end()]) is None
        for match in _denials().finditer(text)
    )


def told_beside(text: str, start: int) -> str:
    """The text without what it tells of another stamp than that of its date at ``start``."""
    clauses = [m for m in _ANOTHERS.finditer(text) if not m.start() <= start < m.end()]
    for clause in reversed(clauses):
        text = f"{text[: clause.start()]} {text[clause.end() :]}"
    return text


def denies_before(text: str) -> bool:
    """Whether ``text``, between a day and "by hand" or the like, denies that: "and nothing"."""
    return _NONE_OF.search(text) is not None


def assumes_no_writing(text: str) -> bool:
    """Whether it takes for granted that no date was written: "let's say nothing was written"."""
    denied = [match.start() for match in _denials().finditer(text)]
    begins = (text[max(0, at - _REACH) : at] for at in denied)
    return "?" not in text and any(_ASSUMED.search(before) for before in begins)


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
