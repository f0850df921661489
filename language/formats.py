"""Figures in words: unambiguous dates, counted days, amounts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from rules_core.answers import Values
from rules_core.questions import Facts

# strftime's month names follow the process locale; the words must not.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_COUNTED_IN_DAYS = ("days_left", "overstay_days", "restoration_days_left")


def date_in_words(day: dt.date) -> str:
    """``15 July 2026``: no order of day and month to misread."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def weekday_in_words(day: dt.date) -> str:
    """``Thursday``."""
    return _WEEKDAYS[day.weekday()]


def days_in_words(count: int) -> str:
    """``1 day``, ``90 days``."""
    return "1 day" if count == 1 else f"{count} days"


def amount_in_words(amount: Decimal) -> str:
    """``CAD 100``, ``CAD 246.25``."""
    whole = amount == amount.to_integral_value()
    return f"CAD {amount.to_integral_value() if whole else amount}"


def moment_in_words(moment: dt.datetime) -> str:
    """``19:59 on 15 July 2026 (Toronto time)``."""
    zone = str(moment.tzinfo).rsplit("/", 1)[-1].replace("_", " ")
    return f"{moment:%H:%M} on {date_in_words(moment.date())} ({zone} time)"


def value_in_words(name: str, value: object) -> str:
    """One figure of an answer or one fact, as the catalogue's placeholders show it."""
    if isinstance(value, dt.datetime):
        return moment_in_words(value)
    if isinstance(value, dt.date):
        return date_in_words(value)
    if isinstance(value, Decimal):
        return amount_in_words(value)
    if name in _COUNTED_IN_DAYS and isinstance(value, int):
        return days_in_words(value)
    return str(value)


def figures(values: Values, facts: Facts) -> Mapping[str, str]:
    """Every figure and fact that is known, in words, by its name."""
    fees = {f"fee_{fee.kind.value}": fee.cad for fee in values.fees}
    known = {**vars(facts), **vars(values), **fees}
    return {name: value_in_words(name, value) for name, value in known.items() if value is not None}
