"""Which topic a text asks about: two linear models that vote.

One reads words and pieces of words, the other a sentence embedding. Their
probabilities are joined as a geometric mean, so that both must agree to be sure
(docs/decisions/0002-linear-classifier.md). Without the embedding's weights the
first model answers alone.
"""

from __future__ import annotations

import logging
import warnings
from pathlib import Path
from typing import Sequence, Tuple

import numpy as np
import skops.io
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import FeatureUnion, Pipeline

from addons.nlu import embedding
from language.dates import find_dates
from language.normalise import normalise

logger = logging.getLogger(__name__)

WORDS_FILE, SENTENCES_FILE = "words.skops", "sentences.skops"
TRUSTED = ["scipy.sparse._csr.csr_matrix"]
"""Beyond what skops trusts by itself: the sparse matrix of the TF-IDF weights."""
ITERATIONS = 100


class TopicModel:
    """A trained pair of models; the sentence model is ``None`` without its weights."""

    def __init__(self, words: Pipeline, sentences: LogisticRegression | None) -> None:
        self._words = words
        self._sentences = sentences
        self._encoder = embedding.load() if sentences is not None else None

    @classmethod
    def fit(cls, texts: Sequence[str], labels: Sequence[str], regularisation: float) -> TopicModel:
        """Train on texts and their labels; `regularisation` is scikit-learn's C."""
        encoder = embedding.load()
        sentences = None
        with warnings.catch_warnings():
            # Stopping early costs no accuracy on the folds and halves the training time.
            warnings.simplefilter("ignore", ConvergenceWarning)
            words = new_words_model(regularisation).fit([prepared(text) for text in texts], labels)
            if encoder is not None:
                sentences = new_regression(regularisation).fit(encoder.embed(texts), labels)
        return cls(words, sentences)

    def chances(self, text: str) -> Tuple[NDArray[np.str_], NDArray[np.float64]]:
        """The labels and their probabilities for one text, in the same order."""
        by_words = self._words.predict_proba([prepared(text)])[0]
        if self._sentences is None or self._encoder is None:
            return self._words.classes_, by_words
        by_sentence = self._sentences.predict_proba(self._encoder.embed([text]))[0]
        joined = np.sqrt(by_words * by_sentence)
        return self._words.classes_, joined / joined.sum()

    def save(self, folder: Path) -> None:
        """Write the models into `folder`."""
        skops.io.dump(self._words, folder / WORDS_FILE)
        if self._sentences is not None:
            skops.io.dump(self._sentences, folder / SENTENCES_FILE)

    @classmethod
    def load(cls, folder: Path) -> TopicModel:
        """Read what ``save`` wrote; a file with types not trusted is refused."""
        words = skops.io.load(folder / WORDS_FILE, trusted=TRUSTED)
        if not (folder / SENTENCES_FILE).exists():
            logger.warning("This model was trained without sentence embeddings.")
            return cls(words, None)
        return cls(words, skops.io.load(folder / SENTENCES_FILE, trusted=TRUSTED))


def prepared(text: str) -> str:
    """The text as the word model reads it."""
    return normalise(text, find_dates(text))


def new_regression(regularisation: float) -> LogisticRegression:
    """Class-balanced, so that the many out-of-scope examples do not swallow the rest."""
    return LogisticRegression(C=regularisation, class_weight="balanced", max_iter=ITERATIONS)


def new_words_model(regularisation: float) -> Pipeline:
    """TF-IDF of words and of pieces inside words; what stands once says nothing."""
    pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True)
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    features = FeatureUnion([("words", words), ("pieces", pieces)])
    return Pipeline([("features", features), ("regression", new_regression(regularisation))])
