"""Rasa's rules, read from the last turns only."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from itertools import chain, islice, product
from typing import Any, Dict, List, Set, Tuple, Type

from rasa.core.policies.rule_policy import RULES, RULES_FOR_LOOP_UNHAPPY_PATH, RulePolicy
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.constants import (
    ACTION_LISTEN_NAME,
    ACTIVE_LOOP,
    LOOP_NAME,
    PREVIOUS_ACTION,
    SHOULD_NOT_BE_SET,
    USER,
)
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.events import (
    ActionExecuted,
    ActionReverted,
    ActiveLoop,
    DefinePrevUserUtteredFeaturization,
    Event,
    Restarted,
    SessionStarted,
    SlotSet,
    UserUtteranceReverted,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ACTION_NAME, INTENT

stock_logger = logging.getLogger("rasa.core.policies.rule_policy")
PLAIN = {(USER, INTENT), (PREVIOUS_ACTION, ACTION_NAME), (ACTIVE_LOOP, LOOP_NAME)}
"""What rules look at that `_told` tells of events."""
MOST_KEPT = 1000
BEGINS_ANEW = {Restarted.type_name, SessionStarted.type_name}
TAKES_BACK = {ActionReverted.type_name, UserUtteranceReverted.type_name}
Found = Tuple[str | None, str | None, bool]


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True
)
class RecentRulePolicy(RulePolicy):
    """Predicts what ``RulePolicy`` does, without replaying what no rule looks at.

    Stock replays the whole conversation twice a prediction; the longest rule looks at a
    few turns. Trained, it is ``RulePolicy`` itself.
    """

    _depth: int | None = None
    """States that the longest rule looks at; ``None`` while training."""
    _sorted: Dict[int, Dict[Tuple[str | None, str | None], Dict[str, str]]]
    """The rules of a lookup by what must be before them."""
    _reads_text: bool = True
    """Whether a rule can apply to the text of a message rather than to its intent."""
    _found: Dict[Tuple[Any, ...], Found] | None = None
    """What followed from the last events, by what rules look at in them; ``None`` where they
    look at more."""

    @classmethod
    def load(
        cls: Type[RecentRulePolicy],
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> RecentRulePolicy:
        """The trained policy."""
        policy: RecentRulePolicy = super().load(
            config, model_storage, resource, execution_context, **kwargs
        )
        rules = [json.loads(key) for key in policy._keys()]
        policy._depth, policy._sorted = max(map(len, rules), default=0), {}
        policy._reads_text = any(map(_may_apply_to_text, (rule[-1] for rule in rules)))
        states = [state for rule in rules for state in rule]
        looked_at = {(part, key) for state in states for part in state for key in state[part]}
        policy._found = {} if looked_at <= PLAIN else None
        return policy

    def _keys(self) -> Iterator[str]:
        return chain(self.lookup[RULES], self.lookup[RULES_FOR_LOOP_UNHAPPY_PATH])

    def _prediction_states(
        self, tracker: DialogueStateTracker, domain: Domain, *args: Any, **kwargs: Any
    ) -> List[State]:
        if self._depth is not None:
            tracker = recent(tracker, self._depth)
        states: List[State] = super()._prediction_states(tracker, domain, *args, **kwargs)
        return states

    def _get_possible_keys(self, lookup: Dict[str, str], states: List[State]) -> Set[str]:
        if self._depth is not None:
            # Beyond the longest rule every key that is left stays possible.
            lookup, states = self._likely(lookup, states), states[-self._depth :]
        keys: Set[str] = super()._get_possible_keys(lookup, states)
        return keys

    def _likely(self, lookup: Dict[str, str], states: List[State]) -> Dict[str, str]:
        """Of the rules those whose last state has the action before and the intent of the
        conversation's, or leaves them open: no other can apply."""
        action, intent = _before(states[-1]) if states else (None, None)
        if action is None:
            return lookup
        likely = self._sorted.get(id(lookup))
        if likely is None:
            likely = self._sorted[id(lookup)] = {}
            for key, rule in lookup.items():
                of_rule = _before(self._rule_key_to_state(key)[-1])
                likely.setdefault(of_rule, {})[key] = rule
        wanted = product({action, None}, {intent, None})
        return {key: rule for of_rule in wanted for key, rule in likely.get(of_rule, {}).items()}

    def _find_action_from_rules(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        use_text_for_last_user_input: bool,
    ) -> Found:
        if use_text_for_last_user_input and not self._reads_text:
            return None, None, False
        given = (tracker, domain, use_text_for_last_user_input)
        tail = None if self._depth is None else recent(tracker, self._depth)
        if self._found is None or tail is None or tail is tracker:
            return self._looked_up(*given)
        loop = tracker.active_loop_name
        asked = (use_text_for_last_user_input, loop, *map(_told, tail.events))
        found = self._found.get(asked)
        if found is None:
            found = self._looked_up(*given)
            # Where no rule applies Rasa tells the states instead, the text among them.
            if found[0] is not None and len(self._found) < MOST_KEPT:
                self._found[asked] = found
        return found

    def _looked_up(self, *given: Any) -> Found:
        found: Found = super()._find_action_from_rules(*given)
        return found

    @staticmethod
    def format_tracker_states(states: List[Dict[str, Any]]) -> str:
        """The states for the debug log; nothing where that is off."""
        if not stock_logger.isEnabledFor(logging.DEBUG):
            return ""
        return str(RulePolicy.format_tracker_states(states))


def _before(state: State) -> Tuple[str | None, str | None]:
    """The action before a state and the intent, each ``None`` where it is not named."""
    action = state.get(PREVIOUS_ACTION, {}).get(ACTION_NAME)
    intent = state.get(USER, {}).get(INTENT)
    named = (None if name == SHOULD_NOT_BE_SET else name or None for name in (action, intent))
    return next(named), next(named)


def _may_apply_to_text(state: State) -> bool:
    """Whether a rule's last state can be that of a message of which only the text is looked at."""
    after = state.get(PREVIOUS_ACTION, {}).get(ACTION_NAME, ACTION_LISTEN_NAME)
    return after == ACTION_LISTEN_NAME and INTENT not in state.get(USER, {})


def _told(event: Any) -> Tuple[Any, ...]:
    """What an event tells rules that look at nothing but what is `PLAIN`."""
    kind: str = event.type_name
    if kind == ActionExecuted.type_name:
        return event.action_name, event.action_text, event.hide_rule_turn
    if kind == UserUttered.type_name:
        return kind, event.intent_name, bool(event.text), event.use_text_for_featurization
    if kind == DefinePrevUserUtteredFeaturization.type_name:
        return kind, event.use_text_for_featurization
    return kind, event.name if kind == ActiveLoop.type_name else None


class _Tail(DialogueStateTracker):
    """The last applied events of a conversation; they are not looked through again."""

    def applied_events(self) -> List[Event]:
        return list(self.events)


def recent(tracker: DialogueStateTracker, depth: int) -> DialogueStateTracker:
    """A conversation with the same last `depth` states, made of as few events as give them.

    The same object comes back where it is no longer than that, or where a slot is part of
    the states: then any earlier event may matter.
    """
    if any(slot.has_features() for slot in tracker.slots.values()):
        return tracker
    events = _applied(tracker)
    # By their names: Rasa's events are abstract classes, which are slow to ask.
    kinds = [event.type_name for event in events]
    actions, start = 0, len(events)
    while start and not (actions > depth and kinds[start] == UserUttered.type_name):
        start -= 1
        actions += kinds[start] == ActionExecuted.type_name
    tail = _Tail(tracker.sender_id, [], is_rule_tracker=tracker.is_rule_tracker)
    loops = (at for at in reversed(range(start)) if kinds[at] == ActiveLoop.type_name)
    tail.events.extend(events[at] for at in islice(loops, 1))
    last = zip(events[start:], kinds[start:], strict=True)
    tail.events.extend(event for event, kind in last if kind != SlotSet.type_name)
    return tail


def _applied(tracker: DialogueStateTracker) -> List[Event]:
    """As ``applied_events``, which looks at each event five times."""
    events = list(tracker.events)
    kinds = [event.type_name for event in events]
    loop = any(event.type_name == ActiveLoop.type_name and event.name for event in events)
    if loop or not TAKES_BACK.isdisjoint(kinds):
        return list(tracker.applied_events())
    return events[
        max((at for at, kind in enumerate(kinds) if kind in BEGINS_ANEW), default=-1) + 1 :
    ]
