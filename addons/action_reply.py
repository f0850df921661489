"""What an action may reply: Rasa's schema, compiled once.

``rasa.core.actions.action.RemoteAction`` checks and compiles it anew for every reply.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from jsonschema.validators import validator_for
from rasa.shared.utils.schemas.events import EVENTS_SCHEMA

Json = dict[str, Any]


def is_usable(reply: Any) -> bool:
    """Whether a reply is surely as the schema wants it; what is wrong with others, Rasa says."""
    if not isinstance(reply, dict):
        return False
    events, responses = reply.get("events", []), reply.get("responses", [])
    return (
        isinstance(events, list)
        and isinstance(responses, list)
        and all(isinstance(response, dict) for response in responses)
        and all(
            isinstance(event, dict)
            and isinstance(name := event.get("event"), str)
            and name in _events_by_name()
            and _fits(event)
            for event in events
        )
    )


@cache
def _events_by_name() -> dict[str, Callable[[Any], bool]]:
    """What tells whether an event of each name is as Rasa's schema wants it.

    The schema lists a shape for each name and wants exactly one to fit; since each fixes
    its name, it is the one of the event's own.
    """
    common = {key: value for key, value in EVENTS_SCHEMA["items"].items() if key != "oneOf"}
    checks = {}
    for shape in EVENTS_SCHEMA["items"]["oneOf"]:
        schema = {"allOf": [common, shape]}
        checks[shape["properties"]["event"]["const"]] = validator_for(schema)(schema).is_valid
    return checks


@cache
def _free_keys(name: str) -> frozenset[str]:
    """The keys of an event whose values the schema leaves open, like a slot's value."""
    shapes = EVENTS_SCHEMA["items"]["oneOf"]
    shape = next(one for one in shapes if one["properties"]["event"]["const"] == name)
    return frozenset(key for key, wanted in shape["properties"].items() if wanted == {})


_known: dict[Any, bool] = {}
"""Whether events fit, by name and by the types of their values: that is all the schema asks
of values that hold no others. There are a few dozen kinds."""
MOST_KINDS = 1000


def _fits(event: Json) -> bool:
    name = event["event"]
    free = _free_keys(name)
    # That a free key is there counts too: a slot must have a value.
    types = {key: None if key in free else type(value) for key, value in event.items()}
    kind = (name, frozenset(types.items()))
    if kind in _known:
        return _known[kind]
    fits = _events_by_name()[name](event)
    if not {dict, list} & set(types.values()) and len(_known) < MOST_KINDS:
        _known[kind] = fits
    return fits
