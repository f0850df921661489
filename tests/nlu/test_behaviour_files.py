"""The behaviour files: complete, our own words, and a slip in them is refused."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from rules_core.law.strict_yaml import LawFileError
from tests.nlu.behaviour_changes import changed
from tests.nlu.behaviour_files import CAPABILITIES, SENTENCES, read

ROOT = Path(__file__).resolve().parents[2]
GOOD = """
- capability: one
  type: DIR
  budget: {failures: 0.1, why: measured}
  sentences: [May I work?]
  changes: [{after: " Thanks!"}]
  expect: {topic: same, dates: {entry_date: 2026-06-03}}
"""


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def test_there_are_checks_enough_of_every_type() -> None:
    count: Counter[str] = Counter()
    for capability in CAPABILITIES:
        count[capability.type] += len(capability.checks)
    assert min(count[kind] for kind in ("MFT", "INV", "DIR")) >= 100
    assert count.total() >= 400


def test_every_intent_has_three_to_five_plain_sentences() -> None:
    trained = {
        entry["intent"]
        for file in (ROOT / "data" / "nlu").glob("*.yml")
        for entry in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]
    }
    checks = [check for capability in CAPABILITIES for check in capability.checks]
    count = Counter(check.expected.intents[0] for check in checks if check.base is None
                    and check.expected.intents)  # fmt: skip
    assert set(count) == trained
    assert all(3 <= number <= 5 for number in count.values()), count


def test_no_plain_sentence_is_a_training_example() -> None:
    trained = {
        plain(line)
        for file in (ROOT / "data" / "nlu").glob("*.yml")
        for line in file.read_text(encoding="utf-8").splitlines()
    }
    said = {check.text for capability in CAPABILITIES for check in capability.checks
            if check.expected.intents and check.base is None}  # fmt: skip
    said |= {text for texts in SENTENCES.values() for text in texts}
    assert sorted(text for text in said if plain(text) in trained) == []


def test_names_are_said_once() -> None:
    names = [capability.name for capability in CAPABILITIES]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (("swapped", 1), "May I wrok?"),
        (("dropped", 1), "May I wok?"),
        (("doubled", 1), "May I worrk?"),
        (("case", "upper"), "MAY I WORK?"),
        (("without", "punctuation"), "May I work"),
        (("replace", {"work": "study"}), "May I study?"),
        (("repeat_to", 14), "May I work? Ma"),
    ],
)
def test_a_change_is_the_same_each_time(change: tuple[str, object], text: str) -> None:
    assert changed("May I work?", *change) == text


def test_a_good_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "good.yml").write_text(GOOD)
    (capability,) = read(tmp_path / "good.yml", {})
    (check,) = capability.checks
    assert (check.text, check.base) == ("May I work? Thanks!", "May I work?")
    assert check.expected.dates == {"entry_date": "2026-06-03"}


@pytest.mark.parametrize(
    ("right", "wrong", "named"),
    [
        ("type: DIR", "type: ODD", "type is 'ODD'"),
        ("failures: 0.1", "failures: 0.3", "0.3"),
        (", why: measured", "", "lacks why"),
        ("topic: same", "topics: same", "unknown key topics"),
        ("topic: same", "topic: other", "topic is 'other'"),
        ("after:", "behind:", "unknown key behind"),
        ('" Thanks!"', "5", "is not one"),
        ("sentences: [May I work?]", "sentences: nowhere", "sentences is 'nowhere'"),
        ("  changes:", "  fill:", "neither kind of pairs"),
        ("capability: one", "capability: one\n  note: x", "unknown key note"),
    ],
)
def test_a_slip_is_refused(tmp_path: Path, right: str, wrong: str, named: str) -> None:
    (tmp_path / "bad.yml").write_text(GOOD.replace(right, wrong))
    with pytest.raises(LawFileError, match=re.escape(named)):
        read(tmp_path / "bad.yml", {})
