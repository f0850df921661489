"""Conversations for the tests of stores."""

from __future__ import annotations

import uuid

from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from addons.stores.conversations import Conversations

DOMAIN = Domain.from_yaml(
    """
version: "3.1"
intents: [inform]
slots:
  entry_date: {type: any, influence_conversation: false, mappings: [{type: custom}]}
  topic: {type: any, influence_conversation: false, mappings: [{type: custom}]}
forms:
  facts_form: {required_slots: [entry_date]}
"""
)


def someone() -> str:
    """A sender nobody had before: tests may share a database."""
    return uuid.uuid4().hex


def turn(number: int, *more: Event) -> list[Event]:
    """The events of one turn."""
    return [
        UserUttered(f"message {number}", {"name": "inform", "confidence": 1.0}),
        ActionExecuted("action_answer"),
        *more,
        BotUttered(f"reply {number}"),
        ActionExecuted("action_listen"),
    ]


async def say(store: Conversations, sender: str, number: int, *more: Event) -> DialogueStateTracker:
    """One turn as Rasa takes it: retrieve or make, add its events, save."""
    tracker = await store.get_or_create_tracker(sender, append_action_listen=False)
    for event in turn(number, *more):
        tracker.update(event, DOMAIN)
    await store.save(tracker)
    return tracker


def said(tracker: DialogueStateTracker | None) -> list[str]:
    """What the person said, in order."""
    if tracker is None:
        return []
    return [event.text for event in tracker.events if isinstance(event, UserUttered)]


def remembered(number: int) -> SlotSet:
    """A fact that differs with the number."""
    return SlotSet("topic", f"topic {number}")
