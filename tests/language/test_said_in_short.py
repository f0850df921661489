"""Fragments, corrections and answers that name what a day is of in few words."""

from __future__ import annotations

import pytest

from tests.language.judged import facts_told

TOLD: dict[str, list[str]] = {
    # A feast's weekend is no date where its day is told.
    "We came over on Labour Day weekend, september 5": ["entry 2026-09-05"],
    "crossed thanksgiving weekend (oct 11)": ["entry 2026-10-11"],
    # What is supposed in the past tense is supposed of a day behind.
    "what if my entry was the 3rd of june": ["entry 2026-06-03"],
    "and if i had come 3 june instead": ["entry 2026-06-03"],
    "if i were to come on june 3": ["entry 2027-06-03"],
    # A question by its verb tells no end.
    "if i come back jan 5 does my stay run out july 5": [],
    "why does my record expire 3 january": ["record 2027-01-03"],
    # An officer's paper is the paper.
    "the sheet from the border officer expires 3 january": ["record 2027-01-03"],
    "the stamp by the officer ends 3 january": ["stamp 2027-01-03"],
    '"2027 FE 11" below the stamp': ["stamp 2027-02-11"],
    "one month, 3 march, thats all he gave": ["stamp 2027-03-03"],
    "one month, 3 march, thats all i need": [],
    "yes there is biro, it reads leave by 3 march": ["stamp 2027-03-03"],
    "some pen there, reads 3 march": ["stamp 2027-03-03"],
    "6 july is printed and 20 december handwritten": ["entry 2026-07-06", "stamp 2026-12-20"],
    "visa printed 6 july": [],
    "my latest stamp is nov 3, old one april 9": ["entry 2026-11-03", "earlier 2026-04-09"],
    "new stamp says 5 february, old stamp 3 august": ["stamp 2027-02-05", "earlier 2026-08-03"],
    # One who may come again has not come; an officer who came is no visitor.
    "can i come again 15 dec": [],
    "came again 3 may": ["entry 2026-05-03"],
    "an agent came yesterday to my house": [],
    "cbsa came to our place on 3 november": [],
    "we came past the agent on 3 november": ["entry 2026-11-03"],
    # A tag asks of one's own count without a mark.
    "entered 9 may, so i was supposed to leave 9 november right... help": ["entry 2026-05-09"],
    "entered 9 may, my stay ended 9 november. help": ["entry 2026-05-09", "record 2026-11-09"],
    "since 3 october we're without legal status": ["record 2026-10-03"],
    "90 days from 3 october, too late?": ["record 2026-10-03"],
    "officer gave 90 days from 5 november": [],
    # Waiting for an answer since the application.
    "no word yet since 30 august, status ended 15 sept": [
        "applied 2026-08-30",
        "record 2026-09-15",
    ],
    "silence from ircc since 30 august": ["applied 2026-08-30"],
    "nothing stamped since 30 august": [],
    "i fly home 5 jan, should i withdraw the application from 12 nov": ["applied 2026-11-12"],
    "should i send the application by 12 dec": [],
    # The month's name settles which number it is.
    "passport 04.03.2027 (march)": ["passport 2027-03-04"],
    "entered 04/05/2026, that's may": ["entry 2026-05-04"],
    "entered 04/05/2026 may i work": ["entry 2026-04-05 or 2026-05-04"],
    # The paper was asked about, and is named again.
    "passport? it says 5 may 2030": ["passport 2030-05-05"],
    "the visa date? it shows 5 feb 2030": ["visa 2030-02-05"],
    # An answer with a tail is still all that is said.
    "9 june lol": ["entry 2026-06-09"],
    "its 9 june if i remember right": ["entry 2026-06-09"],
    "9 june, not 5 july, as i said": ["entry 2026-06-09"],
    "9 june this yr": ["entry 2026-06-09"],
    "day first please: 09/10/2026": ["entry 2026-10-09"],
    "some time in june, not sure which day": ["entry ?"],
    "thats my wife's, mine is 27 sept": ["entry 2026-09-27"],
    "that was my dad's day, mine was 27 sept": ["entry 2026-09-27"],
    "that's my wife's passport, mine is 27 sept": ["passport 2027-09-27"],
    "9 june as my wife told me": [],
    # A first visit and this one, a day run together, what was extended after.
    "was here in 2023, this time 9 june": ["entry 2026-06-09"],
    "i fly home this time 5 december": [],
    "counterfoil: expiry 2029MAR04": ["visa 2029-03-04"],
    "dad got a year then extended to 9 june 2027": ["record 2027-06-09"],
    "want to extend to 9 june": [],
    # A length of time and the day it comes to.
    "she gave me three weeks, that is 9 december": ["stamp 2026-12-09"],
    "the date on the record they emailed is 9 june 2027": ["record 2027-06-09"],
    "the reply may come after 9 january, thats the end of my stay": ["record 2027-01-09"],
    # A refusal without "my", a passport that says so itself.
    "refused extension on 9 october, what now": ["decided 2026-10-09"],
    "approved extension to 9 june": ["record 2027-06-09"],
    "on my passport it is writed that it expires 4 december 2031": ["passport 2031-12-04"],
    "he turned up 9 june": ["entry 2026-06-09"],
    "we apply 25 october for more months": ["applied 2026-10-25"],
    "when we apply 25 december for more months is it late": [],
    "finish study 30 october": [],
    # The day of a trip is not that of what waits meanwhile; a verb is no hour.
    "can we drive to Maine 4 december while our extension is pending": [],
    "if my record ends dec 9 am i late": ["record 2026-12-09"],
    # One of two days asked about; one's own date, a status that goes out.
    "is my last day 9 december or is it the 10th": [],
    "applied 2 november before my date 9 november": ["applied 2026-11-02", "record 2026-11-09"],
    "my status goes out 9 december": ["record 2026-12-09"],
    "the record said 9 october, i thought it was january": ["record 2026-10-09"],
    "they printed 9 june 2029 on my visa": ["visa 2029-06-09"],
    "got the pr confirmation 9 november, is the border still open for landing": [],
}


@pytest.mark.parametrize(("text", "told"), TOLD.items())
def test_facts_said_in_short(text: str, told: list[str]) -> None:
    assert facts_told(text) == told
