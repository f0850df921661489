"""What one message told or supposed, once it is heard."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from actions.reading import ROLE_OF_FACT, Doubtful


@dataclass(frozen=True)
class Heard:
    """What a message tells or supposes, and what must be asked about."""

    new: dict[str, Any]
    doubts: tuple[Doubtful, ...]
    corrects: bool
    """Whether it takes something back."""
    perhaps: bool
    """Whether it only supposes what it says."""
    goes_on: bool
    """Whether it puts another day for the one last spoken of: "and on the 15th?"."""

    @property
    def days(self) -> frozenset[dt.date]:
        """The days it names as facts."""
        told = (self.new.get(fact) for fact in ROLE_OF_FACT)
        return frozenset(dt.date.fromisoformat(day) for day in told if day)
