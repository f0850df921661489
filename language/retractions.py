"""Whether a message takes something back, and the part that is all it says instead."""

from __future__ import annotations

import datetime as dt
import re

from language.months import MONTHS, month_number

# What the hand or the head did wrong: "fat fingers", "brain fart", "my thumb slipped".
_SLIP = (
    r"(?:fat|clumsy|cold|stupid|big|sausage)[ -]?(?:finger|thumb)s?(?:ed)?|butter ?fingers|"
    r"(?:brain|mind|mental|head) ?(?:fart|freeze|glitch|lapse|blip)|senior moment|"
    r"slips? of (?:the|my) (?:finger|thumb|tongue|pen|keyboard|mind|hand)s?|"
    r"(?:finger|thumb|hand|keyboard|phone|tongue)s?(?: (?:has|have|just|must have))* slipped|"
    r"(?:finger|thumb|keyboard) (?:slip|error|trouble|problem)|autocorrect(?:ed)?|auto-correct|"
    r"mis-?(?:typed?|typing|spoke|spoken|wrote|keyed|clicked?|tapped|remembered|counted)|"
    r"(?:hit|pressed|tapped|typed|i (?:wrote|put|picked|chose|gave|said|told))"
    r"(?: (?:you|in|down|it))? the wrong (?:key|button|number|month|day|date|year|one)|silly me"
)
_SURELY = (
    r"s(?:orr?y|rr?y)(?! (?:for|about) (?:my|the (?:long|late|many))\b)|i mean|i meant|actually|"
    r"correction|correct(?:ed|ing)|scratch that|oops|my bad|"
    r"make that|typo|mistake|should be|misread|i was wrong|forgive me|apologies|my error|"
    rf"{_SLIP}|"
    r"(?:got|had|mixed) (?:it|that|this|them|the dates?|the days?) (?:all )?(?:wrong|up|confused)"
)
_CORRECTS = re.compile(rf"\b(?:{_SURELY})\b", re.I)
_OH = (
    r"oh+|ah+|a[iy]+|o[iy]|ach|och|eh|ei|uy|um+|uh|hm+|argh|ugh|ups|oups|crap|damn|shoot|"
    r"dios(?: mio)?|mon dieu"
)
# A "no" takes back where it begins what is said: "got the answer no" does not. Before a thing it
# says that there is none: "no paper", "no handwriting at all".
_NO = (
    r"no(?=\s*(?:$|[^\w\s]|[0-9])|\s+(?:no|nope|not|wait|hang|hold|s(?:orr?y|rr?y)|i|im|i[vd]e?|we|he|"
    r"she|they|you|u|it|its|thats?|oh|ah|well|please|pls|sir|madam|wrong|never|after|before|since|"
    r"(?:have|has|had|did|do|was|is)n['’]?t|dont|have|has|had|also|"
    r"this|there|my|our|his|hers?|their|mine|the|on|in|at|from|for|until|till?|by|was|is|were|are|"
    r"because|make|say|rather|should|change|ok(?:ay)?|really|actually|yesterday|today|tomorrow|"
    r"last|first|next|as|but|and|so|just|only|came|got|flew|drove|left|am|did|do(?:es)?|"
    r"[a-z]{3,}ed|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
)
TAKES_BACK = re.compile(
    rf"(?:^|[^\w\s])\s*(?:(?:{_OH}|or|and|but)[ ,!]+){{0,2}}"
    rf"(?:{_NO}|nope\b|(?:nein|non|n[aã]o|nee)(?=\s*[,!.]))|"
    rf"\b(?:(?<!to )wait|rather|meant|{_SURELY})\b",
    re.I,
)
# "The agent says it is a mistake", "or is that a typo?": nothing is taken back.
DOUBTED = re.compile(
    r"\b(?!(?:i|we|it|that|which|pass|ticket|stamp|passport|e?mail|letter|receipt|record|booking)\b)"
    r"\w+ (?:says?|said|tells?|told|thinks?|claims?|insists?|reckons?|swears?|believes?|means?)\b"
    r"[^.?!;0-9]{0,45}?\b(?:mistake|typo|misread|should be|meant)\b|"
    r"\b(?:is|was|could|might) (?:it|that|this)(?: be| just| only| maybe){0,2}"
    r"(?: an?| some| his| her| their)? (?:mistake|typo)\b",
    re.I,
)
_SIGH = re.compile(
    rf"\A\s*(?:(?:{_OH}|ok|okay|dear|god|gosh|my god|dear me|"
    r"hold on|hang on|whoops)[\s,.!…]+){0,4}",
    re.I,
)
# "My ticket says the 20th": what shows the day of a journey, and no fact by itself.
_SHOWN_BY = re.compile(
    r"\b(?:e-?tickets?|tickets?|stubs?|boarding (?:pass|card)s?|itinerary|bookings?|reservation|"
    r"flight|airline|receipts?)\b",
    re.I,
)
FILLING = frozenset({"i", "it", "was", "is", "it's", "its", "on", "the", "that", "but", "and"})
_OF_ANOTHER = re.compile(
    r"\b(?:that|this|it)(?:'?s| is| was)(?: actually| only| just)? (?:in |on )?"
    r"(?:(?:my|our|his|her) \w+['’]s|hers|his|theirs)\b(?! (?:birthday|wedding|fault|house))|"
    # "Actually that was on my last trip": of another stay.
    r"\b(?:that|this|it)(?:'?s| is| was)(?: actually| only| just)? (?:on|from|of|for|in|during) "
    r"(?:my|our|the|his|her|a) (?:last|previous|earlier|former|first|old|other) "
    r"(?:trip|visit|stay|time|entry|journey)\b|"
    r"\bi mean?t? (?:my|our|his|her) \w+['’]s (?:\w+ )?"
    r"(?:refusals?|passports?|visas?|stamps?|records?|extension|application|entry|stay)\b",
    re.I,
)
_NOT_MONTH = re.compile(
    r"\b(?:not|isn'?t|wasn'?t|instead of|said|wrote|typed|put)(?: in| down| the)? "
    r"(?P<word>[a-z]{3,10})\b"
)
_YEAR = re.compile(r"20[0-9]{2}")
# "2025, not 2026", "wrong year, it was 2025", "the year is 2025": what is said beside the year.
_OTHER_YEAR = re.compile(r"\b(?:not|instead of|isn'?t|wasn'?t) 20[0-9]{2}\b|\b(?:wrong|the) year\b")
_BESIDE_YEAR = re.compile(
    r"\b(?:in|of|back|all|yes|yeah|that'?s|this|we|he|she|they|came|come|arrived|entered|landed|got|"
    r"here|right)\b(?! year)"
)
# "September! 5 September": said once more, for the month before was another.
_MONTH_FIRST = re.compile(
    r"\W*(?P<month>[a-z]{3,9})\s*[!.,]+\s*(?:the )?"
    r"(?:[0-9]{1,2}(?:st|nd|rd|th)?(?: of)? )?(?P=month)\b",
    re.I,
)
_MONTH_NAMES = frozenset({*MONTHS, *(name[:3] for name in MONTHS), "sept"})


def takes_back(text: str) -> bool:
    """Whether the person corrects something said before; a "no" later on says something else."""
    text = DOUBTED.sub(" ", text)
    said = _SIGH.sub("", text)
    begins, says, again = TAKES_BACK.match(said), _CORRECTS.search(text), _MONTH_FIRST.match(said)
    of_month = again is not None and again["month"].lower() in _MONTH_NAMES
    return bool(begins or says or of_month) or month_alone(text) is not None


def blames_slip(text: str) -> bool:
    """Whether the person blames a slip of hand or mind, however coarsely they put it."""
    return re.search(rf"\b(?:{_SLIP})\b", text, re.I) is not None


def is_of_another(text: str) -> bool:
    """Whether the date just told was another person's: "no, that was my sister's passport"."""
    return _OF_ANOTHER.search(text) is not None and takes_back(text)


def shown_by_ticket(text: str) -> bool:
    """Whether what a correction tells was read off a ticket or the like."""
    return _SHOWN_BY.search(text) is not None and "?" not in text


def year_put(text: str, day: dt.date, today: dt.date) -> int | None:
    """The year that is all a message says of ``day`` told before, where it is another.

    "It was 2025", "oops, 2027 I mean", "March of last year"; none where it asks or supposes.
    """
    said = text.lower()
    for beside in (_SIGH, TAKES_BACK, _OTHER_YEAR, _BESIDE_YEAR):
        said = beside.sub(" ", said)
    words = [word for word in re.findall(r"[a-z']+|[0-9]+|\?", said) if word not in FILLING]
    words = [word for word in words if month_number(word) != day.month]
    if len(words) == 2 and words[1] == "year":
        year = {"last": today.year - 1, "this": today.year, "next": today.year + 1}.get(words[0])
    else:
        year = int(words[0]) if len(words) == 1 and _YEAR.fullmatch(words[0]) else None
    return year if year != day.year else None


def month_alone(text: str) -> int | None:
    """The month that is all a correction says: "June, not July", "sorry, June I meant"."""
    said = text.lower()
    denied = {month_number(m["word"]) for m in _NOT_MONTH.finditer(said)} - {None}
    rest = _CORRECTS.sub(" ", _NOT_MONTH.sub(" ", said))
    said_more = set(re.findall(r"[a-z']+|[0-9]+", rest))
    words = said_more - FILLING - {"when", "wrong", "month"}
    named = {month_number(word) for word in words if word in _MONTH_NAMES} - denied
    corrects = denied or _CORRECTS.search(said)
    return named.pop() if corrects and len(named) == 1 and words <= _MONTH_NAMES else None
