"""Ends of a stay said in other words, and days that look like facts and are none; today is TODAY.

One table for each kind; beside what is to be found stands what is near it and must not be.
"""

from __future__ import annotations

import pytest

from tests.language.judged import facts_told

# Only people enter: what arrives, is issued or handed out names a day of its own.
THINGS = {
    "the new LMIA of the farm came 3 november": [],
    "our job offer finally arrived on 3 november": [],
    "a letter from my mother arrived 3 november": [],
    "proof of payment came in 3 november": [],
    "an e-mail from ircc came on 3 november": [],
    "my landlord came 3 november": [],
    "his eta came through 3 november": [],
    "got a new sticker 3 november": [],
    "i have a new one since 3 november": [],
    "waiting for my passport since 3 november": [],
    "my permit was printed 3 november": [],
    "changed my status to visitor 3 november": [],
    "drove to calgary from toronto 3 november": [],
    "visa was stamped into her passport 3 november": [],
    "they returned our passports 3 november": [],
    "on a super visa came in 3 november": ["entry 2026-11-03"],
    "my boss arrived 3 november": ["entry 2026-11-03"],
    "my aunt arrived 3 november": ["entry 2026-11-03"],
    "the new nanny arrived 3 november": ["entry 2026-11-03"],
    "drove to calgary from seattle 3 november": ["entry 2026-11-03"],
}
# A plan, a question or a supposition tells no fact.
NOT_DONE = {
    "if we file the extension 25 nov and our stay ends 27 nov": ["record 2026-11-27"],
    "when i send it 25 november am i covered": [],
    "suppose he applies 25 november": [],
    "i filed 2 november, if that matters": ["applied 2026-11-02"],
    "if ircc says no on 9 december do i leave": [],
    "if they refused it 9 november when do i leave": ["decided 2026-11-09"],
    "may we drive to buffalo on saturday": [],
    "is it safe to enter again on friday": [],
    "would landing sunday hurt my application": [],
    "must i enter by 5 december": [],
    "we will land on friday, until when may we stay": ["entry 2026-11-27"],
    "i arrive tomorrow, how long can i stay": ["entry 2026-11-23"],
    "my uncle needs to go by friday": [],
    "he has to leave by 9 december for his sister's wedding": [],
    "he has to leave by 9 december": ["record 2026-12-09"],
    "so my niece was meant to go by 9 november and has not, is it bad": ["record 2026-11-09"],
    "i came 4 june. is the last day 4 or 5 december?": ["entry 2026-06-04"],
    "entered 4 june. out by 3 dec or 4 dec?": ["entry 2026-06-04"],
    "is 4 december my last day or 5 december": [],
    "my record says 4 december or 5 december": ["record 2026-12-04 or 2026-12-05"],
    "who decided 4 december": [],
}
DUE = {
    "docs due 9 december": [],
    "immigration gave me until 9 december to send the papers": [],
    "estimated decision 9 december": [],
    "my sick leave ends 9 december": [],
    "i have until 9 december to extend": ["record 2026-12-09"],
}
BELIEVED = {
    "we were certain she had until 5 march": [],
    "everybody thought we had until 5 march": [],
    "i thought my stay ended 5 march": [],
    "i thought so too, but my record ends 5 march": ["record 2027-03-05"],
}
# A day abroad, asked about because of an application, begins no stay.
DAYS_ABROAD = {
    "drove to Vermont on 9 nov, back the same evening. is my extension still going": [],
    "application pending, popped to Detroit 9 november and came back the same day": [],
    "drove to Vermont on 9 nov, back the same evening": ["entry 2026-11-09"],
}
BEHIND = {
    "i became illegal on 9 november": ["record 2026-11-09"],
    "missed my exit day by a week, it was 14 november": ["record 2026-11-14"],
    "we stayed too long, should be out on 9 november": ["record 2026-11-09"],
    "we are past our date by a week, it was 14 november": ["record 2026-11-14"],
    "she is three days over my limit, it was 18 november": ["record 2026-11-18"],
    "he's 6 days late, it was 16 november": ["record 2026-11-16"],
    "my flight was late, it was 16 november": [],
    "out since 3 october, can i be restored": ["record 2026-10-03"],
    "out since 3 october with friends": [],
    "fell out of stay on 3 august": ["record 2026-08-03"],
    "we're over since 3 november": ["record 2026-11-03"],
    "status over 14 november, found out this morning": ["record 2026-11-14"],
    "status over 14 december, found out this morning": ["record 2026-12-14"],
    "i should leave 14 november but my son was ill": ["record 2026-11-14"],
    "i was must leave 14 november": ["record 2026-11-14"],
    "my visa time finish 14 october, i am still here": ["record 2026-10-14"],
    "ninety days from 14 october, when is that? my stay ended then": ["record 2026-10-14"],
    "my paper ran out 14 november but i had applied 2 november": [
        "record 2026-11-14",
        "applied 2026-11-02",
    ],
}
AHEAD = {
    "my niece's visitor visa will be finished on 9 february, do we extend the stay?": [
        "visa 2027-02-09"
    ],
    "my niece's record ends 9 february, when do I leave?": [],
    "the deadline to leave is 9 december": ["record 2026-12-09"],
    "the deadline to send documents is 9 december": [],
    "i turn illegal on 9 december": ["record 2026-12-09"],
    "my travel doc ends 9 may 2027": ["passport 2027-05-09"],
    "she is a tourist until 5 january": ["record 2027-01-05"],
    "expiry 5 march for my uncle, when to apply": ["record 2027-03-05"],
    "expiry 5 march, when do i apply for a new passport": [],
    "is it 30 days before? mine runs out 9 december": ["record 2026-12-09"],
    "runs out tomorrow, when does the portal close": ["record 2026-11-23"],
    "his record ends 9 december, i did not apply yet": ["record 2026-12-09"],
    "his record ends 9 december, we didn't leave": ["record 2026-12-09"],
    "the stamp says 9 december, he did not write that": [],
    "she came 2 march and has a visitor record saying 9 december": [
        "entry 2026-03-02",
        "record 2026-12-09",
    ],
    "my course is finished, study permit valid till 9 february": ["record 2027-02-09"],
    "my stay runs to march": ["record ?"],
    "our application came back 9 november, dad's status was until 4 november. was he covered": [
        "decided 2026-11-09",
        "record 2026-11-04",
    ],
}
# Who asks to have it vouched for repeats a day that was told.
VOUCHED = {
    "you are really sure we can stay until 9 february?": ["record 2027-02-09"],
    "so we're fully legal until 9 february? sure?": ["record 2027-02-09"],
    "do you promise i can stay till 9 february?": ["record 2027-02-09"],
    "can i stay until 9 february?": [],
    "i am not sure if i can stay until 9 february": [],
    "are you sure? i want to stay until 9 february": [],
    "so till 9 february we are legal, sure?": ["record 2027-02-09"],
}
# What was filed as another fact than it is.
OF_ANOTHER_KIND = {
    "they granted my mother a visitor visa until 9 may 2031": ["visa 2031-05-09"],
    "the officer gave me until 9 february on my visa": ["stamp 2027-02-09"],
    "on my visa is printed valid to 9 may 2027": ["visa 2027-05-09"],
    "he crossed it out and wrote 9 february": ["stamp 2027-02-09"],
    "she let me in to 9 february only": ["stamp 2027-02-09"],
    "came back too soon (9 october i left) and they wrote 9 february": ["stamp 2027-02-09"],
    "i entered 31 august, should be 31 february no?": ["entry 2026-08-31"],
    "i entered 5 may, should be 6 may, sorry": ["entry 2026-05-06"],
    "tourist until 9 december, they did not answer yet": ["record 2026-12-09"],
}
APPLIED = {
    "still processing from 9 october": ["applied 2026-10-09"],
    "waiting on our visitor record since 9 october": ["applied 2026-10-09"],
    "my second one is from today, the first from 9 august is still undecided": [
        "applied 2026-08-09"
    ],
    "wrote to ircc for more time on 9 october": ["applied 2026-10-09"],
    "waiting for my work permit since 9 october": [],
}
PASSPORTS = {
    "it's 9 may 2027 for the passport": ["passport 2027-05-09"],
    "9 may 2027 is my passport": ["passport 2027-05-09"],
    "it's 9 may 2027 for the passport appointment": [],
    "renewing at the consulate, the old passport ends 9 january": ["passport 2027-01-09"],
    "my old passport ends 9 january, the new one is here": [],
}
WRITTEN = {
    "two entry stamps: 5 june and 9 august, the second after a trip": [
        "earlier 2026-06-05",
        "entry 2026-08-09",
    ],
    "stamp 03 NO 26 november, right?": ["entry 2026-11-03"],
}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        pytest.param(text, facts, id=text)
        for table in (
            THINGS,
            NOT_DONE,
            DUE,
            BELIEVED,
            DAYS_ABROAD,
            BEHIND,
            AHEAD,
            VOUCHED,
            OF_ANOTHER_KIND,
            APPLIED,
            PASSPORTS,
            WRITTEN,
        )
        for text, facts in table.items()
    ],
)
def test_ends_and_near_misses(text: str, facts: list[str]) -> None:
    """Each end is found as it is said, and nothing beside it."""
    assert facts_told(text) == facts
