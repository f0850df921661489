"""Days told, asked about or only put in longer messages; today is TODAY.

One table for each kind; beside what is to be found stands what is near it and must not be.
"""

from __future__ import annotations

import pytest

from tests.language.judged import facts_told

# A coming that a question only puts, beside one whose stay is asked about.
PROSPECTS = {
    "would they let my wife in on 5 january": [],
    "can she be let back in on 5 january": [],
    "could they admit him into canada on 5 january": [],
    "they let me back in 5 november": ["entry 2026-11-05"],
    "his flight back to toronto gets in 5 january": [],
    "return flight lands 5 january": [],
    "my flight lands 5 january, how long can i stay": ["entry 2027-01-05"],
    "if they come 5 january do i need to sponsor them": [],
    "can my mother work if she comes 5 january": [],
    "if she arrives 5 january until when can she stay": ["entry 2027-01-05"],
    "what is the last day if i enter 5 january": ["entry 2027-01-05"],
    "if i enter 5 january": ["entry 2027-01-05"],
    "and if my brother comes 5 january?": ["entry 2027-01-05"],
    "have copr, plan to enter 5 january": [],
    "i have my copr but i entered 5 november as visitor": ["entry 2026-11-05"],
}
# What is asked of today, required of a paper, or asked about a day told before.
ASKED = {
    "i came 22 may. is it today or was it yesterday that it ended": ["entry 2026-05-22"],
    "status ended 24 august, is tomorrow the final day for restoration": ["record 2026-08-24"],
    "tell me is today the deadline, lost status 24 august": ["record 2026-08-24"],
    "my stay ends today": ["record 2026-11-22"],
    "does the passport need to be valid past 5 may, mine ends 5 april": ["passport 2027-04-05"],
    "should my passport be good until 5 may 2027": [],
    "my passport should be good until 5 may 2027": ["passport 2027-05-05"],
    "the passport is good past 5 may 2027": ["passport 2027-05-05"],
    "the guard handed dad a sheet to 8 january. is 8 january really his last day": [
        "record 2027-01-08"
    ],
    "can you guarantee she is fine until 5 may 2027": ["record 2027-05-05"],
    "will you swear we are covered until 5 may": ["record 2027-05-05"],
}
# Papers from the border, and an end that is over.
PAPERS = {
    "the sheet the officer gave me is good to 5 january": ["record 2027-01-05"],
    "a paper the guard at pearson handed us said 5 january": ["record 2027-01-05"],
    "officer gave us a form that says 5 january 2027": ["record 2027-01-05"],
    "got a form at the border with 5 january 2027 on it": ["record 2027-01-05"],
    "they gave me a customs form on 5 november": [],
    "the officer wrote 5 january on the paper he handed me": ["stamp 2027-01-05"],
    "the record they sent us shows the wrong month: 5 january 2027": ["record 2027-01-05"],
    "my visa has the wrong name. 5 january i fly": [],
    "paper they stapled said 15 november. a week over, can i apply": ["record 2026-11-15"],
    "got a record to 20 december. 3 weeks over the new year i go home": ["record 2026-12-20"],
    "must i obey the pen note? it says 5 january": ["stamp 2027-01-05"],
    "is the pen date real? my flight is 5 january": [],
    "i entered 5 november, they want me out by 5 december": [
        "entry 2026-11-05",
        "stamp 2026-12-05",
    ],
    "came 5 november, landlord wrote they want me out by 5 december": ["entry 2026-11-05"],
    "ircc refused me 5 november and they want me out by 5 december": ["decided 2026-11-05"],
    "sheet valid to 30 jan 2027, but the ink one beside it only says 30 july and nothing in pen": [
        "record 2027-01-30",
        "entry 2026-07-30",
    ],
}
# What ended, and what an insurance is for.
ENDS = {
    "we fell out on 5 november, can we restore": ["record 2026-11-05"],
    "restoring fee for two? we fell out 5 november": ["record 2026-11-05"],
    "my brother and i fell out 5 november": [],
    "pgwp finished 5 november, extension sent on the 4th": [
        "record 2026-11-05",
        "applied 2026-11-04",
    ],
    "supervisa ends 5 may 2030": ["visa 2030-05-05"],
    "policy for mom's visa runs out 5 december": [],
    "insurance of grandpas super visa ends 5 december": [],
    "grandpas super visa ends 7 december 2030": ["visa 2030-12-07"],
    "the visa was from 5 may": [],
    "my permit runs from 5 may 2025 until 4 may 2027": ["record 2027-05-04"],
}
# Another clause or sentence names the day.
NAMED_AFTER = {
    "why count from 5 november? that's when we crossed": ["entry 2026-11-05"],
    "why count from 5 november? it's when the visa was issued": [],
    "does it shut at midnight 5 january eastern or pacific, thats the day my permit ends": [
        "record 2027-01-05"
    ],
    "3 december. this is when my passport ends": ["passport 2026-12-03"],
    "5 december it's when my flight is": [],
}
# A coming told by its journey, by whom, or without any certainty.
COMINGS = {
    "greyhound from seattle 5 november, how long have i": ["entry 2026-11-05"],
    "train from new york 5 november 2026. when must i go": ["entry 2026-11-05"],
    "is there a bus from boston 5 november": [],
    "next bus from boston is 5 november": [],
    "father in law, super visa got in 5 may 2025": ["entry 2025-05-05"],
    "i dont know the exact day, 5 november probably": ["entry 2026-11-05"],
    "no idea what day it was, some time around the middle of june": ["entry ?"],
    "no idea when my school started, 5 november probably": [],
}

# A month that ends a sentence takes no day of the next, and what is concluded is no fact.
SENTENCES = {
    "my record ended 27 july. 1st application went in 15 july": [
        "record 2026-07-27",
        "applied 2026-07-15",
    ],
    "refused 12 november. 2nd one is still open": ["decided 2026-11-12"],
    "i came on Sept. 16": ["entry 2026-09-16"],
    "why 30 april, we arrived on a 31st so 1 may": [],
    "beside the stamp he wrote until 30 june 2027": ["stamp 2027-06-30"],
    "will they stamp until 30 june 2027": [],
    "the extension is in since 11 november": ["applied 2026-11-11"],
    "it was a road crossing, 14 september": ["entry 2026-09-14"],
    "what if we'd come 28 august": ["entry 2026-08-28"],
    "extension refused, the letter was put in my account on 5 november": ["decided 2026-11-05"],
    "the visa in my uncle's passport ended 5 november 2026": ["visa 2026-11-05"],
    "on my uncle's passport it says expires 5 may 2027": ["passport 2027-05-05"],
    "what if we come 28 august, when must we leave": ["entry 2027-08-28"],
}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        pytest.param(text, facts, id=text)
        for table in (PROSPECTS, ASKED, PAPERS, ENDS, NAMED_AFTER, COMINGS, SENTENCES)
        for text, facts in table.items()
    ],
)
def test_told_and_near_misses(text: str, facts: list[str]) -> None:
    """Each fact is found as it is said, and nothing beside it."""
    assert facts_told(text) == facts
