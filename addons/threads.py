"""Work done beside the event loop, in threads that may hang without harm."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

T = TypeVar("T")
Work = Callable[[], Coroutine[Any, Any, T]]


class Threads(Generic[T]):
    """At most so many threads, each with an event loop, started when needed and kept.

    Not ``concurrent.futures``, which at the end of the process waits for what hangs.
    """

    def __init__(self, most: int) -> None:
        self._left = most
        self._jobs: SimpleQueue[tuple[Work[T], asyncio.Future[T]]] = SimpleQueue()
        self._idle = 0
        self._unclaimed = 0
        """Jobs that no thread was idle for, or could be started for."""
        self._lock = threading.Lock()

    def are_free(self) -> bool:
        """Whether there is a thread for one more job."""
        return bool(self._idle or self._left)

    async def run(self, work: Work[T]) -> T:
        """What `work` returns or raises. Cancelled before it began, it never begins."""
        result: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._jobs.put((work, result))
        with self._lock:
            if self._idle:
                self._idle -= 1
            elif self._left:
                self._left -= 1
                threading.Thread(target=self._serve, daemon=True).start()
            else:
                self._unclaimed += 1
        return await result

    def _serve(self) -> None:
        own = asyncio.new_event_loop()
        while True:
            work, result = self._jobs.get()
            if not result.cancelled():
                _do(work, result, own)
            with self._lock:
                if self._unclaimed:
                    self._unclaimed -= 1
                else:
                    self._idle += 1


def _do(work: Work[T], result: asyncio.Future[T], own: asyncio.AbstractEventLoop) -> None:
    value: T
    error: Exception | None = None
    try:
        value = own.run_until_complete(work())
    except Exception as raised:
        error = raised
    except BaseException as raised:  # handed over, a SystemExit would end the whole process
        error = RuntimeError(type(raised).__name__)

    def settle() -> None:
        if result.done():
            return  # nobody waits any more
        if error is None:
            result.set_result(value)
        else:
            result.set_exception(error)

    with suppress(RuntimeError):  # that loop is closed: the process ends
        result.get_loop().call_soon_threadsafe(settle)
