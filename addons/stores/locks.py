"""One turn at a time in each conversation: in this process, or on Redis among several."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from rasa.core.lock_store import LOCK_LIFETIME, LockStore

from addons.stores.line import Line
from addons.stores.settings import line_of_environment

_of_process: deque[Locks] = deque(maxlen=1)


def locks() -> Locks:
    """The locks of this process, which Rasa made from endpoints.yml.

    Raises:
        IndexError: it has made none.
    """
    return _of_process[0]


class Locks(LockStore):
    """Rasa's lock store over a `Line`, without Rasa's tickets and its look once a second."""

    def __init__(self, endpoint_config: Any = None, line: Line | None = None) -> None:
        """As endpoints.yml makes it; a test puts its own `line`."""
        self.line = line if line is not None else line_of_environment()
        _of_process.append(self)

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
