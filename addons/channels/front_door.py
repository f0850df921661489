"""The one way into Rasa: every message is checked, and none stays without a reply."""

from __future__ import annotations

import asyncio
import logging
import time
import traceback
from collections import Counter
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, ClassVar

import rasa.core.actions.action as rasa_actions
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

from addons.channels.door_words import DoorWords, Message, Words
from addons.channels.incoming import (
    CONVERSATION,
    BadRequest,
    clean_text,
    is_command,
    metadata_of,
)
from addons.channels.limits import Limits, Pace
from addons.channels.own_data import Kept
from addons.logs import serving
from addons.metrics import metrics
from addons.stores.faults import NotTaken
from language.catalogue import catalogue
from language.identifiers import redact
from language.own_data import OwnData, own_data

logger = logging.getLogger(__name__)

MAX_CHARACTERS, MAX_WORDS = 1000, 200
MAX_RAW_CHARACTERS = 8 * 1024
"""Beyond this a message is not even looked at."""
TIME_LIMIT = 8.0
"""Seconds until a person hears something, whatever happens inside."""
ACTION_TIME_LIMIT = 6.0
"""Seconds Rasa waits for one action (aiohttp rounds up to a whole second of its clock).
Below ``TIME_LIMIT``: a hung action ends its turn, the turn is kept, and the person's
next message is served."""
GIVEN_UP_AFTER = 30.0
"""Seconds after which a turn is ended. Rasa asks again and again an action server that
refuses (status 400), without an end."""

MOST_REPLIES, LONGEST_REPLY = 10, 10_000
"""What an action server sends beyond this is no answer of ours (characters)."""

CROWD_SECONDS = 3.0
"""Until one who came into a crowd should come again."""

STARTED_OVER = "STARTED_OVER"
"""The outcome with which the conversation itself forgets."""
Handler = Callable[[UserMessage], Awaitable[Any]]


class TooMany(Exception):
    """More is sent than can be taken now; ``replies`` say so, ``wait`` in seconds."""

    def __init__(self, replies: list[Message], wait: float) -> None:
        super().__init__("too many messages")
        self.replies, self.wait = replies, wait


class FrontDoor:
    """Checks what a channel received, lets Rasa answer in time, and never stays silent."""

    _turns: ClassVar[set[asyncio.Task[Any]]] = set()
    """Those under way, of every channel of this process."""

    def __init__(
        self,
        handler: Handler,
        channel: str,
        words: Callable[[str], Words] = catalogue,
        time_limit: float = TIME_LIMIT,
        limits: Limits | None = None,
        kept: Kept | None = None,
    ) -> None:
        """``handler`` is Rasa's ``on_new_message``, ``channel`` the name Rasa records."""
        self.kept = kept or Kept()
        self._limits = limits or Limits.of_environment()
        self._pace = Pace(self._limits.per_minute)
        self._pending: Counter[str] = Counter()
        self._handler = handler
        self._channel = channel
        self._words = DoorWords(words)
        self._time_limit = time_limit
        # Rasa has no setting for this and waits five minutes.
        rasa_actions.DEFAULT_REQUEST_TIMEOUT = ACTION_TIME_LIMIT

    async def reply(self, text: object, conversation: str, metadata: object) -> list[Message]:
        """As `_reply`, and counted."""
        began = time.monotonic()
        try:
            replies = await self._reply(text, conversation, metadata)
        except TooMany as many:
            metrics.count(self._channel, many.replies, time.monotonic() - began)
            raise
        metrics.count(self._channel, replies, time.monotonic() - began)
        return replies

    async def _reply(self, text: object, conversation: str, metadata: object) -> list[Message]:
        """The replies to one raw message, in Rasa's REST shape, never an empty list.

        ``conversation`` is an id that the channel has checked or made. What names a person
        is taken out of the text before anything reads, keeps or logs it.

        Raises:
            BadRequest: the text is none, or a messenger's own ids have an unknown shape.
            TooMany: too many messages at once, of this conversation or of all.
        """
        if not CONVERSATION.fullmatch(conversation):
            raise BadRequest("The conversation has no id that can be used.")
        known = metadata_of(metadata)
        wait = self._pace.wait(conversation)
        if wait or self._is_full(conversation):
            raise TooMany(self._words.say("busy", conversation, known), wait or 1.0)
        if self._limits.at_once and len(self._turns) >= self._limits.at_once:
            raise TooMany(self._words.say("crowded", conversation, known), CROWD_SECONDS)
        if isinstance(text, str) and len(text) > MAX_RAW_CHARACTERS:
            return self._words.say("too_long", conversation, known)
        cleaned = clean_text(text)
        if not cleaned:
            return self._words.say("empty_message", conversation, known)
        if is_command(text):
            return self._words.say("command", conversation, known)
        if len(cleaned) > MAX_CHARACTERS or len(cleaned.split()) > MAX_WORDS:
            return self._words.say("too_long", conversation, known)
        redacted = redact(cleaned)
        metrics.count_removed(tuple(kind.value for kind in redacted.removed))
        wish = own_data(redacted.text)
        if wish is not None:
            return await self._about_own_data(wish, conversation, known)
        said = CollectingOutputChannel()
        message = UserMessage(
            redacted.text, said, conversation, input_channel=self._channel, metadata=known
        )
        failed = await self._take_turn(message)
        replies = list(said.messages)
        if failed is None and not _is_sound(replies):
            failed = "fault"
        if failed is None and _starts_over(replies):  # what it says must be true of the file too
            failed = await self._deleted(conversation)
        if failed is not None:  # the turn is not kept, so what was said in it is not shown
            replies = self._words.say(failed, conversation, known)
        return [*self._words.told(redacted.removed, conversation, known), *replies]

    async def _about_own_data(
        self, wish: OwnData, conversation: str, known: dict[str, str]
    ) -> list[Message]:
        try:
            key, values = await self.kept.outcome(wish, conversation)
        except NotTaken as error:
            return self._words.say(error.sentence, conversation, known)
        return self._words.say(key, conversation, known, **values)

    async def _deleted(self, conversation: str) -> str | None:
        """Remove what is on file; the sentence to say if that failed."""
        try:
            await self.kept.delete(conversation)
        except NotTaken as error:
            return error.sentence
        return None

    def _is_full(self, conversation: str) -> bool:
        most = self._limits.queued
        return bool(most) and self._pending[conversation] > most

    async def _take_turn(self, message: UserMessage) -> str | None:
        """Run one turn for at most the time limit; the sentence to say if it failed.

        What has begun is left to finish: Rasa keeps a turn only at its end, so cancelling
        one (on time-out, or because the client went away) would forget what was said.
        """
        serving.set(True)
        task = asyncio.ensure_future(self._handler(message))
        self._turns.add(task)
        self._pending[message.sender_id] += 1
        task.add_done_callback(partial(self._finish, message.sender_id))
        await asyncio.wait({task}, timeout=self._time_limit)
        if not task.done():
            asyncio.get_running_loop().call_later(GIVEN_UP_AFTER - self._time_limit, task.cancel)
            return "fault"
        error = task.exception()
        return error.sentence if isinstance(error, NotTaken) else "fault" if error else None

    def _finish(self, conversation: str, task: asyncio.Task[None]) -> None:
        self._turns.discard(task)
        self._pending[conversation] -= 1
        if not self._pending[conversation]:
            del self._pending[conversation]
        error = None if task.cancelled() else task.exception()
        if error is not None:  # its text may quote the person, so it is not logged
            place = traceback.extract_tb(error.__traceback__)[-1]
            kind = type(error).__name__
            logger.error("A turn failed: %s at %s:%s", kind, place.filename, place.lineno)


def _is_sound(replies: list[Message]) -> bool:
    """Whether a person is shown something, and no more than an answer can be."""
    texts = [str(reply.get("text") or "") for reply in replies]
    bounded = len(replies) <= MOST_REPLIES and max(map(len, texts), default=0) <= LONGEST_REPLY
    return bounded and any(map(_is_visible, replies))


def _starts_over(replies: list[Message]) -> bool:
    answers = [reply["custom"].get("answer") for reply in replies if "custom" in reply]
    return any(isinstance(one, dict) and one.get("outcome") == STARTED_OVER for one in answers)


def _is_visible(message: Message) -> bool:
    text = message.get("text")
    return bool(isinstance(text, str) and text.strip()) or any(
        message.get(part) for part in ("buttons", "image", "attachment")
    )
