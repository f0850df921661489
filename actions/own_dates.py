"""The person's own dates beside a rule that is stated for everyone."""

from __future__ import annotations

from actions import topics
from actions.turn import Turn
from language.formats import figures
from rules_core.answers import OUT_OF_STATUS, RUNNING, Answer, Outcome
from rules_core.questions import Topic


def own_dates(turn: Turn, topic: Topic) -> str:
    """The dates beside the rule of `topic`; empty where it has none, or they are not known."""
    if topic is Topic.OVERSTAY_CONSEQUENCES:
        return _of_overstay(turn)
    if topics.COMPANION.get(topic) is Topic.AUTHORIZED_STAY:
        return _of_stay(turn)
    return ""


def _of_stay(turn: Turn) -> str:
    """The person's own last day; not while a question, an application or the law leaves it open."""
    if turn.in_form:
        return ""
    verdict = turn.decide(Topic.AUTHORIZED_STAY)
    if not isinstance(verdict, Answer) or verdict.values.officer_date is not None:
        return ""
    status = verdict.values.status_today
    if verdict.values.until is None or status not in (None, *RUNNING, *OUT_OF_STATUS):
        return ""
    key = "own_stay_ended" if status in OUT_OF_STATUS else "own_last_day"
    return turn.words.sentence(key, **figures(verdict.values, turn.facts))


def _of_overstay(turn: Turn) -> str:
    """The person's own last day and last day of restoration."""
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
