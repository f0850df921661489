"""Overstay and restoration: IRPR 182, counted by the Interpretation Act."""

from __future__ import annotations

import datetime as dt

from rules_core.answers import (
    NeedFacts,
    Outcome,
    Reason,
    Referral,
    Remark,
    Status,
    Step,
    Values,
    Verdict,
)
from rules_core.base_date import ON_A_PERMIT
from rules_core.course import GONE
from rules_core.fees import fees_on
from rules_core.law.reader import LawReader
from rules_core.questions import Decision, Facts, Topic
from rules_core.standing import (
    Standing,
    last_minute_of,
    restoration_last_day,
    restoration_undecided,
    standing,
    values_of,
)
from rules_core.trace import because
from rules_core.verdict import answered, fee_remark, unanswered


def restoration(facts: Facts, law: LawReader) -> Verdict:
    """Days out of status, the last day to apply for restoration, and its fee today."""
    found = standing(facts, law)
    if not isinstance(found, Standing):
        return unanswered(Topic.RESTORATION, found, facts, law)
    refused = facts.restoration_decision is Decision.REFUSED
    if refused and facts.restoration_decided_on is None:
        return NeedFacts(Topic.RESTORATION, ("restoration_decided_on",))
    values = values_of(
        found,
        law,
        restoration_fee=law.amount("restoration_fee"),
        biometrics_fee=law.amount("biometrics_fee_and_need"),
        restoration_cutoff=_cutoff(found, law),
        fees=fees_on(law) if facts.current_status in ON_A_PERMIT else (),
    )
    outcome = _outcome(found, values, law.today)
    steps: tuple[Step, ...] = ()
    if outcome not in _WITHOUT_WINDOW:
        last = values.restoration_last_day
        steps = (because(Reason.RESTORATION_NINETY_DAYS, law, found.until, last),)
    if outcome is Outcome.RESTORATION_REFUSED:
        steps += (
            because(
                Reason.RESTORATION_REFUSAL_NO_NEW_WINDOW,
                law,
                facts.restoration_decided_on,
                values.restoration_last_day,
            ),
        )
    not_needed = outcome in (Outcome.RESTORATION_NOT_NEEDED, Outcome.STAY_WOULD_END_ON)
    return answered(
        Topic.RESTORATION,
        outcome,
        found,
        values,
        law,
        remarks=_remarks(found, outcome, values),
        steps=steps,
        referral=Referral.NONE if not_needed else Referral.SUGGESTED,
        also_cite=("restoration_test", "restoration_fee", "duty_to_leave"),
    )


def _cutoff(found: Standing, law: LawReader) -> dt.datetime | None:
    """The last minute of the ninetieth day by the UTC clock, while the window is open."""
    if found.status is not Status.RESTORATION_OPEN:
        return None
    return last_minute_of(restoration_last_day(found.until, law), found.facts, law)


_WITHOUT_WINDOW = (
    Outcome.RESTORATION_NOT_NEEDED,
    Outcome.RESTORATION_NOT_FROM_ABROAD,
    Outcome.STAY_WOULD_END_ON,
)
"""Outcomes in which no ninety days run."""


def _outcome(found: Standing, values: Values, today: dt.date) -> Outcome:
    facts, status = found.facts, found.status
    if found.course.kind in GONE:
        return Outcome.RESTORATION_NOT_FROM_ABROAD
    decided = not restoration_undecided(facts, today)
    if facts.restoration_decision is Decision.REFUSED and decided:
        return Outcome.RESTORATION_REFUSED
    if status is None:
        return Outcome.STAY_WOULD_END_ON
    if found.refused_today(today):
        return Outcome.REFUSED_TODAY
    if status in (Status.IN_STATUS, Status.LAST_DAY, Status.MAINTAINED):
        return Outcome.RESTORATION_NOT_NEEDED
    if found.leaving_on is not None:
        return Outcome.RESTORATION_NOT_FROM_ABROAD
    last, filed = values.restoration_last_day, facts.restoration_applied_on
    # Returned as incomplete it counts as never made (IRPR 12); withdrawn, it is no more.
    dropped = facts.restoration_decision in (Decision.RETURNED, Decision.WITHDRAWN)
    if filed is not None and filed <= today and last is not None and not dropped:
        return Outcome.RESTORATION_FILED_LATE if filed > last else Outcome.RESTORATION_PENDING
    if status is Status.RESTORATION_CLOSED:
        return Outcome.RESTORATION_CLOSED
    if last == today:
        return Outcome.RESTORATION_LAST_DAY_TODAY
    return Outcome.RESTORATION_OPEN


def _remarks(found: Standing, outcome: Outcome, values: Values) -> tuple[Remark, ...]:
    planned, last = found.facts.restoration_applied_on, values.restoration_last_day
    written = tuple(r for r in found.period.remarks if r is Remark.WRITTEN_DATE_WOULD_COUNT)
    if outcome is Outcome.STAY_WOULD_END_ON:
        return written
    if outcome is Outcome.RESTORATION_NOT_NEEDED:
        return (Remark.EXTEND_NOW, *written) if found.can_extend else (Remark.STAY_IN_CANADA,)
    if outcome is Outcome.REFUSED_TODAY:
        return (Remark.NO_GRACE, fee_remark(values))
    if outcome is Outcome.RESTORATION_PENDING:
        on_last_day = (Remark.FILED_ON_LAST_DAY,) if planned == last else ()
        return (*on_last_day, Remark.RESTORATION_NOT_STATUS)
    if outcome is Outcome.RESTORATION_REFUSED:
        return (Remark.NO_NEW_WINDOW, Remark.OTHER_ROUTES)
    if outcome is Outcome.RESTORATION_NOT_FROM_ABROAD:
        if found.leaving_on is not None:
            return (Remark.RESTORE_BY, Remark.RESTORATION_NOT_STATUS)
        return (Remark.COUNT_FROM_NEW_ENTRY,)
    if outcome in (Outcome.RESTORATION_CLOSED, Outcome.RESTORATION_FILED_LATE):
        return (Remark.OTHER_ROUTES, *written)
    late = planned is not None and last is not None and planned > last
    first = (Remark.PLANNED_AFTER_LAST_DAY,) if late else ()
    if outcome is Outcome.RESTORATION_LAST_DAY_TODAY:
        first = (*first, Remark.RESTORATION_CUTOFF)
    also = values.fees and values.restoration_fee is not None
    permit = (Remark.RESTORATION_FEE_WITH_PERMIT,) if also else ()
    return (*first, fee_remark(values), *permit, Remark.RESTORATION_NOT_STATUS, *written)
