"""What each date a person gave does to the last day of their stay, and why."""

from __future__ import annotations

import datetime as dt

from rules_core.answers import Effect, Limit, Reason
from rules_core.course import GONE, Course, CourseKind, departure
from rules_core.period import Period, outlasted
from rules_core.questions import Facts

_REASON_OF_KIND = {
    CourseKind.PENDING: Reason.MAINTAINED_UNTIL_DECISION,
    CourseKind.REFUSED: Reason.REFUSAL_ENDS_MAINTAINED,
    CourseKind.REFUSED_EARLY: Reason.REFUSED_BEFORE_END,
    CourseKind.RETURNED: Reason.RETURNED_INCOMPLETE,
    CourseKind.FILED_LATE: Reason.FILED_LATE,
    CourseKind.PENDING_SECOND: Reason.SECOND_FILED_IN_TIME,
    CourseKind.WITHDRAWN: Reason.WITHDRAWN_UNSETTLED,
    CourseKind.PERMIT_ASKED: Reason.PERMIT_APPLICATION_CARRIES_NOTHING,
    CourseKind.APPROVED: Reason.VISITOR_RECORD_REPLACES,
    CourseKind.LEFT: Reason.LEFT_CANADA_ENDS_STAY,
    CourseKind.LEFT_PENDING: Reason.LEFT_CANADA_ENDS_STAY,
    CourseKind.PLAIN: Reason.LAST_DAY_INCLUDED,
    CourseKind.PLANNED: Reason.STILL_AHEAD,
}
_OF_APPLICATIONS = (
    "visitor_record_issued",
    "extension_applied_on",
    "application_date",
    "extension_decided_on",
    "second_application_on",
    "left_canada_on",
    "returns_on",
    "restoration_applied_on",
    "restoration_decided_on",
)
_OWN_REASON = {
    "visitor_record_issued": Reason.VISITOR_RECORD_REPLACES,
    "returns_on": Reason.COUNTED_FROM_NEXT_ENTRY,
    "restoration_applied_on": Reason.RESTORATION_NINETY_DAYS,
    "restoration_decided_on": Reason.RESTORATION_NINETY_DAYS,
}


def limits_of(facts: Facts, period: Period, found: Course, today: dt.date) -> tuple[Limit, ...]:
    """Every date of the facts once, with its effect; at most one governs or caps."""
    limits = list(period.limits)
    if found.governing != period.governing:
        limits = [_overtaken(limit, found) for limit in limits]
    known = vars(facts)
    for fact in filter(known.get, _OF_APPLICATIONS):
        date: dt.date = known[fact]
        effect = Effect.GOVERNS if fact == found.governing else Effect.NO_EFFECT
        limits.append(Limit(fact, date, effect, _reason(fact, date, facts, found, today)))
    return tuple(limits)


def _overtaken(limit: Limit, found: Course) -> Limit:
    """A limit of the period, once the stay ran on past it or was cut short."""
    if limit.fact != found.governing:
        return outlasted(limit, _REASON_OF_KIND[found.kind])
    # Only the ten years from biometrics can end what ran on after the period.
    return Limit(limit.fact, limit.date, Effect.CAPS, limit.reason)


def _reason(fact: str, date: dt.date, facts: Facts, found: Course, today: dt.date) -> Reason:
    if fact in _OWN_REASON:
        return _OWN_REASON[fact]
    if facts.entry_date is not None and date < facts.entry_date:
        return Reason.BEFORE_THIS_ENTRY
    if fact == "left_canada_on":
        if found.kind in GONE:
            return Reason.LEFT_CANADA_ENDS_STAY
        return Reason.STILL_AHEAD if departure(facts) else Reason.BEFORE_THIS_ENTRY
    return Reason.STILL_AHEAD if date > today else _REASON_OF_KIND[found.kind]
