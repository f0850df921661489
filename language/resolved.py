"""What a said date comes to once today is known: a day, or why there is none."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class ExactDate:
    """One day; ``year_assumed`` when the person did not say the year."""

    date: dt.date
    year_assumed: bool = False


@dataclass(frozen=True)
class AmbiguousDate:
    """Words that mean more than one day, earliest first; to be asked about."""

    candidates: tuple[dt.date, ...]


@dataclass(frozen=True)
class ImpossibleDate:
    """A day no calendar has, such as 30 February."""

    text: str


@dataclass(frozen=True)
class IncompleteDate:
    """Words that leave the day or the month open."""

    text: str


Resolved = ExactDate | AmbiguousDate | ImpossibleDate | IncompleteDate
