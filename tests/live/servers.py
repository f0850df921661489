"""Starting, asking and stopping servers on free ports of this machine."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START_LIMIT = 180.0
"""Seconds until both servers must be ready."""
STOP_LIMIT = 20.0

Start = Callable[..., subprocess.Popen[bytes]]


class NotReady(AssertionError):
    """The servers did not become ready; the text holds the last words of their log."""


def free_port() -> int:
    """A loopback port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


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
