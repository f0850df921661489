"""Changes to a sentence that leave its meaning, or change it in a known way; the same each run.

In the files a change is one line, ``name: argument``; ``CHANGES`` lists the names.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from typing import Any

_LONG_WORD = re.compile(r"[A-Za-z]{4,}")


def _before(text: str, words: str) -> str:
    return words + text


def _after(text: str, words: str) -> str:
    return text + words


def _case(text: str, case: str) -> str:
    return {"lower": text.lower(), "upper": text.upper(), "title": text.title()}[case]


def _without(text: str, marks: str) -> str:
    if marks == "apostrophes":
        return re.sub("['’]", "", text)
    # A full stop or comma between digits is part of a number or a date.
    return re.sub(r"['’!?;:\"]|[.,](?!\d)", "", text)


def _replace(text: str, words: Mapping[str, str]) -> str:
    for old, new in words.items():
        text = text.replace(old, new)
    return text


def _repeat_to(text: str, length: int) -> str:
    return (f"{text} " * (length // len(text) + 1))[:length]


def _swapped(word: str, chance: random.Random) -> str:
    places = [i for i in range(1, len(word) - 1) if word[i] != word[i + 1]]
    i = chance.choice(places) if places else 0
    return word[:i] + word[i + 1] + word[i] + word[i + 2 :]


def _dropped(word: str, chance: random.Random) -> str:
    i = chance.randrange(1, len(word))
    return word[:i] + word[i + 1 :]


def _doubled(word: str, chance: random.Random) -> str:
    i = chance.randrange(len(word))
    return word[:i] + word[i] + word[i:]


def _typos(kind: Callable[[str, random.Random], str]) -> Callable[[str, int], str]:
    """So many words of the text, of four letters or more, with one slip each."""

    def change(text: str, count: int) -> str:
        # Seeded with the text, so that neither order nor company of the sentences matters.
        chance = random.Random(f"{kind.__name__} {count} {text}")
        words = list(_LONG_WORD.finditer(text))
        hit = chance.sample(words, min(count, len(words)))
        for word in sorted(hit, key=lambda match: -match.start()):
            text = text[: word.start()] + kind(word[0], chance) + text[word.end() :]
        return text

    return change


CHANGES: Mapping[str, tuple[Callable[[str, Any], str], type]] = {
    "before": (_before, str),
    "after": (_after, str),
    "case": (_case, str),
    "without": (_without, str),
    "replace": (_replace, dict),
    "repeat_to": (_repeat_to, int),
    "swapped": (_typos(_swapped), int),
    "dropped": (_typos(_dropped), int),
    "doubled": (_typos(_doubled), int),
}
"""For each name what it does, and what its argument must be."""
ARGUMENTS = {"case": ("lower", "upper", "title"), "without": ("apostrophes", "punctuation")}


def changed(text: str, name: str, argument: Any) -> str:
    """The text with one change made."""
    return CHANGES[name][0](text, argument)
