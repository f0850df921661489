"""One person talking with the assistant inside this process: no server, no network.

The same model, actions and front door as `scripts/run` starts, spoken to without HTTP.
Needs Rasa and a trained model.
"""

from __future__ import annotations

import asyncio
import atexit
import datetime as dt
import logging
import os
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from tests.scripts_format import Conversation
from tests.scripts_keys import ROOT

MODELS = ROOT / "models"


class InProcessClient:
    """A fresh person who talks over the REST channel's front door on the day `today`."""

    def __init__(self, today: dt.date, language: str | None = None) -> None:
        self._today = today
        self._sender = f"test-{uuid.uuid4().hex}"
        self._metadata = {"language": language} if language else {}

    @classmethod
    def for_conversation(cls, conversation: Conversation) -> InProcessClient:
        """A person with the conversation's day and language."""
        return cls(conversation.today, conversation.language)

    def say(self, text: str) -> list[dict[str, Any]]:
        """The replies to one message, in the shape of Rasa's REST channel."""
        loop, door = _assistant()
        with environment(SOJOURN_TODAY=self._today.isoformat()):  # the one clock reads it each turn
            replies: list[dict[str, Any]] = loop.run_until_complete(
                door.reply(text, self._sender, self._metadata)
            )
        return replies


@contextmanager
def environment(**values: str) -> Iterator[None]:
    """These variables for a while: the servers of other tests must not see them."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@cache
def _assistant() -> tuple[asyncio.AbstractEventLoop, Any]:
    """The assistant of this process, loaded once: its loop and its front door."""
    folder = tempfile.TemporaryDirectory(prefix="sojourn-")
    atexit.register(folder.cleanup)
    with environment(
        RASA_TELEMETRY_ENABLED="false",
        TRACKER_DB_URL=f"sqlite:///{Path(folder.name) / 'conversations.db'}",
        SOJOURN_MOST_PER_MINUTE="0",  # scripts talk faster than people
    ):
        return _loaded()


def _loaded() -> tuple[asyncio.AbstractEventLoop, Any]:
    # Here and not above: collecting the scripts needs no Rasa.
    from rasa.core.agent import load_agent
    from rasa.core.utils import AvailableEndpoints
    from rasa.utils.log_utils import configure_structlog

    from addons.channels.front_door import FrontDoor

    configure_structlog(logging.WARNING)  # else every step of every turn is printed
    loop = asyncio.new_event_loop()
    endpoints = AvailableEndpoints.read_endpoints(str(ROOT / "endpoints.yml"))
    agent = loop.run_until_complete(load_agent(str(MODELS), endpoints=endpoints))
    return loop, FrontDoor(agent.handle_message, "rest")
