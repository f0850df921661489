"""Slack's Web API as the assistant uses it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any, TypeVar

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from addons.channels.delivery import DELAYS, Refused, Unavailable, deliver
from addons.channels.messenger import Place
from addons.channels.rendering import Spoken, slack_mrkdwn, split
from addons.channels.slack_people import SlackPeople
from addons.channels.uploads import Upload
from language.catalogue import Button

BASE = "https://slack.com/api/"
SLOWEST = 60
"""Seconds a call may take: what is given up too early is sent twice."""
MOST_IN_BLOCK = 3000
MOST_BUTTONS = 25
MOST_TITLE = 75
MOST_ALT = 1000
TRANSIENT = {"internal_error", "fatal_error", "service_unavailable", "request_timeout"}
TRANSIENT |= {"ratelimited", "rate_limited", "team_added_to_org"}
"""Errors that Slack reports with status 200 and that pass."""

T = TypeVar("T")


class SlackApi:
    """Calls with our token; they raise only `Unavailable` and `Refused`."""

    def __init__(self, token: str, base: str = BASE, delays: Sequence[float] = DELAYS) -> None:
        logging.getLogger("slack_sdk").setLevel(logging.WARNING)  # else it writes texts down
        # Without its own repetition: ours waits as long as Slack asks, and longer.
        self._client = AsyncWebClient(token, base, timeout=SLOWEST, retry_handlers=[])
        self._delays = delays
        self._people = SlackPeople(self._ask)

    async def say(self, place: Place, said: Spoken) -> None:
        """One message: the words in blocks, the buttons under them."""
        pieces = [slack_mrkdwn(piece) for piece in split(said.text, MOST_IN_BLOCK, _length)]
        blocks = [
            {"type": "section", "text": {"type": "mrkdwn", "text": piece, "verbatim": True}}
            for piece in pieces
        ]
        await self._deliver(
            partial(
                self._client.chat_postMessage,
                channel=await self._channel(place),
                thread_ts=place.thread,
                text=pieces[0],  # for the notice on a phone
                blocks=[*blocks, *_actions(said.buttons)],
                unfurl_links=False,
                unfurl_media=False,
            )
        )

    async def upload(self, place: Place, file: Upload) -> None:
        """A file in the same place; of a picture, its words are what a screen reader says."""
        await self._deliver(
            partial(
                self._client.files_upload_v2,
                channel=await self._channel(place),
                thread_ts=place.thread,
                filename=file.name,
                title=file.name,
                alt_txt=None if file.shows is None else file.shows[:MOST_ALT],
                content=file.content,
            )
        )

    async def typing(self, place: Place) -> None:
        """Nothing: Slack shows no such sign for an app in a conversation."""

    async def about(self, person: str) -> dict[str, str]:
        """The language and the time zone the person has set in Slack, if it tells them."""
        return await self._people.about(person)

    async def _channel(self, place: Place) -> str:
        """The channel; for a person, the direct conversation with them."""
        if place.chat[:1] not in ("U", "W"):
            return place.chat
        opened = await self._deliver(partial(self._client.conversations_open, users=place.chat))
        return str(opened["channel"]["id"])

    async def _ask(self, person: str) -> Any:
        return await _once(partial(self._client.users_info, user=person, include_locale=True))

    async def _deliver(self, call: Callable[[], Awaitable[T]]) -> T:
        return await deliver(partial(_once, call), self._delays)


async def _once(call: Callable[[], Awaitable[T]]) -> T:
    """One call; the reasons given are kinds of errors only, as their texts may quote anything."""
    try:
        return await call()
    except SlackApiError as error:
        status = getattr(error.response, "status_code", None) or 500  # no JSON: not from Slack
        data = getattr(error.response, "data", None)
        reason = str(data.get("error")) if isinstance(data, dict) else f"status {status}"
        if status == 429 or status >= 500 or reason in TRANSIENT:
            raise Unavailable(f"Slack: {reason}", _wait(error.response)) from None
        raise Refused(f"Slack: {reason}") from None
    except (SlackClientError, aiohttp.ClientError, asyncio.TimeoutError, OSError) as error:
        raise Unavailable(f"Slack: {type(error).__name__}") from None


def _wait(answer: Any) -> float | None:
    """The seconds Slack asks to wait, if it does."""
    headers = getattr(answer, "headers", None) or {}
    try:
        return float(headers["Retry-After"])
    except (KeyError, ValueError):
        return None


def _length(text: str) -> int:
    return len(slack_mrkdwn(text))


def _actions(buttons: Sequence[Button]) -> list[dict[str, Any]]:
    elements = [
        {
            "type": "button",
            "action_id": f"say_{number}",
            "text": {"type": "plain_text", "text": button.title[:MOST_TITLE], "emoji": False},
            "value": button.payload,
        }
        for number, button in enumerate(buttons[:MOST_BUTTONS])
    ]
    return [{"type": "actions", "elements": elements}] if elements else []
