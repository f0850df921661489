"""A line of JSON becomes a question or an error that says what to mend; a verdict becomes JSON."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from rules_core.answers import (
    Answer,
    CannotSay,
    Effect,
    Limit,
    NeedFacts,
    Outcome,
    Problem,
    Reason,
    Referral,
    Refusal,
    Remark,
    Status,
    Step,
    Values,
)
from rules_core.citation import Authority, Citation
from rules_core.codec import (
    BadQuestion,
    facts_from_json,
    plain,
    question_from_json,
    verdict_to_json,
)
from rules_core.questions import FACT_NAMES, Decision, Facts, Question, Topic
from rules_core.shape import answer_shape

DAY = dt.date(2026, 11, 22)
CITED = Citation("IRPR", "183(2)", "https://laws.example/183", Authority.REGULATION, DAY)
CITED_JSON = {
    "instrument": "IRPR",
    "pinpoint": "183(2)",
    "url": "https://laws.example/183",
    "authority": "regulation",
    "checked_on": "2026-11-22",
}
LINE = {"question": "extension", "facts": {"entry_date": "2026-08-31"}, "today": "2026-11-22"}


def test_a_line_is_a_question_its_facts_and_its_day() -> None:
    wanted = Question(Topic.EXTENSION, Facts(entry_date=dt.date(2026, 8, 31)))
    assert question_from_json(LINE) == (wanted, DAY)


def test_a_line_without_facts_is_a_question_about_nobody() -> None:
    payload = {"question": "extension", "today": "2026-11-22"}
    assert question_from_json(payload) == (Question(Topic.EXTENSION, Facts()), DAY)


def test_facts_of_every_kind_are_read() -> None:
    facts = facts_from_json(
        {
            "stamp_date": "2026-12-01",
            "super_visa": True,
            "officer_wrote_date": False,
            "nationality": "MX",
            "timezone": "America/Vancouver",
            "current_status": "visitor",
            "extension_decision": "refused",
            "duration": None,
        }
    )
    assert facts == Facts(
        stamp_date=dt.date(2026, 12, 1),
        super_visa=True,
        officer_wrote_date=False,
        nationality="MX",
        timezone="America/Vancouver",
        current_status="visitor",
        extension_decision=Decision.REFUSED,
    )


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"entry_date": "2026-02-30"}, "entry_date: '2026-02-30' is not a date of the form"),
        ({"stamp_date": 20260215}, "stamp_date: 20260215 is not a date of the form YYYY-MM-DD"),
        ({"super_visa": "yes"}, "super_visa: 'yes' is neither true nor false"),
        ({"duration": 14}, "duration: 14 is not a string"),
        (
            {"extension_decision": "maybe"},
            "extension_decision: 'maybe' is none of "
            "['pending', 'approved', 'refused', 'returned', 'withdrawn']",
        ),
        (
            {"nationality": "Mexico"},
            "nationality: 'Mexico' is not an ISO 3166-1 alpha-2 code such as 'MX'",
        ),
        ({"timezone": "Gotham"}, "timezone: 'Gotham' is not an IANA time zone"),
        (
            {"b": 1, "arrival": 2},
            f"unknown facts ['arrival', 'b']; known are {', '.join(FACT_NAMES)}",
        ),
    ],
)
def test_a_bad_fact_is_named_with_what_it_should_be(facts: dict[str, Any], says: str) -> None:
    with pytest.raises(BadQuestion) as refused:
        facts_from_json(facts)
    assert str(refused.value).startswith(says)


@pytest.mark.parametrize(
    ("payload", "says"),
    [
        ([LINE], "a line must be a JSON object"),
        (LINE | {"lang": "en", "a": 1},
         "unknown keys ['a', 'lang']; known are question, facts, today"),
        (LINE | {"question": "residency"},
         f"question: 'residency' is none of {[topic.value for topic in Topic]}"),
        ({"today": "2026-11-22"}, "question: None is none of ["),
        (LINE | {"facts": []}, "facts: must be a JSON object"),
        ({"question": "extension"}, "today: is missing; the rules know no clock"),
        (LINE | {"today": "now"}, "today: 'now' is not a date of the form YYYY-MM-DD"),
    ],
)  # fmt: skip
def test_a_bad_line_is_told_what_to_mend(payload: object, says: str) -> None:
    with pytest.raises(BadQuestion) as refused:
        question_from_json(payload)
    assert str(refused.value).startswith(says)


def test_values_become_plain_json() -> None:
    step = Step(Reason.FILED_LATE, (CITED,), end=DAY)
    assert plain(step) == {
        "reason": "FILED_LATE",
        "citations": [CITED_JSON],
        "end": "2026-11-22",
    }
    assert plain(Decimal("246.25")) == "246.25"
    assert plain(dt.datetime(2026, 1, 15, 18, 59)) == "2026-01-15T18:59:00"
    assert plain(7) == 7
    assert plain(False) is False


def test_an_answer_is_written_in_full() -> None:
    answer = Answer(
        topic=Topic.EXTENSION,
        outcome=Outcome.EXTENSION_APPLY_BY,
        values=Values(until=DAY, extension_fee=Decimal(100), status_today=Status.IN_STATUS),
        because=(Step(Reason.SIX_MONTHS_FROM_ENTRY, (CITED,), DAY, DAY),),
        citations=(CITED,),
        law_as_of=DAY,
        referral=Referral.SUGGESTED,
        remarks=(Remark.FILING_CUTOFF,),
        could_change=("stamp_date",),
    )
    assert verdict_to_json(answer) == {
        "kind": "answer",
        "topic": "extension",
        "outcome": "EXTENSION_APPLY_BY",
        "values": {"until": "2026-11-22", "status_today": "in_status", "extension_fee": "100"},
        "because": [
            {
                "reason": "SIX_MONTHS_FROM_ENTRY",
                "citations": [CITED_JSON],
                "start": "2026-11-22",
                "end": "2026-11-22",
            }
        ],
        "citations": [CITED_JSON],
        "law_as_of": "2026-11-22",
        "referral": "suggested",
        "missing": [],
        "remarks": ["FILING_CUTOFF"],
        "could_change": ["stamp_date"],
    }


def test_the_outcome_of_a_stated_rule_is_its_topic() -> None:
    answer = Answer(Topic.SUPER_VISA, Outcome.STATED, Values(), (), (CITED,), DAY)
    written = verdict_to_json(answer)
    assert (written["outcome"], written["values"]) == ("SUPER_VISA", {})
    assert written["referral"] == "none"


def test_limits_are_written_where_there_are_any() -> None:
    limit = Limit("visa_expiry", DAY, Effect.NO_EFFECT, Reason.VISA_EXPIRY_IRRELEVANT)
    answer = Answer(
        Topic.EXTENSION, Outcome.EXTENSION_APPLY_BY, Values(limits=(limit,)), (), (CITED,), DAY
    )
    assert verdict_to_json(answer)["values"] == {
        "limits": [
            {
                "fact": "visa_expiry",
                "date": "2026-11-22",
                "effect": "no effect",
                "reason": "VISA_EXPIRY_IRRELEVANT",
            }
        ]
    }


NOTHING_ELSE: dict[str, Any] = {
    "values": {},
    "because": [],
    "citations": [],
    "law_as_of": None,
    "referral": "none",
}


@pytest.mark.parametrize(
    ("problem", "outcome"),
    [(None, "NEED_FACTS"), (Problem.STAMP_BEFORE_ENTRY, "STAMP_BEFORE_ENTRY")],
)
def test_missing_facts_are_written_in_the_order_to_ask(
    problem: Problem | None, outcome: str
) -> None:
    verdict = NeedFacts(Topic.EXTENSION, ("stamp_date", "entry_date"), problem)
    assert verdict_to_json(verdict) == NOTHING_ELSE | {
        "kind": "need_facts",
        "topic": "extension",
        "outcome": outcome,
        "missing": ["stamp_date", "entry_date"],
    }


@pytest.mark.parametrize(("date", "values"), [(None, {}), (DAY, {"date": "2026-11-22"})])
def test_a_refusal_is_written_with_its_law_and_its_date(
    date: dt.date | None, values: dict[str, str]
) -> None:
    verdict = CannotSay(Topic.EXTENSION, Refusal.LAW_NOT_ON_FILE, (CITED,), Referral.URGENT, date)
    assert verdict_to_json(verdict) == NOTHING_ELSE | {
        "kind": "cannot_say",
        "topic": "extension",
        "outcome": "LAW_NOT_ON_FILE",
        "values": values,
        "citations": [CITED_JSON],
        "referral": "urgent",
        "missing": [],
    }


def test_an_answer_starts_with_nothing_but_what_it_is() -> None:
    empty = NOTHING_ELSE | {"topic": None, "missing": []}
    assert answer_shape("chat", None) == empty | {"kind": "chat", "outcome": None, "intent": None}
    assert answer_shape("guard", "EVASION", "ask_evasion") == empty | {
        "kind": "guard",
        "outcome": "EVASION",
        "intent": "ask_evasion",
    }
