"""When an extension must be filed: IRPR 181, with IRCC's thirty-day advice."""

from __future__ import annotations

import datetime as dt

from rules_core.answers import (
    OUT_OF_STATUS,
    RUNNING,
    Outcome,
    Referral,
    Remark,
    Status,
    Values,
    Verdict,
)
from rules_core.base_date import holds_permit
from rules_core.calendar import add_months
from rules_core.countries import UNITED_STATES
from rules_core.course import GONE, UNDECIDED, CourseKind
from rules_core.law.reader import LawReader
from rules_core.period import PASSPORT_CAPS
from rules_core.questions import Facts, Topic
from rules_core.standing import Standing, standing, values_of
from rules_core.verdict import answered, fee_remark, unanswered

_LAW = ("extension_right_to_apply", "thirty_day_recommendation", "utc_cutoff", "extension_fee_100")


def extension(facts: Facts, law: LawReader) -> Verdict:
    """The day to file by: recommended, and by law; or why it is too late."""
    found = standing(facts, law)
    if not isinstance(found, Standing):
        return unanswered(Topic.EXTENSION, found, facts, law)
    late = found.status in (Status.RESTORATION_OPEN, Status.RESTORATION_CLOSED)
    restoration_fee = law.amount("restoration_fee") if late else None
    biometrics_fee = law.amount("biometrics_fee_and_need") if late else None
    values = values_of(
        found,
        law,
        extension_fee=law.amount("extension_fee_100"),
        restoration_fee=restoration_fee,
        biometrics_fee=biometrics_fee,
    )
    outcome = _outcome(found, values, law.today)
    return answered(
        Topic.EXTENSION,
        outcome,
        found,
        values,
        law,
        remarks=_remarks(found, outcome, values, law),
        referral=Referral.SUGGESTED if found.status in OUT_OF_STATUS else Referral.NONE,
        also_cite=_LAW + (("restoration_test", "restoration_day_90") if late else ()),
    )


def _outcome(found: Standing, values: Values, today: dt.date) -> Outcome:
    status = found.status
    if found.course.kind in GONE:
        return Outcome.STAY_ENDED_BY_LEAVING
    # A refusal still to come is a what-if about an application already made.
    if found.refused_today(today):
        return Outcome.REFUSED_TODAY
    still_to_come = found.course.kind is CourseKind.REFUSED and status in (
        *RUNNING,
        Status.MAINTAINED,
    )
    if found.course.kind in UNDECIDED or still_to_come:
        return Outcome.EXTENSION_ALREADY_FILED
    if status is Status.RESTORATION_OPEN:
        return Outcome.EXTENSION_TOO_LATE_RESTORE
    if status is Status.OUT_OF_STATUS:
        return Outcome.RESTORATION_PENDING
    if status is Status.RESTORATION_CLOSED:
        return Outcome.EXTENSION_TOO_LATE
    if status is Status.LAST_DAY:
        return Outcome.EXTENSION_APPLY_TODAY
    if values.recommended_by is not None and today > values.recommended_by:
        return Outcome.EXTENSION_APPLY_NOW
    return Outcome.EXTENSION_APPLY_BY


def _remarks(
    found: Standing, outcome: Outcome, values: Values, law: LawReader
) -> tuple[Remark, ...]:
    if outcome is Outcome.REFUSED_TODAY:
        return (Remark.NO_GRACE,)
    if outcome is Outcome.STAY_ENDED_BY_LEAVING:
        return (Remark.COUNT_FROM_NEW_ENTRY,)
    if outcome is Outcome.EXTENSION_ALREADY_FILED:
        return (Remark.STAY_IN_CANADA,)
    if outcome is Outcome.RESTORATION_PENDING:
        return (Remark.RESTORATION_NOT_STATUS,)
    if outcome is Outcome.EXTENSION_TOO_LATE_RESTORE:
        return (Remark.RESTORE_BY, fee_remark(values))
    if outcome is Outcome.EXTENSION_TOO_LATE:
        return (Remark.OTHER_ROUTES,)
    late = (Remark.PLANNED_AFTER_LAST_DAY,) if found.files_too_late else ()
    passport = tuple(r for r in found.period.remarks if r in PASSPORT_CAPS)
    written = tuple(r for r in found.period.remarks if r is Remark.WRITTEN_DATE_WOULD_COUNT)
    fee = (Remark.EXTENSION_FEE_OF_VISITORS,) if holds_permit(found.facts) else ()
    limited = _ends_within_an_extension(found, law)
    beyond = (Remark.EXTENSION_TO_PASSPORT,) if limited else ()
    return (
        *late,
        *passport,
        *beyond,
        Remark.FILING_CUTOFF,
        *fee,
        Remark.EXTENSION_COMPLETE,
        *written,
    )


def _ends_within_an_extension(found: Standing, law: LawReader) -> bool:
    """Whether the passport outlasts the stay by less than the usual six months."""
    passport = found.facts.passport_expiry
    if passport is None or found.facts.nationality == UNITED_STATES:
        return False
    months = law.number("stay_is_officer_period_or_six_months")
    return found.until < passport < add_months(found.until, months)
