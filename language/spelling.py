"""Letters swapped in typing, put right in the words this law is asked about with.

Only a word that is none of ours and becomes one by one swap is touched: a classifier reads
the rest of a message's misspellings well enough by its pieces of words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from language.lexicon import words

_WORD = re.compile(r"[A-Za-z]{3,}")


def unswapped(text: str) -> str:
    """The text with neighbouring letters swapped back: "stya" is "stay", "viist" is "visit"."""
    return _WORD.sub(lambda match: _mended(match[0]), text)


def _mended(word: str) -> str:
    small, ours = word.lower(), _words("words")
    if small in ours or small in _words("others"):
        return word
    for at in range(len(small) - 1):
        swapped = small[:at] + small[at + 1] + small[at] + small[at + 2 :]
        if swapped in ours:
            return swapped
    return word


@lru_cache(maxsize=2)
def _words(kind: str) -> frozenset[str]:
    return frozenset(words("spelling")[kind])
