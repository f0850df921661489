"""What a stamp's own ink, or a ring around its day, tells: no officer wrote it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from language.cues import Cue
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

# "Is that the day it expires or the day I came?": asked so, it need be no stamp.
_CAME_OR_GO = (
    r"(?:c[ao]me|coming|arriv\w+|enter\w*|entry|landed|starts?|begins?|began|beginning)",
    r"(?:leave|leaving|go|going|exit|expir\w+|ends?|depart\w*|last day|deadline)",
)
EITHER = re.compile(
    r"\b(?:is|was|does|do|mean\w*|tells?|shows?|which|what|the day)\b[^.?!;]{0,45}\b(?:"
    rf"{_CAME_OR_GO[0]}\b[^.?!;]{{0,14}}\bor\b[^.?!;]{{0,24}}\b{_CAME_OR_GO[1]}|"
    rf"{_CAME_OR_GO[1]}\b[^.?!;]{{0,14}}\bor\b[^.?!;]{{0,24}}\b{_CAME_OR_GO[0]})\b|"
    r"\b(?:entry|arrival|in)(?: date| day)? or (?:the |my |an? )?(?:\w+ )?(?:exit|leav\w+|out|"
    r"expiry|end|departure|deadline|last)\b",
    re.I,
)
# "Is 5 June on my stamp the last day?", and no word of a hand that wrote it.
_WHETHER = re.compile(
    r"(?:^|[.?!,;:\n]\s*|\b(?:and|but|so|hi|hello|hey) )(?:is|was|does|means?|could|can) "
    r"(?:(?:the|this|that|day|date|it|be|really) ){0,3}$",
    re.I,
)
_GIVEN = re.compile(
    r"\b(?:hand\w*|pens?|biro|wr[io]t\w*|pencil\w*|scribbl\w*|until|till?|valid|leave by|"
    r"officers?|guards?|agents?|record|extension|stapl\w+)\b",
    re.I,
)
_STAMP = re.compile(r"\bstamp", re.I)
_SHOWS = re.compile(r"stamp|(?:the |blue |black |red )?ink (?:date|stamp)")
_REACH = 40


def _is_asked(text: str, one: Owned, others: Sequence[Owned]) -> bool:
    """Whether what an unwritten day on a stamp is, is asked: "is it entry or exit?"."""
    cue = one.cue
    if cue is None or len(others) > 1 or _GIVEN.search(text):
        return False
    if cue.kind is Cue.WROTE and not _SHOWS.match(cue.text):
        return False
    on_a_stamp = _SHOWS.match(cue.text) or _STAMP.search(text)
    before = text[max(0, one.date.start - _REACH) : one.date.start]
    asked = _WHETHER.search(before) and ON_STAMP.match(text, one.date.end)
    return bool(on_a_stamp and (asked or EITHER.search(text)))


def printed(text: str, one: Owned, others: Sequence[Owned]) -> Owned:
    """The date; what was only circled on a stamp, told by its ink or asked about, it shows."""
    if one.date.role is not DateRole.STAMP_DATE or one.cue is None:
        return one
    marked = _MARKED.match(one.cue.text) and ON_STAMP.match(text, one.date.end)
    inked = INK.fullmatch(one.cue.text) and (
        any(other.cue and _HAND.search(other.cue.text) for other in others if other is not one)
        or (_COLOUR.search(text) and not _HAND.search(text))
    )
    if not (marked or inked or _is_asked(text, one, others)):
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
