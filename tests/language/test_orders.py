"""What officers order, stamps show and papers end on, and what is only asked; today is TODAY."""

from __future__ import annotations

import pytest

from tests.language.judged import facts_told

TOLD: dict[str, list[str]] = {
    # What was stamped as the last day is no day of coming.
    "the lady stamped 9 january as my final day, I asked for more": ["stamp 2027-01-09"],
    "they stamped my father to 9 january, he came 3 november": [
        "stamp 2027-01-09",
        "entry 2026-11-03",
    ],
    "they stamped us on 3 november, nothing else": ["entry 2026-11-03"],
    "how can I contest the date in my passport (9 january)? nobody asked me": ["stamp 2027-01-09"],
    "came out of secondary with a leave by date of 9 january": ["stamp 2027-01-09"],
    "landed 3 october, was told I have to leave by 9 january, is that usual": [
        "entry 2026-10-03",
        "stamp 2027-01-09",
    ],
    "landed 3 october, my landlord told me I have to leave by 9 january": ["entry 2026-10-03"],
    'it reads "until 9 january 2027" and below are initials': ["stamp 2027-01-09"],
    "landed 3 october, was told by my uncle I have to leave by 9 january": [
        "entry 2026-10-03",
        "record 2027-01-09",
    ],
    "they stamped us to be out 9 january": ["stamp 2027-01-09"],
    "passport 9 april 2031 on the stamp page": ["passport 2031-04-09"],
    # One beside another's.
    "they gave my brother until 9 april but me just 9 january, same bus, how come": [
        "stamp 2027-01-09",
    ],
    "why did my cousin get 2027-04-09 and I 2027-01-09, same bus": ["stamp 2027-01-09"],
    # A circle in a passport is no end of it.
    "my passport only shows 3 AUG 2026 in an oval, is there no leave-by date": ["entry 2026-08-03"],
    "my passport shows 3 august 2029": ["passport 2029-08-03"],
    "passport says 04/08/2026 on the stamp, is it american style, month first, or what?": [
        "entry 2026-04-08 or 2026-08-04"
    ],
    "stamp shows 3 august 2026 and a K. is it the day I must be gone?": ["entry 2026-08-03"],
    # Papers and visas.
    "the sheet in my passport gives until 9 april 2027": ["record 2027-04-09"],
    "attached form valid to 9 april 2027, the stamp is from 3 october": [
        "record 2027-04-09",
        "entry 2026-10-03",
    ],
    "the paper, I do not know its name, says 9 april 2027": ["record 2027-04-09"],
    "the visa was given until 9 april 2031, how long is each visit": ["visa 2031-04-09"],
    "the vignette is from 3 october 2026 to 9 january 2027, I came 5 october": [
        "visa 2027-01-09",
        "entry 2026-10-05",
    ],
    "the vignette is from 3 october 2026": [],
    "the first visit was in spring, the second one since 3 october": ["entry 2026-10-03"],
    # Nothing is told by asking.
    "what are the odds an officer gives until 9 may 2027": [],
    "can I help on a farm until 9 january, on an eta": [],
    "I can stay till 9 january on my visa": ["record 2027-01-09"],
    "is 9 january too early to send it? stay is over 3 february": ["record 2027-02-03"],
    "would applying on 9 january still be in time": [],
    "is the application from 3 november still good": ["applied 2026-11-03"],
    "so we are legal till 9 january, right?": [],
    "we are legal till 9 january": ["record 2027-01-09"],
    "how came 9 january and not 10 january": [],
    "can she go back japan for a funeral 9 january if the extension hasn't come out": [],
    "handed in the extension request 3 november": ["applied 2026-11-03"],
}


@pytest.mark.parametrize("text", TOLD)
def test_it_is_read_or_left_open(text: str) -> None:
    assert sorted(facts_told(text)) == sorted(TOLD[text])
