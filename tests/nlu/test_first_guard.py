"""Of two guards a message trips, the classifier takes the one that comes first in the table."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import pytest

from addons.nlu.calibration import Calibration
from addons.nlu.classifier import TopicClassifier
from addons.nlu.topic_model import Reading
from language.guard_table import TABLE

CALIBRATION = Calibration(1.0, [], 0.0, 0.0, answer_from=0.7, guard_from=0.4)
DETAINED, LIES = "They arrested me.", "Should I lie to the officer?"


class Model:
    """Reads every text alike."""

    calibration = CALIBRATION

    def __init__(self, outside: bool = False, **chances: float) -> None:
        self._outside, self._chances = outside, {"out_of_scope": 0.0, **chances}

    def read(self, _: str = "") -> Reading:
        likely = sorted(self._chances.items(), key=lambda item: -item[1])
        names, chances = zip(*likely, strict=True)
        return Reading(np.array(names), np.array(chances), self._outside)


def understood(text: str, outside: bool = False, **chances: float) -> str:
    settings = TopicClassifier.get_default_config()
    classifier: Any = TopicClassifier(settings, None, None)  # type: ignore[arg-type]
    classifier._model = Model(outside, **chances)
    return str(classifier._understood(text, classifier._model.read())[0]["name"])


def test_urgency_before_evasion_however_much_likelier_that_is() -> None:
    chances = {"emergency": 0.1, "evasion": 0.9, "wants_guarantee": 0.0}
    assert understood(f"{LIES} {DETAINED}", **chances) == "emergency"
    assert understood(LIES, **chances) == "evasion"
    # A phrase that is not possible at all trips nothing.
    assert understood(f"{LIES} {DETAINED}", **{**chances, "emergency": 0.01}) == "evasion"


@pytest.mark.parametrize(
    ("guard", "chance", "expected"),
    [
        ("emergency", 0.5, "emergency"),
        ("evasion", 0.5, "evasion"),
        ("evasion", 0.3, "out_of_scope"),
        ("wants_guarantee", 0.5, "out_of_scope"),
        ("ask_funds", 0.9, "out_of_scope"),
    ],
)
def test_urgency_and_evasion_before_the_scope(guard: str, chance: float, expected: str) -> None:
    assert understood("these words trip nothing", outside=True, **{guard: chance}) == expected


@pytest.mark.parametrize(
    ("text", "chance", "expected"),
    [
        ("i'll say it's a holiday", 0.1, "evasion"),
        ("i'll say it's a holiday", 0.01, "ask_funds"),
        ("these words hint at nothing", 0.1, "ask_funds"),
        ("these words hint at nothing", 0.5, "evasion"),
        ("i forgot to mention my job, is that a lie", 0.5, "nlu_fallback"),
        ("i forgot to mention my job, is that a lie", 0.98, "evasion"),
        ("i don't want to hide it", 0.5, "nlu_fallback"),
    ],
)
def test_the_words_are_a_second_witness(text: str, chance: float, expected: str) -> None:
    assert understood(text, evasion=chance, ask_funds=1.0 - chance) == expected


def test_the_scope_before_confidence() -> None:
    unsure = {"ask_funds": 0.3, "ask_why": 0.3}
    assert understood("these words trip nothing", outside=True, **unsure) == "out_of_scope"
    assert understood("these words trip nothing", **unsure) == "nlu_fallback"


def test_the_thresholds_of_the_table_are_learnt_ones() -> None:
    learnt = {field.name for field in dataclasses.fields(Calibration)}
    assert {name for row in TABLE for name in row.thresholds} <= learnt
