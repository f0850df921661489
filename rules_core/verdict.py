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
from rules_core.contradictions import ASK_AGAIN
from rules_core.law.reader import LawReader
from rules_core.questions import Facts, Topic
from rules_core.standing import Standing
from rules_core.what_if import could_change

_REFUSED_ON: dict[Refusal, str] = {
    Refusal.LAW_NOT_ON_FILE: "stay_is_officer_period_or_six_months",
    Refusal.SUPER_VISA_BEFORE_2022: "super_visa_five_years",
    Refusal.NOT_A_TEMPORARY_RESIDENT: "permanent_residents_citizens_outside_scope",
    Refusal.DATE_OUT_OF_RANGE: "stay_is_officer_period_or_six_months",
    Refusal.CREW: "crew_72_hours",
    Refusal.VISITORS_PERMIT_APPLICATION: "maintained_status_rule",
    Refusal.SECOND_APPLICATION_BEFORE_2025: "second_application_2025_instruction",
}
"""The provision each refusal rests on."""

REFERRAL_LAW = "section_91_who"


def court_clock(decided_on: dt.date, law: LawReader) -> dt.date:
    """The last day to ask the Federal Court for leave: IRPA 72(2)(b), decided in Canada."""
    rule = law.latest("no_appeal_but_judicial_review")
    return add_days(decided_on, int(rule.value["days"]))


def referral_of(values: Values, otherwise: Referral, law: LawReader) -> Referral:
    """Urgent where a deadline is close (`urgent_triggers`): extension, restoration or court."""
    close = law.latest("urgent_triggers").value
    filing = values.days_left if values.recommended_by is not None else None
    restoring, review_by = values.restoration_days_left, values.review_by
    urgent = (
        (filing is not None and filing <= close["extension_days"])
        or (restoring is not None and restoring <= close["restoration_days"])
        or (review_by is not None and review_by >= law.today)
    )
    return Referral.URGENT if urgent else otherwise


def unanswered(
    topic: Topic, found: Problem | Refusal | tuple[str, ...], facts: Facts, law: LawReader
) -> NeedFacts | CannotSay:
    """Why these facts give no standing, as a verdict."""
    if isinstance(found, Problem):
        return NeedFacts(topic, ASK_AGAIN[found], found)
    if isinstance(found, Refusal):
        return refused(topic, found, law, facts.entry_date)
    return NeedFacts(topic, found)


def refused(
    topic: Topic, why: Refusal, law: LawReader, date: dt.date | None = None, key: str | None = None
) -> CannotSay:
    """A refusal with the law it rests on and, but for citizens, who may advise.

    `key` names the provision where the refusal is not about one alone.
    """
    cited = law.cite(key or _REFUSED_ON[why])
    if why is Refusal.NOT_A_TEMPORARY_RESIDENT:
        return CannotSay(topic, why, cited, Referral.NONE, date)
    return CannotSay(topic, why, cited + law.cite(REFERRAL_LAW), Referral.SUGGESTED, date)


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
    referral = referral_of(values, referral, law)
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
        could_change=could_change(found),
    )


def unique(citations: list[Citation]) -> tuple[Citation, ...]:
    """The citations without repeats, in order of first use."""
    seen: dict[tuple[str, str], Citation] = {}
    for citation in citations:
        seen.setdefault((citation.instrument, citation.pinpoint), citation)
    return tuple(seen.values())
