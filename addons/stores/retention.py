"""What nobody went on with is removed, without anyone having to think of it."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from addons.stores.faults import StoreFault
from addons.stores.rows import Rows

logger = logging.getLogger(__name__)

DAY = 24 * 3600.0
KEPT_DAYS = 29
"""A conversation stays this long after its last turn. The job runs once a day, so nothing is
older than 30 days."""
TRY_AGAIN = 300.0
"""Seconds until the next try when the database could not be used."""


def remove_old(rows: Rows, now: float) -> int:
    """Remove every conversation whose last turn is over `KEPT_DAYS` ago; the rows removed.

    Raises:
        StoreFault: the database cannot be used.
    """
    removed = rows.expire(now - KEPT_DAYS * DAY)
    logger.info("Conversations over %s days old: %s rows removed", KEPT_DAYS, removed)
    return removed


def start(job: Callable[[], object]) -> None:
    """Do the job now and every day, in a thread that ends with the process."""
    threading.Thread(target=_daily, args=(job,), name="retention", daemon=True).start()


def _daily(job: Callable[[], object]) -> None:
    while True:
        try:
            job()
            time.sleep(DAY)
        except StoreFault as fault:
            logger.error("Old conversations could not be removed (%s)", fault)
            time.sleep(TRY_AGAIN)
