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
}


@pytest.mark.parametrize(("text", "told"), TOLD.items())
def test_days_asked_about(text: str, told: list[str]) -> None:
    assert facts_told(text) == told
