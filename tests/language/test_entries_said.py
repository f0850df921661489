"""Days of entry of several people, said by halves, or in the present; today is TODAY."""

from __future__ import annotations

import pytest

from language.dates import DateRole, ExactDate, find_dates, resolve, role_on
from tests.language.judged import TODAY, facts_told

# What each date is a date of to whom it is told of, and what the talk may file.
OF_ANOTHER = {
    "my wife landed 3 august, i made it 20 august": (["2026-08-03", "2026-08-20"], 1),
    "my girlfriend entered July 9; I crossed on August 1": (["2026-07-09", "2026-08-01"], 1),
    "father arrived 9 june and mother followed on 5 august": (["2026-06-09", "2026-08-05"], 0),
    "my uncle is here since 3 august and my aunt since 14 september": (
        ["2026-08-03", "2026-09-14"],
        0,
    ),
    "mum flew in on 2 october and I joined her on 20 october": (["2026-10-02", "2026-10-20"], 1),
    "me 9 aug, hubby came 5 sept": (["2026-08-09", "2026-09-05"], 1),
    "we are two sisters, one arrived 5 oct and the other 9 oct": (["2026-10-05", "2026-10-09"], 1),
    "son 5 sept, daughter 9 sept. each when?": (["2026-09-05", "2026-09-09"], 0),
    "hers is 9 july, mine is 5 august, both entries at pearson": (["2026-07-09", "2026-08-05"], 0),
    "5 august for me and 9 september for my cousin": (["2026-08-05", "2026-09-09"], 0),
    # Kin around the one who came.
    "I came 4 October to help my daughter, when do i leave": (["2026-10-04"], 1),
    "aunt is 77, she came to us from Peru on 11 July 2026, till when": (["2026-07-11"], 1),
    "I arrived in Halifax by cruise on 8 july and stayed at my niece's": (["2026-07-08"], 1),
    "tia came 9 july": (["2026-07-09"], 1),
    "dad 9 july 2026, mom 19.08.2026, no writing in either": (["2026-07-09", "2026-08-19"], 0),
    "my cousin came 9 july last year, i came 5 august this year": (["2025-07-09", "2026-08-05"], 1),
    # A plan is nobody's entry yet.
    "i came 9 july, my wife will come 9 december": (["2026-07-09"], 1),
    "my wife enters 9 september, me i came 9 july": (["2026-09-09", "2026-07-09"], 1),
    "my wife enters 9 december, me i came 9 july": (["2026-07-09"], 1),
    "i came 9 july, my wife is arriving in december": (["2026-07-09"], 1),
}


def _entries_shown(text: str) -> list[str]:
    days = []
    for date in find_dates(text):
        if (date.tells or role_on(date, TODAY)) is DateRole.ENTRY_DATE:
            day = resolve(date, TODAY)
            days.append(day.date.isoformat() if isinstance(day, ExactDate) else "?")
    return days


@pytest.mark.parametrize(("text", "told"), OF_ANOTHER.items())
def test_another_persons_entry_is_told_and_not_filed(
    text: str, told: tuple[list[str], int]
) -> None:
    days, filed = told
    assert _entries_shown(text) == days
    roles = [date.role for date in find_dates(text)]
    assert roles.count(DateRole.ENTRY_DATE) == filed


FRAGMENTS = {
    "9 july ==> when is it over??": ["entry 2026-07-09"],
    "3 october. how long can I stay?": ["entry 2026-10-03"],
    "3 october, when does my visa end?": [],
    "5 december, when must i leave?": [],
    "lima to toronto, 3 october. what is my last day": ["entry 2026-10-03"],
    "flight lima to toronto 5 december": [],
    "welder, calgary since 9 october, when is my limit": ["entry 2026-10-09"],
    "guest since 9 october, is flagpoling for a study permit over": ["entry 2026-10-09"],
    "guest since 9 october, my study permit is over": [],
    "tell me: in 9 june, going out 5 december": ["entry 2026-06-09"],
    "in 9 june i go": [],
    "it was the 9th of october, at emerson in manitoba": ["entry 2026-10-09"],
    "9 sept, by ferry": ["entry 2026-09-09"],
    "train from chicago 9 sept": ["entry 2026-09-09"],
    "9 october, yes sure": ["entry 2026-10-09"],
    "9 october for my passport": ["passport 2027-10-09"],
    "wrong, i said 9 july": ["entry 2026-07-09"],
    "i wrote 9 july, not 9 june": ["entry 2026-07-09"],
    "sorry, i said 9 july": [],
    "july": ["entry ?"],
    "my cousin got a too short date, 5 february": ["stamp 2027-02-05"],
    "moms date written by the officer is 5 december so thats too early": ["stamp 2026-12-05"],
    "my eta will be finished on 5 february": ["visa 2027-02-05"],
    "guest in halifax from 9 october": ["entry 2026-10-09"],
    "guest in halifax from 9 december to 15 december": [],
    "we stay with our niece since 9 october": ["entry 2026-10-09"],
    "i live in peru since 9 october": [],
    "from 9 october till now, is it fine": ["entry 2026-10-09"],
    "my application waits from 9 october till now": [],
    "over the peace bridge 9 october": ["entry 2026-10-09"],
    "can i cross to buffalo 9 december": [],
    "my job offer came 9 october": [],
    "my sister is a welder. passport lost, has a new one from 9 october": [],
    "4 weeks ago i arrived. when is it over": ["entry 2026-10-25"],
    "early august maybe, not sure": ["entry ?"],
    "december": [],
    "for him it was 9 july": ["entry 2026-07-09"],
    "last time i cross the border is 9 september": ["entry 2026-09-09"],
    "a lady clocked us in 9 september": ["entry 2026-09-09"],
    "boarding card shows 9 SEP, when must she go": ["entry 2026-09-09"],
    "boarding pass for 9 december": [],
    "how do i count from 31 august": ["entry 2026-08-31"],
    "you started counting from 9 june but not from the landing": ["entry 2026-06-09"],
    "do you count from 9 june or 10 june": [],
    "90 days counting from 9 october, my stay ended": ["record 2026-10-09"],
    "how did you get 9 january from 9 july": ["entry 2026-07-09"],
    "from 9 october until when": ["entry 2026-10-09"],
    "came 9 may, left 5 july, back again 9 august": ["earlier 2026-05-09", "entry 2026-08-09"],
    "i leave 5 december and back again 9 january": [],
    "first time i came 10 march, go home in may, come again 9 august": ["entry 2026-08-09"],
    "i entered 30 august, should be 28 february, no?": ["entry 2026-08-30"],
    "i entered 9 june, should be 9 july": ["entry 2026-07-09"],
}
PRESENT = {
    "i arrive 18 july, when is finish my 6 months": ["entry 2026-07-18"],
    "i come 9 june, until when i can send the extension": ["entry 2026-06-09"],
    "we enter 9 june, nothing written, when we go": ["entry 2026-06-09"],
    "i come 3 june and my record ends 3 december": ["entry 2026-06-03", "record 2026-12-03"],
    "i come 3 june and my visa ends 3 december": [
        "entry 2026-06-03 or 2027-06-03",
        "visa 2026-12-03",
    ],
    "uncle come 9 june, how long he stay": ["entry 2026-06-09"],
    "uncle comes 9 june, how long may he stay": ["entry 2026-06-09 or 2027-06-09"],
    "i come 9 june, how long can i stay": ["entry 2026-06-09 or 2027-06-09"],
    "i arrive on 9 june next year, when is finish my 6 months": ["entry 2027-06-09"],
    "i will come 9 june, until when i can send the extension": ["entry 2027-06-09"],
    "i come 9 december, when finish my 6 months": ["entry 2026-12-09"],
    "i'm coming in may, how long can i stay": [],
    "my flight was on 9 october, landed 10 october": ["entry 2026-10-10"],
    "i flew in 31 july and touched down 1 august": ["entry 2026-08-01"],
}


@pytest.mark.parametrize(("text", "facts"), [*FRAGMENTS.items(), *PRESENT.items()])
def test_entry_said_by_halves(text: str, facts: list[str]) -> None:
    assert facts_told(text) == facts
