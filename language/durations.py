"""Lengths of time said in a message, as ISO 8601 durations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from language.months import COUNT_WORDS, number_of

_COUNT = rf"(?:[0-9]{{1,4}}|{COUNT_WORDS}|an?|half(?: an?)?)"
_UNIT = (
    r"(?P<unit>days?|d|nights?|weeks?|wks?|wk|w|mon?ths?|mths?|mnths?|mos?|mon|m|years?|yrs?|yr|y)"
)
_LENGTH = re.compile(
    rf"(?<![0-9$.,/'(-])\b(?P<count>{_COUNT})(?P<gap>\s|-|)(?:\s?(?:more|extra|full|whole|calend[ae]r|"
    r"additional|entire|consecutive|straight|business|working|other|extra)\s)?"
    rf"{_UNIT}\b(?:\s(?:more|extra|longer)\b)?",
    re.I,
)
# An age, a rate or a moment is no length: "8 yr old", "100 a year", "a month ago".
_NO_LENGTH_AFTER = re.compile(
    r"[\s-]?(?:olds?|ago|back|earlier|of age|from now|from today|"
    r"bans?|multiple|single|visas?|passports?|e-?ta|entry|experience|rule|course)\b",
    re.I,
)
_EVERY_BEFORE = re.compile(r"\b(?:every|each|per)\s*$", re.I)
_RATE_BEFORE = re.compile(
    r"(?:[0-9]|days?|weeks?|months?|hours?|times?|once|twice|per|each|every|\$|dollars?|cad|visits?|trips?)\s*$",
    re.I,
)
_COMPOUND = re.compile(r"\s?(?:and|&|,|\+)?\s?$", re.I)
_LETTER = {"d": "D", "n": "D", "w": "W", "m": "M", "y": "Y"}


def find_durations(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and ISO 8601 duration of every plain length ("6 months", "half a year").

    A length in two units ("one year and 3 months") comes as one, years first.
    """
    held: tuple[int, int, str] | None = None
    for match in _LENGTH.finditer(text):
        value = _value(match)
        before = text[max(0, match.start() - 12) : match.start()]
        if value is None or _NO_LENGTH_AFTER.match(text, match.end()):
            continue
        if _EVERY_BEFORE.search(before):
            continue
        if match["count"].lower() in ("a", "an") and _RATE_BEFORE.search(before):
            continue
        if held and _joined(text[held[1] : match.start()], held[2], value):
            held = (held[0], match.end(), held[2] + value[1:])
            continue
        if held:
            yield held
        held = (match.start(), match.end(), value)
    if held:
        yield held


def _joined(between: str, first: str, second: str) -> bool:
    order = "YMWD"
    return bool(_COMPOUND.fullmatch(between)) and order.index(first[-1]) < order.index(second[-1])


def _value(match: re.Match[str]) -> str | None:
    count, unit = match["count"].lower(), match["unit"].lower()
    letter = _LETTER[unit[0]]
    if len(unit) == 1 and not (count.isdigit() and match["gap"] == ""):
        return None
    if count.startswith("half"):
        return "P6M" if letter == "Y" else None
    number = number_of(count)
    return f"P{number}{letter}" if number else None
