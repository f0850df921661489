"""What stands around a date in a message, as names a linear model can weigh."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from language.context import Context
from language.cues import Found
from language.normalise import SHORTHAND
from language.owners import Owned

_TOKEN = re.compile(r"[a-z']+|[0-9]+|[?!.,;:()\-/\n&=]")
_STOPS = frozenset("?!.;\n")
_MASK = " xdate "
_READ, _NEAR, _PAIRS, _STEM = 14, 5, 8, 5
_LONGEST = 600
"""Characters read on either side of a date."""
_SHORT = 3
"""Tokens beside the date in a message that is little more than a date."""


def features(message: Context, judged: Sequence[Owned], index: int) -> frozenset[str]:
    """The features of the date at ``index``; ``judged`` holds what the grammar made of all.

    Words near it on either side, alone and in pairs, the cues, papers and people beside it,
    the shape of the date, and what the grammar says of it and of the others.
    """
    date = judged[index].date
    left = _tokens(_masked(message.text, judged, max(0, date.start - _LONGEST), date.start))
    right = _tokens(_masked(message.text, judged, date.end, date.end + _LONGEST))
    found = {"always", *_of_grammar(judged, index), *_of_context(message, judged, index)}
    found.update(_of_side("L", left[::-1]), _of_side("R", right))
    found.update(f"M:{token}" for token in (*left, *right))
    if len(left) + len(right) <= _SHORT:
        found.add("short")
    return frozenset(found)


def _masked(text: str, judged: Sequence[Owned], start: int, end: int) -> str:
    """``text[start:end]``, the dates in it masked."""
    parts, at = [], start
    for one in judged:
        if at <= one.date.start and one.date.end <= end:
            parts += [text[at : one.date.start], _MASK]
            at = one.date.end
    return "".join((*parts, text[at:end]))


def _tokens(text: str) -> list[str]:
    found: list[str] = []
    for match in _TOKEN.finditer(text.lower().replace("’", "'")):
        word = SHORTHAND.get(match[0], match[0])
        found += [f"#{min(len(word), 4)}"] if word[0].isdigit() else word.split()
    return found


def _of_grammar(judged: Sequence[Owned], index: int) -> Iterator[str]:
    one, date = judged[index], judged[index].date
    yield f"g={_role(one)}"
    if one.cue is not None:
        yield f"cue={one.cue.kind.value}{'B' if one.cue.start < date.start else 'A'}"
    yield f"form={date.form.value}"
    yield f"year={date.year is not None}"
    yield f"g={_role(one)} year={date.year is not None}"
    yield f"n={min(len(judged), 4)}"
    yield "later" if index else "first"
    if index == len(judged) - 1:
        yield "last"
    else:
        yield f"next={_role(judged[index + 1])}"
    if index:
        yield f"prev={_role(judged[index - 1])}"
    for place, other in enumerate(judged):
        if place != index:
            yield f"other={_role(other)}"


def _role(one: Owned) -> str:
    return one.date.role.value if one.date.role else "none"


def _of_context(message: Context, judged: Sequence[Owned], index: int) -> Iterator[str]:
    """The cues, papers and people of the sentence, the two nearest on each side."""
    date = judged[index].date
    first, last = message.sentence_start(date.start), message.sentence_end(date.end)
    others = [one.date for place, one in enumerate(judged) if place != index]
    for name, named in (("c", message.cues), ("h", message.holders), ("p", message.people)):
        left = [one for one in named if first <= one.start and one.end <= date.start][-2:][::-1]
        right = [one for one in named if date.end <= one.start and one.end <= last][:2]
        for side, near in (("L", left), ("R", right)):
            for place, one in enumerate(near):
                yield f"{name}{side}{place}={one.kind.value}"
            if near:
                start, end = sorted((near[0].start, date.start))
                if not any(start <= other.start < end for other in others):
                    yield f"{name}{side}own={near[0].kind.value}"
                if name != "p":
                    gap = message.text[min(near[0].end, date.end) : end]
                    yield f"{name}{side}={near[0].kind.value} {_distance(gap)}"
        if not left and not right:
            yield f"{name}none"
        yield from (f"{name}M={one.kind.value}" for one in named)
    yield f"ch={_before(message.cues, date.start)} {_before(message.holders, date.start)}"


def _before(named: Sequence[Found], at: int) -> str:  # type: ignore[type-arg]  # of any kind
    return next((one.kind.value for one in reversed(named) if one.end <= at), "-")


def _distance(gap: str) -> int:
    words = len(gap.split())
    return 0 if not words else 1 if words < 3 else 2 if words < 6 else 3


def _of_side(side: str, tokens: Sequence[str]) -> Iterator[str]:
    """The words on one side, nearest first, to the end of the sentence next to it."""
    if not tokens:
        yield f"{side}=end"
    for size in (1, 2, 3):
        if len(tokens) >= size:
            yield f"{side}{size}={tokens[size - 1]}"
            yield f"{side}to{size}={' '.join(tokens[:size])}"
    stops = 0
    for place, token in enumerate(tokens[:_READ]):
        stops += token in _STOPS
        if stops > 1:
            break
        where = f"{side}s" if stops else f"{side}n" if place < _NEAR else f"{side}f"
        yield f"{where}:{token}"
        yield f"{side}:{token}"
        if len(token) > _STEM:
            yield f"{where}^{token[:_STEM]}"
        if not stops and place < _PAIRS:
            yield from (f"{side}b:{a} {b}" for a, b in pairwise(tokens[place : place + 2]))
