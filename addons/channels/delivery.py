"""A call to a platform, repeated while there is hope, and for a bounded time."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

logger = logging.getLogger(__name__)

T = TypeVar("T")
DELAYS = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0, 60.0, 120.0, 300.0)
"""Seconds between tries: ten minutes of an outage are waited out."""


class Unavailable(Exception):
    """The platform could not take the call now; `wait` are the seconds it asked for, if any."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


class Refused(Exception):
    """The platform will never take this call: blocked, bad token, no such chat."""


async def deliver(call: Callable[[], Awaitable[T]], delays: Sequence[float] = DELAYS) -> T:
    """The result of `call`, tried again after each of `delays` while it is `Unavailable`.

    The wait a platform asks for goes before ours. A reply that was lost on the way back
    makes a message come twice, which is better than never.

    Raises:
        Refused: at once.
        Unavailable: after the last try.
    """
    for number, delay in enumerate(delays):
        try:
            return await call()
        except Unavailable as error:
            if number == 0:
                logger.warning("A call to a platform failed (%s); it is repeated.", error)
            # Many conversations wait for the same outage to end: not all at one moment.
            ours = delay * random.uniform(0.8, 1.2)
            await asyncio.sleep(ours if error.wait is None else error.wait)
    return await call()
