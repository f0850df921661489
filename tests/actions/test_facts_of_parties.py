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
    ("text", "owner", "fact"),
    [
        (
            "my mother came 6 August 2025 on a super visa, I came 19 September 2026",
            "mother",
            ("super_visa", True),
        ),
        (
            "I am a US citizen and came 6 August 2026, my wife came 7 August 2026",
            "self",
            ("nationality", "US"),
        ),
        (
            "my wife came 4 May 2026 and applied to extend on 20 October 2026, no answer yet. "
            "I entered 5 July 2026",
            "wife",
            ("extension_decision", "pending"),
        ),
    ],
)
def test_a_fact_is_filed_with_whom_it_is_told_of(
    text: str, owner: str, fact: tuple[str, object]
) -> None:
    told = facts_of_parties(text, TODAY)
    assert {name: known.get(fact[0]) for name, known in told.items() if fact[0] in known} == {
        owner: fact[1]
    }


@pytest.mark.parametrize(
    "text",
    [
        "super visa: my mother came 6 August 2025, my sister came 19 September 2026",
        "my aunt came 02/03/2026, my niece came 19 September 2026",
        "my aunt came 6 August 2026, my niece came 19 September 2026, the officer wrote a date",
        "me 5 December, my niece 16 December, when do we leave",
    ],
)
def test_what_may_be_either_ones_is_asked_about(text: str) -> None:
    assert facts_of_parties(text, TODAY) == {}
