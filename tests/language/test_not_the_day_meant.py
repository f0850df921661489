"""Days that are told, and are not what they seem, one table for each kind; today is TODAY."""

from __future__ import annotations

import pytest

from language.dates import AmbiguousDate, IncompleteDate, find_dates, resolve
from language.retractions import is_of_another
from language.subjects import subject_of
from tests.language.judged import TODAY, roles_and_days

Expected = list[tuple[str | None, str]]

OF_AN_ANIMAL_OR_A_CAR: dict[str, Expected] = {
    "our cat's passport is valid until 4 march 2027": [("other", "2027-03-04")],
    "the registration for my van expires 4 march 2027": [("other", "2027-03-04")],
    "the truck's plates run out 4 march 2027": [("other", "2027-03-04")],
    "i came by car and my passport expires 4 march 2027": [("passport_expiry", "2027-03-04")],
    "the visitor record for my mother ends 4 march 2027": [("record_expiry", "2027-03-04")],
}
READ_SOMEWHERE: dict[str, Expected] = {
    "a forum says i can stay until 4 march 2027": [("other", "2027-03-04")],
    "according to google it's 4 march 2027": [("other", "2027-03-04")],
    "i saw on the website until 4 march 2027": [("other", "2027-03-04")],
    "my record says i can stay until 4 march 2027": [("record_expiry", "2027-03-04")],
    "i came 4 september, read your website": [("entry_date", "2026-09-04")],
}
BIDDEN_OR_PLANNED: dict[str, Expected] = {
    "cbsa sent an email saying come on 8 december": [("other", "2026-12-08")],
    "there is a notice that says to come to the office on 8 december": [("other", "2026-12-08")],
    "flying in from lima on 8 december, that's the plan": [("other", "2026-12-08")],
    "i come on 8 december": [("entry_date", "2026-12-08")],
}
A_NUMBER_AFTER: dict[str, Expected] = {
    "got the forms on 3 november but applied on 12": [(None, "2026-11-03")],
    "applied on 3 november and paid on 12": [("application_date", "2026-11-03")],
}
BY_JOURNEY: dict[str, Expected] = {
    "nothing in pen, we fly 19 dec 2026": [(None, "2026-12-19")],
}
WITH_ONE_OF_TWO: dict[str, Expected] = {
    "my Irish passport ends 4 march 2027, the Chilean 9 june 2031, came in on the Irish one": [
        ("passport_expiry", "2027-03-04"),
        ("other", "2031-06-09"),
    ],
    "Greek ends 4 march 2027, Turkish ends 9 june 2031, entered 2 may with my Turkish passport": [
        ("other", "2027-03-04"),
        ("passport_expiry", "2031-06-09"),
        ("entry_date", "2026-05-02"),
    ],
    "entered on 4 october with the Polish passport valid till 5 june 2027": [
        ("entry_date", "2026-10-04"),
        ("passport_expiry", "2027-06-05"),
    ],
    "I used my Irish passport to enter 4 october": [("entry_date", "2026-10-04")],
}
ONE_VISIT_THEN_ANOTHER: dict[str, Expected] = {
    "i was here from 8 to 21 april, then again since 6 july": [
        ("other", "2027-04-21"),
        ("entry_date", "2026-07-06"),
    ],
    "visited canada from 8 april to 21 april and then from 6 july": [
        ("other", "2027-04-08"),
        ("other", "2027-04-21"),
        ("entry_date", "2026-07-06"),
    ],
}

NEVER_SO: dict[str, Expected] = {
    "if i'd come 6 may i'd be out 6 november, but i came 4 october": [
        ("other", "2027-05-06"),
        ("other", "2026-11-06"),
        ("entry_date", "2026-10-04"),
    ],
    "if the officer had put 6 march fine, but she put nothing": [("other", "2027-03-06")],
}
ANOTHERS_OR_ANOTHER_TIME: dict[str, Expected] = {
    "the officer gave my cousin until 6 january, me nothing. came 4 october": [
        ("other", "2027-01-06"),
        ("entry_date", "2026-10-04"),
    ],
    "the officer gave my cousin until 6 january, she came 4 october": [
        ("stamp_date", "2027-01-06"),
        ("entry_date", "2026-10-04"),
    ],
    "last trip the officer wrote 6 march, this trip nothing": [("other", "2027-03-06")],
    "the last time i came the officer wrote 6 march": [("stamp_date", "2027-03-06")],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *NEVER_SO.items(),
        *ANOTHERS_OR_ANOTHER_TIME.items(),
        *OF_AN_ANIMAL_OR_A_CAR.items(),
        *READ_SOMEWHERE.items(),
        *BIDDEN_OR_PLANNED.items(),
        *A_NUMBER_AFTER.items(),
        *BY_JOURNEY.items(),
        *WITH_ONE_OF_TWO.items(),
        *ONE_VISIT_THEN_ANOTHER.items(),
    ],
)
def test_no_other_day_is_taken(text: str, expected: Expected) -> None:
    assert roles_and_days(text) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I came 7 April, my brother 14 December", "2026-12-14"),
        ("I came 7 June, my brother 14 June", "2026-06-14"),
        ("stamp 26 AUG 13", "2026-08-13"),
        ("stamp 13 AUG 26", "2026-08-13"),
    ],
)
def test_the_year_that_is_meant(text: str, day: str) -> None:
    found = resolve(find_dates(text)[-1], TODAY)
    assert str(getattr(found, "date", found)) == day


def test_an_old_year_of_a_passport_is_asked_about() -> None:
    assert isinstance(resolve(find_dates("passport 26 AUG 13")[0], TODAY), AmbiguousDate)


@pytest.mark.parametrize("text", ["7 weeks ago on a monday we came", "i came 2 weeks ago, friday"])
def test_a_weekday_of_weeks_ago_is_not_the_last_one(text: str) -> None:
    (date,) = find_dates(text)
    assert isinstance(resolve(date, TODAY), IncompleteDate)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("my cousin's refusal letter is dated 6 november", "cousin"),
        ("my cousin was refused 6 november", "cousin"),
        ("my cousin's application went in 6 november", "cousin"),
    ],
)
def test_whose_decision_it_is(text: str, who: str) -> None:
    subject = subject_of(text)
    assert subject is not None and subject.key == who


@pytest.mark.parametrize(
    "text", ["I was refused 6 november", "my cousin told me i was refused 6 november"]
)
def test_ones_own_decision(text: str) -> None:
    subject = subject_of(text)
    assert subject is None or subject.key == "self"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sorry, that was from my previous visit", True),
        ("i meant my cousin's passport", True),
        ("sorry, that was from the officer", False),
        ("i meant my passport", False),
    ],
)
def test_of_another_stay_or_person(text: str, said: bool) -> None:
    assert is_of_another(text) is said
