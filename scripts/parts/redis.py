"""A Redis of one's own, in memory alone."""

from __future__ import annotations

import shutil
from pathlib import Path

from scripts.parts.process import Process, free_port, listens

START_LIMIT = 20.0


def redis(folder: Path) -> tuple[Process, str]:
    """A Redis, and its URL. Not started yet.

    Raises:
        FileNotFoundError: Redis is not installed.
    """
    if shutil.which("redis-server") is None:
        raise FileNotFoundError("Redis is not installed (apt-get install redis-server)")
    port = free_port()
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", ""]
    process = Process(command, folder / "redis.log", lambda: listens(port), folder=folder)
    return process, f"redis://127.0.0.1:{port}/0"
