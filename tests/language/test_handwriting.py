"""What no officer wrote is no leave-by date, and the day told beside it is the entry's."""

from __future__ import annotations

import pytest
from dateutil.relativedelta import relativedelta

from language.facts import find_facts
from language.granted_period import period_granted
from language.handwriting import denies_writing, is_unreadable
from tests.language.judged import roles_and_days

NOT_WRITTEN = (
    "came 9 aug, officer wrote no date",
    "9 aug, the officer wrote nothing in it",
    "9 aug and the guard has written nothing",
    "the true day was 9 aug. agent put no leaving date",
    "9 aug it was, no officer's date",
    "they gave me nothing but a stamp of 9 aug",
    "nobody wrote a date, 9 aug was the day",
    "the stamp reads 9 aug, guard put nothing",
    "9 aug, and the officer left it blank",
    "9 aug it was, the lady wrote nowt",
    "9 aug. the officer put nada",
    "it was 9 aug. a stamp without writing",
    "entered 9 aug, she hasn't written anything",
    "i came 9 aug, they didn't give me any date",
)


@pytest.mark.parametrize("text", NOT_WRITTEN)
def test_the_day_beside_nothing_written_is_the_entry(text: str) -> None:
    assert roles_and_days(text) == [("entry_date", "2026-08-09")]
    assert denies_writing(text)


@pytest.mark.parametrize("text", NOT_WRITTEN)
def test_nothing_written_is_told(text: str) -> None:
    told = [fact.value for fact in find_facts(text) if fact.kind == "officer_wrote_date"]
    assert told
    assert not any(told)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("passport until 9 aug 2030, officer wrote no date", "passport_expiry"),
        ("the wedding is 9 dec, officer wrote nothing", "other"),
        ("officer gave me no more than until 9 dec", "stamp_date"),
        ("the officer wrote no later than 9 dec", "stamp_date"),
        ("9 dec, if they write nothing?", None),
        ("9 aug I did not enter", "other"),
    ],
)
def test_another_date_keeps_its_own_role(text: str, role: str | None) -> None:
    ((found, _),) = roles_and_days(text)
    assert found == role


@pytest.mark.parametrize("text", ["and if he writes nothing", "what if no date is written"])
def test_what_is_supposed_is_not_told(text: str) -> None:
    assert not denies_writing(text)


def test_a_no_before_what_was_written_takes_back() -> None:
    assert roles_and_days("no he wrote 9 dec") == [("stamp_date", "2026-12-09")]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("the officer gave me only 3 months", relativedelta(months=3)),
        ("she stamped 90 days", relativedelta(days=90)),
        ("and if the guard gives me two weeks", relativedelta(weeks=2)),
        ("my aunt got 3 weeks only from the guard", relativedelta(weeks=3)),
        ("we were given just 90 days at the border", relativedelta(days=90)),
        ("I got 3 weeks off from my boss", None),
        ("the officer gave us six months", None),
        ("they gave me 30 days to send papers", None),
        ("ircc gave me 3 months", None),
        ("my uncle is kind, he gave me 3 months", None),
        ("they approved it and gave me 3 months", None),
        ("3 months", None),
    ],
)
def test_a_period_an_officer_gives(text: str, period: relativedelta | None) -> None:
    assert period_granted(text, answers=False) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("landed 9 aug, was only given 3 months", relativedelta(months=3)),
        ("my aunt came 9 aug and got ten weeks, until when may she stay", relativedelta(days=70)),
        ("came 9 aug and got 3 months of antibiotics", None),
        ("came 9 aug and got two weeks left", None),
        ("came for two months and got a cold", None),
    ],
)
def test_a_period_got_at_coming(text: str, period: relativedelta | None) -> None:
    assert period_granted(text, answers=False) == period


def test_a_period_that_answers_what_was_written() -> None:
    assert period_granted("3 months", answers=True) == relativedelta(months=3)


@pytest.mark.parametrize(
    ("text", "unreadable"),
    [
        ("some squiggle in ink, nobody can read it", True),
        ("the officer wrote something illegible", True),
        ("I could not make out the note under it", True),
        ("the handwriting is too faint", True),
        ("I can't read English, nothing is written", False),
        ("the machine could not read my passport, so he stamped it", False),
        ("I cannot make it to the border", False),
    ],
)
def test_writing_that_nobody_can_read(text: str, unreadable: bool) -> None:
    """It is no plan to hide anything: what such writing means is asked."""
    assert is_unreadable(text) is unreadable
