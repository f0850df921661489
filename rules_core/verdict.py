"""From a standing, or the lack of one, to a verdict; shared by the topics about a stay."""

from __future__ import annotations

import datetime as dt

from rules_core.answers import (
    Answer,
    CannotSay,
    NeedFacts,
    Outcome,
    Problem,
    Referral,
    Refusal,
    Remark,
    Step,
    Values,
)
from rules_core.calendar import add_days
from rules_core.citation import Citation
from rules_core.law.reader import LawReader
from rules_core.questions import Facts, Topic
from rules_core.standing import Standing

_ASK_AGAIN: dict[Problem, tuple[str, ...]] = {
    Problem.STAMP_BEFORE_ENTRY: ("entry_date", "stamp_date"),
    Problem.PASSPORT_EXPIRED_BEFORE_ENTRY: ("passport_expiry",),
    Problem.BIOMETRICS_ENDED_BEFORE_ENTRY: ("biometrics_date",),
    Problem.DECIDED_BEFORE_APPLIED: ("extension_applied_on", "extension_decided_on"),
    Problem.RESTORATION_DECIDED_BEFORE_APPLIED: (
        "restoration_applied_on",
        "restoration_decided_on",
    ),
    Problem.APPLIED_BEFORE_ENTRY: ("entry_date", "extension_applied_on"),
    Problem.RESTORATION_BEFORE_LOSS: ("restoration_applied_on",),
}
"""Which facts to ask for again when they contradict each other."""

_REFUSED_ON: dict[Refusal, str] = {
    Refusal.LAW_NOT_ON_FILE: "stay_is_officer_period_or_six_months",
    Refusal.SUPER_VISA_BEFORE_2022: "super_visa_five_years",
    Refusal.NOT_A_TEMPORARY_RESIDENT: "permanent_residents_citizens_outside_scope",
    Refusal.DATE_OUT_OF_RANGE: "stay_is_officer_period_or_six_months",
}
"""The provision each refusal rests on."""

REFERRAL_LAW = "section_91_who"


URGENT_EXTENSION_DAYS, URGENT_RESTORATION_DAYS = 3, 14
"""Deadlines this close send the person to a lawyer the same day (`urgent_triggers`)."""


def court_clock(decided_on: dt.date, law: LawReader) -> dt.date:
    """The last day to ask the Federal Court for leave: IRPA 72(2)(b), decided in Canada."""
    rule = law.latest("no_appeal_but_judicial_review")
    return add_days(decided_on, int(rule.value["days"]))


def referral_of(values: Values, otherwise: Referral, today: dt.date) -> Referral:
    """Urgent where a deadline is close: extension, restoration or court; else as given."""
    filing = values.recommended_by is not None and values.days_left is not None
    urgent = (
        (filing and (values.days_left or 0) <= URGENT_EXTENSION_DAYS)
        or (values.restoration_days_left or URGENT_RESTORATION_DAYS + 1) <= URGENT_RESTORATION_DAYS
        or values.restoration_days_left == 0
        or (values.review_by is not None and values.review_by >= today)
    )
    return Referral.URGENT if urgent else otherwise


def unanswered(
    topic: Topic, found: Problem | Refusal | tuple[str, ...], facts: Facts, law: LawReader
) -> NeedFacts | CannotSay:
    """Why these facts give no standing, as a verdict."""
    if isinstance(found, Problem):
        return NeedFacts(topic, _ASK_AGAIN[found], found)
    if isinstance(found, Refusal):
        cited = law.cite(_REFUSED_ON[found]) + law.cite(REFERRAL_LAW)
        referral = (
            Referral.NONE if found is Refusal.NOT_A_TEMPORARY_RESIDENT else Referral.SUGGESTED
        )
        return CannotSay(topic, found, cited, referral, facts.entry_date)
    return NeedFacts(topic, found)


def answered(
    topic: Topic,
    outcome: Outcome,
    found: Standing,
    values: Values,
    law: LawReader,
    *,
    remarks: tuple[Remark, ...],
    steps: tuple[Step, ...] = (),
    referral: Referral = Referral.NONE,
    also_cite: tuple[str, ...] = (),
) -> Answer:
    """An answer about a stay, with its trace and every citation the trace rests on."""
    because = found.steps + steps
    referral = referral_of(values, referral, law.today)
    if referral is not Referral.NONE:
        also_cite += (REFERRAL_LAW,)
    # What each step rests on first, so that the first few name every step.
    cited = [step.citations[0] for step in because]
    cited += [law.cite(key)[0] for key in also_cite]
    cited += [citation for step in because for citation in step.citations[1:]]
    entry = found.facts.entry_date
    return Answer(
        topic=topic,
        outcome=outcome,
        values=values,
        because=because,
        citations=unique(cited),
        law_as_of=min(entry, law.today) if entry else law.today,
        referral=referral,
        remarks=remarks,
        could_change=found.period.could_change,
    )


def unique(citations: list[Citation]) -> tuple[Citation, ...]:
    """The citations without repeats, in order of first use."""
    seen: dict[tuple[str, str], Citation] = {}
    for citation in citations:
        seen.setdefault((citation.instrument, citation.pinpoint), citation)
    return tuple(seen.values())
