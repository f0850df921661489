"""Days read for what they are, by the kind of words that once misled; today is TODAY.

One table for each kind; beside what is to be found stands what is near it and must not be.
"""

from __future__ import annotations

import pytest

from tests.language.judged import facts_told

# What a friend or an adviser says is no officer's word, and no day of coming.
HEARSAY = {
    "landed 9 october, my sister says 8 october, who is right?": ["entry 2026-10-09"],
    "you told 9 april, my lawyer thinks it's 8 april. which one": [],
    "my sister's agent says 2 january, how is it counted": [],
    "arrived 3 july, our agent says 2 january is the last day to apply. true?": [
        "entry 2026-07-03"
    ],
    "came 9 october, the officer says 8 april. right?": ["entry 2026-10-09", "stamp 2027-04-08"],
    "the border agent wrote 2 january": ["stamp 2027-01-02"],
    "the agent says until 2 january, is it too short?": ["stamp 2027-01-02"],
}
# A coming told without a verb to plan with, by one who asks of a stay begun.
BARE_VERBS = {
    "hello. me coming 3 july, visa good until 4 may 2027, when i must leave": [
        "entry 2026-07-03",
        "visa 2027-05-04",
    ],
    "i arriving 3 july by bus. 3 january i still legal?": ["entry 2026-07-03"],
    "if entry 3 july and nothing written when is last day to extend": ["entry 2026-07-03"],
    "me entering 14 december, when i should go": ["entry 2026-12-14"],
    "i am arriving 3 july, when must i leave": ["entry 2027-07-03"],
}
# Where one has to be, and what one lost, are days of nothing that counts.
ELSEWHERE = {
    "extension in process. must be at my sister's wedding on 4 december": [],
    "need to be in Lyon 2 to 6 january, our extension is waiting since 20 october": [
        "applied 2026-10-20"
    ],
    "I lost it on 9 november in the taxi, the passport. does my stay change": [],
    "i have to be out by 4 december": ["record 2026-12-04"],
}
PAPERS = {
    "my mother in law's passport goes to 3 march 2028": ["passport 2028-03-03"],
    "came with two dogs 3 july, the vet papers are good till january": ["entry 2026-07-03"],
    "my insurance for the iec runs out 2 march, must i enter before?": [],
    "the consulate takes five months for a new passport, the old one runs out 2 january": [
        "passport 2027-01-02"
    ],
    "my old passport ran out 2 january, i have a new passport": [],
    "my passport shows 'until 4 mar 27' by hand. which counts": ["stamp 2027-03-04"],
    "my passport expires 4 mar 27, handwritten": ["passport 2027-03-04"],
    "my visa is printed to 16 june 2036": ["visa 2036-06-16"],
    "visa was printed 4 june": [],
    "multiple entry visa, use before 30-12-2026": ["visa 2026-12-30"],
    "visa used 3 july, single entry": ["entry 2026-07-03"],
}
# What is said after an end tells that it is behind.
OVER = {
    "had a visa until 2 october, it expired while i was here": ["visa 2026-10-02"],
    "my visa is good until 2 october, it expires while i am here": ["visa 2027-10-02"],
    "paying for restoration, without status since 4 november": ["record 2026-11-04"],
    "my record was approved only to 4 december": ["record 2026-12-04"],
    "visitor record to only 4 december, can i get more": ["record 2026-12-04"],
    "first extension still waiting from 3 july": ["applied 2026-07-03"],
}
GIVEN = {
    "got 2 months at the border until 4 january. too soon to apply?": ["stamp 2027-01-04"],
    "why my cousin got six months and me only until 4 january": ["stamp 2027-01-04"],
}
SINCE = {
    "over from Ohio since 3 july. when must we go back": ["entry 2026-07-03"],
    "our visit start 3 july, how long is left": ["entry 2026-07-03"],
    "grandma on supervisa since 3 july 2024": ["entry 2024-07-03"],
    "in 3 july, quick trip to Maine, back in again 17 aug": [
        "earlier 2026-07-03",
        "entry 2026-08-17",
    ],
    "in 3 weeks i am in canada again": [],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        row
        for table in (HEARSAY, BARE_VERBS, ELSEWHERE, PAPERS, OVER, GIVEN, SINCE)
        for row in table.items()
    ],
)
def test_a_day_is_read_for_what_it_is(text: str, expected: list[str]) -> None:
    assert facts_told(text) == expected
