"""The words of the calendar: months (also misspelt), weekdays, holidays, numbers."""

from __future__ import annotations

from functools import lru_cache

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
    "janv": 1,
    "febr": 2,
    "octo": 10,
    "novem": 11,
    "decem": 12,
}
_NAMED = {**_SHORT, **{name: number for number, name in enumerate(MONTHS, 1)}}

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
    **dict.fromkeys(("new year", "new years", "new year day", "new years day"), (1, 1)),
    **dict.fromkeys(("valentine day", "valentines day"), (2, 14)),
    "canada day": (7, 1),
    "halloween": (10, 31),
    "christmas eve": (12, 24),
    **dict.fromkeys(("christmas", "christmas day", "xmas"), (12, 25)),
    "boxing day": (12, 26),
    **dict.fromkeys(("new year eve", "new years eve"), (12, 31)),
}
"""Feasts with a fixed month and day, without apostrophes."""

NEAR_DAYS = {
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "yesterday": -1,
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
