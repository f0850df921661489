"""The REST channel: Rasa's own protocol (JSON in, a JSON list of replies out)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from math import ceil
from typing import Any

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, response
from sanic.exceptions import InvalidUsage
from sanic.request import Request
from sanic.response import HTTPResponse

from addons.channels.door_words import Message
from addons.channels.front_door import FrontDoor, Handler, TooMany
from addons.channels.incoming import BadRequest, sender_of
from addons.channels.requests import guard_requests
from addons.channels.sessions import NoSession
from addons.memory import settle
from addons.metrics import metrics
from addons.own_actions import resolved
from addons.stores.faults import NotTaken
from language.catalogue import catalogue

NEVER_KEPT = {"Cache-Control": "no-store"}
"""What a person told does not stay on the way."""


class RestChannel(InputChannel):
    """``POST /webhooks/rest/webhook``, ``forget`` and ``export``, and ``GET /webhooks/rest/``.

    ``rasa.core.channels.rest.RestInput`` handles a request inside its blueprint, where a
    subclass cannot reach, so the two routes are written here.
    """

    @classmethod
    def name(cls) -> str:
        """The route's name and the channel Rasa records."""
        return "rest"

    def front_door(self, on_new_message: Handler) -> FrontDoor:
        """The front door behind this channel's webhook; tests put their own here."""
        return FrontDoor(on_new_message, self.name())

    async def replies(self, door: FrontDoor, body: Message) -> list[Message]:
        """The replies to one request as this channel sends them.

        Raises:
            BadRequest: the request itself is malformed.
        """
        sender = self.conversation(body.get("sender"))
        return await door.reply(body.get("message"), sender, body.get("metadata"))

    def conversation(self, sender: object) -> str:
        """The conversation that a request names.

        Raises:
            BadRequest: it names none.
        """
        return sender_of(sender)

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """The channel's routes, new for each call (Sanic registers a blueprint once)."""
        routes = Blueprint(f"sojourn_{self.name()}")
        door = self.front_door(on_new_message)

        guard_requests(routes)

        @routes.listener("after_server_start")  # type: ignore[untyped-decorator]  # as above
        async def load_actions(app: Any, _loop: Any) -> None:
            resolved(getattr(getattr(app.ctx, "agent", None), "action_endpoint", None))
            settle()

        @routes.get("/")
        async def status(_request: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @routes.post("/webhook")
        async def receive(request: Request) -> HTTPResponse:
            try:
                replies = await self.replies(door, json_object(request))
            except BadRequest as error:
                return refusal(error)
            except TooMany as many:
                wait = {"Retry-After": str(ceil(many.wait))}
                return response.json(many.replies, status=429, headers=wait)
            return response.json(replies)

        @routes.get("/metrics")
        async def figures(request: Request) -> HTTPResponse:
            # For this machine alone: what a proxy passes on says where it came from.
            if request.ip not in ("127.0.0.1", "::1") or request.headers.get("x-forwarded-for"):
                return response.text("Not found.", status=404)
            return response.text(metrics.text(), content_type="text/plain; version=0.0.4")

        @routes.post("/forget")
        async def forget(request: Request) -> HTTPResponse:
            return await self._of_own_data(request, partial(self.forget, door))

        @routes.post("/export")
        async def export(request: Request) -> HTTPResponse:
            return await self._of_own_data(request, door.kept.export)

        return routes

    async def forget(self, door: FrontDoor, conversation: str) -> dict[str, Any]:
        """Remove a conversation; ``removed`` counts the rows that were on file.

        Raises:
            NotTaken: it could not be removed.
        """
        return {"removed": await door.kept.delete(conversation)}

    async def _of_own_data(
        self, request: Request, work: Callable[[str], Awaitable[dict[str, Any]]]
    ) -> HTTPResponse:
        try:
            done = await work(self.conversation(json_object(request).get("sender")))
        except BadRequest as error:
            return refusal(error)
        except NotTaken as error:
            said = catalogue().sentence(error.sentence)
            return response.json({"error": said}, status=503, headers=NEVER_KEPT)
        return response.json(done, headers=NEVER_KEPT)


def refusal(error: BadRequest) -> HTTPResponse:
    """Why a request is refused: 401 where a new session helps, else 400."""
    status = 401 if isinstance(error, NoSession) else 400
    return response.json({"error": str(error)}, status=status)


def json_object(request: Request) -> dict[str, Any]:
    """The request's body.

    Raises:
        BadRequest: it is not JSON, or not an object.
    """
    try:
        body = request.json
    except InvalidUsage as error:
        raise BadRequest("The body must be JSON.") from error
    if not isinstance(body, dict):
        raise BadRequest("The body must be a JSON object with 'message' and 'sender'.")
    return body
