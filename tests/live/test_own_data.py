"""What is kept of a person can be seen and removed, on every channel and by every way."""

from __future__ import annotations

import json
import re
import sqlite3
import time
from typing import Any

import pytest

from tests.faults.goals import record
from tests.live.house import NAMES, House, Person

pytestmark = [pytest.mark.live, pytest.mark.bot]

ASKED = "I entered on 3 August 2026. When must I leave?"


def on_file(house: House) -> int:
    """Rows of every conversation."""
    with sqlite3.connect(house.conversations) as file:
        tables = file.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return sum(file.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for (name,) in tables)


@pytest.mark.parametrize("channel", NAMES)
@pytest.mark.parametrize(
    "words", ["Delete my data, please!", "supprimez mes données", "forget everything"]
)
def test_by_a_sentence_all_of_it_goes(house: House, channel: str, words: str) -> None:
    before = on_file(house)
    person = house.someone(channel)
    assert any("3 February 2027" in text for text in person.say(ASKED))
    assert on_file(house) > before
    began = time.monotonic()
    (said, *_) = person.say(words)
    gone = on_file(house) == before
    took = time.monotonic() - began
    record(19, f"deleted by a sentence, {channel}", f"{took:.2f} s, 0 rows", met=gone and took < 60)
    assert said.startswith("Done:") and gone
    assert not any("February" in text for text in person.say("When must I leave?"))
    person.say("delete my data")


@pytest.mark.parametrize("channel", NAMES)
def test_by_a_sentence_it_is_shown(house: House, channel: str) -> None:
    person = house.someone(channel)
    assert "Nothing is kept of you" in "".join(person.say("What do you know about me?"))
    person.say(ASKED)
    shown = "\n".join(person.say("export my data"))
    seen = "entry date: 2026-08-03" in shown and ASKED in shown
    record(19, f"export, {channel}", "facts and words", met=seen)
    assert seen
    person.say("delete my data")


def own_data(house: House, channel: str, path: str, sender: Any) -> tuple[int, Any]:
    status, body = house.post(channel, path, json.dumps({"sender": sender}).encode(), {})
    return status, json.loads(body)


@pytest.mark.parametrize("channel", ["rest", "web"])
def test_by_its_address_it_is_shown_and_removed(house: House, channel: str) -> None:
    before = on_file(house)
    person, other = house.someone(channel), house.someone(channel)
    person.say(ASKED)
    status, shown = own_data(house, channel, "export", person.sender)
    assert status == 200 and shown["facts"]["entry_date"] == "2026-08-03"
    assert {"person", "assistant"} == {one["by"] for one in shown["said"]}
    assert own_data(house, channel, "export", other.sender)[1]["events"] == []
    status, done = own_data(house, channel, "forget", person.sender)
    assert status == 200 and done["removed"] >= 1 and on_file(house) == before
    assert own_data(house, channel, "forget", person.sender) == (200, {"removed": 0})


@pytest.mark.parametrize(
    ("channel", "sender", "status"),
    [("rest", None, 400), ("rest", "telegram:1000", 400), ("web", None, 401),
     ("web", "web:" + "0" * 32, 401), ("web", "person-1000", 401), ("rest", [], 400)],
)  # fmt: skip
@pytest.mark.parametrize("path", ["forget", "export"])
def test_nobody_elses_can_be_had(
    house: House, channel: str, sender: object, status: int, path: str
) -> None:
    found, answer = own_data(house, channel, path, sender)
    assert found == status and set(answer) == {"error"}


def test_identifiers_are_in_no_file_and_no_log(house: House) -> None:
    from tests.language.personal import identifiers

    kept, seen = 0, []
    for number, (_, bare, message) in enumerate(identifiers(200, seed=18)):
        person: Person = house.someone(NAMES[number % 2])
        person.say(message)
        seen.append(bare)
        kept += 1
    written = house.conversations.read_bytes()
    for extra in house.conversations.parent.glob(f"{house.conversations.name}-*"):
        written += extra.read_bytes()
    written += house.log.getvalue().encode() + house.actions_log.read_bytes()
    # A number of six digits is also, by chance, the end of some moment ("...229.971651").
    found = [
        bare
        for bare in seen
        if re.search(rb"(?<![0-9.])" + re.escape(bare.encode()) + rb"(?![0-9])", written)
    ]
    record(18, "seeded identifiers in store and logs", f"{len(found)} of {kept}", met=not found)
    assert found == []
