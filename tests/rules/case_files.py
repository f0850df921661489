"""Reads the named cases of tests/cases: facts and what the law makes of them.

A file is a list of cases. ``expect`` holds figures of the answer (``null``: the figure does
not apply), and beside them ``kind`` (``answer`` unless said), ``outcome``, ``missing``,
``referral``, ``could_change``, ``law_as_of``, ``date`` (of a refusal), ``limits`` (every
date with its effect), ``fees`` (amounts by their kinds), ``remarks`` and ``because`` (each
named one is among them), ``never_remarks`` (none of them is). ``cites`` are pinpoints among
the citations.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rules_core.answers import Values
from rules_core.codec import plain
from rules_core.law.strict_yaml import Place
from rules_core.questions import FACT_NAMES

FOLDER = Path(__file__).parent.parent / "cases"
FIGURES = frozenset(field.name for field in dataclasses.fields(Values)) - {"limits"}
ABOUT_THE_VERDICT = frozenset(
    {"kind", "outcome", "missing", "referral", "could_change"}
    | {"law_as_of", "date", "limits", "remarks", "never_remarks", "because"}
)


@dataclass(frozen=True)
class Case:
    """One named case, with dates as ISO text as on the command's lines."""

    file: str
    name: str
    question: str
    facts: Mapping[str, Any]
    today: str
    expect: Mapping[str, Any]
    cites: tuple[str, ...]
    overstay_from: dt.date | None

    def line(self, today: str | None = None) -> dict[str, Any]:
        """The case as a line of the command, on its own day or another."""
        return {"question": self.question, "facts": self.facts, "today": today or self.today}


def read(file: Path) -> list[Case]:
    """The cases of one file; raises ``LawFileError`` for a slip in it."""
    place = Place(file)
    return [_case(place, raw) for raw in place.items(place.load(), "the file")]


def _case(place: Place, raw: Any) -> Case:
    fields = place.fields(
        raw,
        "a case",
        frozenset({"name", "question", "facts", "today", "expect"}),
        frozenset({"cites", "overstay_from"}),
    )
    name = place.text(fields["name"], "name")
    here = place.at(name)
    none: frozenset[str] = frozenset()
    facts = fields["facts"] and here.fields(fields["facts"], "facts", none, frozenset(FACT_NAMES))
    expect = here.fields(fields["expect"], "expect", none, FIGURES | ABOUT_THE_VERDICT)
    cites = here.items(fields["cites"], "cites") if "cites" in fields else []
    first = fields.get("overstay_from")
    return Case(
        place.file.stem,
        name,
        here.text(fields["question"], "question"),
        _as_json(facts or {}),
        here.day(fields["today"], "today").isoformat(),
        _as_json(expect),
        tuple(here.text(cite, "cites") for cite in cites),
        first and here.day(first, "overstay_from"),
    )


def _as_json(mapping: Mapping[str, Any]) -> dict[str, Any]:
    return {name: plain(value) for name, value in mapping.items()}


CASES = [case for file in sorted(FOLDER.glob("*.yml")) for case in read(file)]
