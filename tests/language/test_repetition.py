"""One day said more than once is one date; what only stands beside it is none."""

from __future__ import annotations

import datetime as dt

import pytest

from language.dates import DateRole, ExactDate, find_dates, resolve
from tests.language.judged import TODAY


def of_role(text: str, role: DateRole) -> list[str]:
    """The ISO days of the dates of `role` in `text`."""
    found = [resolve(date, TODAY) for date in find_dates(text) if date.role is role]
    return [day.date.isoformat() for day in found if isinstance(day, ExactDate)]


@pytest.mark.parametrize(
    ("text", "entered"),
    [
        ("got into Montreal on boxing day, 26 december 2025, no stamp", "2025-12-26"),
        ("arrived 31 dec 2025 (new year's eve)", "2025-12-31"),
        ("we crossed on Labour Day, 7 September 2026", "2026-09-07"),
        ("landed canada day, that's 1 july", "2026-07-01"),
        ("eta ends 10 december, i entered 2 september. must i go by the 10th?", "2026-09-02"),
        ("we came for christmas, 23 december 2025", "2025-12-23"),
        ("flew in on new years eve, 31/12/2025", "2025-12-31"),
    ],
)
def test_a_feast_and_its_own_day_are_one_date(text: str, entered: str) -> None:
    assert of_role(text, DateRole.ENTRY_DATE) == [entered]


@pytest.mark.parametrize(
    ("text", "entered"),
    [
        ("left Blaine 25 may 11.10pm, crossed 26 may 1.30 am", "2026-05-26"),
        ("landed 9 sept 21.15, kiosk only", "2026-09-09"),
        ("arrived 14 aug 11h40", "2026-08-14"),
        ("came in 7 june 12 noon", "2026-06-07"),
        ("crossed 3 july 11 at night", "2026-07-03"),
        ("landed 5 may, 26 june I filed for an extension", "2026-05-05"),
        ("landed 5 may 25", "2025-05-05"),
    ],
)
def test_an_hour_or_another_day_beside_a_date_is_no_year(text: str, entered: str) -> None:
    assert of_role(text, DateRole.ENTRY_DATE) == [entered]


@pytest.mark.parametrize(
    "text",
    [
        "I landed on 4 May 2026, today I saw the note in my passport",
        "Came in 4 May 2026 and yesterday my uncle told me it is too late",
        "entered 4 May 2026, so this morning we looked it up",
    ],
)
def test_today_begins_what_is_told_next(text: str) -> None:
    assert of_role(text, DateRole.ENTRY_DATE) == ["2026-05-04"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("My passport dies 9 march 2027, must I be gone on the 9th?", DateRole.PASSPORT_EXPIRY),
        ("my visa ends 9 march 2027, do I need to leave by the 9th", DateRole.VISA_EXPIRY),
        ("the record runs to 9 march 2027. Can I stay on the 9th?", DateRole.RECORD_EXPIRY),
    ],
)
def test_a_bare_day_that_comes_back_to_a_date_is_none_of_its_own(text: str, role: DateRole) -> None:
    first, second = find_dates(text)
    assert (first.role, second.role) == (role, DateRole.OTHER)


def test_a_bare_month_that_comes_back_to_a_date_is_none_of_its_own() -> None:
    dates = find_dates("boarding card says 17 JUN. june not july")
    assert [date.role for date in dates] == [DateRole.ENTRY_DATE, DateRole.OTHER, DateRole.OTHER]


def test_a_day_of_another_fact_stays_one() -> None:
    first, second = find_dates("came 18 may 2026, biometrics on the 18th")
    assert second.role is not DateRole.OTHER
    assert first.role is DateRole.ENTRY_DATE


@pytest.mark.parametrize(
    "text",
    ["crossed on 26 may, about one in the morning. 2025 obviously", "crossed 26 may (2025)"],
)
def test_a_year_said_behind_a_date_is_its_year(text: str) -> None:
    assert of_role(text, DateRole.ENTRY_DATE) == ["2025-05-26"]


@pytest.mark.parametrize(
    ("text", "applied"),
    [
        ("my stay finished 30 september and I applied on the 12th", "2026-09-12"),
        ("I sent the extension on the 10th, my stay ran out 24 september", "2026-09-10"),
    ],
)
def test_a_bare_day_of_applying_is_of_the_month_in_which_the_stay_ended(
    text: str, applied: str
) -> None:
    assert of_role(text, DateRole.APPLICATION_DATE) == [applied]


def test_a_bare_day_of_applying_after_the_end_is_asked_about() -> None:
    text = "I sent the extension on the 28th, my stay ran out 24 september"
    assert of_role(text, DateRole.APPLICATION_DATE) == []


@pytest.mark.parametrize(
    "text",
    [
        "The officer wrote 4 OCT 2027. My agent says it is a mistake, I have only until April",
        "The officer wrote 4 OCT 2027, is that a typo? Six months end in April",
        "Guard put 4 OCT 2027, my landlord reckons that is wrong and it should be april",
    ],
)
def test_a_mistake_that_another_sees_takes_nothing_back(text: str) -> None:
    assert of_role(text, DateRole.STAMP_DATE) == ["2027-10-04"]


def test_a_plan_to_celebrate_is_no_fact() -> None:
    (date,) = find_dates("I want to spend christmas in Mexico")
    assert date.role is DateRole.OTHER
    assert resolve(date, TODAY) == ExactDate(dt.date(2026, 12, 25), True)


@pytest.mark.parametrize(
    ("text", "entered"),
    [
        (
            "our plane took off from Mumbai on 3 july at 23:40, landed in Calgary the next day",
            ["2026-07-04"],
        ),
        ("left Accra 31 july 2026 and arrived in Montreal the following morning", ["2026-08-01"]),
        ("flew from Cebu 31 dec 2025, got to Vancouver the next day", ["2026-01-01"]),
        ("the bus left Seattle 9 aug, we crossed the same day", ["2026-08-09"]),
        ("left Toronto 3 july 2026, landed in Delhi the next day", []),
        ("landed in Toronto on 3 july and the next day I saw a doctor", ["2026-07-03"]),
        ("left Quito 28 february, landed in Toronto the next day", []),
    ],
)
def test_a_day_of_entry_told_by_the_day_of_setting_out(text: str, entered: list[str]) -> None:
    assert of_role(text, DateRole.ENTRY_DATE) == entered


@pytest.mark.parametrize(
    ("text", "entered"),
    [
        ("we came in june, it was the 12th", ["2026-06-12"]),
        ("here since the end of may, landed on the 31st", ["2026-05-31"]),
        ("here since the end of may, landed on the 3rd", []),
    ],
)
def test_a_bare_day_is_of_the_month_said_before_it(text: str, entered: list[str]) -> None:
    assert of_role(text, DateRole.ENTRY_DATE) == entered
