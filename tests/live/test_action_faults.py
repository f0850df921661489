"""Whatever becomes of the actions: a sentence with the official link, and the next turn works."""

from __future__ import annotations

import json
import re
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest

from scripts.parts.process import free_port
from tests.faults.goals import record
from tests.faults.people import seconds_until
from tests.live.faulty_actions import MALFORMED, FaultyActions
from tests.live.house import House, Person

pytestmark = [pytest.mark.live, pytest.mark.bot]

ASKED = "I entered on 3 August 2026. When must I leave? zebra-in-the-text"
LINK = "https://www.canada.ca/en/immigration-refugees-citizenship/services/visit-canada/extend-stay"
LIMIT, AT_ONCE = 8.5, 1.0
"""Seconds: eight for the sentence, and what the machine takes; one where nobody answers."""
KEPT_FOR_A_LINE = re.compile(r"at=\S+ level=\w+ logger=\S+ ")


@pytest.fixture(scope="module")
def faulty() -> Iterator[FaultyActions]:
    server = FaultyActions()
    yield server
    server.close()


def told(person: Person) -> tuple[list[str], float]:
    began = time.monotonic()
    texts = person.say(ASKED)
    return texts, time.monotonic() - began


def works(house: House, person: Person) -> bool:
    house.ask_actions_at(house.actions_url)
    return any("3 February 2027" in text for text in person.say(ASKED))


@pytest.mark.parametrize("mode", [*MALFORMED, "closed", "dripping", "hung"])
def test_whatever_the_actions_reply_a_person_is_answered(
    house: House, faulty: FaultyActions, mode: str
) -> None:
    person, faulty.mode = house.someone("rest"), mode
    house.ask_actions_at(faulty.url)
    logged = len(house.log.getvalue())
    texts, took = told(person)
    linked, after = any(LINK in text for text in texts), works(house, person)
    record(11, mode, f"{took:.1f} s", met=linked and after and took <= LIMIT)
    assert linked and took <= LIMIT, (texts, took)
    assert after, "the next message was not served"
    lines = house.log.getvalue()[logged:].splitlines()
    assert all(KEPT_FOR_A_LINE.match(line) for line in lines), lines
    assert "zebra" not in "".join(lines)
    if mode != "400":  # which Rasa asks again and again until the turn is ended
        assert sum(map(len, lines)) <= 4 * 2048


def is_safe(texts: list[str]) -> bool:
    """Whether the official page is named, and what to do before the stay ends."""
    return any(LINK in text and "before your stay ends" in text for text in texts)


@pytest.mark.parametrize("channel", ["rest", "web", "telegram", "slack"])
def test_without_an_action_server_every_channel_says_what_is_safe(
    house: House, channel: str
) -> None:
    person = house.someone(channel)
    house.ask_actions_at(f"http://127.0.0.1:{free_port()}/webhook")
    texts, took = told(person)
    safe = is_safe(texts)
    after = works(house, person)
    record(22, f"actions down, {channel}", f"{took * 1000:.0f} ms", met=safe and took <= AT_ONCE)
    record(11, f"down, {channel}", f"{took:.1f} s", met=safe and after)
    assert safe and after and took <= LIMIT


@pytest.mark.parametrize("channel", ["rest", "web", "telegram", "slack"])
def test_without_actions_and_conversations_every_channel_says_what_is_safe(
    house: House, channel: str
) -> None:
    person = house.someone(channel)
    house.ask_actions_at(f"http://127.0.0.1:{free_port()}/webhook")
    away = house.conversations.with_suffix(".away")
    house.conversations.rename(away)
    try:
        texts, took = told(person)
        began = time.monotonic()
        missing, status = readiness(house)
        red = time.monotonic() - began
    finally:
        away.rename(house.conversations)
    safe = is_safe(texts)
    value = f"{took * 1000:.0f} ms"
    record(22, f"actions and conversations down, {channel}", value, met=safe and took <= AT_ONCE)
    told_so = status == 503 and {"actions", "conversations"} <= missing
    part = "actions and conversations down"
    record(14, part, f"red after {red:.1f} s", met=told_so and red <= 5)
    assert safe and took <= LIMIT
    assert told_so, (status, missing)
    assert seconds_until(lambda: works(house, person), limit=5) <= 5


def readiness(house: House) -> tuple[set[str], int]:
    """What ``ready`` says is missing, and its status."""
    try:
        with urllib.request.urlopen(f"{house.url}/webhooks/web/ready", timeout=10) as reply:
            return set(json.load(reply)["missing"]), reply.status
    except urllib.error.HTTPError as error:
        return set(json.load(error)["missing"]), error.code
