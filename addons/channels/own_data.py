"""What people may ask of what is kept of their conversation: to see it, and to have it removed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from addons.stores import personal
from language.own_data import OwnData

MOST_LINES = 30
"""Lines of an export in a chat; all of it comes from the address of the web and REST channels."""


@dataclass(frozen=True)
class Kept:
    """Where conversations are kept; tests put their own."""

    delete: Callable[[str], Awaitable[int]] = personal.delete
    """Removes a conversation; how many rows that were."""
    export: Callable[[str], Awaitable[dict[str, Any]]] = personal.export
    """Everything on file, as ``facts``, ``said`` and ``events``."""

    async def outcome(self, wish: OwnData, conversation: str) -> tuple[str, dict[str, str]]:
        """The sentence to say and its values.

        Raises:
            NotTaken: it cannot be done now.
        """
        if wish is OwnData.DELETE:
            await self.delete(conversation)
            return wish.value, {}
        lines = lines_of(await self.export(conversation))
        return (wish.value, {"lines": "\n".join(lines)}) if lines else ("data_none", {})


def lines_of(exported: dict[str, Any]) -> list[str]:
    """An export as a person reads it: the facts, then the latest of their own words."""
    facts = [f"{name.replace('_', ' ')}: {value}" for name, value in exported["facts"].items()]
    said = [f"{one['at']}: {one['text']}" for one in exported["said"] if one["by"] == "person"]
    room = max(0, MOST_LINES - len(facts))
    return [*facts[:MOST_LINES], *(said[-room:] if room else [])]
