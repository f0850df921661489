"""The questions that one message asks, each as a text of its own."""

from __future__ import annotations

import re

from language.signs import asks

_ITEM = r"(?:(?<=\s)|^)\(?[1-9][).:]\s*(?=[^\W\d_])"
_SENTENCES = re.compile(rf"(?<=[.!?;])\s+|\s*\n\s*|{_ITEM}")
_CLAUSES = re.compile(
    rf"{_SENTENCES.pattern}|,\s+(?=(?:so |then |and |but )?(?:by |until |till |at |to |with )?"
    r"(?:when|what|how|who|where|which|can|could|do|does|is|are|am|will|should|must|may) )",
    re.I,
)
_NUMBERED = re.compile(r"(?:(?<=\s)|^)\(?([1-9])[).:]\s*(?=[^\W\d_])")
_FEWEST, _MOST = 3, 8
"""Words of a question that can be understood alone; parts of a message that are read."""


def questions(text: str) -> tuple[str, ...]:
    """The parts of ``text`` that ask; none where it has only one."""
    ends = _SENTENCES if numbered(text) else _CLAUSES
    parts = [part.strip() for part in ends.split(text) if part.strip()]
    if len(parts) < 2:
        return ()
    asked = (part for part in parts if asks(part) and len(part.split()) >= _FEWEST)
    return tuple(asked)[:_MOST]


def numbered(text: str) -> bool:
    """Whether ``text`` numbers what it says: "1) my last day? 2) the fee?"."""
    return _NUMBERED.findall(text)[:2] == ["1", "2"]
