"""Whole answers about a stay: each figure, each date with its effect and reason, nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rules_core.codec import plain, question_from_json, verdict_to_json
from rules_core.decide import decide
from rules_core.law.book import law_book
from rules_core.law.strict_yaml import Place

PLACE = Place(Path(__file__).parent / "figures.yml")
ROWS: list[dict[str, Any]] = PLACE.items(PLACE.load(), "the file")


def in_the_shape_of_a_row(verdict: dict[str, Any]) -> dict[str, Any]:
    figures = dict(verdict["values"])
    limits = figures.pop("limits")
    if "fees" in figures:
        figures["fees"] = [" ".join(fee.values()) for fee in figures["fees"]]
    return {
        "law_as_of": verdict["law_as_of"],
        "figures": figures,
        "limits": [(x["fact"], f"{x['effect']}, {x['reason']}") for x in limits],
        "could_change": verdict["could_change"],
    }


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['question']}: {row['name']}")
def test_an_answer_has_these_figures_and_no_other(row: dict[str, Any]) -> None:
    facts = {name: plain(value) for name, value in row["facts"].items()}
    question, today = question_from_json(
        {"question": row["question"], "facts": facts, "today": row["today"].isoformat()}
    )
    verdict = verdict_to_json(decide(question, law_book(), today))
    assert in_the_shape_of_a_row(verdict) == {
        "law_as_of": row["law_as_of"].isoformat(),
        "figures": {name: plain(value) for name, value in row["figures"].items()},
        "limits": list(row["limits"].items()),
        "could_change": row["could_change"],
    }
    dates = {limit["fact"]: limit["date"] for limit in verdict["values"]["limits"]}
    assert dates == {name: facts[name] for name in row["limits"]}
