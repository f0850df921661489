"""Which database and which line, from the environment."""

from __future__ import annotations

import os
from pathlib import Path

from addons.stores.line import Line, LocalLine
from addons.stores.postgres_rows import PostgresRows
from addons.stores.redis_line import RedisLine
from addons.stores.rows import Rows
from addons.stores.sqlite_rows import SqliteRows

TRACKER_DB_URL = "TRACKER_DB_URL"
DEFAULT_URL = "sqlite:///conversations.db"
REDIS_URL = "REDIS_URL"


class BadSetting(ValueError):
    """A setting that cannot be used; the text says what it must be, not what it is."""


def rows_of_environment() -> Rows:
    """The database that ``TRACKER_DB_URL`` names; a file where the bot runs without it."""
    return rows_of(os.environ.get(TRACKER_DB_URL) or DEFAULT_URL)


def rows_of(url: str) -> Rows:
    """The database at ``postgresql://...``, or the file of ``sqlite:///path``.

    Raises:
        BadSetting: the URL is neither.
    """
    if url.startswith(("postgresql://", "postgres://")):
        return PostgresRows(url)
    path = url.removeprefix("sqlite:///")
    if path in ("", url):
        raise BadSetting(f"{TRACKER_DB_URL} must be postgresql://... or sqlite:///path")
    return SqliteRows(Path(path))


def line_of_environment() -> Line:
    """The line on the Redis that ``REDIS_URL`` names; in this process without it.

    Raises:
        BadSetting: it is not ``redis://...`` or ``rediss://...``.
    """
    url = redis_url()
    return LocalLine() if url is None else RedisLine(url)


def redis_url() -> str | None:
    """What ``REDIS_URL`` names, if anything.

    Raises:
        BadSetting: it is not ``redis://...`` or ``rediss://...``.
    """
    url = os.environ.get(REDIS_URL)
    if url and not url.startswith(("redis://", "rediss://")):
        raise BadSetting(f"{REDIS_URL} must be redis://host:port/number or rediss://...")
    return url or None
