"""The part of a message that puts another day for one said before."""

from __future__ import annotations

import re

from language.dates import find_dates

_PUTS_FIRST = re.compile(
    r"(?P<day>\W*(?:and|or|what about|how about|ok(?:ay)?,? and|so)\b[^,?!.;:]{4,40})[,?;:–-]\s*"
    r"(?=(?:when|because|since|as|if|that'?s|it'?s|which|cause|cos|then|there|where|while)\b)",
    re.I,
)


def day_put(text: str) -> str:
    """The part of ``text`` that puts a day, without what is said of it: "And 1 January, when
    the tickets are cheap?"; all of it where it says anything else."""
    match = _PUTS_FIRST.match(text)
    if match is None or len(find_dates(text)) != 1:
        return text
    return f"{match['day']}?"
