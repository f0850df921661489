"""The dates said in a message, by their shape alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from language.cues import small_letters
from language.date_shapes import AS_WRITTEN, SHAPES
from language.rough import names_its_day, trimmed, without_day
from language.said_dates import SaidDate

_WORD_OR_SIGN = re.compile(r"\w+|\W")


@lru_cache(maxsize=16)
def said_dates(text: str) -> tuple[SaidDate, ...]:
    """Every date shape in ``text``, in order; the longest wins an overlap.

    A role is set only where the shape alone tells it.
    """
    found = sorted(_candidates(text), key=lambda said: (said.start - said.end, said.start))
    kept: list[SaidDate] = []
    for said in found:
        if all(said.end <= other.start or said.start >= other.end for other in kept):
            kept.append(said)
    kept.sort(key=lambda said: said.start)
    return tuple(
        without_day(text, said)
        for place, said in enumerate(kept)
        if not names_its_day(text, kept[:place], said)
    )


def _candidates(text: str) -> Iterator[SaidDate]:
    small = small_letters(text)
    for pattern, reader in SHAPES:
        position, read_from = 0, text if reader in AS_WRITTEN else small
        while match := pattern.search(read_from, position):
            fields = reader(match)
            if fields:
                start, end = trimmed(match)
                yield SaidDate(text=text[start:end], start=start, end=end, **fields)
                position = match.end()
            else:
                # What was no date may hide one that starts at its next word.
                word = _WORD_OR_SIGN.match(text, match.start())
                position = word.end() if word else match.end() + 1
