"""A good script finds out a bot that has become wrong, whichever part of its reply it is."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.runner.test_runner import GOOD, QUESTION, REPLY, ScriptedBot, conversation
from tests.transcript import Mismatch, play

Messages = list[dict[str, Any]]


def answer(reply: Messages) -> dict[str, Any]:
    found: dict[str, Any] = reply[1]["custom"]["answer"]
    return found


def say(reply: Messages, old: str, new: str) -> None:
    assert old in reply[0]["text"]
    reply[0]["text"] = reply[0]["text"].replace(old, new)


Change = Callable[[Messages], object]
WRONG_ANSWERS: dict[str, tuple[Change, str]] = {
    "the date in the words": (
        lambda reply: say(reply, "3 February", "13 March"),
        "expected to say '3 february 2027'",
    ),
    "the date in the values": (
        lambda reply: answer(reply)["values"].update(until="2027-02-02"),
        "expected value until '2027-02-03', got '2027-02-02'",
    ),
    "a value that must not be": (
        lambda reply: answer(reply)["values"].update(overstay_days=4),
        "expected value overstay_days None, got 4",
    ),
    "a forbidden word": (
        lambda reply: say(reply, "Your", "We GUARANTEE: your"),
        "expected never to say 'guarantee'",
    ),
    "the citation's section": (
        lambda reply: answer(reply).update(citations=[{"instrument": "IRPR", "pinpoint": "182"}]),
        "expected to cite 'IRPR 183(2)', got IRPR 182",
    ),
    "no citation": (
        lambda reply: answer(reply).update(citations=[]),
        "expected to cite 'IRPR 183(2)', got no citation",
    ),
    "another button": (
        lambda reply: reply[0]["buttons"][0].update(title="Remind me"),
        "expected button 'Why this date?', got Remind me",
    ),
    "no button": (
        lambda reply: reply[0].update(buttons=[]),
        "expected button 'Why this date?', got no button",
    ),
    "the outcome": (
        lambda reply: answer(reply).update(outcome="STAY_WOULD_END_ON"),
        "expected outcome 'STAY_ENDS_ON', got 'STAY_WOULD_END_ON'",
    ),
    "the referral": (
        lambda reply: answer(reply).update(referral="suggested"),
        "expected referral 'none', got 'suggested'",
    ),
    "the intent": (
        lambda reply: answer(reply).update(intent=None),
        "expected intent 'inform', got None",
    ),
}
WRONG_QUESTIONS: dict[str, tuple[Change, str]] = {
    "another fact asked": (
        lambda reply: answer(reply).update(missing=["stamp_date"]),
        "expected to ask 'entry_date', got stamp_date",
    ),
    "nothing asked": (
        lambda reply: answer(reply).update(missing=[]),
        "expected to ask 'entry_date', got no question",
    ),
}


def problem_with(question: Messages, reply: Messages) -> str:
    with pytest.raises(Mismatch) as failure:
        play(conversation(GOOD), ScriptedBot(question, reply))
    return str(failure.value)


@pytest.mark.parametrize(("spoil", "problem"), WRONG_ANSWERS.values(), ids=WRONG_ANSWERS)
def test_an_answer_gone_wrong_is_found(spoil: Change, problem: str) -> None:
    reply = copy.deepcopy(REPLY)
    spoil(reply)
    said = problem_with(QUESTION, reply)
    assert "turn 2" in said and f"  - {problem}\n" in said and said.count("  - ") == 1


@pytest.mark.parametrize(("spoil", "problem"), WRONG_QUESTIONS.values(), ids=WRONG_QUESTIONS)
def test_a_question_gone_wrong_is_found(spoil: Change, problem: str) -> None:
    question = copy.deepcopy(QUESTION)
    spoil(question)
    said = problem_with(question, REPLY)
    assert "turn 1" in said and f"  - {problem}\n" in said and said.count("  - ") == 1
