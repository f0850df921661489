"""Short replies to a question that give no fact: "I don't know", "skip", "stop"."""

from __future__ import annotations

import re
from enum import Enum


class Reply(str, Enum):
    """What the person does instead of answering the question just put."""

    UNKNOWN = "unknown"
    SKIP = "skip"
    STOP = "stop"


_LONGEST = 14
"""Words; a longer message says more than that it does not answer."""
_PATTERNS = (
    (
        Reply.STOP,
        r"(?:please |just |ok |no )*"
        r"(?:stop(?: it| asking| this)?|cancel(?: it| this)?|quit|exit|abort|never ?mind|"
        r"forget (?:it|about it|that)|leave it|drop it|enough)"
        r"(?: please| now| thanks?)?",
    ),
    (
        Reply.SKIP,
        r"(?:please |just |can (?:i|we) |let'?s |i'?ll |i'?d rather )*"
        r"(?:skip(?: it| this| that)?|pass|next(?: question| one)?|later|not now|"
        r"(?:not |rather not )(?:say|answer)(?: that| this)?|move on|go on(?: without(?: it)?)?)"
        r"(?: please| for now| the question| this question| that question)*",
    ),
)
_WHOLE = tuple((kind, re.compile(rf"\W*(?:{said})\W*", re.I)) for kind, said in _PATTERNS)
_UNKNOWN = re.compile(
    r"\b(?:(?:do ?n[o']?t|dont|can ?n?[o']?t|cant|could ?n[o']?t|couldnt) "
    r"(?:really |even |exactly |quite )?(?:know|kno|remember|rember|recall|find|tell|say|read|see)|"
    r"no (?:idea|clue|memory)|not (?:really |too |very |so |quite )?(?:sure|certain)|"
    r"unsure|idk|dunno|"
    r"forgot|(?:have|had) forgotten|who knows|(?:do ?n[o']?t|dont) have (?:it|that|the date)|"
    r"(?:long|too long) ago|unknown|n/?a|lost track)\b",
    re.I,
)


# "I don't remember when I came": of the day of entry, whatever was asked.
_ENTRY = re.compile(
    r"\b(?:when|(?:what|which|the)(?: exact)? (?:day|date))\b(?: \w+){0,3} "
    r"(?:c[oa]me|entered|enter|arrived?|land(?:ed)?|crossed|got here|flew in)\b",
    re.I,
)


def forgot_entry(text: str) -> bool:
    """Whether the person tells that they do not know the day they entered."""
    unknown = _UNKNOWN.search(text)
    return unknown is not None and _ENTRY.search(text, unknown.end()) is not None


_KEEPS = re.compile(
    r"\b(?:not|never|(?:wo|do|did|ca|should|would)n'?t|cannot)\b(?: \w+){0,2}? "
    r"(?:forget|delete|erase|restart|reset|clear|start (?:over|again))\b",
    re.I,
)


_CLEARS = re.compile(
    r"\b(?:forget|erase|delet|wip(?:e|ing)|clear|scrap|remov|drop|bin\b|discard|purg|reset|restart|"
    r"start|begin|fresh|zero|scratch|anew|afresh)",
    re.I,
)
_STARTS_OVER = re.compile(
    r"\b(?:erase|delete|wipe|forget|clear|scrap|remove|drop|bin|discard)"
    r"(?: (?:out|off|away))? (?:all|everything|(?:(?:all|of|my|our|his|her|their|the|these|those|"
    r"this|that|of) ){0,3}(?:details|data|dates|info\w*|answers|chat|conversation|history|facts))"
    r"(?! (?:about|of|on|from|for|else)\b)|"
    r"\b(?:clear|wipe|erase|scrap|reset) (?:all )?(?:that|this|it|him|her|them|mine)"
    r"(?=\W*$|\W+(?:now|next|new|and|then)\b)|"
    r"(?:^|[.,;:!]|\band\b|\bnow\b)\s*(?:the )?(?:next|new) "
    r"(?:person|case|client|guest|customer|traveller|traveler)[\s.!,]*$|"
    # "Do the 90 days start over" asks of the days.
    r"(?:^|[.,;:!]|\b(?:let'?s|let us|please|pls|can we|could we|(?:want|like|rather) to))\s*"
    r"(?:start|begin) (?:over|again|afresh|anew|from (?:scratch|zero|the beginning))"
    r"(?! (?:from (?!scratch|zero|the beginning)|on|at|when|if|with)\b)\b(?!.*\?)",
    re.I,
)


def starts_over(text: str) -> bool:
    """Whether the words ask to forget what was said, so that it can begin anew."""
    text = text.replace("’", "'")
    return _STARTS_OVER.search(text) is not None and not keeps(text)


def names_no_clearing(text: str) -> bool:
    """Whether no word of it could ask to forget: "now let's do my mom"."""
    return _CLEARS.search(text) is None


def keeps(text: str) -> bool:
    """Whether it is said that nothing is forgotten or begun anew: "ok I won't forget"."""
    return _KEEPS.search(text.replace("’", "'")) is not None


def reply_of(text: str) -> Reply | None:
    """What ``text`` does instead of answering, or ``None`` where it answers or asks."""
    for kind, pattern in _WHOLE:
        if pattern.fullmatch(text):
            return kind
    short = len(text.split()) <= _LONGEST
    return Reply.UNKNOWN if short and _UNKNOWN.search(text) else None
