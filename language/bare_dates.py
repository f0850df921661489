"""A day that is all a message says, or all that a correction of another says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from language.cues import Whose, people, place_patterns
from language.number_order import without_order
from language.said_dates import CALENDAR_FORMS, DateForm, DateRole, SaidDate

_WORD = re.compile(r"[a-z']+")
_SAYS_NOTHING = re.compile(
    r"an?|about|actually|ah|already|am|and|around|believe|both|but|certain|correct(?:ion)?|date|day|each|exact(?:ly)?|gave|"
    r"for|guess|h(?:ello|i|m+)|i|i'm|im|instead|is|it|it's|its|know|maybe|mean|meant|mistake|my|no|not|"
    r"of|ok(?:ay)?|on|oops|please|perhaps|pls|positive|rather|really|right|say|since|so|sorry|start(?:ed|ing)?|still|sure|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|bis|"
    r"thank|thanks|that|that's|the|think|to|typo|was|wait|wrong|ye(?:s|ah|p)|you"
)
# "No idea what day it was, some time in mid June": said of a day without any certainty.
_UNSURE = re.compile(
    r"\b(?:(?:have |got |had )?no (?:idea|clue|memory)|"
    r"(?:not|never) (?:quite |really |too |entirely )?(?:sure|certain)|"
    r"(?:(?:do|did|could)(?: ?not|n'?t)|can ?not|can'?t) (?:really |quite |exactly )?"
    r"(?:know|remember|recall|say|tell)|forgot(?:ten)?|unsure)\b"
    r"(?: (?:(?:on|of|about) )?(?:what|which|when|the|my|our|exact(?:ly)?|"
    r"precise(?:ly)?|day|date|it|was|is|that|anymore|any|more|for sure|sorry|i|we|"
    r"came|arrived|entered|landed|in|here))*|"
    r"\b(?:some ?(?:time|where|day)|roughly|approx(?:imately|\.)?|probably|likely|must have been|"
    r"(?:would|could|might|may|should) (?:have )?be(?:en)?|or so|ish|something like that|"
    r"(?:if )?i remember)\b",
    re.I,
)
# "Wrong, I said 5 May": what was read otherwise; "sorry, I said 5 May" may take it back.
_SAID = re.compile(
    r"\b(?:i|we) (?:already |just |clearly )?(?:said|told you|wrote|typed|answered)"
    r"(?: (?:it was|that|on|the)){0,3}(?![a-z])",
    re.I,
)
_TAKEN_BACK = re.compile(r"\b(?:sorry|oops|mistake\w*|meant?|instead|typo|but)\b", re.I)
# "5 May by bus from Lagos, when must I be out?": how, where, and what is asked of it.
_BY = (
    r"\b(?:(?:by )?(?:bus|coach|car|train|boat|ferry|ship|plane)|by (?:air|land|road|sea|bike)|"
    r"on foot)\b(?: from [a-z]{1,20}(?: [a-z]{1,20})?)?"
)
_NOT_WRITTEN = re.compile(
    r"\b(?:nothing|no|without(?: any)?) (?:\w+ )?(?:(?:hand ?)?writ(?:ten|ing)|stamps?|dates?|pen)"
    r"(?: in (?:either|both|any|the)(?: passports?)?)?\b"
)
_ASKS = re.compile(
    r"\b(?:(?:un)?til+ when|to when|when|how long|how many|what|which|calculate|tell|"
    r"(?:our |my |his |her )?last (?:legal )?days?)\b"
    r"(?=[^.!]{0,80}\b(?:leave|stay|over|end\w*|last|out|limit|deadline|go|exit|finish\w*|up|remain|"
    r"left|each|same|different)\b|\W*$)"
    r"(?![^.!]{0,80}\b(?:visas?|passports?|e-?ta|records?|permits?|apply|exten\w+|flights?|apply\w*|"
    r"send|school|course|job|work)\b)"
    r"[^.!]{0,80}",
    re.I,
)


# How sure one is of it, that one said it before, and what is added out of politeness.
_BESIDE = re.compile(
    r"\b(?:lol|ha(?:ha)+|sir|ma'?am|bro|mate|dude|well|oh|wow|ugh|hey|definitely|exactly|surely|"
    r"precisely|obviously|of course|for sure|or so|some ?(?:time|where|day)|"
    r"at (?:night|noon|midnight)|(?:in the |late |early )?(?:morning|evening|afternoon|night)|"
    r"to be (?:exact|precise|sure|honest)|"
    r"if (?:i'?m? not (?:mistaken|wrong)|i (?:remember|recall)(?: (?:right|correctly|well|it))?|"
    r"memory serves(?: me)?)|"
    r"(?:as|like) (?:i|you) (?:already )?(?:said|say|told you|wrote)(?: before| already| earlier)?|"
    r"(?:that'?s |it'?s )?what it says|it was an? \w{3,6}day|"
    r"(?:(?:do ?n'?t|can'?t|can ?not) (?:really |exactly )?(?:remember|know|recall)|"
    r"not (?:too |really |quite )?sure|no idea|unsure|forgot)"
    r"(?: (?:(?:which|what|the)(?: exact)? (?:day|date)|exactly|when))?)\b",
    re.I,
)
# "That's my wife's, mine is 5 May": what it was of is no more of use.
_WAS_OF_ANOTHER = re.compile(
    r"\b(?:that|this|it)(?:'?s| is| was)(?: actually| only| just)? (?:for )?"
    r"(?:(?:my|our|his|her) [a-z]+(?:['’]s)?|hers|his|theirs)"
    r"(?: (?:(?:entry|arrival) )?(?:date|day|one))?\s*[,.;:–-]",
    re.I,
)


def with_bare(text: str, dates: Iterable[SaidDate]) -> tuple[SaidDate, ...]:
    """The dates; one without a role is ``bare`` where nothing else is said but other days.

    So is each of several days where beside each a person is named: "5 May for me, 9 May for her".
    """
    dates = tuple(_beside_an_entry(text, tuple(dates)))
    text = _WAS_OF_ANOTHER.sub(lambda said: " " * len(said[0]), text)
    unnamed = [date for date in dates if date.role is None]
    rest = [date for date in dates if date.role is not None]
    again = [] if unnamed else [date for date in rest if _is_said_again(text, date)]
    if len(again) == 1:
        unnamed, rest = again, [date for date in rest if date is not again[0]]
    if not unnamed or any(date.role is not DateRole.OTHER for date in rest):
        return dates
    if not all(map(_is_day, unnamed)) or not says_nothing(text, dates):
        return dates
    asks = _ASKS.search(text.lower())
    named = [one for one in people(text) if asks is None or one.end <= asks.start()]
    if len(unnamed) > 1 and len(unnamed) != len(named):
        return dates
    if len(unnamed) == 1 and Whose.OTHER in {one.kind for one in named} and not _FOR.search(text):
        return dates  # "my cousin 5 May": it may be of anything
    return tuple(replace(one, bare=True) if one in unnamed else one for one in dates)


# "Me 5 May, my wife came 9 June": the first is of coming as well.
_DIRECTLY = re.compile(r"(?:'s)?(?: family)?[\s:,(–-]*(?:(?:was|is|on|the) ){0,2}", re.I)
_OF_WHOM = re.compile(r"\s*\(|\s+for (?:my )?", re.I)
_FOR = re.compile(r"\bfor\b", re.I)
_OF_COMING = re.compile(r"\b(?:entr(?:y|ies)|arriv\w*|came|land(?:ed|ing)|crossed)\b", re.I)
_THE_OTHER = re.compile(
    r"(?:,|\band|\bbut|\bwhile) (?:the )?(?:an)?other(?: one)?(?: on)?(?: the)? $", re.I
)
_REACH, _NEAR = 30, 8
_AT_THE_START = re.compile(r"(?:^|[,.;:(\n-]|\b(?:and|but|while|then))\s*$", re.I)


def _beside_an_entry(text: str, dates: tuple[SaidDate, ...]) -> Iterator[SaidDate]:
    """The dates; one right after a person, where another's day of entry is told, is ``bare``."""
    entered = any(DateRole.ENTRY_DATE in (date.role, date.tells) for date in dates)
    entered = entered or (len(dates) > 1 and _OF_COMING.search(text) is not None)
    for date in dates:
        open_ = entered and date.role is None and date.form in CALENDAR_FORMS and not date.bare
        before = [one for one in people(text) if one.end <= date.start] if open_ else []
        beside = before and _DIRECTLY.fullmatch(text, before[-1].end, date.start)
        at = before[-1].start if before else 0
        first = _AT_THE_START.search(text, max(0, at - _NEAR), at)
        other = open_ and _THE_OTHER.search(text, max(0, date.start - _REACH), date.start)
        after = open_ and any(_OF_WHOM.fullmatch(text, date.end, one.start) for one in people(text))
        yield replace(date, bare=True) if (beside and first) or other or after else date


def _is_said_again(text: str, date: SaidDate) -> bool:
    said = _SAID.search(text, max(0, date.start - _REACH), date.start)
    directly = said is not None and text[said.end() : date.start].isspace()
    return directly and _TAKEN_BACK.search(text) is None


def _is_day(date: SaidDate) -> bool:
    """Whether it is a day, or a month or part of one: "early July"."""
    month = date.form is DateForm.INCOMPLETE and date.month is not None and date.day is None
    return date.form in CALENDAR_FORMS or month


def says_nothing(text: str, dates: Sequence[SaidDate]) -> bool:
    """Whether only words without a meaning of their own stand outside the dates."""
    spans = [(date.start, date.end) for date in dates]
    named = [(one.start, one.end) for one in people(text)]
    outside = text
    for start, end in sorted([*spans, *named], reverse=True):
        outside = f"{outside[:start]} {' ' if (start, end) in spans else 'i'} {outside[end:]}"
    outside = " ".join(outside.lower().replace("’", "'").split())
    outside = _BESIDE.sub(" ", without_order(outside))
    outside = _UNSURE.sub(" ", _NOT_WRITTEN.sub(" ", _ASKS.sub(" ", outside)))
    outside = _manner().sub(" ", outside)
    words = _WORD.findall(_SAID.sub(" ", outside))
    return all(_SAYS_NOTHING.fullmatch(word) for word in words)


@lru_cache(maxsize=1)
def _manner() -> re.Pattern[str]:
    """How and where one came in: "by bus from Burlington", "at Lansdowne in Gananoque"."""
    places = place_patterns()
    where = rf"\b(?:(?:at|in|via|through|thru) )?(?:{places['port']}|{places['canadian']})(?![a-z])"
    journey = (
        r"\b(?!trip|flight|tour|bus|train|back|from|went|drive|visit)[a-z]{3,16}"
        rf"(?: to |\s?(?:->|→|=>|-|–)\s?)(?:{places['canadian']})(?![a-z])"
    )
    return re.compile(rf"{_BY}|{journey}|{where}(?: (?:airport|bridge|border|in [a-z]+))?", re.I)
