"""The same facts said in other ways: short forms, slips, other languages, present tenses."""

from __future__ import annotations

import pytest

from language.dates import AmbiguousDate, find_dates, resolve, role_on
from tests.language.judged import TODAY, role_where_day_is_not, roles_and_days

# Words and shapes that name a day.
SHAPES = {
    "landed two mondays ago": [("entry_date", "2026-11-09")],
    "we flew in 3 saturdays ago": [("entry_date", "2026-11-07")],
    "came in two sundays ago": [("entry_date", "2026-11-08")],
    "crossed the friday before last": [("entry_date", "2026-11-13")],
    "entered 11 jully": [("entry_date", "2026-07-11")],
    "entered 11 junne": [("entry_date", "2026-06-11")],
    "entered 11 juli 2026": [("entry_date", "2026-07-11")],
    "Einreise war 11 oktober, i arrived then": [("entry_date", "2026-10-11")],
    "passport expires 11 março 2028": [("passport_expiry", "2028-03-11")],
    "landed aprl 11": [("entry_date", "2026-04-11")],
    "landed on 8.5.26 (8 may)": [("entry_date", "2026-05-08"), ("other", "2026-05-08")],
    "landed 8-5-26, i'm from wales so it's 8 May": [
        ("entry_date", "2026-05-08"),
        ("other", "2026-05-08"),
    ],
    "entered 8.5.2026. it's the eighth of may": [
        ("entry_date", "2026-05-08"),
        ("other", "2026-05-08"),
    ],
    "entered 8/5/26, i.e. May 8": [("entry_date", "2026-05-08"), ("other", "2026-05-08")],
    "visa valid 13/05/2023-14/05/2028": [
        ("other", "2023-05-13"),
        ("visa_expiry", "2028-05-14"),
    ],
    "we flew in from wien 19.9., all good": [("entry_date", "2026-09-19")],
    "landed the last day of july": [("entry_date", "2026-07-31")],
    "my record is valid until the last day of february 2027": [("record_expiry", "2027-02-28")],
    "entered the first day of this month": [("entry_date", "2026-11-01")],
    "entered on the 8th. of july": [("entry_date", "2026-07-08")],
    "passport expirey 9 march 2027": [("passport_expiry", "2027-03-09")],
    "visa 13 may 2023 - 12 may 2028": [("other", "2023-05-13"), ("visa_expiry", "2028-05-12")],
}

# What the words beside the day say of it.
CUES = {
    "the papers came back as incomplete on 4 september": [("decision_date", "2026-09-04")],
    "everything came back 4 september so i sent it again 9 september": [
        ("decision_date", "2026-09-04"),
        ("application_date", "2026-09-09"),
    ],
    "application for a visitor record went in 4 november": [("application_date", "2026-11-04")],
    "my file is with ircc since 4 november": [("application_date", "2026-11-04")],
    "ircc received it 4 november": [("application_date", "2026-11-04")],
    "her visa got over on 4 november": [("visa_expiry", "2026-11-04")],
    "visa up on 4 june 2028": [("visa_expiry", "2028-06-04")],
    "my stay ends 2 december and the passport on 9 december": [
        ("record_expiry", "2026-12-02"),
        ("passport_expiry", "2026-12-09"),
    ],
    "my stay is over on 2 december and passport on the 9th of december": [
        ("record_expiry", "2026-12-02"),
        ("passport_expiry", "2026-12-09"),
    ],
    "we were given visitor records, they are valid until 2 sept 2027": [
        ("record_expiry", "2027-09-02")
    ],
    "the date in my passport is 2 march 2027 hand written": [("stamp_date", "2027-03-02")],
    "date of expiry on passport 2 march 2027": [("passport_expiry", "2027-03-02")],
    "i was admitted to 2 march": [("stamp_date", "2027-03-02")],
    "they admitted me till 2 march": [("stamp_date", "2027-03-02")],
    "stamped to 2 march": [("stamp_date", "2027-03-02")],
    "my 6 months will be over on 2 march": [("record_expiry", "2027-03-02")],
    "six months complete on 2 march": [("record_expiry", "2027-03-02")],
    "last date of my stay is 2 march": [("record_expiry", "2027-03-02")],
    "been illegal since 2 september": [("record_expiry", "2026-09-02")],
    "out of status from 2 september": [("record_expiry", "2026-09-02")],
    "my time was ending 2 september": [("record_expiry", "2026-09-02")],
    "i had time until 2 september": [("record_expiry", "2026-09-02")],
    "request letter deadline 2 december": [("other", "2026-12-02")],
    "count from the visa date, 2 march 2026": [(None, "2026-03-02")],
    "he reached on 2 october": [("entry_date", "2026-10-02")],
    "my wife joined me on 2 october": [("entry_date", "2026-10-02")],
    "3 june i came, 10 august i left to the us, 12 august i am back": [
        ("earlier_entry", "2026-06-03"),
        ("left_canada_on", "2026-08-10"),
        ("entry_date", "2026-08-12"),
    ],
    "in canada as a visitor as of 2 october": [("entry_date", "2026-10-02")],
    "from 2 october i am in montreal": [("entry_date", "2026-10-02")],
    "since 2 october with my daughter in laval": [("entry_date", "2026-10-02")],
    "we're at my sister's since 2 october": [("entry_date", "2026-10-02")],
    "my parents came 2 june and i followed on 9 june": [
        ("other", "2026-06-02"),
        ("entry_date", "2026-06-09"),
    ],
    "we landed in halifax with the cruise 2 october": [("entry_date", "2026-10-02")],
    "2 june entry, 9 august trip to vegas, 12 august return by bus": [
        ("earlier_entry", "2026-06-02"),
        ("other", "2026-08-09"),
        ("entry_date", "2026-08-12"),
    ],
    "it must have said so: the sticker says must leave by 2 december 2026": [
        ("stamp_date", "2026-12-02")
    ],
    "my status stay exp 2 december": [("record_expiry", "2026-12-02")],
    "i have visitor till 2 january": [("record_expiry", "2027-01-02")],
    "friend says leave by 2 december but the stamp in my passport is 9 june 2026": [
        ("other", "2026-12-02"),
        ("stamped", "2026-06-09"),
    ],
    "my entry stamp is 9 june so it should be 9 december": [
        ("entry_date", "2026-06-09"),
        ("other", "2026-12-09"),
    ],
    "my last day had been 2 october": [("record_expiry", "2026-10-02")],
    "the old end date was 2 october": [("record_expiry", "2026-10-02")],
    "my fiance flew home to me in laval on 2 october": [("entry_date", "2026-10-02")],
    "it's 2 march 2027 on the white sheet they stapled in": [("stamp_date", "2027-03-02")],
    "i see 2 march 2027 in the visitor record": [("record_expiry", "2027-03-02")],
    "landed on my birthday, 2 october": [("entry_date", "2026-10-02")],
    "been here almost two months (since 2 october)": [("entry_date", "2026-10-02")],
    "the stamp said 2 march 2027, it is crossed out": [("other", "2027-03-02")],
    "applied 2 november, flying to see my dad 4 december": [
        ("application_date", "2026-11-02"),
        ("other", "2026-12-04"),
    ],
    "4 june (entry), 4 december (end?)": [
        ("entry_date", "2026-06-04"),
        ("other", "2026-12-04"),
    ],
    "permission to stay until 2 march": [("record_expiry", "2027-03-02")],
    "i'm in status until 2 march": [("record_expiry", "2027-03-02")],
    "extension date 2 march 2027": [(None, "2027-03-02")],
    "final day 2 march": [("record_expiry", "2027-03-02")],
    "imm 1442 until 2 march": [("record_expiry", "2027-03-02")],
    "authorised period 2 march 2027": [("record_expiry", "2027-03-02")],
    "took flight to canada on 2 october": [("entry_date", "2026-10-02")],
    "he gave a note saying leave before 2 december": [("stamp_date", "2026-12-02")],
    "what is 6 months after 2 june? arrived then": [("entry_date", "2026-06-02")],
    "mine says 2 october": [(None, "2026-10-02")],
    "status done on 2 november, 20 days over": [("record_expiry", "2026-11-02")],
    "only 12 days left, until 4 december": [("record_expiry", "2026-12-04")],
    "papers in for extension since 2 november": [("application_date", "2026-11-02")],
    "my old status from 2 september is long over": [("record_expiry", "2026-09-02")],
    "my wife's due on 14 january, her stay ends 2 january": [
        ("other", "2027-01-14"),
        ("record_expiry", "2027-01-02"),
    ],
    "let in on 2 september but only till 2 october": [
        ("entry_date", "2026-09-02"),
        ("stamp_date", "2026-10-02"),
    ],
    "refused 2 november (asked on 4 august)": [
        ("decision_date", "2026-11-02"),
        ("application_date", "2026-08-04"),
    ],
    "the original end was 2 october": [("record_expiry", "2026-10-02")],
    "my first date in canada is 2 october": [("entry_date", "2026-10-02")],
    "visa (exp. 2 march 2033)": [("visa_expiry", "2033-03-02")],
    "visa ext. sent 2 november": [("application_date", "2026-11-02")],
    "the stamp was on 13th april": [("entry_date", "2026-04-13")],
    "got my extension application back on 2 november": [("decision_date", "2026-11-02")],
    "the date they gave me, 2 march 2027, is too soon": [("stamp_date", "2027-03-02")],
    "asked for visitor status 2 november": [("application_date", "2026-11-02")],
    "can you tell me if an entry on 2 june is fine": [("entry_date", "2026-06-02")],
    "next: passport 2 march 2031": [("passport_expiry", "2031-03-02")],
    "in 2 october out 5 december": [("entry_date", "2026-10-02"), ("other", "2026-12-05")],
}

# Forms of a verb that may look back or ahead.
TENSES = {
    "landing was 2 october, all fine": [("entry_date", "2026-10-02")],
    "since entering 2 june we are in banff": [("entry_date", "2026-06-02")],
    "after arriving on 2 october i got sick": [("entry_date", "2026-10-02")],
    "we fly to canada on 5 december": [("entry_date", "2026-12-05")],
    "travelling to canada 5 december": [("entry_date", "2026-12-05")],
    "does day one count as 2 october?": [("other", "2026-10-02")],
    "2 october was my first day here": [("entry_date", "2026-10-02")],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, id=text)
        for messages in (SHAPES, CUES, TENSES)
        for text, expected in messages.items()
    ],
)
def test_roles_and_days(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert roles_and_days(text) == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("her visa is valid until mid 2028", "visa_expiry"),
        ("visa up in 2028", "visa_expiry"),
        ("here since before easter", "entry_date"),
        ("crossed on the fourth of july weekend", "entry_date"),
        ("she came in 2 weeks before christmas 2025", "entry_date"),
        (
            "the guard meant 3 april 2027 but it looks like 8 april 2027 in handwriting",
            "stamp_date",
        ),
        ("passport up for renewal 6/2027", "passport_expiry"),
        ("my passport is good for another 2 years", "passport_expiry"),
        ("passport valid for 3 more months", "passport_expiry"),
        ("visa got over in september", "visa_expiry"),
        ("entered in the night between 5 and 6 august, the stamp is smudged", "entry_date"),
        # Neither day is near today: a plan in one mouth, a visit long begun in another.
        ("i cross the border 2 may by car", "entry_date"),
    ],
)
def test_role_is_found_where_the_day_is_not(text: str, role: str) -> None:
    assert role_where_day_is_not(text) == role


@pytest.mark.parametrize(
    "text",
    ["my passport expires 8/31", "visa until 5/29", "the officer wrote 1/27", "status ends 12/26"],
)
def test_a_month_and_a_year_in_two_numbers_is_no_day(text: str) -> None:
    assert role_where_day_is_not(text) is not None


@pytest.mark.parametrize(
    ("text", "day"),
    [("entered 8/26", "2026-08-26"), ("status ends 1/30", "2027-01-30")],
)
def test_two_numbers_that_are_no_month_and_year_are_a_day(text: str, day: str) -> None:
    assert [found for _, found in roles_and_days(text)] == [day]


def test_a_present_tense_far_from_either_day_is_both() -> None:
    (date,) = find_dates("i cross the border 2 may by car")
    found = resolve(date, TODAY)
    assert isinstance(found, AmbiguousDate)
    assert [day.isoformat() for day in found.candidates] == ["2026-05-02", "2027-05-02"]


@pytest.mark.parametrize(
    ("text", "role"),
    [("the stamp says 4 december", "stamp_date"), ("the stamp says 13 april", None)],
)
def test_a_stamps_day_without_its_year_is_a_limit_only_where_near(
    text: str, role: str | None
) -> None:
    (date,) = find_dates(text)
    assert role_on(date, TODAY) == role


def test_what_an_officer_says_in_parting_is_no_day_to_leave_by() -> None:
    (date,) = find_dates("the officer said see you in january")
    assert date.role is None


def test_a_month_in_a_later_question_is_no_second_date() -> None:
    written, asked = find_dates("he wrote 9 4 2027 by hand. April or September?")
    assert written.role == "stamp_date"
    assert asked.role is None


def test_the_day_of_a_weekday_is_named_after_it() -> None:
    weekday, day = find_dates("arrived on a sunday, i think it was the 1st of november")
    assert (weekday.role, day.role) == ("other", "entry_date")


@pytest.mark.parametrize(
    "text",
    [
        "does my passport need to be valid for 6 months",
        "must the passport be valid for another 6 months",
        "the score was 13.5. in the test",
        "20 junk mails a day about visas",
    ],
)
def test_no_date(text: str) -> None:
    assert find_dates(text) == ()


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("my renewal has been pending since 7 july", ["application_date"]),
        ("my renewal is pending, waiting for a letter by 7 july", ["other"]),
        ("the file went in on the very last day, 7 july", ["application_date"]),
        ("it's been sitting with them since 7 july", ["application_date"]),
        ("we have been with them since 7 july", ["entry_date"]),
        ("it says leave by 7 july 2027 in blue ink", ["stamp_date"]),
        ("stamped in at pearson 7 july and again 9 august", ["earlier_entry", "entry_date"]),
        ("the stay ends on a monday (7 june 2027)", ["other", "record_expiry"]),
        ("the removal date came: 7 december", ["other"]),
        ("he was arrested in calgary on 7 november", ["other"]),
        ("my stay ends 7 december and i will cross to buffalo on 9 december", None),
    ],
)
def test_what_stands_beside_tells_the_role(text: str, roles: list[str] | None) -> None:
    found = [date.role.value if date.role else None for date in find_dates(text)]
    assert found == (roles or ["record_expiry", "other"])
