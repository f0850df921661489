"""What is said beside each outcome: whom to see, what to know and the law, and nothing else."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from rules_core.answers import Outcome, Refusal, Remark
from rules_core.codec import plain, question_from_json, verdict_to_json
from rules_core.decide import decide
from rules_core.law.book import law_book
from rules_core.law.strict_yaml import Place

PLACE = Place(Path(__file__).parent / "said_beside.yml")
TABLE: list[dict[str, Any]] = PLACE.items(PLACE.load(), "the table")


def decided(row: dict[str, Any]) -> dict[str, Any]:
    facts = {name: plain(value) for name, value in row["facts"].items()}
    question, today = question_from_json(
        {"question": row["question"], "facts": facts, "today": row["today"].isoformat()}
    )
    return verdict_to_json(decide(question, law_book(), today))


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row['question']}: {row['name']}")
def test_an_outcome_comes_with_this_and_nothing_else(row: dict[str, Any]) -> None:
    verdict = decided(row)
    assert (verdict["outcome"], verdict["referral"]) == (row["outcome"], row["referral"])
    assert verdict.get("remarks") == row.get("remarks")
    cited = [f"{cited['instrument']} {cited['pinpoint']}" for cited in verdict["citations"]]
    assert cited == row["cites"]


def test_every_outcome_refusal_and_remark_is_in_the_table() -> None:
    outcomes = {row["outcome"] for row in TABLE}
    assert {outcome.value for outcome in Outcome} - outcomes <= {"STATED"}
    assert {refusal.value for refusal in Refusal} <= outcomes
    said = {remark for row in TABLE for remark in row.get("remarks", [])}
    assert {remark.value for remark in Remark} <= said


def test_each_row_is_about_a_day() -> None:
    assert all(type(row["today"]) is dt.date for row in TABLE)
