"""Another person's visa or passport, told by that of the one just spoken of."""

from __future__ import annotations

import re

_SAME_VISA = re.compile(r"\b(?:same|also (?:a|the|on a)?) (?:super )?visa\b", re.I)
_SAME_PASSPORT = re.compile(
    r"\b(?:same|(?:also|too) the) passport (?:date|expiry|expiration|end|validity)\b|"
    r"\bpassports?(?:'s)? (?:(?:has|have|is|are|ends?|expires?|valid|until|till?|on|to|also|with|"
    r"date|the) ){0,5}same (?:date|day|time|expiry)\b",
    re.I,
)


def same_visa(text: str) -> bool:
    """Whether another person is said to have the visa of the one just spoken of."""
    return _SAME_VISA.search(text) is not None


def same_passport_date(text: str) -> bool:
    """Whether another person's passport is said to end with that of the one just spoken of."""
    return _SAME_PASSPORT.search(text) is not None
