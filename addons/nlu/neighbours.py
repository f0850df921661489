"""The training examples nearest to a text: what they ask, and how near they are."""

from __future__ import annotations

from typing import Tuple

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
NEAREST, SHARPNESS, FLOOR = 8, 12.0, 1e-3
SCOPE_NEAREST = 5


class Neighbours:
    """The embeddings of all examples with their labels, as positions among the classes."""

    def __init__(self, vectors: Vectors, labels: NDArray[np.int64], classes: int) -> None:
        self.vectors = vectors.astype(np.float32)
        self.labels = labels
        self._classes = classes

    def votes(self, likeness: Vectors) -> NDArray[np.float64]:
        """Shares of the nearest examples' labels, for rows of ``likeness_to``."""
        shares = np.full((len(likeness), self._classes), FLOOR)
        nearest = np.argpartition(-likeness, NEAREST, axis=1)[:, :NEAREST]
        for row, found in enumerate(nearest):
            weights = np.exp(SHARPNESS * (likeness[row, found] - 1.0))
            np.add.at(shares[row], self.labels[found], weights)
        votes: NDArray[np.float64] = shares / shares.sum(axis=1, keepdims=True)
        return votes

    def likeness_to(self, vectors: Vectors) -> Vectors:
        """Cosine of each of `vectors` with each example."""
        likeness: Vectors = vectors @ self.vectors.T
        return likeness

    def nearness(
        self, likeness: Vectors, outside: int
    ) -> Tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Mean likeness of the nearest examples inside the scope, and outside it."""
        is_outside = self.labels == outside
        means = [
            np.partition(likeness[:, chosen], -SCOPE_NEAREST, axis=1)[:, -SCOPE_NEAREST:].mean(1)
            for chosen in (~is_outside, is_outside)
        ]
        return means[0], means[1]
