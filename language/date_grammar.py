"""The shapes a date takes in a chat message; no clock and no context."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from language import date_readers as read
from language.date_readers import Fields, Match
from language.months import HOLIDAYS, MOVING_FEASTS, NEAR_DAYS, NUMBER_WORDS, ORDINALS
from language.rough import names_its_day, trimmed, without_day
from language.said_dates import SaidDate

# A number followed by one of these counts or measures something; it is no day or year.
_COUNTED = (
    r"(?:(?:more|full|whole|extra|calendar|business|working) )?(?:days?|nights?|weeks?|wks?|"
    r"mon(?:th)?s?|mths?|mos?|years?|yrs?|hours?|hrs?|min(?:ute)?s?|am|pm|h|people|persons?|"
    r"adults?|kids|times?|%|dollars?|cad|usd|bucks|k|y/?o|forms?|pages?|st|nd|rd|th)\b"
)
_NOT_COUNTED = rf"(?![0-9])(?!:[0-9])(?!\s?-?(?:{_COUNTED}))"
_NO_MORE = r"(?![0-9]|[./-][0-9])"
_DAY = r"(?<![0-9$£€#:])(?<![0-9][.,/])(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er)?(?![0-9])"
_DAY_AFTER = rf"(?P<day>[0-9]{{1,2}}(?:(?:st|nd|rd|th)\b|{_NOT_COUNTED}))"
_YEAR = (
    r"(?:(?:\s?[,.\-/]?\s?|\s+(?:of|del?)\s+)(?P<year>[12][0-9]{3}|'[0-9]{2}|"
    rf"[0-9]{{2}}{_NOT_COUNTED}(?![/-][0-9]))(?![0-9])|"
    r"\s+(?:of\s+)?(?P<shift>last|this|next)\s+year\b)?"
)
_WORD = r"(?P<month>[a-zéû]{3,10})(?![a-zéû])\.?"
_WEEKDAY = (
    r"(?:mon(?:day)?|tues?(?:day)?|wed(?:s|nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|"
    r"sat(?:urday)?|sun(?:day)?)\b"
)
# Spoken days go by their whole name: "twenty-ninth", "twenty ninth", "twentyninth".
_ORDINAL = "|".join(
    re.sub("^(twenty|thirty)", r"\1[\\s-]?", word) if word[-4:] != "ieth" else word
    for word in sorted(ORDINALS, key=len, reverse=True)
)
_NUMBER = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_NEAR = "|".join(sorted(NEAR_DAYS, key=len, reverse=True))
_THIS = r"(?P<shift>this|next|last)"
_FEAST = "|".join(
    re.sub(r"(?<=[nkey])s(?= day|$)", "['’]?s", name.replace("st ", r"st\.? ")).replace(" ", r"\s+")
    for name in sorted({*HOLIDAYS, *MOVING_FEASTS, "thanksgiving"}, key=len, reverse=True)
    if not name.startswith("new year")
)
# "The 5th" is a day unless a noun follows ("the 5th time").
_NO_NOUN = (
    r"(?=\s*(?:$|[^a-z\s-])|\s+(?:of the month|and|or|but|at|in|not|no|i|so|to|by|from|when|with|"
    r"for|because|then|now|actually|sorry|instead|my|we|he|she|they|this|if|right|via|through|"
    r"thru|without|of this|last|on|while|after|before|since|until|is|was|it|you|your|our|his|her|"
    r"a|an|just|already|again|as|with|are|were|will)\b)"
)
_Reader = Callable[[Match], Fields | None]
_SHAPES: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(pattern, re.I), reader)
    for pattern, reader in (
        # 15 January 2026, friday 20 nov, 12JUL2026
        (
            rf"(?:\b{_WEEKDAY}[.,]?\s+(?:the\s+)?)?{_DAY}"
            # Spaced dashes join a date only in pairs: "june 4 - dec 3" has two.
            r"(?:[-/.]\s?|\s[/.]\s?|\s-\s?(?=[a-z]+\s?-\s?[0-9])|\s+(?:of|de)\s+|\s+|"
            rf"(?<=[0-9a-z])){_WORD}{_YEAR}",
            read.named,
        ),
        # Jan 15th, 2026
        (
            rf"(?:\b{_WEEKDAY}[.,]?\s+)?\b{_WORD}\s?[-/]?\s?(?:the\s+)?{_DAY_AFTER}{_YEAR}",
            read.named,
        ),
        # first of June, June the twenty-first
        (rf"\b(?P<day>{_ORDINAL})\s+(?:of\s+)?{_WORD}{_YEAR}", read.named),
        (
            rf"\b{_WORD}(?:,?\s+the)?\s+(?P<day>{_ORDINAL})\b"
            rf"(?!\s+(?:time|visit|trip|entry|week|half|stay|application|extension)\b){_YEAR}",
            read.named,
        ),
        # 12 JL 26
        (
            r"(?<![0-9])(?P<day>[0-9]{1,2})[ -]?(?P<code>JA|FE|MR|AL|MA|JN|JL|AU|SE|OC|NO|DE)"
            r"[ -]?(?P<year>20[0-9]{2}|[0-9]{2})(?![0-9])",
            read.stamped,
        ),
        # 03/04/2026, 15.01.26, 03/04
        (
            r"(?<![0-9./-])(?P<first>[0-9]{1,2})\s?(?P<sep>[-/.])\s?(?P<second>[0-9]{1,2})\s?"
            r"(?P=sep)\s?(?P<year>[12][0-9]{3}|[0-9]{2})(?![0-9])(?![-/.][0-9])",
            read.numeric,
        ),
        # 03 04 2026
        (
            r"(?<![0-9./$-])(?<![0-9] )(?P<first>[0-9]{1,2}) (?P<second>[0-9]{1,2}) "
            rf"(?P<year>20[0-9]{{2}}){_NO_MORE}(?! ?-?{_COUNTED})",
            read.numeric,
        ),
        (
            r"(?<![0-9./$-])(?P<first>[0-9]{1,2})/(?P<second>[0-9]{1,2})(?![0-9/%])",
            read.numeric,
        ),
        # 2026-01-15, 2026 JL 12, 20260115
        (
            r"(?<![0-9./-])(?P<year>[12][0-9]{3})[-/. ](?P<month>[0-9]{1,2}|[a-z]{2,10})"
            r"[-/. ](?P<day>[0-9]{1,2})(?![0-9])(?![-/.][0-9])",
            read.year_first,
        ),
        (
            r"(?<![0-9])(?P<year>20[0-9]{2})(?P<month>0[1-9]|1[0-2])"
            r"(?P<day>0[1-9]|[12][0-9]|3[01])(?![0-9])",
            read.year_first,
        ),
        # 08/2031; valid until 2031
        (
            rf"(?<![0-9./-])(?P<month>0?[1-9]|1[0-2])[/-](?P<year>20[0-9]{{2}}){_NO_MORE}",
            read.month_year,
        ),
        (
            r"(?:(?<=\bvalid )|(?<=\bexpires )|(?<=\bexpiry )|(?<=\bexp )|(?<=\buntil )|"
            rf"(?<=\btill )|(?<=\bexpires in ))(?P<year>20[2-9][0-9]){_NO_MORE}",
            read.month_year,
        ),
        # in March, early June 2026
        (
            r"(?:\b(?P<rough>early|mid|late|(?:beginning|start|middle) of|"
            r"(?:some\s?time|somewhere) in)[ -]+|"
            r"\b(?P<lead>in|since|until|til|till|by|of|last|next|this|from|during|for|before|"
            rf"after|around)\s+)?\b{_WORD}{_YEAR}",
            read.month_only,
        ),
        # end of March, end of next month, end of the year
        # but in "my stay will end March 5" a day follows.
        (
            rf"\b(?:the\s+)?end\s+(?P<of>of\s+)?{_WORD}"
            rf"(?(of)|(?!\s*(?:the\s+)?[0-9]{{1,2}}(?![0-9]))){_YEAR}",
            read.month_end,
        ),
        (
            rf"\b(?:the\s+)?(?:end\s+(?:of\s+)?(?:the\s+|{_THIS}\s+)?month|month[ -]end)\b",
            read.this_month_end,
        ),
        (
            rf"\b(?:the\s+)?end\s+(?:of\s+)?(?:(?:(?:the|{_THIS})\s+)?year|(?P<year>20[0-9]{{2}}))\b",
            read.year_end,
        ),
        # the 5th, on 5th, 5th of next month
        (
            r"\bthe\s+(?P<day>[0-9]{1,2}(?:st|nd|rd|th))"
            rf"(?:\s+of\s+(?:{_THIS}|that|the same)\s+month)?{_NO_NOUN}",
            read.day_of_month,
        ),
        (
            r"(?<=\bon )(?P<day>[0-9]{1,2}(?:st|nd|rd|th))(?P<shift>)?(?=\s*(?:$|[^a-z\s]))",
            read.day_of_month,
        ),
        (
            rf"\b(?P<day>[0-9]{{1,2}}(?:st|nd|rd|th)) of (?:the )?{_THIS} month\b",
            read.day_of_month,
        ),
        # friday the 13th
        (
            rf"\b(?P<name>{_WEEKDAY})[.,]?\s+(?:the\s+)?(?P<day>[0-9]{{1,2}}(?:st|nd|rd|th)){_NO_NOUN}",
            read.weekday_of_month,
        ),
        # last month on the 18th
        (
            rf"\b{_THIS}\s+month,?\s+(?:on\s+)?the\s+(?P<day>[0-9]{{1,2}}(?:st|nd|rd|th))\b",
            read.day_of_month,
        ),
        # 2 months left, of a passport
        (
            rf"\b(?:[0-9]{{1,3}}|few|couple|{_NUMBER})\s?"
            r"(?:days?|w(?:ee)?ks?|mon?ths?|mos?|yrs?|years?)\s+"
            r"(?:left|remaining|of validity|on it)\b",
            read.validity_left,
        ),
        # 3 days ago, in 4 months, a week from now; about 5 months ago
        (
            # "Came over 5 months ago" tells of coming, "over 5 months ago" of more than five.
            r"(?:\b(?P<rough>about|around|almost|nearly|roughly|approx(?:imately)?|more than|"
            r"(?<!came )(?<!come )(?<!flew )(?<!flown )(?<!drove )(?<!crossed )(?<!walked )"
            r"(?<!was )(?<!is )(?<!are )(?<!were )over|"
            r"less than|like|~)\s+)?(?:\b(?P<ahead>in)\s+(?:(?P<about>about)\s+)?)?"
            rf"(?<![0-9][.,/])\b(?P<count>[0-9]{{1,4}}|half an?|{_NUMBER})\s?-?"
            r"(?P<unit>d(?:ays?)?|w(?:ee)?ks?|fortnights?|mon?ths?|mn?ths?|mos?|yrs?|years?)\b"
            r"(?:(?P<back>\s+(?:ago(?:\s+today)?|back|earlier))\b|"
            r"(?P<later>\s+from\s+(?:now|today)|'?\s+time)\b)?",
            read.offset,
        ),
        (
            r"\b(?:in\s+)?(?:a\s+)?(?:few|couple(?:\s+of)?|several)\s+"
            r"(?:days|weeks|months|years)\s+(?:ago|back)\b|\b(?:last|next)\s+(?:week|month)\b",
            read.roughly,
        ),
        (rf"\b(?:{_NEAR})\b", read.near),
        # last tuesday, on monday
        (
            r"\b(?:(?P<lead>last|past|this|next|coming|on|since|until|till?|by)\s+)?"
            rf"(?P<name>{_WEEKDAY})",
            read.weekday,
        ),
        (
            rf"\b(?P<name>new\s?year(?:['’]?s)?\s+(?:day|eve)|{_FEAST})\b{_YEAR}",
            read.holiday,
        ),
    )
)
_WORD_OR_SIGN = re.compile(r"\w+|\W")


def said_dates(text: str) -> tuple[SaidDate, ...]:
    """Every date shape in ``text``, in order; the longest wins an overlap.

    A role is set only where the shape alone tells it.
    """
    found = sorted(_candidates(text), key=lambda said: (said.start - said.end, said.start))
    kept: list[SaidDate] = []
    for said in found:
        if all(said.end <= other.start or said.start >= other.end for other in kept):
            kept.append(said)
    kept.sort(key=lambda said: said.start)
    return tuple(
        without_day(text, said)
        for place, said in enumerate(kept)
        if not names_its_day(text, kept[:place], said)
    )


def _candidates(text: str) -> Iterator[SaidDate]:
    for pattern, reader in _SHAPES:
        position = 0
        while match := pattern.search(text, position):
            fields = reader(match)
            if fields:
                start, end = trimmed(match)
                yield SaidDate(text=text[start:end], start=start, end=end, **fields)
                position = match.end()
            else:
                # What was no date may hide one that starts at its next word.
                word = _WORD_OR_SIGN.match(text, match.start())
                position = word.end() if word else match.end() + 1
