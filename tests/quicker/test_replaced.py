"""Every replaced method still stands for the one that it was written against."""

from __future__ import annotations

import asyncio
import hashlib
import inspect
from typing import Any

import pytest
import rasa
from jsonschema import ValidationError
from rasa.core.actions.action import ActionExtractSlots, RemoteAction
from rasa.core.policies.rule_policy import RulePolicy
from rasa.core.processor import MessageProcessor
from rasa.core.tracker_store import TrackerStore
from rasa.engine.exceptions import GraphComponentException
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.graph_components.converters.nlu_message_converter import NLUMessageConverter
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from addons import action_reply, quicker

pytestmark = pytest.mark.bot

Json = dict[str, Any]

# Of the source of each method in Rasa 3.6.21. If one differs, Rasa's method has changed:
# read it, make the replacement do the same, and only then put the new figure here.
SOURCES = {
    "RemoteAction.__init__": "69103389ee02",
    "RemoteAction._action_call_format": "428795b944f2",
    "RemoteAction._validate_action_result": "f8cdb4be6812",
    "DaskGraphRunner.run": "45f0f52f574f",
    "MessageProcessor.parse_message": "b98d8e49b9f2",
    "MessageProcessor._log_action_on_tracker": "d973d12a6d0a",
    "MessageProcessor._log_slots": "cfc60d6857d3",
    "ActionExtractSlots.run": "13487835d751",
    "DialogueStateTracker.copy": "dfa48dca9f35",
    "Event.resolve_by_type": "b5cf570fa7f2",
    "Domain.is_empty": "884be90ef485",
}
# What they rest on: how a tracker is made and replayed, and which events there are.
RESTS_ON = {
    "DialogueStateTracker.__init__": "8f39eb22462a",
    "DialogueStateTracker.init_copy": "429fcd2243b9",
    "DialogueStateTracker.travel_back_in_time": "09d16f28f007",
    "DialogueStateTracker._reset": "190858eaf560",
    "GraphNode.__call__": "66127a2bfb6f",
    "MessageProcessor._parse_message_with_graph": "0bd50a53b5c0",
    "NLUMessageConverter.convert_user_message": "7788560010c9",
    "TrackerStore.init_tracker": "2089b91e90d8",
    "RulePolicy._predict": "f5182d8a1063",
    "RulePolicy._find_action_from_rules": "be6da6ee0f54",
    "DialogueStateTracker.applied_events": "764d5065ea99",
}


def digest(method: Any) -> str:
    source = inspect.getsource(inspect.unwrap(getattr(method, "__func__", method)))
    return hashlib.sha256(source.encode()).hexdigest()[:12]


def test_each_stands_for_the_method_of_this_rasa() -> None:
    assert rasa.__version__ == "3.6.21"
    found = {f"{owner.__name__}.{name}": digest(stock) for owner, name, stock in quicker.STOCK}
    assert found == SOURCES


def test_what_they_rest_on_is_as_it_was() -> None:
    from rasa.engine.graph import GraphNode

    kinds = (DialogueStateTracker, GraphNode, MessageProcessor, NLUMessageConverter, RulePolicy)
    kinds += (TrackerStore,)
    owners = {owner.__name__: owner for owner in kinds}
    found = {}
    for name in RESTS_ON:
        owner, _, method = name.partition(".")
        found[name] = digest(inspect.getattr_static(owners[owner], method))
    assert found == RESTS_ON


REPLIES = {
    "empty": {},
    "nothing done": {"events": [], "responses": []},
    "a slot": {"events": [{"event": "slot", "name": "a", "value": 1, "timestamp": None}]},
    "a text": {"responses": [{"text": "x"}]},
    "no object": [],
    "null": None,
    "a word": "ok",
    "events no list": {"events": {}},
    "an event no object": {"events": ["slot"]},
    "an event without a name": {"events": [{"name": "a", "value": 1}]},
    "an event whose name is a number": {"events": [{"event": 5}]},
    "an unknown event": {"events": [{"event": "surprise"}]},
    "a slot without a value": {"events": [{"event": "slot", "name": "a"}]},
    "a slot whose name is a number": {"events": [{"event": "slot", "name": 1, "value": 1}]},
    "a time that is a word": {"events": [{"event": "restart", "timestamp": "now"}]},
    "a slot whose name is true": {"events": [{"event": "slot", "name": True, "value": 1}]},
    "a slot that holds much": {"events": [{"event": "slot", "name": "a", "value": {"b": [1]}}]},
    "an action sure by a word": {"events": [{"event": "action", "confidence": "high"}]},
    "an action sure of itself": {"events": [{"event": "action", "confidence": True}]},
    "entities that say nothing": {"events": [{"event": "entities", "entities": [{"start": 1}]}]},
    "metadata that is a list": {"events": [{"event": "restart", "metadata": []}]},
    "an intent that is a number": {
        "events": [{"event": "user", "parse_data": {"intent": {"name": 3}}}]
    },
    "responses no list": {"responses": {"text": "x"}},
    "a response no object": {"responses": ["x"]},
}


@pytest.mark.parametrize("reply", REPLIES.values(), ids=REPLIES)
def test_a_reply_is_judged_as_stock_judges_it(reply: Any) -> None:
    def judged(validation: Any) -> str:
        try:
            return str(validation(RemoteAction("action_answer", None), reply))
        except ValidationError as error:
            return str(error)

    for _ in range(2):  # what was found is kept
        assert judged(quicker._validation) == judged(quicker._stock_validation)


def test_what_was_found_of_one_event_is_not_said_of_another(monkeypatch: Any) -> None:
    monkeypatch.setattr(action_reply, "_known", {})
    assert action_reply._fits({"event": "slot", "name": "a", "value": 1})
    assert action_reply._fits({"event": "slot", "name": "a", "value": {"b": []}})
    assert not action_reply._fits({"event": "slot", "name": "a"})


def test_a_domain_is_empty_where_stock_says_so() -> None:
    some = Domain.from_dict({"intents": ["greet"]})
    for domain in (Domain.empty(), some, Domain.from_dict({"actions": ["action_x"]})):
        assert quicker._is_empty(domain) == quicker._stock_is_empty(domain)
    assert quicker._is_empty(Domain.empty())


@pytest.mark.parametrize(
    ("mapping", "filled"),
    [
        ({"type": "custom"}, []),
        ({"type": "from_entity", "entity": "city"}, [SlotSet("place", "Banff")]),
    ],
)
def test_slots_are_filled_as_stock_fills_them(mapping: Json, filled: list[Event]) -> None:
    slots = {"place": {"type": "any", "mappings": [mapping]}}
    domain = Domain.from_dict({"intents": ["go"], "entities": ["city"], "slots": slots})
    tracker = DialogueStateTracker("someone", domain.slots)
    city = {"entity": "city", "value": "Banff"}
    tracker.update(UserUttered("to Banff", {"name": "go"}, [city]), domain)
    action = ActionExtractSlots(None)
    for run in (quicker._extract, quicker._stock_extract, quicker._extract):
        assert asyncio.run(run(action, None, None, tracker, domain)) == filled


class Joins(GraphComponent):
    """Says what it was given, and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    @classmethod
    def create(cls, **_: Any) -> Joins:
        return cls()

    def joined(self, first: str = "", second: str = "") -> str:
        self.asked += 1
        return f"({first}{second})"

    def fails(self, first: str) -> str:
        raise RuntimeError(first)


def runner() -> DaskGraphRunner:
    def node(needs: dict[str, str], fn: str = "joined") -> SchemaNode:
        return SchemaNode(needs, Joins, "create", fn, {}, eager=True)

    nodes = {
        "a": node({"first": "in"}),
        "b": node({"first": "a"}),
        "c": node({"first": "a", "second": "b"}),
        "apart": node({"first": "in"}, "fails"),
    }
    schema = GraphSchema(nodes)
    storage: Any = None
    return DaskGraphRunner(schema, storage, ExecutionContext(schema))


def test_a_graph_gives_what_stock_gives_and_asks_each_component_once() -> None:
    ours, stock = runner(), runner()
    for text in ("x", "y"):
        asked = {"in": text}
        expected = quicker.STOCK[3][2](stock, asked, ["c", "a"])
        assert quicker._run(ours, asked, ["c", "a"]) == expected
    assert expected == {"c": "((y)((y)))", "a": "(y)"}
    counts = [ours._instantiated_nodes[name]._component.asked for name in ("a", "b", "c")]
    assert counts == [2, 2, 2]


def test_a_graph_fails_and_is_overruled_as_stock_is() -> None:
    for run in (quicker._run, quicker.STOCK[3][2]):
        with pytest.raises(GraphComponentException, match="apart"):
            run(runner(), {"in": "x"}, ["apart"])
        assert run(runner(), {"in": "x", "a": "given"}, ["b"]) == {"b": "(given)"}


def test_events_are_found_by_name_as_stock_finds_them() -> None:
    stock = quicker._stock_event_class
    for kind in ("slot", "user", "bot", "action", "active_loop", "restart", "topic"):
        assert quicker._resolve_by_type(kind) is stock(kind)
    assert quicker._resolve_by_type("unheard", SlotSet) is SlotSet is stock("unheard", SlotSet)
    for find in (quicker._resolve_by_type, stock):
        with pytest.raises(ValueError, match="unheard"):
            find("unheard")
    quicker.install()
    assert Event.resolve_by_type("slot") is SlotSet
