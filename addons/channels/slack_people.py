"""What Slack tells of a person: the language and the time zone they have set."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any

from addons.channels.delivery import Refused, Unavailable

logger = logging.getLogger(__name__)

TIME_LIMIT = 2.0
"""Seconds an answer waits for this; it is better in the person's own time zone, not worth more."""
KEPT = 24 * 3600.0
"""Seconds; people travel."""
KEPT_UNKNOWN = 600.0
"""Seconds after which Slack is asked again when it did not tell."""
MOST_KEPT = 10_000


class SlackPeople:
    """Language and time zone by person, in memory only; nothing else of a profile is kept."""

    def __init__(self, ask: Callable[[str], Awaitable[Any]]) -> None:
        """`ask` calls ``users.info`` once; it raises only `Unavailable` and `Refused`."""
        self._ask = ask
        self._known: OrderedDict[str, tuple[float, dict[str, str]]] = OrderedDict()
        self._told_why_not = False

    async def about(self, person: str) -> dict[str, str]:
        """``language`` and ``timezone``, each if Slack tells it within two seconds."""
        until, found = self._known.get(person, (0.0, {}))
        if time.monotonic() < until:
            return found
        try:
            answer = await asyncio.wait_for(self._ask(person), TIME_LIMIT)
            kept, found = KEPT, _read(answer.get("user"))
        except (Unavailable, Refused, asyncio.TimeoutError) as error:
            kept, found = KEPT_UNKNOWN, {}
            if not self._told_why_not:  # a missing scope is missing for everyone
                reason = str(error) or "no answer in time"
                logger.warning("Slack does not tell people's time zones (%s).", reason)
            self._told_why_not = True
        self._known[person] = (time.monotonic() + kept, found)
        self._known.move_to_end(person)
        while len(self._known) > MOST_KEPT:
            self._known.popitem(last=False)
        return found


def _read(user: object) -> dict[str, str]:
    given = user if isinstance(user, dict) else {}
    told = {"language": given.get("locale"), "timezone": given.get("tz")}
    return {name: value for name, value in told.items() if isinstance(value, str) and value}
