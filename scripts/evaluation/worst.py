"""The messages that went worst, in the order a person should read them."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.evaluation.measures import SCOPE, Pair, Pairs, acted, is_found, is_wrong
from scripts.evaluation.samples import Message, Reading

LIMIT = 50
WRONG = "answered with a wrong topic"
LOST = "unsure, the right topic not among the first three"
UNSURE = "unsure, the right topic among the first three"
DEGREES = (WRONG, LOST, UNSURE)


@dataclass(frozen=True)
class Bad:
    """A message that was not simply answered rightly."""

    message: Message
    reading: Reading
    degree: str
    """One of `DEGREES`."""


def worst(pairs: Pairs, limit: int = LIMIT) -> tuple[Bad, ...]:
    """Wrong answers first, the surest leading; then unsure ones, the least near leading."""
    found = [Bad(*pair, degree) for pair in pairs if (degree := _degree(pair))]
    return tuple(sorted(found, key=_order)[:limit])


def _degree(pair: Pair) -> str | None:
    message, reading = pair
    if is_wrong(pair):
        return WRONG
    if acted(reading) or (message.label == SCOPE and reading.decision != "answer"):
        return None
    return UNSURE if is_found(pair) else LOST


def _order(bad: Bad) -> tuple[int, float]:
    chances = [guess.chance for guess in bad.reading.alternatives]
    of_right = [g.chance for g in bad.reading.alternatives if g.name in bad.message.right]
    nearness = -max(chances, default=0.0) if bad.degree == WRONG else max(of_right, default=0.0)
    return DEGREES.index(bad.degree), nearness
