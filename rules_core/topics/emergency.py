"""Triage: what calls for a lawyer the same day, and which deadlines are close."""

from __future__ import annotations

import dataclasses
import datetime as dt

from rules_core.answers import Answer, Outcome, Referral, Remark, Values, Verdict
from rules_core.law.reader import LawReader
from rules_core.questions import Facts, Topic, UrgentMatter
from rules_core.standing import Standing, court_clock, standing, values_of
from rules_core.topics.information import INFORMATION
from rules_core.topics.stated import as_it_stands
from rules_core.verdict import referral_of, unique

LAW_OF: dict[UrgentMatter, tuple[str, ...]] = {
    UrgentMatter.DETENTION: ("urgent_triggers", "legal_aid"),
    UrgentMatter.REMOVAL_ORDER: ("removal_orders", "removal_side_effects", "leaving_voluntarily"),
    UrgentMatter.CALL_IN: ("urgent_triggers", "overstay_order_is_exclusion"),
    UrgentMatter.SECTION_44_REPORT: ("overstay_order_is_exclusion", "removal_orders"),
    UrgentMatter.REFUSAL: ("no_appeal_but_judicial_review", "refused_when_does_status_end"),
    UrgentMatter.FEAR_OF_RETURN: ("urgent_triggers", "legal_aid"),
    UrgentMatter.MINOR_ALONE: ("urgent_triggers", "legal_aid"),
    UrgentMatter.MISREPRESENTATION_ALLEGED: ("misrepresentation_five_years",),
    UrgentMatter.UNAUTHORIZED_WORK_ALLEGED: ("restoration_test", "visitor_no_work"),
}
"""The law each matter rests on, beside what every urgent matter does."""


def emergency(facts: Facts, law: LawReader) -> Verdict:
    """What to do first: IRPA 44, 48, 57, 72(2)(b); always with an urgent referral."""
    answer = as_it_stands(Topic.EMERGENCY, law)
    matter = facts.urgent_matter
    values, remarks = _deadlines(facts, law)
    if matter is None:
        values = dataclasses.replace(values, review_days=answer.values.review_days)
        return dataclasses.replace(
            answer, values=values, remarks=remarks, could_change=("urgent_matter",)
        )
    if matter is UrgentMatter.REFUSAL:
        values = dataclasses.replace(values, review_by=_court_clock(facts, law))
    keys = (*LAW_OF[matter], *INFORMATION[Topic.EMERGENCY].law)
    return Answer(
        topic=Topic.EMERGENCY,
        outcome=Outcome(f"URGENT_{matter.name}"),
        values=dataclasses.replace(values, review_days=answer.values.review_days),
        because=(),
        citations=unique([citation for key in keys for citation in law.cite(key)]),
        law_as_of=law.today,
        referral=Referral.URGENT,
        remarks=remarks,
    )


def _court_clock(facts: Facts, law: LawReader) -> dt.date | None:
    """The court's last day after the refusal spoken of, the newest if there are two."""
    days = [d for d in (facts.extension_decided_on, facts.restoration_decided_on) if d]
    return court_clock(max(days), law) if days else None


def _deadlines(facts: Facts, law: LawReader) -> tuple[Values, tuple[Remark, ...]]:
    """The figures of the person's stay and what is due, where a deadline is close."""
    found = standing(facts, law)
    if not isinstance(found, Standing):
        return Values(), ()
    values = values_of(found, law)
    if referral_of(values, Referral.NONE, law) is not Referral.URGENT:
        return Values(), ()
    if values.restoration_days_left is not None:
        return values, (Remark.RESTORE_BY,)
    if values.recommended_by is not None and values.days_left is not None:
        return values, (Remark.EXTEND_NOW,)
    return values, (Remark.COURT_CLOCK,)
