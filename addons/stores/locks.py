"""One turn at a time in each conversation: in this process, or on Redis among several."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any, Protocol

from rasa.core.lock_store import LOCK_LIFETIME, LockStore

from addons.stores.line import LocalLine


class Line(Protocol):
    """Where turns wait for each other, in the order they came."""

    async def enter(self, conversation: str) -> str:
        """Wait for the turn; returns what `leave` takes back.

        Raises:
            Busy: too many wait already, or the wait was too long.
            StoreFault: the line cannot be reached.
        """

    async def leave(self, conversation: str, place: str) -> None:
        """Let the next one in; raises nothing."""

    async def probe(self) -> None:
        """Raises: StoreFault: the line cannot be reached."""


class Locks(LockStore):
    """Rasa's lock store over a `Line`, without Rasa's tickets and its look once a second."""

    def __init__(self, endpoint_config: Any = None, line: Line | None = None) -> None:
        """As endpoints.yml makes it; a test puts its own `line`."""
        self.line = line if line is not None else LocalLine()

    @asynccontextmanager
    async def lock(
        self,
        conversation_id: str,
        lock_lifetime: float = LOCK_LIFETIME,
        wait_time_in_seconds: float = 1,
    ) -> AsyncGenerator[None, None]:
        """The conversation's turn; the two times are Rasa's and have no meaning here.

        Raises:
            NotTaken: the turn cannot be had.
        """
        place = await self.line.enter(conversation_id)
        try:
            yield
        finally:
            await self.line.leave(conversation_id, place)
