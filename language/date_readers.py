"""What a date shape fixes: a regular expression's match -> the fields of a said date."""

from __future__ import annotations

import re
from typing import Any

from language.feasts import HOLIDAYS, MOVING_FEASTS
from language.months import (
    MONTHS,
    NEAR_DAYS,
    ORDINALS,
    STAMP_CODES,
    WEEKDAYS,
    month_number,
    number_of,
)
from language.pairs import exists, plausible_dots, plausible_fraction
from language.rough import is_rough_count, is_rough_feast
from language.said_dates import DateForm

Match = re.Match[str]
Fields = dict[str, Any]

SHIFT = {"last": -1, "this": 0, "next": 1, "coming": 1, "past": -1}
_UNITS = {"d": "day", "w": "week", "f": "fortnight", "m": "month", "y": "year"}


def year_number(said: str | None) -> int | None:
    """Four digits as they are; two digits 00-69 in the 2000s, 70-99 in the 1900s."""
    if said is None:
        return None
    number = int(said.lstrip("'"))
    if len(said.lstrip("'")) == 2:
        number += 2000 if number < 70 else 1900
    return number


def when(match: Match) -> Fields:
    shift = match["shift"]
    return {
        "year": year_number(match["year"]),
        "year_shift": SHIFT[shift.lower()] if shift else None,
    }


def day_number(said: str) -> int:
    word = re.sub(r"[\s-]+", "", said.lower())
    return ORDINALS[word] if word in ORDINALS else int(re.sub(r"[a-z]+$", "", word))


_HOUR = re.compile(r"\s?(?:at|in the) (?:night|morning|evening|afternoon)\b", re.I)
_NUMBER_BEFORE = re.compile(r"[0-9](?:st|nd|rd|th)?\.?\s+(?:of\s+)?$", re.I)
# "Wait, October. 5 October": a whole name's full stop ends a sentence, "Oct." is one word.
_WORD_BEFORE = re.compile(
    rf"\b(?!(?:{'|'.join(MONTHS)})\.)(?P<word>[a-z]{{3,10}})\.?\s+$",
    re.I,
)


def named(match: Match) -> Fields | None:
    """A day beside a month's name; ``None`` when the word is no month."""
    month = month_number(match["month"])
    if month is None:
        return None
    first = match.start("day")
    if first < match.start("month"):
        # In "not June 4. July 9" and "June 4 July 14" the 4 is June's.
        before = _WORD_BEFORE.search(match.string, max(0, first - 12), first)
        if before and month_number(before["word"]):
            return None
    elif _HOUR.match(match.string, match.end("day")) and _NUMBER_BEFORE.search(
        match.string, max(0, match.start("month") - 6), match.start("month")
    ):
        return None  # in "25 May 11 at night" the 11 is an hour
    day = day_number(match["day"])
    return {"form": DateForm.CALENDAR, "day": day, "month": month, **when(match)}


def stamped(match: Match) -> Fields | None:
    """An officer's stamp with a two-letter month code."""
    code = match["code"]
    # "10 no 20" and "5 de 10" are words; an officer's stamp has capitals.
    if code.lower() in {"no", "de"} and not code.isupper():
        return None
    month = STAMP_CODES[code.upper()]
    year = year_number(match["year"])
    return {"form": DateForm.CALENDAR, "day": int(match["day"]), "month": month, "year": year}


def numeric(match: Match) -> Fields | None:
    """Two numbers, and perhaps a year; ``NUMERIC`` when both orders exist."""
    first, second = int(match["first"]), int(match["second"])
    year = year_number(match.groupdict().get("year"))
    if year is None and not plausible_fraction(match, first, second):
        return None
    if match[0].endswith(".") and not plausible_dots(match):
        return None
    readings = {
        (day, month)
        for day, month in ((first, second), (second, first))
        if exists(year, month, day)
    }
    if len(readings) > 1:
        return {"form": DateForm.NUMERIC, "day": first, "month": second, "year": year}
    day, month = readings.pop() if readings else (first, second)
    if month > 12 >= day:
        day, month = month, day
    return {"form": DateForm.CALENDAR, "day": day, "month": month, "year": year}


def year_first(match: Match) -> Fields | None:
    """Year, month and day in that order."""
    month = int(match["month"]) if match["month"].isdigit() else None
    if month is None:
        word = match["month"].upper()
        month = STAMP_CODES.get(word) or month_number(word)
    if month is None:
        return None
    year, day = int(match["year"]), int(match["day"])
    return {"form": DateForm.CALENDAR, "year": year, "month": month, "day": day}


_COUNTED_FROM = re.compile(r"\s+(?:before|after|prior to|following)\b", re.I)


def offset(match: Match) -> Fields | None:
    """A number of days, weeks, months or years ago or ahead."""
    back = match["back"]
    if not back and not match["ahead"] and not match["later"]:
        return None
    if match["ahead"] and _COUNTED_FROM.match(match.string, match.end()):
        return None  # "came in 2 weeks before Christmas" counts from Christmas
    if match["rough"] or match["about"] or is_rough_count(match):
        return {"form": DateForm.INCOMPLETE}
    said, unit = match["count"].lower(), _UNITS[match["unit"][0].lower()]
    if said.startswith("half"):
        # Half a month has no number of days; half a year has six months.
        if unit != "year":
            return {"form": DateForm.INCOMPLETE}
        count, unit = 6, "month"
    else:
        count = number_of(said)
    if unit == "fortnight":
        count, unit = 2 * count, "week"
    return {"form": DateForm.OFFSET, "amount": -count if back else count, "unit": unit}


# "The last month of my stay" is none of the calendar's.
_OF_MINE = re.compile(r"\s+of\s+(?:my|our|his|her|their|the)\b", re.I)


def roughly(match: Match) -> Fields | None:
    """ "A few weeks ago": no day at all."""
    if _OF_MINE.match(match.string, match.end()):
        return None
    return {"form": DateForm.INCOMPLETE}


def near(match: Match) -> Fields:
    """Today and its neighbours."""
    amount = NEAR_DAYS[re.sub(r"\s+", " ", match[0].lower())]
    return {"form": DateForm.OFFSET, "amount": amount, "unit": "day"}


def weekday(match: Match) -> Fields | None:
    """A weekday, bare or with "last" or "next"."""
    name, lead = match["name"].lower(), (match["lead"] or "").lower().strip()
    if not lead and name in {"mon", "sat", "sun", "wed", "fri", "thu", "tue"}:
        return None
    shift = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(lead)
    return {"form": DateForm.WEEKDAY, "weekday": WEEKDAYS[name], "amount": shift}


def weekday_back(match: Match) -> Fields:
    """The weekday a number of weeks back: "two Sundays ago", "the Friday before last"."""
    return {
        "form": DateForm.WEEKDAY,
        "weekday": WEEKDAYS[match["name"].lower()],
        "amount": -number_of(match["times"] or "2"),
    }


def weekday_of_month(match: Match) -> Fields:
    """A weekday and its number without a month: "Friday the 13th"."""
    weekday = WEEKDAYS[match["name"].lower()]
    return {"form": DateForm.WEEKDAY, "weekday": weekday, "day": day_number(match["day"])}


_OTHER_CALENDAR = re.compile(
    r"\b(?:chinese|lunar|persian|orthodox|greek|russian|ukrainian|coptic|ethiopian|happy|merry)\s+$",
    re.I,
)


def holiday(match: Match) -> Fields | None:
    """A feast with a day; "for Christmas" and "Easter weekend" tell only roughly when."""
    if _OTHER_CALENDAR.search(match.string, max(0, match.start() - 16), match.start()):
        return None
    name = re.sub(r"\s+", " ", re.sub(r"['’.]", "", match["name"].lower()))
    # "newyear" is written as one word too.
    name = name.replace("newyear", "new year")
    if name == "thanksgiving" or is_rough_feast(match):
        return {"form": DateForm.INCOMPLETE}
    if name in MOVING_FEASTS:
        return {"form": DateForm.FEAST, "feast": name, **when(match)}
    month, day = HOLIDAYS[name]
    return {"form": DateForm.CALENDAR, "month": month, "day": day, **when(match)}
