"""Visits to one messenger's channel, served on a loopback port."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
from rasa.core.channels.channel import InputChannel

from addons.channels.rest import RestChannel
from tests.channels.fakes import new_app, serving

Send = Callable[[bytes, dict[str, str]], Awaitable[tuple[int, str]]]


def visit(channel: InputChannel, steps: Callable[[Send], Awaitable[Any]], bot: Any) -> Any:
    """Serve the channel; `steps` get a function that posts a body to its webhook."""

    async def run() -> Any:
        app = new_app()
        for kind in (channel, RestChannel()):  # Sanic cannot serve an app without a route
            app.blueprint(kind.blueprint(bot), url_prefix=f"/webhooks/{kind.name()}")
        async with serving(app) as address, aiohttp.ClientSession() as client:

            async def send(body: bytes, headers: dict[str, str]) -> tuple[int, str]:
                url = f"{address}/webhooks/{channel.name()}/webhook"
                async with client.post(url, data=body, headers=headers) as reply:
                    return reply.status, await reply.text()

            return await steps(send)

    return asyncio.run(run())


async def until(ready: Callable[[], Any], seconds: float = 5.0) -> Any:
    """What `ready` returns once it is truthy."""
    deadline = time.monotonic() + seconds
    while not (found := ready()):
        assert time.monotonic() < deadline
        await asyncio.sleep(0.01)
    return found
