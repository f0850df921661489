"""What is said in other words: how one writes, whose day it was, what is only asked about."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from actions.filing import filing_supposed, return_supposed
from actions.hearing import Hearing
from actions.last_date import LastDate
from actions.mixed_up import is_mixed_up, not_mixed_up
from actions.people import people_of
from actions.reconciling import reconciled
from language.dates import DateRole, ExactDate, find_dates, resolve
from language.decisions import find_decisions, supposes_return
from language.filings import asks_when_to_file, filing_asked, is_of_extending
from language.mix_ups import mine_and_theirs
from language.named_days import Talk
from language.number_order import tells_how_one_writes
from language.reasons import asks_how_counted, names_a_day
from tests.actions.test_reading import entities

TODAY = dt.date(2026, 11, 22)
STAY = {"entry_date": "2026-07-21", "officer_wrote_date": False}
WAITING = {**STAY, "extension_applied_on": "2026-11-03"}


def new(text: str, known: dict[str, Any]) -> dict[str, Any]:
    people = people_of(text, None, known, {})
    last = LastDate.from_slot("entry_date")
    heard = Hearing(text, "inform", TODAY, people, None, last, Talk(), False)
    return dict(heard.heard(entities(text)).new)


@pytest.mark.parametrize(
    "text",
    [
        "6 July, we write the day first",
        "6 July, at home the day is written first",
        "it is 6 July, that is how I type dates",
        "6 July, dates here are written day first",
        "6 July, sorry, written the European way",
        "6 July, because we put day then month",
    ],
)
def test_how_one_writes_is_no_officers_writing(text: str) -> None:
    assert tells_how_one_writes(text)
    assert [date.role for date in find_dates(text)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "the officer wrote 6 December, we write the day first",
        "6 December is what he put, I wrote it down",
        "my stamp has 6 December written by hand, day first",
        "they wrote 6 December, the day is written first",
    ],
)
def test_what_an_officer_wrote_stays_theirs(text: str) -> None:
    assert not tells_how_one_writes(text)
    assert [date.role for date in find_dates(text)] == [DateRole.STAMP_DATE]


def test_a_papers_end_reconciles_no_other_fact() -> None:
    known = {"entry_date": "2026-07-06", "stamp_date": "2026-07-06", "officer_wrote_date": True}
    assert reconciled("my passport ends 2 January 2027", known, TODAY) == {}
    assert reconciled("sorry, it says 2 January 2027", known, TODAY) == {"stamp_date": "2027-01-02"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("how much time do I have, entry 17 June, no stamp", "2026-06-17"),
        ("when must we be out: entry 17 June", "2026-06-17"),
        ("which day should I leave by, arrival 17 June", "2026-06-17"),
        ("how long can I stay with entry 17 June, no stamp", "2026-06-17"),
        ("how much time do I get, planned entry 17 June", "2027-06-17"),
        ("how much time do I have if I enter 17 June", "2027-06-17"),
        ("how long will I have, entry 17 June", "2027-06-17"),
        ("when must I come, entry 17 June", "2027-06-17"),
    ],
)
def test_an_entry_beside_a_question_of_the_time_left(text: str, day: str) -> None:
    (date,) = find_dates(text)
    found = resolve(date, TODAY)
    assert isinstance(found, ExactDate)
    assert (date.role, found.date.isoformat()) == (DateRole.ENTRY_DATE, day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("so would filing on 22 January be all right?", "2027-01-22"),
        ("is an application on the 22nd of January too late", "2027-01-22"),
        ("is January 22 too late to apply?", "2027-01-22"),
        ("can I still send it on 22 January 2027?", "2027-01-22"),
        ("is submitting it on 21 January enough?", None),  # in time, and taken for no fact
        ("I applied on 22 January, is that ok?", None),
        ("can I apply when my visa ends on 22 January?", None),
        ("could they extend it until 22 January?", None),
        ("may I file for restoration on 22 January?", None),
        ("can I send it and fly home on 22 January?", None),
    ],
)
def test_a_day_of_filing_asked_about(text: str, day: str | None) -> None:
    expected = {"extension_applied_on": day} if day else {}
    assert filing_supposed(text, STAY, TODAY) == expected
    assert filing_supposed(text, WAITING, TODAY) == {}
    if day is None and "enough" not in text:
        assert filing_asked(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("no wait, I came in on 30 July, the 21st was my uncle", "2026-07-30"),
        ("the 21st is when my brother crossed. I crossed on the 30th", "2026-07-30"),
        ("I gave you my wife's date, mine is 30 July", "2026-07-30"),
        ("30 July for me, the 21st for my daughter", "2026-07-30"),
        ("not the 21st, that was my cousin. I entered the 30th", "2026-07-30"),
        ("my uncle came on the 30th, I came on the 21st", None),
        ("my uncle came on the 30th", None),
        ("I came with my uncle on the 21st, the 30th was the booking", None),
        ("my passport ends 30 July, the 21st is my uncle's birthday", None),
        ("my uncle gave me a lift on the 21st, I fly on the 30th", None),
        ("the 21st was a mistake, my uncle told me it was the 30th", None),
        ("the 21st was my uncle, or was I the 30th?", None),
    ],
)
def test_a_day_that_was_anothers(text: str, day: str | None) -> None:
    assert not_mixed_up(text, STAY) == ({"entry_date": day} if day else {})
    if day:
        assert new(text, STAY)["entry_date"] == day
        assert is_mixed_up(text, STAY)
        assert people_of(text, None, STAY, {}).person is None


def test_whose_day_is_told_clause_by_clause() -> None:
    said = mine_and_theirs("I landed on 30 July, the 21st was my uncle")
    assert said is not None
    mine, theirs = said
    assert (mine.day, theirs and theirs.day) == (30, 21)
    assert mine_and_theirs("I landed on 30 July") is None


@pytest.mark.parametrize(
    "text",
    [
        "oh no, they sent it back on 16 November",
        "no, they returned it on 16 November",
        "argh, got it back incomplete on 16 November",
        "my file was returned 16 November",
        "returned on 16 November, one form was missing",
        "they say incomplete and returned it on 16 November",
    ],
)
def test_an_application_that_came_back(text: str) -> None:
    assert [decision for *_, decision in find_decisions(text)] == ["returned"]


@pytest.mark.parametrize(
    "text",
    [
        "no refused application so far",
        "they have not returned it",
        "my husband returned on 5 May, his stamp is missing",
        "what if they return it",
    ],
)
def test_none_that_did_not(text: str) -> None:
    assert list(find_decisions(text)) == []


@pytest.mark.parametrize(
    ("text", "supposed"),
    [
        ("what happens if they send it back because a page is missing", True),
        ("suppose IRCC bounces my application", True),
        ("and if it comes back as incomplete?", True),
        ("in case they return it", True),
        ("if I come back in May", False),
        ("if we send it back to my parents", False),
        ("how do I know if they returned it", False),
        ("they sent it back", False),
    ],
)
def test_an_application_that_may_come_back(text: str, supposed: bool) -> None:
    assert supposes_return(text) is supposed
    returned = {"extension_decision": "returned", "extension_decided_on": TODAY.isoformat()}
    assert return_supposed(text, WAITING, TODAY) == (returned if supposed else {})
    assert return_supposed(text, STAY, TODAY) == {}


def test_the_day_of_a_return_that_is_feared() -> None:
    told = return_supposed("what if they return it on 4 December", WAITING, TODAY)
    assert told["extension_decided_on"] == "2026-12-04"


@pytest.mark.parametrize(
    ("text", "of_extending"),
    [
        ("what does an extension cost", True),
        ("price to renew", True),
        ("fee for more time", True),
        ("what does that cost", False),
        ("what does it cost to restore once the extension is too late", False),
    ],
)
def test_which_fee_is_asked(text: str, of_extending: bool) -> None:
    assert is_of_extending(text) is of_extending


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("till what day can I ask for more time", True),
        ("up to which date may we request an extension", True),
        ("what is the last day to send in the extension", True),
        ("when is the latest I can apply for a visitor record", True),
        ("until when can I stay if I get an extension", False),
        ("by when do I have to leave", False),
        ("until when may I apply to restore an extension", False),
    ],
)
def test_when_to_file_is_asked(text: str, asks: bool) -> None:
    assert asks_when_to_file(text) is asks


def test_the_reason_of_a_day() -> None:
    assert asks_how_counted("how did you get to that day")
    assert asks_how_counted("where did you come up with this date")
    assert not asks_how_counted("how do I get to the airport")
    assert names_a_day("why that day")
    assert not names_a_day("why not")
