"""A verdict laid open as text: its figures, each step with its law, and what could change it.

For a person who checks the rules. What users read is worded in the catalogue; here the
keys stand beside the statements of the law on file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rules_core.answers import Answer, CannotSay, Limit, NeedFacts, Step, Verdict
from rules_core.citation import Citation
from rules_core.codec import plain, values_to_json
from rules_core.law.reader import LawReader
from rules_core.questions import Question
from rules_core.trace import LAW_BEHIND

_WIDTH = 30


def explained(question: Question, verdict: Verdict, law: LawReader) -> Iterator[str]:
    """The lines that lay `verdict` open, without a line end."""
    yield f"{question.topic.value} on {law.today}: {_heading(verdict)}"
    if isinstance(verdict, NeedFacts):
        yield f"  to ask for: {', '.join(verdict.missing)}"
        return
    if isinstance(verdict, CannotSay):
        yield from _law("  ", verdict.citations)
        return
    yield from _figures(verdict)
    yield from _numbered("Why", [_step(step, law) for step in verdict.because])
    yield from _numbered("What each date does", [[_limit(x)] for x in verdict.values.limits])
    if not verdict.because:
        yield "Law:"
        yield from _law("  ", verdict.citations)
    if verdict.could_change:
        yield "Facts not given that could change this answer:"
        yield f"  {', '.join(verdict.could_change)}"


def _heading(verdict: Verdict) -> str:
    if isinstance(verdict, Answer):
        return verdict.key
    if isinstance(verdict, NeedFacts):
        return verdict.problem.value if verdict.problem else "NEED_FACTS"
    return verdict.why.value


def _figures(answer: Answer) -> Iterator[str]:
    shown: dict[str, Any] = values_to_json(answer.values)
    for name in ("limits", "fees"):
        shown.pop(name, None)
    for fee in answer.values.fees:
        since = f" since {fee.since}" if fee.since else ""
        shown[f"fee: {fee.kind.value}"] = f"{fee.cad}{since}"
    if answer.referral.value != "none":
        shown["referral"] = answer.referral.value
    for name, value in shown.items():
        yield f"  {name:{_WIDTH}} {value}"


def _numbered(title: str, entries: list[list[str]]) -> Iterator[str]:
    if not entries:
        return
    yield f"{title}:"
    for number, lines in enumerate(entries, start=1):
        for index, line in enumerate(lines):
            yield f"  {number}. {line}" if index == 0 else f"     {line}"


def _step(step: Step, law: LawReader) -> list[str]:
    days = " -> ".join(day.isoformat() for day in (step.start, step.end) if day is not None)
    stated = [law.stated(key) for key in LAW_BEHIND[step.reason]]
    return [f"{step.reason.value} {days}".strip(), *stated, *_law("", step.citations)]


def _limit(limit: Limit) -> str:
    return f"{limit.fact} {limit.date}: {limit.effect.value} ({limit.reason.value})"


def _law(indent: str, citations: tuple[Citation, ...]) -> Iterator[str]:
    for cited in citations:
        place = f"{cited.instrument} {cited.pinpoint}"
        kind = plain(cited.authority)
        yield f"{indent}{place} ({kind}), checked {cited.checked_on}, {cited.url}"
