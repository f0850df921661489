"""The person's own dates beside a rule stated for everyone, or where nothing was understood."""

from __future__ import annotations

from collections.abc import Mapping

from actions import topics
from actions.turn import Turn
from language.formats import figures
from language.message import Message
from rules_core.answers import RUNNING, Answer, Outcome, Status
from rules_core.questions import Topic

_ASIDES = (
    *(Topic.WANTS_GUARANTEE, Topic.EVASION, Topic.REFERRAL, Topic.WORK_STUDY),
    *(Topic.EXTENSION_FEE, Topic.LEAVE_WHILE_PENDING, Topic.TIME_BETWEEN_VISITS),
    *(Topic.FLAGPOLE_RESET, Topic.FLAGPOLE_RISK),
)
"""Topics that are no question about the stay, but whose answer is used with its last day."""
_KEY_OF_STATUS: Mapping[Status | None, str] = {
    None: "own_last_day",  # of a stay still to come
    **dict.fromkeys(RUNNING, "own_last_day"),
    Status.MAINTAINED: "own_stay_goes_on",
    Status.OUT_OF_STATUS: "own_stay_ended",
    Status.RESTORATION_OPEN: "own_stay_open",
    Status.RESTORATION_CLOSED: "own_stay_closed",
}


def own_dates(turn: Turn, topic: Topic) -> str:
    """The dates beside the rule of `topic`; empty where it has none, or they are not known."""
    if topic is Topic.OVERSTAY_CONSEQUENCES:
        own = _of_overstay(turn)
        return turn.addressed(Message(own)).text if own else ""
    if topics.COMPANION.get(topic) is Topic.AUTHORIZED_STAY:
        return own_stay(turn)
    return what_stands(turn) if topic in _ASIDES else ""


def what_stands(turn: Turn) -> str:
    """What the talk has decided of the stay: who is not understood keeps their bearings by it.

    Empty where nothing is decided, or the reply before this one has said the same line.
    """
    line = own_stay(turn)
    return "" if line in turn.said_last else line


def own_stay(turn: Turn) -> str:
    """The person's own last day; not while a doubtful date or the law leaves it open."""
    verdict = turn.decide(Topic.AUTHORIZED_STAY)
    if not isinstance(verdict, Answer) or verdict.values.officer_date is not None:
        return ""
    values = verdict.values
    doubted = turn.in_form and isinstance(turn.decide(turn.computed_before), Answer)
    key = _KEY_OF_STATUS.get(values.status_today)
    if key is None or values.until is None or values.left_on is not None or doubted:
        return ""
    said = turn.words.sentence(key, **figures(values, turn.facts))
    return turn.addressed(Message(said)).text


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
