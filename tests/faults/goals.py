"""What the tests measured of each goal, kept for docs/reliability.md.

A test calls `record`; each call is one file under ``results/goals``, so that tests in several
processes never wait for each other and a later run replaces what an earlier one said. What was
measured on other days stays in ``docs/reliability.json``, each with its day.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "results" / "goals"
KEPT = ROOT / "docs" / "reliability.json"
IN_PART = ROOT / "results" / "goals-in-part"
"""What a shorter run measured: it shows that the test works, and is no measurement of the goal."""
TABLE = Path(__file__).with_name("goals.yml")


@dataclass(frozen=True)
class Goal:
    """One goal: what is aimed at, what Rasa does as it comes, and what is next if not met."""

    number: int
    goal: str
    stock: str
    next: str = ""


@dataclass(frozen=True)
class Measured:
    """One measurement of a goal; a goal is met when all of its measurements are."""

    number: int
    part: str
    value: str
    met: bool
    on: str
    """The day, in ISO form."""


def goals() -> dict[int, Goal]:
    """The goals by number, from ``goals.yml``."""
    table = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return {number: Goal(number, **entry) for number, entry in table.items()}


def record(
    number: int,
    part: str,
    value: str,
    met: bool,
    *,
    whole: bool = True,
    folder: Path | None = None,
) -> None:
    """Keep that `part` of goal `number` was measured as `value` (a figure and its unit).

    ``record(12, "SQLite locked", "sentence after 1.1 s", met=True)``. Call it before the
    assertion, so that a miss is on record too. With ``whole=False`` (fewer cases or less time
    than the goal says) it is kept apart and replaces nothing.

    Raises:
        KeyError: no goal has this number.
    """
    goals()[number]
    name = re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-")
    folder = folder or (RESULTS if whole else IN_PART)
    folder.mkdir(parents=True, exist_ok=True)
    kept = asdict(Measured(number, part, value, bool(met), dt.date.today().isoformat()))
    (folder / f"{number:02}-{name}.json").write_text(json.dumps(kept), encoding="utf-8")


def measured(folder: Path = RESULTS) -> list[Measured]:
    """Everything on record in a folder, by goal and part."""
    files = folder.glob("*.json")
    return together(Measured(**json.loads(file.read_text(encoding="utf-8"))) for file in files)


def kept(file: Path = KEPT) -> list[Measured]:
    """What was on record when the page was last written."""
    return [Measured(**one) for one in json.loads(file.read_text(encoding="utf-8"))]


def keep(values: Iterable[Measured], file: Path = KEPT) -> None:
    """Put these in the place of what is kept."""
    lines = ",\n".join(json.dumps(asdict(one)) for one in values)
    file.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def together(*values: Iterable[Measured]) -> list[Measured]:
    """By goal and part, of each the last that is given."""
    by_part = {(one.number, one.part): one for some in values for one in some}
    return [by_part[place] for place in sorted(by_part)]


def bounded() -> bool:
    """Whether this is the short run of every commit (``BOUNDED=1``), not the whole one."""
    return bool(os.environ.get("BOUNDED"))


def whole() -> bool:
    """Whether tests that are also run with every commit shall measure in full (``WHOLE=1``)."""
    return bool(os.environ.get("WHOLE"))
