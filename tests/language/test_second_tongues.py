"""Dates told in the English of those who learnt another tongue first; today is TODAY."""

from __future__ import annotations

import datetime as dt

import pytest

from language.dates import DateForm, ExactDate, find_dates, resolve
from tests.language.judged import TODAY, facts_told

TOLD: dict[str, list[str]] = {
    # What is left, a way home that is booked: who asks so is here.
    "we come from Manila 9 july, how many days again before we must go": ["entry 2026-07-09"],
    "my flying home is 28 december and i enter 9 july, ok?": ["entry 2026-07-09"],
    "we come 9 july, how much time is left to extend": ["entry 2026-07-09"],
    # Who asks how long may be asking of a plan.
    "we come from Manila 9 july, how long can we stay": ["entry 2026-07-09 or 2027-07-09"],
    "i enter 9 july, until when is it": ["entry 2026-07-09 or 2027-07-09"],
    # Over, and here.
    "my stay finish august 9 and me still deh here": ["record 2026-08-09"],
    "status end august 9, i still living here": ["record 2026-08-09"],
    "my stay was finish 9 november, can i travel to boston?": ["record 2026-11-09"],
    "when was my stay over 9 november?": [],
    "visit time done next friday, i can send in the form then?": ["record 2026-11-27"],
}


@pytest.mark.parametrize("text", TOLD)
def test_it_is_read_or_asked_about(text: str) -> None:
    assert facts_told(text) == TOLD[text]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It was two weeks ago today", "2026-11-08"),
        ("I believe it was exactly two weeks ago", "2026-11-08"),
        ("We fought about it two weeks ago, my cat and I", None),
    ],
)
def test_an_answer_may_be_a_sentence(text: str, day: str | None) -> None:
    days = [resolve(one, TODAY) for one in find_dates(text) if one.form is DateForm.OFFSET]
    wanted = [] if day is None else [ExactDate(dt.date.fromisoformat(day))]
    assert days == wanted


def test_a_month_and_year_may_have_a_point_between_them() -> None:
    assert facts_told("passport 09.2031, Czech") == ["passport ?"]
    assert facts_told("the fee is $09.2031 or 239.75") == []
