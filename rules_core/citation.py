"""Where a statement of law comes from, as frozen values every layer can carry."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum


class Authority(str, Enum):
    """The weight of a source, heaviest first; words for users keep these apart."""

    STATUTE = "statute"
    REGULATION = "regulation"
    DECISION = "decision"
    INSTRUCTION = "instruction"
    GUIDANCE = "guidance"
    SECONDARY = "secondary"


@dataclass(frozen=True)
class Citation:
    """One place in one instrument, as it was last checked."""

    instrument: str
    """The code in ``law/instruments.yaml``, for example ``IRPR``."""
    pinpoint: str
    """The place inside it: ``183(2)``, or a few words for a page."""
    url: str
    authority: Authority
    checked_on: dt.date
    """The day a person last compared the statement with the source."""

    def __hash__(self) -> int:
        return hash(self.pinpoint)  # telling enough, and a fifth of the time of all fields
