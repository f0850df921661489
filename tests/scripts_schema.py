"""The format of the scripted conversations as a JSON Schema, for editors."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from tests.scripts_keys import CONVERSATION, EXPECT, TURN, VALUE_NAMES, Key

_TEXT = {"type": "string", "minLength": 1}


def schema() -> dict[str, Any]:
    """The schema of one file (draft 2020-12)."""
    values = {
        "type": "object",
        # YAML's dates are texts here; lists and mappings are figures such as `fees`.
        "properties": {name: {} for name in VALUE_NAMES},
        "additionalProperties": False,
    }
    turn = _object(TURN, expect=_object(EXPECT, values=values))
    one_turn = {"$ref": "#/$defs/turn"}
    turns = {
        "type": "array",
        "minItems": 1,
        "prefixItems": [one_turn | _needs("user")],  # no button has been offered yet
        "items": one_turn,
    }
    today = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "format": "date"}
    conversation = _object(CONVERSATION, today=today, turns=turns)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Scripted conversations",
        "type": "array",
        "minItems": 1,
        "items": conversation | _needs("name", "today", "turns"),
        "$defs": {"turn": turn | {"oneOf": [_needs("user"), _needs("press")]}},
    }


def as_text() -> str:
    """The schema as it is stored."""
    return json.dumps(schema(), indent=2) + "\n"


def _object(keys: Mapping[str, Key], **own: dict[str, Any]) -> dict[str, Any]:
    """A mapping of these keys; `own` has the form of those that hold no plain text."""
    properties = {
        name: {"description": key.means, **own.get(name, _form(key))} for name, key in keys.items()
    }
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _form(key: Key) -> dict[str, Any]:
    if key.many:
        return {"type": "array", "items": _TEXT}
    return {"enum": list(key.names)} if key.names else _TEXT


def _needs(*names: str) -> dict[str, Any]:
    return {"required": list(names)}
