"""Conversations go the same way, event for event, with the quicker methods and without."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rasa.core.agent import Agent, load_agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.policies.rule_policy import RULES, RULES_FOR_LOOP_UNHAPPY_PATH, RulePolicy
from rasa.core.utils import AvailableEndpoints
from rasa.engine.constants import PLACEHOLDER_MESSAGE
from rasa.shared.core.events import (
    ActionExecuted,
    ActionReverted,
    Restarted,
    SessionStarted,
    UserUtteranceReverted,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker
from rasa_sdk.executor import ActionExecutor

from addons import quicker, understanding
from addons.own_actions import OwnActions
from addons.rules import RecentRulePolicy, _applied, recent
from tests.scripts_format import Conversation, load_all

pytestmark = pytest.mark.bot

ROOT = Path(__file__).resolve().parents[2]
EVERY = 5
CONVERSATIONS = load_all(ROOT / "tests" / "conversations")[::EVERY]
# When it was, and what names this very event, differ between any two runs.
OF_ONE_RUN = ("timestamp", "message_id", "model_id", "assistant_id")


class Stock(OwnActions):
    """The SDK's executor, asked without a thread, a limit or a shortened call."""

    def __init__(self) -> None:
        super().__init__("actions", events=10_000)
        self.executor = ActionExecutor()
        self.executor.register_package("actions")

    async def request(self, *_: Any, **arguments: Any) -> Any:
        return await self.executor.run(arguments["json"])


@pytest.fixture(scope="module")
def agent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Agent]:
    models = sorted((ROOT / "models").glob("*.tar.gz"))
    if not models:
        pytest.skip("no trained model in models/; run `make train` first")
    endpoints = AvailableEndpoints.read_endpoints(str(ROOT / "endpoints.yml"))
    file = tmp_path_factory.mktemp("talks") / "conversations.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_DB_URL", f"sqlite:///{file}")
        yield asyncio.run(load_agent(str(models[-1]), endpoints=endpoints))


def policy_of(agent: Agent) -> RecentRulePolicy:
    assert agent.processor is not None
    nodes = agent.processor.graph_runner._instantiated_nodes.values()
    found = [n._component for n in nodes if isinstance(n._component, RulePolicy)]
    assert len(found) == 1 and isinstance(found[0], RecentRulePolicy)
    return found[0]


def stripped(value: Any) -> Any:
    """An event's JSON without what belongs to one run alone."""
    if isinstance(value, dict):
        return {key: stripped(part) for key, part in value.items() if key not in OF_ONE_RUN}
    return [stripped(part) for part in value] if isinstance(value, list) else value


def held(agent: Agent, conversation: Conversation, name: str) -> tuple[list[Any], list[Any]]:
    """Every event of a conversation, and every reply."""

    async def hold() -> tuple[list[Any], list[Any]]:
        said = CollectingOutputChannel()
        for turn in conversation.turns:
            message = UserMessage(turn.words, said, name, input_channel="rest", metadata={})
            await agent.handle_message(message)
        assert agent.processor is not None
        tracker = await agent.processor.get_tracker(name)
        replies = [{**reply, "recipient_id": "someone"} for reply in said.messages]
        return [stripped(event.as_dict()) for event in tracker.events], replies

    return asyncio.run(hold())


@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=lambda c: f"{c.path.stem}::{c.name}")
def test_a_conversation_goes_as_with_stock(
    conversation: Conversation, agent: Agent, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOJOURN_TODAY", conversation.today.isoformat())
    quicker.install()
    ours = held(agent, conversation, f"ours {conversation.path} {conversation.name}")
    policy, processor = policy_of(agent), agent.processor
    assert processor is not None and policy._depth is not None and not policy._reads_text
    with monkeypatch.context() as patch:
        for owner, name, method in quicker.STOCK:
            patch.setattr(owner, name, method)
        patch.setattr(policy, "_depth", None)
        patch.setattr(policy, "_reads_text", True)
        patch.setattr(processor, "action_endpoint", Stock())
        stock = held(agent, conversation, f"stock {conversation.path} {conversation.name}")
    assert ours == stock
    assert ours[1], "nobody said anything"


def test_messages_that_wait_together_are_understood_as_each_alone(agent: Agent) -> None:
    quicker.install()
    processor, stock = agent.processor, understanding._stock
    assert processor is not None
    turns = [turn.words for talk in CONVERSATIONS[:12] for turn in talk.turns]
    sizes: list[int] = []

    async def both() -> tuple[list[Any], list[Any]]:
        messages = [UserMessage(words) for words in turns]
        alone = [await stock(processor, message) for message in messages]
        run = processor.graph_runner.run

        def counted(inputs: Any, targets: Any) -> Any:
            sizes.append(len(inputs[PLACEHOLDER_MESSAGE]))
            return run(inputs, targets)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(processor.graph_runner, "run", counted)
            return await asyncio.gather(*map(processor.parse_message, messages)), alone

    together, alone = asyncio.run(both())
    assert max(sizes) == understanding.MOST_TOGETHER
    for ours, theirs in zip(together, alone, strict=True):
        for one, other in zip(ours["intent_ranking"], theirs["intent_ranking"], strict=True):
            assert one["confidence"] == pytest.approx(other["confidence"], abs=1e-5)
        for parsed in (ours, theirs):
            parsed["intent"].pop("confidence")
            parsed.pop("intent_ranking")
            parsed.pop("message_id", None)
        assert ours == theirs


def test_a_tracker_is_copied_as_stock_copies_it(agent: Agent) -> None:
    assert agent.processor is not None
    held(agent, CONVERSATIONS[0], "copied")
    tracker = asyncio.run(agent.processor.get_tracker("copied"))
    tracker.update_with_events([UserUttered("and now?"), ActionExecuted("action_x")], None)
    ours, stock = quicker._copy(tracker), quicker.STOCK[4][2](tracker)
    assert ours is not tracker and ours.current_state() == stock.current_state()
    assert list(ours.events) == list(stock.events)
    changed = next(name for name, slot in ours.slots.items() if slot.value is not None)
    ours.slots[changed].value = "other"
    assert tracker.get_slot(changed) != "other"


def test_a_new_conversation_is_as_stock_makes_it(agent: Agent) -> None:
    ours, stock = (make.init_tracker for make in (agent.tracker_store, super_of(agent)))
    first, second, third = ours("new"), ours("new"), stock("new")
    assert first.current_state() == third.current_state()
    assert list(first.slots) == list(third.slots)
    for name in first.slots:
        assert vars(first.slots[name]) == vars(third.slots[name])
        assert first.slots[name] is not second.slots[name]


def super_of(agent: Agent) -> Any:
    """The methods of Rasa's own store on ours."""
    return super(type(agent.tracker_store), agent.tracker_store)


def beginnings(
    agent: Agent, conversations: list[Conversation], name: str
) -> Iterator[DialogueStateTracker]:
    """Each conversation up to each of its events."""
    assert agent.processor is not None
    for number, conversation in enumerate(conversations):
        held(agent, conversation, f"{name} {number}")
        tracker = asyncio.run(agent.processor.get_tracker(f"{name} {number}"))
        events = list(tracker.events)
        for count in range(1, len(events) + 1):
            yield DialogueStateTracker.from_events("x", events[:count], tracker.slots.values())


def test_the_last_states_are_those_of_the_whole_conversation(agent: Agent) -> None:
    policy, domain = policy_of(agent), agent.domain
    assert domain is not None and policy._depth is not None
    for part in beginnings(agent, CONVERSATIONS[:8], "states"):
        whole = RulePolicy._prediction_states(policy, part, domain)
        tail = RulePolicy._prediction_states(policy, recent(part, policy._depth), domain)
        assert tail[-policy._depth :] == whole[-policy._depth :]


def test_no_rule_that_applies_is_left_out(agent: Agent) -> None:
    policy, domain = policy_of(agent), agent.domain
    assert domain is not None
    for part in beginnings(agent, CONVERSATIONS[8:16], "rules"):
        states = RulePolicy._prediction_states(policy, part, domain)
        for rules in (policy.lookup[RULES], policy.lookup[RULES_FOR_LOOP_UNHAPPY_PATH]):
            ours = policy._get_possible_keys(rules, states)
            assert ours == RulePolicy._get_possible_keys(policy, rules, states)


def test_what_followed_once_follows_again(agent: Agent) -> None:
    policy, domain = policy_of(agent), agent.domain
    assert domain is not None and policy._found is not None
    parts = list(beginnings(agent, CONVERSATIONS[16:24], "followed"))
    for part in [*parts, *parts]:  # the second time from what was kept
        ours = policy._find_action_from_rules(part, domain, False)
        assert ours == RulePolicy._find_action_from_rules(policy, part, domain, False)
    assert len(policy._found) > 20


def test_events_apply_as_stock_applies_them(agent: Agent) -> None:
    for part in beginnings(agent, CONVERSATIONS[24:32], "applied"):
        assert _applied(part) == part.applied_events()
    for event in (Restarted(), SessionStarted(), ActionReverted(), UserUtteranceReverted()):
        talk = [ActionExecuted("action_listen"), UserUttered("a"), ActionExecuted("b"), event]
        tracker = DialogueStateTracker.from_events("x", [*talk, ActionExecuted("c")], [])
        assert _applied(tracker) == tracker.applied_events()
