"""The person's own last day: IRPR 183."""

from __future__ import annotations

import datetime as dt

from rules_core.answers import (
    OUT_OF_STATUS,
    Outcome,
    Reason,
    Referral,
    Remark,
    Status,
    Step,
    Verdict,
)
from rules_core.course import GONE, UNDECIDED
from rules_core.law.reader import LawReader
from rules_core.questions import Facts, Topic
from rules_core.standing import Standing, standing, values_of
from rules_core.trace import because
from rules_core.verdict import answered, unanswered

_OUTCOME = {
    Status.IN_STATUS: Outcome.STAY_ENDS_ON,
    Status.LAST_DAY: Outcome.STAY_ENDS_TODAY,
    Status.MAINTAINED: Outcome.MAINTAINED_NOW,
    Status.OUT_OF_STATUS: Outcome.RESTORATION_PENDING,
    Status.RESTORATION_OPEN: Outcome.STAY_ENDED_RESTORATION_OPEN,
    Status.RESTORATION_CLOSED: Outcome.STAY_ENDED_RESTORATION_CLOSED,
}


def authorized_stay(facts: Facts, law: LawReader) -> Verdict:
    """The last day in status, what it rests on and where that leaves the person today."""
    found = standing(facts, law)
    if not isinstance(found, Standing):
        return unanswered(Topic.AUTHORIZED_STAY, found, facts, law)
    left = found.facts.left_canada_on
    if found.course.kind in GONE:
        later = left is not None and found.until < left
        outcome = Outcome.STAY_ENDED_LEFT_LATER if later else Outcome.STAY_ENDED_BY_LEAVING
    elif found.refused_today(law.today):
        outcome = Outcome.REFUSED_TODAY
    elif found.status is None:
        outcome = Outcome.STAY_WOULD_END_ON
    else:
        outcome = _OUTCOME[found.status]
    officer_date = found.period.officer_date
    if found.status in OUT_OF_STATUS and officer_date is not None and law.today <= officer_date:
        outcome = Outcome.STAY_DATES_DISAGREE
    values = values_of(found, law)
    return answered(
        Topic.AUTHORIZED_STAY,
        outcome,
        found,
        values,
        law,
        steps=_restoration_step(found, values.restoration_last_day, law),
        remarks=_remarks(found, outcome),
        referral=Referral.SUGGESTED if found.status in OUT_OF_STATUS else Referral.NONE,
        also_cite=_also_cite(outcome),
    )


def _restoration_step(found: Standing, last: dt.date | None, law: LawReader) -> tuple[Step, ...]:
    if found.status not in OUT_OF_STATUS:
        return ()
    return (because(Reason.RESTORATION_NINETY_DAYS, law, found.until, last),)


def _also_cite(outcome: Outcome) -> tuple[str, ...]:
    if outcome is Outcome.STAY_ENDS_TODAY:
        return ("extension_right_to_apply", "utc_cutoff")
    return ()


def _remarks(found: Standing, outcome: Outcome) -> tuple[Remark, ...]:
    period = found.period.remarks
    if outcome in (Outcome.STAY_ENDED_BY_LEAVING, Outcome.STAY_ENDED_LEFT_LATER):
        return (Remark.COUNT_FROM_NEW_ENTRY,)
    if outcome is Outcome.REFUSED_TODAY:
        return (Remark.NO_GRACE, *period)
    if outcome is Outcome.MAINTAINED_NOW:
        return (Remark.STAY_IN_CANADA, *period)
    if outcome is Outcome.STAY_ENDS_TODAY:
        filed = found.course.kind in UNDECIDED
        return (Remark.EXTENSION_FILED_IN_TIME if filed else Remark.EXTEND_TODAY, *period)
    if outcome is Outcome.STAY_ENDED_RESTORATION_OPEN:
        return (Remark.RESTORE_BY, *period)
    if outcome is Outcome.STAY_ENDED_RESTORATION_CLOSED:
        return (Remark.OTHER_ROUTES, *period)
    if outcome is Outcome.RESTORATION_PENDING:
        return (Remark.RESTORATION_NOT_STATUS, *period)
    if outcome is Outcome.STAY_DATES_DISAGREE:
        return ()
    if found.course.kind in UNDECIDED:
        return (Remark.EXTENSION_FILED_IN_TIME, *period)
    if found.leaving_on is not None and found.leaving_on > found.until:
        return (Remark.DEPARTURE_AFTER_LAST_DAY, *period, Remark.SAFE_DATE)
    if found.files_too_late:
        return (Remark.PLANNED_AFTER_LAST_DAY, *period, Remark.SAFE_DATE)
    return (*period, Remark.SAFE_DATE)
