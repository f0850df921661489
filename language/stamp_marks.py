"""What the one day on a stamp is where its owner asks: passed, it is the day of entry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from language.cues import Cue
from language.guesses import asks_when_to_leave
from language.ink import EITHER, INK, ON_STAMP, on_stamp, printed
from language.owners import Owned
from language.said_dates import CALENDAR_FORMS, DateRole, SaidDate, Tense
from language.stamps import by_an_officer

# "A rectangle with a leaf in it": who does not know what a stamp is tells what it looks like.
_STAMP = re.compile(
    r"\b(?:stamps?|ink|(?:date|day|number) (?:in|inside) (?:the|a|that) (?:circle|oval|square|box)|"
    r"(?:rectang\w+|oval|square|box|blob|print|mark|thing|imprint|circle|round)\b"
    r"[^.?!;0-9]{0,30}\bleaf|maple leaf|"
    r"leaf (?:thing|mark|print|picture|logo|symbol|shape|ink))\b",
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
    r"\bwhat (?:does|do|is|are) [^.?!;]{0,30}\b(?:mean\b|(?:on|in) (?:my|the|our|this) stamps?\b)|"
    r"\b(?:meaning|what'?s that|what is (?:that|this|it)|"
    r"is (?:that|this|it) (?:normal|ok|right|good|bad|a problem|a mistake|wrong))\s*(?:\?|$)|"
    r"\b(?:is|are|was) (?:it|that|this|which) (?:my|the|our|a|an) (?:visa|permit|entry)\b|"
    r"\bcount (?:from|by|on) (?:the|my|that) (?:ink|stamp)\b|"
    r"\b(?:is|does) (?:it|that|this) mean\w*\b|\bor what\b|"
    r"\b(?:is|was) (?:it|that|this) (?:the|my|our) (?:\w+ )?(?:day|date|deadline|limit)\b|"
    r"\b(?:count|do|matter|stand)(?:s|es)?\b[^.?!;]{0,30}(?:\b(?:as|for|matter)\b|\?)|"
    r"\bwhat'?s? (?:is |are )?(?:the |this |that )?(?:number|letters?|code|colou?r|shape|symbol)\b|"
    r"\bwhy\b[^.?!;]{0,30}\b(?:stamps?|circle|colou?r|date)\b|"
    r"\bwhich (?:is (?:what|which|it|right|the)|(?:one|date|of (?:them|the two)|do i|counts?))\b|"
    r"\b(?:just|only|simply) (?:(?:the|my|our|an?|for|of) )?(?:arrival|entry|entering|coming)\b|"
    r"\b(?:some ?thing|anything) (?:is )?missing\b|"
    r"\bis (?:it|that|this) all\b|\bwhere(?:'?s| is| do i see)? (?:the |my )?"
    r"(?:end|exit|leave|leaving|expiry|until|last)\b",
    re.I,
)
# "A stamp with 5 June and no until date": nothing was written besides.
_NOTHING_ELSE = re.compile(
    r"\b(?:and|with|but|has|have|is|was|there'?s|just)(?: (?:is|has|also|then|got))? "
    r"(?:nothing|no (?:until|till?|exit|leav\w+|end|expiry|other|second|departure|depart) "
    r"?(?:date|day|by)?)\b(?! (?:i|we|to)\b)|"
    r"\bno(?: \w+)? (?:other|second|further|until|end|exit|expiry|leave)(?:[ -]by)? "
    r"(?:date|day|number)\b|"
    r"\b(?:plain|bare|blank otherwise)(?=\W*(?:$|[.,;?!]))|"
    r"\bnothing (?:else|more|(?:is )?written|besides?|beside|under|below|next)\b",
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
    r"\b(?:v ?-? ?1|[a-z]-[0-9]{1,2}|letters? [a-z]|(?:poe|port|office) ?#? ?[0-9]{3,4}|"
    r"(?:(?:some|the|his|her|officer'?s?) )?initials?|signature|"
    r"(?:an?|some|one|two|three|four|the|[1-9]) (?:[0-9a-z]+[ -])?"
    r"(?:(?:random|single|weird|hand ?written|little|small) )?"
    r"(?:letters?|codes?|scribbles?|squiggles?|symbols?|digits?)|"
    r"(?:letters?|numbers?|digits?) and (?:an? |some )?(?:letters?|numbers?|digits?)|"
    r"numbers? [0-9]{2,}|(?:[1-9]|one|two|three|four|five|six)[ -]?(?:digit|letter|figure)s?)\b",
    re.I,
)
# "In pen just 'visit fam'", "beside it '6m' by hand": words, or a length of time, and no day.
_WORDS = r"(?<![a-z0-9])[\"'“‘](?:[0-9]{1,2} ?m(?:on?ths?|os?)?|[^\"'”’0-9]{1,30})[\"'”’](?![a-z])"
_BY_HAND = r"\b(?:wr[io]t\w*|by hand|hand ?wr\w*|pens?|biro|pencil|scribbl\w*)\b"
_QUOTED = re.compile(
    rf"{_WORDS}[^.?!;0-9]{{0,20}}{_BY_HAND}|{_BY_HAND}[^.?!;0-9\"']{{0,25}}{_WORDS}", re.I
)
# "CBSA 5 June": whose stamp it is, on the stamp.
_ISSUER = re.compile(r"\b(?:cbsa|asfc)[ ,:-]{1,3}$", re.I)
# "The stamp said 5 November and I missed it": a day to leave by.
_MISSED = re.compile(
    r"\b(?:i|we|he|she|they)(?:'ve| have)? (?:just |already |totally |completely )?"
    r"(?:missed(?= (?:it|that|the (?:date|day|deadline))\b|\W*$|\W* (?:by|because|cause)\b)|"
    r"over ?stayed|forgot(?= (?:it|about|to leave)\b|\W*$)|misread|mis-?read|read it (?:as|wrong)|"
    r"(?:(?:did|have) ?n.?t|did not|have not|never) (?:leave|left|go|gone|"
    r"(?:see|seen|notice|noticed|read|look at|check|remember) (?:it|that|this|the date)))\b|"
    r"\bstamps?(?: date)? (?:has |had |is )?(?:already )?passed\b|"
    r"\bhad to (?:leave|go|exit) (?:that day|then|by then|on it)\b|"
    r"\b(?:only|just) (?:now )?(?:noticed?|saw|see|reali[sz]ed?|found out|read it)\b|"
    r"\b(?:days?|weeks?) (?:late|too late|over|past)\b|\blate (?:by )?\w+ (?:days?|weeks?)\b|"
    r"(?<!if )(?:\b(?:i|we) (?:think|guess|fear|believe|worry|know)|\bafraid|\bso)(?: that)? "
    r"(?:i'?m|i am|we'?re|we are|my (?:time|stay) is) (?:(?:now|already|probably|maybe|a bit) )*"
    r"(?:over|late|too late|out of status|illegal)\b(?! (?:for|to|in|with|at)\b)",
    re.I,
)
# "The stamp said 5 November, flight got cancelled, still here": told of a day to leave by.
_KEPT = re.compile(
    r"\b(?:flight|plane|ticket|bus|train|ferry)s? (?:\w+ ){0,2}"
    r"(?:cancel+ed|delayed|missed|moved)\b|"
    r"\bstill (?:in|at|stuck|not (?:left|gone)|have ?n.?t)\b|"
    r"\b(?:anything|something|what) (?:(?:can|could|should) )?(?:i|we)(?: (?:can|could))? "
    r"(?:still |now )?do(?: now| about (?:it|that|this))?\W*$|\b(?:fix|repair|save|put) "
    r"(?:it|that|this)(?: right)?\W*$|"
    r"\btoo late\b|\brestor\w+|\bcan (?:i|we) still (?:extend|apply|restore|leave|fix)\b|"
    r"\bnoticed\b|\b(?:am|are) (?:i|we) (?:\w+ )?(?:illegal|over|late|out of status|overstay\w*)\b",
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
# "07 SE 26", "2026 JUN 14": only stamps write days so.
_STAMP_FORM = re.compile(
    r"[0-9]{1,2}[ -]?[a-z]{2}[ -]?(?:20)?[0-9]{2}|20[0-9]{2}[ -][a-z]{2,3}[ -][0-9]{1,2}", re.I
)
_REACH = 40


def shown(text: str, judged: Sequence[Owned]) -> list[Owned]:
    """The dates; the day on a stamp is supposed the entry where that is asked, once it has passed.

    Told as missed it is the day by which to leave.
    """
    found = [_dated(on_stamp(text, one)) for one in by_an_officer(text, judged)]
    if not (
        any(each.search(text) for each in (_STAMP, INK, EITHER))
        or any(one.date.role is DateRole.STAMPED for one in found)
        or any(map(_is_in_stamp_form, found))
    ):
        return found
    found = [printed(text, one, found) for one in found]
    if len(found) == 1 and _is_only_asked(text, found[0]):
        found = [replace(found[0], date=replace(found[0].date, role=None, tense=None))]
    told = {one.date.role for one in found}
    if len(found) == 1 and (_is_mine(found[0]) or _may_end(text, found[0])):
        date, came = found[0].date, found[0].date.role is DateRole.ENTRY_DATE
        date = replace(date, role=DateRole.STAMPED, tense=None, bare=came or date.bare)
        found = [replace(found[0], date=date)]
    elif told & {DateRole.ENTRY_DATE, DateRole.STAMP_DATE}:
        return found
    marked = [index for index, one in enumerate(found) if _is_marked(text, one, len(found))]
    if len(marked) != 1:
        return found
    date = found[marked[0]].date
    kept = date.tense is Tense.REPORTED and _KEPT.search(text)
    if date.role is DateRole.STAMPED and (kept or _MISSED.search(text)):
        date = replace(date, role=DateRole.STAMP_DATE, tense=Tense.PAST)
    elif (DateRole.RECORD_EXPIRY in told and date.tense is not Tense.REPORTED) or (
        _has_a_mark(text, date) or _asks(text, date)
    ):
        date = replace(date, role=DateRole.STAMPED, tense=None, bare=True)
    found[marked[0]] = replace(found[marked[0]], date=date)
    return found


def _is_marked(text: str, one: Owned, dates: int) -> bool:
    """Whether a stamp shows the day, by what was judged or by the words right before it."""
    if one.date.role is DateRole.STAMPED:
        return True
    if one.date.role is not None or one.date.form not in CALENDAR_FORMS or dates > 1:
        return False
    start = one.date.start
    if EITHER.search(text) or ON_STAMP.match(text, one.date.end) or _is_in_stamp_form(one):
        return True
    told = (_READS, _LEAF) if _LEAF.search(text, 0, start) else (_READS,)
    return any(each.search(text, max(0, start - _REACH), start) for each in told)


def _is_only_asked(text: str, one: Owned) -> bool:
    """Whether "is this the day I came or must I leave?" is all that names the day before it."""
    told = one.date.role is DateRole.STAMP_DATE
    after = not told and one.cue is not None and one.cue.start >= one.date.end
    asked = EITHER.search(text)
    return after and asked is not None and asked.end() > one.date.end


def _dated(one: Owned) -> Owned:
    """The date; an entry that only a stamp tells is none where its year is still to come.

    In a stamp's own letters it is no leave-by date either, and asked about.
    """
    shown = one.date.role is DateRole.ENTRY_DATE and one.cue and one.cue.kind is Cue.STAMP
    known = shown and one.date.year is not None and not _is_in_stamp_form(one)
    return replace(one, date=replace(one.date, bare=True)) if known else one


def _is_mine(one: Owned) -> bool:
    """Whether the stamp's day is told by "mine is 5 June", which names no day to leave by."""
    of_stamp = one.date.role is DateRole.STAMP_DATE and one.cue is not None
    return of_stamp and one.cue is not None and one.cue.text.startswith("mine")


def _may_end(text: str, one: Owned) -> bool:
    """Whether the stamp shows the day beside a code, or in its own letters it is asked about."""
    if one.date.role is DateRole.ENTRY_DATE and _is_in_stamp_form(one):
        return asks_when_to_leave(text)
    of_stamp = one.date.role is DateRole.STAMP_DATE and one.cue is not None
    marked = _CODE.search(text) or _QUOTED.search(text)
    return bool(of_stamp and one.cue and one.cue.kind is Cue.STAMP and marked)


def _has_a_mark(text: str, date: SaidDate) -> bool:
    """Whether something that is no day stands on the stamp or beside it."""
    if not _STAMP.search(text):
        return False
    issuer = _ISSUER.search(text, max(0, date.start - _REACH), date.start)
    return bool(_CODE.search(text) or _QUOTED.search(text) or issuer)


def _asks(text: str, date: SaidDate) -> bool:
    only = _ONLY.match(text, date.end) or _JUST.search(
        text, max(0, date.start - _REACH), date.start
    )
    if _WRITTEN.search(_NOTHING_ELSE.sub(" ", text)):
        return False
    asked = any(each.search(text) for each in (_ASKED, EITHER, _NOTHING_ELSE))
    return bool(only or asked or asks_when_to_leave(text))


def _is_in_stamp_form(one: Owned) -> bool:
    return _STAMP_FORM.fullmatch(one.date.text) is not None
