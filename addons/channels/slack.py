"""The Slack channel: a webhook that believes only Slack, and answers afterwards."""

from __future__ import annotations

import json
import logging
import os
from typing import Any
from urllib.parse import parse_qsl

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse
from slack_sdk.signature import SignatureVerifier

from addons.channels.delivery import DELAYS
from addons.channels.front_door import FrontDoor, Handler
from addons.channels.incoming import BadRequest
from addons.channels.messenger import Messenger
from addons.channels.refusals import Refusals
from addons.channels.rest import json_object
from addons.channels.seen import seen_of_environment
from addons.channels.slack_api import BASE, SlackApi
from addons.channels.slack_event import read_command, read_event, read_press
from addons.stores import delete
from language.catalogue import catalogue

logger = logging.getLogger(__name__)

TOKEN = "SLACK_BOT_TOKEN"
SECRET = "SLACK_SIGNING_SECRET"
API_BASE = "SLACK_API_BASE"
SIGNATURE = "X-Slack-Signature"
SIGNED_AT = "X-Slack-Request-Timestamp"


class SlackChannel(InputChannel):
    """``POST /webhooks/slack/webhook``, for events, buttons and the slash command alike;
    without its secrets there is no route at all."""

    delays = DELAYS
    """Seconds between the tries of a call; tests wait less."""

    @classmethod
    def name(cls) -> str:
        """The route's name and the channel Rasa records."""
        return "slack"

    def front_door(self, on_new_message: Handler) -> FrontDoor:
        """The front door behind the webhook; tests put their own here."""
        return FrontDoor(on_new_message, self.name())

    async def forget(self, conversation: str) -> None:
        """Remove a conversation from the store; tests have none."""
        await delete(conversation)

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """The channel's routes, new for each call (Sanic registers a blueprint once)."""
        routes = Blueprint("sojourn_slack")
        missing = [name for name in (TOKEN, SECRET) if not os.environ.get(name, "").strip()]
        if missing:
            # Nothing set is a choice; one of two is a slip.
            level = logging.INFO if missing == [TOKEN, SECRET] else logging.WARNING
            logger.log(level, "Slack is off: %s not set.", " and ".join(missing))
            return routes
        api = SlackApi(os.environ[TOKEN], os.environ.get(API_BASE) or BASE, self.delays)
        door, seen = self.front_door(on_new_message), seen_of_environment()
        messenger = Messenger(door, api, seen, self.forget)
        verifier, refusals = SignatureVerifier(os.environ[SECRET]), Refusals("Slack")

        @routes.listener("before_server_stop")  # type: ignore[untyped-decorator]  # Sanic's is
        async def stop(_app: Any, _loop: Any) -> None:
            await messenger.close()

        @routes.post("/webhook")
        async def receive(request: Request) -> HTTPResponse:
            if not is_signed(verifier, request):
                refusals.tell("not signed by Slack, or not just now")
                return response.json({"error": "not from Slack"}, status=401)
            try:
                return answer(messenger, request)
            except BadRequest as error:
                refusals.tell(str(error))
                return response.json({"error": str(error)}, status=400)

        return routes


def is_signed(verifier: SignatureVerifier, request: Request) -> bool:
    """Whether Slack signed this very body within the last five minutes."""
    signed_at, signature = request.headers.get(SIGNED_AT), request.headers.get(SIGNATURE)
    try:
        return bool(verifier.is_valid(request.body, signed_at, signature))
    except (TypeError, ValueError):  # no number, no UTF-8, a signature that is not ASCII
        return False


def answer(messenger: Messenger, request: Request) -> HTTPResponse:
    """What Slack hears at once; what the person hears comes afterwards.

    Raises:
        BadRequest: the body is of no shape that Slack sends.
    """
    kind = (request.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    if kind == "application/x-www-form-urlencoded":
        return _answer_form(messenger, dict(parse_qsl(request.body.decode("utf-8"))))
    if kind != "application/json":
        raise BadRequest("The body must be JSON or a form.")
    body = json_object(request)
    if body.get("type") == "url_verification":
        return response.text(str(body.get("challenge", "")))
    heard = read_event(body)
    if heard is not None:
        messenger.take(heard)
    return response.empty(200)


def _answer_form(messenger: Messenger, form: dict[str, str]) -> HTTPResponse:
    """A pressed button (``payload``) or a slash command (``command``)."""
    if "command" in form:
        heard = read_command(form)
        if heard is not None:
            messenger.take(heard)
        said = catalogue().sentence("by_direct_message")
        return response.json({"response_type": "ephemeral", "text": said})
    if "payload" in form:
        try:
            payload = json.loads(form["payload"])
        except ValueError as error:
            raise BadRequest("The payload must be JSON.") from error
        heard = read_press(payload) if isinstance(payload, dict) else None
        if heard is not None:
            messenger.take(heard)
    elif "ssl_check" not in form:
        raise BadRequest("The form must have a command or a payload.")
    return response.empty(200)
