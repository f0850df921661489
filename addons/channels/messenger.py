"""What messengers have in common: an event is taken in once and answered in order."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import uuid
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from addons.channels.delivery import Refused, Unavailable
from addons.channels.door_words import Message
from addons.channels.front_door import FrontDoor, TooMany
from addons.channels.lanes import Lanes
from addons.channels.rendering import Spoken, spoken
from addons.channels.seen import Seen
from addons.channels.uploads import Upload, uploads
from addons.stores import NotTaken
from language.catalogue import catalogue

logger = logging.getLogger(__name__)

Forget = Callable[[str], Awaitable[object]]
STOP_GRACE = 5.0
"""Seconds a stopping server gives the replies under way."""
TYPING_AFTER = 0.2
"""Seconds of thinking that are shown. A call that a quick answer overtakes would leave the
sign of writing under the answer, and count against the platform's limits for nothing."""


@dataclass(frozen=True)
class Place:
    """Where a reply goes."""

    chat: str
    thread: str | None = None


@dataclass(frozen=True)
class Heard:
    """What one event of a platform asks of the assistant."""

    event: str
    """The platform's id of it: the same for a redelivery."""
    place: Place
    conversation: str
    """Whose talk this is, in the shape of a sender's id."""
    text: str | None = None
    note: str | None = None
    """In place of an answer: the sentence of the catalogue to say."""
    private: bool = True
    language: str | None = None
    person: str | None = None
    """Of whom the platform tells more when it is asked."""


class Courier(Protocol):
    """Carries replies to one platform; its calls raise only `Unavailable` and `Refused`."""

    async def say(self, place: Place, said: Spoken) -> None:
        """Send the words and the buttons, repeating while the platform is unavailable."""

    async def upload(self, place: Place, file: Upload) -> None:
        """Send a file in the same way."""

    async def typing(self, place: Place) -> None:
        """Show that an answer is being written, once, where the platform can."""

    async def about(self, person: str) -> Mapping[str, str]:
        """A person's ``language`` and ``timezone`` as far as the platform tells, soon."""


class Messenger:
    """Takes events in, and answers each once, in order within its conversation."""

    def __init__(self, door: FrontDoor, courier: Courier, seen: Seen, forget: Forget) -> None:
        """`forget` removes a conversation from the store, as `addons.stores.delete` does."""
        self._door, self._courier, self._seen, self._forget = door, courier, seen, forget
        self._lanes = Lanes()
        self._forgetting: set[asyncio.Task[None]] = set()

    def take(self, heard: Heard) -> None:
        """Queue the answer to an event; at its turn, one that came before is passed over."""
        if not self._lanes.put(heard.conversation, partial(self._answer, heard)):
            logger.warning("A conversation has too many messages waiting; one was dropped.")

    async def close(self) -> None:
        """Give the replies under way a moment, and end."""
        lost = await self._lanes.close(STOP_GRACE)
        if lost:
            logger.error("Stopped while %d conversations waited for their replies.", lost)
        if self._forgetting:
            await asyncio.wait(self._forgetting, timeout=STOP_GRACE)
        await self._seen.close()

    async def _answer(self, heard: Heard) -> None:
        # Here and not on arrival, so that looking it up cannot change the order.
        if not await self._seen.first(heard.event):
            return
        typing = asyncio.ensure_future(self._typing(heard.place))
        try:
            metadata = await self._metadata(heard)
            said = spoken(await self._replies(heard, metadata))
        finally:
            typing.cancel()  # it must not come after the words
        try:
            for one in said:
                await self._courier.say(heard.place, one)
                for file in await _files(one, metadata.get("language")):
                    await self._upload(heard.place, file)
        except (Unavailable, Refused) as error:
            logger.error("A reply could not be delivered: %s", error)

    async def _typing(self, place: Place) -> None:
        await asyncio.sleep(TYPING_AFTER)
        with contextlib.suppress(Unavailable, Refused):
            await self._courier.typing(place)

    async def _upload(self, place: Place, file: Upload) -> None:
        try:
            await self._courier.upload(place, file)
        except Refused as error:  # a right that is missing: the words go on
            logger.error("%s could not be sent: %s", file.name, error)

    async def _metadata(self, heard: Heard) -> dict[str, str]:
        told = await self._courier.about(heard.person) if heard.person else {}
        return {**told, **({"language": heard.language} if heard.language else {})}

    async def _replies(self, heard: Heard, metadata: dict[str, str]) -> list[Message]:
        words = catalogue(metadata.get("language"))
        if heard.note is not None:
            return [{"text": words.sentence(heard.note)}]
        if heard.private:
            return await self._through_the_door(heard.text, heard.conversation, metadata)
        # In a group nothing is remembered: what one person tells is no fact of the next one.
        alone = uuid.uuid4().hex
        replies = await self._through_the_door(heard.text, alone, metadata)
        task = asyncio.ensure_future(self._remove(alone))
        self._forgetting.add(task)
        task.add_done_callback(self._forgetting.discard)
        if any(one.is_personal for one in spoken(replies)):
            return [{"text": words.sentence("private_only")}]
        return replies

    async def _through_the_door(
        self, text: str | None, conversation: str, metadata: dict[str, str]
    ) -> list[Message]:
        try:
            return await self._door.reply(text, conversation, metadata)
        except TooMany as many:
            return many.replies

    async def _remove(self, conversation: str) -> None:
        try:
            await self._forget(conversation)
        except NotTaken as error:  # it leaves with the others of its age
            logger.error("What was said in a group is still on file: %s", type(error).__name__)


async def _files(said: Spoken, language: str | None) -> list[Upload]:
    try:
        # A picture is drawn in some fifty milliseconds.
        return await asyncio.to_thread(uploads, said, language)
    except (LookupError, TypeError, ValueError) as error:  # the words go on
        logger.error("The files of an answer could not be made: %s", type(error).__name__)
        return []
