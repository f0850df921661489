"""The rule of a topic, for a person who asks in general: the law, and nobody's facts."""

from __future__ import annotations

import datetime as dt

import pytest

from rules_core.answers import Outcome
from rules_core.decide import COMPUTED, decide, rule
from rules_core.law.book import law_book
from rules_core.questions import Question, Topic

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize("topic", [topic for topic in Topic if topic not in COMPUTED])
def test_the_rule_of_a_topic_without_facts_is_its_answer(topic: Topic) -> None:
    assert rule(topic, law_book(), TODAY) == decide(Question(topic), law_book(), TODAY)


@pytest.mark.parametrize("topic", [topic for topic in COMPUTED if topic != "authorized_stay"])
def test_the_rule_of_a_computed_topic_is_stated_under_its_own_name(topic: Topic) -> None:
    stated = rule(topic, law_book(), TODAY)
    assert (stated.topic, stated.outcome, stated.because) == (topic, Outcome.STATED, ())
    assert stated.values.until is None
    assert stated.citations


def test_the_rule_of_anyones_own_stay_is_the_length_of_a_stay() -> None:
    stated = rule(Topic.AUTHORIZED_STAY, law_book(), TODAY)
    assert stated == rule(Topic.STAY_LENGTH, law_book(), TODAY)
    assert stated.topic is Topic.STAY_LENGTH


def test_a_rule_is_the_law_of_the_day_it_is_asked_on() -> None:
    before, after = (
        rule(Topic.RESTORATION, law_book(), day)
        for day in (dt.date(2025, 11, 30), dt.date(2025, 12, 1))
    )
    assert (before.law_as_of, after.law_as_of) == (dt.date(2025, 11, 30), dt.date(2025, 12, 1))
    assert before.values.restoration_fee != after.values.restoration_fee
