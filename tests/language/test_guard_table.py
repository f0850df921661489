"""The table of guards: whole, in the design's order, and held against code, words and README."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from language.catalogue import catalogue, languages
from language.guard_table import (
    ACT_SOONER,
    INTENTS,
    OUTSIDE,
    TABLE,
    UNSURE,
    Guard,
    Row,
    as_markdown,
    intents_before,
    row_of,
)
from language.guards import first_guard, guards_of
from language.lexicon import words
from rules_core.answers import Outcome, Problem, Refusal
from rules_core.questions import Topic
from tests.scripts_format import Expectation, load

ROOT = Path(__file__).parents[2]
CONVERSATIONS = ROOT / "tests" / "conversations" / "guards"
# The order of the design, section 4.
ORDER = (
    *("urgency", "evasion", "scope", "confidence"),
    *("facts", "plausibility", "law_on_file", "certainty"),
)
# What no row lists one by one: any answer, and any question for a fact.
OF_NO_CATALOGUE = {"NEED_FACTS", "FALLBACK"}
every_row = pytest.mark.parametrize("row", TABLE, ids=[row.guard.value for row in TABLE])


def test_the_order_is_the_designs() -> None:
    assert tuple(guard.value for guard in Guard) == ORDER
    assert tuple(row.guard.value for row in TABLE) == ORDER


def test_every_intent_of_a_guard_is_one_rows_and_in_the_domain() -> None:
    examples = yaml.safe_load((ROOT / "data/nlu/guards.yml").read_text(encoding="utf-8"))["nlu"]
    assert sorted(INTENTS) == sorted(item["intent"] for item in examples)
    assert INTENTS == ("emergency", "evasion", "out_of_scope", "abuse", "wants_guarantee")
    assert set(ACT_SOONER) == set(INTENTS) - {OUTSIDE}
    routed = yaml.safe_load((ROOT / "data/rules/guards.yml").read_text(encoding="utf-8"))["rules"]
    assert {rule["steps"][0]["intent"] for rule in routed} == {*INTENTS, UNSURE}


@pytest.mark.parametrize("kind", [Problem, Refusal])
def test_every_key_of_the_rules_is_one_rows(kind: type[Problem | Refusal]) -> None:
    named = Counter(key for row in TABLE for key in (*row.problems, *row.refusals))
    assert {key: named[key] for key in kind} == dict.fromkeys(kind, 1)


def test_no_outcome_tells_of_two_guards() -> None:
    told = Counter(outcome for row in TABLE for outcome in row.outcomes)
    assert set(told.values()) == {1}


@every_row
def test_a_guard_says_what_trips_it_and_what_follows(row: Row) -> None:
    assert row.trips and row.does
    assert "|" not in row.trips + row.does
    assert row.outcomes


@every_row
def test_what_a_guard_is_recognised_by_has_its_words(row: Row) -> None:
    for language in languages():
        said = catalogue(language)
        sections = ("outcomes", "problems", "refusals", "remarks")
        keys = set().union(*(said.keys(section) for section in sections))
        keys |= {key.upper() for key in said.keys("chat")}
        keys |= {doubt.upper() for doubt in row.doubts if doubt in said.keys("sentences")}
        assert row.outcomes - OF_NO_CATALOGUE <= keys
        assert {remark.value for remark in row.remarks} <= keys
        assert set(row.sentences) <= said.keys("sentences")


def test_urgent_outcomes_are_all_of_the_first_guard() -> None:
    urgent = {outcome.value for outcome in Outcome if outcome.value.startswith("URGENT_")}
    assert len(urgent) == 9
    assert urgent < row_of(Guard.URGENCY).outcomes


def test_the_guards_with_phrases_are_of_the_table() -> None:
    assert set(words("guards")["guards"]) < set(INTENTS)


@pytest.mark.parametrize(
    ("guard", "intents"),
    [
        (Guard.URGENCY, ()),
        (Guard.EVASION, ("emergency",)),
        (Guard.SCOPE, ("emergency", "evasion")),
        (Guard.FACTS, ("emergency", "evasion", "out_of_scope", "abuse", "nlu_fallback")),
    ],
)
def test_the_intents_before_a_guard(guard: Guard, intents: tuple[str, ...]) -> None:
    assert intents_before(guard) == intents


def test_of_two_guards_the_first_wins_however_likely_the_other() -> None:
    for first, one in enumerate(INTENTS):
        for other in INTENTS[first + 1 :]:
            assert first_guard({other: 0.9, one: 0.1}, 0.05) == one
            assert first_guard({other: 0.9, one: 0.01}, 0.05) == other
    assert first_guard({"evasion": 0.01}, 0.05) is None
    assert first_guard({"ask_why": 0.9}, 0.05) is None


def test_phrases_are_found_in_the_order_of_the_table() -> None:
    text = "Can you promise it? Should I lie to the officer? They arrested me."
    assert guards_of(text) == ("emergency", "evasion", "wants_guarantee")


def test_a_topic_that_is_a_guards_is_named_after_its_intent() -> None:
    answered = {"emergency", "evasion", "wants_guarantee"}
    assert {topic.value for topic in Topic} & set(INTENTS) == answered


def test_the_readme_shows_the_table() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = f"<!-- guards -->\n{as_markdown()}\n<!-- end of guards -->"
    assert shown in text, "run scripts/readme"


def trips(row: Row, expected: Expectation) -> bool:
    """Whether a reply is expected to be this guard's."""
    referred = row.referral is not None and expected.referral == row.referral.value
    return referred or expected.intent in row.intents or expected.outcome in row.outcomes


@every_row
def test_every_guard_has_its_conversations(row: Row) -> None:
    scripts = load(CONVERSATIONS / f"{row.guard.value}.yml")
    assert any(trips(row, turn.expect) for script in scripts for turn in script.turns)


def test_every_file_of_conversations_is_a_guards() -> None:
    assert {file.stem for file in CONVERSATIONS.glob("*.yml")} == {*ORDER, "order"}


@pytest.mark.parametrize(("earlier", "later"), list(pairwise(ORDER)))
def test_the_order_of_neighbours_is_met_in_a_conversation(earlier: str, later: str) -> None:
    names = {script.name for script in load(CONVERSATIONS / "order.yml")}
    first, second = (name.replace("_", " ") for name in (earlier, later))
    said = {name.replace(" the ", " ").removeprefix("the ") for name in names}
    assert any(name.startswith(f"{first} before {second}") for name in said)
