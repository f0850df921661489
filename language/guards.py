"""Whether the words alone make a message a guard's: evasion, a guarantee, an emergency.

A classifier misses some of these, and to miss one costs most; the phrases are few, so
they are listed (``gazetteer/guards.yml``) and looked for before anything is classified.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from language.guard_table import INTENTS
from language.lexicon import whole_words, words

LONGEST_TEXT = 2000
_BEFORE = 40
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


def guards_of(text: str) -> tuple[str, ...]:
    """The guards whose phrases the text says; never raises."""
    text = text[:LONGEST_TEXT].replace("’", "'")
    return tuple(name for name, said in _patterns().items() if _says(text, *said))


def first_guard(chances: Mapping[str, float], possible: float) -> str | None:
    """Of the guards a text trips, the one that comes first in the table.

    `chances` says how likely each is; below `possible` it is not tripped at all.
    """
    return next((name for name in INTENTS if chances.get(name, 0.0) >= possible), None)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of the text, so that a guard's is not lost beside a long question."""
    return tuple(part for part in _SENTENCE_END.split(text[:LONGEST_TEXT].strip()) if part)


def _says(text: str, said: re.Pattern[str], unless: re.Pattern[str]) -> bool:
    return any(
        not unless.search(text[max(0, match.start() - _BEFORE) : match.start()])
        for match in said.finditer(text)
    )


@lru_cache(maxsize=1)
def _patterns() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """For each guard its phrases, and the words that undo one just before it; in order."""
    loaded = words("guards")
    return {
        name: (
            whole_words(guard["said"], loaded["parts"]),
            re.compile(rf"\b(?:{guard['unless']})$", re.I),
        )
        for name in INTENTS
        if (guard := loaded["guards"].get(name)) is not None
    }
