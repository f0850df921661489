"""In which other language a message is, and the one line the assistant can say in it."""

from __future__ import annotations

import re
from functools import lru_cache

from language.lexicon import words

_LETTERS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LONGEST = 1000
_SIGNS = 2
"""Small words of a language a message must have; they must also be a third of its words."""


def line_in_tongue(text: str) -> str | None:
    """The line in the message's own language; ``None`` for English, or one not known."""
    text = text[:_LONGEST]
    for script, line in _scripts():
        if script.search(text):
            return line
    said = [word.lower().replace("’", "'") for word in _LETTERS.findall(text)]
    found = {
        line: (len(small & set(said)), sum(word in small for word in said))
        for line, small in _small_words()
    }
    best = max(found, key=lambda line: found[line])
    different, share = found[best]
    return best if different >= _SIGNS and 3 * share >= len(said) else None


@lru_cache(maxsize=1)
def _scripts() -> tuple[tuple[re.Pattern[str], str], ...]:
    tongues = words("tongues").values()
    return tuple((re.compile(t["script"]), t["line"]) for t in tongues if "script" in t)


@lru_cache(maxsize=1)
def _small_words() -> tuple[tuple[str, frozenset[str]], ...]:
    tongues = words("tongues").values()
    return tuple((t["line"], frozenset(t["words"])) for t in tongues if "words" in t)
