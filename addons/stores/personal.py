"""What people may ask of what is kept of them, and whether it can be kept at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from addons.stores.conversations import conversations
from addons.stores.faults import StoreFault
from addons.stores.locks import locks


async def delete(sender: str) -> int:
    """Remove everything on file of a conversation, after the turn under way if there is one.

    Returns how many rows were removed; none is left.

    Raises:
        StoreFault: it could not be removed, or not be seen to be gone.
        Busy: too many messages of the conversation wait.
    """
    async with locks().lock(sender):
        removed = await conversations().delete(sender)
        if await conversations().rows(sender):
            raise StoreFault("conversations: not deleted")
    return removed


async def export(sender: str) -> dict[str, Any]:
    """Everything on file of a conversation, for the person it belongs to.

    ``facts`` (slot names and values as they are now), ``said`` (``at`` ISO UTC, ``by`` person or
    assistant, ``text``) and ``events`` (all of it, as stored). Empty where nothing is on file.

    Raises:
        StoreFault: it could not be read.
    """
    events = [event for row in await conversations().rows(sender) for event in row.events]
    facts: dict[str, Any] = {}
    for event in events:
        if event["event"] in ("session_started", "restart", "reset_slots"):
            facts.clear()
        elif event["event"] == "slot":
            facts[event["name"]] = event["value"]
    return {
        "conversation": sender,
        "facts": {name: value for name, value in facts.items() if value is not None},
        "said": list(_said(events)),
        "events": events,
    }


async def unwell() -> list[str]:
    """The parts that cannot be used now: "conversations", "locks", both or neither.

    Of a process in which Rasa made no stores yet there is nothing to say.
    """
    try:
        parts = {"conversations": conversations().probe, "locks": locks().line.probe}
    except IndexError:
        return []
    found = []
    for part, probe in parts.items():
        try:
            await probe()
        except StoreFault:
            found.append(part)
    return found


def _said(events: Iterable[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    for event in events:
        by = {"user": "person", "bot": "assistant"}.get(event["event"])
        if by is not None and event.get("text"):
            at = dt.datetime.fromtimestamp(event["timestamp"], dt.timezone.utc)
            yield {"at": at.isoformat(timespec="seconds"), "by": by, "text": event["text"]}
