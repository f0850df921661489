"""The shapes a date takes in a chat message, and what reads each; no clock and no context."""

from __future__ import annotations

import re
from collections.abc import Callable

from language import date_readers as read
from language import month_readers as months
from language import validity
from language.date_parts import (
    BEFORE_A_YEAR,
    COUNTED,
    DAY,
    DAY_AFTER,
    FEAST,
    NEAR,
    NO_MORE,
    NO_NOUN,
    NO_VERB,
    NUMBER,
    ORDINAL,
    SEVERAL,
    THIS,
    WEEKDAY,
    WEEKDAY_NAME,
    WORD,
    YEAR,
)
from language.date_readers import Fields, Match

_Reader = Callable[[Match], Fields | None]
AS_WRITTEN: frozenset[_Reader] = frozenset({read.stamped})
"""What reads a message in its own letters; all others read it in small ones."""
# In small letters, as matching regardless of case takes three times as long; but a stamp's two
# letters are told from a word by their size.
SHAPES: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(pattern, re.I if reader in AS_WRITTEN else 0), reader)
    for pattern, reader in (
        # 15 January 2026, friday 20 nov, 12JUL2026
        (
            # In "03 NO 26 november 3" the 26 is a stamp's year.
            rf"(?:\b{WEEKDAY}[.,]?\s+(?:the\s+)?)?"
            rf"(?<![0-9] (?:ja|fe|mr|al|ap|ma|jn|jl|au|se|oc|no|de) ){DAY}"
            # Spaced dashes join a date only in pairs: "june 4 - dec 3" has two.
            r"(?:[-/.]\s?|\s[/.]\s?|\s-\s?(?=[a-z]+\s?-\s?[0-9])|\.?\s+(?:of|de)\s+|\s+|"
            rf"(?<=[0-9a-z])){WORD}{YEAR}",
            read.named,
        ),
        # Jan 15th, 2026
        (
            rf"(?:\b(?:{WEEKDAY}[.,]?|this|last)\s+)?\b{WORD}\s?[-/]?\s?(?:the\s+)?{DAY_AFTER}{YEAR}",
            read.named,
        ),
        # the last day of August, the first day of the month
        (
            rf"\b(?P<which>first|last)\s+day\s+(?:of|in)\s+{WORD}{YEAR}",
            months.month_edge,
        ),
        (
            rf"\b(?P<which>first|last)\s+day\s+of\s+(?:the\s+|{THIS}\s+)?month\b",
            months.this_month_edge,
        ),
        # first of June, June the twenty-first
        (rf"\b(?P<day>{ORDINAL})\s+(?:of\s+)?{WORD}{YEAR}", read.named),
        (
            # "5 June and 22 August, the second": the month has its day before it.
            rf"(?<![0-9] )(?<![0-9](?:st|nd|rd|th) )\b{WORD}(?:,?\s+the)?\s+(?P<day>{ORDINAL})\b"
            rf"(?!\s+(?:time|visit|trip|entry|week|half|stay|application|extension)\b){YEAR}",
            read.named,
        ),
        # 12 JL 26
        (
            r"(?<![0-9])(?P<day>[0-9]{1,2})[ -]?(?P<code>JA|FE|MR|AL|AP|MA|JN|JL|AU|SE|OC|NO|DE)"
            r"[ -]?(?P<year>20[0-9]{2}|[0-9]{2})(?![0-9])",
            read.stamped,
        ),
        # 03/04/2026, 15.01.26, 03/04, 19.9.
        (
            r"(?:(?<![0-9./-])|(?<=[/.][0-9]{4}-))"
            r"(?P<first>[0-9]{1,2})\s?(?P<sep>[-/.])\s?(?P<second>[0-9]{1,2})\s?"
            r"(?P=sep)\s?(?P<year>[12][0-9]{3}|[0-9]{2})(?![0-9])"
            # "05/05/2023-04/05/2027" are two.
            r"(?![-/.][0-9](?!(?<=[0-9]{4}-[0-9])[0-9]?[/.][0-9]{1,2}[/.][0-9]))",
            read.numeric,
        ),
        # 03 04 2026
        (
            r"(?<![0-9./$-])(?<![0-9] )(?P<first>[0-9]{1,2}) (?P<second>[0-9]{1,2}) "
            rf"(?P<year>20[0-9]{{2}}){NO_MORE}(?! ?-?{COUNTED})",
            read.numeric,
        ),
        (
            r"(?<![0-9./$-])(?P<first>[0-9]{1,2})(?:/|(?P<dot>\.))(?P<second>[0-9]{1,2})"
            r"(?(dot)\.(?![0-9.])|(?![0-9/%]))",
            read.numeric,
        ),
        # 2026-01-15, 2026 JL 12, 20260115, 2026JAN15
        (
            r"(?<![0-9./-])(?P<year>[12][0-9]{3})[-/. ](?P<month>[0-9]{1,2}|[a-z]{2,10})"
            r"[-/. ](?P<day>[0-9]{1,2})(?![0-9])(?![-/.][0-9])",
            read.year_first,
        ),
        (
            r"(?<![0-9])(?P<year>20[0-9]{2})"
            r"(?P<month>0[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
            r"(?P<day>0[1-9]|[12][0-9]|3[01])(?![0-9])",
            read.year_first,
        ),
        (
            r"\b(?:early|mid|late|(?:beginning|start|middle) of)[ -]+(?P<year>20[2-9][0-9])"
            rf"{NO_MORE}",
            months.month_year,
        ),
        # 08/2031, 08.2031; valid until 2031; before them mid 2027
        (
            rf"(?<![0-9./$€£-])(?P<month>0?[1-9]|1[0-2])(?:[/-]|(?<=[0-9]{{2}})\.)"
            rf"(?P<year>20[0-9]{{2}}){NO_MORE}",
            months.month_year,
        ),
        (
            rf"(?=20)(?:{BEFORE_A_YEAR})(?P<year>20[2-9][0-9]){NO_MORE}",
            months.month_year,
        ),
        # in March, early June 2026
        (
            r"(?:\b(?P<rough>early|mid|late|(?:beginning|start|middle) of|"
            r"(?:some\s?time|somewhere) in)[ -]+|"
            r"\b(?P<lead>in|since|until|til|till|by|of|last|next|this|from|during|for|before|"
            rf"after|around|(?<=goes on )to|(?<=up )to|(?<=runs )to)\s+)?\b{WORD}{YEAR}",
            months.month_only,
        ),
        # end of March, next month, the year; in "my stay will end March 5" a day follows
        (
            rf"{NO_VERB}\b(?:the\s+)?end\s+(?P<of>of\s+)?{WORD}"
            rf"(?(of)|(?!\s*(?:the\s+)?[0-9]{{1,2}}(?![0-9]))){YEAR}",
            months.month_end,
        ),
        (
            rf"{NO_VERB}\b(?:the\s+)?(?:end\s+(?:of\s+)?(?:the\s+|{THIS}\s+)?month|month[ -]end)\b",
            months.this_month_end,
        ),
        (
            # "Our passports end 2033" is no day: it ends some time that year.
            rf"{NO_VERB}\b(?:the\s+)?end\s+(?:of\s+)?(?:(?:(?:the|{THIS})\s+)?year|(?P<year>20[0-9]{{2}}))\b",
            months.year_end,
        ),
        # the 5th, on 5th, 5th of next month
        (
            r"\bthe\s+(?P<day>[0-9]{1,2}(?:st|nd|rd|th))"
            rf"(?:\s+of\s+(?:{THIS}|that|the same)\s+month)?{NO_NOUN}",
            months.day_of_month,
        ),
        (
            r"(?<=\bon )(?P<day>[0-9]{1,2}(?:st|nd|rd|th))(?P<shift>)?(?=\s*(?:$|[^a-z\s]))",
            months.day_of_month,
        ),
        (
            rf"\b(?P<day>[0-9]{{1,2}}(?:st|nd|rd|th)) of (?:the )?{THIS} month\b",
            months.day_of_month,
        ),
        # friday the 13th
        (
            rf"\b(?P<name>{WEEKDAY})[.,]?\s+(?:the\s+)?(?P<day>[0-9]{{1,2}}(?:st|nd|rd|th)){NO_NOUN}",
            read.weekday_of_month,
        ),
        # last month on the 18th
        (
            rf"\b{THIS}\s+month,?\s+(?:on\s+)?the\s+(?P<day>[0-9]{{1,2}}(?:st|nd|rd|th))\b",
            months.day_of_month,
        ),
        # 2 months left, of a passport
        (
            rf"\b(?:[0-9]{{1,3}}|few|couple|{NUMBER})\s?"
            r"(?:days?|w(?:ee)?ks?|mon?ths?|mos?|yrs?|years?)\s+"
            r"(?:left|remaining|of validity|on it)\b",
            validity.left,
        ),
        # good for two more years, of a passport
        (
            r"\b(?:good|valid)\s+(?:only\s+)?for\s+(?:about\s+)?(?:another\s+)?"
            rf"(?:[0-9]{{1,3}}|few|couple|{NUMBER})\s?(?P<more>more\s+)?"
            r"(?:days?|w(?:ee)?ks?|mon?ths?|mos?|yrs?|years?)\b",
            validity.more,
        ),
        # 3 days ago, in 4 months, a week from now; about 5 months ago
        (
            # "Came over 5 months ago" tells of coming, "over 5 months ago" of more than five.
            r"(?:\b(?P<rough>about|around|almost|nearly|roughly|approx(?:imately)?|more than|"
            r"(?<!came )(?<!come )(?<!flew )(?<!flown )(?<!drove )(?<!crossed )(?<!walked )"
            r"(?<!was )(?<!is )(?<!are )(?<!were )over|"
            r"less than|like|~)\s+)?(?:\b(?P<ahead>in)\s+(?:(?P<about>about)\s+)?)?"
            rf"(?<![0-9][.,/])\b(?P<count>[0-9]{{1,4}}|half an?|{NUMBER})\s?-?"
            r"(?P<unit>days?|(?:(?<=[0-9])|(?<=[0-9] ))d|w(?:ee)?ks?|fortnights?|"
            r"mon?ths?|mn?ths?|mos?|yrs?|years?)\b"
            r"(?:(?P<back>\s+(?:ago(?:\s+today)?|back(?!\s+(?:on|at|in [a-z]))))\b|"
            r"(?P<later>\s+from\s+(?:now|today)|'?\s+time)\b)?",
            read.offset,
        ),
        (
            r"\b(?:in\s+)?(?:a\s+)?(?:few|couple(?:\s+of)?|several)\s+"
            r"(?:days|weeks|months|years)\s+(?:ago|back)\b|\b(?:last|next)\s+(?:week|month)\b",
            read.roughly,
        ),
        (rf"\b(?:{NEAR})\b", read.near),
        # last tuesday, on monday
        (
            r"\b(?:(?P<lead>last|past|this|next|coming|on|since|until|till?|by)\s+)?"
            rf"(?P<name>{WEEKDAY})",
            read.weekday,
        ),
        # two sundays ago, the friday before last
        (
            rf"\b(?P<times>[2-9]|{SEVERAL})\s+(?P<name>{WEEKDAY_NAME})s\s+(?:ago|back)\b",
            read.weekday_back,
        ),
        (rf"\b(?:the\s+)?(?P<times>)(?P<name>{WEEKDAY_NAME})\s+before\s+last\b", read.weekday_back),
        (
            rf"\b(?P<name>new\s?year(?:['’]?s)?\s+(?:day|eve)|{FEAST})\b{YEAR}",
            read.holiday,
        ),
    )
)
