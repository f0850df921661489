"""A text as numbers: its words, pieces of words, signs, and sentence embedding.

A text has some four hundred of sixty thousand features, so a row is where they are and what
they weigh. scikit-learn learns the vocabularies; reading needs no more than dictionaries.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Callable, Dict, Iterator, List, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.preprocessing import normalize

from language.dates import find_dates
from language.normalise import normalise
from language.signs import signs

Vectors = NDArray[np.float32]
Row = Tuple[NDArray[np.int64], NDArray[np.float64]]
"""Where the features of a text are, and what they weigh."""
SIGNS_WEIGHT = 0.3
"""A sign against a word; from 0.3 to 0.6 accuracy moves less than a point."""
PIECES = range(2, 6)
_WORD, _BLANKS = re.compile(r"\b\w\w+\b"), re.compile(r"\s\s+")


@dataclass(frozen=True)
class Described:
    """A text as its features are read from it; finding dates and facts is the slow part."""

    words: str
    signs: str

    @classmethod
    def of(cls, text: str) -> Described:
        """Describe one text."""
        return cls(normalise(text, find_dates(text)), signs(text))


def words(text: str) -> List[str]:
    """Words of two letters and more, and pairs of neighbours."""
    single = _WORD.findall(text.lower())
    return [*single, *map(" ".join, pairwise(single))]


def pieces(text: str) -> List[str]:
    """Runs of two to five letters within a word with a blank on each side."""
    found: List[str] = []
    for word in _BLANKS.sub(" ", text.lower()).split():
        padded = f" {word} "
        for size in PIECES:
            if size >= len(padded):
                found.append(padded)
                break  # longer runs would be the same again
            found += [padded[at : at + size] for at in range(len(padded) - size + 1)]
    return found


def marks(text: str) -> List[str]:
    """The names of the signs."""
    return text.lower().split()


@dataclass(frozen=True)
class Counted:
    """How often each term stands in each of many texts; counted once for every fold."""

    names: NDArray[np.str_]
    """The terms in alphabetical order, a column each."""
    counts: csr_matrix
    """A row a text."""

    @classmethod
    def of(cls, texts: Sequence[str], split: Callable[[str], List[str]]) -> Counted:
        """Count what `split` finds in each of `texts`."""
        counter = CountVectorizer(analyzer=split)
        counts = counter.fit_transform(texts)
        return cls(counter.get_feature_names_out(), counts)

    def __getitem__(self, chosen: NDArray[np.int64]) -> Counted:
        """The same of some of the texts."""
        return Counted(self.names, self.counts[chosen])


@dataclass(frozen=True)
class Corpus:
    """Many texts, taken apart and counted."""

    words: Counted
    pieces: Counted
    signs: Counted

    @classmethod
    def of(cls, texts: Sequence[Described]) -> Corpus:
        """Count the words, their pieces and the signs of `texts`."""
        said = [text.words for text in texts]
        return cls(
            Counted.of(said, words),
            Counted.of(said, pieces),
            Counted.of([text.signs for text in texts], marks),
        )

    def __getitem__(self, chosen: NDArray[np.int64]) -> Corpus:
        """The same of some of the texts."""
        return Corpus(self.words[chosen], self.pieces[chosen], self.signs[chosen])


class Terms:
    """A vocabulary learnt: where each term stands, and how much it tells."""

    def __init__(self, names: Sequence[str], weights: NDArray[np.float64]) -> None:
        """`weights` are the inverse document frequencies of `names`, in their order."""
        self.names = list(names)
        self.weights = weights
        self._places: Dict[str, int] = {name: place for place, name in enumerate(names)}

    @classmethod
    def fit(cls, counted: Counted, rarest: int, weigh: bool) -> Terms:
        """Learn the terms that stand in at least `rarest` of the texts, weighed as scikit-learn
        weighs them, or all alike."""
        counts = counted.counts
        kept = np.bincount(counts.indices, minlength=counts.shape[1]) >= rarest
        weights = TfidfTransformer().fit(counts).idf_[kept]
        return cls(counted.names[kept].tolist(), weights if weigh else np.ones(len(weights)))

    def counted(self, terms: Sequence[str]) -> Tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Where those of `terms` that are known stand, and how often each is there."""
        counts = Counter(map(self._places.get, terms))
        counts.pop(None, None)
        places = np.fromiter(counts.keys(), np.int64, len(counts))
        return places, np.fromiter(counts.values(), np.float64, len(counts))

    def weighed(self, terms: Sequence[str]) -> Row:
        """TF-IDF of length one; a term that is there again adds less each time."""
        places, counts = self.counted(terms)
        values = (1.0 + np.log(counts)) * self.weights[places]
        length = np.sqrt(values @ values)
        return places, values / length if length else values

    def all_counted(self, counted: Counted) -> csr_matrix:
        """What ``counted`` says, of many texts: a row a text and a column a term known."""
        columns = np.array([self._places.get(name, -1) for name in counted.names])
        counts = counted.counts
        at = columns[counts.indices]
        known = at >= 0
        ends = np.concatenate([[0], np.cumsum(known)])[counts.indptr]
        shape = (counts.shape[0], len(self.names))
        return csr_matrix((counts.data[known].astype(np.float64), at[known], ends), shape=shape)

    def all_weighed(self, counted: Counted) -> csr_matrix:
        """What ``weighed`` says, of many texts."""
        rows = self.all_counted(counted)
        rows.data = (1.0 + np.log(rows.data)) * self.weights[rows.indices]
        return normalize(rows, copy=False)


class Features:
    """What is read from a text."""

    def __init__(self, words: Terms, pieces: Terms, signs: Terms) -> None:
        self.words, self.pieces, self.signs = words, pieces, signs

    @classmethod
    def fit(cls, corpus: Corpus) -> Features:
        """Learn the vocabulary of a corpus; what stands once or twice says nothing."""
        return cls(
            Terms.fit(corpus.words, 2, weigh=True),
            Terms.fit(corpus.pieces, 3, weigh=True),
            Terms.fit(corpus.signs, 1, weigh=False),
        )

    @property
    def count(self) -> int:
        """How many there are, the embedding apart."""
        return sum(len(terms.names) for terms in (self.words, self.pieces, self.signs))

    def blocks(self, text: Described) -> Iterator[Row]:
        """The row of a text in parts: of its words, their pieces, its signs."""
        yield self.words.weighed(words(text.words))
        at, values = self.pieces.weighed(pieces(text.words))
        yield at + len(self.words.names), values
        at, counts = self.signs.counted(marks(text.signs))
        start = len(self.words.names) + len(self.pieces.names)
        yield at + start, np.full(len(counts), SIGNS_WEIGHT)

    def row(self, text: Described) -> Row:
        """The row of a text, without its embedding."""
        places, values = zip(*self.blocks(text), strict=True)
        return np.concatenate(places), np.concatenate(values)

    def rows(self, corpus: Corpus, vectors: Vectors | None) -> csr_matrix:
        """One row a text; without `vectors` the columns of the embedding are left out."""
        signs = self.signs.all_counted(corpus.signs)
        signs.data[:] = SIGNS_WEIGHT
        blocks = [self.words.all_weighed(corpus.words), self.pieces.all_weighed(corpus.pieces)]
        blocks.append(signs)
        if vectors is not None:
            blocks.append(csr_matrix(vectors))
        return hstack(blocks, format="csr")
