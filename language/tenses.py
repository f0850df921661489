"""Whether the words around a date place it in the past or in the future."""

from __future__ import annotations

import re

from language.cues import Cue, Found
from language.said_dates import DateRole, Tense

EXPIRIES = frozenset(
    {
        DateRole.STAMP_DATE,
        DateRole.RECORD_EXPIRY,
        DateRole.PASSPORT_EXPIRY,
        DateRole.VISA_EXPIRY,
    }
)

_HAPPENED = re.compile(r"\b(?:\w+ed|came|got|flew|flown|drove|driven|since|been|let)\b", re.I)
_FUTURE = re.compile(
    r"\b(?:will|'?ll|going to|gonna|plan\w*|want\w*|hop(?:e|ing)|would like|if|"
    r"when (?:i|we|they|he|she) (?:come|comes|arrive|enter|land|get|go)|arriving|arrives?|coming|"
    r"comes?|landing|lands|entering|enters|crossing|fly(?:ing)? in(?:to)?|flying|intend\w*|"
    r"thinking)\b",
    re.I,
)
_ENDED = re.compile(
    r"\b(?:ended|expired|ran out|died|fell|lapsed|finished|lost|"
    r"(?:was|were) (?:valid )?(?:only )?(?:until|untill|till?|up|over|done|supposed|meant)|"
    r"had to|should(?:'?ve| have| of)|overstay\w*|had (?:status|a stay)|since|already over)\b",
    re.I,
)
_REPORTED = re.compile(r"\b(?:said|read|showed)\b", re.I)


def tense_of(around: str, cue: Found[Cue], role: DateRole | None) -> Tense | None:
    """The tense of a date of ``role``; ``around`` holds the words from before its cue on."""
    if role in EXPIRIES:
        if _ENDED.search(around):
            return Tense.PAST
        return Tense.REPORTED if cue.kind is Cue.STAMP and _REPORTED.search(around) else None
    if role is DateRole.ENTRY_DATE and _HAPPENED.search(cue.text):
        return None
    if role in (DateRole.ENTRY_DATE, DateRole.OTHER) and _FUTURE.search(around):
        return Tense.FUTURE
    return None
