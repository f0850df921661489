"""What is left out of a stored conversation: what was said before a restart, and long ago.

A turn costs what the stored conversation costs to read, replay and write. What a person
said long ago lives on in the slots, so only the last turns are kept as they were.
"""

from __future__ import annotations

import copy

from rasa.core.tracker_store import InMemoryTrackerStore
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
"""About twenty turns; more are shortened when the conversation is stored."""
KEPT_EVENTS = 120
"""How many at most are kept as they were; the gap keeps the shortening rare."""


class BoundedTrackerStore(InMemoryTrackerStore):
    """Rasa's store in memory, holding nothing from before a restart and no long history."""

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Store the conversation; a restart leaves nothing of what was said before it."""
        await super().save(shortened(tracker))


def shortened(tracker: DialogueStateTracker) -> DialogueStateTracker:
    """The conversation without what came before a restart, or before its last turns.

    Slots and the open form stay as they are: what was set earlier is set again at the
    start. The same object comes back where there is nothing to leave out.
    """
    events = list(tracker.events)
    restarts = [place for place, event in enumerate(events) if isinstance(event, Restarted)]
    if restarts and restarts[-1] > 0:
        return _replayed(tracker, events[restarts[-1] :])
    if len(events) <= MOST_EVENTS:
        return tracker
    turns = [place for place, event in enumerate(events) if isinstance(event, UserUttered)]
    first = next((at for at in turns if len(events) - at <= KEPT_EVENTS), None)
    if first is None:
        return tracker
    before = _replayed(tracker, events[:first])
    return _replayed(tracker, [*_summary(before), *events[first:]])


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
