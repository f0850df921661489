"""The facts of several people told in one message."""

from __future__ import annotations

import datetime as dt

import pytest

from actions.parties import facts_of_parties

TODAY = dt.date(2026, 11, 22)


def test_each_has_the_facts_that_are_theirs() -> None:
    told = facts_of_parties("my aunt came 6 August, my niece 19 September, no stamps", TODAY)
    assert told == {
        "aunt": {"officer_wrote_date": False, "entry_date": "2026-08-06"},
        "niece": {"officer_wrote_date": False, "entry_date": "2026-09-19"},
    }


@pytest.mark.parametrize(
    "text",
    [
        "my mother came 6 August 2025 on a super visa, my sister came 19 September 2026",
        "I came 6 August 2026, my wife came 7 August 2026, my extension was refused",
        "I am a US citizen and came 6 August 2026, my wife came 7 August 2026",
        "my aunt came 02/03/2026, my niece came 19 September 2026",
        "my aunt came 6 August 2026, my niece came 19 September 2026, the officer wrote a date",
        "me 5 December, my niece 16 December, when do we leave",
    ],
)
def test_what_may_be_either_ones_is_asked_about(text: str) -> None:
    assert facts_of_parties(text, TODAY) == {}
