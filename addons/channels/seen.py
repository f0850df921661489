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

logger = logging.getLogger(__name__)

PATH = "SOJOURN_SEEN_DB"
REDIS_URL = "REDIS_URL"
KEPT = 8 * 24 * 3600
"""Seconds. Telegram keeps an update for a day and may start its numbers anew after a
week; Slack retries for a day at most."""
TIME_LIMIT = 1.0
"""Seconds either memory may take; then the event is answered."""
PAUSE = 5.0
"""Seconds in which a Redis that failed is not asked: else each message waits for it."""


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
        """Raises ``ValueError`` if `url` is no address of a Redis."""
        self._redis = Redis.from_url(url)
        self._beside = beside
        self._away_until = 0.0
        self._is_away = False

    async def first(self, key: str) -> bool:
        """As `Seen.first`; while Redis does not answer, as the file says."""
        if not await self._beside.first(key):
            return False
        if time.monotonic() < self._away_until:
            return True
        name = b"sojourn:seen:" + _digest(key).hex().encode()
        try:
            new = await asyncio.wait_for(self._redis.set(name, b"", nx=True, ex=KEPT), TIME_LIMIT)
        except (RedisError, OSError, asyncio.TimeoutError) as error:
            self._away_until = time.monotonic() + PAUSE
            if not self._is_away:
                reason = type(error).__name__
                logger.error("Redis does not answer (%s): seen events are on file only.", reason)
            self._is_away = True
            return True
        if self._is_away:
            logger.info("Redis answers again.")
        self._is_away = False
        return bool(new)

    async def close(self) -> None:
        """Let the connections go."""
        await self._redis.close()
        await self._redis.connection_pool.disconnect()
        await self._beside.close()


def seen_of_environment() -> Seen:
    """The Redis that ``REDIS_URL`` names, beside the file that ``SOJOURN_SEEN_DB`` names
    (``seen.db`` where the bot runs); the file alone where there is no such address."""
    file = SqliteSeen(Path(os.environ.get(PATH) or "seen.db"))
    url = os.environ.get(REDIS_URL, "").strip()
    if not url:
        return file
    try:
        return RedisSeen(url, file)
    except ValueError:  # its text may quote a password
        logger.error("%s is no address of a Redis: seen events are on file only.", REDIS_URL)
        return file


def _digest(key: str) -> bytes:
    return hashlib.sha256(key.encode()).digest()
