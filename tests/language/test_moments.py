"""Days of the week, hours and places, as they are asked about."""

from __future__ import annotations

import pytest

from language.moments import asks_hour, asks_weekday, only_places, without_place, zone_of


@pytest.mark.parametrize(
    "text",
    [
        "what weekday is that",
        "which day of the week is my last day",
        "is it a Monday",
        "what day is that?",
        "does it fall on a weekend",
    ],
)
def test_a_day_of_the_week_is_asked(text: str) -> None:
    assert asks_weekday(text)


@pytest.mark.parametrize(
    "text", ["refused on friday 20 Nov", "my flight is on Monday", "which day"]
)
def test_no_day_of_the_week_is_asked(text: str) -> None:
    assert not asks_weekday(text)


@pytest.mark.parametrize(
    "text", ["at what time", "what hour is the limit", "can I apply at 10pm", "before midnight?"]
)
def test_an_hour_is_asked(text: str) -> None:
    assert asks_hour(text)


@pytest.mark.parametrize(
    "text", ["what time of year is best", "how much time do I have", "10 June", "6 months"]
)
def test_no_hour_is_asked(text: str) -> None:
    assert not asks_hour(text)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("I live in Halifax", "America/Halifax"),
        ("and in st johns", "America/St_Johns"),
        ("Saint John, NB", "America/Moncton"),
        ("from Calgary to Vancouver", "America/Vancouver"),
        ("what hour in regina", "America/Regina"),
        ("in Canada", None),
    ],
)
def test_the_zone_of_a_place(text: str, zone: str | None) -> None:
    assert zone_of(text) == zone


@pytest.mark.parametrize("text", ["and in Vancouver?", "in St. John's", "what about in Halifax"])
def test_no_more_than_a_place(text: str) -> None:
    assert only_places(text)


@pytest.mark.parametrize("text", ["I entered in Vancouver", "in Vancouver since May", "and in May"])
def test_more_than_a_place(text: str) -> None:
    assert not only_places(text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("until what time on that day, im in calgary", "until what time on that day"),
        ("we live in Halifax, what hour is it", "what hour is it"),
        ("what can I do in May", "what can I do in May"),
    ],
)
def test_a_clause_of_where_one_is(text: str, rest: str) -> None:
    assert without_place(text) == rest
