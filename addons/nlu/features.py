"""A text as one sparse row: its words, pieces of words, signs, and sentence embedding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.pipeline import FeatureUnion

from language.dates import find_dates
from language.normalise import normalise
from language.signs import signs

Vectors = NDArray[np.float32]
SIGNS_WEIGHT = 0.3
"""A sign against a word; from 0.3 to 0.6 accuracy moves less than a point."""


@dataclass(frozen=True)
class Described:
    """A text as the vectorisers read it; finding dates and facts is the slow part."""

    words: str
    signs: str

    @classmethod
    def of(cls, text: str) -> Described:
        """Describe one text."""
        return cls(normalise(text, find_dates(text)), signs(text))


class Features:
    """Vectorisers fitted on the training texts."""

    def __init__(self, words: FeatureUnion, signs: CountVectorizer) -> None:
        self.words = words
        self.signs = signs

    @classmethod
    def fit(cls, texts: Sequence[Described]) -> Features:
        """Learn the vocabulary of `texts`; what stands once or twice says nothing."""
        pieces = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(2, 5), min_df=3, sublinear_tf=True
        )
        words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
        union = FeatureUnion([("words", words), ("pieces", pieces)])
        union.fit([text.words for text in texts])
        found = CountVectorizer(binary=True, token_pattern=r"\S+")
        found.fit([text.signs for text in texts])
        return cls(union, found)

    def rows(self, texts: Sequence[Described], vectors: Vectors | None) -> csr_matrix:
        """One row a text; without `vectors` the columns of the embedding are left out."""
        blocks = [
            self.words.transform([text.words for text in texts]),
            self.signs.transform([text.signs for text in texts]) * SIGNS_WEIGHT,
        ]
        if vectors is not None:
            blocks.append(csr_matrix(vectors))
        return hstack(blocks, format="csr")
