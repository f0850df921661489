"""Slips of hand and mind, what an officer did write, and what is only hoped to be granted."""

from __future__ import annotations

import pytest

from language.dates import DateRole, find_dates
from language.ellipsis import Elided, elided_in
from language.retractions import blames_slip, takes_back
from language.suppositions import asks_of_another_day, supposes

SLIPS = (
    "fat-fingered it, 3 October",
    "butterfingers, the 3rd of October",
    "that was a slip of the keyboard, 3 October",
    "senior moment: 3 October",
    "autocorrect! 3 October",
    "I mistyped, 3 October",
    "hit the wrong key, 3 October",
    "I put the wrong month, it is October 3",
    "silly me, October 3",
)
NO_SLIPS = (
    "the officer wrote the wrong month",
    "he gave me a paper slip, 3 October",
    "my passport slipped behind the seat",
    "they typed my name, is that the wrong page",
)
WRITTEN = {
    "she did write 9 March 2027 under it": DateRole.STAMP_DATE,
    "the officer did actually give me till 9 March 2027": DateRole.STAMP_DATE,
    "the guard did in fact write 9 March 2027": DateRole.STAMP_DATE,
    "did she write 9 March 2027 under it?": DateRole.OTHER,
    "the officer did not write 9 March 2027": DateRole.OTHER,
    "they approved it up to 9 March 2027": DateRole.RECORD_EXPIRY,
    "granted! until 9 March 2027": DateRole.RECORD_EXPIRY,
    "they granted us to 9 March 2027": DateRole.RECORD_EXPIRY,
    "they granted it on 9 March 2026": DateRole.DECISION_DATE,
    "he reach here only 9 March 2026 without stamp": DateRole.ENTRY_DATE,
}
SUPPOSED = (
    "worst-case scenario: a refusal on 9 January",
    "at worst they turn up and refuse it on 9 January",
    "I'm afraid they will refuse it on 9 January",
    "hopefully it is approved until 9 June",
    "my dream is that they say yes until 9 June",
)
TOLD = (
    "the worst happened, they refused it on 9 November",
    "luckily they granted it to 9 June",
    "I hope you can help, they refused it on 9 November",
    "the best of it: they approved it until 9 June",
    "I am afraid they refused it on 9 November",
)


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_takes_back(text: str) -> None:
    assert takes_back(text)
    assert blames_slip(text)


@pytest.mark.parametrize("text", NO_SLIPS)
def test_another_ones_slip_takes_nothing_back(text: str) -> None:
    assert not blames_slip(text)
    assert not takes_back(text)


@pytest.mark.parametrize(("text", "role"), WRITTEN.items())
def test_what_they_did_write_or_grant(text: str, role: DateRole) -> None:
    assert [said.role for said in find_dates(text)] == [role]


@pytest.mark.parametrize("text", SUPPOSED)
def test_what_is_feared_or_hoped_is_supposed(text: str) -> None:
    assert supposes(text)


@pytest.mark.parametrize("text", TOLD)
def test_what_has_been_decided_is_told(text: str) -> None:
    assert not supposes(text)


def test_a_day_that_might_have_been_stands_in_its_own_clause() -> None:
    assert asks_of_another_day("By the way: what if it had been the 9th, would I be late?", False)
    assert not asks_of_another_day("By the way: I had been there on the 9th", False)


def test_since_when_is_asked_of_a_rule() -> None:
    for text in ("since which date", "and since when", "from what year exactly?"):
        assert elided_in(text) is Elided.SINCE
    assert elided_in("since when am I illegal") is Elided.COUNT
    assert elided_in("since 9 March") is None
