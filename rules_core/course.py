"""What an extension, its decision and a departure do to an authorized period.

An extension filed in time carries the period on to the decision (IRPR 183(5));
filed late or returned it carries nothing on. Leaving ends it (IRPR 183(4)(a)), and
so do ten years from biometrics, whatever is pending (IRPR 183(4)(c.1)).
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass
from enum import Enum

from rules_core.answers import Reason, Step
from rules_core.law.reader import LawReader
from rules_core.period import Period
from rules_core.questions import Decision, Facts


class CourseKind(str, Enum):
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
class Course:
    """The kind of course, the last day it leads to, and the fact that sets that day."""

    kind: CourseKind
    until: dt.date
    governing: str
    steps: tuple[Step, ...] = ()


def course(facts: Facts, period: Period, law: LawReader) -> Course | tuple[str, ...]:
    """The period's course by the facts known; else the names of the facts missing."""
    extended = _after_extension(facts, period, law)
    if not isinstance(extended, Course):
        return extended
    left = facts.left_canada_on
    if left is None or (facts.entry_date is not None and left < facts.entry_date):
        return extended
    carried_on = extended.kind is CourseKind.PENDING
    cited = law.cite("what_ends_stay_early")
    steps = (*extended.steps, Step(Reason.LEFT_CANADA_ENDS_STAY, cited, None, left))
    if left <= extended.until or carried_on:
        return _capped(Course(CourseKind.LEFT, left, "left_canada_on", steps), period, law)
    return dataclasses.replace(extended, kind=CourseKind.LEFT, steps=steps)


def _after_extension(facts: Facts, period: Period, law: LawReader) -> Course | tuple[str, ...]:
    end, filed = period.until, facts.filed_on
    decision, decided = facts.extension_decision, facts.extension_decided_on

    def unchanged(kind: CourseKind, *steps: Step) -> Course:
        return Course(kind, end, period.governing, steps)

    if decision is Decision.APPROVED:
        return unchanged(CourseKind.APPROVED)
    if decision is Decision.RETURNED:
        cited = law.cite("incomplete_application_returned")
        step = Step(Reason.RETURNED_INCOMPLETE, cited, decided, end)
        return unchanged(CourseKind.RETURNED, step)
    # A filing still to come, after the last day, is a plan and not yet late.
    if filed is not None and end < filed <= law.today:
        step = Step(Reason.FILED_LATE, law.cite("extension_right_to_apply"), filed, end)
        return unchanged(CourseKind.FILED_LATE, step)
    carried = law.cite("maintained_status_rule")
    if decision is Decision.REFUSED:
        if decided is None:
            return ("extension_decided_on",)
        if decided < end:
            step = Step(Reason.REFUSED_BEFORE_END, carried, decided, end)
            return unchanged(CourseKind.REFUSED_EARLY, step)
        cited = carried + law.cite("decision_date_electronic")
        step = Step(Reason.REFUSAL_ENDS_MAINTAINED, cited, end, decided)
        refused = Course(CourseKind.REFUSED, decided, "extension_decided_on", (step,))
        return _capped(refused, period, law)
    if decision is Decision.PENDING or (filed is not None and filed <= end):
        step = Step(Reason.MAINTAINED_UNTIL_DECISION, carried, end, None)
        biometrics_end = period.biometrics_end
        if biometrics_end is not None and biometrics_end < law.today:
            lapsed = Course(CourseKind.PLAIN, law.today, period.governing, (step,))
            return _capped(lapsed, period, law)
        return unchanged(CourseKind.PENDING, step)
    return unchanged(CourseKind.PLAIN)


def _capped(found: Course, period: Period, law: LawReader) -> Course:
    end = period.biometrics_end
    if end is None or found.until <= end:
        return found
    cited = law.cite("biometrics_cap_is_real_law")
    step = Step(Reason.BIOMETRICS_TEN_YEARS, cited, period.biometrics_given, end)
    return dataclasses.replace(
        found, until=end, governing="biometrics_date", steps=(*found.steps, step)
    )
