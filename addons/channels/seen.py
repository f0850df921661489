"""Which events of a platform were taken in already, remembered over restarts."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import os
import sqlite3
import time
from contextlib import closing
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
        self._path = path
        self._swept = 0

    async def first(self, key: str) -> bool:
        """As `Seen.first`; a file that cannot be used makes every event a first one."""
        try:
            return await asyncio.to_thread(self._insert, _digest(key))
        except (sqlite3.Error, OSError) as error:
            # To answer twice is better than not at all.
            logger.error("Events already seen are not on file: %s", type(error).__name__)
            return True

    async def close(self) -> None:
        """Nothing: the file is open only while it is used."""

    def _insert(self, digest: bytes) -> bool:
        self._path.touch(0o600)  # before SQLite makes it readable to everyone
        # Opened each time: a connection belongs to one thread, and opening takes less than
        # a millisecond.
        with closing(sqlite3.connect(self._path, timeout=TIME_LIMIT)) as file, file:
            file.execute("CREATE TABLE IF NOT EXISTS seen (id BLOB PRIMARY KEY, at INTEGER)")
            now = int(time.time())
            if now - self._swept > 3600:  # a search through the whole file
                file.execute("DELETE FROM seen WHERE at < ?", (now - KEPT,))
                self._swept = now
            done = file.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (digest, now))
            return done.rowcount == 1


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
