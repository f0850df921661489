"""Every named case comes out as the law says."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from rules_core.codec import question_from_json, verdict_to_json
from rules_core.decide import decide
from rules_core.law.book import law_book
from rules_core.law.strict_yaml import LawFileError
from rules_core.outcomes import Remark
from rules_core.questions import Topic
from tests.rules.case_files import ABOUT_THE_VERDICT, CASES, Case, read

WORKED_EXAMPLES = [case for case in CASES if case.overstay_from]


def decided(case: Case, today: dt.date | None = None) -> dict[str, Any]:
    """The verdict as the command writes it."""
    question, day = question_from_json(case.line(today and today.isoformat()))
    return verdict_to_json(decide(question, law_book(), day))


def found_for(case: Case, verdict: dict[str, Any]) -> dict[str, Any]:
    """What the verdict holds for each thing the case expects, in the case's shape."""
    found: dict[str, Any] = {}
    for name, wanted in case.expect.items():
        if name == "limits":
            limits = verdict["values"].get("limits", [])
            found[name] = {limit["fact"]: limit["effect"] for limit in limits}
        elif name == "because":
            reasons = [step["reason"] for step in verdict["because"]]
            found[name] = [reason for reason in wanted if reason in reasons]
        elif name == "fees":
            fees = {fee["kind"]: fee["cad"] for fee in verdict["values"].get("fees", [])}
            found[name] = {kind: fees.get(kind) for kind in wanted}
        elif name == "remarks":
            found[name] = [remark for remark in wanted if remark in verdict["remarks"]]
        elif name == "never_remarks":
            found[name] = [remark for remark in wanted if remark not in verdict["remarks"]]
        elif name == "date" or name not in ABOUT_THE_VERDICT:
            found[name] = verdict["values"].get(name)
        else:
            found[name] = verdict[name]
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file}: {case.name}")
def test_the_case_comes_out_as_the_law_says(case: Case) -> None:
    verdict = decided(case)
    expected = {"kind": "answer", **case.expect}
    assert {"kind": verdict["kind"], **found_for(case, verdict)} == expected
    cited = {
        f"{citation['instrument']} {citation['pinpoint']}" for citation in verdict["citations"]
    }
    assert set(case.cites) <= cited
    if verdict["kind"] != "need_facts":
        assert verdict["citations"]
    for citation in verdict["citations"]:
        assert citation["url"].startswith("https://")
        assert dt.date.fromisoformat(citation["checked_on"]) <= dt.date(2026, 11, 22)
        assert re.fullmatch(
            "statute|regulation|decision|instruction|guidance|secondary", citation["authority"]
        )


@pytest.mark.parametrize("case", WORKED_EXAMPLES, ids=lambda case: case.name)
def test_overstay_begins_the_day_after_the_last_day(case: Case) -> None:
    assert case.overstay_from is not None
    eve = decided(case, case.overstay_from - dt.timedelta(days=1))["values"]
    assert (eve["until"], eve["status_today"]) == (case.expect["until"], "last_day")
    first = decided(case, case.overstay_from)["values"]
    assert (first["overstay_days"], first["status_today"]) == (1, "restoration_open")


def test_there_are_thirty_five_worked_examples() -> None:
    assert len(WORKED_EXAMPLES) == 35


def test_every_topic_has_cases() -> None:
    assert {case.question for case in CASES} == {topic.value for topic in Topic}


def test_the_remarks_that_cases_rule_out_exist() -> None:
    ruled_out = {remark for case in CASES for remark in case.expect.get("never_remarks", [])}
    assert ruled_out <= {remark.value for remark in Remark}


def test_no_two_cases_of_a_file_share_a_name() -> None:
    twice = [name for name, count in Counter((c.file, c.name) for c in CASES).items() if count > 1]
    assert not twice


CASE = """
- name: Six months are the default
  question: authorized_stay
  facts: {entry_date: 2026-01-15}
  today: 2026-11-22
  expect: {until: 2026-07-15}
"""


@pytest.mark.parametrize(
    "slip",
    [
        CASE + "  comment: none\n",
        CASE.replace("entry_date", "entry_day"),
        CASE.replace("until", "till"),
        CASE.replace("  question: authorized_stay\n", ""),
        CASE.replace("today: 2026-11-22", "today: 2026-11-31"),
        CASE + "  question: extension\n",
        CASE.replace("  expect: {until: 2026-07-15}", "  expect: {}"),
    ],
)
def test_a_slip_in_a_case_file_is_an_error(slip: str, tmp_path: Path) -> None:
    file = tmp_path / "slip.yml"
    file.write_text(CASE, encoding="utf-8")
    assert len(read(file)) == 1
    file.write_text(slip, encoding="utf-8")
    with pytest.raises(LawFileError):
        read(file)
