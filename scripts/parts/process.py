"""One server started here, with all its children: stopped, killed, frozen and thawed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

STOP_LIMIT = 10.0
"""Seconds a server has to end by itself."""


class NotStarted(RuntimeError):
    """A server did not come up; the text holds the last words of its log."""


def free_port() -> int:
    """A loopback port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def listens(port: int) -> bool:
    """Whether somebody listens on the loopback port."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


@dataclass
class Process:
    """A command, its log, and how to see that it serves."""

    command: Sequence[str]
    log: Path
    serves: Callable[[], bool]
    environment: Mapping[str, str] = field(default_factory=dict)
    folder: Path | None = None
    stop_signal: signal.Signals = signal.SIGTERM
    _running: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """The process id of the server that runs."""
        assert self._running is not None, "not started"
        return self._running.pid

    def start(self, limit: float = 0.0) -> Process:
        """Start it, and wait up to `limit` seconds until it serves.

        Raises:
            NotStarted: it ended, or does not serve in time.
        """
        with self.log.open("ab") as output:
            self._running = subprocess.Popen(
                self.command,
                cwd=self.folder,
                env={**os.environ, **self.environment},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        if limit:
            self.wait(limit)
        return self

    def wait(self, limit: float) -> None:
        """Wait up to `limit` seconds until it serves.

        Raises:
            NotStarted: it ended, or does not serve in time.
        """
        deadline = time.monotonic() + limit
        while not self.serves():
            assert self._running is not None
            if self._running.poll() is not None or time.monotonic() > deadline:
                last = self.log.read_text(errors="replace")[-2000:]
                raise NotStarted(f"{self.command[0]} does not serve; its last words:\n{last}")
            time.sleep(0.1)

    def kill(self) -> None:
        """End it at once, as a crash would, with its children."""
        self._signal(signal.SIGKILL)
        self._reap()

    def freeze(self) -> None:
        """Let it answer nothing while its connections stay open."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self._signal(signal.SIGCONT)

    def stop(self) -> None:
        """End it in order, or at once if it does not."""
        if self._running is None or self._running.poll() is not None:
            return
        self.thaw()
        os.kill(self.pid, self.stop_signal)
        try:
            self._running.wait(STOP_LIMIT)
        except subprocess.TimeoutExpired:
            self.kill()

    def _signal(self, which: signal.Signals) -> None:
        for pid in [self.pid, *_descendants(self.pid)]:
            try:
                os.kill(pid, which)
            except ProcessLookupError:
                continue

    def _reap(self) -> None:
        assert self._running is not None
        self._running.wait()


def _descendants(pid: int) -> Iterator[int]:
    """Its children and theirs; PostgreSQL's leave the process group, so that says nothing."""
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = [int(child) for child in task.read_text().split()]
        except OSError:
            continue
        for child in children:
            yield child
            yield from _descendants(child)


def seconds_of(pid: int) -> float:
    """Seconds of a core's time that a process and all its children have taken so far."""
    ticks = 0
    for one in [pid, *_descendants(pid)]:
        try:
            after_name = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        ticks += int(after_name[11]) + int(after_name[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def memory_of(pid: int) -> float:
    """Resident megabytes of a process and all its children."""
    pages = 0
    for one in [pid, *_descendants(pid)]:
        try:
            pages += int(Path(f"/proc/{one}/statm").read_text().split()[1])
        except OSError:
            continue
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
