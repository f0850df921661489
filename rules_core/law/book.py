"""The law book: look a fact of law up by its key and a day.

``instruments.yaml`` registers what may be cited, down to the pinpoint; every other file is
``<instrument in lower case>/<file>.yaml`` and holds facts by id. For an Act or
Regulations the file is the section (``irpr/s183.yaml``), and the first citation of
a fact's newest version must be in that section; older versions may rest on
another instrument. Each version of a fact names, as ``start_basis``, why it begins
when it does: ``provision`` (this provision's own start is known), ``instrument`` (no
other start is known than that of the Act and Regulations, 2002-06-28) or ``checked``
(no start is known: 1 January of the year the source was checked). Versions follow
one another without gap or overlap; before the first and after the last, the answer
is ``LawNotOnFile``. Dates are written plain (2026-11-22), codes, pinpoints and amounts
in quotes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from rules_core.law.provision import (
    Confidence,
    Instrument,
    LawNotOnFile,
    Provision,
    StartBasis,
)
from rules_core.law.reading import read_facts, read_instruments
from rules_core.law.strict_yaml import LawFileError, Place

__all__ = [
    "Confidence",
    "Instrument",
    "LawBook",
    "LawFileError",
    "LawNotOnFile",
    "Provision",
    "StartBasis",
    "law_book",
    "load",
]

_HERE = Path(__file__).parent
_REGISTRY = "instruments.yaml"


class LawBook:
    """Every fact of law on file; read-only."""

    def __init__(
        self,
        instruments: Mapping[str, Instrument],
        facts: Mapping[str, tuple[Provision, ...]],
    ) -> None:
        self._instruments = instruments
        self._facts = facts

    def provision(self, key: str, on: dt.date) -> Provision | LawNotOnFile:
        """The version of a fact in force on a day; ``KeyError`` for a key that is no fact."""
        versions = self._facts[key]
        for version in versions:
            if version.in_force_from <= on and (
                version.in_force_to is None or on <= version.in_force_to
            ):
                return version
        return LawNotOnFile(key, on, versions[0].in_force_from, versions[-1].in_force_to)

    def versions(self, key: str) -> tuple[Provision, ...]:
        """All versions of a fact, oldest first; ``KeyError`` for a key that is no fact."""
        return self._facts[key]

    def latest(self, key: str) -> Provision:
        """The newest version of a fact, in force or not; for citing it."""
        return self._facts[key][-1]

    def keys(self) -> frozenset[str]:
        """The ids of all facts."""
        return frozenset(self._facts)

    def instrument(self, code: str) -> Instrument:
        """What is cited under a code; ``KeyError`` for an unknown one."""
        return self._instruments[code]

    def instruments(self) -> tuple[Instrument, ...]:
        """Everything that may be cited, in the order of the registry."""
        return tuple(self._instruments.values())


def load(path: Path = _HERE, today: dt.date | None = None) -> LawBook:
    """Read and check every law file under ``path``; raises ``LawFileError``.

    With ``today``, a fact checked on a later day is refused too.
    """
    instruments = read_instruments(Place(path / _REGISTRY))
    facts: dict[str, tuple[Provision, ...]] = {}
    homes: dict[str, Path] = {}
    for file in sorted(path.rglob("*.y*ml")):
        if file == path / _REGISTRY:
            continue
        place = Place(file)
        if file.suffix != ".yaml" or file.parent.parent != path:
            raise place.error(
                "it is not where law files are", "name it <instrument>/<section>.yaml"
            )
        for key, versions in read_facts(place, instruments, today).items():
            if key in homes:
                raise place.at(key).error(f"the fact is also in {homes[key]}", "keep one of them")
            homes[key] = file
            facts[key] = versions
    return LawBook(instruments, facts)


@lru_cache(maxsize=1)
def law_book() -> LawBook:
    """The law on file with this package, read once."""
    return load()
