"""Many phrases looked for at once: at each word only those that can begin as it does."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

# How ``re`` reads a pattern. What is not known here may begin with anything, so that
# another Python can make this slower and never wrong.
_NEW = sys.version_info >= (3, 11)
_parser = importlib.import_module("re._parser" if _NEW else "sre_parse")
_ops = importlib.import_module("re._constants" if _NEW else "sre_constants")
_NO_WIDTH = frozenset({_ops.ASSERT, _ops.ASSERT_NOT, _ops.AT})
_REPEATS = frozenset({_ops.MAX_REPEAT, _ops.MIN_REPEAT})
_WORD = re.compile(r"(?<![a-z])\S")
_LONGEST = 2
_MOST_KEYS = 4096
"""Pairs of letters whose phrases are remembered; there are some hundreds in use."""

_Heads = tuple[frozenset[str], frozenset[str]]
"""What a piece can begin with: what may go on in any way, and what the next piece goes on."""
_NOTHING: _Heads = (frozenset(), frozenset({""}))
_ANYTHING: _Heads = (frozenset({""}), frozenset())


class Scanner:
    """Finds what ``(?<![a-z])(?:first|second|...)(?![a-z])`` finds, without trying each phrase
    at each word. A phrase is a regular expression whose matches begin with no space.
    """

    def __init__(self, phrases: Sequence[str]) -> None:
        self._phrases = [re.compile(f"(?:{phrase})(?![a-z])") for phrase in phrases]
        self._beginnings = [beginnings(phrase) for phrase in phrases]
        self._candidates = lru_cache(maxsize=_MOST_KEYS)(self._beginning_with)

    def find(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """Each match with the number of its phrase, from the left, none inside another.

        Of several at one place the one of the earliest phrase.
        """
        end = 0
        for word in _WORD.finditer(text):
            start = word.start()
            if start < end:
                continue
            for number, phrase in self._candidates(text[start : start + _LONGEST]):
                if match := phrase.match(text, start):
                    end = match.end()
                    yield number, match
                    break

    def _beginning_with(self, letters: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
        return tuple(
            (number, self._phrases[number])
            for number, some in enumerate(self._beginnings)
            if any(letters.startswith(one) or one.startswith(letters) for one in some)
        )


def beginnings(phrase: str) -> frozenset[str]:
    """One or two letters with one of which each match of ``phrase`` begins; ``""``: any."""
    anyhow, so_far = _heads(_parser.parse(phrase))
    return anyhow | so_far


def _heads(pieces: Iterable[Any]) -> _Heads:
    anyhow: set[str] = set()
    so_far = {""}
    for kind, value in pieces:
        ends, goes_on = _heads_of(kind, value)
        anyhow |= {(head + tail)[:_LONGEST] for head in so_far for tail in ends}
        grown = {(head + tail)[:_LONGEST] for head in so_far for tail in goes_on}
        anyhow |= {head for head in grown if len(head) == _LONGEST}
        so_far = {head for head in grown if len(head) < _LONGEST}
        if not so_far:
            break
    return frozenset(anyhow), frozenset(so_far)


def _heads_of(kind: Any, value: Any) -> _Heads:
    if kind in _NO_WIDTH:
        return _NOTHING
    if kind is _ops.LITERAL:
        return frozenset(), frozenset({chr(value)})
    if kind is _ops.IN:
        return _heads_of_set(value)
    if kind is _ops.SUBPATTERN:
        return _heads(value[-1])
    if kind is _ops.BRANCH:
        each = [_heads(branch) for branch in value[1]]
        return frozenset().union(*(a for a, _ in each)), frozenset().union(*(b for _, b in each))
    if kind in _REPEATS:
        least, most, repeated = value
        anyhow, so_far = _heads(repeated)
        if most != 1:  # once more, or what follows
            anyhow, so_far = anyhow | so_far - {""}, so_far & {""}
        return anyhow, so_far | {""} if least == 0 else so_far
    return _ANYTHING


def _heads_of_set(members: Iterable[Any]) -> _Heads:
    letters: set[str] = set()
    for kind, value in members:
        if kind is _ops.LITERAL:
            letters.add(chr(value))
        elif kind is _ops.RANGE and value[1] < 128:
            letters.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return _ANYTHING
    return frozenset(), frozenset(letters)
