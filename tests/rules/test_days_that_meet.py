"""Two events on one day, or in an order that is odd but can be: what is asked about, what not."""

from __future__ import annotations

import datetime as dt

import pytest

from rules_core.answers import CannotSay, NeedFacts, Problem, Refusal
from rules_core.codec import facts_from_json
from rules_core.decide import decide
from rules_core.law.book import law_book
from rules_core.questions import Question, Topic

TODAY = dt.date(2026, 11, 22)
STAY = {"entry_date": "2026-06-10"}
BEFORE = {"entry_date": "2026-02-10"}
REFUSED = BEFORE | {
    "extension_applied_on": "2026-08-01",
    "extension_decision": "refused",
    "extension_decided_on": "2026-11-03",
    "record_expiry": "2027-05-01",
}
RESTORATION_REFUSED = BEFORE | {
    "restoration_applied_on": "2026-09-01",
    "restoration_decision": "refused",
    "restoration_decided_on": "2026-10-15",
    "record_expiry": "2027-02-01",
}
SINCE, RECORD = Problem.RETURNED_SINCE_ENTRY, Problem.REFUSED_AND_RECORD_ISSUED
RESTORED = {"restoration_decision": "approved"}
MET: dict[str, tuple[dict[str, object], Problem | None]] = {
    "left and came back today": (
        STAY | {"left_canada_on": "2026-11-01", "returns_on": "2026-11-22"},
        SINCE,
    ),
    "left to come back tomorrow": (
        STAY | {"left_canada_on": "2026-11-01", "returns_on": "2026-11-23"},
        None,
    ),
    "left and came back on one day": (
        STAY | {"left_canada_on": "2026-11-01", "returns_on": "2026-11-01"},
        SINCE,
    ),
    "came back by the entry that is told": (
        STAY | {"left_canada_on": "2026-06-01", "returns_on": "2026-06-10"},
        None,
    ),
    "out and back on the day of the entry": (
        STAY | {"left_canada_on": "2026-06-10", "returns_on": "2026-06-10"},
        None,
    ),
    "came back, the entry not told": (
        {"stamp_date": "2026-12-20", "left_canada_on": "2026-11-01", "returns_on": "2026-11-05"},
        SINCE,
    ),
    "came back from a trip whose start is not told": (
        {"stamp_date": "2026-12-20", "returns_on": "2026-11-01"},
        None,
    ),
    "a record between filing and refusal": (
        REFUSED | {"visitor_record_issued": "2026-10-20"},
        RECORD,
    ),
    "a record on the day of the refusal": (
        REFUSED | {"visitor_record_issued": "2026-11-03"},
        RECORD,
    ),
    "a record after the refusal": (REFUSED | {"visitor_record_issued": "2026-11-04"}, None),
    "a record on the day of filing": (REFUSED | {"visitor_record_issued": "2026-08-01"}, None),
    "a record and a refusal of a day not told": (
        REFUSED | {"visitor_record_issued": "2026-10-20", "extension_decided_on": None},
        RECORD,
    ),
    "a record and a refusal, and status restored": (
        REFUSED | RESTORED | {"visitor_record_issued": "2026-10-20"},
        None,
    ),
    "a record on the day restoration was asked for": (
        RESTORATION_REFUSED | {"visitor_record_issued": "2026-09-01"},
        None,
    ),
    "a record after restoration was asked for, and refused": (
        RESTORATION_REFUSED | {"visitor_record_issued": "2026-09-02"},
        Problem.RESTORATION_REFUSED_AND_RECORD_ISSUED,
    ),
}


@pytest.mark.parametrize(("facts", "problem"), MET.values(), ids=MET)
def test_only_what_cannot_be_is_asked_about(
    facts: dict[str, object], problem: Problem | None
) -> None:
    question = Question(Topic.AUTHORIZED_STAY, facts_from_json(facts))
    verdict = decide(question, law_book(), TODAY)
    found = verdict.problem if isinstance(verdict, NeedFacts) else None
    assert found is problem


def test_a_refusal_names_the_day_that_is_outside_what_is_on_file() -> None:
    facts = {"entry_date": "2001-02-10", "visa_exempt": False, "trip": "us_or_spm_only"}
    for topic in (Topic.AUTHORIZED_STAY, Topic.REENTRY):
        verdict = decide(Question(topic, facts_from_json(facts)), law_book(), TODAY)
        assert isinstance(verdict, CannotSay)
        assert (verdict.why, verdict.date) == (Refusal.LAW_NOT_ON_FILE, dt.date(2001, 2, 10))
