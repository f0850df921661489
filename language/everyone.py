"""Whether a question is asked of everyone talked about."""

from __future__ import annotations

import re

_WE = re.compile(r"\b(?:when|until when|how long)(?: (?:must|do|should|can|may))? we\b", re.I)
_ALL = re.compile(
    r"\b(?:(?:for|of|do|must|can|should|when) (?:us |them |we |they )?"
    r"(?:both|each|all(?= (?:of|the|leave|go|dates?))|all$|everyone|everybody)|"
    r"(?:both|each|all|which|who) (?:of (?:us|them)|(?:the )?(?:dates|days))|"
    r"who (?:of us )?(?:has|must|needs?|should|goes|leaves)(?: \w+){0,3} (?:first|earlier|sooner))",
    re.I,
)
# "Our part ends in May, when should we send it": of those who speak, not of who came later.
_OWN_PART = re.compile(
    r"\b(?:our|my) (?:own )?(?:part|side|half|share|portion|turn|group|case|dates?|stay|status|"
    r"records?|permits?|time|six months)\b",
    re.I,
)


def asks_of_all(text: str) -> bool:
    """Whether it asks of everyone talked about: "which dates for both"."""
    asked = text.strip(" ?!.")
    if _ALL.search(asked):
        return True
    return _WE.search(asked) is not None and _OWN_PART.search(asked) is None
