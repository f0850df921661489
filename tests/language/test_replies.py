"""Replies that give no fact, suppositions, and days told by another day."""

from __future__ import annotations

import datetime as dt

import pytest
from dateutil.relativedelta import relativedelta

from language.journeys import moved_journey, supposed_journey
from language.mentions import mentioned
from language.notice import notice_said
from language.replies import Reply, ends_with_thanks, forgot_entry, keeps, reply_of, starts_over
from language.same_papers import same_passport_date
from language.shifts import shift_said
from language.signs import asks
from language.suppositions import (
    asks_of_another_day,
    supposed_absent,
    supposed_event,
    supposes,
)


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("i dont know", Reply.UNKNOWN),
        ("no idea sorry", Reply.UNKNOWN),
        ("can't remember the day", Reply.UNKNOWN),
        ("Not sure.", Reply.UNKNOWN),
        ("skip", Reply.SKIP),
        ("skip this question please", Reply.SKIP),
        ("rather not say", Reply.SKIP),
        ("stop", Reply.STOP),
        ("never mind", Reply.STOP),
        ("please stop asking", Reply.STOP),
        ("3 May 2026", None),
        ("stop, my visa says 3 May", None),
        ("I passed the border on 3 May", None),
        ("", None),
    ],
)
def test_reply(text: str, reply: Reply | None) -> None:
    assert reply_of(text) is reply


@pytest.mark.parametrize(
    "text",
    [
        "what if my passport expired in March?",
        "and if I apply tomorrow?",
        "Suppose I had entered on 3 May",
        "ok, let's say the officer wrote 1 December",
        "If I came on 5 June, what then",
    ],
)
def test_a_supposition(text: str) -> None:
    assert supposes(text)


@pytest.mark.parametrize(
    "text", ["I asked if I could stay", "I entered on 3 May", "tell me if it is over", ""]
)
def test_no_supposition(text: str) -> None:
    assert not supposes(text)


@pytest.mark.parametrize(
    ("text", "shift"),
    [
        ("she came a week later", relativedelta(weeks=1)),
        ("two days after me", relativedelta(days=2)),
        ("he arrived 10 days earlier", relativedelta(days=-10)),
        ("1 month before us", relativedelta(months=-1)),
        ("same day as me", relativedelta()),
        ("she came with me", relativedelta()),
        ("he entered the day after", relativedelta(days=1)),
        ("the previous week", relativedelta(weeks=-1)),
        ("she came on 3 May", None),
        ("in two weeks", None),
    ],
)
def test_days_told_by_another_day(text: str, shift: relativedelta | None) -> None:
    assert shift_said(text) == shift


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("and if I apply tomorrow?", ("extension_applied_on", "2026-11-23")),
        ("what if I submit it on 10 December?", ("extension_applied_on", "2026-12-10")),
        ("if i leave on tuesday can i restore from home", ("left_canada_on", "2026-11-24")),
        ("what if I fly home on 1 January", ("left_canada_on", "2027-01-01")),
        ("what if they refuse me on 5 december", ("extension_decided_on", "2026-12-05")),
        ("what if my passport expired on 1 March 2027", None),
        ("if I leave on 3 December and come back on 10 December", None),
        ("if he writes 20 April?", ("stamp_date", "2027-04-20")),
        ("if I come back 2 June 2027 then until when", ("entry_date", "2027-06-02")),
        ("what if I apply next week", None),
        ("what if I marry on 5 December", None),
        ("", None),
    ],
)
def test_an_event_supposed_on_a_day(text: str, event: tuple[str, str] | None) -> None:
    found = supposed_event(text, dt.date(2026, 11, 22))
    assert (found and (found[0], found[1].isoformat())) == event


@pytest.mark.parametrize(
    ("text", "supposed", "asks"),
    [
        ("and on the 15th?", False, True),
        ("what about 3 March", False, False),
        ("what about 3 March", True, True),
        ("3 March?", False, False),
        ("and if we land on the 2nd?", True, False),
        ("and passport 3 March?", True, False),
    ],
)
def test_another_day_is_put_for_one_just_said(text: str, supposed: bool, asks: bool) -> None:
    assert asks_of_another_day(text, supposed) is asks


@pytest.mark.parametrize("text", ["same passport date", "his passport ends the same day"])
def test_the_same_passport_date(text: str) -> None:
    assert same_passport_date(text)


@pytest.mark.parametrize("text", ["same passport", "we have passports, same flight", "same date"])
def test_not_the_same_passport_date(text: str) -> None:
    assert not same_passport_date(text)


def test_biometrics_supposed_away() -> None:
    assert supposed_absent("and if I had given no fingerprints") == "biometrics_date"
    assert supposed_absent("if biometrics are needed") is None


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("ok I won't forget", True),
        ("don't start over", True),
        ("forget it", False),
        ("restart", False),
    ],
)
def test_nothing_is_started_over(text: str, kept: bool) -> None:
    assert keeps(text) is kept


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("please erase all my details", True),
        ("ok thanks, next person", True),
        ("wipe everything", True),
        ("let us start afresh", True),
        ("can they delete my visa", False),
        ("forget everything about the passport, what about the visa", False),
        ("the next person in line got a stamp", False),
        ("I won't forget those dates", False),
        ("let's start over", True),
        ("do the 90 days start over?", False),
        ("does my time start over if I go to the US", False),
        ("and the same for another person", False),
        ("wipe that, now my cousin", True),
        ("clear that up for me, what is the last day", False),
    ],
)
def test_starts_over(text: str, over: bool) -> None:
    assert starts_over(text) is over


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("if I fly on Friday will they stop me", True),
        ("I was told so, where is that written", True),
        ("kindly tell me, how many days", True),
        ("I came when it snowed", False),
        ("the one I can find is the ticket", False),
    ],
)
def test_asks(text: str, question: bool) -> None:
    assert asks(text) is question


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("ping me ten days before that", relativedelta(days=10)),
        ("a week ahead please", relativedelta(weeks=1)),
        ("2 months in advance", relativedelta(months=2)),
        ("once only 9 days are left", relativedelta(days=9)),
        ("when 3 weeks remain", relativedelta(weeks=3)),
        ("remind me of it", None),
        ("I came 2 weeks ago", None),
    ],
)
def test_notice(text: str, before: relativedelta | None) -> None:
    assert notice_said(text) == before


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("and if the seats are cheaper on 2 April", "2027-04-02"),
        ("or 9 May instead", "2027-05-09"),
        ("and if my flight home is on 2 April", None),
        ("and if my visa ends on 2 April", None),
        ("and if it rains on 2 April", None),
        ("what if we book for 2 April or 9 May and 3 June", None),
    ],
)
def test_a_journey_supposed(text: str, day: str | None) -> None:
    found = supposed_journey(text, dt.date(2026, 11, 22), dt.date(2027, 3, 1))
    assert (found and found.isoformat()) == day


def test_a_journey_moved() -> None:
    today = dt.date(2026, 11, 22)
    assert moved_journey("I changed the ticket to 9 December", today) == dt.date(2026, 12, 9)
    assert moved_journey("I have a ticket for 9 December", today) is None
    assert moved_journey("I changed my flight home to 9 December", today) is None


@pytest.mark.parametrize(
    "text", ["i dont remember when i came", "no idea which day we entered, sorry"]
)
def test_the_day_of_entry_forgotten(text: str) -> None:
    assert forgot_entry(text)
    assert not forgot_entry("i know when i came, not when i leave")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("and the school?", ("ask_work_study",)),
        ("a notary can do this too?", ("ask_referral",)),
        ("someone competent should look", ("ask_referral",)),
        ("and then?", ()),
    ],
)
def test_mentioned(text: str, named: tuple[str, ...]) -> None:
    assert mentioned(text) == named


@pytest.mark.parametrize(
    ("text", "thanks"),
    [
        ("calling them now, thanks", True),
        ("ok thank you so much", True),
        ("thanks, and until when may I stay?", False),
        ("thanks to my aunt I came on 3 may", False),
        ("I entered on 3 may", False),
    ],
)
def test_thanks_at_the_end(text: str, thanks: bool) -> None:
    assert ends_with_thanks(text) is thanks
