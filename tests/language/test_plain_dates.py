"""Dates in short plain messages: what each is a date of, and what is left open."""

from __future__ import annotations

import pytest

from language.dates import find_dates
from tests.language.judged import facts_told

STAMPS = {
    # A stamp asked about: its day, passed, is supposed the entry.
    "is the round stamp when i entered or when i must leave? mine reads 2026-08-11": [
        "entry 2026-08-11"
    ],
    "the stamp says 11 august 2026, is that the day i entered or the day i must go?": [
        "entry 2026-08-11"
    ],
    "what does the stamp mean? it says 11 july": ["entry 2026-07-11"],
    "stamp shows 11 june only. does it mean six months?": ["entry 2026-06-11"],
    "the stamp has 11 JUL 2026, is this my last day?": ["entry 2026-07-11"],
    "the stamp says 11 may 2027, what does that mean": ["stamp 2027-05-11"],
    "what date is on the stamp? i lost my passport 11 june": [],
    "the stamp says 11 august 2026": [],
    "i dont understand the stamp. mine is 11 september": [],
    # One missed is a day to leave by.
    "stamp said 11 november and i forgot": ["stamp 2026-11-11"],
    "my stamp says 11 november, i am late 3 days, what now": ["stamp 2026-11-11"],
    "i missed my flight, stamp says 11 june 2026": [],
    # Beside what the pen wrote, the stamp is of the entry.
    "stamp has 11 august and by pen 11 december": ["entry 2026-08-11", "stamp 2026-12-11"],
}
ENTRIES = {
    "me and the kids since 11 august with my husband who studies": ["entry 2026-08-11"],
    "me since 11 august, a student": [],
    "she came in may, out in june, back in 11 july": ["entry 2026-07-11"],
    "i enter 11 july, nobody write me anything": ["entry 2026-07-11"],
    "i arrive 11 june and the officer put no date": ["entry 2026-06-11"],
    "i come 11 june, will the officer stamp my passport": ["entry 2026-06-11 or 2027-06-11"],
    "if i come 11 june and the officer writes nothing": ["entry 2027-06-11"],
    "since 11 may i never left canada": ["entry 2026-05-11"],
    "our mum flew to us on august 11th": ["entry 2026-08-11"],
    "i flew to us 11 august": [],
    "my sister and i joined her on 11 august": ["entry 2026-08-11"],
    "my wife has a permit, me as visitor 11 july": ["entry 2026-07-11"],
    "granny has a record until 11 march 2027, she came 11 sept": [
        "record 2027-03-11",
        "entry 2026-09-11",
    ],
    "14 june we arrive in montreal, now we want to stay longer": ["entry 2026-06-14"],
    "aunty reach here 11 july and she is sick": ["entry 2026-07-11"],
    "in canada 4 months already, since 11 july": ["entry 2026-07-11"],
    "nexus lane 11 october, no stamp": ["entry 2026-10-11"],
    "11 december is six months since we came": [],
    "tomorrow will be six months since i came": [],
    "my boss thinks i came 11 june but it was 13 june": ["entry 2026-06-13"],
    "i wrote on the form 11 june but it was 13 june that i landed": ["entry 2026-06-13"],
    "stamp says 11 june but by pen it is 13 december": ["entry 2026-06-11", "stamp 2026-12-13"],
    "the new passport will come 11 january": [],
    "my sister will come 11 january": ["entry 2027-01-11"],
}
OFFICERS = {
    "the guy at the airport put 11 february": ["stamp 2027-02-11"],
    "lady at customs wrote 11 february": ["stamp 2027-02-11"],
    "handwriten 11 february 2027": ["stamp 2027-02-11"],
    "he limit me to 11 december": ["stamp 2026-12-11"],
    "the officer restricted us to 11 december": ["stamp 2026-12-11"],
    "officer say me go home before 11 january": ["stamp 2027-01-11"],
    "told at the border to be out 11 december": ["stamp 2026-12-11"],
    "the note on page 9 says 11 december": ["stamp 2026-12-11"],
    "pen says 11 december but stamp aug 11": ["stamp 2026-12-11", "entry 2026-08-11"],
    "if the officer writes 11 march can i change it": [],
    "if they give me until 11 june is it ok": [],
}
ENDS = {
    "expires tomorrow my passport!!": ["passport 2026-11-23"],
    "ends 11 march my visa, what now": ["visa 2027-03-11"],
    "expires 11 march my passport is new": [],
    "the visa of my wife die on 11 december": ["visa 2026-12-11"],
    "last day 11 december which is friday": ["record 2026-12-11"],
    "my permit was finish 11 august": ["record 2026-08-11"],
    "my stay ended, it was until 11 november and i'm still in calgary": ["record 2026-11-11"],
    "her stay finish 11 november. she is over now": ["record 2026-11-11"],
    "grandma is on a super visa, her 5 years finish 11 may 2027": ["record 2027-05-11"],
    "visa to 2033": ["visa ?"],
    "passport to 2031 and visa to 2029": ["passport ?", "visa ?"],
    "my passport ends before the six months, on 11 march 2027": ["passport 2027-03-11"],
    "passport 2027-03-11, stay 2027-05-11": ["passport 2027-03-11", "record 2027-05-11"],
    "came 11 october, stay 3 months": ["entry 2026-10-11"],
    "allowed to stay until 11 may 2027 says my visitor record": ["record 2027-05-11"],
    "multi entry visa to 2033, came 11 june": ["visa ?", "entry 2026-06-11"],
    "visa dated 11 march 2025 to 10 march 2027": ["visa 2027-03-10"],
    "she wants to leave 20 december but her stay until 11 december": ["record 2026-12-11"],
    "she wants to extend her stay until 11 december": [],
    "ircc ask for a passport copy until 11 december": [],
    "the extension till 1 may was refused 11 november": ["decided 2026-11-11"],
    "but everyone gets six months so 11 february??": [],
    # What else ends.
    "my son finished college 11 november": [],
    "i quit my job 11 november": [],
    "my university ends 11 december": [],
    "the insurance for her super visa ends 11 april 2027": [],
    "her super visa ends 11 april 2027": ["visa 2027-04-11"],
}
DECISIONS = {
    "i ask to restore my status 11 november": ["restoration 2026-11-11"],
    "we requested a longer stay on 11 september": ["applied 2026-09-11"],
    "ircc confirmed they received it 11 november": ["applied 2026-11-11"],
    "the extension request is from 11 october": ["applied 2026-10-11"],
    "they said no 11 november, and now": ["decided 2026-11-11"],
    "waiting for ircc since 11 july": ["applied 2026-07-11"],
    "returned my application 11 november for a missing signature": ["decided 2026-11-11"],
    "i returned my forms 11 november": [],
}


@pytest.mark.parametrize(
    ("text", "facts"),
    [*STAMPS.items(), *ENTRIES.items(), *OFFICERS.items(), *ENDS.items(), *DECISIONS.items()],
)
def test_plain_dates(text: str, facts: list[str]) -> None:
    assert facts_told(text) == facts


def test_weekday_named_after_its_day_is_no_second_date() -> None:
    assert len(find_dates("last day 11 december which is friday")) == 1
