"""The REST channel: Rasa's own protocol (JSON in, a JSON list of replies out)."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, response
from sanic.exceptions import InvalidUsage
from sanic.request import Request
from sanic.response import HTTPResponse

from addons.channels.front_door import FrontDoor, Handler, Message
from addons.channels.incoming import BadRequest
from addons.own_actions import resolved

MAX_BODY_BYTES = 256 * 1024
"""Room for any message worth a polite reply; Sanic's default is 100 MB."""


class RestChannel(InputChannel):
    """``POST /webhooks/rest/webhook`` and ``GET /webhooks/rest/``.

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
        return await door.reply(body.get("message"), body.get("sender"), body.get("metadata"))

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """The channel's routes, new for each call (Sanic registers a blueprint once)."""
        routes = Blueprint(f"sojourn_{self.name()}")
        door = self.front_door(on_new_message)

        @routes.listener("before_server_start")  # type: ignore[untyped-decorator]  # Sanic's is
        async def limit_body(app: Any, _loop: Any) -> None:
            app.config.REQUEST_MAX_SIZE = MAX_BODY_BYTES

        @routes.listener("after_server_start")  # type: ignore[untyped-decorator]  # as above
        async def load_actions(app: Any, _loop: Any) -> None:
            resolved(getattr(getattr(app.ctx, "agent", None), "action_endpoint", None))

        @routes.get("/")
        async def status(_request: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @routes.post("/webhook")
        async def receive(request: Request) -> HTTPResponse:
            try:
                replies = await self.replies(door, json_object(request))
            except BadRequest as error:
                return response.json({"error": str(error)}, status=400)
            return response.json(replies)

        return routes


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
