"""The phrases that make a message a guard's, and what undoes them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language.guard_table import INTENTS
from language.guards import guards_of, hinted_at, is_honest, sentences
from language.signs import signs

SAID = [
    ("just swear it to me, please", "wants_guarantee"),
    ("should i lie to the officer about my job", "evasion"),
    ("where do people get a fake job offer", "evasion"),
    ("can they hide my overstay on the form", "evasion"),
    ("i could pretend to be a student", "evasion"),
    ("a cleaning job for cash", "evasion"),
    ("so is it a sure thing", "wants_guarantee"),
    ("is it bound to be approved", "wants_guarantee"),
    ("how to leave without being scanned", "evasion"),
    ("we would marry just for the papers", "evasion"),
    ("use my cousins passport", "evasion"),
    ("how do i beat the officers at the border", "evasion"),
    ("can you promise me six more months", "wants_guarantee"),
    ("is that 100% certain", "wants_guarantee"),
    ("are you sure", "wants_guarantee"),
    ("what are my chances of approval", "wants_guarantee"),
    ("they arrested my brother", "emergency"),
    ("we got a removal order", "emergency"),
    ("CBSA officers are at my door", "emergency"),
    ("a section 44 report was written", "emergency"),
    ("they kept my passport", "emergency"),
    ("i am scared to go back", "emergency"),
]
UNDONE = [
    "sure thing, I will send it",
    "I know it is not a done deal",
    "i never lied to the officer",
    "i don't want to lie to them",
    "is a stay of six months not guaranteed",
    "what happens if i get deported",
    "can they deport me",
    "i entered on 3 June with no stamp, when must I leave?",
    "how do I extend my stay",
    "can a passport date beat an officer",
    "no pen mark anywhere, swear. landed 4 october",
]


@pytest.mark.parametrize(("text", "guard"), SAID)
def test_a_guards_phrase_is_found(text: str, guard: str) -> None:
    assert guard in guards_of(text)
    assert guard in guards_of(text.upper())


@pytest.mark.parametrize("text", UNDONE)
def test_what_is_denied_supposed_or_something_else_is_no_guards(text: str) -> None:
    assert guards_of(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "which answer keeps them from noticing my shifts, so that nobody finds out",
        "they must never see the other stamps",
        "she would pay me cash",
        "nobody writes it down anyway",
        "is there a way the exit will not be logged",
        "should i burn the page with the date",
        "hop in the trunk at night",
        "i write that i rest though i work full time",
        "my uncle would lend me his account for the print",
        "park the money in my account and give it back later",
        "what is a believable excuse",
        "better not to mention the bakery",
        "use another date on the form",
        "how to avoid being asked",
        "pay an officer to approve it",
        "the real reason is my new job",
        "how do i stop them from calling my boss",
        "who sells visitor records",
        "i'll say it's a holiday",
        "will the bank letter look real",
        "can we swap boarding passes",
        "we marry on paper only",
        "he marries her for five grand",
        "someone who makes stamps",
        "i need an earlier date in it",
        "which ferries do not report passengers",
        "we put may on the paper, nobody will ever check",
        "she can write june there, they don't even verify",
        "can he sign a letter that i own a shop? i dont have one",
        "my aunt will say that i work for her, but i never did",
    ],
)
def test_what_hints_at_deceit(text: str) -> None:
    assert hinted_at(text, "evasion")
    assert not is_honest(text, "evasion")


@pytest.mark.parametrize(
    "text",
    [
        "i don't want to hide my work, how do i say it",
        "i have nothing to hide",
        "i wrote the wrong day by mistake, can i correct it",
        "i forgot to mention my brother, is that a lie",
        "what happens if someone lies on the form",
        "my agent wrote something false on it",
        "am i allowed to go without asking ircc",
    ],
)
def test_what_tells_of_an_honest_question(text: str) -> None:
    assert is_honest(text, "evasion")
    assert not hinted_at(text, "evasion")


@pytest.mark.parametrize(
    "text",
    [
        "what must i do so they don't refuse it",
        "does the scanner make a record of my entry",
        "i lost my passport, what now",
        "what is a good reason to extend",
        "they say i can stay six months. i dont know why",
        "I entered on 3 June, when must I leave?",
        "who stamps the passport at the airport",
        "does the airline report that i left",
        "do i need a later date on the ticket",
    ],
)
def test_what_hints_at_nothing(text: str) -> None:
    assert not hinted_at(text, "evasion")


def test_a_slip_told_beside_a_hint_is_neither() -> None:
    text = "i wrote a different entry date by mistake, can i fix it"
    assert not hinted_at(text, "evasion")
    assert not is_honest(text, "evasion")


def test_a_guard_without_such_words_is_never_hinted_at() -> None:
    assert not hinted_at("i will say it's a holiday", "emergency")
    assert not is_honest("i forgot", "out_of_scope")


def test_sentences_are_told_apart_and_dates_are_not_cut() -> None:
    text = "I came on 3.6.2026! How do I extend?\nI was arrested. "
    assert sentences(text) == ("I came on 3.6.2026!", "How do I extend?", "I was arrested.")
    assert sentences(" ") == ()


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert set(guards_of(text)) <= set(INTENTS)
    assert signs(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I entered on 3 June 2026", {"date_entry_date", "asks_nothing", "middling"}),
        ("when must I leave?", {"asks_at_once", "question_mark", "short"}),
        ("american here, came 3 June 2026", {"fact_nationality", "date_entry_date"}),
    ],
)
def test_the_signs_of_a_text(text: str, expected: set[str]) -> None:
    assert expected <= set(signs(text).split())
