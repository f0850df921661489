"""Days said without their month."""

from __future__ import annotations

import datetime as dt

import pytest

from language.dates import AmbiguousDate, DateForm, ExactDate, IncompleteDate, find_dates, resolve

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("we crossed on the 6th", "2026-11-06"),
        ("we crossed on the 22nd", "2026-11-22"),
        ("we crossed on the 23rd", "2026-10-23"),
        ("we crossed on the 31st", "2026-10-31"),
        ("my stay is valid till the 25th", "2026-11-25"),
        ("my stay is valid till the 22nd", "2026-11-22"),
        ("my stay ended on the 17th", "2026-11-17"),
    ],
)
def test_a_day_is_the_last_or_the_next_one(text: str, day: str) -> None:
    (said,) = find_dates(text)
    assert resolve(said, TODAY) == ExactDate(dt.date.fromisoformat(day), year_assumed=True)


def test_what_may_have_run_out_this_month_is_asked_about() -> None:
    (said,) = find_dates("my stay is valid till the 21st")
    both = (dt.date(2026, 11, 21), dt.date(2026, 12, 21))
    assert resolve(said, TODAY) == AmbiguousDate(both)


@pytest.mark.parametrize("text", ["the 6th", "sorry, around the 6th", "came around the 6th"])
def test_a_day_of_nothing_or_roughly_said_is_open(text: str) -> None:
    (said,) = find_dates(text)
    assert isinstance(resolve(said, TODAY), IncompleteDate)


@pytest.mark.parametrize(
    "text",
    ["my passport ends in march and i came on the 6th", "i came on the 6th, my visa ends 4 may"],
)
def test_beside_a_month_a_day_may_be_of_it(text: str) -> None:
    assert all(said.form is not DateForm.DAY for said in find_dates(text))
