"""Status while an extension is undecided, and what each turn it takes does: IRPR 183(5)."""

from __future__ import annotations

from rules_core.answers import (
    OUT_OF_STATUS,
    RUNNING,
    NeedFacts,
    Outcome,
    Problem,
    Referral,
    Refusal,
    Remark,
    Status,
    Verdict,
)
from rules_core.base_date import holds_permit
from rules_core.course import CourseKind, visitor_asks_permit
from rules_core.law.reader import LawReader
from rules_core.questions import AppliedFor, Decision, Facts, Topic
from rules_core.standing import Standing, standing, values_of
from rules_core.verdict import answered, unanswered

_OUTCOME = {
    CourseKind.PENDING_SECOND: Outcome.MAINTAINED_BY_SECOND,
    CourseKind.REFUSED: Outcome.MAINTAINED_ENDED_BY_REFUSAL,
    CourseKind.REFUSED_EARLY: Outcome.EXTENSION_REFUSED_STAY_RUNS,
    CourseKind.RETURNED: Outcome.MAINTAINED_NEVER_RETURNED,
    CourseKind.WITHDRAWN: Outcome.MAINTAINED_WITHDRAWN,
    CourseKind.FILED_LATE: Outcome.MAINTAINED_NEVER_APPLIED_LATE,
    CourseKind.PERMIT_ASKED: Outcome.MAINTAINED_NEVER_PERMIT_ASKED,
    CourseKind.APPROVED: Outcome.MAINTAINED_REPLACED_BY_APPROVAL,
    CourseKind.LEFT: Outcome.STAY_ENDED_BY_LEAVING,
    CourseKind.LEFT_PENDING: Outcome.MAINTAINED_ENDED_BY_LEAVING,
}
_OVER = {
    Status.OUT_OF_STATUS: Outcome.RESTORATION_PENDING,
    Status.RESTORATION_OPEN: Outcome.STAY_ENDED_RESTORATION_OPEN,
    Status.RESTORATION_CLOSED: Outcome.STAY_ENDED_RESTORATION_CLOSED,
}
"""What ran on undecided and is over: ten years from biometrics ended it."""
_REMARKS: dict[Outcome, tuple[Remark, ...]] = {
    Outcome.MAINTAINED_NOW: (Remark.STAY_IN_CANADA,),
    Outcome.MAINTAINED_IF_UNDECIDED: (Remark.STAY_IN_CANADA,),
    Outcome.MAINTAINED_BY_SECOND: (Remark.STAY_IN_CANADA,),
    Outcome.MAINTAINED_IF_FILED: (Remark.STAY_IN_CANADA, Remark.EXTENSION_COMPLETE),
    Outcome.MAINTAINED_NOT_IF_FILED_LATE: (Remark.RESTORE_BY,),
    Outcome.MAINTAINED_ENDED_BY_REFUSAL: (Remark.RESTORE_BY, Remark.NO_GRACE),
    Outcome.REFUSED_TODAY: (Remark.NO_GRACE,),
    Outcome.EXTENSION_REFUSED_STAY_RUNS: (),
    Outcome.EXTENSION_REFUSED_STAY_OVER: (Remark.RESTORE_BY,),
    Outcome.MAINTAINED_WITHDRAWN: (Remark.WITHDRAWN_UNSETTLED, Remark.RESTORE_BY),
    Outcome.MAINTAINED_NEVER_APPLIED_LATE: (Remark.RESTORE_BY,),
    Outcome.MAINTAINED_NEVER_RETURNED: (Remark.RESTORE_BY,),
    Outcome.MAINTAINED_NEVER_PERMIT_ASKED: (Remark.RESTORE_BY,),
    Outcome.MAINTAINED_REPLACED_BY_APPROVAL: (),
    Outcome.RESTORATION_PENDING: (Remark.RESTORATION_NOT_STATUS,),
    Outcome.STAY_ENDED_RESTORATION_OPEN: (Remark.RESTORE_BY,),
    Outcome.STAY_ENDED_RESTORATION_CLOSED: (Remark.RESTORE_BY,),
    Outcome.MAINTAINED_ENDED_BY_LEAVING: (
        Remark.NEW_ENTRY_DECIDED_AFRESH,
        Remark.COUNT_FROM_NEW_ENTRY,
    ),
    Outcome.STAY_ENDED_BY_LEAVING: (Remark.COUNT_FROM_NEW_ENTRY,),
}
_CARRIED_ON = (
    Outcome.MAINTAINED_NOW,
    Outcome.MAINTAINED_IF_UNDECIDED,
    Outcome.MAINTAINED_BY_SECOND,
)
_LOST = (Status.RESTORATION_OPEN, Status.RESTORATION_CLOSED)
_LAW = ("maintained_status_rule", "maintained_status_only_in_canada")
_LAW_OF_TURN = {
    Outcome.MAINTAINED_ENDED_BY_LEAVING: ("leaving_while_pending", "reentry_is_a_new_examination"),
    Outcome.MAINTAINED_ENDED_BY_REFUSAL: ("refused_when_does_status_end",),
}


def maintained_status(facts: Facts, law: LawReader) -> Verdict:
    """Whether an extension carries the stay on, and to which day."""
    if facts.filed_on is None and facts.extension_decision is None:
        return NeedFacts(Topic.MAINTAINED_STATUS, ("extension_applied_on",))
    found: Standing | Problem | Refusal | tuple[str, ...] = standing(facts, law)
    undecided = facts.extension_decision in (None, Decision.PENDING)
    unchanged = isinstance(found, Standing) and found.course.kind is CourseKind.PLAIN
    if visitor_asks_permit(facts) and (undecided or unchanged):
        found = Refusal.VISITORS_PERMIT_APPLICATION
    if not isinstance(found, Standing):
        return unanswered(Topic.MAINTAINED_STATUS, found, facts, law)
    outcome = Outcome.REFUSED_TODAY if found.refused_today(law.today) else _outcome(found)
    values = values_of(found, law)
    refused = found.course.kind in (CourseKind.REFUSED, CourseKind.REFUSED_EARLY)
    remarks = _remarks(found, outcome)
    lost = found.status in _LOST
    unsettled = outcome is Outcome.MAINTAINED_ENDED_BY_LEAVING
    advised = refused or unsettled or found.status in OUT_OF_STATUS
    return answered(
        Topic.MAINTAINED_STATUS,
        outcome,
        found,
        values,
        law,
        remarks=remarks,
        referral=Referral.SUGGESTED if advised else Referral.NONE,
        also_cite=_LAW
        + _LAW_OF_TURN.get(outcome, ())
        + (("maintained_status_no_new_rights",) if outcome in _CARRIED_ON else ())
        + (("restoration_day_90", "no_appeal_but_judicial_review") if refused or lost else ()),
    )


def _outcome(found: Standing) -> Outcome:
    if found.leaving_on is not None and found.course.kind is CourseKind.PENDING:
        return Outcome.MAINTAINED_ENDED_BY_LEAVING
    if found.files_on is not None:
        late = found.files_too_late
        return Outcome.MAINTAINED_NOT_IF_FILED_LATE if late else Outcome.MAINTAINED_IF_FILED
    outcome = _OUTCOME.get(found.course.kind)
    if outcome is Outcome.EXTENSION_REFUSED_STAY_RUNS and found.status in OUT_OF_STATUS:
        return Outcome.EXTENSION_REFUSED_STAY_OVER
    # A refusal still to come is a what-if: until then the stay goes on.
    if outcome is not None and found.status is not Status.MAINTAINED:
        return outcome
    if found.course.kind is CourseKind.PENDING_SECOND:
        return Outcome.MAINTAINED_BY_SECOND
    if found.status in _OVER:
        return _OVER[found.status]
    maintained = found.status is Status.MAINTAINED
    return Outcome.MAINTAINED_NOW if maintained else Outcome.MAINTAINED_IF_UNDECIDED


def _remarks(found: Standing, outcome: Outcome) -> tuple[Remark, ...]:
    remarks = _REMARKS[outcome]
    if found.status in _LOST and Remark.RESTORE_BY not in remarks:
        remarks = (Remark.RESTORE_BY, *remarks)
    if found.status is Status.RESTORATION_CLOSED:
        remarks = tuple(Remark.OTHER_ROUTES if r is Remark.RESTORE_BY else r for r in remarks)
    if found.status is Status.OUT_OF_STATUS:
        asked = Remark.RESTORATION_NOT_STATUS
        remarks = tuple(asked if r is Remark.RESTORE_BY else r for r in remarks)
    if found.status in RUNNING:
        # The stay still runs: what there is to do is to file again in time.
        again = Remark.EXTEND_TODAY if found.status is Status.LAST_DAY else Remark.EXTEND_NOW
        remarks = tuple(again if r is Remark.RESTORE_BY else r for r in remarks)
    if outcome in _CARRIED_ON:
        remarks = (_work_or_study(found.facts), *remarks)
    if outcome is Outcome.MAINTAINED_ENDED_BY_REFUSAL and found.facts.second_application_on:
        return (Remark.SECOND_FALLS_WITH_FIRST, *remarks)
    if outcome is not Outcome.MAINTAINED_BY_SECOND and found.facts.second_application_on:
        return (*remarks, Remark.NO_SECOND_TO_BUY_TIME)
    return remarks


def _work_or_study(facts: Facts) -> Remark:
    """What maintained status lets the person do: IRPR 186(u), 189."""
    if not holds_permit(facts):
        return Remark.NO_WORK_OR_STUDY
    studies = facts.current_status in ("student", "study_permit")
    renewed = AppliedFor.STUDY_PERMIT if studies else AppliedFor.WORK_PERMIT
    if facts.applied_for is None:
        return Remark.PERMIT_RENEWAL_DECIDES
    if facts.applied_for is renewed:
        return Remark.STUDY_MAY_GO_ON if studies else Remark.WORK_MAY_GO_ON
    return Remark.STUDY_MUST_STOP if studies else Remark.WORK_MUST_STOP
