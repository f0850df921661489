"""A process that is killed at any moment has kept every turn it said it had kept."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.parts.cluster import ROOT, Cluster
from tests.faults.conftest import Alone
from tests.faults.goals import bounded, record
from tests.faults.people import Person, seconds_until
from tests.faults.test_stores import said_on_file
from tests.stores.talks import DOMAIN  # noqa: F401  # the talker's; a fault in it shows here

pytestmark = [pytest.mark.bot, pytest.mark.live]

KILLS = 10 if bounded() else 100
LONGEST_MOMENT = 0.08
"""Seconds after a first turn within which the kill comes: a few turns."""
WHOLE_TALK = 8
"""Turns of the talk with the whole bot: too few to be shortened, so each must be on file."""
LONGEST_TALK = 0.3
"""Seconds within which they are asked, about, and the kill comes."""
READY_LIMIT = 30.0
STALE_LIMIT = 2.0


@pytest.fixture
def talker() -> Iterator[subprocess.Popen[str]]:
    """The process that forks talkers."""
    command = [sys.executable, "-m", "tests.faults.talker"]
    process = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None and process.stdout.readline() == "ready\n"
    yield process
    process.kill()
    process.wait()


def kill_often(talker: subprocess.Popen[str], url: str, redis: str) -> tuple[int, int, float]:
    """Turns acknowledged, lost of them, and the longest wait for a first turn after a kill."""
    assert talker.stdin is not None and talker.stdout is not None
    sender = uuid.uuid4().hex
    acknowledged: list[int] = []
    lost, longest = 0, 0.0
    for _ in range(KILLS):
        began = time.monotonic()
        first = acknowledged[-1] + 1 if acknowledged else 1
        talker.stdin.write(f"{url} {redis} {sender} {first}\n")
        talker.stdin.flush()
        child = int(talker.stdout.readline())
        said = talker.stdout.readline().strip()
        longest = max(longest, time.monotonic() - began)
        moment = random.uniform(0, LONGEST_MOMENT)
        threading.Timer(moment, os.kill, (child, signal.SIGKILL)).start()
        while said != "dead":
            acknowledged.append(int(said))
            said = talker.stdout.readline().strip()
        told = said_on_file(sender, url)
        # A long conversation keeps its last turns; the one after the last may be on file too.
        expected = [f"message {number}" for number in acknowledged[-9:]]
        lost += sum(text not in told for text in expected)
        assert told == sorted(told, key=lambda text: int(text.split()[1]))
    return len(acknowledged), lost, longest


def test_sqlite_keeps_what_it_acknowledged(talker: subprocess.Popen[str], tmp_path: Path) -> None:
    taken, lost, _ = kill_often(talker, f"sqlite:///{tmp_path}/conversations.db", "-")
    value = f"{KILLS} kills during {taken} turns, {lost} acknowledged turns lost"
    record(13, "SQLite", value, met=lost == 0, whole=not bounded())
    assert taken > KILLS and lost == 0


def test_postgres_keeps_them_and_redis_lets_the_next_one_in(
    talker: subprocess.Popen[str], cluster: Cluster
) -> None:
    taken, lost, longest = kill_often(talker, cluster.database, cluster.line)
    value = f"{KILLS} kills during {taken} turns, {lost} acknowledged turns lost"
    record(13, "PostgreSQL and Redis", value, met=lost == 0, whole=not bounded())
    met = longest <= STALE_LIMIT
    record(13, "stale lock", f"next turn at most {longest:.1f} s after a kill", met=met)
    assert taken > KILLS and lost == 0 and met


def test_the_assistant_goes_on_where_it_was_killed(alone: Alone) -> None:
    """The whole bot, killed while it answers."""
    person = Person(alone.url)
    assert person.is_right(person.tell())
    asking = threading.Thread(target=lambda: [person.ask() for _ in range(WHOLE_TALK)])
    asking.start()
    time.sleep(random.uniform(0, LONGEST_TALK))
    alone.process.kill()
    asking.join()
    began = time.monotonic()
    alone.process.start()
    seconds_until(alone.process.serves, limit=240)
    ready = time.monotonic() - began
    told = person.ask()
    record(13, "ready again", f"after {ready:.0f} s", met=ready <= READY_LIMIT)
    assert person.is_right(told), told
    kept = said_on_file(person.name, alone.database)
    # One more may be on file: the turn whose answer the kill cut off.
    assert len(kept) - len(person.acknowledged()) in (0, 1)
