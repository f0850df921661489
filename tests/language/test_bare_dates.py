"""A day that is all a message says: supposed to be the entry, never filed unasked."""

from __future__ import annotations

import datetime as dt

import pytest

from language.dates import DateRole, SaidDate, find_dates, role_on

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "supposed"),
    [
        ("2026-06-14", DateRole.ENTRY_DATE),
        ("14.6.", DateRole.ENTRY_DATE),
        ("sorry, wrong: 14th of june 2026", DateRole.ENTRY_DATE),
        ("not june 4, it was june 14", DateRole.ENTRY_DATE),
        ("03/04/2026", DateRole.ENTRY_DATE),  # both readings have passed; which one is asked
        ("03/12/2026", None),  # one of the two is yet to come
        ("2027-06-14", None),
        ("june", DateRole.ENTRY_DATE),
        ("december", None),
        ("14 june and 20 june", None),
        ("my cousin 14 june 2026", None),
    ],
)
def test_a_bare_day_that_passed_is_supposed_to_be_the_entry(
    text: str, supposed: DateRole | None
) -> None:
    *_, date = find_dates(text)
    assert date.role is None
    assert role_on(date, TODAY) is supposed


def test_bare_is_kept_in_json() -> None:
    (date,) = find_dates("2026-06-14")
    assert date.bare
    assert SaidDate.from_json(date.to_json()) == date
