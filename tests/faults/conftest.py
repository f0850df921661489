"""The assistant as it is run, alone on SQLite and as a cluster, for things to break around it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from scripts.parts.cluster import QUIET, ROOT, START_LIMIT, Cluster, ready
from scripts.parts.process import Process, free_port

SETTINGS = {
    "SOJOURN_TODAY": "2026-11-22",
    # A crowd here is a few people who never pause.
    "SOJOURN_MOST_QUEUED": "0",
    "SOJOURN_MOST_PER_MINUTE": "0",
}
DISK = "8m"
"""Size of the disk the SQLite file lies on."""


@dataclass(frozen=True)
class Alone:
    """One bot with its action server and its file."""

    url: str
    process: Process
    file: Path
    own_disk: bool
    """Whether the file lies on a small disk of its own."""

    @property
    def database(self) -> str:
        """The file as TRACKER_DB_URL names it."""
        return f"sqlite:///{self.file}"


@pytest.fixture(scope="session")
def folder() -> Iterator[Path]:
    """A folder that PostgreSQL's account can reach, unlike pytest's."""
    if not list((ROOT / "models").glob("*.tar.gz")):
        pytest.skip("no trained model in models/; run `make train` first")
    made = Path(tempfile.mkdtemp(prefix="sojourn-faults-"))
    os.chmod(made, 0o755)
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture(scope="session")
def cluster(folder: Path) -> Iterator[Cluster]:
    """`scripts/cluster`, running."""
    where = folder / "cluster"
    where.mkdir()
    try:
        made = Cluster(where, SETTINGS)
    except FileNotFoundError as missing:
        pytest.skip(str(missing))
    try:
        made.start()
        yield made
    finally:
        made.stop()


@pytest.fixture(scope="session")
def alone(folder: Path) -> Iterator[Alone]:
    """`scripts/run`, running, its file on a small disk where mounting is allowed."""
    disk, port = folder / "disk", free_port()
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(disk)]
    own_disk = subprocess.run(mount, check=False, capture_output=True).returncode == 0
    url, file = f"http://127.0.0.1:{port}", disk / "conversations.db"
    environment = {
        **QUIET,
        **SETTINGS,
        "PORT": str(port),
        "TRACKER_DB_URL": f"sqlite:///{file}",
    }
    log = folder / "alone.log"
    process = Process(["bash", "scripts/run"], log, lambda: ready(url), environment, ROOT)
    try:
        process.start(START_LIMIT)
        yield Alone(url, process, file, own_disk)
    finally:
        process.stop()
        if own_disk:
            subprocess.run(["umount", str(disk)], check=False)


@dataclass(frozen=True)
class Served:
    """An assistant with its limits as they come."""

    url: str
    process: Process
    database: str


@pytest.fixture(scope="session")
def served(folder: Path) -> Iterator[Served]:
    """`scripts/run`, running, with a file on the usual disk."""
    where, port = folder / "load", free_port()
    where.mkdir()
    url = f"http://127.0.0.1:{port}"
    environment = {
        **QUIET,
        "PORT": str(port),
        "SOJOURN_TODAY": "2026-11-22",
        "TRACKER_DB_URL": f"sqlite:///{where / 'conversations.db'}",
    }
    process = Process(["bash", "scripts/run"], where / "log", lambda: ready(url), environment, ROOT)
    try:
        process.start(START_LIMIT)
        yield Served(url, process, environment["TRACKER_DB_URL"])
    finally:
        process.stop()
