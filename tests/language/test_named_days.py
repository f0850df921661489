"""A day without a role is named by the words before it and by the talk."""

from __future__ import annotations

import datetime as dt

import pytest

from language.named_days import Talk

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("talk", "text", "fact"),
    [
        (Talk(said_before="my passport is Dutch"), "it expires 1 december 2026", "passport_expiry"),
        (Talk(said_before="i have a visa too"), "it is valid till 1 march 2027", "visa_expiry"),
        (Talk(said_before="visa in my passport"), "that ends on 1 may 2027", "visa_expiry"),
        (Talk(said_before="my passport and a visa"), "it expires 1 december 2026", None),
        (Talk(said_before="hello"), "it expires 1 december 2026", None),
        (Talk(of_writing=True), "with a lens it reads 31 DE 26", "stamp_date"),
        (Talk(of_writing=True), "it reads 3 JL 26", None),
        (Talk(of_writing=True), "our host deciphered it with a torch: 31 DE 26", "stamp_date"),
        (Talk(of_writing=True), "the vicar reads it as 31 DE 26", "stamp_date"),
        (Talk(), "our host read the news: 31 DE 26", None),
        (Talk(), "with a lens it reads 31 DE 26", None),
        (Talk(of_writing=True), "a colleague knows. says 31 DE 26", "stamp_date"),
        (Talk(), "my neighbour could make out the scribble, says 31 DE 26", "stamp_date"),
        (Talk(), "i asked at home. says 31 DE 26", None),
        (Talk(of_an_end=True), "my date 31 December 2026", "record_expiry"),
        (Talk(), "it ends on 1 may 2027", None),
    ],
)
def test_what_a_day_is_named_to_be(talk: Talk, text: str, fact: str | None) -> None:
    assert talk.fact_named(text, TODAY) == fact
