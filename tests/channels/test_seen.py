"""Events are taken in once: over restarts, by several workers, with and without a real Redis."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from addons.channels import seen
from addons.channels.seen import KEPT, RedisSeen, Seen, SqliteSeen, seen_of_environment
from addons.stores import breaker
from addons.stores.settings import BadSetting
from scripts.parts.process import Process, free_port
from scripts.parts.redis import START_LIMIT

pytestmark = pytest.mark.bot

KEY = "telegram:1:2"
ROOT = Path(__file__).parents[2]


def first(path: Path, key: str = KEY) -> bool:
    """As a process that starts anew for each event."""

    async def run() -> bool:
        memory = SqliteSeen(path)
        try:
            return await memory.first(key)
        finally:
            await memory.close()
            memory._thread.shutdown()

    return asyncio.run(run())


def in_workers(url: str, folder: Path, steps: Callable[[Seen, Seen], Awaitable[Any]]) -> Any:
    """`steps` with the memories of two workers on two machines, which share only the Redis."""

    async def run() -> Any:
        workers = [RedisSeen(url, SqliteSeen(folder / f"{name}.db")) for name in "ab"]
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


def test_what_a_killed_process_took_in_is_known(tmp_path: Path) -> None:
    path = tmp_path / "seen.db"
    script = (
        "import asyncio, os, signal, sys, pathlib\n"
        "from addons.channels.seen import SqliteSeen\n"
        "assert asyncio.run(SqliteSeen(pathlib.Path(sys.argv[1])).first(sys.argv[2]))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path), KEY], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert not first(path) and first(path, "another")


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
        began = time.monotonic()
        assert first(path) and time.monotonic() - began < 3


def test_of_workers_that_share_a_redis_one_is_first(redis_url: str, tmp_path: Path) -> None:
    async def at_once(one: Seen, other: Seen) -> int:
        return sum(await asyncio.gather(*(w.first(KEY) for w in (one, other) * 10)))

    async def later(one: Seen, other: Seen) -> list[bool]:
        return [await one.first(KEY), await other.first(KEY), await other.first("another")]

    assert in_workers(redis_url, tmp_path, at_once) == 1
    again = tmp_path / "after a restart, on other machines"
    again.mkdir()
    assert in_workers(redis_url, again, later) == [False, False, True]


def test_what_redis_keeps_is_hashed_and_ends(redis_url: str, tmp_path: Path) -> None:
    async def steps(one: RedisSeen, _other: Seen) -> tuple[list[bytes], int]:
        await one.first(KEY)
        (name,) = await one._redis.keys("*")
        return name, await one._redis.ttl(name)

    name, left = in_workers(redis_url, tmp_path, steps)
    assert KEY.encode() not in name and name.startswith(b"sojourn:seen:")
    assert KEPT - 60 < left <= KEPT


@pytest.mark.parametrize("fault", ["kill", "freeze"])
def test_a_redis_that_is_away_costs_one_second_and_its_machine_still_knows(
    redis_server: tuple[Process, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    fault: str,
) -> None:
    caplog.set_level("INFO")
    monkeypatch.setattr(breaker, "PAUSE", 3.0)
    redis, url = redis_server

    async def steps(one: Seen, other: Seen) -> None:
        assert await one.first("before")
        getattr(redis, fault)()
        began = time.monotonic()
        assert await asyncio.wait_for(one.first("meanwhile"), 3)
        assert not await one.first("before") and not await one.first("meanwhile")
        for number in range(20):  # none of them waits for it again
            assert await one.first(f"number {number}")
        assert time.monotonic() - began < 3
        redis.start(START_LIMIT) if fault == "kill" else redis.thaw()
        await asyncio.sleep(3.1)
        assert await one.first("after") and not await other.first("after")
        assert not await one.first("meanwhile")

    in_workers(url, tmp_path, steps)
    assert caplog.text.count("Unwell: seen events") == 1
    assert caplog.text.count("seen events: well again") == 1


def test_where_nothing_listens_events_are_answered(tmp_path: Path) -> None:
    async def steps(one: Seen, other: Seen) -> list[bool]:
        return [await one.first(KEY), await one.first(KEY), await other.first(KEY)]

    nowhere = f"redis://127.0.0.1:{free_port()}/0"
    assert in_workers(nowhere, tmp_path, steps) == [True, False, True]


@pytest.mark.parametrize(("url", "kind"), [("", SqliteSeen), ("redis://127.0.0.1/0", RedisSeen)])
def test_the_environment_says_where(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, url: str, kind: type
) -> None:
    monkeypatch.setenv("REDIS_URL", url)
    monkeypatch.setenv("SOJOURN_SEEN_DB", str(tmp_path / "seen.db"))
    assert isinstance(seen_of_environment(), kind)


def test_a_wrong_address_of_redis_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDIS_URL", "http://user:secret@127.0.0.1")
    with pytest.raises(BadSetting, match=r"^REDIS_URL must be redis://host"):
        seen_of_environment()
