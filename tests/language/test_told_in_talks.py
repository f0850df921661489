"""What only a talk asks of the reading of dates: no taking back, fingerprints, a letter's day."""

from __future__ import annotations

import datetime as dt

import pytest

from language.dates import DateRole, find_dates
from language.journeys import supposed_journey
from language.parties import asked_of, parties_of
from language.sent_on import day_sent
from tests.language.judged import facts_told

TODAY = dt.date(2026, 11, 22)
# "No" before a thing says that there is none, and "sorry for my English" takes nothing back.
TOLD = {
    "I came in on June 9, 2026, no sticker, no slip. Yesterday I read the rules": [
        "entry 2026-06-09"
    ],
    "landed 9 june, sorry for my english. Today I counted the days": ["entry 2026-06-09"],
    "landed 9 june, had to wait. Today I count": ["entry 2026-06-09"],
    "landed 9 june, no, 11 june": ["entry 2026-06-11"],
    "landed 9 june, no hang on it was 12 june": ["entry 2026-06-12"],
    "landed 9 june, srry it was 12 june": ["entry 2026-06-12"],
    "I landed 9 june, no wait, yesterday": ["entry 2026-11-21"],
    # What an officer wrote is his date, whoever's fingers were scanned.
    "the agent scanned my fingerprints and wrote 4 march 2027": ["stamp 2027-03-04"],
    "my biometrics appointment for the extension is on 5 December": [],
}
PRINTS = (
    "her biometrics for the visitor visa were taken 5 june 2017",
    "my fingerprints at the visa centre in Bogota were done on 5 june 2017",
    "his prints were collected 5 june 2017 for the visa",
    "fingerprints with my first visa: 5 june 2017",
    "I was fingerprinted for the study permit on 5 june 2017",
)
SENT = {
    "I opened it this morning, the e-mail itself is dated 3 november": 3,
    "they sent it on the 5th, I saw it now": 5,
    "it came 3 november, he only read it yesterday": 3,
    "the date on the refusal letter is 3 november": 3,
    "3 november is the date on the letter": 3,
    "my receipt is dated 3 november": None,
    "it was sent 3 november": None,
    "is the letter dated 3 november?": None,
    "my sister's refusal letter is dated 3 november": None,
    "I opened the e-mail on 3 november": None,
}


@pytest.mark.parametrize("text", TOLD)
def test_what_is_told(text: str) -> None:
    assert facts_told(text) == TOLD[text]


@pytest.mark.parametrize("text", PRINTS)
def test_fingerprints_given_for_something(text: str) -> None:
    roles = [date.role for date in find_dates(text)]
    assert roles == [DateRole.BIOMETRICS_DATE]


@pytest.mark.parametrize("text", SENT)
def test_the_day_a_letter_was_sent(text: str) -> None:
    said = day_sent(text, None)
    assert (said.day if said else None) == SENT[text]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("what if we land a day earlier, the 9th?", dt.date(2027, 8, 9)),
        ("and if we arrive on the 12th instead", dt.date(2027, 8, 12)),
        ("what if the flight is cheaper on 3 February", dt.date(2028, 2, 3)),
        ("what if we leave a day earlier, the 9th?", None),
    ],
)
def test_another_day_of_a_journey_is_near_the_one_talked_of(text: str, day: dt.date | None) -> None:
    assert supposed_journey(text, TODAY, dt.date(2027, 8, 10)) == day


def test_each_ones_day_told_by_way_of_correction() -> None:
    told = parties_of("oh sorry, only mum was 9 june. dad followed on the 20th. and for him?")
    assert {name: [date.day for date in dates] for name, dates in told.items()} == {
        "mum": [9],
        "dad": [20],
    }
    assert asked_of("mum 9 june, dad 20 june. and for him?", ("mum", "dad")) == "dad"
    assert asked_of("mum 9 june, dad 20 june. and for us?", ("mum", "dad")) is None
