"""Whether a chance can be believed: the calibration of the likeliest topic's."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.evaluation.measures import Pairs, Share, likeliest

BINS = 10


@dataclass(frozen=True)
class Bin:
    """The messages whose likeliest topic has a chance from `low` to `high`."""

    low: float
    high: float
    chance: float | None
    """The mean; ``None`` where there is no message."""
    right: Share


@dataclass(frozen=True)
class Calibration:
    """The curve, and how far on average a chance lies from the share that is right."""

    bins: tuple[Bin, ...]
    error: float | None
    """The expected calibration error; ``None`` without any reading."""


def calibration(pairs: Pairs) -> Calibration:
    """Ten bins of equal width; a reading without alternatives has no chance to judge."""
    sorted_in: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for message, reading in pairs:
        if reading.alternatives:
            chance = min(1.0, max(0.0, reading.alternatives[0].chance))
            place = min(int(chance * BINS), BINS - 1)
            sorted_in[place].append((chance, likeliest(reading) in message.right))
    bins = tuple(
        Bin(
            low=place / BINS,
            high=(place + 1) / BINS,
            chance=sum(chance for chance, _ in held) / len(held) if held else None,
            right=Share.of(hit for _, hit in held),
        )
        for place, held in enumerate(sorted_in)
    )
    total = sum(one.right.whole for one in bins)
    gaps = [
        one.right.whole * abs(one.chance - (one.right.rate or 0.0))
        for one in bins
        if one.chance is not None
    ]
    return Calibration(bins, sum(gaps) / total if total else None)
