"""What a stamp's own ink, or a ring around its day, tells: no officer wrote it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from language.owners import Owned
from language.said_dates import DateRole

# "Circled the date 5 June on my stamp": nothing was written.
_MARKED = re.compile(r"(?:circled|underlined|highlighted|ticked)")
ON_STAMP = re.compile(
    r"\s*(?:on|in|of|inside) (?:(?:an?|the|my|our|his|her|their) )?(?:(?!visa )\w+ )?"
    r"(?:stamps?|circle|oval|ring)\b(?! page)",
    re.I,
)
# "Has 5 June in red ink, my wife's is blue": the ink of a stamp, where no pen is spoken of.
INK = re.compile(r"(?:in|with|by) (?:\w+ )?ink\b", re.I)
_COLOUR = re.compile(r"\bcolou?rs?\b", re.I)
_HAND = re.compile(r"\b(?:hand\w*|pens?|biro|wr[io]t\w*|pencil\w*|scribbl\w*|officer)\b", re.I)


def printed(text: str, one: Owned, others: Sequence[Owned]) -> Owned:
    """The date; what was only circled on a stamp, or told by the stamp's ink, the stamp shows."""
    if one.date.role is not DateRole.STAMP_DATE or one.cue is None:
        return one
    marked = _MARKED.match(one.cue.text) and ON_STAMP.match(text, one.date.end)
    inked = INK.fullmatch(one.cue.text) and (
        any(other.cue and _HAND.search(other.cue.text) for other in others if other is not one)
        or (_COLOUR.search(text) and not _HAND.search(text))
    )
    if not (marked or inked):
        return one
    return replace(one, date=replace(one.date, role=DateRole.STAMPED, tense=None, bare=True))


# "My passport has 'until 5 June' in pen": a hand's, and no expiry of the passport.
_BY_HAND = re.compile(
    r"[\s\"'”’),]*(?:(?:is|was|it'?s|and|all|written|noted|scribbled|put|there) ){0,3}"
    r"(?:(?:in|with|by) (?:\w+ )?(?:pen|ink|biro|pencil|hand|ball ?point)\b|hand-? ?written\b)",
    re.I,
)
_EXPIRES = re.compile(r"exp|valid|runs? out|lapse", re.I)


def on_stamp(text: str, one: Owned) -> Owned:
    """The date; "my passport shows 5 June in a circle" tells no end of the passport."""
    if one.date.role is DateRole.PASSPORT_EXPIRY and ON_STAMP.match(text, one.date.end):
        return replace(one, date=replace(one.date, role=DateRole.STAMPED, tense=None))
    by_hand = one.date.role is DateRole.PASSPORT_EXPIRY and _BY_HAND.match(text, one.date.end)
    if by_hand and one.cue is not None and not _EXPIRES.search(one.cue.text):
        return replace(one, date=replace(one.date, role=DateRole.STAMP_DATE))
    return one
