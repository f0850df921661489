"""Whether the words alone make a message a guard's: evasion, a guarantee, an emergency.

A classifier misses some of these, and to miss one costs most; the phrases are few, so
they are listed (``gazetteer/guards.yml``) and looked for before anything is classified.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from language.guard_table import INTENTS
from language.lexicon import whole_words, words

LONGEST_TEXT = 2000
_BEFORE = 40
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True)
class _Words:
    """What the words of one guard are."""

    said: re.Pattern[str]
    """They alone make the message the guard's."""
    unless: re.Pattern[str]
    """Just before them, these undo them."""
    hints: re.Pattern[str] | None
    """They do so together with a model that thinks the guard likely enough."""
    honest: re.Pattern[str] | None
    """With these and no hint the message speaks about such things and asks for none."""


def guards_of(text: str) -> tuple[str, ...]:
    """The guards whose phrases the text says; never raises."""
    text = _plain(text)
    return tuple(name for name, of in _patterns().items() if _says(text, of.said, of.unless))


def hinted_at(text: str, guard: str) -> bool:
    """Whether the words hint at the guard, without being enough by themselves."""
    hints, honest = _second_witness(text, guard)
    return hints and not honest


def is_honest(text: str, guard: str) -> bool:
    """Whether the words only speak about what the guard is there for, and hint at no more."""
    hints, honest = _second_witness(text, guard)
    return honest and not hints


def _second_witness(text: str, guard: str) -> tuple[bool, bool]:
    """Whether the words hint at the guard, and whether they tell of an honest question."""
    of, text = _patterns().get(guard), _plain(text)
    hints = of is not None and of.hints is not None and _says(text, of.hints, of.unless)
    honest = of is not None and of.honest is not None and bool(of.honest.search(text))
    return hints, honest


def first_guard(chances: Mapping[str, float], possible: float) -> str | None:
    """Of the guards a text trips, the one that comes first in the table.

    `chances` says how likely each is; below `possible` it is not tripped at all.
    """
    return next((name for name in INTENTS if chances.get(name, 0.0) >= possible), None)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of the text, so that a guard's is not lost beside a long question."""
    return tuple(part for part in _SENTENCE_END.split(text[:LONGEST_TEXT].strip()) if part)


def _plain(text: str) -> str:
    return text[:LONGEST_TEXT].replace("’", "'")


def _says(text: str, said: re.Pattern[str], unless: re.Pattern[str]) -> bool:
    return any(
        not unless.search(text[max(0, match.start() - _BEFORE) : match.start()])
        for match in said.finditer(text)
    )


@lru_cache(maxsize=1)
def _patterns() -> dict[str, _Words]:
    """The words of each guard that has any, in order."""
    loaded = words("guards")
    parts = loaded["parts"]
    return {
        name: _Words(
            said=whole_words(guard["said"], parts),
            unless=re.compile(rf"\b(?:{guard['unless']})$", re.I),
            hints=whole_words(guard["hints"], parts) if "hints" in guard else None,
            honest=whole_words(guard["honest"], parts) if "honest" in guard else None,
        )
        for name in INTENTS
        if (guard := loaded["guards"].get(name)) is not None
    }
