"""Jobs one after another within a conversation, conversations side by side."""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections import deque
from collections.abc import Awaitable, Callable

logger = logging.getLogger(__name__)

MOST_WAITING = 20
"""Jobs one conversation may have waiting; beyond that somebody floods, or nobody reads."""

Job = Callable[[], Awaitable[None]]


class Lanes:
    """Runs jobs in order per lane; a lane that waits holds up no other."""

    def __init__(self) -> None:
        self._waiting: dict[str, deque[Job]] = {}
        self._workers: set[asyncio.Task[None]] = set()

    def put(self, lane: str, job: Job) -> bool:
        """Queue a job, to run in this event loop; ``False`` if the lane is full."""
        waiting = self._waiting.get(lane)
        if waiting is None:
            self._waiting[lane] = deque([job])
            worker = asyncio.ensure_future(self._work(lane))
            self._workers.add(worker)
            worker.add_done_callback(self._workers.discard)
        elif len(waiting) >= MOST_WAITING:
            return False
        else:
            waiting.append(job)
        return True

    async def close(self, grace: float) -> int:
        """Let what runs finish for `grace` seconds, then end it; how many lanes were ended."""
        if not self._workers:
            return 0
        _, late = await asyncio.wait(self._workers, timeout=grace)
        for worker in late:
            worker.cancel()
        return len(late)

    async def _work(self, lane: str) -> None:
        waiting = self._waiting[lane]
        while waiting:
            try:
                await waiting.popleft()()
            except Exception as error:  # its text may quote the person or hold a token
                place = traceback.extract_tb(error.__traceback__)[-1]
                kind = type(error).__name__
                logger.error("A reply failed: %s at %s:%s", kind, place.filename, place.lineno)
        del self._waiting[lane]
