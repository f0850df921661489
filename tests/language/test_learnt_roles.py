"""What dates are dates of, learnt from labelled messages."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from language.dates import DateRole, find_dates
from language.learnt_roles import FILE, UNNAMED, Weights, chosen

DATA = sorted((Path(__file__).parents[2] / "data" / "dates").glob("*.jsonl"))
LABELS = {role.value for role in DateRole} | {UNNAMED}


def test_the_weights_are_of_the_messages_on_file() -> None:
    found = hashlib.sha256()
    for file in DATA:
        found.update(file.read_bytes())
    assert json.loads(FILE.read_text())["of"] == found.hexdigest(), "run scripts/learn-roles"


@pytest.mark.parametrize("file", DATA, ids=lambda file: file.stem)
def test_every_labelled_date_stands_in_its_message(file: Path) -> None:
    for line in file.read_text().splitlines():
        message = json.loads(line)
        at = 0
        for date in message["dates"]:
            assert date["role"] in LABELS, line
            assert date["text"] in message["text"][at:], line
            at = message["text"].index(date["text"], at) + len(date["text"])


def test_no_message_is_labelled_twice() -> None:
    texts = [json.loads(line)["text"] for file in DATA for line in file.read_text().splitlines()]
    assert len(texts) == len(set(texts))


def test_chances_add_up() -> None:
    weights = Weights.of({"labels": ["a", "b"], "weights": {"x": {"0": 1.0}, "y": {"1": -2.0}}})
    chances = weights.chances(["x", "y", "unknown"])
    assert sum(chances.values()) == pytest.approx(1.0)
    assert chances["a"] > chances["b"]


@pytest.mark.parametrize(
    ("grammar", "entry", "record", "taken"),
    [
        (UNNAMED, 0.30, 0.66, "record_expiry"),
        (UNNAMED, 0.30, 0.59, UNNAMED),
        (UNNAMED, 0.76, 0.20, "entry_date"),
        (UNNAMED, 0.74, 0.20, UNNAMED),
        ("entry_date", 0.11, 0.86, "entry_date"),
        ("entry_date", 0.09, 0.76, "record_expiry"),
        ("entry_date", 0.09, 0.74, UNNAMED),
        # A written date and a record's are both ends of a stay: neither casts doubt on the other.
        ("stamp_date", 0.11, 0.88, "stamp_date"),
    ],
)
def test_what_was_learnt_fills_in_and_doubts(
    grammar: str, entry: float, record: float, taken: str
) -> None:
    chances = {"entry_date": entry, "record_expiry": record, "stamp_date": 0.005, UNNAMED: 0.035}
    assert chosen(grammar, chances) == taken


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("legal days all gone since 3 july", DateRole.RECORD_EXPIRY),
        # What is wished, planned or told of another stays what the grammar says.
        ("could you extend my visitor status until 3 july 2027", DateRole.OTHER),
        ("the officer said see you in july", None),
    ],
)
def test_words_that_the_grammar_does_not_know(text: str, role: DateRole | None) -> None:
    (date,) = find_dates(text)
    assert date.role is role
