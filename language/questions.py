"""The questions that one message asks, each as a text of its own."""

from __future__ import annotations

import re

from language.signs import asks

_PARTS = re.compile(r"(?<=[.!?;])\s+|\s*\n\s*|(?:(?<=\s)|^)\(?[1-9][).:]\s*(?=[^\W\d_])")
_NUMBERED = re.compile(r"(?:(?<=\s)|^)\(?([1-9])[).:]\s*(?=[^\W\d_])")
_FEWEST, _MOST = 3, 8
"""Words of a question that can be understood alone; parts of a message that are read."""


def questions(text: str) -> tuple[str, ...]:
    """The parts of ``text`` that ask; none where it is a single sentence."""
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    if len(parts) < 2:
        return ()
    asked = (part for part in parts if asks(part) and len(part.split()) >= _FEWEST)
    return tuple(asked)[:_MOST]


def numbered(text: str) -> bool:
    """Whether ``text`` numbers what it says: "1) my last day? 2) the fee?"."""
    return _NUMBERED.findall(text)[:2] == ["1", "2"]
