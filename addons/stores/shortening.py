"""What is left out of a stored conversation: what was said before a restart, and long ago.

A turn costs what the stored conversation costs to read, replay and write. What a person
said long ago lives on in the slots, so only the last turns are kept as they were.
"""

from __future__ import annotations

import copy

from rasa.shared.core.constants import ACTION_SESSION_START_NAME
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

MOST_EVENTS = 240
"""Some fifteen turns; more are shortened when the conversation is stored."""
KEPT_EVENTS = 120
"""How many at most are kept as they were; the gap keeps the shortening rare."""


def shortened(tracker: DialogueStateTracker) -> DialogueStateTracker:
    """The conversation without what came before a restart, a new session or its last turns.

    Slots and the open form stay as they are: what was set earlier is set again at the
    start. The same object comes back where there is nothing to leave out.
    """
    events = list(tracker.events)
    start = max((place for place, event in enumerate(events) if _is_start(event)), default=0)
    if any(isinstance(event, UserUttered) for event in events[:start]):
        return _replayed(tracker, events[start:])
    if len(events) <= MOST_EVENTS:
        return tracker
    turns = [place for place, event in enumerate(events) if isinstance(event, UserUttered)]
    first = next((at for at in turns if len(events) - at <= KEPT_EVENTS), None)
    if first is None:
        return tracker
    before = _replayed(tracker, events[:first])
    return _replayed(tracker, [*_summary(before), *events[first:]])


def _is_start(event: Event) -> bool:
    """Whether a restart or a new session begins here: Rasa reads nothing from before it."""
    return isinstance(event, Restarted) or (
        isinstance(event, ActionExecuted) and event.action_name == ACTION_SESSION_START_NAME
    )


def _replayed(tracker: DialogueStateTracker, events: list[Event]) -> DialogueStateTracker:
    slots = [copy.copy(slot) for slot in tracker.slots.values()]
    for slot in slots:
        slot.reset()
    return DialogueStateTracker.from_events(tracker.sender_id, events, slots)


def _summary(before: DialogueStateTracker) -> list[Event]:
    """Events that lead to the same slots and form as the whole conversation so far."""
    last = before.events[-1].timestamp
    slots = [
        SlotSet(name, slot.value, timestamp=last)
        for name, slot in before.slots.items()
        if slot.value is not None and slot.value != slot.initial_value
    ]
    summary: list[Event] = [
        ActionExecuted(ACTION_SESSION_START_NAME, timestamp=last),
        SessionStarted(timestamp=last),
        *slots,
    ]
    if before.active_loop_name is not None:
        summary.append(ActiveLoop(before.active_loop_name, timestamp=last))
    return [*summary, ActionExecuted("action_listen", timestamp=last)]
