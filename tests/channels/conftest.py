"""What tests of several channels need."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.parts.process import Process
from scripts.parts.redis import START_LIMIT, redis


@pytest.fixture
def redis_server(tmp_path: Path) -> Iterator[tuple[Process, str]]:
    """A running Redis, empty, and its URL."""
    if shutil.which("redis-server") is None:
        pytest.skip("Redis is not installed")
    process, url = redis(tmp_path)
    process.start(START_LIMIT)
    yield process, url
    process.stop()


@pytest.fixture
def redis_url(redis_server: tuple[Process, str]) -> str:
    """Its URL alone."""
    return redis_server[1]
