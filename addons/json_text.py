"""What Rasa tells of a turn, written as JSON six times as fast as ``json`` does."""

from __future__ import annotations

import json
from typing import Any

import ujson


def written(value: Any) -> str:
    """`value` in ASCII without blanks, read by ``json`` as what it was.

    For values that are of JSON's own kinds: of others ``ujson`` takes more than ``json``.

    Raises:
        TypeError, ValueError: JSON cannot say it.
    """
    try:
        text: str = ujson.dumps(value, escape_forward_slashes=False)
    except (TypeError, ValueError, OverflowError):  # half a surrogate pair, an endless number
        text = json.dumps(value, separators=(",", ":"))
    return text
