"""The phrases that make a message a guard's, and what undoes them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language.guard_table import INTENTS
from language.guards import guards_of, sentences
from language.signs import signs

SAID = [
    ("should i lie to the officer about my job", "evasion"),
    ("where do people get a fake job offer", "evasion"),
    ("can they hide my overstay on the form", "evasion"),
    ("i could pretend to be a student", "evasion"),
    ("a cleaning job for cash", "evasion"),
    ("how to leave without being scanned", "evasion"),
    ("we would marry just for the papers", "evasion"),
    ("use my cousins passport", "evasion"),
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
    "i never lied to the officer",
    "i don't want to lie to them",
    "is a stay of six months not guaranteed",
    "what happens if i get deported",
    "can they deport me",
    "i entered on 3 June with no stamp, when must I leave?",
    "how do I extend my stay",
]


@pytest.mark.parametrize(("text", "guard"), SAID)
def test_a_guards_phrase_is_found(text: str, guard: str) -> None:
    assert guard in guards_of(text)
    assert guard in guards_of(text.upper())


@pytest.mark.parametrize("text", UNDONE)
def test_what_is_denied_supposed_or_something_else_is_no_guards(text: str) -> None:
    assert guards_of(text) == ()


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
