"""Where a person stands: the authorized period after applications and departures.

An extension filed in time carries the period on to the decision (IRPR 183(5));
filed late or returned it carries nothing. Leaving ends the period (IRPR 183(4)(a)).
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass
from enum import Enum

from rules_core.answers import Effect, Limit, Problem, Reason, Refusal, Status, Step, Values
from rules_core.calendar import add_days, last_minute
from rules_core.law.reader import LawReader
from rules_core.period import Period, authorized_period
from rules_core.questions import Decision, Facts

DEFAULT_TIMEZONE = "America/Toronto"


class Course(str, Enum):
    """What became of the period after it was given."""

    PLAIN = "plain"
    PENDING = "pending"
    REFUSED = "refused"
    REFUSED_EARLY = "refused_early"
    RETURNED = "returned"
    FILED_LATE = "filed_late"
    APPROVED = "approved"
    LEFT = "left"


@dataclass(frozen=True)
class Standing:
    """The last day in status as it stands today, and how it came about."""

    facts: Facts
    period: Period
    course: Course
    until: dt.date
    governing: str
    steps: tuple[Step, ...]
    status: Status | None
    """``None`` before a future entry and after leaving Canada."""

    @property
    def can_extend(self) -> bool:
        return self.course in (Course.PLAIN, Course.APPROVED, Course.REFUSED_EARLY, Course.RETURNED)


def applied_on(facts: Facts) -> dt.date | None:
    """The day the extension was filed; an unnamed application is taken for one."""
    return facts.extension_applied_on or facts.application_date


def standing(facts: Facts, law: LawReader) -> Standing | Problem | Refusal | tuple[str, ...]:
    """The person's standing today; else a problem, a refusal or missing facts."""
    problem = _contradiction(facts)
    if problem is not None:
        return problem
    period = authorized_period(facts, law)
    if not isinstance(period, Period):
        return period
    left = facts.left_canada_on
    if left is not None and (facts.entry_date is None or left >= facts.entry_date):
        cited = law.cite("what_ends_stay_early")
        departure = Step(Reason.LEFT_CANADA_ENDS_STAY, cited, None, left)
        end = min(left, period.until)
        return _standing(facts, period, Course.LEFT, end, "left_canada_on", departure, None)
    course, until, step = _after_extension(facts, period.until, law)
    if course is Course.REFUSED and until is None:
        return ("extension_decided_on",)
    end = until or period.until
    governing = period.governing if end == period.until else "extension_decided_on"
    status = _status(facts, law, end, course)
    return _standing(facts, period, course, end, governing, step, status)


def _standing(
    facts: Facts,
    period: Period,
    course: Course,
    until: dt.date,
    governing: str,
    step: Step | None,
    status: Status | None,
) -> Standing:
    steps = period.steps + ((step,) if step else ())
    return Standing(facts, period, course, until, governing, steps, status)


def _contradiction(facts: Facts) -> Problem | None:
    entry, filed, decided = facts.entry_date, applied_on(facts), facts.extension_decided_on
    if entry and facts.stamp_date and facts.stamp_date < entry:
        return Problem.STAMP_BEFORE_ENTRY
    if (
        entry
        and facts.passport_expiry
        and facts.passport_expiry < entry
        and facts.nationality != "US"
    ):
        return Problem.PASSPORT_EXPIRED_BEFORE_ENTRY
    if filed and decided and decided < filed:
        return Problem.DECIDED_BEFORE_APPLIED
    restored, redecided = facts.restoration_applied_on, facts.restoration_decided_on
    if restored and redecided and redecided < restored:
        return Problem.DECIDED_BEFORE_APPLIED
    if entry and filed and filed < entry:
        return Problem.APPLIED_BEFORE_ENTRY
    return None


def _after_extension(
    facts: Facts, end: dt.date, law: LawReader
) -> tuple[Course, dt.date | None, Step | None]:
    """The course an extension gave the period, its new end if any, and why."""
    filed, decision, decided = (
        applied_on(facts),
        facts.extension_decision,
        facts.extension_decided_on,
    )
    if decision is Decision.APPROVED:
        return Course.APPROVED, None, None
    if decision is Decision.RETURNED:
        return (
            Course.RETURNED,
            None,
            Step(
                Reason.RETURNED_INCOMPLETE,
                law.cite("incomplete_application_returned"),
                decided,
                end,
            ),
        )
    if filed is not None and filed > end:
        return (
            Course.FILED_LATE,
            None,
            Step(Reason.FILED_LATE, law.cite("extension_right_to_apply"), filed, end),
        )
    if decision is Decision.REFUSED:
        if decided is None:
            return Course.REFUSED, None, None
        if decided < end:
            return (
                Course.REFUSED_EARLY,
                None,
                Step(Reason.REFUSED_BEFORE_END, law.cite("maintained_status_rule"), decided, end),
            )
        cited = law.cite("maintained_status_rule") + law.cite("decision_date_electronic")
        return Course.REFUSED, decided, Step(Reason.REFUSAL_ENDS_MAINTAINED, cited, end, decided)
    if filed is not None or decision is Decision.PENDING:
        return (
            Course.PENDING,
            None,
            Step(Reason.MAINTAINED_UNTIL_DECISION, law.cite("maintained_status_rule"), end, None),
        )
    return Course.PLAIN, None, None


def _status(facts: Facts, law: LawReader, until: dt.date, course: Course) -> Status | None:
    today = law.today
    if facts.entry_date is not None and facts.entry_date > today:
        return None
    if today < until:
        return Status.IN_STATUS
    if today == until:
        return Status.LAST_DAY
    if course is Course.PENDING:
        return Status.MAINTAINED
    filed = facts.restoration_applied_on
    last = restoration_last_day(until, law)
    if (
        filed is not None
        and filed <= last
        and facts.restoration_decision in (None, Decision.PENDING)
    ):
        return Status.OUT_OF_STATUS
    return Status.RESTORATION_OPEN if today <= last else Status.RESTORATION_CLOSED


def restoration_last_day(until: dt.date, law: LawReader) -> dt.date:
    """Ninety days after the last day in status (IRPR 182(1), Interpretation Act 27(5))."""
    rule = law.latest("restoration_day_90")
    return add_days(until, int(rule.value["days"]))


def values_of(found: Standing, law: LawReader) -> Values:
    """The figures every answer about a stay carries."""
    today, until, status = law.today, found.until, found.status
    last = restoration_last_day(until, law)
    out = status in (Status.OUT_OF_STATUS, Status.RESTORATION_OPEN, Status.RESTORATION_CLOSED)
    left = found.course is Course.LEFT
    running = status in (Status.IN_STATUS, Status.LAST_DAY) or (status is None and not left)
    values = Values(
        until=until,
        safe_date=add_days(until, -1),
        governing=found.governing,
        limits=found.period.limits + _application_limits(found),
        days_left=(until - today).days if running else None,
        overstay_days=(today - until).days if out else None,
        restoration_last_day=None if left else last,
        restoration_days_left=(last - today).days if status is Status.RESTORATION_OPEN else None,
        status_today=status,
        officer_date=found.period.officer_date,
        left_on=found.facts.left_canada_on if left else None,
        decided_on=found.facts.extension_decided_on,
    )
    if not found.can_extend or found.facts.restoration_applied_on is not None:
        return values
    recommended = law.latest("thirty_day_recommendation")
    has_utc_clock = law.provision_on_day_of("utc_cutoff", until) is not None
    timezone = found.facts.timezone or DEFAULT_TIMEZONE
    return dataclasses.replace(
        values,
        recommended_by=add_days(until, -int(recommended.value["days"])),
        filing_cutoff=last_minute(until, timezone) if has_utc_clock else None,
    )


def _application_limits(found: Standing) -> tuple[Limit, ...]:
    """The effect of the dates of applications and decisions the person gave."""
    facts, limits = found.facts, []
    reason = found.steps[-1].reason
    for fact in (
        "extension_applied_on",
        "application_date",
        "extension_decided_on",
        "left_canada_on",
    ):
        date: dt.date | None = getattr(facts, fact)
        if date is not None:
            governs = fact == found.governing
            limits.append(
                Limit(fact, date, Effect.GOVERNS if governs else Effect.NO_EFFECT, reason)
            )
    return tuple(limits)
