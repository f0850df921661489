"""The dates said in a message, by their shape alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from language.cues import small_letters
from language.date_shapes import AS_WRITTEN, SHAPES
from language.rough import names_its_day, trimmed, without_day
from language.said_dates import DateForm, SaidDate

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
    kept = _with_weekday(text, sorted(kept, key=lambda said: said.start))
    return tuple(
        without_day(text, said)
        for place, said in enumerate(kept)
        if not names_its_day(text, kept[:place], said)
    )


# "9 weeks ago on Sunday": which day that was has to be asked, and it is not the last Sunday.
_ON = re.compile(r"\s*,?\s*(?:on )?(?:an? |the )?", re.I)
_WEEKS = re.compile(r"\b(?:weeks?|months?|fortnight) (?:ago|back|before)$", re.I)


def _with_weekday(text: str, found: list[SaidDate]) -> list[SaidDate]:
    """The dates, a weekday joined to the weeks ago beside which it stands."""
    done: list[SaidDate] = []
    for said in found:
        last = done[-1] if done else None
        bare = said.form is DateForm.WEEKDAY and said.amount is None and said.day is None
        if last and bare and _WEEKS.search(last.text) and _ON.fullmatch(text, last.end, said.start):
            whole = text[last.start : said.end]
            done[-1] = SaidDate(whole, last.start, said.end, DateForm.INCOMPLETE)
        else:
            done.append(said)
    return done


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
