"""How much may be sent: by one conversation at once and a minute, and by all at once."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

QUEUED, PER_MINUTE = "SOJOURN_MOST_QUEUED", "SOJOURN_MOST_PER_MINUTE"
AT_ONCE = "SOJOURN_MOST_AT_ONCE"
MOST_QUEUED, MOST_PER_MINUTE = 5, 60
MOST_AT_ONCE = 64
"""Two seconds of work on a core of one's own; what waits longer than eight is told of a fault."""
MINUTE = 60.0
MOST_KNOWN = 10_000
"""Conversations remembered before those silent for a minute are dropped."""


@dataclass(frozen=True)
class Limits:
    """What one conversation, and all together, may do; 0 means without end."""

    queued: int = MOST_QUEUED
    """Messages waiting behind the one that is being answered."""
    per_minute: int = MOST_PER_MINUTE
    at_once: int = MOST_AT_ONCE
    """Turns under way in this process, of all conversations and channels."""

    @classmethod
    def of_environment(cls) -> Limits:
        """Those in ``SOJOURN_MOST_QUEUED``, ``..._PER_MINUTE`` and ``..._AT_ONCE``.

        Raises:
            ValueError: one of them is no whole number from 0.
        """
        return cls(
            _number(QUEUED, MOST_QUEUED),
            _number(PER_MINUTE, MOST_PER_MINUTE),
            _number(AT_ONCE, MOST_AT_ONCE),
        )


def _number(name: str, default: int) -> int:
    given = os.environ.get(name, "").strip() or str(default)
    if not given.isdecimal():
        raise ValueError(f"{name} must be a whole number, not {given!r} (0: no limit).")
    return int(given)


class Pace:
    """Counts each conversation's messages of the last minute, in this process."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._clock = per_minute, clock
        self._taken: dict[str, deque[float]] = {}

    def wait(self, conversation: str) -> float:
        """Seconds until a message may come; 0.0 counts it as taken now."""
        if not self._most:
            return 0.0
        now = self._clock()
        if len(self._taken) >= MOST_KNOWN and conversation not in self._taken:
            self._taken = {one: at for one, at in self._taken.items() if now - at[-1] < MINUTE}
        taken = self._taken.setdefault(conversation, deque(maxlen=self._most))
        if len(taken) == self._most and now - taken[0] < MINUTE:
            return MINUTE - (now - taken[0])
        taken.append(now)
        return 0.0
