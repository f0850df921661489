"""What is fixed by a shape with a month alone, a month's end, or a day of it."""

from __future__ import annotations

import re

from language.date_readers import SHIFT, Fields, Match, day_number, when, year_number
from language.months import MONTHS, month_number
from language.said_dates import DateForm

_FEBRUARY = 2
_IS_ASKED = re.compile(
    r" (?:i|we|he|she|they|you|one|someone|people|(?:my|our|a|the) \w+) [a-z]", re.I
)
_LONG = dict.fromkeys((1, 3, 5, 7, 8, 10, 12), 31)


def month_only(match: Match) -> Fields | None:
    """A month without a day."""
    month = month_number(match["month"])
    if month is None:
        return None
    name = match["month"].lower()
    if match["rough"] and name == "may" and _IS_ASKED.match(match.string, match.end()):
        return None  # "how early may I apply?"
    helped = match["lead"] or match["rough"] or match["year"] or match["shift"]
    alone = match.string.strip(" .,!?").lower() == name
    # A bare "may" or "march" is a verb, a bare "jan" a name; the others are months.
    if not (helped or alone or (name in MONTHS and name not in ("march", "may"))):
        return None
    return {"form": DateForm.INCOMPLETE, "month": month, **when(match)}


def month_year(match: Match) -> Fields:
    """A month and year, or a year, without a day."""
    month = match.groupdict().get("month")
    return {
        "form": DateForm.INCOMPLETE,
        "month": int(month) if month else None,
        "year": int(match["year"]),
    }


def month_end(match: Match) -> Fields | None:
    """The end of a named month."""
    month = month_number(match["month"])
    if month is None:
        return None
    return {"form": DateForm.MONTH_END, "month": month, **when(match)}


def this_month_end(match: Match) -> Fields:
    """The end of this, the next or the last month."""
    return {"form": DateForm.MONTH_END, "amount": SHIFT.get((match["shift"] or "").lower(), 0)}


def month_edge(match: Match) -> Fields | None:
    """The first or the last day of a named month."""
    month = month_number(match["month"])
    if month is None:
        return None
    day = 1 if match["which"].lower() == "first" else _LONG.get(month, 30)
    if day == 1 or month != _FEBRUARY:
        return {"form": DateForm.CALENDAR, "day": day, "month": month, **when(match)}
    return {"form": DateForm.MONTH_END, "month": month, **when(match)}


def this_month_edge(match: Match) -> Fields:
    """The first or the last day of this, the next or the last month."""
    if match["which"].lower() == "last":
        return this_month_end(match)
    amount = SHIFT.get((match["shift"] or "").lower(), 0)
    return {"form": DateForm.MONTH_DAY, "day": 1, "amount": amount}


def year_end(match: Match) -> Fields:
    """The end of a year."""
    shift = (match["shift"] or "this").lower()
    year = year_number(match["year"])
    return {
        "form": DateForm.MONTH_END,
        "month": 12,
        "year": year,
        "year_shift": None if year else SHIFT[shift],
    }


def day_of_month(match: Match) -> Fields:
    """A day alone, or of this, the next or the last month."""
    shift = (match["shift"] or "").lower()
    if not shift:
        return {"form": DateForm.INCOMPLETE, "day": day_number(match["day"])}
    return {
        "form": DateForm.MONTH_DAY,
        "day": day_number(match["day"]),
        "amount": SHIFT[shift],
    }
