"""The four channels with the trained model behind them, in this process, on a loopback port.

Everything is real but the two platforms; its log is kept as it would be written. Where the
actions run can be changed while it is open.
"""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import io
import json
import logging
import os
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Coroutine, Iterator
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from rasa.core.agent import load_agent
from rasa.core.channels.channel import UserMessage
from rasa.core.utils import AvailableEndpoints
from rasa.utils.endpoints import EndpointConfig
from rasa.utils.log_utils import configure_structlog
from threadpoolctl import threadpool_limits

from addons.channels.rest import RestChannel
from addons.channels.slack import SlackChannel
from addons.channels.telegram import TelegramChannel
from addons.channels.web import WebChannel
from addons.lean import SWITCH_SECONDS
from addons.logs import KeyValueFormatter
from scripts.parts.process import free_port
from tests.channels.fakes import new_app, serving
from tests.fakes import slack, telegram
from tests.live.servers import START_LIMIT, stop

CHANNELS = (RestChannel, WebChannel, TelegramChannel, SlackChannel)
NAMES = ("rest", "web", "telegram", "slack")
_people = count(1000)
Reply = tuple[int, bytes]


class House:
    """Open while its `with` lasts; `log` is what was written, `agent` Rasa's own."""

    def __init__(self, folder: Path) -> None:
        self.log = io.StringIO()
        self.actions_log = folder / "actions.log"
        self.conversations = folder / "conversations.db"
        self.telegram, self.slack = telegram.FakeTelegram(), slack.FakeSlack()
        self._environment = {
            "TELEGRAM_TOKEN": telegram.TOKEN,
            "TELEGRAM_WEBHOOK_SECRET": telegram.SECRET,
            "TELEGRAM_API_BASE": self.telegram.url,
            "SLACK_BOT_TOKEN": slack.TOKEN,
            "SLACK_SIGNING_SECRET": slack.SECRET,
            "SLACK_API_BASE": f"{self.slack.url}/api/",
            "SOJOURN_SEEN_DB": str(folder / "seen.db"),
            "TRACKER_DB_URL": f"sqlite:///{self.conversations}",
            "SOJOURN_PUBLIC_URL": "https://sojourn.example",
            "SOJOURN_SECRET": "a secret of these tests",
            "SOJOURN_TODAY": "2026-11-22",
            "SOJOURN_MOST_PER_MINUTE": "0",
        }
        self._loop = asyncio.new_event_loop()
        self._lines: dict[str, http.client.HTTPConnection] = {}
        self.agent: Any = None
        self.url = ""

    def __enter__(self) -> House:
        before = dict(os.environ)
        os.environ.update(self._environment)
        self._closing = contextlib.ExitStack()
        self._closing.callback(lambda: (os.environ.clear(), os.environ.update(before)))
        self._closing.enter_context(_logged(self.log))
        # As addons/lean.py starts a bot.
        self._closing.enter_context(threadpool_limits(1, user_api="blas"))
        self._closing.callback(sys.setswitchinterval, sys.getswitchinterval())
        sys.setswitchinterval(SWITCH_SECONDS)
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        self._open = contextlib.AsyncExitStack()
        self._start_actions()
        self.run(self._start())
        return self

    def __exit__(self, *_: object) -> None:
        self.run(self._open.aclose())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self.telegram.close()
        self.slack.close()
        self._closing.close()

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        """What a coroutine returns in the servers' own loop."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(180)

    def _start_actions(self) -> None:
        port = free_port()
        self.actions_url = f"http://127.0.0.1:{port}/webhook"
        command = [sys.executable, "-m", "rasa_sdk", "--actions", "actions", "-p", str(port)]
        command += ["--logging-config_file", "logging.yml"]
        with self.actions_log.open("wb") as log:
            process = subprocess.Popen(
                command,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**os.environ, "SANIC_HOST": "127.0.0.1"},
                start_new_session=True,
            )
        self._closing.callback(stop, process)
        deadline = time.monotonic() + START_LIMIT
        while not _answers(f"http://127.0.0.1:{port}/health"):
            assert process.poll() is None and time.monotonic() < deadline, "no action server"
            time.sleep(0.2)

    async def _start(self) -> None:
        app = new_app()
        endpoints = AvailableEndpoints.read_endpoints("endpoints.yml")
        endpoints.action = EndpointConfig(self.actions_url)
        self.agent = await load_agent("models", endpoints=endpoints, loop=self._loop)

        async def handle(message: UserMessage) -> None:
            await self.agent.handle_message(message)

        app.ctx.agent = self.agent
        for channel in (kind() for kind in CHANNELS):
            app.blueprint(channel.blueprint(handle), url_prefix=f"/webhooks/{channel.name()}")
        self.url = await self._open.enter_async_context(serving(app))

    def ask_actions_at(self, url: str) -> None:
        """From now on Rasa asks another action server."""
        self.agent.processor.action_endpoint.url = url

    def post(self, channel: str, path: str, body: bytes, headers: dict[str, str]) -> Reply:
        """The status and body for one request, over a line that is kept.

        A line that the server closed meanwhile, because nothing was said on it, is opened anew.
        """
        for fresh in (channel not in self._lines, True):
            if channel not in self._lines:
                address = urlsplit(self.url)
                self._lines[channel] = http.client.HTTPConnection(
                    str(address.hostname), address.port, timeout=30
                )
            line = self._lines[channel]
            try:
                line.request("POST", f"/webhooks/{channel}/{path}", body, headers)
                answer = line.getresponse()
                return answer.status, answer.read()
            except (http.client.HTTPException, OSError):
                self._lines.pop(channel).close()
                if fresh:
                    raise
        raise AssertionError("unreachable")

    def deliver(self, channel: str, body: bytes) -> Reply:
        """One body as the channel's own sender delivers it: with its secret or signature."""
        headers = {"Content-Type": "application/json"}
        if channel == "telegram":
            headers[telegram.HEADER] = telegram.SECRET
        if channel == "slack":
            headers |= slack.signed(body)
        return self.post(channel, "webhook", body, headers)

    def someone(self, channel: str) -> Person:
        """A person nobody has heard of."""
        return Person(self, channel)


class Person:
    """Speaks on one channel, and reads what comes back there."""

    def __init__(self, house: House, channel: str) -> None:
        self._house, self._channel, self.number = house, channel, next(_people)
        self.sender = f"person-{self.number}"
        if channel == "web":
            self.sender = json.loads(house.post("web", "session", b"", {})[1])["session"]

    def body(self, text: Any) -> bytes:
        """A message as the channel's own sender would post it."""
        if self._channel == "telegram":
            return json.dumps(telegram.message(text, self.number)).encode()
        if self._channel == "slack":
            said = slack.event(text, f"D{self.number}", f"U{self.number}")
            return json.dumps(said).encode()
        return json.dumps({"sender": self.sender, "message": text}).encode()

    def say(self, text: Any) -> list[str]:
        """The texts that come back to one message."""
        before = len(self._heard())
        status, answer = self._house.deliver(self._channel, self.body(text))
        assert status == 200, (status, answer)
        if self._channel in ("rest", "web"):
            return [reply["text"] for reply in json.loads(answer) if reply.get("text")]
        platform = getattr(self._house, self._channel)
        platform.wait(lambda: len(self._heard()) > before)
        return self._heard()[before:]

    def _heard(self) -> list[str]:
        if self._channel == "telegram":
            calls = self._house.telegram.of("sendMessage", str(self.number))
            return [telegram.plain(call.fields["text"]) for call in calls]
        if self._channel == "slack":
            calls = self._house.slack.of("chat.postMessage", f"D{self.number}")
            return [slack.plain(call) for call in calls]
        return []


@contextlib.contextmanager
def _logged(stream: io.StringIO) -> Iterator[None]:
    """Everything at INFO, in our format, beside what pytest keeps."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(KeyValueFormatter())
    handler.setLevel(logging.INFO)
    logging.root.addHandler(handler)
    level = logging.root.level
    logging.root.setLevel(logging.INFO)
    configure_structlog(logging.INFO)  # as a server does: else each step of a turn is printed
    try:
        yield
    finally:
        logging.root.removeHandler(handler)
        logging.root.setLevel(level)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as reply:
            return bool(reply.status == 200)
    except OSError:
        return False
