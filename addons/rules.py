"""Rasa's rules, read from the last turns only."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from itertools import chain, product
from typing import Any, Dict, List, Set, Tuple, Type

from rasa.core.policies.rule_policy import RULES, RULES_FOR_LOOP_UNHAPPY_PATH, RulePolicy
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.constants import (
    ACTION_LISTEN_NAME,
    PREVIOUS_ACTION,
    SHOULD_NOT_BE_SET,
    USER,
)
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ACTION_NAME, INTENT

stock_logger = logging.getLogger("rasa.core.policies.rule_policy")


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
    ) -> Tuple[str | None, str | None, bool]:
        if use_text_for_last_user_input and not self._reads_text:
            return None, None, False
        found: Tuple[str | None, str | None, bool] = super()._find_action_from_rules(
            tracker, domain, use_text_for_last_user_input
        )
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
    events = tracker.applied_events()
    actions, start = 0, len(events)
    while start and not (actions > depth and isinstance(events[start], UserUttered)):
        start -= 1
        actions += isinstance(events[start], ActionExecuted)
    tail = _Tail(tracker.sender_id, [], is_rule_tracker=tracker.is_rule_tracker)
    before = (event for event in reversed(events[:start]) if isinstance(event, ActiveLoop))
    loop = next(before, None)
    tail.events.extend([loop] if loop is not None else [])
    tail.events.extend(event for event in events[start:] if not isinstance(event, SlotSet))
    return tail
