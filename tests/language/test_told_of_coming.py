"""Coming told by a place, by who followed, by a journey's delay; periods only asked for."""

from __future__ import annotations

import datetime as dt

import pytest
from dateutil.relativedelta import relativedelta

from language.dates import find_dates
from language.granted_period import period_granted
from language.journeys import supposed_journey
from language.kin import is_among

TODAY, PLANNED = dt.date(2026, 11, 22), dt.date(2027, 3, 30)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("In from Lima on 9 June 2026 for a choir, no pen. My last day?", "entry_date"),
        ("We're over from Leeds since 9 June 2026, when must we go", "entry_date"),
        ("up from Boston, 9 June 2026", "entry_date"),
        ("she came Quito to Montreal 9 June 2026, never left", "entry_date"),
        ("my brother was on the same flight as me on 9 June", "entry_date"),
        ("we will sit on the same flight 9 June", "other"),
        ("the extension is approved and it says 9 June 2027", "record_expiry"),
        ("the extension is refused and it says 9 November", "decision_date"),
        ("my aunt followed with her older son on 9 June", "entry_date"),
        ("we followed later on 9 June", "entry_date"),
        ("a letter followed on 9 June 2026", "other"),
        ("prices went up from June 9 2026", "other"),
        ("they followed up on 9 June", None),
    ],
)
def test_what_tells_of_coming(text: str, role: str | None) -> None:
    (found,) = find_dates(text)
    assert (found.role.value if found.role else None) == role


@pytest.mark.parametrize(
    "text",
    [
        "could they allow nine months from the beginning",
        "do the officers ever give a year?",
        "would the guard let me in for 8 months",
        "can I get 8 months at the border",
        "I hope they give me nine months",
        "they might only give me 2 months",
    ],
)
def test_a_period_only_asked_about_is_given_by_nobody(text: str) -> None:
    assert period_granted(text, answers=False) is None


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("and if they would only give me 3 months?", 3),
        ("the officer gave me 3 months, can I get more", 3),
        ("I hoped for a year but he only gave me 3 months", 3),
        ("customs said I can stay for 3 months", 3),
        ("on 3 may the officer gave me only 3 months", 3),
    ],
)
def test_a_period_given_or_supposed_counts(text: str, months: int) -> None:
    assert period_granted(text, answers=False) == relativedelta(months=months)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("and if the ferry is two days late?", dt.date(2027, 4, 1)),
        ("what if my flight is delayed by a week", dt.date(2027, 4, 6)),
        ("and if the boat is a day late, 31 march?", dt.date(2027, 3, 31)),
        ("and if the bus comes a day early", dt.date(2027, 3, 29)),
        ("and if I apply two days late?", None),
        ("and if my flight home is two days late?", None),
    ],
)
def test_a_journey_delayed(text: str, day: dt.date | None) -> None:
    assert supposed_journey(text, TODAY, PLANNED) == day


def test_who_has_come_is_delayed_no_more() -> None:
    assert supposed_journey("what if my flight is two days late", TODAY, TODAY) is None


@pytest.mark.parametrize(
    ("person", "named", "among"),
    [
        ("abbu", "ammi and abbu", True),
        ("appa", "parents", True),
        ("son", "wife and my son", True),
        ("son", "wife", False),
        ("wife", "parents", False),
    ],
)
def test_one_of_several_named_at_once(person: str, named: str, among: bool) -> None:
    assert is_among(person, named) is among
