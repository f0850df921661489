"""The training examples nearest to a text: what they ask, and how near they are."""

from __future__ import annotations

from typing import Tuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Vectors = NDArray[np.float32]
NEAREST, SHARPNESS, FLOOR = 8, 12.0, 1e-3
SCOPE_NEAREST = 5
DIRECTIONS = 128
"""Of the 384 dimensions, those by which candidates are chosen: a third of the memory to read."""
CANDIDATES = 512
"""Examples compared in full, inside the scope and outside it. The nearest eight and five
were among them for 1,498 of 1,500 messages (docs/decisions/0015)."""


class Neighbours:
    """The embeddings of all examples with their labels, as positions among the classes."""

    def __init__(self, vectors: Vectors, labels: NDArray[np.int64], classes: int) -> None:
        self.vectors = vectors.astype(np.float32)
        self.labels = labels
        self._classes = classes
        self._directions = _widest(self.vectors)
        self._sketches = self.vectors @ self._directions

    def of(self, vectors: Vectors, outside: int) -> Tuple[Floats, Floats]:
        """For each of `vectors`: shares of its nearest examples' labels, by class; and the
        mean likeness (cosine) of the nearest ones inside the scope and `outside` it."""
        is_outside = self.labels == outside
        sides = (np.flatnonzero(~is_outside), np.flatnonzero(is_outside))
        votes, nearness = [], []
        for vector in vectors:
            rough = self._sketches @ (vector @ self._directions)
            found = [side[_highest(rough[side], CANDIDATES)] for side in sides]
            likeness = [self.vectors[places] @ vector for places in found]
            means = [near[_highest(near, SCOPE_NEAREST)].mean() for near in likeness]
            votes.append(self._votes(np.concatenate(likeness), np.concatenate(found)))
            nearness.append(means)
        return np.array(votes), np.array(nearness, dtype=np.float64)

    def _votes(self, likeness: Vectors, places: NDArray[np.int64]) -> Floats:
        shares = np.full(self._classes, FLOOR)
        nearest = _highest(likeness, NEAREST)
        weights = np.exp(SHARPNESS * (likeness[nearest] - 1.0))
        np.add.at(shares, self.labels[places[nearest]], weights)
        voted: Floats = shares / shares.sum()
        return voted


def _widest(vectors: Vectors) -> Vectors:
    """The directions in which the examples differ most, a column each."""
    _, directions = np.linalg.eigh(vectors.T @ vectors)
    widest: Vectors = np.ascontiguousarray(directions[:, ::-1][:, :DIRECTIONS])
    return widest


def _highest(values: Vectors, count: int) -> NDArray[np.int64]:
    """Where the highest `count` of `values` are, in no order."""
    if len(values) <= count:
        return np.arange(len(values))
    return np.argpartition(values, -count)[-count:]
