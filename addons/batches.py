"""Work that costs less done for several at once: what waits is taken together."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item")
Done = TypeVar("Done")


class Batches(Generic[Item, Done]):
    """Does work in batches of what has come meanwhile; nobody waits for a batch to fill.

    The work keeps the event loop to itself, so between two batches everything else goes on.
    """

    def __init__(self, work: Callable[[list[Item]], Sequence[Done]], most: int) -> None:
        """`work` takes at most so many items and has something done for each."""
        self._work, self._most = work, most
        self._waiting: deque[tuple[Item, asyncio.Future[Done]]] = deque()
        self._worker: asyncio.Task[None] | None = None

    async def done(self, item: Item) -> Done:
        """What `work` has done for this item; raises what it raises for this one."""
        loop = asyncio.get_running_loop()
        result: asyncio.Future[Done] = loop.create_future()
        self._waiting.append((item, result))
        if self._worker is None or self._worker.done():
            self._worker = loop.create_task(self._serve())
        return await result

    async def _serve(self) -> None:
        while self._waiting:
            await asyncio.sleep(0)
            count = min(self._most, len(self._waiting))
            batch = [self._waiting.popleft() for _ in range(count)]
            batch = [(item, result) for item, result in batch if not result.cancelled()]
            try:
                every = self._work([item for item, _ in batch]) if len(batch) > 1 else ()
            except Exception:  # one of them is to blame: each is tried by itself
                every = ()
            if len(every) == len(batch):
                for (_, result), value in zip(batch, every, strict=True):
                    result.set_result(value)
            else:
                for item, result in batch:
                    self._alone(item, result)

    def _alone(self, item: Item, result: asyncio.Future[Done]) -> None:
        try:
            result.set_result(self._work([item])[0])
        except Exception as error:
            result.set_exception(error)
