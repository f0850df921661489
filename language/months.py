"""The words of the calendar: months (also misspelt), weekdays, holidays, numbers."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from dateutil.easter import easter

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_SHORT = {
    **{name[:3]: number for number, name in enumerate(MONTHS, 1)},
    "sept": 9,
    "spt": 9,
    "janv": 1,
    "febr": 2,
    "octo": 10,
    "novem": 11,
    "decem": 12,
}
# Visitors write the months of their own language: French and Spanish.
_FOREIGN = {
    name: number
    for number, names in enumerate(
        (
            ("janvier", "enero"),
            ("février", "fevrier", "febrero"),
            ("mars", "marzo"),
            ("avril", "abril"),
            ("mai", "mayo"),
            ("juin", "junio"),
            ("juillet", "julio"),
            ("août", "aout", "agosto"),
            ("septembre", "septiembre", "setiembre"),
            ("octobre", "octubre"),
            ("novembre", "noviembre"),
            ("décembre", "decembre", "diciembre"),
        ),
        1,
    )
    for name in names
}
_NAMED = {**_SHORT, **_FOREIGN, **{name: number for number, name in enumerate(MONTHS, 1)}}

STAMP_CODES = {
    code: number
    for number, code in enumerate(
        ("JA", "FE", "MR", "AL", "MA", "JN", "JL", "AU", "SE", "OC", "NO", "DE"), 1
    )
}
"""The two-letter month codes of Canadian border stamps."""

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tue", "tues"),
            ("wednesday", "wed", "weds"),
            ("thursday", "thu", "thur", "thurs"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
"""Weekday names to Python's weekday number (Monday is 0)."""

NUMBER_WORDS = {
    "a": 1,
    "an": 1,
    **{
        word: number
        for number, word in enumerate(
            [
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
            ],
            1,
        )
    },
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "sixty": 60,
    "ninety": 90,
}

HOLIDAYS = {
    **dict.fromkeys(("new year day", "new years day"), (1, 1)),
    "groundhog day": (2, 2),
    **dict.fromkeys(("valentines", "valentine day", "valentines day"), (2, 14)),
    **dict.fromkeys(("st patricks day", "saint patricks day", "st paddys day"), (3, 17)),
    "canada day": (7, 1),
    **dict.fromkeys(("truth and reconciliation day", "national day of truth"), (9, 30)),
    "halloween": (10, 31),
    **dict.fromkeys(("remembrance day", "veterans day"), (11, 11)),
    **dict.fromkeys(("christmas eve", "xmas eve"), (12, 24)),
    **dict.fromkeys(("christmas", "christmas day", "xmas", "xmas day"), (12, 25)),
    "boxing day": (12, 26),
    **dict.fromkeys(("new year eve", "new years eve"), (12, 31)),
}
"""Feasts with a fixed month and day, without apostrophes and full stops."""

_EASTER = {"good friday": -2, "easter": 0, "easter sunday": 0, "easter monday": 1}
_MONDAYS = {
    "victoria day": (5, 18),
    "memorial day": (5, 25),
    **dict.fromkeys(("civic holiday", "civic day"), (8, 1)),
    **dict.fromkeys(("labour day", "labor day"), (9, 1)),
    "canadian thanksgiving": (10, 8),
}
"""Holidays on the first Monday from a day of the year on."""
_THURSDAYS = dict.fromkeys(("american thanksgiving", "us thanksgiving"), (11, 22))
MOVING_FEASTS = frozenset({*_EASTER, *_MONDAYS, *_THURSDAYS})
"""Feasts on another day each year; a plain "thanksgiving" is two, and so none of them."""


def feast_day(name: str, year: int) -> dt.date:
    """The day of a moving feast in ``year``. Raises ``ValueError`` outside the calendar."""
    if name in _EASTER:
        return easter(year) + dt.timedelta(days=_EASTER[name])
    weekday, (month, day) = (0, _MONDAYS[name]) if name in _MONDAYS else (3, _THURSDAYS[name])
    first = dt.date(year, month, day)
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7)


NEAR_DAYS = {
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "yesterday": -1,
    "yesterday morning": -1,
    "yesterday afternoon": -1,
    "yesterday evening": -1,
    "yesterday night": -1,
    "last night": -1,
    "the day before yesterday": -2,
    "day before yesterday": -2,
    "tomorrow": 1,
    "tmrw": 1,
    "tmr": 1,
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
}

ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
}
ORDINALS |= {f"twenty{word}": 20 + number for word, number in ORDINALS.items() if number < 10}
ORDINALS |= {"thirtieth": 30, "thirtyfirst": 31}
"""Spelt day numbers without their hyphen; "twenty-ninth" is not read as the ninth."""

# Real words one slip away from a month's name.
_NOT_MONTHS = frozenset({"match", "marsh", "manch", "apron", "juneau", "augusta", "mayor"})
_FUZZY_FROM = 5
_TWO_SLIPS_FROM = 8


@lru_cache(maxsize=4096)
def month_number(word: str) -> int | None:
    """The month (1-12) a word names, or ``None``; forgives one or two slips of the finger.

    A misspelt name must keep its first letter, so that "remember" is not "December".
    """
    word = word.lower()
    if word in _NAMED:
        return _NAMED[word]
    if len(word) < _FUZZY_FROM or word in _NOT_MONTHS:
        return None
    for number, name in enumerate(MONTHS, 1):
        allowed = 2 if min(len(name), len(word)) >= _TWO_SLIPS_FROM else 1
        if len(name) >= _FUZZY_FROM and word[0] == name[0] and _slips(word, name) <= allowed:
            return number
    return None


def _slips(left: str, right: str) -> int:
    """Edits between two short words: insert, drop, change, or swap two neighbours."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
