"""Which events of a platform were taken in already, remembered over restarts."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import os
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

from redis.asyncio import Redis
from redis.exceptions import RedisError

from addons.stores.breaker import Breaker
from addons.stores.faults import StoreFault
from addons.stores.settings import redis_url

logger = logging.getLogger(__name__)

PATH = "SOJOURN_SEEN_DB"
KEPT = 8 * 24 * 3600
"""Seconds. Telegram keeps an update for a day and may start its numbers anew after a
week; Slack retries for a day at most."""
TIME_LIMIT = 1.0
"""Seconds either memory may take; then the event is answered."""


class Seen(Protocol):
    """A memory of event ids."""

    async def first(self, key: str) -> bool:
        """Whether `key` comes for the first time; from now on it does not."""

    async def close(self) -> None:
        """Let connections go."""


class SqliteSeen:
    """Event ids, hashed, in one small file that several processes may share."""

    def __init__(self, path: Path) -> None:
        """The file is made when the first event comes."""
        self._path = path
        self._thread = ThreadPoolExecutor(1, "seen")  # SQLite's connections are a thread's own
        self._file: sqlite3.Connection | None = None
        self._swept = 0

    async def first(self, key: str) -> bool:
        """As `Seen.first`; a file that cannot be used makes every event a first one."""
        loop = asyncio.get_running_loop()
        done = loop.run_in_executor(self._thread, self._insert, _digest(key))
        try:
            return await asyncio.wait_for(done, TIME_LIMIT)
        except (sqlite3.Error, OSError, asyncio.TimeoutError) as error:
            # To answer twice is better than not at all.
            logger.error("Events already seen are not on file: %s", type(error).__name__)
            return True

    async def close(self) -> None:
        """Let the file go."""
        self._thread.submit(self._let_go)
        self._thread.shutdown(wait=False)

    def _insert(self, digest: bytes) -> bool:
        if self._file is None:
            self._file = self._open()
        now = int(time.time())
        try:
            with self._file as file:
                if now - self._swept > 3600:  # a search through the whole file
                    file.execute("DELETE FROM seen WHERE at < ?", (now - KEPT,))
                    self._swept = now
                done = file.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (digest, now))
                return done.rowcount == 1
        except sqlite3.Error:
            self._let_go()
            raise

    def _open(self) -> sqlite3.Connection:
        self._path.touch(0o600)  # before SQLite makes it readable to everyone
        file = sqlite3.connect(self._path, timeout=TIME_LIMIT)
        try:
            # So a commit does not wait for the disk: it survives this process, and that is
            # what it is for.
            file.execute("PRAGMA journal_mode = WAL")
            file.execute("PRAGMA synchronous = NORMAL")
            file.execute("CREATE TABLE IF NOT EXISTS seen (id BLOB PRIMARY KEY, at INTEGER)")
        except sqlite3.Error:
            file.close()
            raise
        return file

    def _let_go(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


class RedisSeen:
    """Event ids, hashed, in a Redis that workers of several machines share.

    They are on file as well: so what this machine took in is known while Redis is away,
    and what it took in meanwhile is known once Redis is back.
    """

    def __init__(self, url: str, beside: Seen) -> None:
        """``url`` is ``redis://...`` or ``rediss://...``."""
        self._redis = Redis.from_url(url)
        self._beside = beside
        self._breaker = Breaker("seen events")

    async def first(self, key: str) -> bool:
        """As `Seen.first`; while Redis does not answer, as the file says."""
        if not await self._beside.first(key):
            return False
        try:
            with self._breaker:
                return await self._insert(f"sojourn:seen:{_digest(key).hex()}")
        except StoreFault:  # the breaker has told it
            return True

    async def close(self) -> None:
        """Let the connections go."""
        await self._redis.close()
        await self._redis.connection_pool.disconnect()
        await self._beside.close()

    async def _insert(self, name: str) -> bool:
        try:
            done = await asyncio.wait_for(self._redis.set(name, "", nx=True, ex=KEPT), TIME_LIMIT)
        except (RedisError, OSError, asyncio.TimeoutError) as error:
            raise StoreFault(f"seen events: {type(error).__name__}") from error
        return bool(done)


def seen_of_environment() -> Seen:
    """The file that ``SOJOURN_SEEN_DB`` names (``seen.db`` where the bot runs), and the Redis
    that ``REDIS_URL`` names, if it does.

    Raises:
        BadSetting: ``REDIS_URL`` is no address of a Redis.
    """
    file = SqliteSeen(Path(os.environ.get(PATH) or "seen.db"))
    url = redis_url()
    return file if url is None else RedisSeen(url, file)


def _digest(key: str) -> bytes:
    return hashlib.sha256(key.encode()).digest()
