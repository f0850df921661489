"""Many phrases at once: the same as one pattern of them all finds, only sooner."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.cues import place_patterns, small_letters
from language.lexicon import filled, words
from language.scanner import Scanner, beginnings

LABELLED = Path(__file__).parents[2] / "data" / "dates"
MESSAGES = [
    small_letters(json.loads(line)["text"])
    for file in sorted(LABELLED.glob("*.jsonl"))
    for line in file.read_text(encoding="utf-8").splitlines()[::12]
]
SPOKEN = sorted({word for message in MESSAGES for word in message.split()})


def phrases(section: str) -> list[str]:
    """Those of a section of the word list of dates."""
    loaded = words("date_cues")
    parts = {**loaded["parts"], **place_patterns()}
    said = [phrase for group in loaded[section] for some in group.values() for phrase in some]
    return [filled(phrase, parts) for phrase in said]


SECTIONS = {section: phrases(section) for section in ("cues", "holders", "people")}
SCANNERS = {section: Scanner(some) for section, some in SECTIONS.items()}
PATTERNS = {
    section: re.compile(
        "(?<![a-z])(?:" + "|".join(f"(?P<k{n}>{one})" for n, one in enumerate(some)) + ")(?![a-z])"
    )
    for section, some in SECTIONS.items()
}


def scanned(section: str, text: str) -> list[tuple[int, tuple[int, int]]]:
    """Which phrase stands where."""
    return [(number, match.span()) for number, match in SCANNERS[section].find(text)]


def searched(section: str, text: str) -> list[tuple[int, tuple[int, int]]]:
    """The same by one pattern."""
    found = PATTERNS[section].finditer(text)
    return [(int((match.lastgroup or "")[1:]), match.span()) for match in found]


@pytest.mark.parametrize("section", SECTIONS)
def test_finds_in_messages_what_one_pattern_finds(section: str) -> None:
    told = [scanned(section, message) for message in MESSAGES]
    assert sum(map(len, told)) > 200
    assert told == [searched(section, message) for message in MESSAGES]


@pytest.mark.parametrize("section", SECTIONS)
@given(said=st.lists(st.sampled_from(SPOKEN) | st.text(max_size=4), max_size=14))
def test_finds_in_any_words_what_one_pattern_finds(section: str, said: list[str]) -> None:
    text = small_letters(" ".join(said))
    assert scanned(section, text) == searched(section, text)


@pytest.mark.parametrize(
    ("phrase", "first"),
    [
        ("entered", {"en"}),
        ("i", {"i"}),
        ("(?:the )?stamp", {"th", "st"}),
        ("(?<!not )(?:came|come) in", {"co", "ca"}),
        ("[ab]c", {"ac", "bc"}),
        ("x?y?z", {"xy", "xz", "yz", "z"}),
        ("(?:ha )+b", {"ha"}),
        ("[0-9]+ days", {str(digit) for digit in range(10)}),
        ("\\w+ stamp", {""}),
        ("a\\w+", {"a"}),
        ("[^a]b", {""}),
        (".b", {""}),
        ("(a)\\1", {"a"}),
    ],
)
def test_the_letters_a_phrase_begins_with(phrase: str, first: set[str]) -> None:
    assert beginnings(phrase) == first


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the end of it", ["the end"]),
        ("the ends", ["ends"]),
        ("bend end", ["end"]),
        ("the end end", ["the end", "end"]),
        ("e", []),
        ("", []),
        ("7end", ["end"]),
    ],
)
def test_whole_words_from_the_left_and_the_earliest_phrase(text: str, expected: list[str]) -> None:
    scanner = Scanner(["the end", "end|ends", "the end of"])
    assert [match[0] for _, match in scanner.find(text)] == expected
