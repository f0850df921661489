"""The last minute to file, in each time zone, by the cut-off table; and plain day counting."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from rules_core.calendar import add_days, add_months, add_years, last_minute

CUTOFFS = [
    ("America/St_Johns", "21:29", "20:29"),
    ("America/Halifax", "20:59", "19:59"),
    ("America/Toronto", "19:59", "18:59"),
    ("America/Winnipeg", "18:59", "17:59"),
    ("America/Regina", "17:59", "17:59"),
    ("America/Edmonton", "17:59", "16:59"),
    ("America/Vancouver", "16:59", "15:59"),
    ("America/Whitehorse", "16:59", "16:59"),
]


@pytest.mark.parametrize(("zone", "summer", "winter"), CUTOFFS)
@pytest.mark.parametrize("number", [1, 15, 31])
def test_the_last_minute_follows_the_clock_of_the_zone(
    zone: str, summer: str, winter: str, number: int
) -> None:
    for day, wanted in ((dt.date(2026, 7, number), summer), (dt.date(2026, 1, number), winter)):
        minute = last_minute(day, zone)
        assert (minute.date(), minute.strftime("%H:%M")) == (day, wanted)
        utc = minute.astimezone(dt.timezone.utc)
        assert (utc.date(), utc.time()) == (day, dt.time(23, 59))


def test_east_of_utc_the_last_minute_is_on_the_next_day() -> None:
    minute = last_minute(dt.date(2026, 7, 15), "Asia/Kolkata")
    assert minute.isoformat() == "2026-07-16T05:29:00+05:30"


def test_the_last_minute_follows_the_change_of_clocks() -> None:
    assert last_minute(dt.date(2026, 3, 7), "America/Toronto").strftime("%H:%M") == "18:59"
    assert last_minute(dt.date(2026, 3, 8), "America/Toronto").strftime("%H:%M") == "19:59"


@pytest.mark.parametrize(
    ("day", "months", "wanted"),
    [
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2027-02-28", 6, "2027-08-28"),
        ("2028-02-29", 6, "2028-08-29"),
        ("2026-12-31", 6, "2027-06-30"),
    ],
)
def test_months_clamp_to_the_end_and_do_not_stick_to_it(day: str, months: int, wanted: str) -> None:
    assert add_months(dt.date.fromisoformat(day), months).isoformat() == wanted


def test_years_from_29_february_end_on_28_february_unless_leap() -> None:
    assert add_years(dt.date(2028, 2, 29), 5) == dt.date(2033, 2, 28)
    assert add_years(dt.date(2016, 2, 29), 4) == dt.date(2020, 2, 29)


def test_days_count_weekends_holidays_and_leap_days() -> None:
    assert add_days(dt.date(2027, 12, 15), 90) == dt.date(2028, 3, 14)
    assert add_days(dt.date(2026, 12, 15), 90) == dt.date(2027, 3, 15)


def test_the_last_minute_does_not_depend_on_where_the_machine_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("TZ", "Asia/Tokyo")
        time.tzset()
        minute = last_minute(dt.date(2026, 7, 15), "America/Toronto")
    time.tzset()
    assert minute.isoformat() == "2026-07-15T19:59:00-04:00"
