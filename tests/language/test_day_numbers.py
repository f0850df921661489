"""Days that a correction names by their numbers alone, and what a day asked about is said to be."""

from __future__ import annotations

import datetime as dt

import pytest

from language.day_answers import fact_said
from language.day_numbers import NamedDay, day_alone, day_instead
from language.days_put import day_put
from language.journeys import back_same_day, journey_chosen
from tests.language.judged import TODAY


@pytest.mark.parametrize(
    ("text", "meant", "denied"),
    [
        ("got my lens, it reads 17 not 11", NamedDay(17), NamedDay(11)),
        ("it's the 17th, not the 11th", NamedDay(17), NamedDay(11)),
        ("not the 11th but the 17th", NamedDay(17), NamedDay(11)),
        ("17 instead of 11", NamedDay(17), NamedDay(11)),
        ("17 march not 11 march", NamedDay(17, 3), NamedDay(11, 3)),
        ("march 17 rather than 11", NamedDay(17, 3), NamedDay(11)),
    ],
)
def test_a_day_instead_of_another(text: str, meant: NamedDay, denied: NamedDay) -> None:
    assert day_instead(text) == (meant, denied)


@pytest.mark.parametrize(
    "text", ["6 months not 5 months", "i am 26 not 28 years old", "at 5 pm not 6 pm", "$85 not 100"]
)
def test_counts_are_no_days(text: str) -> None:
    assert day_instead(text) is None


def test_one_day_however_often_it_is_said() -> None:
    assert day_alone("oh wait 17th!! the plane was late, landed the 17") == 17
    assert day_alone("the 5th or the 6th") is None
    assert day_alone("the ninth, i think") == 9
    assert day_alone("so 21st. last day?") == 21
    assert day_alone("the second one") is None


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("the officer wrote it", "stamp_date"),
        ("it's in pen in my passport", "stamp_date"),
        ("that's when i landed", "entry_date"),
        ("no officer wrote it, it's my visa", "stamp_date"),
        ("not the officer's, it is my passport's", "passport_expiry"),
        ("its my eta", "visa_expiry"),
        ("the visitor record", "record_expiry"),
        ("something else", None),
        ("what is my passport to do with it?", None),
    ],
)
def test_what_a_day_is_said_to_be(text: str, fact: str | None) -> None:
    assert fact_said(text) == fact


@pytest.mark.parametrize(
    ("text", "put"),
    [
        ("And 3 march 2027, when the fares are low?", "And 3 march 2027?"),
        ("or 3 march: then my brother is free", "or 3 march?"),
        ("And 3 march, if they write 5 may?", "And 3 march, if they write 5 may?"),
    ],
)
def test_a_day_put_with_what_is_said_of_it(text: str, put: str) -> None:
    assert day_put(text) == put


@pytest.mark.parametrize(
    "text", ["I take 3 March. And my job?", "ok we'll go with 3 march", "then 3 march it is"]
)
def test_a_day_settled_on(text: str) -> None:
    assert journey_chosen(text, TODAY) == dt.date(2027, 3, 3)


def test_a_day_only_named_is_none_settled_on() -> None:
    assert journey_chosen("is 3 march a holiday", TODAY) is None


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("went to Detroit 14 june for 2 hours, came back same day", True),
        ("left on 14 june and returned that evening", True),
        ("over to Buffalo on 14 june, back an hour later", True),
        ("left 14 june and came back", False),
        ("I left the same day", False),
    ],
)
def test_who_was_back_on_the_day_of_leaving(text: str, same: bool) -> None:
    assert back_same_day(text) is same
