"""Days that stand somewhere for everybody, are bidden or planned, or that never were."""

from __future__ import annotations

import re

# "I read on canada.ca until 5 May": a site tells nobody's own end; one's own account does.
_SITE = (
    r"(?:canada\.ca|cic\.gc\.ca|[a-z-]{1,30}\.(?:com|org|net)|"
    r"(?:the |a |some |that |this )?(?:\w+ )?"
    r"(?:website|web ?site|web ?page|web|site|internet|forum|blog|group chat|"
    r"youtube|reddit|facebook|"
    r"quora|google|tiktok|chat ?gpt|wikipedia|news|newspaper|calculator|article))"
)
_READ_THERE = re.compile(
    rf"\b(?:(?:read|saw|seen|found|heard|see|googled?|looked up|checked)"
    rf"(?: (?!my\b|our\b|his\b|her\b)\w+){{0,3}} (?:on|in|at|from|via) "
    rf"{_SITE}|"
    rf"(?:on|according to|from|via) {_SITE}(?:,| (?:i|we) (?:read|saw|found)| it| they)|"
    rf"{_SITE} (?:says?|said|tells?|told|shows?|claims?|writes?|gives?|gave|calculated|computes?))"
    r"\b[^.?!;]{0,60}$",
    re.I,
)
_ONES_OWN = re.compile(
    r"\b(?:account|portal|profile|officer|stamp|stamped|entered|landed|arrived|i came)\b", re.I
)
# "A letter that says come 5 May": one is called in, and enters nothing.
_BIDS_COME = re.compile(
    r"\b(?:letter|e-?mail|mail|notice|text|sms|message|summons|invitation|appointment|convocation|"
    r"card|they|ircc|cbsa)\b[^.?!;]{0,30}\b(?:says?|saying|said|reads?|tells? me|telling me|"
    r"asks? me|"
    r"asking me)(?: (?:i (?:have|need|must)|to|that|must|should|me|please|pls)){0,4}[\s:\"']+"
    r"(?:come|appear|report|be there|present|show up|go)"
    r"(?: (?:in|there|back|to (?:the|our|their|my) \w+(?: \w+)?|on|at|for \w+))*(?: the)? $",
    re.I,
)
# "Back from Boston on 5 January, is my plan".
_IS_PLANNED = re.compile(
    r"\s*[,;(–-]?\s*(?:(?:that|this|it)(?:'s| is)|is|that was|at least)\s*"
    r"(?:(?:my|our|the|his|her|their|only|just|a|still|at least) ){0,3}"
    r"(?:plans?|idea|intention|hope|wish|dream|planned|tentative)\b|"
    r"\s*\(?\s*(?:planned|tentative(?:ly)?|not (?:yet )?booked|if all goes well|hopefully|"
    r"is what (?:i|we) (?:plan|hope|want|think))\b",
    re.I,
)
# "If they had written 5 May I'd be glad, but he wrote nothing": it was not so.
_UNREAL = re.compile(
    r"\bif (?:i|we|he|she|they|it|the \w+|my \w+)(?:'d| had(?:n'?t)?)\b[^.?!]{0,120}?"
    r"(?=\s*[,;.]? (?:but|in reality|in fact|instead (?:i|we|he|she|they|it))\b)",
    re.I,
)
_REACH = 110


def is_unfounded(text: str, start: int, end: int) -> bool:
    """Whether the day ``text[start:end]`` is nobody's own, or no more than a plan."""
    before = text[max(0, start - _REACH) : start]
    if any(unreal.start() < start and end <= unreal.end() for unreal in _UNREAL.finditer(text)):
        return True
    if _BIDS_COME.search(before) or _IS_PLANNED.match(text, end):
        return True
    read = _READ_THERE.search(before)
    return read is not None and _ONES_OWN.search(read[0]) is None
