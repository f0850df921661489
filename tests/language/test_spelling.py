"""Swapped letters in the words of this law are read as meant; other words stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.lexicon import words
from language.spelling import unswapped


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("how long cna i stya", "how long can i stay"),
        ("exetnd my viist", "extend my visit"),
        ("a toruist's passprot", "a tourist's passport"),
        ("Cna I stay", "can I stay"),
        ("on Friday then", "on Friday then"),
        ("it won't, now", "it won't, now"),
        ("from Perth", "from Perth"),
        ("", ""),
    ],
)
def test_one_swap_is_put_right(text: str, meant: str) -> None:
    assert unswapped(text) == meant


@given(st.sampled_from([*words("spelling")["words"], *words("spelling")["others"]]))
def test_our_own_words_stay(word: str) -> None:
    assert unswapped(word) == word


@given(st.text())
def test_the_length_stays(text: str) -> None:
    assert len(unswapped(text)) == len(text)
