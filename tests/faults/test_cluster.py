"""Of several machines any one may go away: what was acknowledged stays, and nobody waits long."""

from __future__ import annotations

import random
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from addons.stores.settings import rows_of
from scripts.parts.cluster import START_LIMIT, Cluster
from scripts.parts.process import Process
from tests.faults.goals import record
from tests.faults.people import Crowd, Person
from tests.faults.test_stores import lost

pytestmark = [pytest.mark.bot, pytest.mark.live]

PATIENCE = 10.0
CROWD = 4
# The bots last: they take longest to come back.
PARTS = ["action server 1", "action server 2", "Redis", "nginx", "PostgreSQL", "bot 1", "bot 2"]


def part_of(cluster: Cluster, name: str) -> Process:
    """The process by the name a person would give it."""
    kind, _, number = name.rpartition(" ")
    many = {"action server": cluster.actions, "bot": cluster.bots}.get(kind)
    if many is not None:
        return many[int(number) - 1]
    return {"Redis": cluster.redis, "nginx": cluster.nginx, "PostgreSQL": cluster.postgres}[name]


@pytest.mark.parametrize("name", PARTS)
def test_any_one_process_may_be_killed(cluster: Cluster, name: str) -> None:
    process = part_of(cluster, name)
    rows = rows_of(cluster.environment["TRACKER_DB_URL"])
    with Crowd(cluster.url, CROWD) as crowd:
        time.sleep(random.uniform(1, 2))
        process.kill()
        time.sleep(3)
        process.start()
        if name in ("Redis", "nginx", "PostgreSQL"):
            process.wait(30)
            time.sleep(1)
    process.wait(START_LIMIT)
    people = crowd.people
    longest = max(told.seconds for told in crowd.heard)
    gone = [text for person in people for text in lost(person, rows)]
    right = [person.is_right(person.ask()) for person in people]
    failed = sum(not told.taken for told in crowd.heard)
    record(
        13,
        f"cluster without {name}",
        f"{len(crowd.heard)} messages, {failed} told to try again, longest wait {longest:.1f} s, "
        f"{len(gone)} acknowledged turns lost",
        met=not gone and longest <= PATIENCE and all(right),
    )
    assert gone == [] and longest <= PATIENCE
    assert all(right)


def test_one_senders_messages_to_both_bots_stay_in_order(cluster: Cluster) -> None:
    for url in cluster.bot_urls:  # connecting takes longer than a message apart
        assert Person(url).tell().taken
    people = [Person(url, name=f"order-{time.time_ns()}", day=3) for url in cluster.bot_urls]
    people[1].name = people[0].name
    texts = [f"My passport expires on {number} March 2027" for number in range(1, 21)]
    began = time.monotonic()
    with ThreadPoolExecutor(20) as pool:
        waiting = []
        for number, text in enumerate(texts):
            waiting.append(pool.submit(people[number % 2].say, text))
            time.sleep(0.02)  # the order in which they are sent
        told = [one.result() for one in waiting]
    seconds = time.monotonic() - began
    rows = rows_of(cluster.environment["TRACKER_DB_URL"])
    events = [event for row in rows.read(people[0].name) for event in row.events]
    kept = [event["text"] for event in events if event["event"] == "user"]
    taken = all(one.taken for one in told)
    # A long conversation keeps its last turns; none of them may be missing or out of place.
    in_order = kept == texts[-len(kept) :] and len(kept) >= 8
    value = f"in order: {'yes' if in_order else 'no'}, {seconds:.1f} s"
    record(9, "20 messages to two bots", value, met=in_order and taken)
    assert taken and in_order


def test_twenty_at_once_and_a_hundred_none_lost(cluster: Cluster) -> None:
    for count, limit in ((20, 3.0), (100, 60.0)):
        person = Person(cluster.bot_urls[0])
        assert person.is_right(person.tell())
        began = time.monotonic()
        with ThreadPoolExecutor(count) as pool:
            told = list(pool.map(lambda _, who=person: who.ask(), range(count)))
        seconds = time.monotonic() - began
        right = sum(person.is_right(one) for one in told)
        again = sum(one.outcome == "BUSY" for one in told)
        value = (
            f"{right} answered and {again} told to send it again, of {count}, in {seconds:.1f} s"
        )
        none_lost = right + again == count and right >= 20
        record(9, f"{count} messages at once", value, met=none_lost and seconds <= limit)
        assert none_lost
