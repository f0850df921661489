"""The one way into Rasa: every message is checked, and none stays without a reply."""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

import rasa.core.actions.action as rasa_actions
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

from addons.channels.incoming import clean_text, is_command, metadata_of, sender_of
from addons.stores.faults import NotTaken
from language.catalogue import catalogue
from rules_core.shape import answer_shape

logger = logging.getLogger(__name__)

MAX_CHARACTERS = 1000
TIME_LIMIT = 8.0
"""Seconds until a person hears something, whatever happens inside."""
ACTION_TIME_LIMIT = 6.0
"""Seconds Rasa waits for one action (aiohttp rounds up to a whole second of its clock).
Below ``TIME_LIMIT``: a hung action ends its turn, the turn is kept, and the person's
next message is served."""

# As in rules_core/law/instruments.yaml; fixed here because it must be at hand when the
# rest is not.
OFFICIAL_PAGE = {
    "instrument": "IRCC-EXTEND",
    "pinpoint": "who can apply",
    "url": "https://www.canada.ca/en/immigration-refugees-citizenship/services/"
    "visit-canada/extend-stay/eligibility.html",
    "authority": "guidance",
    "checked_on": "2026-11-22",
}

FAULTS = {"fault", "store_fault", "busy"}
"""Sentences about a fault on our side, said with the official page beside them."""

Message = dict[str, Any]
Handler = Callable[[UserMessage], Awaitable[Any]]


class Words(Protocol):
    """The part of a language's catalogue a channel needs."""

    def sentence(self, key: str) -> str:
        """The sentence ``key``."""


class FrontDoor:
    """Checks what a channel received, lets Rasa answer in time, and never stays silent."""

    def __init__(
        self,
        handler: Handler,
        channel: str,
        words: Callable[[str], Words] = catalogue,
        time_limit: float = TIME_LIMIT,
    ) -> None:
        """``handler`` is Rasa's ``on_new_message``, ``channel`` the name Rasa records."""
        self._handler = handler
        self._channel = channel
        self._words = words
        words("en")  # a broken catalogue stops the start, not the first turn that needs it
        self._time_limit = time_limit
        self._turns: set[asyncio.Task[Any]] = set()
        # Rasa has no setting for this and waits five minutes.
        rasa_actions.DEFAULT_REQUEST_TIMEOUT = ACTION_TIME_LIMIT

    async def reply(self, text: object, sender: object, metadata: object) -> list[Message]:
        """The replies to one raw message, in Rasa's REST shape, never an empty list.

        Raises:
            BadRequest: the request itself is malformed.
        """
        recipient, known, cleaned = sender_of(sender), metadata_of(metadata), clean_text(text)
        if not cleaned:
            return self._say("empty_message", recipient, known)
        if is_command(text):
            return self._say("command", recipient, known)
        if len(cleaned) > MAX_CHARACTERS:
            return self._say("too_long", recipient, known)
        said = CollectingOutputChannel()
        message = UserMessage(cleaned, said, recipient, input_channel=self._channel, metadata=known)
        failed = await self._take_turn(message)
        if failed is not None:  # the turn is not kept, so what was said in it is not shown
            return self._say(failed, recipient, known)
        replies = list(said.messages)
        return replies if any(map(_is_visible, replies)) else self._say("fault", recipient, known)

    async def _take_turn(self, message: UserMessage) -> str | None:
        """Run one turn for at most the time limit; the sentence to say if it failed.

        What has begun is left to finish: Rasa keeps a turn only at its end, so cancelling
        one (on time-out, or because the client went away) would forget what was said.
        """
        task = asyncio.ensure_future(self._handler(message))
        self._turns.add(task)
        task.add_done_callback(self._finish)
        await asyncio.wait({task}, timeout=self._time_limit)
        if not task.done():
            return "fault"
        error = task.exception()
        return error.sentence if isinstance(error, NotTaken) else "fault" if error else None

    def _finish(self, task: asyncio.Task[None]) -> None:
        self._turns.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:  # its text may quote the person, so it is not logged
            place = traceback.extract_tb(error.__traceback__)[-1]
            kind = type(error).__name__
            logger.error("A turn failed: %s at %s:%s", kind, place.filename, place.lineno)

    def _say(self, key: str, recipient: str, metadata: dict[str, str]) -> list[Message]:
        fault = key in FAULTS
        answer = answer_shape("cannot_say" if fault else "guard", key.upper())
        if fault:
            answer |= {"citations": [OFFICIAL_PAGE], "referral": "suggested"}
        language = metadata.get("language", "en")
        return [
            {"recipient_id": recipient, "text": self._words(language).sentence(key)},
            {"recipient_id": recipient, "custom": {"answer": answer}},
        ]


def _is_visible(message: Message) -> bool:
    text = message.get("text")
    return bool(isinstance(text, str) and text.strip()) or any(
        message.get(part) for part in ("buttons", "image", "attachment")
    )
