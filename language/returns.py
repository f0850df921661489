"""Whether a return to Canada is told or only planned, and which arrival was the last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from language.owners import Owned
from language.said_dates import DateRole, Tense
from language.tenses import IS_BACK

_BACK = re.compile(r"(?:back|return|re-?ent(?:er|ry))\b")
_PLAN_OR_STORY = re.compile(
    r"\b(?:(?P<plan>leaving|going|flying|driving|heading|travel+ing|visiting|will|\w+['’]ll|gonna|"
    r"plan\w*|want\w*|wanna|think\w*|hop(?:e|ing)|would|must|should|need(?:s|ed)? to|ha(?:ve|s) to|"
    r"can (?:i|we|he|she|they)|could (?:i|we)|may (?:i|we)|if (?:i|we|he|she|they)|"
    r"next (?:week|month|weekend)|tomorrow|book\w*|intend\w*|allowed to|possible to|safe to|ok to|"
    r"(?:to|i|we|they|and|then) (?:leave|fly|go|drive|travel|visit|take))|"
    r"(?:left|went|flew|came|come|drove|was|were|had|did|spent|took|got|made|been|\w{3,}ed))\b",
    re.I,
)
_BARE_BACK = re.compile(r"back\b")
_IS = re.compile(r"(?:\b(?:am|are|is|im)|['’](?:m|re|s)) $", re.I)
_REACH = 120
_LAST_TIME = re.compile(
    r"\b(?:last|latest|most recent) time (?:that )?(?:(?:i|we|he|she|they|my \w+) )?"
    r"(?:c[ao]mes?|coming|enter(?:s|ed|ing)?|cross(?:es|ed|ing)?|arriv(?:es?|ed|ing)|"
    r"land(?:s|ed|ing)?|flew|fly|drove|drive|"
    r"got)(?: \w+){0,4} (?:was|is)(?: on)?(?: the)?\s*$",
    re.I,
)
_ANOTHER_SINCE = re.compile(r"\b(?:this time|now (?:i|we)|but (?:now )?(?:i|we)|again)\b", re.I)


def is_return_to_come(text: str, start: int, cue: str) -> bool:
    """Whether "back" at ``start`` is planned: "leaving 5 December, back 9 January".

    The word for a plan or for what happened that stands nearest before it decides.
    """
    if _BACK.match(cue) is None:
        return False
    told = [*_PLAN_OR_STORY.finditer(text, max(0, start - _REACH), start)]
    return bool(told) and told[-1]["plan"] is not None


# "If she flies home 5 December and is back 9 January": supposed, both days.
_IF_AWAY = re.compile(
    r"\b(?:if|when|once|say|suppose|supposing|unless|in case) (?:\w+ ){1,3}?"
    r"(?:fl(?:y|ies)|go(?:es)?|leaves?|travels?|drives?|heads?|visits?|takes?|exits?|steps?|pops?|crosses|nips?|hops?|returns?)\b"
    r"(?![^;?!]{0,80}\b(?:left|went|flew|drove)\b)[^;?!]{0,80}$",
    re.I,
)


def is_supposed_return(text: str, start: int, cue: str) -> bool:
    """Whether "is back" at ``start`` ends a journey that is only supposed."""
    away = _IF_AWAY.search(text, max(0, start - _REACH), start)
    return IS_BACK.match(cue) is not None and away is not None


# "We are flying out to Boston 5 December": the day of leaving is to come.
_WILL_LEAVE = re.compile(
    r"\b(?:flying|driving|going|heading|travell?ing|walking|leaving|will|\w+['’]ll|gonna|plan\w*|"
    r"want\w*|wanna|book\w*|thinking|if (?:i|we|he|she|they)|"
    r"(?:can|could|should|may|must) (?:i|we|he|she|they)|"
    r"(?:need|ha(?:ve|s)|like|hop\w+|wish|intend\w*) to)(?: \w+){0,2} $",
    re.I,
)


def is_leaving_to_come(before: str) -> bool:
    """Whether the words ``before`` what tells of leaving place it ahead."""
    return _WILL_LEAVE.search(before) is not None


def retold(text: str, judged: Sequence[Owned]) -> list[Owned]:
    """The dates; a bare "back 5 December" may be told before or after that day."""
    return [
        replace(one, date=replace(one.date, tense=Tense.REPORTED)) if _is_bare(text, one) else one
        for one in judged
    ]


def _is_bare(text: str, one: Owned) -> bool:
    if one.date.role is not DateRole.ENTRY_DATE or one.date.tense or one.cue is None:
        return False
    if _BARE_BACK.match(one.cue.text) is None or one.cue.start > one.date.start:
        return False
    start = one.cue.start
    if _IS.search(text, max(0, start - _REACH), start):
        return False
    return _PLAN_OR_STORY.search(text, max(0, start - _REACH), start) is None


# "First time I came 5 May, go home in June, come again 9 July": all of it told.
_FIRST_TIME = re.compile(r"\b(?:first|1st) (?:time|visit|entry|trip)\b", re.I)


def tells_first_time(text: str, end: int) -> bool:
    """Whether a first coming is told before ``end``, and what follows goes on."""
    return _FIRST_TIME.search(text, 0, end) is not None


# "I left 5 November for a funeral and come back 17 November": in the only tense one has.
_HAS_LEFT = re.compile(
    r"\b(?:i|we|he|she|they) (?:left|went|flew|drove|travell?ed)\b[^.?!;]{0,70}"
    r"(?:\band|,|\bthen)(?: (?:and|then|i|we|he|she|they|only|just))* ?$",
    re.I,
)


def tells_leaving(before: str) -> bool:
    """Whether it is told just ``before`` what tells of coming back that one has left."""
    return _HAS_LEFT.search(before) is not None


def is_last_arrival(text: str, start: int, end: int) -> bool:
    """Whether the date from ``start`` to ``end`` is said to be the last of coming.

    "The last time I came in was 5 May", unless the message goes on with a time since.
    """
    before = text[max(0, start - _REACH) : start]
    return bool(_LAST_TIME.search(before)) and _ANOTHER_SINCE.search(text, end) is None
