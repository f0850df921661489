"""A decision laid open: its figures, each step with its law, each date, and what is not known."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
from decimal import Decimal

import pytest

from rules_core.__main__ import REPLIES, answer_lines, laid_open, main
from rules_core.answers import (
    Answer,
    CannotSay,
    Effect,
    Fee,
    FeeKind,
    Limit,
    NeedFacts,
    Outcome,
    Problem,
    Reason,
    Referral,
    Refusal,
    Step,
    Values,
    Verdict,
)
from rules_core.citation import Authority, Citation
from rules_core.explain import explained
from rules_core.law.book import law_book
from rules_core.law.reader import LawReader
from rules_core.questions import Question, Topic

TODAY, DAY = dt.date(2026, 11, 22), dt.date(2027, 2, 28)
FIRST = Citation("IRPR", "183(2)", "https://laws.example/183", Authority.REGULATION, TODAY)
OTHER = Citation("OB686", "details", "https://laws.example/686", Authority.INSTRUCTION, DAY)
FIRST_LINE = "IRPR 183(2) (regulation), checked 2026-11-22, https://laws.example/183"
OTHER_LINE = "OB686 details (instruction), checked 2027-02-28, https://laws.example/686"
ANSWER = Answer(
    Topic.EXTENSION, Outcome.EXTENSION_APPLY_BY, Values(until=DAY), (), (FIRST, OTHER), TODAY
)


def lines(verdict: Verdict) -> list[str]:
    reader = LawReader(law_book(), TODAY)
    return list(explained(Question(verdict.topic), verdict, reader))


def answer_with(**parts: object) -> list[str]:
    return lines(dataclasses.replace(ANSWER, **parts))  # type: ignore[arg-type]


def stated(key: str) -> str:
    return law_book().latest(key).statement


def test_an_answer_without_steps_has_its_figures_and_its_law() -> None:
    assert lines(ANSWER) == [
        "extension on 2026-11-22: EXTENSION_APPLY_BY",
        "  until                          2027-02-28",
        "Law:",
        f"  {FIRST_LINE}",
        f"  {OTHER_LINE}",
    ]


def test_each_step_is_numbered_with_its_days_the_law_in_words_and_its_place() -> None:
    steps = (
        Step(Reason.SIX_MONTHS_FROM_ENTRY, (FIRST, OTHER), TODAY, DAY),
        Step(Reason.LAST_DAY_INCLUDED, (OTHER,), None, DAY),
        Step(Reason.VISA_EXPIRY_IRRELEVANT, (FIRST,), TODAY),
        Step(Reason.BORDER_EXEMPTION, ()),
    )
    assert answer_with(because=steps)[2:] == [
        "Why:",
        "  1. SIX_MONTHS_FROM_ENTRY 2026-11-22 -> 2027-02-28",
        f"     {stated('stay_is_officer_period_or_six_months')}",
        f"     {stated('six_months_method')}",
        f"     {FIRST_LINE}",
        f"     {OTHER_LINE}",
        "  2. LAST_DAY_INCLUDED 2027-02-28",
        f"     {stated('last_day_is_in_status')}",
        f"     {OTHER_LINE}",
        "  3. VISA_EXPIRY_IRRELEVANT 2026-11-22",
        f"     {stated('visa_or_eta_expiry_never_caps_stay')}",
        f"     {FIRST_LINE}",
        "  4. BORDER_EXEMPTION",
        f"     {stated('flagpoling_exemptions')}",
    ]


def test_each_date_is_told_with_its_effect_and_reason_and_not_among_the_figures() -> None:
    limits = (
        Limit("entry_date", TODAY, Effect.GOVERNS, Reason.SIX_MONTHS_FROM_ENTRY),
        Limit("visa_expiry", DAY, Effect.NO_EFFECT, Reason.VISA_EXPIRY_IRRELEVANT),
    )
    said = answer_with(values=Values(limits=limits), because=(Step(Reason.STILL_AHEAD, ()),))
    assert said == [
        "extension on 2026-11-22: EXTENSION_APPLY_BY",
        "Why:",
        "  1. STILL_AHEAD",
        f"     {stated('what_ends_stay_early')}",
        "What each date does:",
        "  1. entry_date 2026-11-22: governs (SIX_MONTHS_FROM_ENTRY)",
        "  2. visa_expiry 2027-02-28: no effect (VISA_EXPIRY_IRRELEVANT)",
    ]


def test_fees_and_a_referral_stand_under_the_figures() -> None:
    fees = (Fee(FeeKind.EXTENSION, Decimal(100), DAY), Fee(FeeKind.BIOMETRICS, Decimal("85.50")))
    said = answer_with(values=Values(days_left=7, fees=fees), referral=Referral.URGENT)
    assert said[1:5] == [
        "  days_left                      7",
        "  fee: extension                 100 since 2027-02-28",
        "  fee: biometrics                85.50",
        "  referral                       urgent",
    ]


def test_the_facts_that_could_change_it_come_last() -> None:
    assert answer_with(could_change=("stamp_date", "super_visa"))[-2:] == [
        "Facts not given that could change this answer:",
        "  stamp_date, super_visa",
    ]


def test_a_stated_rule_is_headed_by_its_topic() -> None:
    assert lines(dataclasses.replace(ANSWER, topic=Topic.FUNDS, outcome=Outcome.STATED))[0] == (
        "funds on 2026-11-22: FUNDS"
    )


@pytest.mark.parametrize(
    ("problem", "heading"),
    [(None, "NEED_FACTS"), (Problem.STAMP_BEFORE_ENTRY, "STAMP_BEFORE_ENTRY")],
)
def test_what_is_missing_is_asked_for(problem: Problem | None, heading: str) -> None:
    assert lines(NeedFacts(Topic.EXTENSION, ("entry_date", "stamp_date"), problem)) == [
        f"extension on 2026-11-22: {heading}",
        "  to ask for: entry_date, stamp_date",
    ]


def test_a_refusal_has_the_law_it_rests_on() -> None:
    assert lines(CannotSay(Topic.EXTENSION, Refusal.CREW, (FIRST, OTHER))) == [
        "extension on 2026-11-22: CREW",
        f"  {FIRST_LINE}",
        f"  {OTHER_LINE}",
    ]


GOOD = '{"question": "authorized_stay", "facts": {}, "today": "2026-11-22"}\n'
LAID_OPEN = "authorized_stay on 2026-11-22: NEED_FACTS\n  to ask for: entry_date\n\n"


def test_the_command_lays_each_line_open_with_an_empty_line_after_it() -> None:
    out = io.StringIO()
    status = answer_lines(io.StringIO(f"{GOOD}no\n{GOOD}"), out, law_book(), laid_open)
    said, error, again = out.getvalue().partition('{"error"')
    assert status == 1
    assert said == LAID_OPEN
    assert (error + again).splitlines(keepends=True)[1:] == LAID_OPEN.splitlines(keepends=True)


def test_a_law_is_stated_as_on_the_day_asked_about() -> None:
    line = '{"question": "flagpole_permit", "today": "2026-11-22"}\n'
    out = io.StringIO()
    assert answer_lines(io.StringIO(line), out, law_book(), laid_open) == 0
    assert f"     {stated('flagpoling_legal_basis')}\n" in out.getvalue()


@pytest.mark.parametrize("word", REPLIES)
def test_each_command_replies_in_its_own_way(
    word: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(GOOD))
    assert main([word]) == 0
    said = capsys.readouterr().out
    assert (said == LAID_OPEN) is (word == "explain")
    assert said.startswith('{"kind": "need_facts"') is (word == "decide")
