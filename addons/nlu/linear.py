"""The linear classifier: how much each feature of a text speaks for each topic."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.decomposition import PCA
from sklearn.svm import LinearSVC

from addons.nlu.features import Corpus, Features, Row, Vectors
from language.guard_table import OUTSIDE as OUT_OF_SCOPE

DIRECTIONS = 128
"""Of the embedding's 384, those that are learnt from: fitting takes half of the time, and the
right topic comes first as often (0.7935 of what is held out, 0.7929 with all)."""


class Linear:
    """How much each feature speaks for each topic."""

    def __init__(
        self, names: NDArray[np.str_], weights: NDArray[np.float32], offsets: NDArray[np.float64]
    ) -> None:
        """`weights` have a row a feature, the embedding's last, and a column a topic."""
        self.names, self.weights, self.offsets = names, weights, offsets
        self.outside = int(np.searchsorted(names, OUT_OF_SCOPE))

    @classmethod
    def fit(
        cls,
        features: Features,
        corpus: Corpus,
        labels: NDArray[np.str_],
        vectors: Vectors | None,
        penalty: float,
    ) -> Linear:
        """Learn from a corpus and its texts' vectors; `penalty` is scikit-learn's C."""
        # Balanced, so that the many out-of-scope examples do not swallow the rest.
        learner = LinearSVC(C=penalty, class_weight="balanced", random_state=0)
        widest, seen = None, vectors
        if vectors is not None and min(vectors.shape) > DIRECTIONS:
            widest = PCA(DIRECTIONS, random_state=0).fit(vectors)
            seen = widest.transform(vectors)
        learner.fit(features.rows(corpus, seen), labels)
        weights, offsets = learner.coef_.T, learner.intercept_
        if widest is not None:  # as if all had been learnt from: reading needs no directions
            of_all = widest.components_.T @ weights[features.count :]
            weights = np.concatenate([weights[: features.count], of_all])
            offsets = offsets - widest.mean_ @ of_all
        # Half the digits: margins differ in the seventh.
        return cls(learner.classes_, np.ascontiguousarray(weights, dtype=np.float32), offsets)

    def margins(self, row: Row, vector: NDArray[np.float32] | None) -> NDArray[np.float64]:
        """How far a text is inside each topic's border."""
        places, values = row
        margins: NDArray[np.float64] = values @ self.weights[places] + self.offsets
        if vector is not None:
            margins += vector @ self.weights[-len(vector) :]
        return margins

    def margins_of_many(self, rows: csr_matrix) -> NDArray[np.float64]:
        """The same of many texts, a row each, their vectors in it."""
        margins: NDArray[np.float64] = rows @ self.weights + self.offsets
        return margins
