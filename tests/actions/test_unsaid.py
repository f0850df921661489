"""Facts told before that a message takes back, with no other day in their place."""

from __future__ import annotations

from typing import Any

import pytest

from actions.parties import facts_of_parties
from language.dates import DateRole, ExactDate, find_dates, resolve
from language.granted_period import period_granted
from language.mix_ups import mine_and_theirs
from language.people import denies_nationality
from tests.actions.test_told_otherwise import TODAY, heard
from tests.language.judged import facts_told

APPLIED = {"record_expiry": "2026-11-29", "extension_applied_on": "2026-11-02"}


@pytest.mark.parametrize(
    "text",
    [
        "sorry, I haven't applied yet, I will do it on Monday",
        "no wait it was not submitted, the payment bounced",
        "actually I only started the form",
        "hmm I never sent it",
        "my mistake, the application is still a draft",
        "sorry I'm going to apply 26 November",
        "oops it was my husband who applied",
        "but the card was declined and it didn't go through",
    ],
)
def test_an_application_never_sent_is_taken_back(text: str) -> None:
    assert heard(text, APPLIED, "extension_applied_on").new["extension_applied_on"] is None


@pytest.mark.parametrize(
    "text",
    [
        "I have not sent the photos they asked for",
        "what if it was not submitted",
        "they have not answered yet",
        "I did not apply for restoration",
        "I just sent the missing page",
        "sorry, I have not sent them my passport",
        "did it not go through?",
    ],
)
def test_what_was_sent_stays_sent(text: str) -> None:
    assert "extension_applied_on" not in heard(text, APPLIED, "extension_applied_on").new


@pytest.mark.parametrize(
    ("text", "known", "last", "new"),
    [
        (
            "sorry, my visa ended 1 November",
            {"record_expiry": "2026-11-01"},
            "record_expiry",
            {"record_expiry": None, "visa_expiry": "2026-11-01"},
        ),
        (
            "I meant my passport expires 30 December",
            {"record_expiry": "2026-12-30"},
            "record_expiry",
            {"record_expiry": None, "passport_expiry": "2026-12-30"},
        ),
        (
            "oops, that is the expiry date of my visa",
            {"record_expiry": "2026-12-30"},
            "record_expiry",
            {"record_expiry": None, "visa_expiry": "2026-12-30"},
        ),
        (
            "no sorry that's my flight",
            {"stamp_date": "2026-12-30", "officer_wrote_date": True},
            "stamp_date",
            {"stamp_date": None, "officer_wrote_date": False},
        ),
        (
            "sorry that was the date of my interview",
            {"entry_date": "2026-05-30"},
            "entry_date",
            {"entry_date": None},
        ),
    ],
)
def test_a_day_is_of_another_paper(
    text: str, known: dict[str, Any], last: str, new: dict[str, Any]
) -> None:
    told = heard(text, known, last).new
    assert {fact: told.get(fact, "untold") for fact in new} == new


@pytest.mark.parametrize(
    "text",
    ["oh wait the passport also ends 30 December", "my passport ends 30 December", "that's it"],
)
def test_two_papers_may_end_on_one_day(text: str) -> None:
    told = heard(text, {"record_expiry": "2026-12-30"}, "record_expiry").new
    assert told.get("record_expiry", "2026-12-30") == "2026-12-30"


SUPER = {"entry_date": "2025-03-03", "super_visa": True}


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("sorry, I asked and it is a normal visitor visa", False),
        ("no it's just a regular TRV", False),
        ("I asked, it is an ordinary tourist visa", False),
        ("my mistake, not a super visa", False),
        ("is it better than a normal visa?", True),
        ("what if it was a normal visa", True),
        ("no normal visa", True),
    ],
)
def test_a_super_visa_that_is_none(text: str, stays: bool) -> None:
    assert heard(text, SUPER, "entry_date").new.get("super_visa", True) is stays


def test_who_is_no_american_is_none() -> None:
    known = {"entry_date": "2026-07-04", "nationality": "US"}
    assert heard("sorry I'm not American, I have a green card", known).new["nationality"] is None
    assert "nationality" not in heard("I am not american", {}).new
    assert heard("I am american", {}).new["nationality"] == "US"
    assert denies_nationality("my wife is not really French") == "FR"
    assert denies_nationality("not sure, I am French") is None


def test_a_day_an_officer_only_said_stays() -> None:
    known = {"stamp_date": "2027-01-10", "officer_wrote_date": True}
    told = heard("he didn't write a date, he only said it", known, "stamp_date").new
    assert told.get("stamp_date", "2027-01-10") == "2027-01-10"
    assert heard("he didn't write a date", known, "stamp_date").new["stamp_date"] is None


def test_a_refusal_of_something_else_is_taken_back() -> None:
    known = {"extension_decision": "refused", "extension_decided_on": "2026-11-10"}
    said = "sorry my study permit was refused, not the extension"
    new = heard(said, known, "extension_decided_on").new
    assert new["extension_decision"] is None
    assert new["extension_decided_on"] is None
    kept = heard("and my study permit?", known, "extension_decided_on").new
    assert "extension_decided_on" not in kept


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("the officer told me 2 months only", 2),
        ("customs said I can stay for 3 months", 3),
        ("border officer said 4 months", 4),
        ("the officer told me 2 months ago to hurry", None),
        ("CBSA said processing takes 3 months", None),
        ("my travel agent said 3 months", None),
        ("they said 3 months", None),
        ("let in on 29 august for 3 months only", 3),
        ("I was admitted for 3 months", 3),
        ("she was let in by my mother for 3 months", None),
        ("the officer said I have 3 months to send papers", None),
        ("the officer told me 6 months", None),
    ],
)
def test_a_period_an_officer_says(text: str, days: int | None) -> None:
    period = period_granted(text, answers=False)
    assert (period.months if period else None) == days


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("my travel agent said until 20 december, I came 3 june", ["entry 2026-06-03"]),
        ("airline agent wrote 20 december on my ticket, came 3 june", ["entry 2026-06-03"]),
        ("the insurance agent gave me a paper with 20 december", []),
        ("border agent said until 20 december", ["stamp 2026-12-20"]),
        ("canada day lol so when last day", ["entry 2026-07-01"]),
        ("1 december is my last day", ["record 2026-12-01"]),
        # What ends is some other thing, named before it.
        ("her treatment finishes 25 december", []),
        ("the world cup ended 19 july", []),
        ("our son started school 8 september and finish 25 june", []),
        ("our legal stay ends 25 december", ["record 2026-12-25"]),
        ("my six months finish 25 december", ["record 2026-12-25"]),
        # The year said once, before.
        ("i am here since last year, came 5 july", ["entry 2026-07-05"]),
        # In the only tense one has.
        ("on 8 november i submit extension", ["applied 2026-11-08"]),
        ("i submit extension on 8 december", ["applied 2026-12-08"]),
        ("i left 5 november and come back 17 november", ["entry 2026-11-17"]),
        ("i leave 5 december and come back 17 december", []),
        ("i booked biometrics for 2 december", []),
        ("our baby was born here on 3 september, we came 4 june", ["entry 2026-06-04"]),
    ],
)
def test_whose_word_a_day_is(text: str, facts: list[str]) -> None:
    assert facts_told(text) == facts


@pytest.mark.parametrize(
    "text",
    [
        "sorry I looked at my wife's passport, mine says 21 august",
        "oh I gave you the date of my wife, mine was 21 august",
        "I was reading my husbands stamp, mine is 21 august",
    ],
)
def test_a_day_read_in_another_passport_is_of_entry(text: str) -> None:
    told = heard(text, {"entry_date": "2026-08-12"}, "entry_date").new
    assert told["entry_date"] == "2026-08-21"
    assert "passport_expiry" not in told


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("last year on 22 november i left canada", ["2025-11-22"]),
        ("i came 4 may last year and left 3 june", ["2025-05-04", "2025-06-03"]),
        ("i left last year 22 november", ["2025-11-22"]),
        ("last year was hard. i left 5 july", ["2026-07-05"]),
        ("last year i married and i left 5 july", ["2026-07-05"]),
    ],
)
def test_a_year_said_once_before(text: str, days: list[str]) -> None:
    found = [resolve(said, TODAY) for said in find_dates(text)]
    assert [one.date.isoformat() for one in found if isinstance(one, ExactDate)] == days


def test_biometrics_booked_are_not_given() -> None:
    booked = find_dates("i booked biometrics for 2 december")
    given = find_dates("biometrics given 2 december 2024")
    assert [one.role for one in (*booked, *given)] == [DateRole.OTHER, DateRole.BIOMETRICS_DATE]


def test_who_came_before_anyone_is_named_tells_it() -> None:
    told = facts_of_parties("came 10 june, my boyfriend came 10 july", TODAY)
    assert {name: one["entry_date"] for name, one in told.items()} == {
        "self": "2026-06-10",
        "boyfriend": "2026-07-10",
    }
    assert facts_of_parties("my boyfriend came 10 july and left 4 august", TODAY) == {}


def test_a_passport_read_in_another_one_is_of_the_passport() -> None:
    said = mine_and_theirs("I looked at my wife's passport, mine expires 21 august")
    assert said is not None
    assert said[0].role is not None
