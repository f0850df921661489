"""A person who goes away at any moment after sending a message is remembered with it."""

from __future__ import annotations

import json
import random
import socket
import struct
import time
from urllib.parse import urlsplit

import pytest

from tests.faults.conftest import Served
from tests.faults.goals import record
from tests.faults.people import Person, seconds_until
from tests.faults.test_stores import said_on_file

pytestmark = [pytest.mark.bot, pytest.mark.live]

PEOPLE, LONGEST = 100, 0.15
"""Who leave after up to so many seconds; a turn takes less."""
RESET = struct.pack("ii", 1, 0)


def leave(person: Person, text: str, seconds: float, reset: bool) -> None:
    """Send a whole message and close the line, in order or with a reset."""
    body = json.dumps({"sender": person.name, "message": text}).encode()
    head = f"POST /webhooks/rest/webhook HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n\r\n"
    where = urlsplit(person.url)
    with socket.create_connection((where.hostname, where.port)) as line:
        if reset:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        line.sendall(head.encode() + body)
        time.sleep(seconds)


@pytest.mark.parametrize("reset", [False, True], ids=["closed", "reset"])
def test_every_turn_is_kept(served: Served, reset: bool) -> None:
    people = [Person(served.url) for _ in range(PEOPLE)]
    chance = random.Random(10)
    moments = [0.0 if number % 4 == 0 else chance.uniform(0, LONGEST) for number in range(PEOPLE)]
    for person, moment in zip(people, moments, strict=True):
        leave(person, f"I entered on {person.day} July 2026, no stamp.", moment, reset)
        time.sleep(LONGEST - moment)  # so that they are no crowd, which would be turned away

    def kept() -> int:
        return sum(bool(said_on_file(person.name, served.database)) for person in people)

    seconds_until(lambda: kept() == PEOPLE, limit=15)
    count = kept()
    right = sum(person.is_right(person.ask()) for person in people)
    how = "reset" if reset else "closed"
    value = f"{count} of {PEOPLE} turns kept, {right} people answered from them afterwards"
    record(
        10, f"line {how} up to {LONGEST * 1000:.0f} ms after sending", value, met=count == PEOPLE
    )
    assert (count, right) == (PEOPLE, PEOPLE)
