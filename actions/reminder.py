"""The days worth a reminder, in words and as the content of a calendar file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from rasa_sdk.events import EventType, FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.payload import of_verdict, say
from actions.turn import FORM, Turn
from language.formats import date_in_words
from language.message import Message
from language.notice import notice_said
from rules_core.answers import Answer, Values
from rules_core.codec import plain
from rules_core.questions import Topic
from rules_core.timeline import Milestone, MilestoneKind, milestones

_DEADLINES = (MilestoneKind.LAST_DAY, MilestoneKind.RESTORATION_LAST_DAY)


def remind(turn: Turn, dispatcher: CollectingDispatcher) -> list[EventType]:
    """Say the dates still ahead; the payload carries them for a calendar file."""
    verdict = turn.decide(Topic.AUTHORIZED_STAY)
    if not isinstance(verdict, Answer):
        dispatcher.utter_message(text=turn.words.sentence("no_reminder"))
        return [*turn.slots(topic=Topic.AUTHORIZED_STAY.value), FollowupAction(FORM)]
    ahead = still_ahead(verdict.values, turn.today)
    dates = [
        turn.words.text("milestones", milestone.kind.value).format(
            date=date_in_words(milestone.date)
        )
        for milestone in ahead
    ]
    dates += asked_notice(turn, ahead)
    sentence = "reminder" if ahead else "reminder_none_ahead"
    buttons = (turn.words.button("ask_extension_how"), turn.words.button("ask_why"))
    message = Message(turn.words.sentence(sentence, dates="\n".join(dates)), buttons)
    payload = of_verdict(verdict, turn.intent, message)
    if ahead:
        payload["calendar"] = calendar(turn, verdict.values, ahead)
    say(dispatcher, message, payload)
    return turn.slots(topic=verdict.topic.value)


def asked_notice(turn: Turn, ahead: Iterable[Milestone]) -> list[str]:
    """The day so long before the next deadline as the person asks to be told of it."""
    before = notice_said(turn.text)
    deadline = next((one.date for one in ahead if one.kind in _DEADLINES), None)
    if before is None or deadline is None or deadline - before < turn.today:
        return []
    shown = {"date": date_in_words(deadline - before), "deadline": date_in_words(deadline)}
    return [turn.words.sentence("reminder_notice", **shown)]


def still_ahead(values: Values, today: dt.date) -> tuple[Milestone, ...]:
    """The milestones from today on on which something can be done; none after leaving Canada."""
    if values.left_on is not None and values.left_on <= today:
        return ()
    return tuple(
        milestone
        for milestone in milestones(values)
        if milestone.date >= today and milestone.kind is not MilestoneKind.FIRST_DAY_OVER
    )


def calendar(turn: Turn, values: Values, ahead: Iterable[Milestone]) -> dict[str, Any]:
    """What a channel makes a calendar file from: ``{"events", "timezone", "language"}``."""
    restoration = turn.decide(Topic.RESTORATION)  # the stay alone gives no cut-off for it
    open_to = restoration.values.restoration_cutoff if isinstance(restoration, Answer) else None
    cutoffs = {
        MilestoneKind.LAST_DAY: values.filing_cutoff,
        MilestoneKind.RESTORATION_LAST_DAY: open_to,
    }
    return {
        "events": [event(milestone, cutoffs.get(milestone.kind)) for milestone in ahead],
        "timezone": turn.facts.timezone,
        "language": turn.words.language,
    }


def event(milestone: Milestone, cutoff: dt.datetime | None) -> dict[str, str]:
    """``{"kind", "date", "cutoff"}`` as JSON; no cut-off where none is known."""
    shown: dict[str, str] = plain(milestone)
    return shown | ({"cutoff": plain(cutoff)} if cutoff else {})
