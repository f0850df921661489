"""Words beside a date that leave its day open ("around 5 June") or add nothing to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from language.months import NUMBER_WORDS
from language.said_dates import DateForm, SaidDate

_UNIT = r"(?:d(?:ays?)?|w(?:ee)?ks?|fortnights?|mon?ths?|mo|yrs?|years?)"
# "A month and 3 days ago", "2 or 3 weeks ago" are other days than the "3 ... ago" in them.
_MORE_BEFORE = re.compile(
    rf"\b(?:[0-9]+|{'|'.join(NUMBER_WORDS)}|half|few|couple|{_UNIT})\s*"
    r"(?:,|&|-|–|\+|/|\b(?:and|or|to|maybe|like)\b)?\s*(?:(?:maybe|like)\s+)?$|\b(?:maybe|perhaps|probably)\s+$|[~±]\s*$",
    re.I,
)
_MORE_AFTER = re.compile(
    r"[\s,(]*(?:or so|or more|or less|more or less|roughly|approx\w*|give or take|ish|"
    r"(?:on |last |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.I,
)
_NEAR_A_FEAST = re.compile(r"\b(?:for|over|before|after|at|near|during|past)\s+(?:the\s+)?$", re.I)
_PART_OF_A_FEAST = re.compile(
    r"\s*-?(?:long\s+)?(?:week(?:end)?|break|holidays?|vacation|time|season|part(?:y|ies)|"
    r"markets?|dinner|trip|visit)\b",
    re.I,
)
# A day counted from another, or only near it, is not that other day.
_BESIDE = re.compile(
    # Six months after a day of entry are counted from it.
    # "How many days before 5 June" are asked about, and the day is that one.
    rf"\b(?<!\b6 )(?<!\bsix )(?<!\bhow many )(?:{_UNIT}|night|morning|evening)\s+"
    r"(?:before|after|following|prior to)\s+(?:the\s+)?$|"
    r"\b(?:weeks?|fortnight)\s+from\s+$|\bweek(?:end)?\s+of\s+(?:the\s+)?$|"
    r"(?:\b(?:(?<!me )(?<!us )(?<!him )(?<!her )(?<!them )(?<!turned )around|"
    r"(?<!what )(?<!how )about|roughly|circa|approx(?:imately)?\.?|"
    r"somewhere near|close to|near|"
    r"sometime (?:before|after))|~)\s*(?:on\s+)?(?:the\s+)?$",
    re.I,
)
_OR_SO = re.compile(
    r"(?:\s+(?:long\s+)?week(?:end)?|[\s-]?ish|"
    r"[\s,]*(?:or so|or thereabouts|give or take|more or less))\b",
    re.I,
)
# "A Sunday in May", "the Monday after Easter", "Friday week" are not the nearest ones.
_SOME = re.compile(r"\b(?:an?|one|some|every)\s+$", re.I)
_OTHER_WEEK = re.compile(
    r"\s+(?:after|before|following|of|week|in (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    re.I,
)
_AND_A = re.compile(
    r"[\s,(]*(?:(?:it|that|this|which)(?:'s| (?:is|was|will be|falls? on|fell on)) (?:an? )?|a\s+)"
    r"(?:on )?\s*",
    re.I,
)
_PREPOSITION = re.compile(
    r"(?:in|since|until|til|till|to|by|of|from|during|for|before|after|around|on)\s+(?=[a-z])", re.I
)
_REACH = 28
_DAYS = frozenset(set(DateForm) - {DateForm.OFFSET, DateForm.INCOMPLETE, DateForm.EITHER})


def is_rough_count(match: re.Match[str]) -> bool:
    """Whether more is said of a number of days than the match holds, or only roughly."""
    text, start = match.string, match.start()
    before = _MORE_BEFORE.search(text, max(0, start - _REACH), start)
    return bool(before or _MORE_AFTER.match(text, match.end()))


def is_rough_feast(match: re.Match[str]) -> bool:
    """Whether a feast stands for the days around it: "for Christmas", "Easter weekend"."""
    text, start = match.string, match.start()
    before = _NEAR_A_FEAST.search(text, max(0, start - _REACH), start)
    return bool(before or _PART_OF_A_FEAST.match(text, match.end()))


def without_day(text: str, said: SaidDate) -> SaidDate:
    """The date as said, its day taken away where the words beside it leave that open."""
    if said.form not in _DAYS:
        return said
    if said.form is DateForm.WEEKDAY and (
        _SOME.search(text, max(0, said.start - _REACH), said.start)
        or _OTHER_WEEK.match(text, said.end)
    ):
        return replace(said, form=DateForm.INCOMPLETE)
    before = _BESIDE.search(text, max(0, said.start - _REACH), said.start)
    if not before and not _OR_SO.match(text, said.end):
        return said
    return replace(
        SaidDate(said.text, said.start, said.end, DateForm.INCOMPLETE),
        month=said.month if said.form is DateForm.CALENDAR and not before else None,
    )


def names_its_day(text: str, before: Sequence[SaidDate], said: SaidDate) -> bool:
    """Whether a weekday only adds to the date before it: "11 September, a Friday"."""
    day = bool(before) and before[-1].form is DateForm.CALENDAR
    if not day or said.form is not DateForm.WEEKDAY:
        return False
    return _AND_A.fullmatch(text, before[-1].end, said.start) is not None


def trimmed(match: re.Match[str]) -> tuple[int, int]:
    """The span without a leading preposition and trailing spaces or signs."""
    start, end = match.span()
    # The "in" of "in 4 months" is part of the date, that of "came in 4 months ago" is not.
    if "count" in match.re.groupindex:
        start = match.start("count") if match["back"] else start
    else:
        lead = _PREPOSITION.match(match[0])
        start += lead.end() if lead else 0
    return start, end - (len(match[0]) - len(match[0].rstrip(" \t\n,.-/")))
