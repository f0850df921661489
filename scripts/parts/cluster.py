"""Two bots, and action servers or none, on PostgreSQL and Redis behind nginx on this machine."""

from __future__ import annotations

import secrets
import sys
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path

from scripts.parts.nginx import nginx
from scripts.parts.postgres import postgres
from scripts.parts.process import Process, free_port, listens
from scripts.parts.redis import redis

ROOT = Path(__file__).resolve().parents[2]
START_LIMIT = 240.0
"""Seconds until everything serves; two models are loaded at once."""
QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "PYTHONUNBUFFERED": "1",
}


class Cluster:
    """The processes by name, not started; ``url`` is what people reach."""

    def __init__(
        self,
        folder: Path,
        settings: Mapping[str, str] | None = None,
        action_servers: int = 2,
    ) -> None:
        """`folder` must be one that PostgreSQL's account can reach; settings are the bots'.

        Without action servers the bots run the actions themselves.

        Raises:
            FileNotFoundError: a Debian package is missing; the text names it.
        """
        action_ports = [free_port() for _ in range(action_servers)]
        bot_ports = [free_port(), free_port()]
        self._endpoints = "deploy/endpoints.yml" if action_servers else "endpoints.yml"
        self.postgres, self.database = postgres(folder / "postgres")
        self.redis, self.line = redis(folder)
        self.nginx, port, actions_port = nginx(folder / "nginx", bot_ports, action_ports)
        self.url = f"http://127.0.0.1:{port}"
        self.bot_urls = [f"http://127.0.0.1:{port}" for port in bot_ports]
        self.environment = {
            **QUIET,
            "TRACKER_DB_URL": self.database,
            "REDIS_URL": self.line,
            "ACTION_ENDPOINT_URL": f"http://127.0.0.1:{actions_port}/webhook",
            "SOJOURN_SECRET": secrets.token_urlsafe(),
            **(settings or {}),
        }
        self.actions = [
            self._actions(port, folder / f"actions-{number}.log")
            for number, port in enumerate(action_ports, start=1)
        ]
        self.bots = [
            self._bot(url, folder / f"bot-{number}.log")
            for number, url in enumerate(self.bot_urls, start=1)
        ]

    @property
    def parts(self) -> list[Process]:
        """Everything, in the order it is started."""
        return [self.postgres, self.redis, *self.actions, self.nginx, *self.bots]

    def start(self) -> None:
        """Start everything and wait until it serves.

        Raises:
            NotStarted: something does not.
        """
        for process in self.parts:
            process.start()
        for process in self.parts:
            process.wait(START_LIMIT)

    def stop(self) -> None:
        """End everything, the last started first."""
        for process in reversed(self.parts):
            process.stop()

    def _actions(self, port: int, log: Path) -> Process:
        command = [sys.executable, "-m", "rasa_sdk", "--actions", "actions", "-p", str(port)]
        command += ["--logging-config_file", "logging.yml"]
        environment = {**self.environment, "SANIC_HOST": "127.0.0.1"}
        return Process(command, log, lambda: listens(port), environment, ROOT)

    def _bot(self, url: str, log: Path) -> Process:
        port = url.rpartition(":")[2]
        command = [sys.executable, "-m", "addons.lean", "run", "-m", "models"]
        command += ["--endpoints", self._endpoints, "--credentials", "credentials.yml"]
        command += ["-i", "127.0.0.1", "-p", port]
        return Process(command, log, lambda: ready(url), self.environment, ROOT)


def ready(url: str) -> bool:
    """Whether the bot at the address says that it is ready."""
    try:
        with urllib.request.urlopen(f"{url}/webhooks/web/health", timeout=5) as reply:
            return bool(reply.status == 200)
    except (urllib.error.HTTPError, OSError):
        return False
