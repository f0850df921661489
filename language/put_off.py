"""Whether a day of rest is held to put off a last day: "it's Sunday, so it moves to Monday"."""

from __future__ import annotations

import re

_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri)(?:day)?(?! (?:the )?[0-9]|,? [0-9]{4})"
_REST = (
    r"(?:sat(?:urday)?|sun(?:day)?|week ?ends?|(?:(?:public|bank|stat\w*|national|"
    r"legal) )?holidays?|"
    r"christmas(?: day)?|xmas|boxing day|new year'?s?(?: day)?|easter(?: monday| sunday)?|"
    r"good friday|"
    r"canada day|thanksgiving|labou?r day|victoria day|day off|closed|not (?:a )?(?:working|"
    r"business) days?)"
)
_OPEN = (
    rf"(?:{_WEEKDAY}|tomorrow|(?:(?:next|following|first) )?(?:business|working|work|open|"
    rf"week) ?day|"
    r"(?:the )?(?:next|following) (?:day|one)|the day after|(?:the )?[0-9]{1,2}(?:st|nd|rd|th))"
)
_TO = (
    r"(?: (?:over|on|up|forward|along|back|out|only|just|automatically|then)){0,2}"
    r"(?: (?:to|til|till|until|as|on|by|onto|into|for))?(?: (?:the|that|next|a)){0,2}"
)
# The day itself goes elsewhere, whatever it is called: "the deadline rolls over to Tuesday".
_MOVES = re.compile(
    r"\b(?:it|that|this|they|deadline|date|day|limit|cut-?off|end|stay|status|clock|one|which|must|"
    r"should|then|so|automatically|always|usually|surely|does|doesn'?t|will|would|n'?t)"
    r"(?:'?s|'?ll|'?d| is| gets?| be| are| will| would| should| must| just| then|"
    r" automatically| not)"
    r"{0,3} (?:mov(?:e[sd]?|ing)|roll(?:s|ed|ing)?|shift(?:s|ed|ing)?|push(?:es|ed)?|carr(?:y|"
    r"ies|ied)|"
    r"go(?:es)?|jump(?:s|ed)?|skip(?:s|ped)?|slip(?:s|ped)?|slid(?:es?|ing)|bump(?:s|ed)?|"
    r"postponed?|"
    r"delay(?:s|ed)?|put off|defer(?:s|red)?|becom(?:es?|ing)|turns?|extend(?:s|ed)?|change[sd]?)"
    rf"{_TO} (?:{_OPEN}|\w{{3,6}}day)\b",
    re.I,
)
# It falls on a day of rest, and so another is held to be good.
_RESTS = re.compile(rf"\b{_REST}\b", re.I)
_INSTEAD = re.compile(
    r"\b(?:(?:end|expir|count|run|last|work|stand)\w*|due|good|ok(?:ay)?|fine|enough|valid|allowed|"
    r"have|got|get|leave|go|file|send|apply|submit|is|automatically|it'?s|be|becomes?|means?|"
    r"then|so)"
    rf"{_TO} {_OPEN}\b|\b{_OPEN}(?: (?:then|instead|is|counts?|works?|will do|should|would|"
    rf"after))\b",
    re.I,
)
_HELD = re.compile(
    r"\b(?:surely|so|then|but|though|tho|because|since|cos|cuz|bc|right|no|does(?:n'?t)?|"
    r"do(?:n'?t)?|"
    r"isn'?t|can(?:'?t)?|should|must|if|instead|automatically|means?)\b|\?",
    re.I,
)
# "The 21st was a Saturday though": said of a day of the talk, against what follows from it.
_FALLS = re.compile(
    r"(?:\b(?:is|was|are|were|falls?|fell|'s|s|lands?|landed)|\w'?s)(?: (?:only|just|actually|"
    r"even|on|"
    rf"in|over|an?|the|like)){{0,4}} (?:\w{{3,6}}day )?{_REST}\b",
    re.I,
)
_AGAINST = re.compile(r"\A\W*(?:but|yes but|well)\b|\b(?:though|tho|however|surely)\b", re.I)
_PLANS = re.compile(
    r"\b(?:flights?|planes?|trains?|bus|tickets?|appointments?|trips?|wedding|party|return(?:s|"
    r"ing)?|"
    r"(?:come|coming|get|go|fly|drive|be) back|meeting|exam|interview)\b",
    re.I,
)
# "My stay ends Monday then?": what is made of it, and asked.
_REACHED = re.compile(
    r"\b(?:ends?|over|up|expires?|runs? out|due|leave|go|last day(?: is|'s)|deadline(?: is|'s)|"
    rf"it'?s|good|have|until|till?)(?: (?:on|by|is|only|until|till?)){{0,2}} (?:{_WEEKDAY}|"
    rf"tomorrow)"
    r"(?:,? (?:then|right|no|correct|yes|really|instead)){1,2}\W*\Z",
    re.I,
)


def is_put_off(text: str) -> bool:
    """Whether a weekend or a holiday is said or asked to move a day, or held against it."""
    if _PLANS.search(text):
        return False
    rests = _RESTS.search(text) is not None
    if rests and _FALLS.search(text) and _AGAINST.search(text):
        return True
    if _MOVES.search(text):
        return rests or _HELD.search(text) is not None
    return rests and _INSTEAD.search(text) is not None and _HELD.search(text) is not None


def is_reached(text: str) -> bool:
    """Whether a weekday is what the person makes of what was said: "it ends Monday then?"."""
    return _REACHED.search(text) is not None
