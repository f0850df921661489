"""What is told in place of something told before, and whose it is."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from actions.heard import Heard
from actions.hearing import Hearing
from actions.last_date import LastDate
from actions.misread import told_again
from actions.parties import as_one_of_us, with_us
from actions.people import US, People, people_of
from language.dates import DateRole, find_dates
from language.facts import find_facts
from language.handwriting import assumes_no_writing
from language.named_days import Talk
from language.passports import is_of_renewed, is_stale
from language.reasons import asks_why, is_nationality_of_another
from language.subjects import SELF, subject_of
from tests.actions.test_reading import entities

TODAY = dt.date(2026, 11, 22)
ENTERED = "2026-09-09"
PASSPORT = {"entry_date": ENTERED, "passport_expiry": "2027-01-20"}


def heard(text: str, known: dict[str, Any], last: str = "passport_expiry", **talk: bool) -> Heard:
    people = people_of(text, None, known, {})
    hearing = Hearing(
        text, "inform", TODAY, people, None, LastDate.from_slot(last), Talk(**talk), False
    )
    return hearing.heard(entities(text))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("no, that's my old passport. I came on one good to 11 May 2034", "2034-05-11"),
        ("oops that was the expired one, the new one runs until 11 May 2034", "2034-05-11"),
        ("sorry, wrong passport, it's 11 May 2034", "2034-05-11"),
        ("no, I was reading the old one, mine is good to 11 May 2034", "2034-05-11"),
        ("I read that off my cancelled passport, the valid one says 11 May 2034", "2034-05-11"),
        ("that is my previous book, the one I was let in on has 11 May 2034", "2034-05-11"),
        ("my mistake, I looked at the old passport. The right one ends 11 May 2034", "2034-05-11"),
        ("it was the lost one", None),
        ("that's my old passport", None),
        ("ah, that is the old passport, it ended 3 March 2024", None),
        ("wait, other passport. good to May 2034", None),
    ],
)
def test_a_passport_told_by_mistake_gives_way(text: str, day: str | None) -> None:
    told = heard(text, PASSPORT)
    assert told.new["passport_expiry"] == day
    assert "stamp_date" not in told.new
    assert "record_expiry" not in told.new
    assert [one.fact for one in told.doubts if one.fact != "passport_expiry"] == []


@pytest.mark.parametrize(
    "text",
    [
        "is that my old passport?",
        "what if that is the wrong passport",
        "my old passport was good to 3 March 2024",
        "my passport is old",
        "that is the old visa",
    ],
)
def test_an_old_passport_only_mentioned_changes_nothing(text: str) -> None:
    assert not is_stale(text, "passport_expiry")
    assert heard(text, PASSPORT).new.get("passport_expiry", "2027-01-20") == "2027-01-20"


def test_the_old_one_is_of_what_was_told_last() -> None:
    assert is_stale("that's the old one", "passport_expiry")
    assert not is_stale("that's the old one", "visa_expiry")


def test_a_passport_renewed_since_is_no_officers_date() -> None:
    text = "I renewed it, the new one is good to 3 March 2035"
    assert is_of_renewed(text)
    assert heard(text, PASSPORT).new == {}
    assert not is_of_renewed("I renewed my visitor record, it is good to 3 March 2027")


@pytest.mark.parametrize(
    "text",
    [
        "cousin sent a picture. in pen under the stamp: 12 DEC 2026",
        "my sister brought it over, it says 12 December 2026 by hand",
        "Mum forwarded the scan. handwritten below the stamp 12 December 2026",
        "my roommate has my passport. the officer wrote 12 December 2026",
        "my wife got my passport out, in ink it is 12 December 2026",
        "grandma kept it, she read it to me: officer wrote 12 December 2026",
        "uncle emailed me the page: pen says 12 December 2026",
        "my friend took a quick photo, written below the stamp is 12 December 2026",
    ],
)
def test_who_hands_on_a_paper_owns_no_date(text: str) -> None:
    subject = subject_of(text)
    assert subject is None or subject.key == SELF


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("my sister sent her passport, her stamp says 12 December 2026 in pen", "sister"),
        ("my aunt took a picture of her stamp: 12 December 2026 by pen", "aunt"),
        ("my son passed the border on 3 May 2026", "son"),
        ("my mother has a visitor record until 30 November 2026", "mother"),
        ("my mom got until 30 November 2026", "mom"),
    ],
)
def test_whose_paper_it_is_owns_the_date(text: str, key: str) -> None:
    subject = subject_of(text)
    assert subject is not None
    assert subject.key == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("why does my passport not count? my German buddy got cut short by his", SELF),
        ("why is mine shorter, my sister got six months", SELF),
        ("how come we must go in May? my aunt got a year", SELF),
        ("mine 4 June 2030", SELF),
        ("why must he leave? my son came 3 May 2026", "son"),
    ],
)
def test_another_beside_a_why_is_only_held_against_oneself(text: str, key: str) -> None:
    subject = subject_of(text)
    assert subject is not None
    assert subject.key == key


@pytest.mark.parametrize(
    ("text", "of_another"),
    [
        ("why does mine not count? my Italian buddy got cut off by his", True),
        ("how come I get less, my German friend got a year", True),
        ("I am Italian", False),
        ("Italian citizen, my wife came along", False),
    ],
)
def test_whose_nationality_is_told(text: str, of_another: bool) -> None:
    assert is_nationality_of_another(text) is of_another
    told = heard(text, {"entry_date": ENTERED, "nationality": "US"})
    assert ("nationality" in told.new) is not of_another


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("why? six months ran out in October", True),
        ("but how come, that was October", True),
        ("hm, how is that, it ended in October", True),
        ("I wonder why", False),
        ("whyte avenue", False),
    ],
)
def test_a_why_at_the_beginning(text: str, asked: bool) -> None:
    assert asks_why(text) is asked


@pytest.mark.parametrize(
    ("text", "assumed"),
    [
        ("I came 3 September, let's say nothing was written", True),
        ("3 September. assume there is no date written", True),
        ("let's go with no stamp, I came 3 September", True),
        ("what if nothing was written", False),
        ("suppose nothing was written?", False),
        ("he said nothing was written", False),
    ],
)
def test_no_writing_taken_for_granted(text: str, assumed: bool) -> None:
    assert assumes_no_writing(text) is assumed


def test_no_writing_taken_for_granted_is_no_supposition_of_an_unknown_stamp() -> None:
    text = "I came 5 September, let's say nothing was written"
    told = heard(text, {"nationality": "US"}, "visa_expiry")
    assert (told.perhaps, told.new["entry_date"]) == (False, "2026-09-05")
    written = {"entry_date": ENTERED, "stamp_date": "2026-12-01"}
    assert heard("suppose nothing was written", written, "stamp_date").perhaps


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("my boarding pass says 8 September though", "2026-09-08"),
        ("found the ticket: 8 September", "2026-09-08"),
        ("I checked, the flight was 8 September", "2026-09-08"),
        ("my ticket says I left on 8 September though", None),
        ("my ticket says 8 September but we landed after midnight", None),
        ("my ticket says 20 September though", None),
        ("is it 8 September though, as my ticket says?", None),
    ],
)
def test_a_ticket_held_against_the_day_told(text: str, day: str | None) -> None:
    written = {"entry_date": ENTERED, "stamp_date": "2027-02-01", "officer_wrote_date": True}
    told = heard(text, written, "entry_date")
    assert told.new.get("entry_date") == day
    assert "stamp_date" not in told.new  # the same entry, put right


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("with a lens: it reads 17 AUG 2026 and nothing handwritten", "2026-08-17"),
        ("mine shows 17 August 2026, nothing else", "2026-08-17"),
        ("my son read it to me, 17 August 2026 and nothing by hand", "2026-08-17"),
        ("it says 17 August 2026", None),
        ("it says 17 March 2027, nothing else", None),
        ("does 17 August 2026 and nothing else count?", None),
    ],
)
def test_a_day_read_off_a_stamp_without_writing(text: str, day: str | None) -> None:
    assert heard(text, {}, "visa_expiry", of_writing=True).new.get("entry_date") == day
    assert heard("it shows 17 August 2026, nothing else", {}, "visa_expiry").new == {}


def test_no_stay_ends_on_the_day_of_entry() -> None:
    told = heard("never mind, my date was 9 September", {"entry_date": ENTERED}, "entry_date")
    assert told.new == {"entry_date": ENTERED}


def _turned(known: dict[str, Any], us: str | None) -> People:
    own = {"entry_date": ENTERED, "stamp_date": "2027-08-10", "officer_wrote_date": True}
    others = {SELF: own} | ({US: {"entry_date": us}} if us else {})
    return People("wife", known, others, own, turned=True)


def test_one_of_us_has_our_entry_and_what_was_written() -> None:
    told = {"passport_expiry": "2027-05-15"}
    assert as_one_of_us(_turned({}, ENTERED), told).known == {
        "entry_date": ENTERED,
        "stamp_date": "2027-08-10",
        "officer_wrote_date": True,
    }
    assert as_one_of_us(_turned({}, None), told).known == {}
    assert as_one_of_us(_turned({}, "2026-01-05"), told).known == {}
    assert as_one_of_us(_turned({}, ENTERED), {}).known == {}
    came = {"entry_date": "2026-10-01"}
    assert as_one_of_us(_turned(came, ENTERED), told).known == came


def test_the_end_before_a_refusal_needs_no_year() -> None:
    text = "refused 18 November, applied 2 June, my status was good until 20 June"
    told = heard(text, {}, "visa_expiry")
    assert (told.new["record_expiry"], told.doubts) == ("2026-06-20", ())
    assert heard("applied 2 June, my status is good until 20 June", {}, "visa_expiry").doubts


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("we entered on 9 September 2026", True),
        ("officer wrote 10 August 2027, we came 9 September 2026", True),
        ("me and my wife landed on 9 September 2026", True),
        ("I entered on 9 September 2026", False),
    ],
)
def test_who_came_in_together(text: str, together: bool) -> None:
    people = with_us(People(None, {}, {}, {}), text, {"entry_date": ENTERED})
    assert (US in people.others) is together


def test_all_of_us_are_nobody_that_a_pronoun_means() -> None:
    others = {US: {"entry_date": ENTERED}}
    people = people_of("when does she leave", None, {"entry_date": ENTERED}, others)
    assert people.person != US


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("remind me what that costs", "ask_extension_fee"),
        ("remind me again of the fee", "ask_extension_fee"),
        ("can you remind me how much it was", "ask_extension_fee"),
        ("remind me why", "ask_why"),
        ("remind me how many days are left", "ask_expiry_date"),
        ("remind me how to apply for more", "ask_extension_how"),
        ("remind me to pay the fee", None),
        ("remind me on 5 May", None),
        ("tell me when it is time to apply", None),
    ],
)
def test_what_is_told_again(text: str, intent: str | None) -> None:
    assert told_again(text) == intent


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I can't see if he wrote a date", None),
        ("cannot tell whether the officer wrote anything", None),
        ("I cannot check for a written date", None),
        ("he wrote a date", True),
        ("there is a handwritten date", True),
    ],
)
def test_whether_a_date_was_written_is_not_known(text: str, value: bool | None) -> None:
    written = [fact.value for fact in find_facts(text) if fact.kind == "officer_wrote_date"]
    assert written == ([] if value is None else [value])


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("refusal of my extension was e-mailed on 16 November", DateRole.DECISION_DATE),
        ("the answer to our application was sent on 16 November", DateRole.DECISION_DATE),
        ("rejection of the extension request was mailed 16 November", DateRole.DECISION_DATE),
        ("the no came on 16 November", DateRole.DECISION_DATE),
        ("my extension was e-mailed on 16 November", DateRole.APPLICATION_DATE),
        ("no reply to my application that was sent 16 November", DateRole.APPLICATION_DATE),
        ("waiting for an answer on my extension sent 5 November", DateRole.APPLICATION_DATE),
        ("nothing written in my passport and it is good to 5 May 2032", DateRole.PASSPORT_EXPIRY),
        ("no stamp, and it is valid until 5 May 2032", None),
        ("no stamp, officer said it is valid until 5 May 2027", DateRole.STAMP_DATE),
        ("drove up to New Brunswick on 5 September", DateRole.ENTRY_DATE),
        ("rode the bus up to Montreal on 5 September", DateRole.ENTRY_DATE),
        ("biked up to Nova Scotia 5 September", DateRole.ENTRY_DATE),
        ("we rode our motorbikes up to Quebec on 5 September 2026", DateRole.ENTRY_DATE),
        ("my stay is good up to 5 September 2027", DateRole.RECORD_EXPIRY),
        ("I came in and can stay up to 5 May 2027", DateRole.RECORD_EXPIRY),
        ("my husband's passport dies 5 May 2027", DateRole.PASSPORT_EXPIRY),
        ("my husband's father died 5 May 2026", DateRole.OTHER),
    ],
)
def test_what_a_day_is_of(text: str, role: DateRole | None) -> None:
    assert [said.role for said in find_dates(text)] == [role]
