"""Each of the named inputs gets its sentence or its status, on every channel."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from tests.faults.goals import record
from tests.faults.people import percentile
from tests.live.house import NAMES, House
from tests.live.named_inputs import BODIES, PARTS, TEXTS

pytestmark = [pytest.mark.live, pytest.mark.bot]

GOAL, ROUNDS = 0.050, 5


def test_there_are_sixty() -> None:
    assert len(TEXTS) + len(PARTS) + len(BODIES) >= 60


@pytest.mark.parametrize("channel", NAMES)
def test_each_gets_a_sentence_or_a_status(house: House, channel: str) -> None:
    # The first message of this process loads what a bot of its own has at hand (0.1 s there),
    # the first that an action answers its actions (1.5 s).
    for first in ("hello", "when must I leave?"):
        house.someone(channel).say(first)
    times: dict[float, str] = {}
    wrong, logged = [], len(house.log.getvalue())
    for name, text in list(TEXTS.items()) * ROUNDS:
        person = house.someone(channel)
        began = time.monotonic()
        said = person.say(text)
        times[time.monotonic() - began] = name
        if not any(len(one.split()) >= 4 for one in said):
            wrong.append((name, said))
    for name, body in bodies(house, channel).items():
        status, answer = house.deliver(channel, body)
        spoken = channel in ("telegram", "slack") or b'"text"' in answer
        if not (status == 200 and spoken) and not (400 <= status < 500 and b"error" in answer):
            wrong.append((name, status))
    lines = house.log.getvalue()[logged:].splitlines()
    loud = [line for line in lines if "level=error" in line]
    slow = percentile(list(times), 99)
    value = (
        f"{len(wrong)} wrong, {len(loud)} errors logged, p99 {slow * 1000:.0f} ms of {len(times)}"
    )
    slowest = f"slowest {max(times) * 1000:.0f} ms ({times[max(times)]})"
    record(2, channel, f"{value}, {slowest}", met=not wrong and not loud and slow <= GOAL)
    assert wrong == []
    assert loud == []


def bodies(house: House, channel: str) -> dict[str, bytes]:
    """The inputs that are more than a text, each as a whole body."""
    shape: dict[str, Any] = json.loads(house.someone(channel).body("hello"))
    return {name: json.dumps({**shape, **part}).encode() for name, part in PARTS.items()} | BODIES
