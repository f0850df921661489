"""Of several machines any one may go away: what was acknowledged stays, and nobody waits long."""

from __future__ import annotations

import random
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from scripts.parts.cluster import START_LIMIT, Cluster
from scripts.parts.process import Process
from tests.faults.goals import record
from tests.faults.people import Crowd, Person
from tests.faults.test_stores import lost, said_on_file

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
    gone = [text for person in people for text in lost(person, cluster.database)]
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
            time.sleep(0.05)  # the order in which they are sent
        told = [one.result() for one in waiting]
    seconds = time.monotonic() - began
    kept = said_on_file(people[0].name, cluster.database)
    # A long conversation keeps its last turns; none of them may be missing or out of place.
    taken = [text for text, one in zip(texts, told, strict=True) if one.taken]
    in_order = len(kept) >= min(8, len(taken)) and kept == taken[-len(kept) :]
    value = f"in order: {'yes' if in_order else 'no'}, {len(taken)} taken, {seconds:.1f} s"
    record(9, "20 messages to two bots", value, met=in_order and len(taken) == 20)
    assert in_order, (kept, [one.outcome for one in told])


def test_twenty_at_once_and_a_hundred_none_lost(cluster: Cluster) -> None:
    for count, limit in ((20, 3.0), (100, 60.0)):
        person = Person(cluster.bot_urls[0])
        assert person.is_right(person.tell())
        began = time.monotonic()
        with ThreadPoolExecutor(count) as pool:
            told = list(pool.map(lambda _, who=person: who.ask(), range(count)))
        seconds = time.monotonic() - began
        right = sum(person.is_right(one) for one in told)
        again = sum(one.outcome in ("BUSY", "CROWDED") for one in told)
        value = (
            f"{right} answered and {again} told to send it again, of {count}, in {seconds:.1f} s"
        )
        none_lost = right + again == count
        met = none_lost and seconds <= limit and (right == count or count > 20)
        record(9, f"{count} messages at once", value, met=met)
        assert none_lost, Counter(one.outcome for one in told)
