"""JSON written quickly says what JSON written by Python says."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from addons.json_text import written

VALUES: dict[str, Any] = {
    "nothing": None,
    "plain": {"event": "slot", "name": "a", "value": [1, 2.5, True, None, "x"]},
    "words": {"text": 'é "quoted" \\ / <b> 你好 🇨🇦 \u2028 \x00 \n\t'},
    "half a pair": {"text": "\ud800 alone"},
    "a name that is a number": {5: "five"},
    "great": [10**18, -(10**18), 10**30],
    "endless": [float("inf")],
    "a pair": {"days": (1, 2)},
}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_it_is_read_as_what_python_writes(value: Any) -> None:
    text = written(value)
    assert text.isascii()
    assert json.loads(text) == json.loads(json.dumps(value))


def test_every_number_comes_back() -> None:
    chance = random.Random(0)
    numbers = [chance.uniform(1.6e9, 2e9) for _ in range(2000)]
    numbers += [chance.random() * 10 ** chance.randint(-300, 300) for _ in range(2000)]
    assert json.loads(written(numbers)) == numbers


def test_what_json_cannot_say_is_refused() -> None:
    with pytest.raises(TypeError):
        written({"action": object()})
