"""The store forgets what it is asked to forget, and a long talk stays as short as a new one."""

from __future__ import annotations

import pytest
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    Event,
    Restarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from addons.stores.shortening import KEPT_EVENTS, shortened
from tests.stores.talks import DOMAIN, said, turn

pytestmark = pytest.mark.bot


def tracker(events: list[Event]) -> DialogueStateTracker:
    return DialogueStateTracker.from_events("someone", events, DOMAIN.slots)


def test_a_short_talk_is_stored_as_it_is() -> None:
    talk = tracker([*turn(1, SlotSet("entry_date", "2026-05-03")), *turn(2)])
    assert shortened(talk) is talk


def test_a_restart_leaves_nothing_behind() -> None:
    talk = tracker(
        [
            *turn(1, SlotSet("entry_date", "2026-05-03")),
            UserUttered("forget everything", {"name": "restart", "confidence": 1.0}),
            ActionExecuted("action_restart"),
            BotUttered("done"),
            Restarted(),
            ActionExecuted("action_listen"),
        ]
    )
    found = shortened(talk)
    assert said(found) == []
    assert found.get_slot("entry_date") is None
    assert "2026-05-03" not in str([event.as_dict() for event in found.events])


def test_a_long_talk_keeps_its_facts_its_form_and_its_last_turns() -> None:
    events = turn(0, SlotSet("entry_date", "2026-05-03"), ActiveLoop("facts_form"))
    for number in range(1, 100):
        events += turn(number, SlotSet("topic", f"topic {number}"))
    found = shortened(tracker(events))
    assert len(found.events) <= KEPT_EVENTS + 10
    assert found.get_slot("entry_date") == "2026-05-03"
    assert found.get_slot("topic") == "topic 99"
    assert found.active_loop_name == "facts_form"
    assert said(found)[-1] == "message 99"
    assert found.latest_action_name == "action_listen"


def test_a_closed_form_stays_closed() -> None:
    events = turn(0, ActiveLoop("facts_form"), SlotSet("topic", "a"), ActiveLoop(None))
    for number in range(1, 100):
        events += turn(number)
    assert shortened(tracker(events)).active_loop_name is None
