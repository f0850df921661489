"""Two assistants side by side: started, asked over REST, weighed, stopped."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks import stock as stock_project
from scripts.parts.process import free_port, memory_of, seconds_of
from tests.live.servers import ROOT, stop

LIMIT = 300.0
"""Seconds until an assistant must answer."""
QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SOJOURN_TODAY": "2026-11-22",
    "SOJOURN_MOST_QUEUED": "0",
    "SOJOURN_MOST_PER_MINUTE": "0",
}
SERVER_CORE = "0"
"""Every server of either runs on this core, who asks on another where there is one."""


class Assistant:
    """One of the two; `commands` are its processes in the order of their start."""

    def __init__(
        self,
        name: str,
        commands: list[list[str]],
        port: int,
        more: Mapping[str, str],
        instead: Mapping[str, str],
    ) -> None:
        self.name, self._commands, self._port = name, commands, port
        self._instead = instead
        self._environment = {**os.environ, **QUIET, **more}
        self._processes: list[subprocess.Popen[bytes]] = []

    def start(self, log: Path) -> float:
        """Seconds until the first computed answer can be had."""
        pinned = ["taskset", "-c", SERVER_CORE] if shutil.which("taskset") else []
        began = time.perf_counter()
        with log.open("ab") as output:
            for command in self._commands:
                self._processes.append(
                    subprocess.Popen(
                        [*pinned, *command],
                        cwd=ROOT,
                        env=self._environment,
                        stdout=output,
                        stderr=subprocess.STDOUT,
                        start_new_session=True,
                    )
                )
        while not self._is_up():
            ended = [process.args for process in self._processes if process.poll() is not None]
            passed = time.perf_counter() - began
            if ended or passed > LIMIT:
                raise RuntimeError(f"{self.name} did not start, see {log}: {ended}")
            time.sleep(0.05)
        return time.perf_counter() - began

    def stop(self) -> None:
        """End its processes."""
        for process in self._processes:
            stop(process)
        self._processes = []

    def megabytes(self) -> float:
        """What its processes hold in memory."""
        return sum(memory_of(process.pid) for process in self._processes)

    def processor_seconds(self) -> float:
        """What its processes have worked so far: on a busy machine the fairer figure."""
        return sum(seconds_of(process.pid) for process in self._processes)

    def ask(self, text: str, sender: str | None = None) -> tuple[float, list[dict[str, Any]]]:
        """Milliseconds to the whole reply of one message, and the reply."""
        body = {
            "sender": sender or f"bench-{uuid.uuid4().hex}",
            "message": self._instead.get(text, text),
        }
        return self._post("/webhooks/rest/webhook", body)

    def parse(self, text: str) -> float:
        """Milliseconds to understand one message."""
        return self._post("/model/parse", {"text": text})[0]

    def _post(self, path: str, body: Any) -> tuple[float, Any]:
        line = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        began = time.perf_counter()
        line.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
        answer = json.load(line.getresponse())
        passed = (time.perf_counter() - began) * 1000
        line.close()
        return passed, answer

    def _is_up(self) -> bool:
        try:
            _, replies = self.ask(stock_project.COMPUTED)
        except (OSError, ValueError, http.client.HTTPException):
            return False
        return any("2027" in reply.get("text", "") for reply in replies)


def ours(model: Path, folder: Path) -> Assistant:
    """As ``scripts/run`` starts it, with actions that can be told to be slow."""
    port, endpoints = free_port(), folder / "endpoints.yml"
    text = (ROOT / "endpoints.yml").read_text()
    assert "package: actions\n" in text
    endpoints.write_text(text.replace("package: actions\n", "package: benchmarks.slow_actions\n"))
    bot = [sys.executable, "-m", "addons.lean", *_run(model, endpoints, port)]
    bot += ["--credentials", "credentials.yml"]
    database = {"TRACKER_DB_URL": f"sqlite:///{folder / 'conversations.db'}"}
    return Assistant("ours", [bot], port, database, {})


def stock(model: Path, folder: Path, actions_port: int) -> Assistant:
    """As Rasa's documentation starts it: an action server, and the bot."""
    port = free_port()
    server = [sys.executable, "-m", "rasa_sdk", "--actions", "benchmarks.slow_actions"]
    bot = [sys.executable, "-m", "rasa", *_run(model, folder / "endpoints.yml", port)]
    bot += ["--credentials", str(folder / "credentials.yml")]
    commands = [[*server, "-p", str(actions_port)], bot]
    return Assistant("stock", commands, port, {"SANIC_HOST": "127.0.0.1"}, stock_project.UNDERSTOOD)


def _run(model: Path, endpoints: Path, port: int) -> list[str]:
    where = ["-i", "127.0.0.1", "-p", str(port)]
    return ["run", "--enable-api", "-m", str(model), "--endpoints", str(endpoints), *where]
