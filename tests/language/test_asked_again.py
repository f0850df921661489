"""A day that was told, asked for once more in few words; no other day's date."""

from __future__ import annotations

import pytest

from language.ellipsis import Elided, elided_in


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("date again?", Elided.LEAVING),
        ("ok, the day once more please", Elided.LEAVING),
        ("what day should I mark in my calendar", Elided.LEAVING),
        ("so which date do we note down?", Elided.LEAVING),
        ("count the days", Elided.COUNT),
        ("which date do I put on the form", None),
        ("what day should I write to them", None),
        ("my entry date again", None),
        ("do weekends count", Elided.WEEKDAY),
    ],
)
def test_a_day_asked_for_again(text: str, meant: Elided | None) -> None:
    assert elided_in(text) is meant
