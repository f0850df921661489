"""The rules core and a reading written apart from it say the same."""

import json
from typing import Any

import pytest

from rules_core.codec import question_from_json, verdict_to_json
from rules_core.decide import decide
from rules_core.law.book import LawBook, load
from tests.oracle.cases import Case, cases
from tests.oracle.open_points import OPEN, Reading
from tests.oracle.second_reading import second_reading

SEED = 20261122
COUNT = 1500
SHOWN = 12
NOT_VALUES = frozenset({"kind", "missing", "no_effect", "open"})


@pytest.fixture(scope="module")
def law() -> LawBook:
    return load()


def the_core(case: Case, law: LawBook) -> dict[str, Any]:
    """The answer of the rules core, as every layer gets it."""
    question, facts, today = case
    asked, day = question_from_json({"question": question, "facts": facts, "today": today})
    return verdict_to_json(decide(asked, law, day))


def agrees(expected: object, found: object) -> bool:
    if expected is OPEN:
        return True
    return found in expected if isinstance(expected, frozenset) else found == expected


def disagreements(reading: Reading, answer: dict[str, Any]) -> dict[str, tuple[object, object]]:
    """What is read differently, as (second reading, core); nothing where the law is open."""
    if reading["kind"] is OPEN:
        return {}
    if not agrees(reading["kind"], answer["kind"]):
        return {"kind": (reading["kind"], (answer["kind"], answer["outcome"], answer["missing"]))}
    values = answer["values"]
    found = {name: values.get(name) for name in reading.keys() - NOT_VALUES}
    if answer["kind"] != "answer":
        found = {"missing": answer["missing"]} if "missing" in reading else {}
    effects = {limit["fact"]: limit["effect"] for limit in values.get("limits", [])}
    different: dict[str, tuple[object, object]] = {
        name: (reading[name], value)
        for name, value in found.items()
        if not agrees(reading[name], value)
    }
    idle = reading.get("no_effect", frozenset())
    assert isinstance(idle, frozenset)
    for fact in idle if answer["kind"] == "answer" else ():
        if effects.get(fact) != "no effect":
            different[f"limits: {fact}"] = ("no effect", effects.get(fact))
    return different


def described(case: Case, different: dict[str, tuple[object, object]]) -> str:
    question, facts, today = case
    line = json.dumps({"question": question, "facts": facts, "today": today})
    values = (f"  {name}: second reading {a!r}, core {b!r}" for name, (a, b) in different.items())
    return "\n".join((line, *values))


def test_the_core_agrees_with_the_second_reading(law: LawBook) -> None:
    failures = []
    for case in cases(SEED, COUNT):
        different = disagreements(second_reading(*case), the_core(case, law))
        if different:
            failures.append(described(case, different))
    shown = "\n".join(failures[:SHOWN])
    assert not failures, f"{len(failures)} of {COUNT} are read differently:\n{shown}"


def test_most_questions_are_not_open() -> None:
    readings = [second_reading(*case) for case in cases(SEED, COUNT)]
    answered = sum(reading["kind"] == "answer" for reading in readings)
    still_open = sum(reading["kind"] is OPEN for reading in readings)
    assert answered > COUNT * 0.5
    assert still_open < COUNT * 0.15
