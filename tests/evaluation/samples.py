"""Tiny messages, readings and turns, made by hand."""

from __future__ import annotations

import datetime as dt
from typing import Any

from scripts.evaluation.samples import Entity, Guess, Message, Reading, Talk, Turn

TODAY = dt.date(2026, 11, 22)
ENTRY = Entity("entry_date", "2026-06-03")
AMBIGUOUS = Entity("entry_date", None, ("2026-03-04", "2026-04-03"))


def message(label: str, *also: str, text: str = "hello", **rest: Any) -> Message:
    return Message("m1", text, label, also, **rest)


def reading(decision: str, *names: str, chance: float = 0.9, **rest: Any) -> Reading:
    """Of which the first name is the likeliest; a question's or fallback's intent is Rasa's own."""
    rest_of = (1 - chance) / max(1, len(names) - 1)
    guesses = tuple(Guess(name, rest_of if i else chance) for i, name in enumerate(names))
    said = names[0] if names and decision in ("answer", "guard") else "nlu_fallback"
    return Reading(said, decision, guesses, **rest)


def turn(user: str = "when must I leave?", **rest: Any) -> Turn:
    return Turn(1, user, **{"label": "ask_expiry_date", **rest})


def talk(*turns: Turn, title: str = "a talk") -> Talk:
    return Talk("c1", title, TODAY, turns)
