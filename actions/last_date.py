"""The date the talk was last about: whose day a correction or "and on the 15th?" changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class LastDate:
    """A fact whose day was told or supposed last."""

    fact: str
    supposed: dt.date | None = None
    """The day it was only supposed to be, in the message before."""

    @classmethod
    def from_slot(cls, value: object) -> LastDate | None:
        """What the slot holds; ``None`` where it holds nothing."""
        fact, _, day = value.partition(" ") if isinstance(value, str) else ("", "", "")
        return cls(fact, dt.date.fromisoformat(day) if day else None) if fact else None

    def to_slot(self) -> str:
        """The fact's name, and the supposed day after a blank."""
        return self.fact if self.supposed is None else f"{self.fact} {self.supposed.isoformat()}"

    def day(self, known: Mapping[str, Any]) -> dt.date | None:
        """The day last said of the fact, by what is known."""
        told = known.get(self.fact)
        return self.supposed or (dt.date.fromisoformat(told) if told else None)
