"""What a request for a reminder tells: facts that are new, never another day for one known."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.heard import Heard
from actions.people import Known
from actions.reading import Doubt

_ENDS = ("record_expiry", "left_canada_on")
"""What "the last day" or "when I leave" in such a request names, and does not tell."""
_PAPER = re.compile(r"\b(?:records?|vr|permit|exten[sd]\w*|approv\w*|granted|renewed)\b", re.I)


def told_beside(heard: Heard, known: Known, text: str) -> Heard:
    """What the message tells beside its request: "my passport ends in May, remind me"."""
    if heard.corrects or not known:
        return heard
    names_end = _PAPER.search(text) is not None
    told = {
        name: value
        for name, value in heard.new.items()
        if known.get(name) is None and (names_end or name not in _ENDS)
    }
    # A day without a name is that of the reminder.
    doubts = tuple(one for one in heard.doubts if one.doubt is not Doubt.UNNAMED)
    return replace(heard, new=told, doubts=doubts)
