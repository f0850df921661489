"""The words of the calendar: months (also misspelt), weekdays, numbers."""

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
    "spt": 9,
    "janv": 1,
    "febr": 2,
    "octo": 10,
    "novem": 11,
    "decem": 12,
}
# Visitors write the months of their own language: French, Spanish, Portuguese, Italian,
# German and Dutch, but for those that are also names or words ("Mei").
_FOREIGN = {
    name: number
    for number, names in enumerate(
        (
            ("janvier", "enero", "janeiro", "gennaio", "januar", "januari"),
            ("février", "fevrier", "febrero", "fevereiro", "febbraio", "februar", "februari"),
            ("mars", "marzo", "março", "märz", "maerz", "maart"),
            ("avril", "abril", "aprile"),
            ("mai", "mayo", "maio", "maggio"),
            ("juin", "junio", "junho", "giugno", "juni"),
            ("juillet", "julio", "julho", "luglio", "juli"),
            ("août", "aout", "agosto", "augustus"),
            ("septembre", "septiembre", "setiembre", "setembro", "settembre"),
            ("octobre", "octubre", "outubro", "ottobre", "oktober"),
            ("novembre", "noviembre"),
            ("décembre", "decembre", "diciembre", "dezembro", "dicembre", "dezember"),
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
} | {"AP": 4}
"""The two-letter month codes of Canadian border stamps, and how people write April."""

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
COUNT_WORDS = "|".join(sorted((w for w in NUMBER_WORDS if len(w) > 2), key=len, reverse=True))
"""The words for numbers in a pattern, but for "a" and "an"."""


def number_of(count: str) -> int:
    """The number that a count is, in figures or in one of `NUMBER_WORDS`."""
    return int(count) if count.isdigit() else NUMBER_WORDS[count.lower()]


NEAR_DAYS = {
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "yesterday": -1,
    "yday": -1,
    "yest": -1,
    "ystrday": -1,
    "yesturday": -1,
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
_NOT_MONTHS = frozenset(
    {
        "match",
        "marsh",
        "manch",
        "marc",
        "mach",
        "apron",
        "juneau",
        "augusta",
        "mayor",
        "junk",
        "juno",
        "jung",
    }
)
_FUZZY_FROM = 5
_SHORTEST = 4
_TWO_SLIPS_FROM = 8


@lru_cache(maxsize=4096)
def month_number(word: str) -> int | None:
    """The month (1-12) a word names, or ``None``; forgives one or two slips of the finger.

    A misspelt name must keep its first letter, so that "remember" is not "December".
    """
    word = word.lower()
    if word in _NAMED:
        return _NAMED[word]
    if len(word) < _SHORTEST or word in _NOT_MONTHS:
        return None
    if word[:3] in ("jun", "jul"):
        # June and July are a slip apart: the first three letters must tell.
        return _NAMED[word[:3]] if _slips(word, "june" if word[2] == "n" else "july") == 1 else None
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
