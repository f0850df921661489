"""The real databases, each started once for the tests that use it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from addons.stores.postgres_rows import PostgresRows
from addons.stores.rows import Rows
from addons.stores.sqlite_rows import SqliteRows
from scripts.parts.postgres import START_LIMIT, binaries, postgres
from scripts.parts.process import Process
from scripts.parts.redis import redis


@pytest.fixture(scope="session")
def folder() -> Iterator[Path]:
    """A folder that PostgreSQL's account can reach, unlike pytest's."""
    made = Path(tempfile.mkdtemp(prefix="sojourn-stores-"))
    os.chmod(made, 0o755)
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_server(folder: Path) -> Iterator[tuple[Process, str]]:
    """A running PostgreSQL and its URL."""
    if binaries() is None:
        pytest.skip("PostgreSQL is not installed")
    process, url = postgres(folder / "postgres")
    process.start(START_LIMIT)
    yield process, url
    process.stop()


@pytest.fixture(scope="session")
def redis_server(folder: Path) -> Iterator[tuple[Process, str]]:
    """A running Redis and its URL."""
    if shutil.which("redis-server") is None:
        pytest.skip("Redis is not installed")
    process, url = redis(folder)
    process.start(20)
    yield process, url
    process.stop()


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def open_rows(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Rows]:
    """Opens the same database again and again, as several processes would."""
    if request.param == "SQLite":
        return lambda: SqliteRows(tmp_path / "conversations.db")
    _, url = request.getfixturevalue("postgres_server")
    return lambda: PostgresRows(url)
