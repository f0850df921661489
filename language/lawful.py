"""Whether a message asks for the lawful way, after another was refused."""

from __future__ import annotations

import re

_LAWFUL = (
    r"(?:legal|lawful|proper|honest|right|correct|official|legit(?:imate)?|straight|clean|safe|"
    r"allowed|truthful|good|normal|real)"
)
_WAY = r"(?:ways?|routes?|options?|paths?|roads?|things?|methods?|steps?|process|choices?|manner)"
_LAWFULLY = (
    r"(?:legal+y|lawfully|proper+ly|honestly|correctly|officially|legit|by the (?:book|rules?)|"
    rf"(?:the |in an? )?{_LAWFUL} {_WAY}|right|truthfully)"
)
_ASKS = re.compile(
    rf"\b(?:the|an?|any|some|what(?:'s| is)?) (?:more |most )?{_LAWFUL} (?:\w+ )?(?:{_WAY}|one)\b|"
    rf"\b{_LAWFUL} {_WAY}\b|"
    rf"\b(?:do|doing|did|go|stay|handle|fix|sort|make|work|be)\b[^.?!]{{0,20}}\b{_LAWFULLY}\b|"
    r"\bwhat (?:am i|are we|is) (?:i |we )?(?:really |actually )?allowed(?: to(?: do)?)?\b|"
    r"\bwhat (?:can|could|should|do) (?:i|we) (?:do|tell them|say) (?:then |now )?"
    r"(?:that(?:'s| is) )?(?:legal|lawful|honest|allowed)",
    re.I,
)
_LONGEST = 14
"""Words: a longer message has a question of its own."""


def asks_lawful_way(text: str) -> bool:
    """Whether all that is asked is how it is done lawfully: "fine, the proper way then"."""
    return len(text.split()) <= _LONGEST and _ASKS.search(text) is not None
