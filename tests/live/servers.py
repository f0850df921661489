"""Starting, asking and stopping servers on free ports of this machine."""

from __future__ import annotations

import datetime as dt
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from scripts.parts.process import free_port

ROOT = Path(__file__).resolve().parents[2]
START_LIMIT = 180.0
"""Seconds until both servers must be ready."""
STOP_LIMIT = 20.0

Start = Callable[..., subprocess.Popen[bytes]]


class NotReady(AssertionError):
    """The servers did not become ready; the text holds the last words of their log."""


def health(url: str) -> int:
    """The status of the readiness check; 0 if nobody answers."""
    try:
        with urllib.request.urlopen(f"{url}/webhooks/web/health", timeout=5) as reply:
            return int(reply.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


def wait_until_ready(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait for health 200.

    Raises:
        NotReady: it does not come.
    """
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        if health(url) == 200:
            return
        time.sleep(0.5)
    last = log.read_text(errors="replace")[-3000:]
    raise NotReady(f"not ready within {START_LIMIT:.0f} s: {process.args!r}; last words:\n{last}")


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a process group started here, and no other."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(STOP_LIMIT)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextmanager
def processes() -> Iterator[Start]:
    """``start(*command, log=path, **environment)``, each in a process group of its own.

    All are stopped at the end. Conversations are kept beside the log.
    """
    started: list[subprocess.Popen[bytes]] = []

    def run(*command: str, log: Path, **environment: str) -> subprocess.Popen[bytes]:
        own_store = f"sqlite:///{log.parent / 'conversations.db'}"
        with log.open("wb") as output:
            process = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**os.environ, "TRACKER_DB_URL": own_store, **environment},
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        started.append(process)
        return process

    try:
        yield run
    finally:
        for process in started:
            stop(process)


class Bots:
    """``bots(today)`` is the base URL of a running assistant with that clock.

    One pair of servers per day, started when first asked for, once: a start that failed
    is not tried again for every test.
    """

    def __init__(self, start: Start, origins: str, logs: Path) -> None:
        self._start, self._origins, self._logs = start, origins, logs
        self._ports: dict[dt.date, int] = {}
        self._processes: dict[dt.date, subprocess.Popen[bytes] | None] = {}

    def __call__(self, today: dt.date) -> str:
        if today not in self._ports:
            self._ports[today] = free_port()
            self.serve(today)
        if self._processes[today] is None:
            pytest.fail("the servers did not start", pytrace=False)
        return self._url(today)

    def serve(self, today: dt.date) -> None:
        """Start that day's pair at its address, as after `kill`, and wait until it is ready."""
        self._processes[today] = None
        log = self._logs / today.isoformat() / "log"  # its conversations are kept beside it
        log.parent.mkdir(exist_ok=True)
        process = self._start(
            "bash",
            "scripts/run",
            log=log,
            PORT=str(self._ports[today]),
            START_LIMIT=str(int(START_LIMIT)),
            SOJOURN_TODAY=today.isoformat(),
            SOJOURN_ORIGINS=self._origins,
            SOJOURN_SECRET="the same after a restart",
            # More at once than a person sends: tests ask for order, not for patience.
            SOJOURN_MOST_QUEUED="20",
            SOJOURN_MOST_PER_MINUTE="0",
        )
        wait_until_ready(self._url(today), process, log)
        self._processes[today] = process

    def freeze(self, today: dt.date) -> None:
        """Let that day's pair accept connections and do nothing."""
        os.killpg(self._process(today).pid, signal.SIGSTOP)

    def kill(self, today: dt.date) -> None:
        """End that day's pair at once, whatever it is doing."""
        process = self._process(today)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def _process(self, today: dt.date) -> subprocess.Popen[bytes]:
        process = self._processes[today]
        assert process is not None
        return process

    def _url(self, today: dt.date) -> str:
        return f"http://127.0.0.1:{self._ports[today]}"
