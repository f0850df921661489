"""The person's own dates beside what an overstay leads to."""

from __future__ import annotations

from actions.turn import Turn
from language.formats import figures
from rules_core.answers import Answer, Outcome
from rules_core.questions import Topic


def own_dates(turn: Turn) -> str:
    """The person's own last day and last day of restoration; empty where they are not known."""
    verdict = turn.decide(Topic.RESTORATION)
    if not isinstance(verdict, Answer):
        return ""
    key = {
        Outcome.RESTORATION_NOT_NEEDED.value: "own_dates_ahead",
        Outcome.RESTORATION_OPEN.value: "own_dates_open",
        Outcome.RESTORATION_CLOSED.value: "own_dates_closed",
    }.get(verdict.key)
    # While an application is undecided, or two ends disagree, the day is not that plain.
    filed = turn.facts.extension_applied_on is not None
    unsettled = verdict.values.officer_date is not None
    if key is None or (filed and key == "own_dates_ahead") or unsettled:
        return ""
    return turn.words.sentence(key, **figures(verdict.values, turn.facts))
