"""How much longer a passport is said to be valid, which tells only roughly when it ends."""

from __future__ import annotations

import re

from language.date_readers import Fields, Match
from language.said_dates import DateForm, DateRole

_PASSPORT = re.compile(r"\b(?:pass?[ -]?ports?|ppt?s?)\b", re.I)
_BEFORE, _AFTER = 40, 20


def left(match: Match) -> Fields | None:
    """ "Two months left" on a passport, of whose end this tells only roughly."""
    first, last = max(0, match.start() - _BEFORE), match.end() + _AFTER
    named = _PASSPORT.search(match.string, first, last)
    return {"form": DateForm.INCOMPLETE, "role": DateRole.PASSPORT_EXPIRY} if named else None


_REQUIRED = re.compile(
    r"\b(?:must|needs?|needed|should|ha(?:s|ve) to|required?|if|(?:does|do|is|are|can) "
    r"(?:my|our|the|his|her|a|your))\b",
    re.I,
)


def more(match: Match) -> Fields | None:
    """ "Good for another year" tells of a passport; "valid for a year" may be a rule."""
    longer = match["more"] or re.search(r"\banother\b", match[0], re.I)
    asked = _REQUIRED.search(match.string, max(0, match.start() - _BEFORE), match.start())
    return left(match) if longer and not asked else None
