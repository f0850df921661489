"""Rasa's tracker store over `Rows`: it keeps a turn or says that it did not, and in time."""

from __future__ import annotations

import asyncio
import re
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.trackers import DialogueStateTracker

from addons.quicker import same_slot
from addons.stores import retention
from addons.stores.breaker import Breaker
from addons.stores.fail_closed import never_fall_back
from addons.stores.faults import StoreFault, Unusable
from addons.stores.rows import Row, Rows, Version
from addons.stores.settings import rows_of_environment
from addons.stores.shortening import shortened

T = TypeVar("T")
SENDER = re.compile(r"[^\x00\ud800-\udfff]{1,255}")
"""What can name a conversation in either database."""
TIME_LIMIT = 1.2
"""Seconds a turn waits for the database, the wait for others included."""
MOST_LIVE = 200
"""Conversations kept in memory besides; the others are read when they go on."""
LIVE_FOR = 3600.0
"""Seconds without a turn after which a conversation leaves memory."""


@dataclass(frozen=True)
class OnFile:
    """How much of a tracker is on file: up to which version, and how many of its events."""

    version: Version | None = None
    events: int = 0


_of_process: deque[Conversations] = deque(maxlen=1)


def conversations() -> Conversations:
    """The store of this process, which Rasa made from endpoints.yml.

    Raises:
        IndexError: it has made none.
    """
    return _of_process[0]


class Conversations(TrackerStore):
    """Conversations in SQLite or PostgreSQL, appended turn by turn.

    A tracker stays in memory between turns, so that it need not be read and replayed, and
    is used again only if the database's last row is the one it was saved with. While a turn
    runs the tracker is out: a turn that fails leaves nothing of itself behind.
    """

    def __init__(
        self,
        domain: Any = None,
        event_broker: Any = None,
        host: str | None = None,
        rows: Rows | None = None,
    ) -> None:
        """As endpoints.yml makes it (``host`` is its ``url``, unused); tests give `rows`."""
        super().__init__(domain, event_broker)
        never_fall_back()
        self._rows = rows if rows is not None else rows_of_environment()
        self._pool = ThreadPoolExecutor(self._rows.threads, "conversations")
        self._breaker = Breaker("conversations")
        self._live: OrderedDict[str, tuple[float, DialogueStateTracker]] = OrderedDict()
        retention.start(
            lambda: self._pool.submit(retention.remove_old, self._rows, time.time()).result()
        )
        _of_process.append(self)

    def init_tracker(self, sender_id: str) -> DialogueStateTracker:
        """A new conversation, as ``TrackerStore`` makes it; that one copies each slot slowly."""
        tracker = DialogueStateTracker(sender_id, (), self.max_event_history)
        for slot in self.domain.slots:
            tracker.slots[slot.name] = twin = same_slot(slot)
            twin.reset()
        return tracker

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation as it is on file.

        Raises:
            StoreFault: the database cannot be used, or not in time.
        """
        _, live = self._live.pop(sender_id, (0.0, None))
        if live is not None:
            version = await self._run(sender_id, self._rows.last)
            if version == live.on_file.version:
                return live
        found = await self.rows(sender_id)
        if not found:
            return None
        events = [event for row in found for event in row.events]
        tracker = DialogueStateTracker.from_dict(sender_id, events, self.domain.slots)
        tracker.on_file = OnFile(found[-1].version, len(tracker.events))
        return tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Append what is new, or put the shortened conversation in the place of the old one.

        Raises:
            StoreFault: the turn is not on file.
        """
        sender, on_file = tracker.sender_id, await self._on_file(tracker)
        new = list(tracker.events)[on_file.events :]
        kept = shortened(tracker)
        if not new and kept is tracker:
            return
        version = Version((on_file.version.number if on_file.version else 0) + 1, time.time())
        events = new if kept is tracker else kept.events
        row = Row(version, [event.as_dict() for event in events])
        before = on_file.version
        if kept is tracker or before is None:
            await self._run(sender, lambda _: self._rows.append(sender, before, row))
        else:
            await self._run(sender, lambda _: self._rows.replace(sender, before, row))
        kept.on_file = OnFile(version, len(kept.events))
        self._keep(sender, kept)
        if self.event_broker is not None:
            await self._stream_new_events(self.event_broker, new, sender)

    async def keys(self) -> Iterable[str]:
        """Every conversation on file."""
        return await self._run("-", lambda _: self._rows.senders())

    async def rows(self, sender_id: str) -> list[Row]:
        """Everything on file of a conversation."""
        return await self._run(sender_id, self._rows.read)

    async def delete(self, sender_id: str) -> int:
        """Remove a conversation from the file and from memory; how many rows it had."""
        self._live.pop(sender_id, None)
        return await self._run(sender_id, self._rows.delete)

    async def probe(self) -> None:
        """Write something. Raises: StoreFault: that does not work now."""
        await self._run("-", lambda _: self._rows.probe())

    def close(self) -> None:
        """Let go of the database, once the calls under way are done."""
        self._pool.shutdown()
        self._rows.close()

    async def _on_file(self, tracker: DialogueStateTracker) -> OnFile:
        """What is on file of a tracker; one that Rasa made from events is looked up."""
        known = getattr(tracker, "on_file", None)
        if isinstance(known, OnFile):
            return known
        if not tracker.events:  # Rasa has just made it, for nothing was found
            nothing = tracker.on_file = OnFile()
            return nothing
        found = await self.rows(tracker.sender_id)
        count = sum(len(row.events) for row in found)
        return OnFile(found[-1].version if found else None, count)

    def _keep(self, sender: str, tracker: DialogueStateTracker) -> None:
        now = time.monotonic()
        self._live[sender] = (now, tracker)
        while len(self._live) > MOST_LIVE or next(iter(self._live.values()))[0] < now - LIVE_FOR:
            self._live.popitem(last=False)

    async def _run(self, sender: str, call: Callable[[str], T]) -> T:
        """`call` in a thread of the database's, so that nobody else waits for it."""
        if not SENDER.fullmatch(sender):
            raise Unusable("conversations: a name that no conversation can have")
        with self._breaker:
            done = asyncio.get_running_loop().run_in_executor(self._pool, call, sender)
            try:
                return await asyncio.wait_for(done, TIME_LIMIT)
            except asyncio.TimeoutError as error:
                raise StoreFault("conversations: no answer in time") from error
