"""A conversation without end answers at its end as at its start, and nothing old stays on file."""

from __future__ import annotations

import asyncio
import statistics
import time
from contextlib import closing

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event

from addons.stores.conversations import Conversations
from addons.stores.retention import DAY, remove_old
from addons.stores.rows import Row, Version
from addons.stores.settings import rows_of
from addons.stores.shortening import MOST_EVENTS
from scripts.parts.cluster import ROOT, Cluster
from tests.faults.conftest import Alone
from tests.faults.goals import bounded, record
from tests.faults.people import Person, p95

pytestmark = [pytest.mark.bot, pytest.mark.live]

TURNS = 1_000 if bounded() else 10_000
EDGE = 40


def test_the_last_turns_cost_what_the_first_cost(alone: Alone) -> None:
    """The turns between are taken by the store alone, as copies of one of the assistant's."""
    person = Person(alone.url)
    assert person.is_right(person.tell())
    early = [person.ask() for _ in range(4 + EDGE)][4:]
    seconds = asyncio.run(talk_on(alone.database, person.name, TURNS))
    late = [person.ask() for _ in range(EDGE)]
    assert all(person.is_right(told) for told in (*early, *late))
    with closing(rows_of(alone.database)) as rows:
        events = sum(len(row.events) for row in rows.read(person.name))
    first, last = [told.seconds for told in early], [told.seconds for told in late]
    ratio = statistics.median(last) / statistics.median(first)
    record(
        15,
        "one conversation",
        f"turn {TURNS}: p95 {p95(last) * 1000:.0f} ms, median {ratio:.2f} times that of turn 5; "
        f"{events} events on file; the store's part of a turn {seconds * 1000:.1f} ms",
        met=p95(last) <= 0.2 and events <= 300,
        whole=not bounded(),
    )
    assert events <= MOST_EVENTS + 30


async def talk_on(url: str, sender: str, turns: int) -> float:
    """Take a conversation's last turn again and again; seconds for each (median)."""
    domain = Domain.load(str(ROOT / "domain.yml"))
    store = Conversations(domain, rows=rows_of(url))
    tracker = await store.retrieve(sender)
    events = [event.as_dict() for event in tracker.events]
    begun = max(at for at, event in enumerate(events) if event["event"] == "user")
    took = []
    for _ in range(turns):
        began = time.perf_counter()
        tracker = await store.retrieve(sender)
        for event in events[begun:]:
            tracker.update(Event.from_parameters({**event, "timestamp": time.time()}), domain)
        await store.save(tracker)
        took.append(time.perf_counter() - began)
    store.close()
    return statistics.median(took)


@pytest.mark.parametrize("kind", ["SQLite", "PostgreSQL"])
def test_what_is_old_is_gone_beside_a_running_assistant(
    alone: Alone, cluster: Cluster, kind: str
) -> None:
    database = alone.database if kind == "SQLite" else cluster.database
    now = time.time()
    with closing(rows_of(database)) as rows:
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
            19,
            f"{kind} after 30 days",
            f"{removed} rows removed, {len(old)} older left",
            met=not old,
        )
        assert old == [] and removed >= 100
        for sender in rows.senders():
            if sender.startswith(f"old-{kind}-"):
                assert rows.delete(sender) == 1
