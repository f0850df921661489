"""The Telegram channel: a webhook that believes only Telegram, and answers afterwards."""

from __future__ import annotations

import asyncio
import hmac
import logging
import os
import re
from typing import Any

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse
from telegram import Update, User

from addons.channels.delivery import DELAYS, Refused, Unavailable
from addons.channels.front_door import FrontDoor, Handler
from addons.channels.incoming import BadRequest
from addons.channels.messenger import Heard, Messenger
from addons.channels.refusals import Refusals
from addons.channels.rest import json_object
from addons.channels.seen import seen_of_environment
from addons.channels.telegram_api import BASE, TelegramApi
from addons.channels.telegram_update import read_update
from addons.stores import delete

logger = logging.getLogger(__name__)

TOKEN = "TELEGRAM_TOKEN"
SECRET = "TELEGRAM_WEBHOOK_SECRET"
API_BASE = "TELEGRAM_API_BASE"
PUBLIC_URL = "SOJOURN_PUBLIC_URL"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
KNOWN_WITHIN = 2.0
"""Seconds a start waits to learn our own name: without it no mention in a group is known."""
INTRODUCED_AGAIN = 300.0
"""Seconds after which a Telegram that never answered is tried again, for as long as we run."""
SHAPES = {TOKEN: re.compile(r"\d+:[\w-]+"), SECRET: re.compile(r"[A-Za-z0-9_-]{1,256}")}


class TelegramChannel(InputChannel):
    """``POST /webhooks/telegram/webhook``; without its secrets there is no route at all."""

    delays = DELAYS
    """Seconds between the tries of a call; tests wait less."""

    @classmethod
    def name(cls) -> str:
        """The route's name and the channel Rasa records."""
        return "telegram"

    def front_door(self, on_new_message: Handler) -> FrontDoor:
        """The front door behind the webhook; tests put their own here."""
        return FrontDoor(on_new_message, self.name())

    async def forget(self, conversation: str) -> None:
        """Remove a conversation from the store; tests have none."""
        await delete(conversation)

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """The channel's routes, new for each call (Sanic registers a blueprint once)."""
        routes = Blueprint("sojourn_telegram")
        wrong = [name for name, shape in SHAPES.items() if not _fits(name, shape)]
        if wrong:
            # Nothing set is a choice; one of two is a slip.
            level = logging.WARNING if any(map(os.environ.get, SHAPES)) else logging.INFO
            logger.log(level, "Telegram is off: %s missing or malformed.", " and ".join(wrong))
            return routes
        token, secret = os.environ[TOKEN], os.environ[SECRET]
        api = TelegramApi(token, os.environ.get(API_BASE) or BASE, self.delays)
        door, seen = self.front_door(on_new_message), seen_of_environment()
        messenger = Messenger(door, api, seen, self.forget)
        _listen(routes, api, messenger, secret, account=token.partition(":")[0])
        return routes


def _fits(name: str, shape: re.Pattern[str]) -> bool:
    return bool(shape.fullmatch(os.environ.get(name, "")))


def _listen(
    routes: Blueprint, api: TelegramApi, messenger: Messenger, secret: str, account: str
) -> None:
    tasks: set[asyncio.Task[None]] = set()
    refusals = Refusals("Telegram")

    def begin(task: asyncio.Task[None]) -> None:
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    @routes.listener("before_server_start")  # type: ignore[untyped-decorator]  # Sanic's is
    async def start(_app: Any, _loop: Any) -> None:
        begin(introducing := asyncio.ensure_future(_introduce(api, secret)))
        await asyncio.wait({introducing}, timeout=KNOWN_WITHIN)

    @routes.listener("before_server_stop")  # type: ignore[untyped-decorator]  # Sanic's is
    async def stop(_app: Any, _loop: Any) -> None:
        for task in tasks:
            task.cancel()
        await messenger.close()

    @routes.post("/webhook")
    async def receive(request: Request) -> HTTPResponse:
        given = request.headers.get(HEADER) or ""
        if not hmac.compare_digest(given.encode(), secret.encode()):
            refusals.tell("the secret of our webhook is missing or another")
            return response.json({"error": "not from Telegram"}, status=401)
        try:
            understood = _read(json_object(request), api.user, account)
        except BadRequest as error:
            refusals.tell(str(error))
            return response.json({"error": str(error)}, status=400)
        if understood is not None:
            update, heard = understood
            if update.callback_query is not None:
                begin(asyncio.ensure_future(_acknowledge(api, update.callback_query.id)))
            if heard is not None:
                messenger.take(heard)
        return response.json({})


def _read(
    body: dict[str, Any], bot: User | None, account: str
) -> tuple[Update, Heard | None] | None:
    """The update and what it asks; ``None`` if it is of no shape we know.

    Raises:
        BadRequest: it has no number, so Telegram did not make it.
    """
    if type(body.get("update_id")) is not int:
        raise BadRequest("The body must be an update.")
    try:
        update = Update.de_json(body, None)
        return update, read_update(update, bot, account)
    except Exception as error:  # whatever the library trips over in a field it did not expect
        # It comes again unless it is taken, and is then no better.
        logger.warning("An update of an unknown shape is passed over: %s", type(error).__name__)
        return None


async def _acknowledge(api: TelegramApi, callback: str) -> None:
    try:
        await api.acknowledge(callback)
    except (Unavailable, Refused) as error:
        logger.warning("A pressed button was not acknowledged: %s", error)


async def _introduce(api: TelegramApi, secret: str) -> None:
    """Set the webhook; nothing here may stop the server."""
    public = os.environ.get(PUBLIC_URL, "").rstrip("/")
    if not public:
        logger.warning("%s is not set: Telegram's webhook stays as it was.", PUBLIC_URL)
    webhook = f"{public}/webhooks/telegram/webhook" if public else None
    while True:
        try:
            await api.introduce(webhook, secret)
        except Unavailable as error:
            logger.error("Telegram cannot be reached; it is tried again: %s", error)
            await asyncio.sleep(INTRODUCED_AGAIN)
        except Refused as error:
            logger.error("Telegram did not take our webhook: %s", error)
            return
        else:
            logger.info("Telegram is on.")
            return
