"""Where a person stands today: their last day in status and what it leaves open."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from rules_core.answers import (
    OUT_OF_STATUS,
    RUNNING,
    Problem,
    Refusal,
    Status,
    Step,
    Values,
)
from rules_core.calendar import add_days, last_minute
from rules_core.contradictions import contradiction
from rules_core.course import GONE, UNDECIDED, Course, CourseKind, course, departure
from rules_core.law.reader import LawReader
from rules_core.limits import limits_of
from rules_core.period import Period, authorized_period
from rules_core.questions import Decision, Facts
from rules_core.quick import quick

DEFAULT_TIMEZONE = "America/Toronto"


@quick
@dataclass(frozen=True)
class Standing:
    """A period, its course, and the status it gives today."""

    facts: Facts
    period: Period
    course: Course
    status: Status | None
    """``None`` before a future entry and after leaving Canada."""

    @property
    def until(self) -> dt.date:
        """The last day in status."""
        return self.course.until

    @property
    def steps(self) -> tuple[Step, ...]:
        """The whole trace to that day."""
        return self.period.steps + self.course.steps

    @property
    def can_extend(self) -> bool:
        """Whether nothing but the calendar stands against an extension."""
        kind = self.course.kind
        if kind in (CourseKind.RETURNED, CourseKind.WITHDRAWN, CourseKind.PERMIT_ASKED):
            # Without a status the entry is still to come, and the stay with it.
            return self.status is None or self.status in RUNNING
        open_kinds = (CourseKind.PLAIN, CourseKind.PLANNED, CourseKind.APPROVED)
        return kind in (*open_kinds, CourseKind.REFUSED_EARLY)

    def refused_today(self, today: dt.date) -> bool:
        """Whether a refusal sent today ends a stay that had run on past its period."""
        return self.course.kind is CourseKind.REFUSED and today == self.until != self.period.until

    @property
    def files_on(self) -> dt.date | None:
        """The day on which the person means to file an extension that they have not filed."""
        return self.facts.filed_on if self.course.kind is CourseKind.PLANNED else None

    @property
    def files_too_late(self) -> bool:
        """Whether that day comes after the last day in status."""
        return self.files_on is not None and self.files_on > self.until

    @property
    def leaving_on(self) -> dt.date | None:
        """The day of a departure still ahead."""
        return None if self.course.kind in GONE else departure(self.facts)


def standing(facts: Facts, law: LawReader) -> Standing | Problem | Refusal | tuple[str, ...]:
    """The person's standing today; else a problem, a refusal or missing facts."""
    problem = contradiction(facts, law)
    if problem is not None:
        return problem
    period = authorized_period(facts, law)
    if not isinstance(period, Period):
        return period
    found = course(facts, period, law)
    if not isinstance(found, Course):
        return found
    if _restored_before_loss(facts, found):
        return Problem.RESTORATION_BEFORE_LOSS
    return Standing(facts, period, found, _status(facts, law, found))


def _restored_before_loss(facts: Facts, found: Course) -> bool:
    """Whether restoration was asked for while the stay ran, and no record came of it."""
    asked_on, issued = facts.restoration_applied_on, facts.visitor_record_issued
    if asked_on is None or asked_on > found.until or found.kind in GONE:
        return False
    granted = facts.restoration_decision is Decision.APPROVED
    return not granted and (issued is None or issued < asked_on)


def _status(facts: Facts, law: LawReader, found: Course) -> Status | None:
    today, until = law.today, found.until
    if found.kind in GONE:
        return None
    if facts.entry_date is not None and facts.entry_date > today:
        return None
    if today < until:
        # A refusal still to come is a what-if: until then the period runs on undecided.
        waiting = found.waited_from is not None and found.waited_from < today
        return Status.MAINTAINED if waiting else Status.IN_STATUS
    if today == until:
        return Status.LAST_DAY
    if found.kind in UNDECIDED:
        return Status.MAINTAINED
    last = restoration_last_day(until, law)
    filed = facts.restoration_applied_on
    if restoration_undecided(facts, today) and filed is not None and filed <= min(last, today):
        return Status.OUT_OF_STATUS
    return Status.RESTORATION_OPEN if today <= last else Status.RESTORATION_CLOSED


def restoration_undecided(facts: Facts, today: dt.date) -> bool:
    """Whether no decision on restoration has been made by today."""
    decision, decided = facts.restoration_decision, facts.restoration_decided_on
    to_come = decided is not None and decided > today
    return to_come or decision in (None, Decision.PENDING)


def restoration_last_day(until: dt.date, law: LawReader) -> dt.date:
    """Ninety days after the last day in status (IRPR 182(1), Interpretation Act 27(5))."""
    return add_days(until, law.number("restoration_day_90"))


def court_clock(decided_on: dt.date, law: LawReader) -> dt.date:
    """The last day to ask the Federal Court for leave: IRPA 72(2)(b), decided in Canada."""
    return add_days(decided_on, law.number("no_appeal_but_judicial_review"))


def review_by(facts: Facts, law: LawReader) -> dt.date | None:
    """The court's last day after the newest refusal on record."""
    days: list[dt.date] = []
    if facts.extension_decision is Decision.REFUSED and facts.extension_decided_on:
        days.append(facts.extension_decided_on)
    if facts.restoration_decision is Decision.REFUSED and facts.restoration_decided_on:
        days.append(facts.restoration_decided_on)
    return court_clock(max(days), law) if days else None


def values_of(found: Standing, law: LawReader, **more: Any) -> Values:
    """The figures every answer about a stay carries, and `more` of a topic's own."""
    facts, today, until, status = found.facts, law.today, found.until, found.status
    left = found.course.kind in GONE
    out = status in OUT_OF_STATUS
    running = status in RUNNING or (status is None and not left)
    last = restoration_last_day(until, law)
    filing = found.can_extend and not (out and facts.restoration_applied_on is not None)
    advised = -law.number("thirty_day_recommendation")
    return Values(
        until=until,
        safe_date=add_days(until, -1),
        governing=found.course.governing,
        limits=limits_of(found.facts, found.period, found.course, today),
        recommended_by=add_days(until, advised) if filing else None,
        filing_cutoff=last_minute_of(until, facts, law) if filing else None,
        days_left=(until - today).days if running else None,
        overstay_days=(today - until).days if out else None,
        # While status is maintained the 90 days have not begun: no refusal, no loss.
        restoration_last_day=None if left or status is Status.MAINTAINED else last,
        restoration_days_left=(last - today).days if status is Status.RESTORATION_OPEN else None,
        status_today=status,
        officer_date=found.period.officer_date,
        by_law=_without_passport(found),
        left_on=facts.left_canada_on if left else found.leaving_on,
        decided_on=facts.extension_decided_on,
        review_by=review_by(facts, law),
        **more,
    )


def _without_passport(found: Standing) -> dt.date | None:
    """The last day by law, where only the published passport rule ends the stay before it."""
    period = found.period
    capped = period.by_law != period.until and period.officer_date is None
    return period.by_law if capped else None


def last_minute_of(day: dt.date, facts: Facts, law: LawReader) -> dt.datetime | None:
    """The last minute of `day` by the UTC clock (IRPR 9.3(1)); ``None`` before that rule."""
    if law.provision_on_day_of("utc_cutoff", day) is None:
        return None
    return last_minute(day, facts.timezone or DEFAULT_TIMEZONE)
