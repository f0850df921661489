"""A message sent twice is taken once: a browser that lost an answer asks for it again."""

from __future__ import annotations

import asyncio
import re
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from addons.channels.door_words import Message
from addons.channels.incoming import BadRequest

MESSAGE_ID = re.compile(r"[A-Za-z0-9_-]{16,64}")
KEPT_SECONDS = 120.0
"""Longer than a browser waits for an answer and asks again, several times over."""
MOST_KEPT = 1000


class Repeats:
    """The latest answers by conversation and message id, for two minutes at most."""

    def __init__(self, kept_seconds: float = KEPT_SECONDS) -> None:
        self._kept_seconds = kept_seconds
        self._answers: OrderedDict[tuple[str, str], asyncio.Future[list[Message]]] = OrderedDict()

    async def once(
        self, sender: str, message_id: object, reply: Callable[[], Awaitable[list[Message]]]
    ) -> list[Message]:
        """What ``reply`` returns; of the first call, where this one repeats it.

        Raises:
            BadRequest: the id is not 16 to 64 of ``A-Z a-z 0-9 _ -``.
        """
        if message_id is None:
            return await reply()
        if not isinstance(message_id, str) or not MESSAGE_ID.fullmatch(message_id):
            raise BadRequest("'id' must be 16 to 64 letters, digits or _ - characters.")
        key = (sender, message_id)
        if key not in self._answers:
            self._answers[key] = asyncio.ensure_future(reply())
            asyncio.get_running_loop().call_later(self._kept_seconds, self._forget, key)
            while len(self._answers) > MOST_KEPT:
                self._answers.popitem(last=False)
        # Shielded: a browser that goes away must not end the turn for the one that returns.
        return await asyncio.shield(self._answers[key])

    def forget(self, sender: str) -> None:
        """Drop the answers of a conversation."""
        for key in [key for key in self._answers if key[0] == sender]:
            del self._answers[key]

    def _forget(self, key: tuple[str, str]) -> None:
        self._answers.pop(key, None)
