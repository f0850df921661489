"""Of those who go away as soon as they have sent a message, none is lost."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import inspect
import json
import socket
import struct
import time
from urllib.parse import urlsplit

import pytest
import sanic

from addons.channels import gone_clients
from addons.channels.rest import RestChannel
from tests.channels.fakes import Bot, new_app, serving
from tests.channels.serving import until

pytestmark = pytest.mark.bot

# Of the source of each method in Sanic 21.12. If one differs, Sanic's method has changed:
# read it, make the replacement do the same, and only then put the new figure here.
SOURCES = {"connection_lost": "6be64187e6e9", "receive_more": "d1d4ea917224"}
RESET = struct.pack("ii", 1, 0)


def test_each_stands_for_the_method_of_this_sanic() -> None:
    assert sanic.__version__.startswith("21.12.")
    found = {
        name: hashlib.sha256(inspect.getsource(method).encode()).hexdigest()[:12]
        for name, method in gone_clients.STOCK.items()
    }
    assert found == SOURCES


def request(text: str, sender: str = "somebody") -> bytes:
    body = json.dumps({"sender": sender, "message": text}).encode()
    head = f"POST /webhooks/rest/webhook HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def send_and_leave(address: str, content: bytes, reset: bool) -> None:
    """Send, and close the line at once: in order, or as a phone that loses its network."""
    where = urlsplit(address)
    with socket.create_connection((where.hostname, where.port)) as line:
        if reset:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        line.sendall(content)


@pytest.mark.parametrize("reset", [False, True], ids=["closed", "reset"])
def test_a_whole_message_is_taken_before_it_was_even_looked_at(reset: bool) -> None:
    bot = Bot()

    async def run() -> None:
        app = new_app()
        app.blueprint(RestChannel().blueprint(bot), url_prefix="/webhooks/rest")
        async with serving(app) as address:
            for number in range(20):
                send_and_leave(address, request(f"m{number}", f"person-{number}"), reset)
                time.sleep(0.001)  # in the server's own loop: it is busy with something else
            with contextlib.suppress(AssertionError):
                await until(lambda: len(bot.finished) == 20, 3)

    asyncio.run(run())
    assert sorted(bot.finished) == sorted(f"m{number}" for number in range(20))


def test_half_a_message_is_none_and_holds_nothing() -> None:
    bot = Bot()

    async def run() -> set[asyncio.Task[None]]:
        app = new_app()
        app.blueprint(RestChannel().blueprint(bot), url_prefix="/webhooks/rest")
        before = asyncio.all_tasks()
        async with serving(app) as address:
            for part in (b"POST /webhooks", request("half")[:-3]):
                send_and_leave(address, part, reset=False)
            await asyncio.sleep(0.3)
            return {task for task in asyncio.all_tasks() - before if "connection" in repr(task)}

    assert asyncio.run(run()) == set()
    assert bot.begun == []
