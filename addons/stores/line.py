"""Turns of one conversation in the order they came, within this process."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Protocol

from addons.stores.faults import Busy

MOST_WAITING = 100
"""Messages of one conversation that may wait. How many one person may send is the
channel's to limit; this one keeps memory bounded."""
WAIT_LIMIT = 7.0
"""Seconds a message waits. Less than a channel takes to answer (front_door.TIME_LIMIT), so
that no message whose sender was told it failed is acted on later."""


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


class LocalLine:
    """A line of waiting turns for each conversation; whoever came first goes first.

    Rasa's own lock looks once a second whether it is free: 20 messages at once took 20 s.
    """

    def __init__(self, wait_limit: float = WAIT_LIMIT, most_waiting: int = MOST_WAITING) -> None:
        self._wait_limit, self._most_waiting = wait_limit, most_waiting
        # A conversation is in here while somebody has its turn.
        self._lines: dict[str, deque[asyncio.Future[None]]] = {}

    async def enter(self, conversation: str) -> str:
        """Wait for the turn; returns what `leave` takes back.

        Raises:
            Busy: too many wait already, or the wait was too long.
        """
        line = self._lines.get(conversation)
        if line is None:
            self._lines[conversation] = deque()
            return ""
        if len(line) >= self._most_waiting:
            raise Busy("too many wait")
        place = asyncio.get_running_loop().create_future()
        line.append(place)
        try:
            await asyncio.wait({place}, timeout=self._wait_limit)
        except asyncio.CancelledError:
            if place.done():  # the turn came in the same moment
                self._next(conversation)
            else:
                line.remove(place)
            raise
        if not place.done():
            line.remove(place)
            raise Busy("waited too long")
        return ""

    async def leave(self, conversation: str, _place: str) -> None:
        """Let the next one in."""
        self._next(conversation)

    def _next(self, conversation: str) -> None:
        line = self._lines[conversation]
        if line:
            line.popleft().set_result(None)
        else:
            del self._lines[conversation]

    async def probe(self) -> None:
        """Nothing outside is needed, so this is always well."""
