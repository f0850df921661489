"""The training examples nearest to a text: what they ask, and how near they are."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True)
class _Side:
    """The examples inside the scope, or those outside it."""

    vectors: NDArray[np.float16]
    """In half precision, which moves no vote."""
    sketches: Vectors
    labels: NDArray[np.int64]


class Neighbours:
    """The embeddings of all examples with their labels, as positions among the classes."""

    def __init__(
        self,
        vectors: Vectors | NDArray[np.float16],
        labels: NDArray[np.int64],
        classes: int,
        outside: int,
    ) -> None:
        """`outside` is the class of what no topic fits."""
        self.vectors = vectors.astype(np.float16, copy=False)
        self.labels = labels
        self._classes = classes
        whole = self.vectors.astype(np.float32)
        self._directions = _widest(whole)
        sketches = whole @ self._directions
        # Each side in a piece of its own, so that it is read from memory in one go.
        is_outside = labels == outside
        self._sides = tuple(
            _Side(self.vectors[of_it], sketches[of_it], labels[of_it])
            for of_it in (~is_outside, is_outside)
        )

    def of(self, vectors: Vectors) -> Tuple[Floats, Floats]:
        """For each of `vectors`: shares of its nearest examples' labels, by class; and the
        mean likeness (cosine) of the nearest ones inside the scope and outside it."""
        votes, nearness = [], []
        for vector in vectors:
            rough = vector @ self._directions
            found = [_highest(side.sketches @ rough, CANDIDATES) for side in self._sides]
            near = list(zip(self._sides, found, strict=True))
            likeness = [side.vectors[at].astype(np.float32) @ vector for side, at in near]
            labels = np.concatenate([side.labels[at] for side, at in near])
            votes.append(self._votes(np.concatenate(likeness), labels))
            nearness.append([each[_highest(each, SCOPE_NEAREST)].mean() for each in likeness])
        return np.array(votes), np.array(nearness, dtype=np.float64)

    def _votes(self, likeness: Vectors, labels: NDArray[np.int64]) -> Floats:
        shares = np.full(self._classes, FLOOR)
        nearest = _highest(likeness, NEAREST)
        weights = np.exp(SHARPNESS * (likeness[nearest] - 1.0))
        np.add.at(shares, labels[nearest], weights)
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
