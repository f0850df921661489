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

logger = logging.getLogger(__name__)

PATH = "SOJOURN_SEEN_DB"
KEPT = 8 * 24 * 3600
"""Seconds. Telegram keeps an update for a day and may start its numbers anew after a
week; Slack retries for a day at most."""


class Seen(Protocol):
    """A memory of event ids."""

    async def first(self, key: str) -> bool:
        """Whether `key` comes for the first time; from now on it does not."""


class SqliteSeen:
    """Event ids, hashed, in one small file that several processes may share."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @classmethod
    def of_environment(cls) -> SqliteSeen:
        """In the file that ``SOJOURN_SEEN_DB`` names, or ``seen.db`` where the bot runs."""
        return cls(Path(os.environ.get(PATH) or "seen.db"))

    async def first(self, key: str) -> bool:
        """As `Seen.first`; a file that cannot be used makes every event a first one."""
        try:
            return await asyncio.to_thread(self._insert, hashlib.sha256(key.encode()).digest())
        except (sqlite3.Error, OSError) as error:
            # To answer twice is better than not at all.
            logger.error("Events already seen are not on file: %s", type(error).__name__)
            return True

    def _insert(self, digest: bytes) -> bool:
        # Opened each time: a connection belongs to one thread, and opening takes less than
        # a millisecond.
        with closing(sqlite3.connect(self._path, timeout=2)) as file, file:
            file.execute("CREATE TABLE IF NOT EXISTS seen (id BLOB PRIMARY KEY, at INTEGER)")
            now = int(time.time())
            file.execute("DELETE FROM seen WHERE at < ?", (now - KEPT,))
            done = file.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (digest, now))
            return done.rowcount == 1
