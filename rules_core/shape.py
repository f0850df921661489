"""The machine-readable answer every channel carries beside the words."""

from __future__ import annotations

from typing import Any


def answer_shape(kind: str, outcome: str | None, intent: str | None = None) -> dict[str, Any]:
    """An answer with nothing in it but its kind, outcome and intent.

    `kind` is one of answer, need_facts, cannot_say, guard, chat.
    """
    return {
        "kind": kind,
        "intent": intent,
        "topic": None,
        "outcome": outcome,
        "values": {},
        "because": [],
        "citations": [],
        "law_as_of": None,
        "referral": "none",
        "missing": [],
    }
