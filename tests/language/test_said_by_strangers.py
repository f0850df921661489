"""What people say who write in few words or in a language not their own; today is TODAY."""

from __future__ import annotations

import pytest

from tests.language.judged import facts_told

TOLD: dict[str, list[str]] = {
    # A coming told in the present, of a stay that has begun.
    "we come 4 june with the kids, until which day can we stay": ["entry 2026-06-04"],
    "i arrive 4 june, flight home is 3 december, ok?": ["entry 2026-06-04"],
    "they arrive 4 june, how long they still stay": ["entry 2026-06-04"],
    "when i come 4 june, until what day can i stay": ["entry 2027-06-04"],
    "i will come 4 june, till which date can i stay": ["entry 2027-06-04"],
    "her visa was valid to 4 october 2026, she was able to enter 28 september": [
        "visa 2026-10-04",
        "entry 2026-09-28",
    ],
    "i want to use it to enter 4 march": ["entry 2027-03-04"],
    # With which passport one came is not when it ends.
    "entered using my british passport 4 september until when may I stay": ["entry 2026-09-04"],
    "came on my old passport 4 september how many days do I get": ["entry 2026-09-04"],
    "my passport 4 september 2027 how long can I stay": ["passport 2027-09-04"],
    # Here since, inside from.
    "since 4 september my wife is in calgary": ["entry 2026-09-04"],
    "from 4 september i am here": ["entry 2026-09-04"],
    "from 4 march i'm in vancouver for work": [],
    "he is inside from 4 september": ["entry 2026-09-04"],
    "tourist from 4 september, can i study": ["entry 2026-09-04"],
    "no stamp in moms passport at pearson 4 september": ["entry 2026-09-04"],
    "landed yest": ["entry 2026-11-21"],
    "arrived yday at toronto": ["entry 2026-11-21"],
    # Who only came along flew home.
    "i landed with my brother 4 september, he went back 20 october": ["entry 2026-09-04"],
    "we arrived 4 september and my wife flew back 20 october": ["entry 2026-09-04"],
    "i came 4 september, went to lima 10 october, flew back 20 october": [
        "earlier 2026-09-04",
        "entry 2026-10-20",
    ],
    # Papers handed over, and what they "tell".
    "the guard handed my dad a paper with 4 february 2027": ["record 2027-02-04"],
    "the sheet stapled by the man tells 4 february 2027": ["record 2027-02-04"],
    "my visa tells 4 february 2027": ["visa 2027-02-04"],
    "have to leave by 4 december says the deportation letter": [],
    "the departure order says i must leave by 4 december": [],
    "officer paper says i must leave by 4 december": ["record 2026-12-04"],
    "just 2 months! 4 february! unfair": ["stamp 2027-02-04"],
    "only two months left! 4 february! unfair": [],
    "i have only three weeks. 4 december is the border trip": [],
    # Two stamps, and why there are two.
    "two stamps, 4 june and 9 september, since I drove to maine in between": [
        "earlier 2026-06-04",
        "entry 2026-09-09",
    ],
    "it only has halifax and 4 september in my stamp, is this all": ["entry 2026-09-04"],
    # What another believes, what is reckoned.
    "my husband thinks he can stay until 4 april": [],
    "they think their stay ends 4 april, correct?": [],
    "i think my stay ends 4 april": ["record 2027-04-04"],
    "how did u get 4 february": [],
    "how you arrive at 4 february": [],
    # An end that is behind.
    "will they deport us, stay end 4 october": ["record 2026-10-04"],
    "will they deport us if stay end 4 october": ["record 2026-10-04 or 2027-10-04"],
    "do we count from 4 october when our status ran out": ["record 2026-10-04"],
    "applied 4 october when my stay was over": ["applied 2026-10-04"],
    # What was sent, what waits.
    "is a receipt from 4 november enough as proof of status": ["applied 2026-11-04"],
    "a hotel receipt from 4 november is proof of my stay?": [],
    "my request is still waiting from 4 november": ["applied 2026-11-04"],
    "passport application is waiting from 4 november": [],
    "sent my extn 4 november n went to maine": ["applied 2026-11-04"],
    "my pr card, they sent it 4 november": [],
    "my parents want an extension, they mailed it 4 november": ["applied 2026-11-04"],
}


@pytest.mark.parametrize(("text", "facts"), TOLD.items(), ids=TOLD)
def test_the_facts_told(text: str, facts: list[str]) -> None:
    assert facts_told(text) == facts
