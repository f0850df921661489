"""The few methods of Rasa 3.6.21 that cost most and that no configuration can name.

Each is replaced by one that does the same in less time; ``tests/quicker`` holds them
against stock and fails when Rasa's own changes. Everything else is named where Rasa asks
for it: components and policies in ``config.yml``, stores and words in ``endpoints.yml``.
docs/decisions/0014, 0026, 0027, 0029 and 0030 have the measurements.
"""

from __future__ import annotations

import copy
import logging
from functools import cache
from inspect import getattr_static
from itertools import islice
from typing import Any

import rasa
from rasa.core.actions.action import Action, ActionExtractSlots, RemoteAction
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.engine.exceptions import GraphRunError
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecutionRejected, Event
from rasa.shared.core.slot_mappings import SlotMappingType
from rasa.shared.core.slots import Slot
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from addons.action_reply import is_usable
from addons.own_actions import OwnActions, resolved
from addons.understanding import parse_message

Json = dict[str, Any]

processor_logger = logging.getLogger("rasa.core.processor")
_stock_remote_action = RemoteAction.__init__
_stock_call_format = RemoteAction._action_call_format
_stock_validation = RemoteAction._validate_action_result
_stock_extract = ActionExtractSlots.run
_stock_log_action = MessageProcessor._log_action_on_tracker
_stock_log_slots = MessageProcessor._log_slots
_stock_is_empty = Domain.is_empty
_stock_event_class = Event.resolve_by_type


def _remote_action(self: RemoteAction, name: str, action_endpoint: EndpointConfig | None) -> None:
    """Of all that ``endpoints.yml`` names, only the action endpoint cannot be a class."""
    _stock_remote_action(self, name, resolved(action_endpoint))


def _call_format(self: RemoteAction, tracker: DialogueStateTracker, domain: Domain) -> Json:
    """Stock writes every event of the conversation into each call of an action."""
    endpoint = self.action_endpoint
    if not isinstance(endpoint, OwnActions):
        call: Json = _stock_call_format(self, tracker, domain)
        return call
    state = tracker.current_state()
    latest = islice(reversed(tracker.events), endpoint.events)
    state["events"] = [event.as_dict() for event in latest][::-1]
    return {
        "next_action": self._name,
        "sender_id": tracker.sender_id,
        "tracker": state,
        "version": rasa.__version__,
    }


def _validation(self: RemoteAction, result: Any) -> bool:
    """Stock checks and compiles the same constant schema anew for every reply of an action."""
    if is_usable(result):
        return True
    valid: bool = _stock_validation(self, result)  # it says what is wrong, in its own words
    return valid


def _run(self: DaskGraphRunner, inputs: Json | None = None, targets: Any = None) -> Json:
    """Stock works out anew for each message in which order the same components run."""
    given = inputs or {}
    wanted = tuple(targets or self._graph_schema.target_names)
    plans: dict[Any, Any] = self.__dict__.setdefault("plans", {})
    if wanted not in plans:
        plans[wanted] = _plan(self, wanted)
    outputs = {name: (name, value) for name, value in given.items()}
    try:
        for name, node, needs in plans[wanted]:
            if name not in given:
                outputs[name] = node(*[outputs.get(need, need) for need in needs])
    except RuntimeError as error:
        raise GraphRunError("Error running runner.") from error
    return dict(outputs[name] for name in wanted)


def _log_action(
    self: MessageProcessor,
    tracker: DialogueStateTracker,
    action: Action,
    events: list[Event] | None,
    prediction: PolicyPrediction,
) -> None:
    """Stock copies every event, deeply and twice, for a debug log that is off."""
    if processor_logger.isEnabledFor(logging.DEBUG):
        _stock_log_action(self, tracker, action, events, prediction)
        return
    events = events or []
    if not any(isinstance(event, ActionExecutionRejected) for event in events):
        tracker.update_with_events(prediction.events, self.domain)
        tracker.update(action.event_for_successful_execution(prediction))
    tracker.update_with_events(events, self.domain)


async def _extract(
    self: ActionExtractSlots, channel: Any, nlg: Any, tracker: DialogueStateTracker, domain: Domain
) -> list[Event]:
    """Stock tries each way to fill each slot for each message, also where actions fill them all."""
    if "fills_slots" not in domain.__dict__:
        domain.__dict__["fills_slots"] = any(
            mapping.get("type") != SlotMappingType.CUSTOM.value or "action" in mapping
            for slot in domain.slots
            for mapping in slot.mappings
        )
    if domain.__dict__["fills_slots"]:
        events: list[Event] = await _stock_extract(self, channel, nlg, tracker, domain)
    else:
        events = await self._execute_validation_action([], channel, nlg, tracker, domain)
    return events


def _plan(runner: DaskGraphRunner, wanted: tuple[str, ...]) -> list[tuple[str, Any, list[str]]]:
    """The components that `wanted` need, each after those it needs itself."""
    schema = runner._graph_schema.minimal_graph_schema(list(wanted))
    order: dict[str, tuple[str, Any, list[str]]] = {}

    def add(name: str) -> None:
        if name in order or name not in schema.nodes:
            return
        needs = list(schema.nodes[name].needs.values())
        for need in needs:
            add(need)
        order[name] = (name, runner._instantiated_nodes[name], needs)

    for name in wanted:
        add(name)
    return list(order.values())


def _copy(self: DialogueStateTracker) -> DialogueStateTracker:
    """Stock replays the whole conversation for each action that runs."""
    same = DialogueStateTracker(
        self.sender_id, (), self._max_event_history, None, self.is_rule_tracker
    )
    for name, slot in self.slots.items():
        same.slots[name] = same_slot(slot)
    same.events.extend(self.events)
    same._paused = self._paused
    same.followup_action = self.followup_action
    same.latest_action = self.latest_action
    same.latest_message = self.latest_message
    same.latest_bot_utterance = self.latest_bot_utterance
    same.active_loop = copy.copy(self.active_loop)
    return same


def same_slot(slot: Slot) -> Slot:
    """As ``copy.copy``, in a tenth of the time."""
    twin: Slot = object.__new__(type(slot))
    twin.__dict__ = slot.__dict__.copy()
    return twin


def _log_slots(tracker: DialogueStateTracker) -> None:
    """Stock writes down all slots for a debug log that is off, three times a turn."""
    if processor_logger.isEnabledFor(logging.DEBUG):
        _stock_log_slots(tracker)


@cache
def _event_class(type_name: str) -> type[Event] | None:
    found: type[Event] | None = _stock_event_class(type_name)
    return found


def _resolve_by_type(type_name: str, default: Any = None) -> Any:
    """Stock walks the tree of all classes of events for every event that is read."""
    try:
        return _event_class(type_name)
    except ValueError:
        if default is None:
            raise
        return default


def _is_empty(self: Domain) -> bool:
    """Stock writes down both this domain and an empty one, for every message."""
    return not self.user_actions and bool(_stock_is_empty(self))


REPLACED: tuple[tuple[type, str, Any], ...] = (
    (RemoteAction, "__init__", _remote_action),
    (RemoteAction, "_action_call_format", _call_format),
    (RemoteAction, "_validate_action_result", _validation),
    (DaskGraphRunner, "run", _run),
    (DialogueStateTracker, "copy", _copy),
    (Event, "resolve_by_type", staticmethod(_resolve_by_type)),
    (MessageProcessor, "parse_message", parse_message),
    (MessageProcessor, "_log_action_on_tracker", _log_action),
    (MessageProcessor, "_log_slots", staticmethod(_log_slots)),
    (ActionExtractSlots, "run", _extract),
    (Domain, "is_empty", _is_empty),
)
STOCK = tuple((owner, name, getattr_static(owner, name)) for owner, name, _ in REPLACED)


def install() -> None:
    """Put them in place, in this process; doing it again changes nothing."""
    for owner, name, method in REPLACED:
        setattr(owner, name, method)
