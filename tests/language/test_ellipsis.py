"""What short messages leave to the talk."""

from __future__ import annotations

import pytest

from language.ellipsis import Elided, asks_court, elided_at_end, elided_in
from language.retractions import year_alone


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("so which of the two is it?", Elided.WHICH),
        ("which date is safer", Elided.WHICH),
        ("so the safe day is?", Elided.WHICH),
        ("who must go first", Elided.WHICH),
        ("hm. who can help me for little money", Elided.WHO),
        ("where do I find an honest consultant", Elided.WHO),
        ("I can't afford a lawyer", Elided.WHO),
        ("is there any free legal advice", Elided.WHO),
        ("where do I find a cheap hotel", None),
        ("who gets in for free", None),
        ("and what if we miss the deadline", Elided.MISSED),
        ("what happens after that day?", Elided.MISSED),
        ("and what if there is no decision until then", Elided.UNANSWERED),
        ("what if ircc hasn't replied before that day?", Elided.UNANSWERED),
        ("if i never hear back", Elided.UNANSWERED),
        ("if they never answer my messages about work", None),
        ("so when must I go", Elided.LEAVING),
        ("ok so what can we do now", Elided.REMEDY),
        ("is there any way out", Elided.REMEDY),
        ("but why so early", Elided.WHY),
        ("how does a record outrank the stamp?", Elided.WHY),
        ("how come my sister gets more time", Elided.WHY),
        ("but they cashed my fee", Elided.WHY),
        ("how do I get my money", None),
        ("where can I find someone who is honest", Elided.WHO),
        ("who could look over my papers tonight", Elided.WHO),
        ("may my niece fill in the forms", Elided.WHO),
        ("today is a sunday, won't it move to the monday", Elided.WEEKDAY),
        ("how can I get hers extended", Elided.REMEDY),
        ("shall I sign it and send it again", Elided.REMEDY),
        ("what do I have to attach", Elided.REMEDY),
        ("how do I get a work permit", None),
        ("may he ask for longer", Elided.DEADLINE),
        ("if we want more time, by when?", Elided.DEADLINE),
        ("when must I send the forms if I want to stay on", Elided.DEADLINE),
        ("if she wants another job, when can she start", None),
        ("can i file an extension right now", Elided.DEADLINE),
        ("would that be a problem", Elided.AGAIN),
        ("when must my aunt fly home", Elided.LEAVING),
        ("back to mum, her last day was again", Elided.LEAVING),
        ("never heard of it, why", Elided.WHY),
        ("that's odd. how come?", Elided.WHY),
        ("not the 9th? half a year is 183 days no?", Elided.WHY),
        ("why not in June", None),
        ("and what if ircc rejects it too", Elided.REFUSED),
        ("if the extension is refused", Elided.REFUSED),
        ("if they refuse on 9 May", None),
        ("must we go home right away", Elided.AT_ONCE),
        ("I go tomorrow", None),
        ("how come, the paper is newer than the booklet", Elided.WHY),
        ("why, can I work", None),
        ("what should we do by then to stay legal", Elided.REMEDY),
        ("what do I have to do to remain longer", Elided.REMEDY),
        ("so?", Elided.LEAVING),
        ("which of us leaves first", Elided.WHICH),
        ("how many weeks will I get", Elided.WHICH),
        ("no reply yet, may we stay after the 9th", Elided.UNANSWERED),
        ("no answer yet, can I work", None),
        ("who should we talk to", Elided.WHO),
        ("ok, will do it today. how much?", Elided.COST),
        ("how long do i have for that", Elided.DEADLINE),
        ("even though he has a visa?", Elided.AGAIN),
        ("does that still matter", Elided.AGAIN),
        ("what weekday is that", Elided.WEEKDAY),
        ("ouf. and when can we ask again if we need more", Elided.DEADLINE),
        ("when to file for more time", Elided.DEADLINE),
        ("is it more expensive now", Elided.COST),
        ("does the clock not start when I read it", Elided.COUNT),
        ("doesn't the clock start when I saw it?", Elided.COUNT),
        ("from which day does that run", Elided.COUNT),
        ("whom should I pay for doing it", Elided.WHO),
        ("so is it a Sunday?", Elided.WEEKDAY),
        ("until what time can we apply on that day", Elided.HOUR),
        ("we are in Winnipeg what hour is the limit", Elided.HOUR),
        ("and in St. John's?", Elided.PLACE),
        ("what time does the border close", None),
        ("could I fight that in court?", Elided.COURT),
        ("will we be fined", Elided.BANNED),
        ("if we forget, how late can we apply", Elided.MISSED),
        ("if I miss it, how much is the fee", None),
        ("can I do it afterwards if I forget", Elided.AFTERWARDS),
        ("may I stay legal while they decide", Elided.WAITING),
        ("can I work while waiting", None),
        ("which date must I respect", Elided.WHICH),
        ("whom to ask", Elided.WHO),
        ("how much to fix that", Elided.COST),
        ("what was the last day for applying", Elided.DEADLINE),
        ("even tho it ran out", Elided.AGAIN),
        ("could that be mended somehow?", Elided.REMEDY),
        ("oh no. is it still reversible", Elided.REMEDY),
        ("that is a holiday. is the Tuesday after fine?", Elided.WEEKDAY),
        ("so Monday works too?", Elided.WEEKDAY),
        ("the next working day counts then?", Elided.WEEKDAY),
        ("can I still send it on the Tuesday", Elided.WEEKDAY),
        ("it was a Monday", None),
        ("what time exactly, Winnipeg time", Elided.HOUR),
        ("what time precisely, Halifax time", Elided.HOUR),
        ("who is allowed to handle this", Elided.WHO),
        ("who even picks up on a holiday", Elided.WHO),
        ("what date did I enter", None),
        ("which stamp counts at the border", None),
        ("who can extend a stay", None),
        ("how much money must a visitor have", None),
        ("what can you do", None),
        ("i have to go", None),
        ("is the arrival day included?", Elided.WHY),
        ("would they count the day we flew in", Elided.WHY),
        ("everybody gets 6 months, no?", Elided.WHY),
        ("hm, that can't be right", Elided.WHY),
        ("the rules say 180 days so 9 April?", Elided.WHY),
        ("the officer said six months", None),
        ("we prefer talking with a human being", Elided.WHO),
        ("are you a real person", None),
        ("I want somebody reliable", Elided.WHO),
        ("whom should we trust then", Elided.WHO),
        ("when was that changed?", Elided.AGAIN),
        ("why do I need a visa", None),
        ("", None),
        ("which " * 40, None),
    ],
)
def test_elided(text: str, meant: Elided | None) -> None:
    assert elided_in(text) is meant


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("sorry, 2027", 2027),
        ("oops 2027 i mean", 2027),
        ("no 2026 and 2027", None),
        ("sorry, 3 May 2027", None),
        ("sorry", None),
    ],
)
def test_year_alone(text: str, year: int | None) -> None:
    assert year_alone(text) == year


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("I'd have a judge look at the letter, by when must that be filed", True),
        ("then the federal court it is", True),
        ("is judicial review an option", True),
        ("can I appeal to the officer", False),
        ("we met at the tennis court house", False),
    ],
)
def test_asks_court(text: str, asks: bool) -> None:
    assert asks_court(text) is asks


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("so Monday works too?", Elided.WEEKDAY),
        (
            "they close at four on that day and I would never make it there. so Monday works too?",
            Elided.WEEKDAY,
        ),
        ("nobody in this office told us a word about any of that. can it be undone", Elided.REMEDY),
        ("my aunt in Kent would write all of those forms for me herself. is she allowed?", None),
        (
            "hm but I looked into the account only last Tuesday, doesn't it count from then?",
            Elided.COUNT,
        ),
        ("my friend from the choir works there as a clerk herself, does it count?", Elided.COUNT),
        ("word " * 60 + ". who can help?", None),
    ],
)
def test_elided_at_end(text: str, meant: Elided | None) -> None:
    assert elided_at_end(text) is meant
