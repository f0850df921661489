"""Plain ways in which people tell of dates, one table for each kind; today is TODAY."""

from __future__ import annotations

import pytest

from language.dates import AmbiguousDate, find_dates, resolve
from tests.language.judged import TODAY, roles_and_days

Expected = list[tuple[str | None, str]]

TOUCHED_DOWN: dict[str, Expected] = {
    "say we touch down 9 january and nobody writes anything": [("entry_date", "2027-01-09")],
    "touching down in Calgary 9 january": [("entry_date", "2027-01-09")],
    "suppose she lands 9 october": [("entry_date", "2027-10-09")],
    "say she landed 9 october": [("entry_date", "2026-10-09")],
    "our plane touched down 9 october": [("entry_date", "2026-10-09")],
}

GOT_UNTIL: dict[str, Expected] = {
    "we got only until 9 january": [("stamp_date", "2027-01-09")],
    "the officer wrote something beside the stamp on 3 june": [("entry_date", "2026-06-03")],
    "the officer wrote something like 5 may 2027": [("stamp_date", "2027-05-05")],
    "my sister got until 9 january and nobody said why": [("stamp_date", "2027-01-09")],
    "he got just 3 weeks, until 20 december": [("stamp_date", "2026-12-20")],
    "got 2 months, until 9 january": [("stamp_date", "2027-01-09")],
    "we got in only until 9 january": [("stamp_date", "2027-01-09")],
    "was let in until 10 january": [("stamp_date", "2027-01-10")],
    "I was allowed in until 8 December": [("stamp_date", "2026-12-08")],
    "we were allowed in for 3 weeks, until 8 December": [("stamp_date", "2026-12-08")],
    "they let my dad have 6 months and me until 3 february": [("stamp_date", "2027-02-03")],
    "They admitted us on 4 october for 3 months, until 4 january": [
        ("entry_date", "2026-10-04"),
        ("stamp_date", "2027-01-04"),
    ],
    # What an application got is no officer's date.
    "my extension was approved, got until 5 march": [("record_expiry", "2027-03-05")],
    "applied for more time and got until 5 march": [("record_expiry", "2027-03-05")],
    "I got until 9 january on my new visitor record": [("record_expiry", "2027-01-09")],
    "i have got until 9 january": [("record_expiry", "2027-01-09")],
    "my passport got until 9 january": [("passport_expiry", "2027-01-09")],
    "they got through customs at montreal 3 october": [("entry_date", "2026-10-03")],
    "we got in through windsor 3 october": [("entry_date", "2026-10-03")],
    "we were let in through windsor on 3 october": [("entry_date", "2026-10-03")],
    "customs told me to leave on 2 january": [("stamp_date", "2027-01-02")],
    "my wife told me to leave on 2 january": [("other", "2027-01-02")],
    "how come she got until 3 january and i got until 3 march": [
        ("other", "2027-01-03"),
        ("stamp_date", "2027-03-03"),
    ],
    "we got until 1 march on our lease": [("other", "2027-03-01")],
    "the insurance got until 1 march": [("other", "2027-03-01")],
    "got until 5 december to send the documents": [("other", "2026-12-05")],
}
MAY_THEY: dict[str, Expected] = {
    "can an officer just decide 9 january": [("stamp_date", "2027-01-09")],
    "can the guard really write 9 january for no reason": [("stamp_date", "2027-01-09")],
    "are they allowed to put 9 january when i asked for six months": [("stamp_date", "2027-01-09")],
    "is the woman at the booth even allowed to write 9 january": [("stamp_date", "2027-01-09")],
    "the officer decided 9 january and that was it": [("stamp_date", "2027-01-09")],
    # A wish stays one.
    "can they give me until 9 january": [("other", "2027-01-09")],
    "will the officer give us until 9 january": [("other", "2027-01-09")],
}
SINCE: dict[str, Expected] = {
    "me since 30 may, how many days are left": [("entry_date", "2026-05-30")],
    "i'm in canada since july 2, my wife since august 9": [
        ("entry_date", "2026-07-02"),
        ("other", "2026-08-09"),
    ],
    "My mother in law since 9 august. How long?": [("entry_date", "2026-08-09")],
    "My mother since 9 august, her status is over": [(None, "2026-08-09")],
    "visitor since august 3, lmia is ready": [("entry_date", "2026-08-03")],
    "tourist from chile since august 3": [("entry_date", "2026-08-03")],
    "I am a visitor since september 28": [("entry_date", "2026-09-28")],
    "visitor here since august 3, can i get a work permit at the border": [
        ("entry_date", "2026-08-03")
    ],
    "visiting my daughter since october 28": [("entry_date", "2026-10-28")],
    # Since then no worker or student any more.
    "visitor since august 3, before that i was a student": [(None, "2026-08-03")],
    "here as a visitor since august 3 because my study permit ended": [(None, "2026-08-03")],
    "i changed from worker, visitor since august 3": [(None, "2026-08-03")],
    "i have visitor status since august 3": [(None, "2026-08-03")],
}
RETURNS: dict[str, Expected] = {
    "leaving 20 december, back 8 january, ok while i wait?": [
        ("other", "2026-12-20"),
        ("other", "2027-01-08"),
    ],
    "going to vegas 3 dec, back here on 7 dec": [(None, "2026-12-03"), ("other", "2026-12-07")],
    "can we visit Buffalo on 5 december, back 6 december": [
        (None, "2026-12-05"),
        ("other", "2026-12-06"),
    ],
    "came may 4, flew home for my exams, back here nov 9": [
        ("earlier_entry", "2026-05-04"),
        ("entry_date", "2026-11-09"),
    ],
    "came in april 3, went to visit my brother, back here since october 15": [
        ("earlier_entry", "2026-04-03"),
        ("entry_date", "2026-10-15"),
    ],
    "we went to Vegas, back 9 october": [("entry_date", "2026-10-09")],
    "back to canada december 9": [("entry_date", "2026-12-09")],
    "back to canada november 9": [("entry_date", "2026-11-09")],
    "The last time I flew in was 1 November": [("entry_date", "2026-11-01")],
    "my last time entering was 14 september": [("entry_date", "2026-09-14")],
    "we arrived canada day, july 1 2026": [("other", "2026-07-01"), ("entry_date", "2026-07-01")],
    "the last time i came in was 4 march 2025, now i came 5 october": [
        ("other", "2025-03-04"),
        ("entry_date", "2026-10-05"),
    ],
    "last year i came 4 may 2025": [("other", "2025-05-04")],
    "do landing on 5 december as permanent resident": [("other", "2026-12-05")],
    "pr landing was 5 june 2020": [("other", "2020-06-05")],
    "the baby comes 2 january": [("other", "2027-01-02")],
    "my landing was 5 october at pearson": [("entry_date", "2026-10-05")],
    "my uncle picked us up at the airport on 12 September": [("entry_date", "2026-09-12")],
    "the officer looked at it and gave me my passport back on 14 october": [
        ("entry_date", "2026-10-14")
    ],
}
TWO_STAMPS: dict[str, Expected] = {
    "I have two stamps, 4 may and 19 september. which counts?": [
        ("earlier_entry", "2026-05-04"),
        ("entry_date", "2026-09-19"),
    ],
    "there are 2 entry stamps in my passport: June 1 and October 10": [
        ("earlier_entry", "2026-06-01"),
        ("entry_date", "2026-10-10"),
    ],
    "two stamps, one is 4 may 2026, the other 19 september 2026": [
        ("earlier_entry", "2026-05-04"),
        ("entry_date", "2026-09-19"),
    ],
}
PAPERS: dict[str, Expected] = {
    "got a new passport 5 november": [("other", "2026-11-05")],
    "my new passport is from 3 november": [("other", "2026-11-03")],
    "my passport is new since 5 november": [("other", "2026-11-05")],
    "i lost my passport on 3 november": [("other", "2026-11-03")],
    "my passport got stolen 3 november": [("other", "2026-11-03")],
    "i got my visa on 4 january": [("other", "2027-01-04")],
    "my wp expires jan 9": [("record_expiry", "2027-01-09")],
    "his bowp ends jan 9": [("record_expiry", "2027-01-09")],
    "the eta is on my old passport and ends 22 april": [("visa_expiry", "2027-04-22")],
    "the stamp is on my old passport, which ends 22 april 2027": [("other", "2027-04-22")],
    "visa end of january, can we stay after that": [("visa_expiry", "2027-01-31")],
    "my extension came through and it goes to 22 june 2027": [("record_expiry", "2027-06-22")],
    "IEC letter good until 3 march 2027": [("other", "2027-03-03")],
    "my letter of introduction for a study permit says valid till 15 feb 2027": [
        ("other", "2027-02-15")
    ],
    "departure order, we must leave by january 4": [("other", "2027-01-04")],
    "how many days before january 9 must i ask? that's when my record is over": [
        ("record_expiry", "2027-01-09")
    ],
    "does my stay end december 1": [("other", "2026-12-01")],
    "so is december 1 my last day": [("other", "2026-12-01")],
    "my last day to leave is december 1": [("record_expiry", "2026-12-01")],
    "since december 23 2024 flagpoling is over": [("other", "2024-12-23")],
    "do the six months start again and end may 8?": [("other", "2027-05-08")],
    "my daughter keeps telling me i must be out by 4 march": [("other", "2027-03-04")],
    "the first day doesn't count, so 9 april?": [("other", "2027-04-09")],
    "The guard wrote 3 may but i read it as 3 march": [
        ("stamp_date", "2027-05-03"),
        ("other", "2027-03-03"),
    ],
    "The visitor record they mailed me says june 1 2027": [("record_expiry", "2027-06-01")],
    "stay until 3 december was the original, extension asked on 20 november": [
        ("record_expiry", "2026-12-03"),
        ("application_date", "2026-11-20"),
    ],
    "my original stay was until 3 december": [("record_expiry", "2026-12-03")],
    "ski season ends 4 april, i'd love to be here": [("other", "2027-04-04")],
    "the ski season is great. must go by Dec 20": [("record_expiry", "2026-12-20")],
    "his record said October 2 and here we still are": [("record_expiry", "2026-10-02")],
}
SENT: dict[str, Expected] = {
    "we put in for six more months back on October 5th": [("application_date", "2026-10-05")],
    "i sent the extension on the last day, 3 november": [("application_date", "2026-11-03")],
    "the portal says submitted november 1": [("application_date", "2026-11-01")],
    "i did the extension online 1 november": [("application_date", "2026-11-01")],
    "extension done november 1": [("application_date", "2026-11-01")],
    "extension asked on 1 november": [("application_date", "2026-11-01")],
    "came 5 months back": [("entry_date", "2026-06-22")],
    "filled it all in nov 5 but never clicked submit": [(None, "2026-11-05")],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, id=f"{kind}: {text}")
        for kind, messages in (
            ("touched down", TOUCHED_DOWN),
            ("got until", GOT_UNTIL),
            ("may they", MAY_THEY),
            ("since", SINCE),
            ("returns", RETURNS),
            ("two stamps", TWO_STAMPS),
            ("papers", PAPERS),
            ("sent", SENT),
        )
        for text, expected in messages.items()
    ],
)
def test_roles_and_days(text: str, expected: Expected) -> None:
    assert roles_and_days(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I have two stamps, 19 september and 4 may",
        "two stamps, one by hand: 4 may and 19 september",
    ],
)
def test_two_stamps_out_of_order_or_by_hand_are_no_two_entries(text: str) -> None:
    assert "earlier_entry" not in [date.role and date.role.value for date in find_dates(text)]


def test_a_bare_return_far_from_today_is_asked_about() -> None:
    (date,) = find_dates("back to canada may 20")
    assert isinstance(resolve(date, TODAY), AmbiguousDate)


@pytest.mark.parametrize(
    ("text", "role", "year"),
    [
        ("my parents passport ends 2028", "passport_expiry", 2028),
        ("the new one goes to 2036, my passport that is", None, 2036),
    ],
)
def test_a_year_alone_ends_a_paper(text: str, role: str | None, year: int) -> None:
    (date,) = find_dates(text)
    assert date.year == year
    assert role is None or date.role == role


def test_how_long_a_passport_lasts_is_no_date_an_officer_gave() -> None:
    first, *_ = find_dates("got 5 months left in my passport, want to be here for 6 months")
    assert first.role == "passport_expiry"


def test_the_day_of_a_feast_ends_nothing() -> None:
    found = find_dates("on maintained status, thanksgiving with my aunt in Boston on 26 November")
    assert found[-1].text == "26 November"
    assert found[-1].role == "other"
