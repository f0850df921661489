"""An officer's date without its year is of the stay told beside it, or asked about."""

from __future__ import annotations

import datetime as dt

import pytest

from language.dates import AmbiguousDate, DateRole, ExactDate, SaidDate, find_dates, resolve
from tests.language.judged import TODAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("came 3 june, officer wrote 3 july", "2026-07-03"),
        ("came 3 june, officer wrote 3 december", "2026-12-03"),
        ("came 3 october, officer wrote 3 january", "2027-01-03"),
        ("came 3 march 2026, officer wrote 3 june", "2026-06-03"),
        ("officer gave me till the end of august", "2026-08-31"),
    ],
)
def test_it_follows_the_entry(text: str, day: str) -> None:
    written = find_dates(text)[-1]
    assert written.role is DateRole.STAMP_DATE
    assert resolve(written, TODAY) == ExactDate(dt.date.fromisoformat(day), year_assumed=True)
    assert SaidDate.from_json(written.to_json()) == written


def test_an_officers_date_half_a_year_behind_may_be_either() -> None:
    (date,) = find_dates("the officer wrote 1 july")
    assert resolve(date, TODAY) == AmbiguousDate((dt.date(2026, 7, 1), dt.date(2027, 7, 1)))


def test_one_persons_entry_tells_nothing_of_anothers_date() -> None:
    found = find_dates("my aunt came 3 december, my sister got until 4 january in pen")
    assert all(date.follows is None for date in found)


def test_a_stamp_of_the_next_day_is_no_end() -> None:
    found = find_dates("landed 11:40 pm 30 june, the stamp is 1 july. when out?")
    assert found[-1].role is not DateRole.STAMP_DATE


def test_a_stay_told_as_overstayed_ended_before_today() -> None:
    (date,) = find_dates("they wrote 30 june in my passport and now I'm out of status")
    assert resolve(date, TODAY) == ExactDate(dt.date(2026, 6, 30), year_assumed=True)
