"""Events are taken in once: over restarts, by several workers, with and without a real Redis."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from addons.channels import seen
from addons.channels.seen import KEPT, RedisSeen, Seen, SqliteSeen, seen_of_environment
from tests.redis_server import RedisServer

pytestmark = pytest.mark.bot

KEY = "telegram:1:2"


def first(path: Path, key: str = KEY) -> bool:
    """As a process that starts anew for each event."""
    return asyncio.run(SqliteSeen(path).first(key))


def in_workers(
    redis: RedisServer, folder: Path, steps: Callable[[Seen, Seen], Awaitable[Any]]
) -> Any:
    """`steps` with the memories of two workers on two machines, which share only the Redis."""

    async def run() -> Any:
        workers = [RedisSeen(redis.url, SqliteSeen(folder / f"{name}.db")) for name in "ab"]
        try:
            return await steps(*workers)
        finally:
            for worker in workers:
                await worker.close()

    return asyncio.run(run())


def test_an_event_is_first_once_also_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "seen.db"
    assert [first(path), first(path), first(path, "other")] == [True, False, True]
    assert KEY.encode() not in path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600


def test_of_many_at_once_one_is_first(tmp_path: Path) -> None:
    path = tmp_path / "seen.db"
    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(lambda _: first(path), range(40))) == 1


def test_old_events_are_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, now = tmp_path / "seen.db", time.time()
    assert first(path)
    monkeypatch.setattr(seen.time, "time", lambda: now + KEPT + 2)
    assert first(path, "other")
    with sqlite3.connect(path) as file:
        assert file.execute("SELECT COUNT(*) FROM seen").fetchone() == (1,)


def test_without_a_usable_file_every_event_is_answered(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    broken = tmp_path / "seen.db"
    broken.write_bytes(b"this is no database" * 100)
    assert first(broken) and first(tmp_path / "no" / "folder.db")
    assert caplog.text.count("Events already seen are not on file") == 2


def test_a_file_that_another_holds_is_not_waited_for_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seen, "TIME_LIMIT", 0.1)
    path = tmp_path / "seen.db"
    assert first(path)
    with sqlite3.connect(path, isolation_level=None) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        assert asyncio.run(asyncio.wait_for(SqliteSeen(path).first(KEY), 3))


def test_of_workers_that_share_a_redis_one_is_first(redis: RedisServer, tmp_path: Path) -> None:
    async def at_once(one: Seen, other: Seen) -> int:
        return sum(await asyncio.gather(*(w.first(KEY) for w in (one, other) * 10)))

    async def later(one: Seen, other: Seen) -> list[bool]:
        return [await one.first(KEY), await other.first(KEY), await other.first("another")]

    assert in_workers(redis, tmp_path, at_once) == 1
    again = tmp_path / "after a restart, on other machines"
    again.mkdir()
    assert in_workers(redis, again, later) == [False, False, True]


def test_what_redis_keeps_is_hashed_and_ends(redis: RedisServer, tmp_path: Path) -> None:
    async def steps(one: RedisSeen, _other: Seen) -> tuple[list[bytes], int]:
        await one.first(KEY)
        (name,) = await one._redis.keys("*")
        return name, await one._redis.ttl(name)

    name, left = in_workers(redis, tmp_path, steps)
    assert KEY.encode() not in name and name.startswith(b"sojourn:seen:")
    assert KEPT - 60 < left <= KEPT


@pytest.mark.parametrize("fault", ["stop", "freeze"])
def test_a_redis_that_is_away_costs_a_second_once_and_its_machine_still_knows(
    redis: RedisServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    fault: str,
) -> None:
    caplog.set_level("INFO", "addons.channels.seen")

    async def steps(one: Seen, other: Seen) -> None:
        assert await one.first("before")
        getattr(redis, fault)()
        began = time.monotonic()
        assert await asyncio.wait_for(one.first("meanwhile"), 3)
        assert not await one.first("before") and not await one.first("meanwhile")
        for number in range(20):  # none of them waits for it again
            assert await one.first(f"number {number}")
        assert time.monotonic() - began < 3
        redis.start() if fault == "stop" else redis.thaw()
        monkeypatch.setattr(one, "_away_until", 0.0)
        assert await one.first("after") and not await other.first("after")
        assert not await one.first("meanwhile")

    in_workers(redis, tmp_path, steps)
    assert caplog.text.count("Redis does not answer") == 1
    assert caplog.text.count("Redis answers again") == 1


def test_where_nothing_listens_events_are_answered(tmp_path: Path) -> None:
    async def steps(one: Seen, other: Seen) -> list[bool]:
        return [await one.first(KEY), await one.first(KEY), await other.first(KEY)]

    assert in_workers(RedisServer(tmp_path), tmp_path, steps) == [True, False, True]


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("", SqliteSeen),
        ("  ", SqliteSeen),
        ("redis://127.0.0.1:6379/0", RedisSeen),
        ("http://user:secret@127.0.0.1", SqliteSeen),
        ("redis://user:secret@127.0.0.1:port", SqliteSeen),
    ],
)
def test_the_environment_says_where(
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    tmp_path: Path,
    url: str,
    kind: type,
) -> None:
    monkeypatch.setenv("REDIS_URL", url)
    monkeypatch.setenv("SOJOURN_SEEN_DB", str(tmp_path / "seen.db"))
    assert isinstance(seen_of_environment(), kind)
    assert ("no address of a Redis" in caplog.text) == ("secret" in url)
    assert "secret" not in caplog.text
