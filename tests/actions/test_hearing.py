"""What a message tells by what the talk was last about."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from actions.heard import Heard
from actions.hearing import Hearing
from actions.last_date import LastDate
from actions.people import people_of
from language.named_days import Talk
from tests.actions.test_reading import entities

TODAY = dt.date(2026, 11, 22)


def heard(
    text: str, known: dict[str, Any], last: str | None = None, asked: str | None = None
) -> Heard:
    people = people_of(text, None, known, {})
    hearing = Hearing(text, "inform", TODAY, people, asked, LastDate.from_slot(last), Talk(), False)
    return hearing.heard(entities(text))


@pytest.mark.parametrize(
    ("text", "last", "day"),
    [
        ("sorry, the 5th", "entry_date", "2026-10-05"),
        ("no wait, 9 September", "entry_date", "2026-09-09"),
        ("and on the 15th?", "entry_date 2027-01-02", "2027-01-15"),
        ("and 9 April?", "entry_date 2027-01-02", "2027-04-09"),
        ("or the 20th", "entry_date 2027-01-02", "2027-01-20"),
        ("sorry, the 3rd", "entry_date 2027-01-02", "2027-01-03"),
        ("and 5 October?", "entry_date", "2026-10-05"),
    ],
)
def test_another_day_of_the_date_last_said(text: str, last: str, day: str) -> None:
    assert heard(text, {"entry_date": "2026-10-03"}, last).new["entry_date"] == day


@pytest.mark.parametrize(
    ("text", "last", "supposes"),
    [
        ("sorry, the 5th", "entry_date", False),
        ("sorry, the 5th", "entry_date 2027-01-02", True),
        ("and on the 15th?", "entry_date 2027-01-02", True),
        ("and 5 October?", "entry_date", True),
    ],
)
def test_what_was_supposed_stays_so(text: str, last: str, supposes: bool) -> None:
    assert heard(text, {"entry_date": "2026-10-03"}, last).perhaps is supposes


@pytest.mark.parametrize(
    "text", ["and on the 15th?", "if they let me in on the 20th", "sorry around the 5th"]
)
def test_a_day_alone_that_may_be_of_any_month_is_doubtful(text: str) -> None:
    found = heard(text, {"entry_date": "2026-10-03"}, "entry_date")
    assert "entry_date" not in found.new
    assert found.doubts


def test_a_day_alone_after_two_dates_may_be_of_either() -> None:
    known = {"entry_date": "2026-10-03", "passport_expiry": "2027-03-09"}
    found = heard("sorry, the 5th", known, "passport_expiry among")
    assert found.new == {}
    assert found.doubts


def test_a_correction_is_of_the_fact_with_the_same_day() -> None:
    known = {"passport_expiry": "2027-03-09", "entry_date": "2026-10-03"}
    found = heard("oh no, 9 March 2029", known, "entry_date among")
    assert found.new == {"passport_expiry": "2029-03-09"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("my niece gets here 8 May, same year", "2027-05-08"),
        ("my niece gets here 8 May 2028, not the same year", "2028-05-08"),
    ],
)
def test_the_year_of_the_day_talked_of(text: str, day: str) -> None:
    assert heard(text, {"entry_date": "2027-04-02"}, "entry_date").new["entry_date"] == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("she enter 21 may, stay finish yesterday", "2026-05-21"),
        ("plan b: home for christmas, back in canada on 4 march", "2027-03-04"),
        ("other option: to my family over easter, come back 5 may", "2027-05-05"),
    ],
)
def test_the_year_of_an_entry_by_what_is_told_beside_it(text: str, day: str) -> None:
    found = heard(text, {})
    assert (found.new["entry_date"], found.doubts) == (day, ())


def test_a_day_and_month_in_numbers_is_asked_about_beside_an_end() -> None:
    found = heard("i enter 05/06, stay until 30 july 2026", {})
    assert "entry_date" not in found.new


def test_a_new_entry_leaves_what_came_before_behind() -> None:
    known = {"entry_date": "2026-10-03", "stamp_date": "2026-12-01", "record_expiry": "2027-01-05"}
    new = heard("if I come back on 2 June 2027 then until when", known, "entry_date").new
    assert new["entry_date"] == "2027-06-02"
    assert new["stamp_date"] is None
    assert new["record_expiry"] is None


@pytest.mark.parametrize(
    "text",
    [
        "june, not july",
        "I said july but it was june",
        "sorry, june",
        "not july, june",
        "put down july when it was june",
        "sorry wrong month, it was june",
    ],
)
def test_a_month_that_is_all_a_correction_says(text: str) -> None:
    told = heard(text, {"entry_date": "2026-07-17"}, "entry_date")
    assert told.new["entry_date"] == "2026-06-17"
    assert not told.doubts


@pytest.mark.parametrize("text", ["day first", "November", "the second one"])
def test_a_day_chosen_from_those_offered(text: str) -> None:
    last = LastDate(
        "entry_date", offered=(dt.date(2026, 5, 11), dt.date(2026, 11, 5)), said="05/11/2026"
    ).to_slot()
    told = heard(text, {}, last, asked="entry_date")
    assert told.new["entry_date"] == "2026-11-05"
    assert not told.doubts


def test_days_offered_are_kept_in_the_slot() -> None:
    last = LastDate(
        "entry_date", offered=(dt.date(2026, 5, 11), dt.date(2026, 11, 5)), said="05/11/2026"
    )
    assert LastDate.from_slot(last.to_slot()) == last


def test_a_bare_refusal_is_of_the_restoration_told_before() -> None:
    told = heard("they refused it on 3 november", {"restoration_applied_on": "2026-09-05"})
    assert told.new["restoration_decision"] == "refused"
    assert told.new["restoration_decided_on"] == "2026-11-03"


def test_a_refusal_of_the_extension_is_not() -> None:
    told = heard("the extension was refused 3 november", {"restoration_applied_on": "2026-09-05"})
    assert told.new["extension_decided_on"] == "2026-11-03"


def test_a_month_beside_the_day_itself_is_not_asked_about() -> None:
    text = "Officer wrote 4 OCT 2027 by hand, I came 4 october 2026. only april?"
    told = heard(text, {})
    assert (told.new["stamp_date"], told.doubts) == ("2027-10-04", ())


def test_an_entry_still_to_come_takes_no_other_s_place_unasked() -> None:
    known = {"entry_date": "2026-10-11", "stamp_date": "2027-02-28"}
    told = heard("the machine stamped 3 MR 2027", known)
    assert told.new == {}
    assert [one.candidates for one in told.doubts] == [(dt.date(2027, 3, 3),)]


def test_a_planned_entry_is_supposed() -> None:
    known = {"entry_date": "2026-10-11", "stamp_date": "2027-02-28"}
    told = heard("I will land again on 3 March 2027", known)
    assert told.perhaps
    assert told.new["entry_date"] == "2027-03-03"
    assert told.new["stamp_date"] is None


def test_a_correction_may_put_an_entry_ahead() -> None:
    told = heard("sorry, I enter on 3 March 2027", {"entry_date": "2026-10-11"}, "entry_date")
    assert told.new["entry_date"] == "2027-03-03"


@pytest.mark.parametrize(
    "text", ["and if the officer pens 1 May 2027", "and what if my passport ends 1 May 2027"]
)
def test_the_entry_supposed_stays_supposed(text: str) -> None:
    told = heard(text, {"left_canada_on": "2026-09-30"}, "entry_date 2027-01-15")
    assert told.perhaps
    assert told.new["entry_date"] == "2027-01-15"
    assert told.new["left_canada_on"] is None


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("mine says 26 not 28", {"stamp_date": "2027-02-26"}),
        ("no, the 12th and not the 11th", {"entry_date": "2026-10-12"}),
        ("it's 30, not 28", {}),  # no such day in February
        ("26 not 27", {}),
    ],
)
def test_a_day_put_right_by_its_number(text: str, new: dict[str, Any]) -> None:
    known = {"entry_date": "2026-10-11", "stamp_date": "2027-02-28"}
    assert heard(text, known, "stamp_date").new == new


def test_a_correction_by_a_number_alone() -> None:
    text = "oh wait 29th!! the flight was overnight, landed the 29"
    assert heard(text, {"entry_date": "2026-08-28"}, "entry_date").new == {
        "entry_date": "2026-08-29"
    }


@pytest.mark.parametrize(
    ("text", "entered"),
    [
        ("wait it was 12 july not june", "2026-07-12"),
        ("sorry, it was 12 july", "2026-07-12"),
        ("sorry, 14 june", "2026-06-14"),
    ],
)
def test_a_correction_is_of_the_fact_with_the_same_number_or_month(text: str, entered: str) -> None:
    known = {"entry_date": "2026-06-12", "passport_expiry": "2027-11-01"}
    told = heard(text, known, "passport_expiry").new
    assert told["entry_date"] == entered
    assert "passport_expiry" not in told


def test_a_day_alone_is_one_of_those_offered() -> None:
    last = LastDate("entry_date", offered=(dt.date(2026, 6, 14), dt.date(2026, 6, 15)))
    told = heard("let's say the 15th", {}, last.to_slot(), "entry_date")
    assert told.new == {"entry_date": "2026-06-15"}


@pytest.mark.parametrize("text", ["the 11th", "11", "on the 11th i think", "it was 11"])
def test_a_day_of_the_month_told_before(text: str) -> None:
    last = LastDate("entry_date", month=dt.date(2026, 9, 1))
    assert LastDate.from_slot(last.to_slot()) == last
    assert heard(text, {}, last.to_slot(), "entry_date").new == {"entry_date": "2026-09-11"}


def test_a_weekday_outside_the_month_told_before_is_asked_about() -> None:
    last = LastDate("entry_date", month=dt.date(2026, 9, 1)).to_slot()
    told = heard("friday", {}, last, "entry_date")
    assert told.new == {}
    assert [one.said for one in told.doubts] == ["friday"]


def test_another_month_is_believed() -> None:
    last = LastDate("entry_date", month=dt.date(2026, 9, 1)).to_slot()
    told = heard("3 august", {}, last, "entry_date")
    assert told.new == {"entry_date": "2026-08-03"}


def test_who_was_back_the_same_day_entered_on_it() -> None:
    told = heard("went to Buffalo on 14 june, came back the same day", {"entry_date": "2026-03-01"})
    assert told.new["entry_date"] == "2026-06-14"
    assert told.new.get("left_canada_on") is None


def test_two_things_supposed_in_one_message() -> None:
    told = heard(
        "ok say i apply on 10 january and they refuse on 15 april",
        {"entry_date": "2026-08-03"},
        "entry_date",
    )
    assert told.perhaps
    assert not told.doubts
    assert told.new["extension_applied_on"] == "2027-01-10"
    assert told.new["extension_decided_on"] == "2027-04-15"


_REFUSED = {"extension_decision": "refused", "extension_decided_on": "2026-11-12"}


def test_a_restoration_supposed_is_no_extension() -> None:
    told = heard("and if I apply for restoration on 20 december", dict(_REFUSED), "record_expiry")
    assert told.new["restoration_applied_on"] == "2026-12-20"
    assert "extension_applied_on" not in told.new


def test_a_second_refusal_is_of_the_restoration() -> None:
    last = "restoration_applied_on 2026-12-20"
    assert heard("and if that is refused too on 1 march?", dict(_REFUSED), last).new == {
        "restoration_applied_on": "2026-12-20",
        "restoration_decided_on": "2027-03-01",
        "restoration_decision": "refused",
    }


def test_a_day_asked_about_is_what_it_is_said_to_be() -> None:
    last = LastDate("entry_date", offered=(dt.date(2027, 2, 28),), said="28 FE 2027").to_slot()
    assert LastDate.from_slot(last) == LastDate(
        "entry_date", offered=(dt.date(2027, 2, 28),), said="28 FE 2027"
    )
    told = heard("the guard wrote it", {"entry_date": "2026-10-11"}, last, "entry_date")
    assert told.new == {"stamp_date": "2027-02-28", "officer_wrote_date": True}


def test_a_date_that_was_another_persons_is_taken_back() -> None:
    known = {"entry_date": "2026-05-12", "stamp_date": "2026-12-05", "officer_wrote_date": True}
    told = heard("no sorry, that was my sister's passport", known, "stamp_date")
    assert told.new == {"stamp_date": None, "officer_wrote_date": False}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("sorry, two days later", "2026-10-05"),
        ("no wait, it was in fact one day earlier", "2026-10-02"),
        ("sorry, my flight is a week later", None),
    ],
)
def test_a_correction_by_its_distance(text: str, day: str | None) -> None:
    assert heard(text, {"entry_date": "2026-10-03"}, "entry_date").new.get("entry_date") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("and if I come a week later", "2027-01-22"),
        ("what if we landed two days earlier?", "2027-01-13"),
        ("and if I leave a week later", None),
    ],
)
def test_another_day_of_coming_supposed_by_its_distance(text: str, day: str | None) -> None:
    told = heard(text, {"entry_date": "2027-01-15"})
    assert told.perhaps
    assert told.new.get("entry_date") == day


@pytest.mark.parametrize("order", ["dmy:", "mdy:"])
def test_the_order_of_numbers_is_kept_with_the_date_last_said(order: str) -> None:
    for slot in (
        "entry_date",
        "entry_date 2027-01-02",
        "entry_date among",
        "entry_date in 2026-09-01",
    ):
        last = LastDate.from_slot(order + slot)
        assert last is not None and last.day_first is (order == "dmy:")
        assert last.to_slot() == order + slot


@pytest.mark.parametrize(
    ("text", "last", "day"),
    [
        ("my sister entered 04/09/2026", "dmy:entry_date", "2026-09-04"),
        ("my sister entered 04/09/2026", "mdy:entry_date", "2026-04-09"),
        ("my sister entered 04/09/2026", "entry_date", None),
        ("my sister entered 04/09/2026 says the ticket", "dmy:entry_date", None),
    ],
)
def test_numbers_are_read_in_the_order_told_before(text: str, last: str, day: str | None) -> None:
    assert heard(text, {"entry_date": "2026-10-03"}, last).new.get("entry_date") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("sorry, my ticket says the 9th of October", "2026-10-09"),
        ("apologies, the booking shows 9 october", "2026-10-09"),
        ("i had the dates wrong, ticket stub says 9 october", "2026-10-09"),
        ("my ticket says 9 october", None),
        ("sorry, my ticket home says 9 april 2027", None),
        ("sorry, is it a problem that my ticket says 9 october?", None),
    ],
)
def test_a_ticket_puts_the_day_of_entry_right(text: str, day: str | None) -> None:
    told = heard(text, {"entry_date": "2026-10-03"}, "entry_date").new
    assert told.get("entry_date") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("no, the officer wrote nothing", "2026-09-14"),
        ("nobody wrote anything", "2026-09-14"),
        ("that was my flight, no stamp", None),
        ("my visa, no stamp", None),
    ],
)
def test_a_day_that_no_officer_wrote_is_of_entry(text: str, day: str | None) -> None:
    last = LastDate("entry_date", offered=(dt.date(2026, 9, 14),)).to_slot()
    assert heard(text, {}, last, "entry_date").new.get("entry_date") == day


@pytest.mark.parametrize(
    ("text", "known", "last", "fact"),
    [
        (
            "hers reads 5 may 2027",
            {"record_expiry": "2027-02-01"},
            "record_expiry",
            "record_expiry",
        ),
        ("hers says 5 may 2027", {"stamp_date": "2027-02-01"}, "stamp_date", "stamp_date"),
        (
            "hers ends 5 may 2027",
            {"entry_date": "2026-10-03", "passport_expiry": "2027-02-01"},
            "entry_date",
            "passport_expiry",
        ),
    ],
)
def test_a_paper_like_the_one_told_last(
    text: str, known: dict[str, Any], last: str, fact: str
) -> None:
    people = people_of(f"my wife: {text}", None, known, {})
    hearing = Hearing(text, "inform", TODAY, people, None, LastDate.from_slot(last), Talk(), False)
    assert hearing.heard(entities(text)).new.get(fact) == "2027-05-05"


def test_a_passport_good_for_years_takes_away_the_one_that_ended_sooner() -> None:
    new = heard("my new passport is good until 2036", {"passport_expiry": "2027-02-01"}).new
    assert new["passport_expiry"] is None
    assert "passport_expiry" not in heard("my passport is good until 2036", {}).new


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("my wife landed 3 August 2026, I came 20 August 2026", {"entry_date": "2026-08-20"}),
        ("I came 9 July 2026, my son's passport ends 5 May 2027", {"entry_date": "2026-07-09"}),
        ("dad came 9 July 2026 and mum came 5 August 2026", {}),
    ],
)
def test_no_stay_is_counted_from_another_persons_date(text: str, told: dict[str, Any]) -> None:
    assert heard(text, {}).new == told
