"""Actions in Rasa's own process: they do what they do on a server, and no fault gets out."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import Any

import pytest
from rasa.core.actions.action import ActionExecutionRejection, RemoteAction
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from addons import quicker
from addons.own_actions import ActionFailed, OwnActions, resolved

pytestmark = pytest.mark.bot

# A package as a project's own; its classes are told apart from ours by their module.
PACKAGE = """
import asyncio, sys, time
from rasa_sdk import Action
from rasa_sdk.events import SlotSet
from rasa_sdk.interfaces import ActionExecutionRejection


class ActsAsTold(Action):
    def name(self):
        return "action_as_told"

    async def run(self, dispatcher, tracker, domain):
        told = tracker.latest_message["text"]
        if told == "raise":
            raise ValueError("secret: " + told)
        if told == "end the process":
            sys.exit(3)
        if told == "hang, politely":
            await asyncio.sleep(30)
        if told == "hang":
            time.sleep(1.5)
        if told == "leave it to others":
            raise ActionExecutionRejection(self.name(), "not mine")
        if told == "not JSON":
            return [SlotSet("day", object())]
        if told == "not an event":
            return [{"event": "surprise"}]
        if told == "change what it was given":
            tracker.slots["day"].append("changed")
        dispatcher.utter_message(text=f"{told} {len(tracker.events)}")
        return [SlotSet("day", ("a", "tuple"))]


class Plain(Action):
    def name(self):
        return "action_plain"

    def run(self, dispatcher, tracker, domain):
        return []
"""
DOMAIN = Domain.from_yaml(
    """
version: "3.1"
slots:
  day: {type: any, influence_conversation: false, mappings: [{type: custom}]}
actions: [action_as_told, action_plain]
"""
)


@pytest.fixture(scope="module")
def actions(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("project") / "told_actions"
    folder.mkdir()
    (folder / "__init__.py").write_text(PACKAGE)
    quicker.install()
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder.parent))
        yield resolved(
            EndpointConfig(type="addons.own_actions.OwnActions", package="told_actions", events=3)
        )


def run(
    endpoint: EndpointConfig, said: str, limit: float = 5.0, action: str = "action_as_told"
) -> tuple[list[Any], DialogueStateTracker]:
    """The events of one action, run as Rasa runs it."""
    tracker = DialogueStateTracker.from_events("someone", [], DOMAIN.slots)
    tracker.update_with_events([SlotSet("day", ["kept"]), *[UserUttered(said)] * 5], DOMAIN)
    events = asyncio.run(
        RemoteAction(action, endpoint).run(
            CollectingOutputChannel(), TemplatedNaturalLanguageGenerator({}), tracker, DOMAIN
        )
    )
    return events, tracker


@pytest.fixture
def _hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rasa.core.actions.action.DEFAULT_REQUEST_TIMEOUT", 0.3)


def test_an_action_says_and_keeps_what_it_would_on_a_server(actions: OwnActions) -> None:
    (said, kept), _ = run(actions, "hello")
    assert said.text == "hello 3"  # it is told the last three events
    assert kept.key == "day" and kept.value == ["a", "tuple"]  # as JSON makes it


def test_an_action_that_is_not_a_coroutine_works_too(actions: OwnActions) -> None:
    assert run(actions, "hello", action="action_plain")[0] == []


def test_what_an_action_is_given_is_its_own(actions: OwnActions) -> None:
    assert run(actions, "change what it was given")[1].get_slot("day") == ["kept"]


@pytest.mark.parametrize("said", ["raise", "end the process", "not JSON"])
def test_a_fault_is_told_without_the_persons_words(actions: OwnActions, said: str) -> None:
    with pytest.raises(ActionFailed) as failed:
        run(actions, said)
    assert "action_as_told" in str(failed.value) and "secret" not in str(failed.value)
    assert failed.value.__suppress_context__  # nor does a traceback quote them
    assert run(actions, "hello")[0]


def test_an_action_that_is_not_there_is_a_fault(actions: OwnActions) -> None:
    with pytest.raises(ActionFailed, match="ActionNotFound"):
        run(actions, "hello", action="action_missing")


@pytest.mark.usefixtures("_hurry")
@pytest.mark.parametrize("said", ["hang", "hang, politely"])
def test_one_that_hangs_ends_in_time_and_holds_up_nobody(actions: OwnActions, said: str) -> None:
    began = time.monotonic()
    with pytest.raises(ActionFailed, match="took longer"):
        run(actions, said)
    assert time.monotonic() - began < 1.2
    assert run(actions, "hello")[0] and actions.is_well()


def test_one_may_leave_the_turn_to_others(actions: OwnActions) -> None:
    with pytest.raises(ActionExecutionRejection, match="not mine"):
        run(actions, "leave it to others")


def test_a_malformed_reply_is_refused(actions: OwnActions) -> None:
    with pytest.raises(Exception, match="surprise"):
        run(actions, "not an event")


def test_no_more_than_so_many_run_at_once_and_the_rest_wait(actions: OwnActions) -> None:
    async def many() -> list[Any]:
        call = {
            "next_action": "action_as_told",
            "tracker": {"sender_id": "x", "latest_message": {"text": "hello"}, "events": []},
        }
        return await asyncio.gather(*[actions.request(json=call, timeout=5) for _ in range(100)])

    replies = asyncio.run(many())
    assert {reply["responses"][0]["text"] for reply in replies} == {"hello 0"}


def test_a_package_that_cannot_be_loaded_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(ImportError, match="no_such_package"):
        resolved(
            EndpointConfig(
                type="addons.own_actions.OwnActions", package="no_such_package", events=1
            )
        )


def test_a_server_elsewhere_is_asked_as_ever() -> None:
    plain = EndpointConfig("http://127.0.0.1:8/webhook")
    assert resolved(plain) is plain and resolved(None) is None
