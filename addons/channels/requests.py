"""What holds for every request before a route sees it: its size, its pace, and quiet logs."""

from __future__ import annotations

import asyncio
from typing import Any

from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.events import ActionExecuted
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import Blueprint
from sanic.exceptions import RequestTimeout
from sanic.request import Request

from addons import logs
from addons.channels import gone_clients
from addons.logs import serving

MAX_BODY_BYTES = 256 * 1024
"""Room for any message worth a polite reply; Sanic's default is 100 MB."""
BODY_SECONDS = 10.0
"""Until a body must have arrived; Sanic has no limit of its own for it."""
LAST_WORDS_SECONDS = 0.5
"""For the answer to go out before the line is closed."""


def guard_requests(routes: Blueprint, seconds: float = BODY_SECONDS) -> None:
    """Put the limits on the whole server that serves these routes."""

    @routes.listener("before_server_start")  # type: ignore[untyped-decorator]  # Sanic's is
    async def prepare(app: Any, _loop: Any) -> None:
        app.config.REQUEST_MAX_SIZE = MAX_BODY_BYTES
        logs.install()
        gone_clients.install()

    @routes.listener("after_server_start")  # type: ignore[untyped-decorator]  # Sanic's is
    async def heed_the_breaker(app: Any, _loop: Any) -> None:
        processor = getattr(getattr(app.ctx, "agent", None), "processor", None)
        if processor is not None:
            processor.on_circuit_break = _end_turn

    @routes.signal("http.routing.before")  # type: ignore[untyped-decorator]  # Sanic's is
    async def watch(request: Request, **_more: Any) -> None:
        serving.set(True)
        if request.stream is not None and request.stream.request_body:
            asyncio.get_running_loop().call_later(seconds, _end_if_unread, request)


def _end_turn(tracker: DialogueStateTracker, *_: object) -> None:
    """End a turn in which one action asked for the next without an end.

    Rasa only stops, in the middle of the turn, and takes the person's next message for a
    part of it.
    """
    tracker.clear_followup_action()
    tracker.update(ActionExecuted(ACTION_LISTEN_NAME))


def _end_if_unread(request: Request) -> None:
    """End the request as Sanic ends one whose header is late: 408, and the line is closed."""
    stream: Any = request.stream
    # A connection is used again: another request of it has a time limit of its own.
    if stream is None or stream.request is not request or not stream.request_body:
        return
    stream.exception = RequestTimeout("The body took too long.")
    if stream.protocol._task is not None:
        stream.protocol._task.cancel()
        # Sanic would wait for the rest of the body before it closes.
        asyncio.get_running_loop().call_later(LAST_WORDS_SECONDS, stream.protocol.close)
