"""Dates that lack a part: what fills it, and between which days they lie."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import replace

from language.lone_days import lacks_month
from language.said_dates import DateForm, SaidDate

# "About the 5th" is rough; "worried about my stay" is not.
_ROUGHLY = re.compile(
    r"\b(?:around|(?<!what )(?<!how )about(?! (?:it|this|that|them|me|us|him|her|what|how|when|to|"
    r"my|our|his|their|the (?![0-9]|\w+(?:st|nd|rd|th)\b|(?:start|end|middle|beginning)\b)))|"
    r"roughly|circa|maybe|perhaps|probably|or so|near(?:ly)?)\b",
    re.I,
)


def said_roughly(text: str) -> bool:
    """Whether the text leaves its day open: "sorry, around the 5th"."""
    return _ROUGHLY.search(text) is not None


_SAME_MONTH = re.compile(r"[0-9](?:st|nd|rd|th)? of (?:the same|that(?: same)?) month$", re.I)


def completed(said: SaidDate, instead: dt.date | None) -> SaidDate:
    """ "The 5th", said in the place of another day, is the 5th of that day's month."""
    alone = lacks_month(said) or (said.month is None and _SAME_MONTH.search(said.text))
    if instead is None or said.day is None or not alone:
        return said
    year = instead.year if said.year is None else said.year
    return replace(said, form=DateForm.CALENDAR, month=instead.month, year=year, year_shift=None)


def span_of(said: SaidDate) -> tuple[dt.date, dt.date] | None:
    """The first and last day of a month and year said without the day, or of a year alone."""
    year = said.year
    if year is None or said.day is not None or not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    first, last = said.month or 1, said.month or 12
    if not 1 <= first <= 12:
        return None
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])
