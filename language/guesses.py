"""Days that a question offers or asks about, and that nobody tells."""

from __future__ import annotations

import re

_SO = re.compile(r"(?:\b(?:so|then|meaning|means)|=|→|->)\s*(?:it'?s |that'?s )?(?:the )?$", re.I)
_ASKS = re.compile(r"(?:,? (?:or what|right|correct|then))?\s*\?")
_REACH = 20
_HELLO = r"(?:so|and|then|ok|hi|but|[\s,])*"
# "Do my six months start over and end 5 May?"
_WILL_IT = re.compile(
    rf"{_HELLO}(?:do|does|will|would|did) (?:it|that|this|my|our|the)\b",
    re.I,
)
_BARE = re.compile(r"(?:end|expire|run out|finish|stop|lapse)$")
# "Is 5 May my last day?"
_IS = re.compile(rf"{_HELLO}(?:is|was|would) (?:the )?", re.I)


def is_offered(text: str, start: int, end: int) -> bool:
    """Whether a day is one's own reckoning: "the first day does not count, so 9 April?"."""
    offered = _SO.search(text, max(0, start - _REACH), start)
    return bool(offered) and _ASKS.match(text, end) is not None


def is_end_asked(before: str, cue: str, before_date: str | None) -> bool:
    """Whether an end is asked about; ``before`` and ``before_date`` begin its sentence.

    ``before_date`` is ``None`` where the date follows its cue.
    """
    if _WILL_IT.match(before) and _BARE.match(cue):
        return True
    return before_date is not None and _IS.fullmatch(before_date) is not None
