"""Whose day it is, and which day was chosen, as talkative people leave it open."""

import datetime as dt

import pytest

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
