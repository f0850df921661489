"""While a part is unwell nobody waits for it, and one caller at a time finds out if it is back."""

from __future__ import annotations

import logging
import time

from addons.stores.faults import StoreFault, Unusable

logger = logging.getLogger(__name__)

PAUSE = 0.5
"""Seconds between two tries of a part that failed."""


class Breaker:
    """``with breaker:`` around each use of a part. A `StoreFault` opens it.

    Without it a frozen database costs everyone the whole time limit, in every turn.
    """

    def __init__(self, part: str) -> None:
        self._part = part
        self._next_try: float | None = None  # None: the part is well

    @property
    def is_well(self) -> bool:
        """Whether the last use of the part succeeded."""
        return self._next_try is None

    def __enter__(self) -> None:
        if self._next_try is None:
            return
        now = time.monotonic()
        if now < self._next_try:
            raise StoreFault(f"{self._part}: still unwell")
        self._next_try = now + PAUSE  # the others fail at once while this one tries

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _at: object
    ) -> None:
        if error is None or isinstance(error, Unusable):
            if self._next_try is not None:
                logger.warning("%s: well again", self._part)
            self._next_try = None
        elif isinstance(error, StoreFault):
            if self._next_try is None:
                logger.error("Unwell: %s", error)
            self._next_try = time.monotonic() + PAUSE
