"""What each date in a message is a date of."""

from __future__ import annotations

import datetime as dt

import pytest

from language.dates import ExactDate, find_dates, resolve

TODAY = dt.date(2026, 11, 22)

MESSAGES = {
    "I entered Canada on 15 January 2026": [("entry_date", "2026-01-15")],
    "we got here aug 31": [("entry_date", "2026-08-31")],
    "My mother arrived on the 4th of July with a super visa": [("entry_date", "2026-07-04")],
    "flew in last tuesday": [("entry_date", "2026-11-17")],
    "hi! date of entry 2 Oct 2026, passport expires 9 Sep 2028": [
        ("entry_date", "2026-10-02"),
        ("passport_expiry", "2028-09-09"),
    ],
    "been in calgary since june 7": [("entry_date", "2026-06-07")],
    "my husband has been staying with us since 12 sept": [("entry_date", "2026-09-12")],
    "crossed at peace arch 3 weeks ago": [("entry_date", "2026-11-01")],
    "On 6 May I landed at Pearson": [("entry_date", "2026-05-06")],
    "10 june is when i came in": [("entry_date", "2026-06-10")],
    "entry: 2026-09-30": [("entry_date", "2026-09-30")],
    "came 5 dec": [("entry_date", "2025-12-05")],
    "I will arrive on 5 dec": [("entry_date", "2026-12-05")],
    "arriving 9 january, flight home is 3 june": [
        ("entry_date", "2027-01-09"),
        ("other", "2027-06-03"),
    ],
    "the officer wrote 20 March 2027 under the stamp": [("stamp_date", "2027-03-20")],
    "handwritten: 4 feb": [("stamp_date", "2027-02-04")],
    "border guard gave me until january 10": [("stamp_date", "2027-01-10")],
    "CBSA gave us till the end of march": [("stamp_date", "2027-03-31")],
    "stamp says leave by 18 April 2027": [("stamp_date", "2027-04-18")],
    "there's a date in pen, 14 OC 26": [("stamp_date", "2026-10-14")],
    "the agent put 5 may 2027 in my passport": [("stamp_date", "2027-05-05")],
    "stamped 11 SE 26 at yyz": [("entry_date", "2026-09-11")],
    "passport stamp is 03 AU 26, no handwriting": [("entry_date", "2026-08-03")],
    "my passport expires 3 march": [("passport_expiry", "2027-03-03")],
    "passport is valid until 30 April 2031": [("passport_expiry", "2031-04-30")],
    "my passport expired 1 november": [("passport_expiry", "2026-11-01")],
    "passport exp. date 12/25/2027": [("passport_expiry", "2027-12-25")],
    "my new passport runs out in 4 months": [("passport_expiry", "2027-03-22")],
    "visitor record expires on Feb 2, 2027": [("record_expiry", "2027-02-02")],
    "my stay ended 10 august": [("record_expiry", "2026-08-10")],
    "status ends 5 december": [("record_expiry", "2026-12-05")],
    "status expired last monday": [("record_expiry", "2026-11-16")],
    "my study permit expires december 31": [("record_expiry", "2026-12-31")],
    "i have a visitor record good until 15/07/2027": [("record_expiry", "2027-07-15")],
    "the extension was approved until 1 august 2027": [("record_expiry", "2027-08-01")],
    "my authorized stay ends new year's eve": [("record_expiry", "2026-12-31")],
    "I am legal until 8 january": [("record_expiry", "2027-01-08")],
    "we lost status on 2 october": [("record_expiry", "2026-10-02")],
    "my visa expires 17 june 2030": [("visa_expiry", "2030-06-17")],
    "the eTA is good to 6 Nov 2029": [("visa_expiry", "2029-11-06")],
    "visa valid till 2032-02-28 but i entered 1 sept": [
        ("visa_expiry", "2032-02-28"),
        ("entry_date", "2026-09-01"),
    ],
    "multiple entry visa till 11 dec 2031": [("visa_expiry", "2031-12-11")],
    "applied for an extension on nov 3": [("application_date", "2026-11-03")],
    "i submitted the IMM 5708 online on 15 October": [("application_date", "2026-10-15")],
    "extension filed yesterday": [("application_date", "2026-11-21")],
    "sent my application two weeks ago": [("application_date", "2026-11-08")],
    "We applied to extend 20 Sept and our stay ended 1 Oct": [
        ("application_date", "2026-09-20"),
        ("record_expiry", "2026-10-01"),
    ],
    "applied on 1 sept, refused on 12 november": [
        ("application_date", "2026-09-01"),
        ("decision_date", "2026-11-12"),
    ],
    "my extension was refused november 5": [("decision_date", "2026-11-05")],
    "got the refusal letter on monday": [("decision_date", "2026-11-16")],
    "IRCC returned my application as incomplete on 30 october": [("decision_date", "2026-10-30")],
    "approved on 4 nov": [("decision_date", "2026-11-04")],
    "biometrics done 9 october": [("biometrics_date", "2026-10-09")],
    "gave my fingerprints on 3 Nov": [("biometrics_date", "2026-11-03")],
    "i left canada on 14 august and came back 20 august": [
        ("left_canada_on", "2026-08-14"),
        ("entry_date", "2026-08-20"),
    ],
    "left on sept 2, re-entered sept 9": [
        ("left_canada_on", "2026-09-02"),
        ("entry_date", "2026-09-09"),
    ],
    "applied for restoration on 2 november": [("restoration_date", "2026-11-02")],
    "submitted my restoration application 18 nov": [("restoration_date", "2026-11-18")],
    "my flight home is 5 december": [("other", "2026-12-05")],
    "i fly out on jan 4": [("other", "2027-01-04")],
    "my sister's wedding is 20 february": [("other", "2027-02-20")],
    "we plan to leave on 28 november": [("other", "2026-11-28")],
    "born 12 may 1990": [("other", "1990-05-12")],
    "so that's 3 december right?": [("other", "2026-12-03")],
    "i count 15 january, correct?": [("other", "2027-01-15")],
    "you said 5 march": [("other", "2027-03-05")],
    "sorry, march 5": [(None, "2027-03-05")],
    "no i mean 2 april": [(None, "2027-04-02")],
    "entered 7 july 2025. typo, 2026": [("other", "2025-07-07"), ("entry_date", "2026-07-07")],
    "visited last time in 2024, this time entered 11 june 2026": [("entry_date", "2026-06-11")],
    "school starts 8 january": [("other", "2027-01-08")],
    "work permit expires on 1 december": [("record_expiry", "2026-12-01")],
    "what if i leave on 3 december": [("other", "2026-12-03")],
    "my passport: 3 march 2029": [("passport_expiry", "2029-03-03")],
    "they stamped me in on 19 august": [("entry_date", "2026-08-19")],
    "entered 2026-06-01; passport 2026-12-31; visa 2030-01-01": [
        ("entry_date", "2026-06-01"),
        ("passport_expiry", "2026-12-31"),
        ("visa_expiry", "2030-01-01"),
    ],
    "my travel insurance ends 1 jan": [("other", "2027-01-01")],
    "My 6 months are up on december 9": [("record_expiry", "2026-12-09")],
    "i must leave by 30 november": [("record_expiry", "2026-11-30")],
    "officer told me i have to leave by 30 november": [("stamp_date", "2026-11-30")],
    "today is 22 november, i entered 22 may": [
        ("other", "2026-11-22"),
        ("entry_date", "2026-05-22"),
    ],
    "we want to stay till 1 april": [("other", "2027-04-01")],
    "applied for my us visa 3 june": [("other", "2026-06-03")],
    "do i have to apply before 5 january": [("other", "2027-01-05")],
    "the bot told me 7 december": [("other", "2026-12-07")],
    "touchdown at YUL 14 sept, when am i out?": [("entry_date", "2026-09-14")],
    "Been chilling in banff since 3 july": [("entry_date", "2026-07-03")],
    "our visit began 2 august": [("entry_date", "2026-08-02")],
    "first day in canada: 8 june": [("entry_date", "2026-06-08")],
    "day of arrival - 17 Oct 2026": [("entry_date", "2026-10-17")],
    "my trip to canada started 12 july": [("entry_date", "2026-07-12")],
    "I am in Canada from 5th of May": [("entry_date", "2026-05-05")],
    "here from 7 June": [("entry_date", "2026-06-07")],
    "drove across ambassador bridge, 21 june": [("entry_date", "2026-06-21")],
    "came to visit my son 3/15/26": [("entry_date", "2026-03-15")],
    "egate 9 nov, no stamp": [("entry_date", "2026-11-09")],
    "my girlfriend entered canada (vancouver) on sep 6": [("entry_date", "2026-09-06")],
    "The plane got in 2 april": [("entry_date", "2026-04-02")],
    "last entry 11 august": [("entry_date", "2026-08-11")],
    "Entry stamp: 5 july 2026": [("entry_date", "2026-07-05")],
    "i got my stamp on 5 july": [("entry_date", "2026-07-05")],
    'stamp in passport with "until 3 JA 27"': [("stamp_date", "2027-01-03")],
    "there is a date scribbled under it 2 feb 2027": [("stamp_date", "2027-02-02")],
    'he wrote by hand "10 March 2027"': [("stamp_date", "2027-03-10")],
    "officer stamped my passport and wrote 1 dec 2026": [("stamp_date", "2026-12-01")],
    "The CBSA lady said i could stay till 9 feb": [("stamp_date", "2027-02-09")],
    "they allowed me until 9 feb only": [("stamp_date", "2027-02-09")],
    "I was given until 12 dec": [("stamp_date", "2026-12-12")],
    "stamped till 6 may 2027": [("stamp_date", "2027-05-06")],
    "officer shortened my stay to 15 december": [("stamp_date", "2026-12-15")],
    "passport renewal due 4 april": [("passport_expiry", "2027-04-04")],
    "ppt exp 1/30/27": [("passport_expiry", "2027-01-30")],
    "my passport ends on 20 feb 2027 but entry was 1 nov 2026": [
        ("passport_expiry", "2027-02-20"),
        ("entry_date", "2026-11-01"),
    ],
    "VR expires 28 feb": [("record_expiry", "2027-02-28")],
    "visitor record says 28 feb 2027": [("record_expiry", "2027-02-28")],
    "my record is dated until 28 feb": [("record_expiry", "2027-02-28")],
    "got a new visitor record, new date 28 feb 2027": [("record_expiry", "2027-02-28")],
    "my status runs out dec 12": [("record_expiry", "2026-12-12")],
    "my status is valid through dec 12": [("record_expiry", "2026-12-12")],
    "Status expiry: 12 Dec 2026": [("record_expiry", "2026-12-12")],
    "I overstayed, my six months finished on 3 sept": [("record_expiry", "2026-09-03")],
    "my visitor status was until 3 sept": [("record_expiry", "2026-09-03")],
    "i was supposed to leave on 3 sept": [("record_expiry", "2026-09-03")],
    "should have left 3 sept": [("record_expiry", "2026-09-03")],
    "had to be out by 3 sept": [("record_expiry", "2026-09-03")],
    "my time is up on 3 dec": [("record_expiry", "2026-12-03")],
    "stay expires in 3 weeks": [("record_expiry", "2026-12-13")],
    "I have been out of status since 3 sept": [("record_expiry", "2026-09-03")],
    "overstayed since 3 sept": [("record_expiry", "2026-09-03")],
    "my work permit ran out 3 sept": [("record_expiry", "2026-09-03")],
    "study permit was valid until 3 sept": [("record_expiry", "2026-09-03")],
    "deadline is 3 dec": [("record_expiry", "2026-12-03")],
    "my permitted stay is to 3 dec 2026": [("record_expiry", "2026-12-03")],
    "the letter from ircc says i can stay until 3 may 2027": [("record_expiry", "2027-05-03")],
    "visa exp 2030-05-05": [("visa_expiry", "2030-05-05")],
    "visa in my passport says until 2030-05-05": [("visa_expiry", "2030-05-05")],
    "TRV expiry date May 5 2030": [("visa_expiry", "2030-05-05")],
    "my ETA expires on 5 may 2028": [("visa_expiry", "2028-05-05")],
    "10 year visa valid through 5 may 2030": [("visa_expiry", "2030-05-05")],
    "put in my extension 2 nov": [("application_date", "2026-11-02")],
    "extension application in on 2 nov": [("application_date", "2026-11-02")],
    "my application was received 2 nov": [("application_date", "2026-11-02")],
    "Paid and submitted everything 2 nov": [("application_date", "2026-11-02")],
    "i have applied already (2 nov)": [("application_date", "2026-11-02")],
    "extension in since 2 nov": [("application_date", "2026-11-02")],
    "applied for extension before it expired, on 2 nov": [("application_date", "2026-11-02")],
    "they said no on 15 nov": [("decision_date", "2026-11-15")],
    "rejected 15 nov": [("decision_date", "2026-11-15")],
    "decision came on 15 nov": [("decision_date", "2026-11-15")],
    "My extension came back refused on 15 nov": [("decision_date", "2026-11-15")],
    "took a weekend in seattle and came back oct 4": [("entry_date", "2026-10-04")],
    "went to mexico 3 oct and re entered 10 oct": [
        ("left_canada_on", "2026-10-03"),
        ("entry_date", "2026-10-10"),
    ],
    "returned to canada 10 oct": [("entry_date", "2026-10-10")],
    "My return ticket is for 12 december": [("other", "2026-12-12")],
    "going home 12 december": [("other", "2026-12-12")],
    "I want to leave by 12 december": [("other", "2026-12-12")],
    "ticket says 12 december": [("other", "2026-12-12")],
    "baby due 12 january": [("other", "2027-01-12")],
    "my birthday is 12 january": [("other", "2027-01-12")],
    "my appointment with doctor is 12 january": [("other", "2027-01-12")],
    "I get married on 12 january": [("other", "2027-01-12")],
    "new job begins 12 january": [("other", "2027-01-12")],
    "shouldn't it be 12 january?": [("other", "2027-01-12")],
    "does that make it 12 january": [("other", "2027-01-12")],
    "how come 12 january and not 14 january": [("other", "2027-01-12"), ("other", "2027-01-14")],
    "i calculated 12 january": [("other", "2027-01-12")],
    "if i enter on 4 january": [("entry_date", "2027-01-04")],
    "planning to come 4 january till 4 march": [
        ("entry_date", "2027-01-04"),
        ("other", "2027-03-04"),
    ],
    "i have a hotel until 4 january": [("other", "2027-01-04")],
    "my parents will visit from 4 january": [("entry_date", "2027-01-04")],
    "Entered Sept. 4th": [("entry_date", "2026-09-04")],
    "entered 4 sept '26": [("entry_date", "2026-09-04")],
    "entered 20260904": [("entry_date", "2026-09-04")],
    "i entered may 4. i may extend": [("entry_date", "2026-05-04")],
    "my status is done on the 30th of this month": [("record_expiry", "2026-11-30")],
}


@pytest.mark.parametrize(("text", "expected"), MESSAGES.items())
def test_roles_and_days(text: str, expected: list[tuple[str | None, str]]) -> None:
    found = []
    for date in find_dates(text):
        resolved = resolve(date, TODAY)
        assert isinstance(resolved, ExactDate)
        found.append((date.role.value if date.role else None, resolved.date.isoformat()))
    assert found == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("passport good till aug 2031", "passport_expiry"),
        ("visa till dec 2029", "visa_expiry"),
        ("came in march", "entry_date"),
        ("entered on 03/04/2026", "entry_date"),
        ("entered 30 february", "entry_date"),
    ],
)
def test_role_is_found_where_the_day_is_not(text: str, role: str) -> None:
    (date,) = find_dates(text)
    assert date.role == role
    assert not isinstance(resolve(date, TODAY), ExactDate)


@pytest.mark.parametrize(
    "text",
    [
        "how many times can i come in 6 months",
        "is it ok to start today if they answer later",
        "what can we do on a long cold friday up here",
    ],
)
def test_loose_words_in_a_story_are_no_dates(text: str) -> None:
    assert find_dates(text) == ()


@pytest.mark.parametrize("text", ["today", "yesterday i think", "friday"])
def test_loose_words_alone_are_an_answer(text: str) -> None:
    (date,) = find_dates(text)
    assert date.role is None
