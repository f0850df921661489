"""Dates noted without a verb: "E: 5 June", "5 June in", "YUL 5 June", "since 5 June ... here"."""

from __future__ import annotations

import re
from functools import lru_cache

from language.cues import place_patterns
from language.date_parts import FEAST
from language.handwriting import denies_writing, is_day_alone
from language.said_dates import DateForm, DateRole, SaidDate

_ENTRY_BEFORE = re.compile(
    r"(?:^|(?<=[\s,;./(]))(?:e|in)\s*[:=]\s*$|(?:^|[,;:./(]\s*)in\s+on\s+(?:the\s+)?$", re.I
)
# "In june 9 out dec 1": with a day beside it the "in" is no "in June".
_IN_BEFORE = re.compile(r"(?:^|[,;:./(]\s*)in\s+(?:on\s+)?(?:the\s+)?$", re.I)
_OUT_LATER = re.compile(
    r"\s*(?:[,;/-]\s*)?(?:(?:and|then|but|plan\w*|going|fly\w*|will|must|should|to|be|get|hoping|i|we|"
    r"want|am|are) ){0,3}out\b",
    re.I,
)
_OUT_BEFORE = re.compile(r"(?:^|(?<=[\s,;./(]))out\s*[:=]?\s*$", re.I)
_IN_AFTER = re.compile(r"\s+in(?=\s*(?:[.,;/&]|$|and out\b))", re.I)
_OUT_AFTER = re.compile(r"\s+out(?=\s*(?:[.,;/&]|$))", re.I)
_SINCE = re.compile(r"\b(?:sin[cs]e|from|as of)\s+(?:the\s+)?$", re.I)
_BEEN = re.compile(
    r"[\s,]*(?:(?:i|we|he|she|they|my \w+)(?:'ve|'s|'m|'re|’ve|’s|’m|’re)?\s+)?"
    r"(?:(?:have|has|am|are|is|'ve)\s+)?(?:been\s+)?"
    r"(?:here|in canada|with (?:my|our|the|him|her|them)\b|"
    r"(?:been|am|are|is)\s+(?:in|at|with)|stay(?:ing)?|"
    r"liv(?:e|ing)|visiting|camping|"
    r"(?:did |do |have )?(?:not|never|n'?t|didn'?t|haven'?t|dont|don'?t) (?:leave|left|go|gone|"
    r"exit(?:ed)?|been) (?:canada|here|out|anywhere|the country|outside))\b",
    re.I,
)
# "Been here nearly five months (since 5 June)".
_BEEN_BEFORE = re.compile(
    r"\b(?:been|am|are|is|i'?m|we'?re|he'?s|she'?s|they'?re|living|staying)\s+(?:\w+\s+)?"
    r"(?:here|in canada|visiting|with (?:my|our) \w+)\b[^.?!;]{0,30}[\s(,]since\s+(?:the\s+)?$",
    re.I,
)
# "5 June is on the slip they stapled in", "it's 5 June in the visitor record".
_ON_SLIP = re.compile(
    r"\s*(?:is |was )?(?:written )?(?:on|in) the (?:\w+ )?(?:slip|sheet|paper|note|sticker)\b"
    r"[^.?!;,]{0,24}\b(?:stapl|gave|given|hand|put|attach|clipp)",
    re.I,
)
_ON_RECORD = re.compile(
    r"\s*(?:is |was )?(?:written )?(?:on|in) (?:my|the|our|his|her|their) (?:new )?"
    r"(?:visitor records?|vrs?)\b",
    re.I,
)
# "It's 5 June 2027 for the passport", as an answer.
_IT_IS = re.compile(
    r"(?:^|[.,;!?:] ?|\b(?:and|but|then) )(?:(?:it'?s|it is|its|that'?s|that is) )?$", re.I
)
_OF_PASSPORT = re.compile(
    r"\s+(?:(?:is )?(?:for|on) (?:the|my|our|his|her|their) (?:\w+'?s )?|"
    r"is (?:the|my|our|his|her) )"
    r"passports?\b(?! (?:office|appointment|application|photo|renewal|pick|stamp))",
    re.I,
)
# "I want to spend Christmas with my cousin": a plan, and no day that is asked for.
_WANTED = re.compile(
    r"\b(?:i|we|he|she|they|mi) (?:just |only |really )?(?:want|wanna|wish|hope|plan|"
    r"(?:would|'?d) (?:like|love))\w*(?: to)? (?:spend|celebrate|see|visit|be|have|do|party)\b"
    r"[^.?!;0-9]{0,20}$",
    re.I,
)
# "Halifax airport 8 September. The officer wrote ...": how a story of the border begins.
_AT_THE_BORDER = re.compile(
    r"\b(?:officers?|agents?|guards?|cbsa|customs|stamp(?:ed|s)?|wrote|written|by hand|stapled|"
    r"scribbled|in (?:pen|ink))\b",
    re.I,
)
# "Thanksgiving in Ohio, nov 26", "christmas with my aunt on the 25th": the day of the feast.
_FEAST_ON = re.compile(
    r"(?<!during )(?<!on )(?<!at )(?<!over )(?<!for )(?<!after )(?<!before )(?<!since )(?<!by )"
    rf"\b(?:{FEAST}|christmas|xmas|easter|diwali|hanukkah|ramadan|eid|lunar new year|new years?)"
    r"(?:'?s)?(?: (?:day|eve|dinner|lunch|party|weekend|break))?"
    r"(?: (?:in|at|with|is|falls|this year|by)(?: (?!(?:and|but|i|we|came|went|applied|left)\b)"
    r"[\w']+){0,5}?),? (?:(?:is )?on )?(?:the )?$",
    re.I,
)
# "Until 5 May we are legal", told and not asked.
_TILL = re.compile(r"(?:^|[.,;!] |\b(?:and|but|so) )(?:only )?(?:until|till?)\s+(?:the\s+)?$", re.I)
_LEGAL = re.compile(
    r"[\s,]*(?:i|we|he|she|they|my \w+)(?:'m|'s|'re| am| is| are)? (?:still |only )?"
    r"(?:legal|allowed|permitted|authori[sz]ed|covered|in status|have status)\b"
    r"[^.?!]{0,30}(?:[.!]|$|\b(?:sure|certain|promise|guaranteed)\?)",
    re.I,
)
# "YYZ 5 May. How long can I stay?": a note of the day, and what is asked of it.
_ASKS_STAY = re.compile(
    r"[.,;:!?\n\s-]+(?:\w+ ){0,3}?(?:when|until when|how (?:long|many)|what|which|exit|"
    r"last day|expiry|leave|end|deadline|days left|calculate|tell)\b[^0-9]{0,60}$",
    re.I,
)
# "Pearson 5 May, polish passport. end date plz", "5 May from Lagos, when must I leave?"
_ASKS_END = re.compile(
    r"\b(?:end date|end day|(?:exit|out|leave|leaving|departure|last) (?:date|day)|"
    r"date of (?:departure|exit|leaving)|leave by|how long|until when|till when|"
    r"what(?:'?s| is) (?:my|the|our|his|her) "
    r"(?:end|limit|deadline|last|exit|date)|when (?:do|does|must|should|am|is|are|will|can) "
    r"(?:i|we|he|she|they|my \w+) (?:\w+ ){0,2}(?:leave|out|go|exit|gone|expire|end|up|over|done)|"
    r"(?:days|time|weeks) (?:left|remaining)|(?:my|his|her|our) (?:stay|time|six months) "
    r"(?:is |will )?(?:end|ends|over|up))\b",
    re.I,
)
_FROM_AWAY = re.compile(
    r"[\s(,-]*(?:(?:arriving|direct|straight|by air|by bus|by car|flight) )?from "
    r"(?!(?:my|our|the|a|an|work|home|then|now|here|today|school|canada|there|ircc|cbsa)\b)"
    r"[a-z]{3,}(?: [a-z]{3,}){0,2}[\s)]*",
    re.I,
)
_CLAUSE_END = re.compile(r"[.,:;!?\n]|\s[-–]\s")
_STORY = 70
_LONGEST_NOTE = 60


def noted(text: str, date: SaidDate) -> DateRole | None:
    """The role of a date no cue names, told by the shorthand around it."""
    before = text[max(0, date.start - 12) : date.start]
    if _WANTED.search(text, max(0, date.start - _STORY), date.start):
        return DateRole.OTHER
    if _FEAST_ON.search(text, max(0, date.start - _STORY), date.start):
        return DateRole.OTHER
    if _ENTRY_BEFORE.search(before) or _IN_AFTER.match(text, date.end):
        return DateRole.ENTRY_DATE
    if _IN_BEFORE.search(before) and date.day and _OUT_LATER.match(text, date.end):
        return DateRole.ENTRY_DATE
    if _OUT_BEFORE.search(before) or _OUT_AFTER.match(text, date.end):
        return DateRole.OTHER
    if _BEEN_BEFORE.search(text, max(0, date.start - _STORY), date.start):
        return DateRole.ENTRY_DATE
    if _ON_SLIP.match(text, date.end):
        return DateRole.STAMP_DATE
    if _ON_RECORD.match(text, date.end):
        return DateRole.RECORD_EXPIRY
    if _OF_PASSPORT.match(text, date.end) and _IT_IS.search(before):
        return DateRole.PASSPORT_EXPIRY
    if _SINCE.search(before) and _BEEN.match(text, date.end):
        return DateRole.ENTRY_DATE
    if is_day_alone(text, date.start, date.end) and date.day and denies_writing(text):
        return DateRole.ENTRY_DATE
    if _TILL.search(before) and _LEGAL.match(text, date.end):
        return DateRole.RECORD_EXPIRY
    if _ASKS_STAY.match(text, date.end):
        text = text[: date.end]
    short = len(text) <= _LONGEST_NOTE and date.form is not DateForm.INCOMPLETE
    alone = short and _port_alone().fullmatch(f"{text[: date.start]} {text[date.end :]}")
    return DateRole.ENTRY_DATE if alone or begins_at_border(text, date) else None


def begins_at_border(text: str, date: SaidDate) -> bool:
    """Whether a place and a day begin what is told of the border, whatever is told next."""
    if date.form is DateForm.INCOMPLETE or date.start > _LONGEST_NOTE:
        return False
    stop = _CLAUSE_END.search(text, date.end)
    if stop is None:
        return False
    asks = date.tense is None and _ASKS_END.search(text, stop.end()) is not None
    if asks and date.start == 0 and _FROM_AWAY.fullmatch(text, date.end, stop.start()):
        return True
    if not asks and _AT_THE_BORDER.search(text, stop.end()) is None:
        return False
    around = f"{text[: date.start]} {text[date.end : stop.start()]}"
    return len(around) <= _LONGEST_NOTE and _port_alone().fullmatch(around) is not None


@lru_cache(maxsize=1)
def _port_alone() -> re.Pattern[str]:
    """An airport or a border crossing and nothing else that tells."""
    places = place_patterns()
    gate = r"(?:airport|border|bridge|crossing)"
    ports = rf"(?:{places['port']}|{places['canadian']}(?=(?: \w+){{0,2}} {gate}\b))"
    small = r"(?:at|in|via|through|thru|on|the|airport|border|crossing|terminal [0-9]|t[0-9]|on)"
    return re.compile(rf"[\s,;:.()-]*(?:{small}\b\s*)*{ports}(?:[\s,;:.()-]+(?:{small}\b)?)*", re.I)
