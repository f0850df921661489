"""What an audit of the law on file can find, as frozen values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum


class WindowState(str, Enum):
    """What happens to the version of a fact."""

    LAPSED = "lapsed"
    """Its last version has ended: nothing is on file now."""
    CLOSING = "closing"
    """Its last version ends soon and no other follows."""
    OPENING = "opening"
    """A version on file begins soon."""


class Difference(str, Enum):
    """How the published text of a cited provision differs from what is on file."""

    NOT_FOUND = "not_found"
    REPEALED = "repealed"
    AMENDED_SINCE = "amended_since"
    """Its section was amended after the day up to which it was read."""
    STARTS_LATER = "starts_later"
    """The present wording is younger than the version that rests on it."""
    STARTS_EARLIER = "starts_earlier"
    """The wording is older: the start on file is that of an amount or an instruction."""
    UNDATED = "undated"
    """The file gives no date, so nothing could be compared."""


@dataclass(frozen=True)
class Check:
    """A fact and the day it was last compared with its source."""

    fact: str
    checked_on: dt.date
    age_days: int


@dataclass(frozen=True)
class CheckCount:
    """How many facts were last checked on one day."""

    checked_on: dt.date
    age_days: int
    facts: int


@dataclass(frozen=True)
class Window:
    """A fact of which a version ends or begins about today."""

    fact: str
    state: WindowState
    day: dt.date
    """The first day without a version, or with the new one."""
    in_days: int
    """Days from today to ``day``; negative when it has passed."""
    note: str
    """What the fact itself says about it; may be empty."""


@dataclass(frozen=True)
class OpenPoint:
    """A fact that is not settled, and what is open."""

    fact: str
    note: str


@dataclass(frozen=True)
class Reading:
    """The consolidation of an instrument that was read."""

    instrument: str
    consolidated_to: dt.date
    age_days: int
    xml_current_to: dt.date | None
    """Up to when the file compared with is consolidated; ``None`` without one."""


@dataclass(frozen=True)
class Compared:
    """One difference between a citation and the published text."""

    fact: str
    instrument: str
    pinpoint: str
    difference: Difference
    on_file: dt.date | None
    """Our day: the version's start, or up to when the text was read."""
    published: dt.date | None
    """The file's day: the start of the wording, or the section's last amendment."""


@dataclass(frozen=True)
class Report:
    """Everything found on ``today``; each list oldest, nearest or alphabetically first."""

    today: dt.date
    facts: int
    within_days: int
    older_than_days: int | None
    checks: tuple[CheckCount, ...]
    stale: tuple[Check, ...]
    """Facts whose check is more than ``older_than_days`` old; empty without that limit."""
    windows: tuple[Window, ...]
    unsettled: tuple[OpenPoint, ...]
    readings: tuple[Reading, ...]
    citations_compared: int
    differences: tuple[Compared, ...]

    @property
    def to_do(self) -> int:
        """How many findings need someone: the rest is for information."""
        windows = [found for found in self.windows if found.state is not WindowState.OPENING]
        texts = [f for f in self.differences if f.difference is not Difference.STARTS_EARLIER]
        return len(self.stale) + len(windows) + len(texts)
