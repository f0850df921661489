"""Dates whose role only something beside them tells, one table for each kind; today is TODAY."""

from __future__ import annotations

import pytest

from tests.language.judged import facts_told

# No paper is named, and what is asked tells which it is.
UNNAMED = {
    "ours ended july 9, are we inside the 90 days": ["record 2026-07-09"],
    "hers lapsed aug 2, is restoring still possible": ["record 2026-08-02"],
    "it ran out on monday, what about restoration": ["record 2026-11-16"],
    "mine finishes dec 20 can i extend it online": ["record 2026-12-20"],
    "hers ends 5 feb, will my six months be limited to that day?": ["passport 2027-02-05"],
    "mine expires 5 june 2027, does my stay get shortened to that": ["passport 2027-06-05"],
    "he is renewing his passport. what of the old one? it ends 5 january": ["passport 2027-01-05"],
    # Which paper it is, nobody can know.
    "mine finishes dec 20, can i extend my passport here": [],
    "it expires 5 may 2027, can i still fly": [],
    "mine says 5 may 2027, can i extend": [],
}
PASSED = {
    "passport turned bad 4 october and i did not notice": ["passport 2026-10-04"],
    "status over 4 october. the 90 days are still running?": ["record 2026-10-04"],
    "my record is to 4 april": ["record 2027-04-04"],
}
# A stamp, described, with letters and digits, or only its ink.
STAMPS = {
    "square print with a maple leaf and 5 JUNE 2026 inside, is that my entry": ["entry 2026-06-05"],
    "round thing with leaf saying 12 JUL 2026, what is it": ["entry 2026-07-12"],
    "my leaf tattoo and 12 JUL 2026 on my arm, what is it": [],
    "some letters and 12 JUL 2026 in the stamp, what is that?": ["entry 2026-07-12"],
    "there is a number 4512 next to 12 july 2026 on the stamp": ["entry 2026-07-12"],
    "the ink shows 12 july 2026 and that's all": ["entry 2026-07-12"],
    "blue ink says 12 january 2027": ["stamp 2027-01-12"],
    "5 august in ink stamp and 5 january by pen": ["entry 2026-08-05", "stamp 2027-01-05"],
    "5 january under my stamp, legit?": ["stamp 2027-01-05"],
    "there is 5 january 2027 written below the stamp": ["stamp 2027-01-05"],
    "i met her 5 january beside the river, no stamp": [],
}
BESIDE_ANOTHER = {
    "dad got 5 jan in his and i got nothing": ["stamp 2027-01-05"],
    "hers has 5 january and mine has nothing": ["stamp 2027-01-05"],
    "mom has 5 january in hers, mine is blank": ["stamp 2027-01-05"],
    "we have 4 june in ours. what now": [],
    "i got 2 jan and 3 friends in mine craft": [],
}
# A return that is only supposed begins no stay.
SUPPOSED = {
    "if my uncle drives home 5 december and is back 9 january, new stay?": [],
    "when i go to seattle 5 dec and im back 9 dec what then": [],
    "say my wife flies out 5 dec and shes back 9 dec": [],
    "i flew out 3 june and am back since 9 june": ["entry 2026-06-09"],
    "if i went out 5 june and im back 9 june, which counts": ["entry 2026-06-09"],
}
# Days of something else.
NO_FACTS = {
    "we're at a yoga camp till 5 january, can i apply after": [],
    "im offline until 5 december but my stay ends 6 december": ["record 2026-12-06"],
    "my lawyer is away until 5 december": [],
    "my copr is good to 5 may 2027": [],
    "landing documents valid till 5 may 2027, record until 5 june 2027": ["record 2027-06-05"],
    "got a notice to show up at the immigration office 5 december": [],
    "they asked me to come to the cbsa office 5 december": [],
    "got an invitation to come to canada, landed 5 june": ["entry 2026-06-05"],
    "where does 9 may 2027 come from": [],
    "where do i come from? peru, entered 9 may": ["entry 2026-05-09"],
    "check in date 5 december at the hotel": [],
    "record until 9 march, how early may we ask": ["record 2027-03-09"],
}
ENTRIES = {
    "in date was 5 june, what is the out date": ["entry 2026-06-05"],
    "9 aug from Nairobi, kenyan passport. when do i have to go": ["entry 2026-08-09"],
    "trudeau 5 may, brazil passport; when do i have to leave": ["entry 2026-05-05"],
    "5 may 2026 from my aunt, when do i have to leave": [],
    "no, i wrote 5 june and havent left": ["entry 2026-06-05"],
    "i told you 5 june 2026 and we have not gone anywhere since": ["entry 2026-06-05"],
    "did not travel anywhere since 5 june": ["entry 2026-06-05"],
    "i said my record ended 5 june and i never left": ["record 2026-06-05"],
    "i came for the first time 5 june 2026, when do i leave": ["entry 2026-06-05"],
    "he is snowboarding at whistler since 9 november": ["entry 2026-11-09"],
    "they're up at our cottage since last sunday": ["entry 2026-11-15"],
    "we host a girl from Spain since 5 june": ["entry 2026-06-05"],
    "backpacking in alberta since may 30, how long do i have": ["entry 2026-05-30"],
    "she's in a hospital since 9 november": [],
    "i have been waiting in the queue at the cabin since 9 november": [],
    "brought my cat over to ontario 5 june": ["entry 2026-06-05"],
    "brought my papers to the vfs office 5 june": [],
    "stepped off the schooner 5 june at halifax": ["entry 2026-06-05"],
    "we anchored in lunenburg 5 june": ["entry 2026-06-05"],
    "tied up in seattle 5 june": [],
    "a girl from Chile who landed 3 july, her passport ends 9 december": [
        "entry 2026-07-03",
        "passport 2026-12-09",
    ],
    "a guy from the border wrote 5 december": ["stamp 2026-12-05"],
}
# "Overstay" of what may come; a thing that came with its date; notes without a stop.
SAID_SHORTLY = {
    "what if i overstay past december 9, my last legal day": ["record 2026-12-09"],
    "i dont want to overstay, my last day is december 9": ["record 2026-12-09"],
    "am i overstaying if my last day is 9 december": ["record 2026-12-09"],
    "i have been overstaying since 9 october": ["record 2026-10-09"],
    "letter of refusal dated 9 november arrived 16 november": ["decided 2026-11-16"],
    "my suitcase from 9 november arrived 16 november": [],
    "i from peru arrived 16 november": ["entry 2026-11-16"],
    "entry 9 may record 9 dec passport 9 jan": [
        "entry 2026-05-09",
        "record 2026-12-09",
        "passport 2027-01-09",
    ],
    "my stay was extended on 9 october until 9 april": ["decided 2026-10-09", "record 2027-04-09"],
    "what if on march 9 my extension is still open": [],
    "my granny is here w me since the 9th of august, her passport dies in march": [
        "entry 2026-08-09",
        "passport ?",
    ],
}
PAPERS = {
    "the letter now says 5 december": ["record 2026-12-05"],
    "passport still says 5 december 2029": ["passport 2029-12-05"],
    "passport shows 2029 and visa reads 2031": ["passport ?", "visa ?"],
    "the rule says 2026": [],
}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        *UNNAMED.items(),
        *PASSED.items(),
        *STAMPS.items(),
        *BESIDE_ANOTHER.items(),
        *SUPPOSED.items(),
        *NO_FACTS.items(),
        *ENTRIES.items(),
        *SAID_SHORTLY.items(),
        *PAPERS.items(),
    ],
)
def test_told_beside(text: str, facts: list[str]) -> None:
    assert facts_told(text) == facts
