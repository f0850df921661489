"""What the one day on a stamp is where its owner asks: passed, it is the day of entry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from language.cues import Cue
from language.owners import Owned
from language.said_dates import DateForm, DateRole, SaidDate, Tense
from language.stamps import by_an_officer

# "A rectangle with a leaf in it": who does not know what a stamp is tells what it looks like.
_STAMP = re.compile(
    r"\b(?:stamps?|ink|(?:rectang\w+|oval|square|box|blob|print|mark|thing|imprint|circle|round)\b"
    r"[^.?!;0-9]{0,30}\bleaf|leaf (?:thing|mark|print|picture|logo|symbol|shape|ink))\b",
    re.I,
)
_LEAF = re.compile(
    r"\bleaf(?: \w+){0,3}?(?: (?:and|with|plus|says?|saying|reads?|reading|showing|inside)|,|:) "
    r"(?:the )?$",
    re.I,
)
# "Is the stamp the entry date?", "what does the date mean", "it is mean six month or what".
_ASKED = re.compile(
    r"\b(?:is|are|was|does|do|what|which|if|whether)\b[^.?!;]{0,40}\b(?:stamps?|date|day|it|that|this)\b"
    r"[^.?!;]{0,60}\b(?:mean\w*|(?:entry|entered|arriv\w+|came|coming|leave|leaving|exit|expir\w+|end|"
    r"ends|finish\w*|last day|limit|deadline)\b[^.?!;]{0,60}[?])|"
    r"\bwhat (?:does|do|is|are) [^.?!;]{0,30}\bmean\b|"
    r"\b(?:meaning|what'?s that|what is (?:that|this|it)|"
    r"is (?:that|this|it) (?:normal|ok|right|good|bad))\s*(?:\?|$)|"
    r"\b(?:is|are|was) (?:it|that|this|which) (?:my|the|our|a|an) (?:visa|permit|entry)\b|"
    r"\bcount (?:from|by|on) (?:the|my|that) (?:ink|stamp)\b|"
    r"\b(?:is|does) (?:it|that|this) mean\w*\b|\bor what\b|"
    r"\b(?:entry|arrival|in)(?: date| day)? or (?:the |my |an? )?(?:\w+ )?(?:exit|leav\w+|out|"
    r"expiry|end|departure|deadline|last)\b",
    re.I,
)
# "Stamp says 5 June only": all that there is.
_ONLY = re.compile(r"\s*(?:only|alone|and that'?s (?:it|all)|that'?s (?:it|all)|just that)\b", re.I)
_JUST = re.compile(
    r"\b(?:only|just|simply)(?: (?:says?|has|shows?|reads?|the (?:date|day)))? $", re.I
)
# What is told of these is no plain stamp.
_WRITTEN = re.compile(
    r"\b(?:wr[io]t\w*|by hand|hand ?wr\w*|pens?|(?:in|by|with|blue|black|red) ink|pencil|"
    r"until|till?|valid|visas? stamps?|us stamp|record|extension)\b",
    re.I,
)
# "The stamp says 5 June and someone wrote V-1": a code, initials or a number, and no day.
_CODE = re.compile(
    r"\b(?:v ?-? ?1|(?:(?:some|the|his|her|officer'?s?) )?initials?|signature|"
    r"(?:an?|some|one|two|three|four|the|[1-9]) (?:[0-9a-z]+[ -])?"
    r"(?:(?:random|single|weird|hand ?written|little|small) )?"
    r"(?:letters?|codes?|scribbles?|squiggles?|symbols?|digits?)|"
    r"(?:letters?|numbers?|digits?) and (?:an? |some )?(?:letters?|numbers?|digits?)|"
    r"numbers? [0-9]{2,}|(?:[1-9]|one|two|three|four|five|six)[ -]?(?:digit|letter|figure)s?)\b",
    re.I,
)
# "The stamp said 5 November and I missed it": a day to leave by.
_MISSED = re.compile(
    r"\b(?:i|we|he|she|they)(?:'ve| have)? (?:just |already |totally |completely )?"
    r"(?:missed(?= (?:it|that|the (?:date|day|deadline))\b|\W*$|\W* (?:by|because|cause)\b)|"
    r"over ?stayed|forgot(?= (?:it|about|to leave)\b|\W*$)|misread|mis-?read|read it (?:as|wrong)|"
    r"(?:did ?n.?t|have ?n.?t|never) (?:leave|left|go|gone))\b|"
    r"\b(?:days?|weeks?) (?:late|too late|over|past)\b|\blate (?:by )?\w+ (?:days?|weeks?)\b",
    re.I,
)
# "Mine reads 5 June", said of the stamp asked about.
_READS = re.compile(
    r"\b(?:mine|ours|hers|his|it|that|this|stamps?|date|there)"
    r"(?: (?:in|on) (?:my|the|our|his|her) \w+)?"
    r"(?: (?:just|only|is|has|have|was|already)){0,2}"
    r"(?:'s|[:,=(]| (?:says?|said|reads?|shows?|is|has|have|was|dated))? *(?:the )?[(\"']?$",
    re.I,
)
_DAYS = frozenset({DateForm.CALENDAR, DateForm.NUMERIC})
_REACH = 40


def shown(text: str, judged: Sequence[Owned]) -> list[Owned]:
    """The dates; the day on a stamp is supposed the entry where that is asked, once it has passed.

    Told as missed it is the day by which to leave.
    """
    found = by_an_officer(text, judged)
    if _STAMP.search(text) is None:
        return found
    told = {one.date.role for one in found}
    if len(found) == 1 and (_is_mine(found[0]) or _is_beside_a_code(text, found[0])):
        found = [replace(found[0], date=replace(found[0].date, role=DateRole.STAMPED, tense=None))]
    elif told & {DateRole.ENTRY_DATE, DateRole.STAMP_DATE}:
        return found
    marked = [index for index, one in enumerate(found) if _is_marked(text, one, len(found))]
    if len(marked) != 1:
        return found
    date = found[marked[0]].date
    if date.role is DateRole.STAMPED and _MISSED.search(text):
        date = replace(date, role=DateRole.STAMP_DATE, tense=Tense.PAST)
    elif _CODE.search(text) or (_asks(text, date) and _WRITTEN.search(text) is None):
        date = replace(date, role=DateRole.STAMPED, tense=None, bare=True)
    found[marked[0]] = replace(found[marked[0]], date=date)
    return found


def _is_marked(text: str, one: Owned, dates: int) -> bool:
    """Whether a stamp shows the day, by what was judged or by the words right before it."""
    if one.date.role is DateRole.STAMPED:
        return True
    if one.date.role is not None or one.date.form not in _DAYS or dates > 1:
        return False
    start = one.date.start
    told = (_READS, _LEAF) if _LEAF.search(text, 0, start) else (_READS,)
    return any(each.search(text, max(0, start - _REACH), start) for each in told)


def _is_mine(one: Owned) -> bool:
    """Whether the stamp's day is told by "mine is 5 June", which names no day to leave by."""
    of_stamp = one.date.role is DateRole.STAMP_DATE and one.cue is not None
    return of_stamp and one.cue is not None and one.cue.text.startswith("mine")


def _is_beside_a_code(text: str, one: Owned) -> bool:
    """Whether the stamp shows the day, and what is written by hand is none."""
    of_stamp = one.date.role is DateRole.STAMP_DATE and one.cue is not None
    return bool(of_stamp and one.cue and one.cue.kind is Cue.STAMP and _CODE.search(text))


def _asks(text: str, date: SaidDate) -> bool:
    only = _ONLY.match(text, date.end) or _JUST.search(
        text, max(0, date.start - _REACH), date.start
    )
    return bool(only or _ASKED.search(text))
