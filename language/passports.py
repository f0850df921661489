"""A passport told of by mistake: "that is my old one, the one I came with is good to ..."."""

from __future__ import annotations

import re

from language.dates import DateForm, DateRole, find_dates
from language.retractions import takes_back
from language.suppositions import supposes

_STALE = (
    r"(?:old(?:er)?|previous|former|prior|expired|cancell?ed|lost|stolen|wrong|other|invalid|void|"
    r"last|earlier|second)"
)
_BOOK = r"(?:pass ?ports?|ppt|book(?:let)?)"
_IS_STALE = re.compile(
    r"\b(?:that|this|it|those)(?:'?s| is| was| were|'d be| must be| must have been| belongs? to|"
    rf" comes from| came from)(?: [\w']+){{0,4}}? {_STALE} (?P<book>{_BOOK}|one)\b"
    r"(?! (?:i|we) (?:entered|came|arrived|travel))",
    re.I,
)
_LOOKED_AT = re.compile(
    r"\b(?:look(?:ed|ing)|read(?:ing)?|took|used|gave you|copied|typed|checked|opened|grabbed|"
    rf"mixed up|off|from)(?: [\w']+){{0,5}}? {_STALE} (?P<book>{_BOOK}|one)\b",
    re.I,
)
_OTHERS = re.compile(
    r"\b(?:visas?|records?|vr|extensions?|permits?|stamps?|status|officers?)\b", re.I
)
_WRONG = re.compile(rf"\b(?:wrong|other) {_BOOK}\b", re.I)
# "I renewed it, the new one is good to 5 May": the one that was entered with stays as it is.
_RENEWED = re.compile(
    r"\b(?:renew(?:ed|ing)|replaced|(?:got|have|collected|picked up)(?: (?:a|my|the))? "
    rf"(?:brand )?new (?:{_BOOK}|one))\b",
    re.I,
)
_LOOSE = (DateForm.OFFSET, DateForm.WEEKDAY, DateForm.INCOMPLETE)
_PAPERS = (
    *(DateRole.PASSPORT_EXPIRY, DateRole.RECORD_EXPIRY, DateRole.STAMP_DATE, DateRole.OTHER),
    *(DateRole.ENTRY_DATE, None),
)


def is_stale(text: str, last: str | None) -> bool:
    """Whether ``text`` says that the passport told of is not the one that counts.

    "That's the old one" is of the fact told ``last``.
    """
    if supposes(text) or "?" in text:
        return False
    said = _IS_STALE.search(text) or _LOOKED_AT.search(text)
    if said is not None:
        return said["book"].lower() != "one" or last == "passport_expiry"
    return bool(_WRONG.search(text) and takes_back(text))


def is_of_renewed(text: str) -> bool:
    """Whether its one day, of nothing named, can only be the end of a passport got since."""
    papers = (DateRole.RECORD_EXPIRY, DateRole.STAMP_DATE, None)
    alone = [date.role in papers for date in find_dates(text) if date.form not in _LOOSE]
    return alone == [True] and _RENEWED.search(text) is not None and _OTHERS.search(text) is None


def end_instead(text: str) -> str | None:
    """The one date in ``text`` that can only be the end of the passport put in its place."""
    dates = find_dates(text)
    return dates[0].text if len(dates) == 1 and dates[0].role in _PAPERS else None
