"""A coming told in the present tense, or by its journey, of a stay that has begun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from language.cues import Whose
from language.kin import name_of
from language.owners import Owned
from language.said_dates import DateRole, SaidDate, Tense
from language.tenses import ENDS_OF_STAY

# "My wife come 5 May" plans nothing: of a plan one says that she comes, or is coming.
_BARE_VERB = re.compile(r"(?:come|arrive|enter|land|reach|cross)\b", re.I)
_SEVERAL = re.compile(r"\b(?:and|they|children)\b|[,&]|s$", re.I)
# By when more time can be asked for, or that "my six month finish", asks who is here.
_OF_A_STAY = re.compile(
    r"\b(?:until when|till when|last (?:day|date|time)|by when|when|how late|too late|deadline|"
    r"how many days)\b[^.?!]{0,30}\b(?:exten[dst]\w*|apply|renew\w*|send|submit)\b|"
    r"\bexten[dst]\w*[^.?!]{0,30}\b(?:until when|till when|deadline|too late)\b|"
    r"\b(?:when|what day|which day) (?:is |are )?(?:it )?(?:finish|end|expire|over|complete)s?\b|"
    r"\b(?:my|our|his|her|the) (?:\w+ ){0,2}(?:months?|stay|time) (?:already |now )?"
    r"(?:finish|end|expire|over|complete)\b|"
    r"\b(?:am i|are we|is (?:he|she)) (?:already |now )?(?:over|late|illegal|out of status)\b|"
    r"\b(?:still here|overstay\w*|restor\w+|no stamp|only (?:a )?stamp|nothing (?:is )?writ\w+|"
    r"officer (?:wrote|gave|said|put|write|not|no)|(?:he|she|they) (?:wrote|write|stamp\w*) )\b|"
    r"\bnow (?:i|we|he|she) (?:am|are|is|want|need)\b|"
    # Of who is here one asks what is left; a guess at its end, a flight home are of a stay begun.
    r"\b(?:till?|until|to|for) (?:what|which) (?:day|date)\b|"
    r"\bstay still\b|\bstill (?:stay|left|legal|allowed)\b|\balready (?:illegal|not\b)|"
    r"\bwhen (?:i|we|he|she|they) (?:should|must|have to|has to|need to|needs to) "
    r"(?:go|leave|exit|be out)\b|"
    r"\b(?:then|and) (?:i |we )?(?:go|went|left)\b[^.?!]{0,40}\b(?:come|came|return) back\b|"
    r"\b(?:flight|ticket|fly(?:ing)?) (?:back|home) (?:is|on)\b|"
    r"\b(?:return|back) (?:flight|ticket)\b|"
    r"\bhow (?:long|many (?:days|weeks|months)|much time)"
    r"(?: (?:time|is|are|do (?:i|we) have|does (?:he|she) have))? "
    r"(?:again|more|still|left|remain\w*)\b|"
    r"\b(?:my|the) (?:wife|husband|friend|sister|brother|cousin|agent|lawyer) "
    r"(?:says?|tells?|thinks?) (?:it is |it'?s )?(?:until|till?)\b",
    re.I,
)
_OF_ITS_END = ENDS_OF_STAY | {DateRole.APPLICATION_DATE}
_JOURNEY = re.compile(r"(?:flight|plane|flew|fly|took|boarding|train|bus)\b", re.I)
# "Flew in with my sister 5 May, she flew back 9 June": home, for nothing is told of leaving.
_BACK = re.compile(r"(?:flew|drove|went|travel+ed|sailed|goes|went) back$", re.I)
_OTHERS = re.compile(
    r"\b(?:he|she|they|(?:my|our|his|her) [a-z]{1,15})(?: (?:then|already|alone))? $", re.I
)
_WAS_AWAY = re.compile(
    r"\b(?:left|went|gone|away|trips?|visit\w*|again|home|out|canada|here)\b", re.I
)
_THERE = re.compile(r"(?:land|arriv|touch|got (?:in|here)|came|reach|get in)", re.I)


def under_way(text: str, judged: Sequence[Owned]) -> list[Owned]:
    """The dates; a coming told in the present is behind where the stay is under way."""
    roles = {one.date.role for one in judged}
    begun = bool(roles & _OF_ITS_END) or _OF_A_STAY.search(text) is not None
    return [
        replace(one, date=replace(one.date, tense=Tense.OVER)) if _is_behind(one, begun) else one
        for one in _without_going_home(text, _without_setting_out(judged))
    ]


def _is_behind(one: Owned, begun: bool) -> bool:
    told = one.date.role is DateRole.ENTRY_DATE and one.date.tense is Tense.REPORTED
    if not told or one.cue is None or one.cue.start > one.date.start:
        return False
    if begun or one.whose is not Whose.OTHER or one.person is None:
        return begun
    called = name_of(one.person) or one.person
    return bool(_BARE_VERB.match(one.cue.text)) and _SEVERAL.search(called) is None


def _without_setting_out(judged: Sequence[Owned]) -> list[Owned]:
    """The dates; of a night's journey the day of landing alone is the entry."""
    done = list(judged)
    for n, (first, then) in enumerate(pairwise(judged)):
        if first.cue is None or then.cue is None or not _is_eve(first.date, then.date):
            continue
        entries = first.date.role is then.date.role is DateRole.ENTRY_DATE
        if entries and _JOURNEY.match(first.cue.text) and _THERE.match(then.cue.text):
            done[n] = replace(first, date=replace(first.date, role=DateRole.OTHER))
    return done


def _without_going_home(text: str, judged: Sequence[Owned]) -> list[Owned]:
    """The dates; the day on which a companion "flew back" is that of leaving."""
    done = list(judged)
    for n, (first, then) in enumerate(pairwise(judged), start=1):
        if then.cue is None or not first.date.role is then.date.role is DateRole.ENTRY_DATE:
            continue
        between = text[first.date.end : then.cue.start]
        home = _BACK.match(then.cue.text) and not _WAS_AWAY.search(between)
        if home and _OTHERS.search(between):
            done[n] = replace(then, date=replace(then.date, role=DateRole.OTHER))
    return done


def _is_eve(first: SaidDate, then: SaidDate) -> bool:
    """Whether the second day follows the first; that of a month may begin the next."""
    if first.day is None or then.day is None:
        return False
    same = first.month == then.month and then.day - first.day == 1
    return same or (then.day == 1 and first.day >= 28)
