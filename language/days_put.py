"""The part of a message that puts another day for one said before."""

from __future__ import annotations

import re

from language.dates import find_dates

_PUTS_FIRST = re.compile(
    r"(?P<day>\W*(?:and|or|what about|how about|ok(?:ay)?,? and|so)\b[^,?!.;:]{4,40})[,?;:–-]\s*"
    r"(?=(?:when|because|since|as|if|that'?s|it'?s|which|cause|cos|then|there|where|while)\b)",
    re.I,
)
# "And if it had been the 12th?": what was, otherwise; of the same month.
OTHERWISE = re.compile(
    r"\b(?:(?:had|['’]d) (?:\w+ ){0,2}?|had (?:i|we|he|she|they|it) (?:\w+ )?)"
    r"(?:been|come|entered|landed|arrived|crossed|flown|got(?:ten)?)\b",
    re.I,
)
_IF = re.compile(r"\b(?:if|suppos\w+|assum\w+|imagine|say|had)\b", re.I)
_CLAUSE_END = re.compile(r"(?<=[,;:.!])\s+|\s+[-–—]+\s+")


def day_put(text: str) -> str:
    """The part of ``text`` that puts a day, without what is said of it: "And 1 January, when
    the tickets are cheap?"; all of it where it says anything else."""
    clauses = [one for one in _CLAUSE_END.split(text) if OTHERWISE.search(one) and _IF.search(one)]
    if len(clauses) == 1 and clauses[0] != text and len(find_dates(clauses[0])) == 1:
        # "Out of interest: what if it had been the 7th, would I be over?"
        return clauses[0]
    match = _PUTS_FIRST.match(text)
    if match is None or len(find_dates(text)) != 1:
        return text
    return f"{match['day']}?"
