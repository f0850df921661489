"""What another clause tells is not of a date, and days of a story tell of nothing else."""

from __future__ import annotations

import pytest

from language.dates import find_dates, resolve, role_on
from tests.language.judged import TODAY

Expected = list[tuple[str | None, str]]

CLAUSES: dict[str, Expected] = {
    "came for my cousin's long chess camp 3 october, he went home, i stayed": [
        ("entry_date", "2026-10-03")
    ],
    "is it fine if we mail it on dec 20, that's our last day": [("record_expiry", "2026-12-20")],
    "i applied on 18 nov, that was my last day": [("application_date", "2026-11-18")],
    "my son crossed 3 october, me 20 october, do we have different dates": [
        ("other", "2026-10-03"),
        ("entry_date", "2026-10-20"),
    ],
    "came in 3 october and the officer smiled. Our bus trip is 20 april, ok?": [
        ("entry_date", "2026-10-03"),
        ("other", "2027-04-20"),
    ],
    "3 october, I came in by bus": [("entry_date", "2026-10-03")],
}
LOOSE: dict[str, Expected] = {
    "yesterday i missed the exit and ended up in detroit. my extension is open": [
        ("other", "2026-11-21")
    ],
    "nobody wrote anything and i go home on january 9": [("other", "2027-01-09")],
    "my extension is pending and dad's memorial is in Lima on december 9": [
        ("other", "2026-12-09")
    ],
    "I need to go home tomorrow, the extension is still open": [("other", "2026-11-23")],
    "must leave by tomorrow, help": [("record_expiry", "2026-11-23")],
    "my wife flies to Lima tomorrow, she has applied to extend": [("other", "2026-11-23")],
    "I applied already. Trip to Seattle on friday ok?": [("other", "2026-11-20")],
    "iec approved, cross at windsor and get it today?": [("other", "2026-11-22")],
    "I cross today, how long can I stay": [("entry_date", "2026-11-22")],
    "the officer gave me until sunday": [("stamp_date", "2026-11-22")],
    "the officer said the bank is closed until sunday": [("other", "2026-11-22")],
    "my uncle died this morning and my extension is pending": [("other", "2026-11-22")],
    "cbsa told us to come monday": [("other", "2026-11-23")],
    "if the no comes tomorrow what then": [("other", "2026-11-23")],
    "opening hours of immigration at Lewiston on 26 december?": [("other", "2026-12-26")],
}
DONE: dict[str, Expected] = {
    "came up 9 may, drove to Vermont on 3 july, and back in at Stanstead on 9 july": [
        ("earlier_entry", "2026-05-09"),
        ("left_canada_on", "2026-07-03"),
        ("entry_date", "2026-07-09"),
    ],
    "the rejection of my second came 9 october": [("decision_date", "2026-10-09")],
    "i came 3 march, plus six months should be 3 september": [
        ("entry_date", "2026-03-03"),
        ("other", "2027-09-03"),
    ],
    "fingerprints were last taken 9 may 2018": [("biometrics_date", "2018-05-09")],
}
STAMPS: dict[str, Expected] = {
    "the stamp shows 9 sept 2026 and under it V-1 by hand. what is it": [
        ("entry_date", "2026-09-09")
    ],
    "stamp says 9 january 2027, some initials below": [("stamp_date", "2027-01-09")],
    "visitor record ends 9 january 2027, stamp says 9 january 2026. which one": [
        ("record_expiry", "2027-01-09"),
        ("entry_date", "2026-01-09"),
    ],
    "two entry stamps, 3 october and 20 october, which one is valid": [
        ("earlier_entry", "2026-10-03"),
        ("entry_date", "2026-10-20"),
    ],
    "he wrote 12 AP 27": [("stamp_date", "2027-04-12")],
    "handwriting under the stamp reads 9 NO 26": [("stamp_date", "2026-11-09")],
    "a visitor record stapled into my passport with 9 january 2027 on it": [
        ("record_expiry", "2027-01-09")
    ],
    "why would he write 9 december when we asked for six months": [("stamp_date", "2026-12-09")],
    "would he write 9 december": [("other", "2026-12-09")],
    "the agent gave me exactly until 9 january": [("stamp_date", "2027-01-09")],
}
ENTRIES: dict[str, Expected] = {
    "No officer stamped our passports on 3 October, when must we leave": [
        ("entry_date", "2026-10-03")
    ],
    "got no stamp on 3 oct at yvr": [("entry_date", "2026-10-03")],
    "my cousin brought us along 3 october": [("entry_date", "2026-10-03")],
    "she joined us two weeks ago, until when can she stay": [("entry_date", "2026-11-08")],
    "grandma is on a super visa since 3 march 2024": [("entry_date", "2024-03-03")],
    "worked two summers, now since 3 October": [("entry_date", "2026-10-03")],
    "illegal now since 3 october": [(None, "2026-10-03")],
    "YVR 3 october. when must I leave?": [("entry_date", "2026-10-03")],
    "calc please: in on 3 october": [("entry_date", "2026-10-03")],
    "at our house since 9 july": [("entry_date", "2026-07-09")],
}
PAPERS: dict[str, Expected] = {
    "waiting for my new passport, old one expires 9 january, does that cut my stay": [
        ("passport_expiry", "2027-01-09")
    ],
    "my old passport expires 9 january, the new one is in my hand": [("other", "2027-01-09")],
    "our copr expires 9 january": [("other", "2027-01-09")],
    "he has stay until 9 january": [("record_expiry", "2027-01-09")],
    "I want to have stay until 9 january": [("other", "2027-01-09")],
    "my extension was approved till 9 january 2027, may I leave that day?": [
        ("record_expiry", "2027-01-09")
    ],
    "was my extension approved till 9 january 2027?": [("other", "2027-01-09")],
    "is the last day counted? mine is 9 december": [("record_expiry", "2026-12-09")],
    "mine says 9 december": [(None, "2026-12-09")],
    "until 9 january we are legal, can we travel to banff": [("record_expiry", "2027-01-09")],
    "missed my last day by four days, it was 9 november": [("record_expiry", "2026-11-09")],
    "dropped the forms at purolator oct 27": [("application_date", "2026-10-27")],
}
LEAVING: dict[str, Expected] = {
    "we are flying out of Halifax to Boston on 12 december": [("other", "2026-12-12")],
    "can i walk back in dec 10": [("other", "2026-12-10")],
    "i left canada 3 may and came back 9 october": [
        ("left_canada_on", "2026-05-03"),
        ("entry_date", "2026-10-09"),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, id=text[:50])
        for rows in (CLAUSES, LOOSE, DONE, STAMPS, ENTRIES, PAPERS, LEAVING)
        for text, expected in rows.items()
    ],
)
def test_a_date_is_of_what_its_own_clause_tells(text: str, expected: Expected) -> None:
    found = []
    for date in find_dates(text):
        role = role_on(date, TODAY)
        day = getattr(resolve(date, TODAY), "date", None)
        found.append((role.value if role else None, str(day)))
    assert found == expected
