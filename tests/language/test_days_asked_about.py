"""Days that a question names: what they are of, and what they are not."""

from __future__ import annotations

import pytest

from tests.language.judged import facts_told

TOLD: dict[str, list[str]] = {
    # A service that ended is nobody's permit.
    "are work permits at the border still closed since 23 dec 2024": [],
    "flagpoling to renew a work permit is banned since 23 dec 2024 right": [],
    "my work permit is dead since 23 oct": ["record 2026-10-23"],
    # The day of what is counted from, told after the question.
    "do the 90 days run from the refusal? that was 5 oct": ["decided 2026-10-05"],
    "is it half a year from landing? it was 5 june": ["entry 2026-06-05"],
    "does restoration count from when my permit died? that was 5 october": [
        "record 2026-10-05",
    ],
    "can she come after my surgery? that was 5 june": [],
    # The day on which another paper ends, named again by a question.
    "my visa ends 5 jan and i landed 3 oct, must i fly out on 5 jan": [
        "visa 2027-01-05",
        "entry 2026-10-03",
    ],
    "passport expires may 5. is may 5 my last day then?": ["passport 2027-05-05"],
    "my visa ends 5 jan, my record ends 5 jan too": ["visa 2027-01-05", "record 2027-01-05"],
    # A letter of approval is to be shown at the border by then.
    "iec was approved till 1 march 2027, i came 20 sept": ["entry 2026-09-20"],
    "my study permit was approved until 1 march 2027": ["record 2027-03-01"],
    # What the stamp shows is surer than a ticket.
    "landed 3 june says the stamp, my boarding card says 2 june": ["entry 2026-06-03"],
    "boarding card says 2 june, until when can i stay": ["entry 2026-06-02"],
    "i arrived 3 june as the stamp shows": ["entry 2026-06-03"],
    "3 march, says the officer": ["stamp 2027-03-03"],
    # A stamp's own letters, asked about as the day to leave.
    "is 04 MR 27 on the stamp my last day?": ["stamp 2027-03-04"],
    "is 04 MR 26 in the stamp the day i must leave": ["entry 2026-03-04"],
    # What is denied of one stamp is not denied of another.
    "my husband's stamp reads jan 8, mine has no date": ["stamp 2027-01-08"],
    "my stamp says jan 8 but hers has nothing written": ["stamp 2027-01-08"],
    "my stamp says jan 8, no date written beside it": ["entry 2026-01-08"],
    # Too late, told as a day to leave by.
    "my stamp said 20 september, what can i do now": ["stamp 2026-09-20"],
    # Since when one is in a town.
    "since 3 june in calgary, when should i be gone": ["entry 2026-06-03"],
    "since early june in halifax. by when must we be home": ["entry ?"],
    # A year is no day of it.
    "both our passports end 2033": ["passport ?"],
    "passport good until end 2029": ["passport 2029-12-31"],
    "passport finish 2031": ["passport ?"],
    "multiple entry up to 2031": ["visa ?"],
    "my money runs out 2027": [],
    # What a correction puts right may be told after it.
    "not the 4th of may, it was 14 may that she arrived": ["entry 2026-05-14"],
    "oops no, not 5 oct, 9 oct is when i applied": ["applied 2026-10-09"],
    # Who asks for a promise has been told the day.
    "could you swear my parents can remain until 9 march": ["record 2027-03-09"],
    "can you confirm whether im ok until 9 march": [],
    # Late, or sooner than was believed: what is told lies behind if it was lately.
    "i thought we could stay until may but the letter says 3 november": ["record 2026-11-03"],
    "i thought i had until spring but my record says 3 january": ["record 2027-01-03"],
    "my record says 9 november, am i late": ["record 2026-11-09"],
    "i had a work permit until 30 september, then came back 5 october": [
        "record 2026-09-30",
        "entry 2026-10-05",
    ],
    # What one must apply before, and what one stayed past.
    "how early before 3 april should she file the extension": ["record 2027-04-03"],
    "how many days before 5 march can i book the flight": [],
    "my aunt stayed past september 28 and wants to fix it": ["record 2026-09-28"],
    "we got ill and stayed beyond october 3": ["record 2026-10-03"],
    "if i stayed past 28 march what happens": [],
    "ill probably stay until 5 may": [],
    "my status was gone on 21 sept": ["record 2026-09-21"],
    "there is a sheet in the passport that says 10 january 2027": ["record 2027-01-10"],
    # The next sentence tells what the day in a question is.
    "does it have to be in by 30 november? that's when my record runs out": ["record 2026-11-30"],
    "do i apply by 6 december? that is when the visa expires": ["visa 2026-12-06"],
    # An officer's date.
    "officer gave my husband until 4 april and me just until 9 january": ["stamp 2027-01-09"],
    "only until 5 january? i came 900 km. how do i complain": ["stamp 2027-01-05"],
    "only until 5 january. the course is 3 days": [],
    "is 20 january set in stone or can i ask for more": ["stamp 2027-01-20"],
    "is the 5 may flight binding": [],
    "the date in the square is 3 october. what does it mean": ["entry 2026-10-03"],
    # Of coming in.
    "in 3 june, out when?": ["entry 2026-06-03"],
    "in june we hike, out when": [],
    "came 3 june, back here from a wedding 3 october": [
        "earlier 2026-06-03",
        "entry 2026-10-03",
    ],
    "explain why you start from 3 july instead of when my passport was issued": [
        "entry 2026-07-03",
    ],
}


@pytest.mark.parametrize(("text", "told"), TOLD.items())
def test_days_asked_about(text: str, told: list[str]) -> None:
    assert facts_told(text) == told
