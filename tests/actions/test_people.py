"""Whose facts a message tells, by whom the talk was about."""

from __future__ import annotations

import pytest

from actions.people import people_of
from language.subjects import SOMEONE

AUNT = {"entry_date": "2026-07-01"}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("she entered on 2 July, sorry", "aunt"),
        ("he arrived on 15 October", SOMEONE),
        ("is he in a hurry?", "aunt"),
        ("next is my uncle", "uncle"),
    ],
)
def test_after_the_aunt(text: str, person: str) -> None:
    people = people_of(text, "aunt", AUNT, {})
    assert people.person == person
    assert people.turned == (person != "aunt")
    assert people.known == ({} if people.turned else AUNT)
