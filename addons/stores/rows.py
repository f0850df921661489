"""Conversations as rows: one for each turn, numbered from 1, only ever appended.

The table is the same in SQLite and PostgreSQL. A row's number and time together are the
conversation's version: appending names the version it follows, so a turn that began from
something older than what is on file (a lock that was lost, a deletion meanwhile) is refused.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from addons.json_text import written

TABLE = """
CREATE TABLE IF NOT EXISTS turns (
    sender TEXT NOT NULL, number BIGINT NOT NULL, saved_at DOUBLE PRECISION NOT NULL,
    events TEXT NOT NULL, PRIMARY KEY (sender, number))
"""
PROBES = """
CREATE TABLE IF NOT EXISTS probes (id INTEGER PRIMARY KEY, at DOUBLE PRECISION NOT NULL)
"""
LAST = "SELECT number, saved_at FROM turns WHERE sender = :sender ORDER BY number DESC LIMIT 1"
READ = "SELECT number, saved_at, events FROM turns WHERE sender = :sender ORDER BY number"
BEGIN = """
INSERT INTO turns SELECT :sender, :number, :saved_at, :events
WHERE NOT EXISTS (SELECT 1 FROM turns WHERE sender = :sender)
"""
APPEND = """
INSERT INTO turns SELECT :sender, :number, :saved_at, :events WHERE EXISTS
(SELECT 1 FROM turns WHERE sender = :sender AND number = :after AND saved_at = :after_at)
"""
DELETE_EARLIER = "DELETE FROM turns WHERE sender = :sender AND number < :number"
DELETE = "DELETE FROM turns WHERE sender = :sender"
SENDERS = "SELECT DISTINCT sender FROM turns"
EXPIRE = """
DELETE FROM turns WHERE sender IN
(SELECT sender FROM turns GROUP BY sender HAVING max(saved_at) < :before)
"""
PROBE = """
INSERT INTO probes VALUES (1, :at) ON CONFLICT (id) DO UPDATE SET at = excluded.at
"""


@dataclass(frozen=True)
class Version:
    """Which state of a conversation this is: its last row's number and time (Unix seconds)."""

    number: int
    saved_at: float


@dataclass(frozen=True)
class Row:
    """The events of one turn, as Rasa's dictionaries."""

    version: Version
    events: list[dict[str, Any]]

    def values(self, sender: str, after: Version | None) -> dict[str, Any]:
        """The values of `BEGIN` and `APPEND`."""
        return {
            "sender": sender,
            "number": self.version.number,
            "saved_at": self.version.saved_at,
            # ASCII: no character of a person's can be one that a database refuses.
            "events": written(self.events),
            "after": after.number if after else None,
            "after_at": after.saved_at if after else None,
        }


def row_of(found: Sequence[Any]) -> Row:
    """A result of `READ`.

    Raises:
        ValueError: the row does not hold a list of events.
    """
    number, saved_at, text = found
    events = json.loads(text)
    if not isinstance(events, list):
        raise ValueError("not a list")
    return Row(Version(int(number), float(saved_at)), events)


class Rows(Protocol):
    """A database of conversations. Calls block, at most for the time limit.

    Every call raises `StoreFault` if the database cannot be used, and nothing else.
    """

    threads: int
    """How many calls it takes at once."""

    def last(self, sender: str) -> Version | None:
        """The conversation's version; ``None`` if nothing is on file."""

    def read(self, sender: str) -> list[Row]:
        """The conversation."""

    def append(self, sender: str, after: Version | None, row: Row) -> None:
        """Add a turn after the version it was begun from.

        Raises:
            Conflict: what is on file is another version.
        """

    def replace(self, sender: str, after: Version, row: Row) -> None:
        """Put one row in the place of the whole conversation.

        Raises:
            Conflict: what is on file is another version.
        """

    def delete(self, sender: str) -> int:
        """Remove the conversation; how many rows it had."""

    def senders(self) -> list[str]:
        """Every conversation on file."""

    def expire(self, before: float) -> int:
        """Remove the conversations whose last turn was before then; how many rows they had."""

    def probe(self) -> None:
        """Write something, to see whether that works."""

    def close(self) -> None:
        """Let go of what is open; the next call opens it again."""
