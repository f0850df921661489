"""Stand-ins for the catalogue and for Rasa's handler, and a real server for the routes."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import uuid
from collections.abc import AsyncIterator
from typing import Any

from rasa.core.channels.channel import UserMessage
from sanic import Sanic


class FakeWords:
    """A catalogue that says ``<language>:<key>``."""

    def __init__(self, language: str) -> None:
        self.language = language

    def sentence(self, key: str, **values: str) -> str:
        """Which sentence, in which language, with its values."""
        return ":".join((self.language, key, *values.values()))

    def text(self, section: str, key: str) -> str:
        """Which words of a section."""
        return key


def fake_words(language: str) -> FakeWords:
    """``en`` and ``fr`` are on file; English otherwise."""
    return FakeWords(language if language in ("en", "fr") else "en")


class Bot:
    """An ``on_new_message`` that records what reaches it and does as the text says."""

    def __init__(self) -> None:
        self.begun: list[UserMessage] = []
        self.finished: list[str] = []

    async def __call__(self, message: UserMessage) -> None:
        self.begun.append(message)
        say = message.output_channel.send_text_message
        if "raise" in message.text:
            raise RuntimeError(f"secret: {message.text}")
        if "hang" in message.text:
            await asyncio.sleep(0.5)
        if "blank" in message.text:
            await message.output_channel.send_custom_json(message.sender_id, {"answer": {}})
        elif "silent" not in message.text:
            await say(message.sender_id, f"heard {message.text}")
            await message.output_channel.send_custom_json(message.sender_id, {"answer": {"n": 1}})
        self.finished.append(message.text)


@contextlib.asynccontextmanager
async def serving(app: Sanic) -> AsyncIterator[str]:
    """``app`` on a free loopback port; yields its address."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        server: Any = await app.create_server(sock=sock, return_asyncio_server=True)
        await server.startup()
        await server.before_start()
        await server.start_serving()
        await server.after_start()
        try:
            yield f"http://127.0.0.1:{sock.getsockname()[1]}"
        finally:
            await server.before_stop()
            server.close()
            await server.wait_closed()


def new_app() -> Sanic:
    """A Sanic app; ``test_mode`` lets one process start more than one."""
    Sanic.test_mode = True
    return Sanic(f"test_{uuid.uuid4().hex}", configure_logging=False)
