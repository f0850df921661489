"""Which of two readings a person chooses, and in which order they write."""

from __future__ import annotations

import datetime as dt

import pytest

from language.number_order import chosen, day_comes_first, order_holds, order_told

MAY, NOVEMBER = dt.date(2026, 5, 11), dt.date(2026, 11, 5)


@pytest.mark.parametrize(
    ("text", "day_first"),
    [
        ("day first, as everybody does", True),
        ("with us the day comes first", True),
        ("we write the day before the month", True),
        ("british style", True),
        ("the first number is the day", True),
        ("it's dd/mm", True),
        ("month first, I am from Ohio", False),
        ("american way", False),
        ("the second number is the day", False),
        ("what is my first day", None),
        ("day first or month first?", None),
    ],
)
def test_the_order_of_day_and_month(text: str, day_first: bool | None) -> None:
    assert day_comes_first(text) is day_first


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("day first, like at home", NOVEMBER),
        ("month first", MAY),
        ("May", MAY),
        ("the november one", NOVEMBER),
        ("the first one", MAY),
        ("the second", NOVEMBER),
        ("the latter", NOVEMBER),
        ("neither", None),
        ("the first thing I did when I came here was to ask an officer about it", None),
        ("may or november, I forget", None),
    ],
)
def test_the_reading_that_is_chosen(text: str, day: dt.date | None) -> None:
    assert chosen(text, (MAY, NOVEMBER), "05/11/2026") == day


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("day first, I am from Peru", True),
        ("no stamp, and I write the month first", False),
        ("the ticket has the day first", None),
        ("they write it day first", None),
        ("I came 05/11/2026", None),
    ],
)
def test_only_how_one_writes_oneself_is_kept(text: str, told: bool | None) -> None:
    assert order_told(text) is told


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("my wife came 05/11/2026", True),
        ("my wife came 05/11/2026, no stamp", True),
        ("her boarding pass says 05/11/2026", False),
        ("her boarding pass says 05/11/2026, same order", True),
        ("the visa ends 05/11/2026", False),
    ],
)
def test_the_order_told_is_of_what_one_writes_oneself(text: str, holds: bool) -> None:
    assert order_holds(text) is holds
