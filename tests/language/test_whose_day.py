"""Whose day it is, and which day was chosen, as talkative people leave it open."""

import datetime as dt

import pytest

from language.dates import DateRole, find_dates
from language.number_order import chosen
from language.subjects import subject_of, tells_own_entry

OFFERED = (dt.date(2026, 5, 6), dt.date(2026, 6, 5))


@pytest.mark.parametrize(
    "text",
    ["last day?", "so what's my last day", "the last date then", "and the latest legal day?"],
)
def test_asking_for_the_last_day_chooses_none(text: str) -> None:
    assert chosen(text, OFFERED, "5/6/2026") is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("the last one", 1), ("the later date", 1), ("latter", 1), ("the first day", 0)],
)
def test_a_place_among_those_offered_chooses(text: str, number: int) -> None:
    assert chosen(text, OFFERED, "5/6/2026") == OFFERED[number]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("not me, my dad. came 1 may on a super visa", "dad"),
        ("Hi, not for me but for my mother, landed 3 May 2026", "mother"),
        ("it's not about me, it's my wife. entered 9 June", "wife"),
    ],
)
def test_who_stands_in_the_speakers_place_is_talked_of(text: str, key: str) -> None:
    subject = subject_of(text)
    assert subject is not None and subject.key == key


@pytest.mark.parametrize("text", ["not me, my dad's. the 9th", "not me, my dad"])
def test_a_day_taken_back_turns_to_no_one(text: str) -> None:
    assert subject_of(text) is None


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("my friend came 10 July, I came 3 weeks later", True),
        ("my aunt landed 2 May and I've just arrived", True),
        ("my friend came 10 July, I know him well", False),
        ("my friend came 10 July, I can come later", False),
    ],
)
def test_the_speakers_own_coming_is_noticed(text: str, own: bool) -> None:
    assert tells_own_entry(text) is own


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Entered with my son on 11 June. He left 1 August.", ["entry_date", None]),
        ("came 3 May with my wife, she flew home 1 August", ["entry_date", None]),
        (
            "my wife came with our kids on 3 May, she left 1 August",
            ["entry_date", "left_canada_on"],
        ),
        ("My mum: landed 3 May, she left 1 August", ["entry_date", "left_canada_on"]),
    ],
)
def test_who_came_along_leaves_alone(text: str, roles: list[str | None]) -> None:
    kept = ("entry_date", "left_canada_on")
    found = [date.role.value if date.role else None for date in find_dates(text)]
    assert [role if role in kept else None for role in found] == roles


@pytest.mark.parametrize(
    ("text", "applied"),
    [
        ("it was uploaded to my account on the 5th", False),
        ("the decision got posted in the portal on 5 November", False),
        ("I uploaded it to my account on the 5th", True),
        ("it was submitted on the 5th", True),
    ],
)
def test_what_comes_into_an_account_was_not_applied_for(text: str, applied: bool) -> None:
    role = find_dates(text)[0].role
    assert (role is DateRole.APPLICATION_DATE) is applied


@pytest.mark.parametrize(
    "text",
    [
        "the officer was lovely, she wrote until 9 March 2027 though I only came 9 June 2026",
        "he wrote until 9 March 2027, I landed 9 June 2026",
        "she wrote leave by 9 March 2027, I came 9 June 2026",
        "she only wrote valid until 9 March 2027. I came 9 June 2026",
        "nice guy, he has written till 9 March 2027. I arrived 9 June 2026",
    ],
)
def test_what_an_officer_wrote_is_the_speakers(text: str) -> None:
    roles = [date.role for date in find_dates(text)]
    assert roles == [DateRole.STAMP_DATE, DateRole.ENTRY_DATE]
