"""The values a look-up in the law book gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import Any

from rules_core.citation import Authority, Citation


class Confidence(str, Enum):
    """How well the statement was verified."""

    STATUTE = "statute"
    """Read in the text of the Act or the Regulations."""
    OFFICIAL = "official"
    """Seen on an official page, in the Gazette or in a court decision."""
    SECONDARY = "secondary"
    """Several law firms or news pages say the same."""
    SINGLE = "single"
    UNVERIFIED = "unverified"


class StartBasis(str, Enum):
    """Why a version begins on the day it does."""

    PROVISION = "provision"
    """The start of this very provision, instruction or amount is known."""
    INSTRUMENT = "instrument"
    """No other date is known: the day the Act and Regulations came into force."""
    CHECKED = "checked"
    """No start is known: 1 January of the year in which the source was checked."""


_BY_LAW = (Authority.STATUTE, Authority.REGULATION)


@dataclass(frozen=True)
class Instrument:
    """A statute, regulation, decision or page that facts cite."""

    code: str
    title: str
    authority: Authority
    url: str
    """The page; for ``by_section`` the base address of the section pages."""
    by_section: bool
    """Whether each section has its own page, as on the Justice Laws site."""
    consolidated_to: dt.date | None
    """For an Act or Regulations, the day up to which the text that was read was consolidated."""
    pinpoints: frozenset[str]
    """What may be cited in it; a citation of another place is refused."""


@dataclass(frozen=True)
class Provision:
    """One fact of law as it stands from ``in_force_from`` to ``in_force_to``, both included."""

    key: str
    statement: str
    value: Mapping[str, Any] = field(hash=False)
    """Figures for computing, read-only; amounts (``cad``, ``..._cad``) are ``Decimal``."""
    citations: tuple[Citation, ...]
    """At least one, the main one first."""
    in_force_from: dt.date
    in_force_to: dt.date | None
    """``None`` while no end is known."""
    start_basis: StartBasis
    settled: bool
    """False where some part is open; ``note`` then says which."""
    confidence: Confidence
    note: str = ""

    @cached_property
    def leading(self) -> tuple[Citation, ...]:
        """The two citations to name first.

        Where the statement was not verified in the Act or Regulations alone, the second
        is the source that carries the rest, so that no statute is credited with it.
        """
        main, *others = self.citations
        if self.confidence is not Confidence.STATUTE:
            others = [c for c in others if c.authority not in _BY_LAW] or others
        return (main, *others[:1])


@dataclass(frozen=True)
class LawNotOnFile:
    """The key is known but nothing is on file for that day: say so, never guess."""

    key: str
    on: dt.date
    known_from: dt.date
    known_to: dt.date | None
    """``None`` while no end is known; ``on`` is then before ``known_from``."""
