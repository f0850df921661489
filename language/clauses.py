"""The clause a date stands in: what another clause tells is not of it."""

from __future__ import annotations

import re

from language.context import Context
from language.cues import Cue, Found, Holder

_SO = r"(?:(?:so|and|but|then|now|ok|please|pls|also) )*"
# "5 May, do I apply by then": what is asked next is not told of the day.
_ASKS = re.compile(
    rf"\s*[,;]\s*{_SO}(?:do|does|did|can|could|should|must|may|will|would|how|what|why|where|"
    r"when(?! (?:i|we|he|she|they|my|our|the)\b)|which(?! (?:is|was|i|we)\b))\b|"
    # Asked without a stop: "5 May how long till I must go".
    rf"\s+{_SO}(?:how (?:long|many|much))\b|"
    r"(?: [\w']+){0,2} (?:so|then|and|but|ok) "
    r"(?:when|what)(?:'?s| is| will be| would be)?(?! (?:i|we|he|she|they)\b)\b",
    re.I,
)
_UNTIL_WHEN = re.compile(r"\s*[,;]?\s*(?:until|till?|by) (?:when|what|which)\b", re.I)
# "Came for a camp 5 May, she went home": somebody did something else.
_TURNS = re.compile(rf"\s*[,;]\s*{_SO}(?:i|we|he|she|they|(?:my|our|his|her) \w+)\b", re.I)
# "On 5 May, that's my last day".
_LABELS = re.compile(
    r"[\s,(–-]*(?:that'?s|that is|it'?s|this is) "
    r"(?:also |actually |really )?(?:when|the|my|our|his|her|their)\b\s*(?:day |date )?",
    re.I,
)
# "27 February. That's when I got in": the second sentence is about the day in the first.
_THAT_IS = re.compile(
    r"\s*(?:that'?s|that is|that was|it was|this (?:is|was)|it'?s) "
    r"(?:when|the (?:day|date)|my|our)\b",
    re.I,
)
# "27 February Ottawa time, thats the day my permit ends".
_THAT_IS_WHEN = re.compile(
    r"(?:^|[,;.?!(–-])\s*(?:(?:and|because|cause|cuz) )?"
    r"(?:that'?s|that is|that was|which is|which was|this is|it'?s|it is|it was) "
    r"(?:actually |exactly |just )?(?:when|the (?:same )?(?:day|date)(?: (?:when|that|on which))?) "
    r"(?P<told>[^.?!,;]*)$",
    re.I,
)
_OF_AN_END = re.compile(
    r"\b(?:stay|status|records?|permits?|visas?|passports?|time|months)\b", re.I
)
_COUNTED = re.compile(r"\b(?:from|since|after|is|was|on|until|till?|with)(?: the)? $", re.I)
# "Do I count from 5 May when my stay ended?"
_WHEN_ENDED = re.compile(
    r"[\s,(–-]*(?:the (?:day|date) )?(?:when|that) (?:my|our|his|her|their|the) (?:\w+ )?"
    r"(?:stay|status|record|permit|visa|time|permission|months|visit)s? (?:was |is |had |has )?",
    re.I,
)
_ENDED = re.compile(r"(?:was |is )?(?:ended|expired|ran out|over|up|finished|lapsed|done)\b", re.I)
_NOT_DONE = re.compile(
    r"\b(?:if|can|could|should|may|ok|okay|fine|enough|will|would|going to|gonna|plan\w*|want\w*|"
    r"must|need\w*|late)\b",
    re.I,
)
# "I came in. Our ferry trip is 5 May": its own subject, unless that is the day itself.
_OWN_SUBJECT = re.compile(
    rf"\W*{_SO}(?:my|our|his|her|their) "
    r"(?!(?:\w+ )?(?:dates?|days?|entry|arrival|landing|crossing|stamps?|application|expiry|last|"
    r"end|first|paper|sheet|slip|letter|record|passport|visa|limit|deadline)\b)"
    r"(?:\w+ ){1,3}(?:is|are|will be|starts?|begins?|leaves?) (?:on |the |for )*$",
    re.I,
)
# "The day I came? 5 June" names a topic.
_TOPIC = re.compile(
    r"[\s,]*(?:(?:the|my|our|his|her) )?(?:day|date|entry|arrival|landing|passport|visa|record|"
    r"stamp|expiry|application)\b[^?,]{0,40}\?\s*",
    re.I,
)
# "Do 90 days run from the refusal? That was 5 June": the day of what is counted from.
_COUNTED_FROM = re.compile(r"\b(?:from|after|since|following|upon)(?: [\w']+){1,5}$", re.I)
_THAT_WAS = re.compile(
    r"[^?]{0,40}\?[?!\s]*(?:and |because )?(?:that|it|this|which)(?:'s| was| is)"
    r"(?: (?:back |just |only )?on)?(?: the)? ",
    re.I,
)
# "The stamp from when we came said 5 June": the stamp said it, nobody came then.
_SAYS = re.compile(r"\s*(?:said|says?|reads?|shows?|showed)\b", re.I)
_BUT = re.compile(r"\b(?:but|however)\b", re.I)
TURN_COST = 4
"""In words: how far a clause with a subject of its own pushes away what it tells."""


def asks_before(text: str, end: int, cue: int) -> bool:
    """Whether a question begins between a date's ``end`` and what a ``cue`` tells after it."""
    until = _UNTIL_WHEN.match(text, end)
    if until and cue < until.end():
        return True
    asks = _ASKS.match(text, end)
    return asks is not None and asks.end() <= cue + 1


# "Paid on 14 May but submitted on 17": what is said of a number is not of the day before it.
_OF_A_NUMBER = re.compile(
    r"\b[\w']{1,20}(?: [\w']{1,20}){0,2}? on (?:the )?(?:[12][0-9]|3[01]|[1-9])"
    r"(?=\s*(?:[,.;!?)]|$|and\b|but\b|so\b))",
    re.I,
)
# "Go to the States 5 May when my extension is in process": what waits then was filed before.
_WHILE_IT_WAITS = re.compile(
    r"[^.?!;,0-9]{0,30}\b(?:when|while|whilst|with|if|as) (?:(?:my|our|the|an?|his|her|their) )?"
    r"(?:\w+ )?(?:ext[ae]n\w*|applications?|request|renewal)(?: (?:is|are|still|being))* "
    r"(?:in process\w*|pending|processing|under review|waiting|open|not decided|undecided|in)\b",
    re.I,
)


def told_after(message: Context, end: int, cue: int) -> int | None:
    """How many words from a date's ``end`` a later sentence or clause tells of that day.

    -1 where the date's own clause goes on; ``None`` where another sentence tells another thing.
    """
    if when := _THAT_IS_WHEN.search(message.text, end, cue):
        return len(when["told"].split()) // 2
    if _OF_A_NUMBER.match(message.text, cue) or _WHILE_IT_WAITS.match(message.text, end):
        return None
    breaks = [at for at in message.breaks if end <= at < cue]
    if not breaks:
        return -1
    told = _THAT_IS.match(message.text, breaks[0] + 1)
    return len(message.text[breaks[0] + 1 : cue].split()) if told else None


def is_answered(asked: str, between: str) -> bool:
    """Whether a date after a question is of what it ``asked``, ``between`` that and the date.

    Of a topic named there, or of that from which something is counted.
    """
    if _TOPIC.fullmatch(asked + between):
        return True
    return bool(_COUNTED_FROM.search(asked) and _THAT_WAS.fullmatch(between))


def turn(text: str, end: int, cue_end: int) -> int:
    """What it costs that another subject begins between a date's ``end`` and a cue after it."""
    return TURN_COST if _TURNS.match(text, end, cue_end) else 0


def is_label(before: str, text: str, end: int, cue: int) -> bool:
    """Whether words after a date name it: "can I send it 5 May, that's my last day".

    What was done on its own last day, told in ``before``, stays of that day.
    """
    ended = _COUNTED.search(before) and _WHEN_ENDED.match(text, end)
    if ended and cue <= ended.end() and _ENDED.match(text, cue):
        return True
    when = _THAT_IS_WHEN.search(text, end, cue)
    if when and _OF_AN_END.search(when["told"]) and "?" in text[end:cue]:
        return True
    named = _LABELS.match(text, end)
    return bool(named and named.end() == cue and _NOT_DONE.search(before))


def has_own_subject(sentence: str) -> bool:
    """Whether ``sentence``, up to its date, says of which thing the date is."""
    return _OWN_SUBJECT.fullmatch(sentence) is not None


def of_this_end(message: Context, around: str, at: int) -> str:
    """What ``around``, the words up to an end told at ``at``, tells of that end.

    "The course is finished, my permit valid to 5 June": the course's end is another's, and
    what comes after a "but" is.
    """
    start = at - len(around)
    first = message.sentence_start(at)
    others = [h for h in message.holders if h.kind is Holder.OTHER and first <= h.start < at]
    if others and (told := around.rpartition(","))[1] and others[-1].end <= start + len(told[0]):
        around = told[2]
    return _BUT.split(around)[-1]


def says_it(message: Context, cue: Found[Cue]) -> bool:
    """Whether a paper named before an arrival says the date: "the stamp from when I came says"."""
    if _SAYS.match(message.text, cue.end) is None:
        return False
    first = message.sentence_start(cue.start)
    return any(c.kind is Cue.STAMP and first <= c.start < cue.start for c in message.cues)
