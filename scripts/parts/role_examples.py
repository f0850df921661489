"""Messages whose dates are labelled, and the weights that are learnt from them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from language.context import context
from language.date_grammar import said_dates
from language.learnt_roles import label_of
from language.role_features import features
from language.roles import by_grammar

PENALTY, RAREST, SMALLEST, FOLDS = 0.3, 3, 0.1, 5


@dataclass(frozen=True)
class Example:
    """One labelled date: its message, what stands around it, the grammar's label and the true."""

    text: str
    features: frozenset[str]
    grammar: str
    label: str


def digest(files: Iterable[Path]) -> str:
    """What the contents of `files` are told apart by."""
    found = hashlib.sha256()
    for file in files:
        found.update(file.read_bytes())
    return found.hexdigest()


def examples(files: Iterable[Path]) -> list[Example]:
    """The labelled dates that the grammar of dates finds, from files of JSON lines
    ``{"text", "dates": [{"text", "role"}]}``."""
    return [
        example
        for file in files
        for line in file.read_text(encoding="utf-8").splitlines()
        for example in _of_message(json.loads(line))
    ]


def _of_message(message: dict[str, Any]) -> Iterator[Example]:
    text: str = message["text"]
    spans, at = [], 0
    for date in message["dates"]:
        start = text.index(date["text"], at)
        at = start + len(date["text"])
        spans.append((start, at, date["role"]))
    found = said_dates(text)
    told = context(text, found)
    judged = by_grammar(told, found)
    for index, one in enumerate(judged):
        inside = [s for s in spans if s[0] < one.date.end and one.date.start < s[1]]
        if inside:
            spans.remove(inside[0])
            names = features(told, judged, index)
            yield Example(text, names, label_of(one.date), inside[0][2])


def learnt(known: Sequence[Example]) -> dict[str, Any]:
    """The labels, and the weight of each feature for each of them, by its place."""
    names = DictVectorizer()
    rows = names.fit_transform([dict.fromkeys(sorted(one.features), 1) for one in known])
    often = np.flatnonzero(np.asarray(rows.sum(axis=0)).ravel() >= RAREST)
    learner = LogisticRegression(C=PENALTY, solver="liblinear", random_state=0)
    learner.fit(rows[:, often], [one.label for one in known])
    weights = {
        names.feature_names_[column]: {
            str(label): round(float(weight), 2)
            for label, weight in enumerate(learner.coef_[:, place])
            if abs(weight) >= SMALLEST
        }
        for place, column in enumerate(often)
    }
    weights["always"] = {
        str(label): round(float(offset) + weights["always"].get(str(label), 0.0), 2)
        for label, offset in enumerate(learner.intercept_)
    }
    return {
        "labels": learner.classes_.tolist(),
        "weights": {name: each for name, each in weights.items() if each},
    }


def folds(known: Sequence[Example]) -> Iterator[tuple[list[Example], list[Example]]]:
    """Examples to learn from and examples held out; a message is never on both sides."""
    split = GroupKFold(FOLDS).split(known, groups=[one.text for one in known])
    for inside, outside in split:
        yield [known[at] for at in inside], [known[at] for at in outside]
