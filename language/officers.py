"""What an officer did on a day, told apart from the day an officer wrote or said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from language.cues import Cue, Found
from language.owners import Owned
from language.said_dates import DateRole, SaidDate

# "Gave me a form on 5 June" tells when, not until when.
_HANDED = re.compile(
    r"\s+(?:(?!(?:leave|go|depart|exit|ends?|expir\w+|out|gone|valid|stay|until|till?|by|says?|said|"
    r"date)\b)\w+\s+){1,5}on\s+(?:the\s+)?",
    re.I,
)
# "Scribbled something under my stamp on 5 June": what, nobody can read.
_SOMETHING_ON = re.compile(
    r"\b(?:wr[io]tes?|written|put|scribbled?|scrawled|added|noted)(?: \w+)? "
    r"(?:something|some ?thing|smth|sth|somethin'?)\b[^.;!?]{0,40}\bon\s+(?:the\s+)?$",
    re.I,
)
# "On 5 June they gave me a paper", "5 June, customs said welcome".
_GAVE = re.compile(r"\b(?:told|gave|give|given|handed|put|issued|wrote)\b")
_A_THING = re.compile(r"\s+(?:an?|the|my|our|his|her|some\w*|nothing|no|back)\b", re.I)
_SAID = re.compile(r"\b(?:said|says)$")
_SOMETHING = re.compile(
    r"\s+(?!(?:so|it|this|that|on|in|at|when|for|by|under|below|beside|next|with|me|us|to|there|here|"
    r"and|but|then|is|was|as|though|himself|herself|down)\b)\w",
    re.I,
)
_PAPER = re.compile(r"\b(?:slip|sheet|paper|note|sticker|form|page)$")
_WHEN = re.compile(r"\s+(?:on|in|last|this)\s+(?:the\s+)?", re.I)
# "Until 5 June, like my record says".
_AS_SAID = re.compile(
    r"[\s,]*(?:(?:like|as|just as)\s+(?:it\s+)?(?:says?\s+(?:on|in)\s+)?|"
    r"(?:says?|according to)\s+)(?:the|my|our|her|his|an?)\s+"
    r"(?!(?:removal|deport\w+|departure|exclusion) )"
    r"(?:\w+\s+)?(?:(?P<officer>officer|guard|agent|stamp)|"
    r"(?P<record>record|vr|letter|paper from ircc))"
    r"(?=\s+(?:says?|said|wrote|put|shows?|has|reads?|told)\b|\s*[.?!,]|\s*$)",
    re.I,
)
# "Landed 5 June as the stamp says".
_CAME_ON = re.compile(
    r"\b(?:came|landed|arrived|entered|crossed|got (?:in|here)|flew in|drove (?:in|up)|entry|"
    r"arrival)(?: (?:here|in|on|was|is|canada|the|to|at|via|by|air|car|bus|date|day)){0,4} $",
    re.I,
)


def is_what_was_done(text: str, date: SaidDate, cue: Found[Cue]) -> bool:
    """Whether an officer did something on ``date``, and no date was written or said."""
    if cue.start >= date.end:
        if _PAPER.search(cue.text):
            return True
        thing = _SOMETHING if _SAID.search(cue.text) else _A_THING
        did = _SAID.search(cue.text) or _GAVE.search(cue.text)
        return bool(did and thing.match(text, cue.end))
    if _PAPER.search(cue.text) and _WHEN.fullmatch(text, cue.end, date.start):
        return True
    return _HANDED.fullmatch(text, cue.end, date.start) is not None


def is_day_of_writing(before: str) -> bool:
    """Whether the words before a day tell that an officer wrote, then, what nobody can read."""
    return _SOMETHING_ON.search(before) is not None


# "My travel agent says until 5 June", "the airline agent wrote 5 June".
_OF_A_TRADE = re.compile(
    r"\b(?:travel|tourist|tour|tickets?|airlines?|check-?in|insurance|estate|realty|"
    r"rental|bank|booking|visa|recruit\w+|school|education|call cent\w+) "
    r"(?:agents?|agency|agent'?s|officers?)(?: \w+){0,5} ?$|"
    # "My brother's agent says": whoever has an agent pays for advice.
    r"\b(?:(?:my|our|his|her|their)(?: (?!border|cbsa|customs|immigration|airport|entry)\w+)?|"
    r"\w+'s) agent (?:\w+ )?(?:says?|said|thinks|told|tells|counts?|insists|wrote|writes)"
    r"(?: \w+){0,3} ?$",
    re.I,
)
# "Agent says 5 June is the latest to send": by when to apply no officer says.
_TO_FILE = re.compile(
    r"[\s,]*(?:(?:is|was|as|for) )?(?:the |my |our )?(?:very )?"
    r"(?:latest|last|final|deadline|limit)(?: (?:day|date|chance|moment))? "
    r"(?:to|for|(?:when )?(?:i|we) (?:can|may|could)) (?:\w+ )?"
    r"(?:send|appl|submit|fil[ei]|extend|extension|renew|ask|pay|request)",
    re.I,
)
_OF_A_VISA = re.compile(r"\bvisa officer", re.I)


def is_day_to_file(text: str, end: int) -> bool:
    """Whether the words after a day call it the last one on which to apply."""
    return _TO_FILE.match(text, end) is not None


def is_of_a_trade(said: str) -> bool:
    """Whether ``said``, up to a day, names an agent who sells something, and no officer."""
    named = _OF_A_TRADE.search(said)
    return named is not None and _OF_A_VISA.match(named[0]) is None


# "5 June under the stamp, is that normal?": a hand wrote it there.
_UNDER_THE_STAMP = re.compile(
    r"[\s\"'”’)]*(?:(?:is|was|it'?s|hand ?written|written|noted|scribbled|added|put|in (?:pen|ink)|"
    r"right|just|directly) ){0,3}(?:under(?:neath)?|below|beneath|beside|next to|alongside) "
    r"(?:(?:the|my|our|his|her|their|that|this) (?:\w+ )?stamps?|(?P<it>it|that|this))\b",
    re.I,
)
# "It says 5 June on a paper inside my passport."
_ON_A_PAPER = re.compile(
    r"\s*(?:on|in) (?:(?:an?|the|some|that|this|small|little|white|folded) ){0,3}(?:piece of )?"
    r"(?:paper|sheet|slip|note|card) (?:\w+ )?(?:in|inside|between|on) (?:(?:the|my|our|his|her) )?"
    r"(?:\w+ )?(?:passports?|page)\b",
    re.I,
)
# "5 June is all he gave me", "must I go 5 June if that's what the guy wrote".
_HE = (
    r"(?:he|she|they|(?:the |an? |that )?(?:officers?|guards?|agents?|customs|cbsa|border \w+)|"
    r"(?:the|that|this) (?:guy|man|lady|woman|dude))(?: (?:at|in) the \w+)?"
)
_ALL_GIVEN = re.compile(
    r"[\s,]*(?:(?:(?:even )?if|since|because|when|as|but) )?"
    r"(?:is|was|'s|(?:that|it|this)(?:'?s| is| was)) "
    r"(?:all|what|the (?:only )?(?:date|day|best))(?: that)? "
    rf"{_HE} (?:gave|give|wrote|put|allowed|decided|set|marked|let)\b|"
    rf"[\s,]*(?:(?:even )?if|since|because|when|as) {_HE} "
    r"(?:wrote|put|marked|penned|scribbled) (?:it|that|this)\b",
    re.I,
)
# "Until 5 June" and under it initials: whoever signs has written it.
_UNTIL = re.compile(r"\b(?:until|untill|till?|(?:leave|exit|out|depart) by)[\s:\"'“(]*$", re.I)
_SIGNED = re.compile(
    r"[\s,.;\"'”)]*(?:\b(?:and|with|plus)\b )?(?:(?:right |just )?"
    r"(?:under(?:neath)?|below|beneath|beside|next to|near|after)(?: (?:it|that|this))?,? )?"
    r"(?:there(?:'?s| is| are) |is |are |has |have )?(?:an? |some |his |her |their |the )?"
    r"(?:\w+ )?(?:signatures?|initials?|signed)\b",
    re.I,
)
_A_STAMP = re.compile(r"\bstamps?\b", re.I)


def witnessed(text: str, date: SaidDate) -> DateRole | None:
    """The role of a date that the words after it lay to an officer or a paper."""
    under = _UNDER_THE_STAMP.match(text, date.end)
    if under and (under["it"] is None or _A_STAMP.search(text, 0, date.start)):
        return DateRole.STAMP_DATE
    until = _UNTIL.search(text, max(0, date.start - _NEAR), date.start)
    if _ALL_GIVEN.match(text, date.end) or (until and _SIGNED.match(text, date.end)):
        return DateRole.STAMP_DATE
    said = _AS_SAID.match(text, date.end)
    if said is None:
        return DateRole.STAMP_DATE if _ON_A_PAPER.match(text, date.end) else None
    if said["officer"] and _CAME_ON.search(text, max(0, date.start - _REACH), date.start):
        return DateRole.ENTRY_DATE
    return DateRole.STAMP_DATE if said["officer"] else DateRole.RECORD_EXPIRY


_REPLACES = re.compile(
    r"^(?:cross|scratch|str[iou])|"
    r"\b(?:over-?wrote|wrote over|corrected|changed|altered|amended|fixed)\b"
)
# "The officer changed 5 March to 5 January".
_CHANGED = re.compile(
    r"\b(?:changed|corrected|altered|amended|shortened|overwrote)"
    r"(?: (?:it|the|my|our|date|day|stay|by|an?|another|officer|guard|hand|pen|in|from)){0,6} ?$",
    re.I,
)
_TO = re.compile(r"\s*(?:in)?to (?:the )?", re.I)
_OFFICIAL = re.compile(
    r"\b(?:officers?|guards?|agents?|inspectors?|customs|cbsa|border|pen|ink|by hand|stamp)\b", re.I
)
_REACH = 50
_NEAR = 16


def replaced(text: str, judged: Sequence[Owned]) -> list[Owned]:
    """The dates; the one that an officer crossed out and replaced by a later one is none."""
    found = list(judged)
    for at, (first, then) in enumerate(pairwise(judged)):
        told = text[max(0, first.date.start - _REACH) : first.date.start]
        changed = _CHANGED.search(told) and _OFFICIAL.search(text)
        if changed and _TO.fullmatch(text, first.date.end, then.date.start):
            old = replace(first.date, role=DateRole.OTHER, tense=None)
            new = replace(then.date, role=DateRole.STAMP_DATE, tense=None)
            found[at], found[at + 1] = Owned(old), Owned(new)
    for index, one in enumerate(found):
        if one.cue is None or one.cue.kind is not Cue.WROTE or not _REPLACES.search(one.cue.text):
            continue
        # Whoever put it there, "his colleague" is no one whose stay is told.
        found[index] = replace(one, whose=None, person=None)
        for before, other in enumerate(found[:index]):
            if other.date.role is DateRole.STAMP_DATE:
                found[before] = replace(
                    other, date=replace(other.date, role=DateRole.OTHER), whose=None, person=None
                )
    return found
