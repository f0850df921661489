"""How long one would have after a refusal that is only feared."""

from __future__ import annotations

import re

_IF_REFUSED = re.compile(
    r"\b(?:if|in case|suppos(?:e|ing)|once|when|after|should)\b[^.?!]{0,40}?\b"
    r"(?:says? no|sa(?:id|ying) no|refus\w+|reject\w+|den(?:y|ies|ied|ial)|"
    r"(?:a|the|it is|it'?s) no|"
    r"turn\w* (?:it|me|us|him|her|them|my \w+)? ?down|negative)\b",
    re.I,
)
_HOW_LONG = re.compile(
    r"\bhow (?:long|much time|many (?:days|weeks|months))\b|"
    r"\b(?:by|until|till?) (?:when|what (?:day|date))\b|\bhow (?:soon|fast|quick(?:ly)?)\b|"
    r"\b(?:when|what day) (?:must|do|should|would|will|can) (?:i|we|he|she|they)\b|"
    r"\b(?:is|are) there (?:a |any |some )?(?:time|days|grace|deadline)\b|"
    r"\b(?:at once|immediately|right away|same day|straight away|days? (?:to|left))\b",
    re.I,
)


def asks_days_after(text: str) -> bool:
    """Whether it asks how long one has if the answer is no: "if they refuse, how long then"."""
    return _IF_REFUSED.search(text) is not None and _HOW_LONG.search(text) is not None
