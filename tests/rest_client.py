"""One person talking with a running bot over its REST or web channel."""

from __future__ import annotations

import json
import urllib.request
import uuid
from typing import Any

from tests.scripts_format import Conversation

TIME_LIMIT = 30.0
"""Seconds; above the channels' own limit, so a slow bot is seen to answer for itself."""


class RestClient:
    """A fresh person (random sender) at `url`, e.g. ``http://127.0.0.1:5005``."""

    def __init__(
        self,
        url: str,
        channel: str = "rest",
        language: str | None = None,
        timezone: str | None = None,
    ) -> None:
        self._channel = f"{url.rstrip('/')}/webhooks/{channel}"
        self._sender = "" if channel == "web" else f"test-{uuid.uuid4().hex}"
        known = {"language": language, "timezone": timezone}
        self._metadata = {name: value for name, value in known.items() if value}

    @classmethod
    def for_conversation(cls, conversation: Conversation, url: str) -> RestClient:
        """A person with the conversation's channel and language."""
        return cls(url, conversation.channel, conversation.language)

    def say(self, text: str) -> list[dict[str, Any]]:
        """The replies to one message; raises ``OSError`` if the bot cannot be reached."""
        if not self._sender:  # the web channel names its conversations itself
            self._sender = self._post("session", {})["session"]
        body = {"sender": self._sender, "message": text, "metadata": self._metadata}
        replies: list[dict[str, Any]] = self._post("webhook", body)
        return replies

    def _post(self, path: str, body: dict[str, Any]) -> Any:
        request = urllib.request.Request(
            f"{self._channel}/{path}",
            json.dumps(body).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=TIME_LIMIT) as response:
            return json.load(response)
