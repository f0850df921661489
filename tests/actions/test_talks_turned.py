"""What turns the talk without telling a fact, and what a day is by the question before it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from actions.heard import Heard
from actions.hearing import Hearing
from actions.last_date import LastDate
from actions.people import people_of
from actions.reading import ROLE_OF_FACT
from language.cues import people
from language.ellipsis import Elided, asks_of_weekday, elided_at_end, elided_in
from language.learning import counts_from_learning, is_of_learning
from language.named_days import Talk
from language.put_off import is_put_off, is_reached
from language.subjects import subject_of
from language.trips import Trip, trip_planned
from tests.actions.test_reading import entities

TODAY = dt.date(2026, 11, 22)
ENDED = {"record_expiry": "2026-08-28"}
REFUSED = {
    "record_expiry": "2026-09-03",
    "extension_applied_on": "2026-08-21",
    "extension_decided_on": "2026-11-12",
    "extension_decision": "refused",
}
ASKED_WHAT = "entry_date 2026-07-09| 9 July 2026"


def heard(
    text: str,
    known: dict[str, Any],
    last: str | None = None,
    asked: str | None = None,
    said_before: str = "",
    of_writing: bool = False,
) -> Heard:
    everyone = people_of(text, None, known, {})
    talk = Talk(of_writing=of_writing, said_before=said_before)
    hearing = Hearing(text, "inform", TODAY, everyone, asked, LastDate.from_slot(last), talk, False)
    return hearing.heard(entities(text))


def dates(told: Heard) -> dict[str, Any]:
    return {fact: day for fact, day in told.new.items() if fact in ROLE_OF_FACT and day}


@pytest.mark.parametrize(
    "text",
    [
        "it's a Saturday tomorrow, so the limit shifts to Monday no?",
        "The office is closed on Sunday, doesn't it become Monday automatically",
        "Victoria day is a holiday, the next business day is fine then?",
        "But 28 August was a Friday holiday at home",
        "well it fell on a weekend",
        "if the last day is Sunday I have until Tuesday, right?",
        "surely the date gets pushed to the following day when it is a bank holiday",
        "my agent claims it moves to Wednesday because of the holiday",
    ],
)
def test_a_day_of_rest_puts_off_no_last_day(text: str) -> None:
    assert is_put_off(text)
    assert elided_at_end(text) is Elided.WEEKDAY
    told = heard(text, ENDED, "record_expiry")
    assert dates(told) == {}
    assert told.doubts == ()


@pytest.mark.parametrize(
    "text",
    [
        "I landed on Saturday and my record is good until Monday 14 December",
        "my flight got moved from Sunday to Tuesday",
        "My permit expires on Easter Monday, what now",
        "We go to Seattle for the weekend and return Monday, is that ok?",
        "the officer wrote until 3 January, it is a Sunday",
        "I work on weekends",
    ],
)
def test_a_weekday_of_a_tale_puts_nothing_off(text: str) -> None:
    assert not is_put_off(text)


def test_a_record_told_to_end_on_a_weekday_is_still_filed() -> None:
    assert heard("my status ends Monday", {}).new.get("record_expiry") == "2026-11-23"


@pytest.mark.parametrize(
    ("text", "reached"),
    [
        ("so I leave Tuesday then?", True),
        ("it is over Friday, right?", True),
        ("my status ends Monday", False),
        ("the record expires Thursday 4 March then?", False),
    ],
)
def test_a_weekday_that_is_only_concluded_is_asked_about(text: str, reached: bool) -> None:
    assert is_reached(text) is reached
    if reached:
        assert dates(heard(text, ENDED, "record_expiry")) == {}
        assert asks_of_weekday(text)


@pytest.mark.parametrize(
    "text",
    [
        "and if I can't get it filed tonight",
        "what if we're not ready by then",
        "suppose I fail to send it in time",
        "what happens if he does not leave today",
        "and if it isn't done by midnight",
    ],
)
def test_what_is_supposed_not_to_be_done_is_missed(text: str) -> None:
    assert elided_in(text) is Elided.MISSED
    assert dates(heard(text, {"entry_date": "2026-05-22"}, "entry_date")) == {}


@pytest.mark.parametrize("text", ["and if I leave today", "what if it is sent tonight"])
def test_what_is_supposed_to_be_done_is_not(text: str) -> None:
    assert elided_in(text) is not Elided.MISSED


@pytest.mark.parametrize(
    "text",
    [
        "the mail came the 12th but I only opened it yesterday, doesn't it run from yesterday",
        "I read the decision on 20 November so it counts from there",
        "saw it in the portal on Friday, is it 90 days from then",
        "found it in my spam folder on the 19th, so the clock starts only then",
    ],
)
def test_a_day_of_reading_is_no_fact(text: str) -> None:
    assert is_of_learning(text)
    assert counts_from_learning(text)
    told = heard(text, REFUSED, "extension_decided_on")
    assert dates(told) == {}
    assert told.doubts == ()


@pytest.mark.parametrize(
    "text", ["I found the stamp, I entered on 5 May 2026", "saw my boarding pass: 5 May 2026"]
)
def test_what_is_read_off_a_stamp_or_a_pass_is(text: str) -> None:
    assert not is_of_learning(text)


@pytest.mark.parametrize(
    "text",
    [
        "with my glasses on: until 20 February 2027",
        "it reads 'til 20 February 2027'",
        "20 February 2027 stands under it",
        "VALID TO 20 FEB 2027 says the ink",
        "by 20 February 2027 I believe",
    ],
)
def test_a_day_ahead_is_to_leave_by_where_a_stamp_was_asked_about(text: str) -> None:
    told = heard(text, {}, ASKED_WHAT, "entry_date", "the stamp is 9 July 2026")
    assert dates(told) == {"stamp_date": "2027-02-20", "entry_date": "2026-07-09"}
    assert told.new["officer_wrote_date"] is True


@pytest.mark.parametrize("text", ["until 20 February 2027", "it says till 20 February 2027"])
def test_until_is_no_day_of_entry(text: str) -> None:
    assert dates(heard(text, {}, asked="entry_date")) == {"stamp_date": "2027-02-20"}


@pytest.mark.parametrize("text", ["20 February 2027", "I will fly in on 20 February 2027"])
def test_a_day_ahead_alone_answers_when_one_enters(text: str) -> None:
    assert dates(heard(text, {}, asked="entry_date")) == {"entry_date": "2027-02-20"}


def test_a_day_ahead_makes_no_entry_of_a_day_that_was_of_no_stamp() -> None:
    told = heard("until 20 February 2027", {}, ASKED_WHAT, "entry_date", "9 July 2026?")
    assert dates(told) == {"stamp_date": "2027-02-20"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("sorry, the paper says valid until 21 August", "2026-08-21"),
        ("oops I misread, it was 2 September", "2026-09-02"),
        ("hold on, the letter says my status ended 27 August", "2026-08-27"),
    ],
)
def test_a_day_put_right_is_of_the_year_told(text: str, day: str) -> None:
    told = heard(text, ENDED, "record_expiry")
    assert dates(told) == {"record_expiry": day}
    assert told.doubts == ()


def test_a_new_paper_is_of_no_year_told() -> None:
    told = heard("sorry I forgot, I got a new record until 30 August", ENDED, "record_expiry")
    assert "record_expiry" not in dates(told)
    assert told.doubts


@pytest.mark.parametrize(
    "kin", ["nanay", "tatay", "lolo", "kuya", "ate", "teta", "khala", "chacha", "mausi", "halmoni"]
)
def test_kin_of_other_languages_are_persons(kin: str) -> None:
    subject = subject_of(f"my {kin} arrived on 5 May 2026 without a stamp")
    assert subject is not None
    assert subject.key == kin


def test_what_one_ate_is_nobody() -> None:
    assert [one.text for one in people("we ate at noon and arrived on 5 May 2026")] == ["we"]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("two nights in Buffalo in March maybe", Trip.US),
        ("can he go to the US for a concert", Trip.US),
        ("a week in Peru and back", Trip.ELSEWHERE),
        ("may she go home for a funeral and come back", Trip.ELSEWHERE),
        ("I drove to Buffalo for two days", None),
        ("would a weekend in the US restart my six months", None),
        ("one of us has a birthday", None),
        ("I fly home on the 5th", None),
    ],
)
def test_where_a_trip_leads_that_is_thought_of(text: str, where: Trip | None) -> None:
    assert trip_planned(text) is where


@pytest.mark.parametrize("holds", [is_put_off, is_reached, is_of_learning, trip_planned])
def test_long_texts_are_read_fast(holds: Any) -> None:
    for part in ("it moves to ", "is on over ", "so then it is ", "go home ", "a a a "):
        text = (part * 1000)[:1000]
        start = dt.datetime.now()
        holds(text)
        assert (dt.datetime.now() - start).total_seconds() < 0.05
