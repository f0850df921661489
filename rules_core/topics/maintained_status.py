"""Status while an extension is undecided, and what each decision does: IRPR 183(5)."""

from __future__ import annotations

import dataclasses

from rules_core.answers import NeedFacts, Outcome, Referral, Remark, Status, Verdict
from rules_core.course import CourseKind
from rules_core.law.reader import LawReader
from rules_core.questions import Facts, Topic
from rules_core.standing import Standing, standing, values_of
from rules_core.verdict import answered, court_clock, unanswered

_OUTCOME = {
    CourseKind.REFUSED: Outcome.MAINTAINED_ENDED_BY_REFUSAL,
    CourseKind.REFUSED_EARLY: Outcome.EXTENSION_REFUSED_STAY_RUNS,
    CourseKind.RETURNED: Outcome.MAINTAINED_NEVER_RETURNED,
    CourseKind.FILED_LATE: Outcome.MAINTAINED_NEVER_APPLIED_LATE,
    CourseKind.APPROVED: Outcome.MAINTAINED_REPLACED_BY_APPROVAL,
    CourseKind.LEFT: Outcome.STAY_ENDED_BY_LEAVING,
}
_REMARKS: dict[Outcome, tuple[Remark, ...]] = {
    Outcome.MAINTAINED_NOW: (Remark.STAY_IN_CANADA,),
    Outcome.MAINTAINED_IF_UNDECIDED: (Remark.STAY_IN_CANADA,),
    Outcome.MAINTAINED_ENDED_BY_REFUSAL: (Remark.RESTORE_BY, Remark.NO_GRACE, Remark.COURT_CLOCK),
    Outcome.EXTENSION_REFUSED_STAY_RUNS: (Remark.COURT_CLOCK,),
    Outcome.MAINTAINED_NEVER_APPLIED_LATE: (Remark.RESTORE_BY,),
    Outcome.MAINTAINED_NEVER_RETURNED: (Remark.RESTORE_BY,),
    Outcome.MAINTAINED_REPLACED_BY_APPROVAL: (),
    Outcome.STAY_ENDED_BY_LEAVING: (Remark.COUNT_FROM_NEW_ENTRY,),
}


def maintained_status(facts: Facts, law: LawReader) -> Verdict:
    """Whether an extension carries the stay on, and to which day."""
    if facts.filed_on is None and facts.extension_decision is None:
        return NeedFacts(Topic.MAINTAINED_STATUS, ("extension_applied_on",))
    found = standing(facts, law)
    if not isinstance(found, Standing):
        return unanswered(Topic.MAINTAINED_STATUS, found, facts, law)
    outcome = _OUTCOME.get(found.course.kind)
    if outcome is None:
        maintained = found.status is Status.MAINTAINED
        outcome = Outcome.MAINTAINED_NOW if maintained else Outcome.MAINTAINED_IF_UNDECIDED
    values = values_of(found, law)
    refused = found.course.kind in (CourseKind.REFUSED, CourseKind.REFUSED_EARLY)
    if refused and facts.extension_decided_on is not None:
        review_by = court_clock(facts.extension_decided_on, law)
        values = dataclasses.replace(values, review_by=review_by)
    remarks = _REMARKS[outcome]
    if found.status is Status.RESTORATION_CLOSED:
        remarks = tuple(Remark.OTHER_ROUTES if r is Remark.RESTORE_BY else r for r in remarks)
    elif found.status in (Status.IN_STATUS, Status.LAST_DAY):
        # The stay still runs: what there is to do is to file again in time.
        again = Remark.EXTEND_TODAY if found.status is Status.LAST_DAY else Remark.EXTEND_NOW
        remarks = tuple(again if r is Remark.RESTORE_BY else r for r in remarks)
    refers = refused or found.status in (Status.RESTORATION_OPEN, Status.RESTORATION_CLOSED)
    return answered(
        Topic.MAINTAINED_STATUS,
        outcome,
        found,
        values,
        law,
        remarks=remarks,
        referral=Referral.SUGGESTED if refers else Referral.NONE,
        also_cite=("maintained_status_rule", "maintained_status_only_in_canada")
        + (("restoration_day_90", "no_appeal_but_judicial_review") if refers else ()),
    )
