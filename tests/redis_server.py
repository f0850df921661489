"""A real Redis of the tests' own, which can stop, freeze and come back."""

from __future__ import annotations

import contextlib
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

START_LIMIT = 10.0
"""Seconds until it must take connections."""


class RedisServer:
    """One ``redis-server`` on a free loopback port, nothing of it on disk."""

    def __init__(self, folder: Path) -> None:
        """Not started yet; it runs in `folder`."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = int(probe.getsockname()[1])
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self.url = f"redis://127.0.0.1:{self._port}/0"

    @staticmethod
    def is_installed() -> bool:
        """Whether this machine has one."""
        return shutil.which("redis-server") is not None

    def start(self) -> None:
        """Start it, empty, and wait until it takes connections."""
        command = ["redis-server", "--bind", "127.0.0.1", "--port", str(self._port)]
        command += ["--save", "", "--appendonly", "no", "--dir", str(self._folder)]
        log = (self._folder / "redis.log").open("ab")
        self._process = subprocess.Popen(command, stdout=log, stderr=log)
        log.close()
        deadline = time.monotonic() + START_LIMIT
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self._port)):
                return
            time.sleep(0.02)
        raise AssertionError((self._folder / "redis.log").read_text(errors="replace"))

    def stop(self) -> None:
        """End it at once; also one that is frozen, or was not started."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def freeze(self) -> None:
        """Let it take connections and bytes and answer nothing."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """End the frost."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)
