"""Dates as said, and the days they mean."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.dates import (
    AmbiguousDate,
    DateForm,
    DateRole,
    ExactDate,
    ImpossibleDate,
    IncompleteDate,
    SaidDate,
    Tense,
    find_dates,
    resolve,
    role_on,
)

TODAY = dt.date(2026, 11, 22)  # a Sunday


def day(iso: str) -> dt.date:
    return dt.date.fromisoformat(iso)


def only(text: str) -> SaidDate:
    (date,) = find_dates(text)
    return date


SHAPES = {
    "15 January 2026": "2026-01-15",
    "15th of january, 2026": "2026-01-15",
    "Jan 15th, 2026": "2026-01-15",
    "15-jan-26": "2026-01-15",
    "15JAN2026": "2026-01-15",
    "2026-01-15": "2026-01-15",
    "2026/01/15": "2026-01-15",
    "2026-JAN-15": "2026-01-15",
    "20260115": "2026-01-15",
    "15.01.2026": "2026-01-15",
    "01/15/2026": "2026-01-15",
    "15/1/26": "2026-01-15",
    "07/07/2026": "2026-07-07",
    "12 JL 26": "2026-07-12",
    "05 MA 26": "2026-05-05",
    "2026 MR 19": "2026-03-19",
    "04 fe 27": "2027-02-04",
    "first of june 2026": "2026-06-01",
    "June the 3rd 2026": "2026-06-03",
    "15 januray 2026": "2026-01-15",
    "febuary 3 2026": "2026-02-03",
    "4 agust 2026": "2026-08-04",
    "1 decemeber 2026": "2026-12-01",
    "sept. 9th 2026": "2026-09-09",
    "friday 20 nov 2026": "2026-11-20",
    "dec 14 last year": "2025-12-14",
    "thirty-first of august 2026": "2026-08-31",
    "august twenty second 2026": "2026-08-22",
    "the twentyfourth of june 2026": "2026-06-24",
    "june the ninth, 2026": "2026-06-09",
    "17JUL2026": "2026-07-17",
    "9august2026": "2026-08-09",
    "23 08 2026": "2026-08-23",
    "3 août 2026": "2026-08-03",
    "1er février 2026": "2026-02-01",
    "14 juillet 2026": "2026-07-14",
    "6 de enero de 2027": "2027-01-06",
    "19 septiembre 2026": "2026-09-19",
    "halloween 2026": "2026-10-31",
    "remembrance day 2025": "2025-11-11",
    "St. Patrick's Day 2026": "2026-03-17",
    "labour day 2026": "2026-09-07",
    "victoria day last year": "2025-05-19",
    "memorial day 2026": "2026-05-25",
    "good friday 2026": "2026-04-03",
    "canadian thanksgiving 2026": "2026-10-12",
    "american thanksgiving 2025": "2025-11-27",
    "half a year ago": "2026-05-22",
    "six months ago today": "2026-05-22",
    "5 mos ago": "2026-06-22",
    "end of year": "2026-12-31",
    "a fortnight ago": "2026-11-08",
    "two fortnights from now": "2026-12-20",
    "in two weeks' time": "2026-12-06",
    "yesterday evening": "2026-11-21",
    "1 may 69": "2069-05-01",
    "1 may 70": "1970-05-01",
    "5 may 1890": "1890-05-05",
    "5 may 2190": "2190-05-05",
    "may 5, 1890": "1890-05-05",
    "05/13/2190": "2190-05-13",
    "today": "2026-11-22",
    "this morning": "2026-11-22",
    "yesterday": "2026-11-21",
    "3 days ago": "2026-11-19",
    "two weeks ago": "2026-11-08",
    "5 months ago": "2026-06-22",
    "in 4 months": "2027-03-22",
    "a year from now": "2027-11-22",
    "last tuesday": "2026-11-17",
    "next friday": "2026-11-27",
    "last sunday": "2026-11-15",
    "next sunday": "2026-11-29",
    "end of the month": "2026-11-30",
    "end of next month": "2026-12-31",
    "the 5th of next month": "2026-12-05",
    "end of feb 2028": "2028-02-29",
    "end of the year": "2026-12-31",
}


@pytest.mark.parametrize(("text", "iso"), SHAPES.items())
def test_shape_means_one_day(text: str, iso: str) -> None:
    assert resolve(only(text), TODAY) == ExactDate(day(iso))


@pytest.mark.parametrize(
    "text",
    [
        "6 months",
        "90 days",
        "I may stay, or may not",
        "may 5 people come",
        "we march on",
        "form IMM 5708",
        "R183(2) and 183.2",
        "it costs $100, or 246.25",
        "call 604 555 1212",
        "open 24/7 from 10:30",
        "at 1/2 price",
        "visa at 1/2 price",
        "landed with 2/3 of my things",
        "the 5th time",
        "my son is 12 years old",
        "2 people",
        "match 15",
        "remember 15",
        "10 no 20",
        "happy new year",
        "merry christmas",
        "chinese new year's day",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == ()


@pytest.mark.parametrize(
    ("text", "earlier", "later"),
    [
        ("03/04/2026", "2026-03-04", "2026-04-03"),
        ("3-4-26", "2026-03-04", "2026-04-03"),
        ("entered 12.11.2026", "2026-11-12", "2026-12-11"),
        ("expires 01/12/2027", "2027-01-12", "2027-12-01"),
    ],
)
def test_two_readings_are_both_kept(text: str, earlier: str, later: str) -> None:
    """Also where only one of them can be true: it is asked about, never guessed."""
    assert resolve(only(text), TODAY) == AmbiguousDate((day(earlier), day(later)))


def test_two_readings_without_a_year_each_take_their_own() -> None:
    assert resolve(only("I entered on 10/12"), TODAY) == AmbiguousDate(
        (day("2025-12-10"), day("2026-10-12"))
    )


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("the date is 02/10/2026, day first", "2026-10-02"),
        ("02/10/2026 (i write dd/mm)", "2026-10-02"),
        ("02/10/2026, american format", "2026-02-10"),
    ],
)
def test_stated_order_settles_the_readings(text: str, iso: str) -> None:
    assert resolve(only(text), TODAY) == ExactDate(day(iso))


@pytest.mark.parametrize(
    "text",
    [
        "30 February 2026",
        "30 feb",
        "31/02/2026",
        "02/30/2026",
        "13/13/2026",
        "31 april",
        "29 Feb 2026",
        "45 june 2026",
        "2026-02-29",
        "0 may 2026",
    ],
)
def test_impossible_days_are_reported_not_shifted(text: str) -> None:
    assert resolve(only(text), TODAY) == ImpossibleDate(text)


def test_29_february_is_judged_in_the_year_meant() -> None:
    said = only("entered 29 feb")
    assert resolve(said, dt.date(2024, 3, 1)) == ExactDate(dt.date(2024, 2, 29), True)
    assert resolve(said, dt.date(2026, 3, 1)) == ImpossibleDate("29 feb")


def test_days_earlier_are_counted_from_something_else() -> None:
    assert find_dates("a warning 30 days earlier") == ()
    assert find_dates("landed 3 weeks earlier") == ()


@pytest.mark.parametrize(
    "text",
    [
        *("march", "in may", "feb 2026", "08/2031", "the 5th", "on 5th", "about 5 months ago"),
        # The "3 weeks ago" in these is no day.
        *("2 or 3 weeks ago", "2-3 weeks ago", "a month and 3 days ago", "3 weeks ago or so"),
        *("entered over 2 months ago", "half a month ago"),
        # A day near a day, or counted from one, is not that day.
        *("entered around june 5", "applied about 5 june", "june 5ish", "arrived ~5 june"),
        *("entered two days before 5 june", "the day after christmas", "a week from friday"),
        *("came for christmas", "arrived at easter", "came labour day weekend", "thanksgiving"),
        *("expires friday week", "came maybe 3 months ago"),
        # What ends at a month's end does so on its last day; what happened then, did some day.
        *("entered end of march", "applied at the end of this month", "came at the end of 2025"),
    ],
)
def test_missing_part_is_incomplete(text: str) -> None:
    assert isinstance(resolve(only(text), TODAY), IncompleteDate)


YEARS = [
    # today itself is past for what happened and not yet over for what ends
    ("entered 22 nov", "2026-11-22"),
    ("entered 23 nov", "2025-11-23"),
    ("will arrive 23 nov", "2026-11-23"),
    ("will arrive 21 nov", "2027-11-21"),
    ("my status ends 22 nov", "2026-11-22"),
    ("my status ended 21 nov", "2026-11-21"),
    ("my status ended 23 nov", "2025-11-23"),
    ("my stay was until 10 august", "2026-08-10"),
    ("applied 30 dec", "2025-12-30"),
    ("refused 30 dec", "2025-12-30"),
    ("biometrics 30 dec", "2025-12-30"),
    ("passport expires 3 march", "2027-03-03"),
    ("the officer wrote 3 march", "2027-03-03"),
    ("visa expires 3 march", "2027-03-03"),
    ("3 march", "2027-03-03"),
    ("3 august", "2026-08-03"),
    ("status ends new year's eve", "2026-12-31"),
    ("entered on New Year's Day", "2026-01-01"),
    ("entered christmas day", "2025-12-25"),
    ("entered christmas eve", "2025-12-24"),
    ("visa expires boxing day", "2026-12-26"),
    ("entered valentine's day", "2026-02-14"),
    ("status ends end of march", "2027-03-31"),
    ("entered friday 20 nov", "2026-11-20"),
    ("entered labour day", "2026-09-07"),
    ("entered boxing day", "2025-12-26"),
    ("entered us thanksgiving", "2025-11-27"),
    ("visa expires us thanksgiving", "2026-11-26"),
    ("visa expires victoria day", "2027-05-24"),
    ("easter monday", "2027-03-29"),
]


@pytest.mark.parametrize(("text", "iso"), YEARS)
def test_missing_year(text: str, iso: str) -> None:
    assert resolve(only(text), TODAY) == ExactDate(day(iso), year_assumed=True)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("my status ends 21 nov", ("2026-11-21", "2027-11-21")),
        ("my visitor record expires 25 july", ("2026-07-25", "2027-07-25")),
        ("my visitor record expires 24 july", ("2027-07-24",)),
        ("my visitor record expires 22 nov", ("2026-11-22",)),
        ("the officer wrote 21 nov", ("2026-11-21",)),
        ("the officer wrote 22 nov", ("2026-11-22",)),
        ("my passport expires 21 nov", ("2027-11-21",)),
    ],
)
def test_an_end_of_stay_just_passed(text: str, days: tuple[str, ...]) -> None:
    """A record's may be over or to come, an officer's is over, a passport is told in time."""
    found = resolve(only(text), TODAY)
    assert found == (
        ExactDate(day(days[0]), True) if len(days) == 1 else AmbiguousDate(tuple(map(day, days)))
    )


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("the stamp says 23 nov", DateRole.STAMP_DATE),
        ("the stamp says 22 nov", None),
        ("the stamp says 21 nov", None),
        ("entered 21 nov", DateRole.ENTRY_DATE),
    ],
)
def test_a_stamp_shows_no_entry_to_come(text: str, role: DateRole | None) -> None:
    assert role_on(only(text), TODAY) is role


@pytest.mark.parametrize(
    "text",
    [
        "my passport has 2 months left on it",
        "there are only two months left on my passport",
        "pp has 3 weeks remaining",
    ],
)
def test_time_left_on_a_passport_names_no_day(text: str) -> None:
    said = only(text)
    assert said.role is DateRole.PASSPORT_EXPIRY
    assert isinstance(resolve(said, TODAY), IncompleteDate)


@pytest.mark.parametrize(
    "text", ["i have 2 months left", "two months left of my stay, and no news since"]
)
def test_time_left_of_a_stay_is_no_date(text: str) -> None:
    assert find_dates(text) == ()


def test_role_given_overrides_role_found() -> None:
    said = only("3 march")
    assert resolve(said, TODAY, DateRole.ENTRY_DATE) == ExactDate(day("2026-03-03"), True)


@pytest.mark.parametrize(
    ("text", "iso"),
    [("entered on monday", "2026-11-16"), ("my status ends monday", "2026-11-23")],
)
def test_bare_weekday_follows_the_role(text: str, iso: str) -> None:
    assert resolve(only(text), TODAY) == ExactDate(day(iso))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("arrived monday the 2nd", "2026-11-02"),
        ("my status ends thursday the 31st", "2026-12-31"),
        ("monday the 30th", "2026-11-30"),
    ],
)
def test_a_weekday_and_its_number_fix_the_month(text: str, iso: str) -> None:
    assert resolve(only(text), TODAY) == ExactDate(day(iso), year_assumed=True)


@pytest.mark.parametrize("text", ["arrived tuesday the 14th", "wednesday the 30th"])
def test_a_weekday_and_its_number_of_no_or_of_two_months(text: str) -> None:
    assert isinstance(resolve(only(text), TODAY), IncompleteDate)


def test_months_back_stop_at_the_months_end() -> None:
    assert resolve(only("6 months ago"), dt.date(2026, 8, 31)) == ExactDate(dt.date(2026, 2, 28))


def test_beyond_the_calendar_is_impossible() -> None:
    assert resolve(only("9999 years ago"), TODAY) == ImpossibleDate("9999 years ago")


@pytest.mark.parametrize(
    ("text", "roles", "last"),
    [
        ("entered 5 march, no wait, the 6th", ["other", "entry_date"], "2026-03-06"),
        ("landed march 9 sorry i mean april 9", ["other", "entry_date"], "2026-04-09"),
        ("came 7 july 2025. typo, 2026", ["other", "entry_date"], "2026-07-07"),
        ("came 7 july 2025 no 2026", ["other", "entry_date"], "2026-07-07"),
        ("not 3 june but 5 june 2026", ["other", None], "2026-06-05"),
        ("applied 2 oct, actually 3 oct", ["other", "application_date"], "2026-10-03"),
    ],
)
def test_retraction(text: str, roles: list[str | None], last: str) -> None:
    dates = find_dates(text)
    assert [date.role for date in dates] == roles
    resolved = resolve(dates[-1], TODAY)
    assert isinstance(resolved, ExactDate)
    assert resolved.date == day(last)


def test_later_day_alone_is_of_the_same_month() -> None:
    first, second = find_dates("biometrics on 3 may, approved on the 28th")
    assert resolve(second, TODAY) == ExactDate(day("2026-05-28"), True)
    assert (first.role, second.role) == (DateRole.BIOMETRICS_DATE, DateRole.DECISION_DATE)


def test_earlier_day_alone_stays_incomplete() -> None:
    assert isinstance(
        resolve(find_dates("biometrics on 28 may, approved on the 3rd")[1], TODAY), IncompleteDate
    )


def test_earlier_day_is_of_that_month_where_said() -> None:
    _, second = find_dates("permit ended 28 may, i applied on the 3rd of that month")
    assert resolve(second, TODAY) == ExactDate(day("2026-05-03"), True)


def test_year_said_once_holds_for_a_range() -> None:
    first, second = find_dates("from 20 december to 5 january 2026")
    assert resolve(first, TODAY) == ExactDate(day("2025-12-20"))
    assert resolve(second, TODAY) == ExactDate(day("2026-01-05"))


ALTERNATIVES = [
    ("I entered on 5 March 2026 or 5 April 2026", "entry_date", ["2026-03-05", "2026-04-05"]),
    ("entered 5 march? or maybe it was 6 march", "entry_date", ["2026-03-05", "2026-03-06"]),
    ("not sure if i came 5 or 6 june", "entry_date", ["2026-06-05", "2026-06-06"]),
    ("entered 5 march or 5 april, when must I leave", "entry_date", ["2026-03-05", "2026-04-05"]),
    ("came in june 5th or 6th 2026", "entry_date", ["2026-06-05", "2026-06-06"]),
    ("either 6th or 7th of october we crossed", "entry_date", ["2026-10-06", "2026-10-07"]),
    ("landed june 5-6", "entry_date", ["2026-06-05", "2026-06-06"]),
    ("landed the night of 5 to 6 june", "entry_date", ["2026-06-05", "2026-06-06"]),
    ("came 5, 6 or 7 june", "entry_date", ["2026-06-05", "2026-06-06", "2026-06-07"]),
    ("between 8 and 9 october i arrived", "entry_date", ["2026-10-08", "2026-10-09"]),
    ("arrived 5 march or april 2026", "entry_date", ["2026-03-05", "2026-04-05"]),
    ("arrived march or april 5th", "entry_date", ["2026-03-05", "2026-04-05"]),
    ("entered 5 dec or 5 jan 2026", "entry_date", ["2025-12-05", "2026-01-05"]),
    ("entered 5 march 2026 and 5 april 2026", "entry_date", ["2026-03-05", "2026-04-05"]),
    ("i arrive 2 dec or 3 dec", "entry_date", ["2026-12-02", "2026-12-03"]),
    ("left 4 oct or maybe 5 oct", "left_canada_on", ["2026-10-04", "2026-10-05"]),
    ("the officer wrote 1 or 7 december 2026", "stamp_date", ["2026-12-01", "2026-12-07"]),
    ("passport exp 5 june / 5 july 2027", "passport_expiry", ["2027-06-05", "2027-07-05"]),
    ("visitor record expiry 2 or 3 feb 2027?", "record_expiry", ["2027-02-02", "2027-02-03"]),
    ("i applied on 2 or 3 november", "application_date", ["2026-11-02", "2026-11-03"]),
    ("5 march or 6 march", None, ["2027-03-05", "2027-03-06"]),
    (
        "entered 03/04/2026 or 6 april 2026",
        "entry_date",
        ["2026-03-04", "2026-04-03", "2026-04-06"],
    ),
]


@pytest.mark.parametrize(("text", "role", "days"), ALTERNATIVES)
def test_alternatives_are_one_doubtful_date(text: str, role: str | None, days: list[str]) -> None:
    said = only(text)
    assert (said.form, said.role) == (DateForm.EITHER, role)
    assert resolve(said, TODAY) == AmbiguousDate(tuple(day(iso) for iso in days))


def test_one_day_said_twice_is_that_day() -> None:
    assert resolve(only("entered yesterday, 21 november"), TODAY) == ExactDate(
        day("2026-11-21"), year_assumed=True
    )


def test_weekday_beside_a_day_adds_nothing() -> None:
    first, second = find_dates("entered 5 march, friday")
    assert (first.role, second.role) == (DateRole.ENTRY_DATE, DateRole.OTHER)


def test_alternative_that_is_no_day_is_asked_about_first() -> None:
    assert resolve(only("entered 30 feb or 2 march"), TODAY) == ImpossibleDate("30 feb or 2 march")


def test_dates_of_two_roles_are_no_alternatives() -> None:
    assert [date.form for date in find_dates("entered 5 march or left 6 march")] == [
        DateForm.CALENDAR,
        DateForm.CALENDAR,
    ]


def test_json_carries_all_that_resolving_needs() -> None:
    for text in [
        *SHAPES,
        *(text for text, _ in YEARS),
        *(text for text, _, _ in ALTERNATIVES),
        "03/04",
        "the 5th",
    ]:
        for said in find_dates(text):
            data = json.loads(json.dumps(said.to_json()))
            assert SaidDate.from_json(data) == said


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"text": "x"},
        {"nonsense": 1},
        {"text": "x", "start": 0, "end": 1, "form": "either"},
        {"text": "x", "start": 0, "end": 1, "form": "feast", "feast": "no such day"},
        {"text": "x", "start": 0, "end": 1, "form": "either", "alternatives": ["x"]},
        {"text": "x", "start": 0, "end": 1, "form": "weekday", "alternatives": 3},
    ],
)
def test_other_json_is_refused(data: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError)):
        SaidDate.from_json(data)


def test_field_of_wrong_type_is_refused() -> None:
    with pytest.raises(TypeError):
        SaidDate.from_json({**only("3 may").to_json(), "month": "5"})


@given(st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    for said in find_dates(text):
        assert 0 <= said.start < said.end <= len(text)
        assert text[said.start : said.end] == said.text
        resolve(said, TODAY)


_PIECES = st.sampled_from(
    [
        "entered",
        "left",
        "until",
        "expires",
        "stamp",
        "no",
        "wait",
        "or",
        "not",
        "my",
        "sister",
        "the",
        "of",
        "in",
        "ago",
        "3",
        "31",
        "5th",
        "2026",
        "26",
        "0",
        "13",
        "/",
        "-",
        ".",
        ",",
        "?",
        "march",
        "may",
        "feb",
        "sept",
        "JL",
        "last",
        "next",
        "friday",
        "month",
        "days",
        "officer",
        "wrote",
        "passport",
        "visa",
        "status",
        "is",
        "was",
    ]
)


@given(st.lists(_PIECES, max_size=14), st.dates(dt.date(1900, 1, 1), dt.date(2200, 1, 1)))
def test_any_mixture_is_read_in_order_without_overlap(pieces: list[str], today: dt.date) -> None:
    text = " ".join(pieces)
    end = 0
    for said in find_dates(text):
        assert end <= said.start
        end = said.end
        assert text[said.start : end] == said.text
        assert SaidDate.from_json(said.to_json()) == said
        resolve(said, today)


@given(st.dates(dt.date(2000, 1, 1), dt.date(2069, 12, 31)))
def test_unambiguous_writing_is_read_back(date: dt.date) -> None:
    for text in (f"{date:%d %B %Y}", f"{date:%B} {date.day}, {date.year}", date.isoformat()):
        assert resolve(only(text), TODAY) == ExactDate(date)


def test_forms_and_tenses_are_plain_words() -> None:
    assert {form.value for form in DateForm} >= {"calendar", "numeric", "incomplete"}
    assert only("my status ended 3 may").tense is Tense.PAST


def test_there_and_back_is_no_day_ago() -> None:
    assert [date.text for date in find_dates("here since 6 june, walked over and back")] == [
        "6 june"
    ]
    assert [date.text for date in find_dates("came 20d ago")] == ["20d ago"]
