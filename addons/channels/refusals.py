"""Requests that were refused, told in the log: once, however often they come."""

from __future__ import annotations

import logging
import time

logger = logging.getLogger(__name__)

QUIET = 60.0
"""Seconds in which a reason is not told again: whoever posts a thousand writes one line."""


class Refusals:
    """What one platform's webhook did not take."""

    def __init__(self, platform: str, quiet: float = QUIET) -> None:
        self._platform, self._quiet = platform, quiet
        self._told: dict[str, float] = {}
        self._untold: dict[str, int] = {}

    def tell(self, reason: str) -> None:
        """Log `reason`, a sentence of ours (never words of the request), if it was not just now."""
        now = time.monotonic()
        if now - self._told.get(reason, -self._quiet) < self._quiet:
            self._untold[reason] = self._untold.get(reason, 0) + 1
            return
        self._told[reason] = now
        before = self._untold.pop(reason, 0)
        more = f" ({before} more before this one)" if before else ""
        logger.warning("%s: a request was refused: %s%s", self._platform, reason, more)
