"""A store that fails is told in time to those it concerns, and nothing is made up meanwhile."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from addons.stores.settings import rows_of
from scripts.parts.cluster import Cluster, ready
from scripts.parts.process import Process
from tests.faults.conftest import Alone
from tests.faults.goals import record
from tests.faults.people import Person, Told, p95, seconds_until

pytestmark = [pytest.mark.bot, pytest.mark.live]

SENTENCE_LIMIT = 3.0
OTHERS_LIMIT = 0.5
RECOVERY_LIMIT = READY_LIMIT = 5.0

Fault = AbstractContextManager[None]


def hold(url: str, database: str, name: str, fault: Fault) -> None:
    """Two people talk while the fault lasts, one known and one new; then everything is as before.

    Everything that is measured is recorded before anything is asserted.
    """
    known, new = Person(url), Person(url)
    assert known.is_right(known.tell())
    with fault:
        with ThreadPoolExecutor(3) as pool:
            turning_red = pool.submit(seconds_until, lambda: not ready(url), 10)
            waiting = [pool.submit(known.ask), pool.submit(new.tell)]
            waits = [_status(url) for _ in range(20)]
            red = turning_red.result()
        during = [one.result() for one in waiting]
        during += [person.ask() for _ in range(3) for person in (known, new)]
    recovery = seconds_until(lambda: known.is_right(known.ask()), limit=15)
    after = new.tell()
    green = seconds_until(lambda: ready(url), limit=10)
    value = f"red after {red:.1f} s, green again after {green:.1f} s"
    record(14, name, value, met=red <= READY_LIMIT and green <= READY_LIMIT)
    slowest = max(told.seconds for told in during)
    honest = all(
        told.outcome in ("STORE_FAULT", "NOBODY") or _right(known, new, told) for told in during
    )
    gone = [text for person in (known, new) for text in lost(person, database)]
    record(
        12,
        name,
        f"sentence within {slowest:.1f} s, others' p95 {p95(waits) * 1000:.0f} ms, "
        f"well again after {recovery:.1f} s, {len(gone)} acknowledged turns lost",
        met=honest
        and slowest <= SENTENCE_LIMIT
        and p95(waits) <= OTHERS_LIMIT
        and recovery <= RECOVERY_LIMIT
        and not gone,
    )
    assert honest, [(told.said, told.text) for told in during]
    assert all(told.text for told in during)
    assert during[0].outcome == during[1].outcome == "STORE_FAULT"
    assert slowest <= SENTENCE_LIMIT
    assert red <= READY_LIMIT and green <= READY_LIMIT
    assert recovery <= RECOVERY_LIMIT
    assert new.is_right(after)
    assert gone == []


def _right(known: Person, new: Person, told: Told) -> bool:
    """Whether an answer during a fault is true: from what its own person said."""
    person = known if told in known.heard else new
    return told.taken and person.is_right(told)


def lost(person: Person, database: str) -> list[str]:
    """The messages a person may believe were taken and that are not on file, in order.

    Of a long conversation only the last turns are kept as they were said.
    """
    kept = said_on_file(person.name, database)
    left = iter(kept)
    return [text for text in person.acknowledged()[-len(kept) or None :] if text not in left]


def said_on_file(sender: str, database: str) -> list[str]:
    """What the database at a URL has of a person's words; it is not kept open."""
    with closing(rows_of(database)) as rows:
        events = [event for row in rows.read(sender) for event in row.events]
    return [event["text"] for event in events if event["event"] == "user"]


def _status(url: str) -> float:
    began = time.monotonic()
    with urllib.request.urlopen(f"{url}/webhooks/rest/", timeout=30) as reply:
        assert reply.status == 200
    return time.monotonic() - began


def closed(alone: Alone) -> None:
    """Let the bot lose its open file, so that it meets the next fault on opening it."""
    away = alone.file.with_suffix(".away")
    alone.file.rename(away)
    assert Person(alone.url).tell().outcome == "STORE_FAULT"
    away.rename(alone.file)


@contextlib.contextmanager
def locked(alone: Alone) -> Iterator[None]:
    other = sqlite3.connect(alone.file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@contextlib.contextmanager
def read_only(alone: Alone) -> Iterator[None]:
    closed(alone)
    _remount(alone, "ro")
    try:
        yield
    finally:
        _remount(alone, "rw")


@contextlib.contextmanager
def full(alone: Alone) -> Iterator[None]:
    closed(alone)  # without room already taken for the write-ahead file
    filler = alone.file.parent / "filler"
    with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    try:
        yield
    finally:
        filler.unlink()


@contextlib.contextmanager
def corrupt(alone: Alone) -> Iterator[None]:
    closed(alone)
    good = alone.file.with_suffix(".good")
    shutil.copy(alone.file, good)
    with alone.file.open("r+b") as file:
        file.write(b"not a database" * 64)
    try:
        yield
    finally:
        good.replace(alone.file)


@contextlib.contextmanager
def missing(alone: Alone) -> Iterator[None]:
    away = alone.file.with_suffix(".away")
    alone.file.rename(away)
    try:
        yield
    finally:
        away.rename(alone.file)


def _remount(alone: Alone, mode: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{mode}", str(alone.file.parent)], check=True)


@pytest.mark.parametrize("fault", [locked, read_only, full, corrupt, missing])
def test_sqlite(alone: Alone, fault: Callable[[Alone], Fault]) -> None:
    if fault in (read_only, full) and not alone.own_disk:
        pytest.skip("this machine does not let us mount a small disk")
    name = fault.__name__.replace("_", "-")
    hold(alone.url, alone.database, f"SQLite {name}", fault(alone))


@contextlib.contextmanager
def stopped(process: Process) -> Iterator[None]:
    process.kill()
    try:
        yield
    finally:
        process.start(30)


@contextlib.contextmanager
def frozen(process: Process) -> Iterator[None]:
    process.freeze()
    try:
        yield
    finally:
        process.thaw()


@pytest.mark.parametrize("part", ["PostgreSQL", "Redis"])
@pytest.mark.parametrize("fault", [stopped, frozen])
def test_servers(cluster: Cluster, part: str, fault: Callable[[Process], Fault]) -> None:
    process = cluster.postgres if part == "PostgreSQL" else cluster.redis
    hold(cluster.bot_urls[0], cluster.database, f"{part} {fault.__name__}", fault(process))


@pytest.mark.parametrize("part", ["PostgreSQL", "Redis"])
def test_a_restart_between_two_messages_goes_by_unnoticed(cluster: Cluster, part: str) -> None:
    process = cluster.postgres if part == "PostgreSQL" else cluster.redis
    person = Person(cluster.bot_urls[0])
    assert person.is_right(person.tell())
    process.kill()
    process.start(30)
    told = person.ask()
    right = person.is_right(told)
    record(12, f"{part} restarted", f"answered after {told.seconds:.1f} s", met=right)
    assert right, told


def test_the_file_is_the_owners_alone(alone: Alone) -> None:
    modes = {oct(part.stat().st_mode & 0o777) for part in _parts(alone.file)}
    record(19, "file mode", f"{' '.join(sorted(modes))}", met=modes == {"0o600"})
    assert modes == {"0o600"}


def _parts(file: Path) -> list[Path]:
    return list(file.parent.glob(f"{file.name}*"))
