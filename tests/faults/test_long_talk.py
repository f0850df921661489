"""A conversation without end answers at its end as at its start, and nothing old stays on file."""

from __future__ import annotations

import statistics
import time

import pytest

from addons.stores.retention import DAY, remove_old
from addons.stores.rows import Row, Version
from addons.stores.settings import rows_of
from addons.stores.shortening import MOST_EVENTS
from scripts.parts.cluster import Cluster
from tests.faults.conftest import Alone
from tests.faults.goals import bounded, record
from tests.faults.people import Person, p95

pytestmark = [pytest.mark.bot, pytest.mark.live]

TURNS = 300 if bounded() else 10_000
EDGE = 40


def test_the_last_turns_cost_what_the_first_cost(alone: Alone) -> None:
    person = Person(alone.url)
    assert person.is_right(person.tell())
    for _ in range(TURNS):
        assert person.is_right(person.ask())
    seconds = [told.seconds for told in person.heard[1:]]
    first, last = seconds[4 : 4 + EDGE], seconds[-EDGE:]
    rows = rows_of(f"sqlite:///{alone.file}").read(person.name)
    events = sum(len(row.events) for row in rows)
    ratio = statistics.median(last) / statistics.median(first)
    record(
        15,
        "one conversation",
        f"turn {TURNS}: p95 {p95(last) * 1000:.0f} ms, {ratio:.2f} times turn 5; {events} events",
        met=p95(last) <= 0.2 and events <= 300 and not bounded(),
    )
    assert events <= MOST_EVENTS + 30


@pytest.mark.parametrize("kind", ["SQLite", "PostgreSQL"])
def test_what_is_old_is_gone_beside_a_running_assistant(
    alone: Alone, cluster: Cluster, kind: str
) -> None:
    at_work = {
        "SQLite": f"sqlite:///{alone.file}",
        "PostgreSQL": cluster.environment["TRACKER_DB_URL"],
    }
    rows, now = rows_of(at_work[kind]), time.time()
    for number in range(200):
        at = now - (25 + number / 20) * DAY
        rows.append(f"old-{kind}-{number}", None, Row(Version(1, at), [{"event": "restart"}]))
    removed = remove_old(rows, now)
    old = [
        sender
        for sender in rows.senders()
        if (last := rows.last(sender)) is None or last.saved_at < now - 30 * DAY
    ]
    record(
        19, f"{kind} after 30 days", f"{removed} rows removed, {len(old)} older left", met=not old
    )
    assert old == [] and removed >= 100
    for sender in rows.senders():
        if sender.startswith(f"old-{kind}-"):
            assert rows.delete(sender) == 1
