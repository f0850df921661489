"""The parts of which the shapes of dates are made: days, months, years, weekdays."""

from __future__ import annotations

import re

from language.feasts import HOLIDAYS, MOVING_FEASTS
from language.months import NEAR_DAYS, NUMBER_WORDS, ORDINALS

# A number followed by one of these counts or measures something; it is no day or year.
COUNTED = (
    r"(?:(?:more|full|whole|extra|calendar|business|working) )?(?:days?|nights?|weeks?|wks?|"
    r"mon(?:th)?s?|mths?|mos?|years?|yrs?|hours?|hrs?|min(?:ute)?s?|"
    r"am(?! (?:i|we)\b)|pm|h|people|persons?|adults?|kids|times?|%|dollars?|cad|usd|bucks|k|"
    r"y/?o|forms?|pages?|st|nd|rd|th)\b"
)
# "25 May 11.10pm", "25 May 11 at night": an hour of that day, no year.
CLOCK = (
    r"[.:h][0-5][0-9](?![0-9]|[./-][0-9])|\s?(?:[ap]\.m\b|o'?\s?clock\b|noon\b|midnight\b|"
    r"midday\b)"
)
HOUR = rf"{CLOCK}|\s?(?:(?:at|in the) (?:night|morning|evening|afternoon)\b)"
NOT_COUNTED = rf"(?![0-9])(?!{HOUR})(?!:[0-9])(?!\s?-?(?:{COUNTED}))"
NO_MORE = r"(?![0-9]|[./-][0-9])"
DAY = r"(?<![0-9$£€#:])(?<![0-9][.,/])(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er)?(?![0-9])"
DAY_AFTER = (
    r"(?P<day>[0-9]{1,2}(?:(?:st|nd|rd|th)\b|"
    rf"(?![0-9])(?!{CLOCK})(?!:[0-9])(?!\s?-?(?:{COUNTED}))))"
)
# "New Year's Eve, 31 Dec": a day follows, no year.
MONTH_NEXT = r"(?:jan|feb|mar(?:ch)?\b|apr|may\b|june?\b|july?\b|aug|sep|oct|nov|dec)"
YEAR = (
    r"(?:(?:\s?[,.\-/]?\s?|\s+(?:of|del?)\s+)(?P<year>[12][0-9]{3}|'[0-9]{2}|"
    rf"[0-9]{{2}}{NOT_COUNTED}(?![/-][0-9])(?!\s?(?:of\s)?{MONTH_NEXT}))(?![0-9])|"
    r"\s+(?:of\s+)?(?P<shift>last|this|next)\s+(?:year|yr)\b)?"
)
# "Sept. 16" is one day; "on 27 July. 1st I asked" ends a sentence.
WORD = (
    r"(?P<month>[a-zéûäç]{3,10})(?![a-zéûäç])(?:\.(?!\s)|(?<!may)(?<!june)(?<!july)(?<!march)"
    r"(?<!april)(?<!august)(?<!ember)(?<!ober)(?<!uary)\.)?"
)
WEEKDAY = (
    r"(?:mon(?:day)?|tues?(?:day)?|wed(?:s|nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|"
    r"sat(?:urday)?|sun(?:day)?)\b"
)
# A year alone is a date where something ends in it, or someone came.
_PAPERS_SAYING = ("visa", "eta", "trv", "passport", "foil", "sticker", "expiry", "it only")
_PAPERS = ("visa", "visas", "passport", "passports", "eta", "multiple entry")
_RUN_OUT = ("finish", "finishes", "run out", "runs out", "die", "dies", "finish in", "up to")
BEFORE_A_YEAR = "|".join(
    rf"(?<=\b{lead} )"
    for lead in (
        *("valid", "expires", "expiry", "exp", "until", "till", "til", "thru", "through"),
        *("valid to", "good to", "expires in", "expire in", "expiring in", "expired in"),
        *("ends in", "end in", "ended in", "runs out in", "run out in", "up in", "over in"),
        *("ends", "end", "ended", "expire", "goes to", "runs to", "lasts to", "ours in", "mine in"),
        *("dies in", "finishes in", "lapses in", "done in"),
        *("came in", "came here in", "arrived in", "entered in", "landed in", "got here in"),
        *("here since", "canada since", "country since", "visitor since", "illegal since"),
        *("status since", "overstaying since", "overstayed since", "expiring"),
        *("visa:", "passport:", "eta:", "expiry:", "expires:"),
        *(f"{paper} {says}" for paper in _PAPERS_SAYING for says in ("says", "shows", "reads")),
        *("visa to", "eta to", "passport to", "visa till", "valid up to", "good up to"),
        *(f"{paper} {ends}" for paper in _PAPERS for ends in _RUN_OUT),
    )
)
WEEKDAY_NAME = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
SEVERAL = "two|three|four|five|six|seven|eight|nine"
# Spoken days go by their whole name: "twenty-ninth", "twenty ninth", "twentyninth".
ORDINAL = "|".join(
    re.sub("^(twenty|thirty)", r"\1[\\s-]?", word) if word[-4:] != "ieth" else word
    for word in sorted(ORDINALS, key=len, reverse=True)
)
NUMBER = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
NEAR = "|".join(sorted(NEAR_DAYS, key=len, reverse=True))
THIS = r"(?P<shift>this|next|last)"
FEAST = "|".join(
    re.sub(r"(?<=[nkey])s(?= day|$)", "['’]?s", name.replace("st ", r"st\.? ")).replace(" ", r"\s+")
    for name in sorted({*HOLIDAYS, *MOVING_FEASTS, "thanksgiving"}, key=len, reverse=True)
    if not name.startswith("new year")
)
# "The 5th" is a day unless a noun follows ("the 5th time").
NO_NOUN = (
    r"(?=\s*(?:$|[^a-z\s-])|\s+(?:of the month|and|or|but|at|in|not|no|i|so|to|by|from|when|with|"
    r"for|because|then|now|actually|sorry|instead|my|we|he|she|they|this|if|right|via|through|"
    r"thru|without|of this|last|on|while|after|before|since|until|is|was|it|you|your|our|his|her|"
    r"a|an|just|already|again|as|with|are|were|will)\b)"
)
# "Their visas end next month" tells no last day of it: they end some time then.
NO_VERB = (
    r"(?:(?=end of)|(?<!passport )(?<!passports )(?<!visa )(?<!visas )(?<!trv )(?<!eta )"
    r"(?<!permit )(?<!permits )(?<!record )(?<!status )(?<!stay )(?<!both )(?<!they )(?<!will ))"
)
