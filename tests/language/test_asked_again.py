"""A day that was told, asked for once more in few words; no other day's date."""

from __future__ import annotations

import pytest

from language.ellipsis import Elided, elided_in


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("date again?", Elided.TOLD_AGAIN),
        ("ok, the day once more please", Elided.TOLD_AGAIN),
        ("what day should I mark in my calendar", Elided.TOLD_AGAIN),
        ("so which date do we note down?", Elided.TOLD_AGAIN),
        ("and my last day was?", Elided.TOLD_AGAIN),
        ("i forgot the date you said", Elided.TOLD_AGAIN),
        ("so without crossing my last day is which", Elided.TOLD_AGAIN),
        ("so the final answer is?", Elided.TOLD_AGAIN),
        ("so december what?", Elided.TOLD_AGAIN),
        ("say it again in short", Elided.REPEAT),
        ("tldr", Elided.REPEAT),
        ("what is the deadline", None),
        ("what is the date of my entry", None),
        ("say it to the officer", None),
        ("how much longer", Elided.COUNT),
        ("count the days", Elided.COUNT),
        ("which date do I put on the form", None),
        ("what day should I write to them", None),
        ("my entry date again", None),
        ("do weekends count", Elided.WEEKDAY),
    ],
)
def test_a_day_asked_for_again(text: str, meant: Elided | None) -> None:
    assert elided_in(text) is meant
