"""What an extension, its decision and a departure do to an authorized period.

An extension filed in time carries the period on to the decision (IRPR 183(5)); filed
late, returned or withdrawn it carries nothing on. Leaving ends it (IRPR 183(4)(a)), and
so do ten years from biometrics, whatever is pending (IRPR 183(4)(c.1)).
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass
from enum import Enum

from rules_core.answers import Reason, Refusal, Step
from rules_core.base_date import PERMITS, holds_permit
from rules_core.law.reader import LawReader
from rules_core.period import Period
from rules_core.questions import AppliedFor, Decision, Facts
from rules_core.quick import quick
from rules_core.trace import because


class CourseKind(str, Enum):
    """What became of the period after it was given."""

    PLAIN = "plain"
    PLANNED = "planned"
    """An extension is still to be filed."""
    PENDING = "pending"
    PENDING_SECOND = "pending_second"
    """A second application, filed in time, outlives the first (instruction of 2025)."""
    REFUSED = "refused"
    REFUSED_EARLY = "refused_early"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    FILED_LATE = "filed_late"
    PERMIT_ASKED = "permit_asked"
    """Only a temporary resident permit was asked for, which carries nothing on."""
    APPROVED = "approved"
    LEFT = "left"
    LEFT_PENDING = "left_pending"
    """Left Canada while an extension was undecided."""


UNDECIDED = (CourseKind.PENDING, CourseKind.PENDING_SECOND)
GONE = (CourseKind.LEFT, CourseKind.LEFT_PENDING)
_NOTHING = (None, None, None, None)
_OVER = (Decision.REFUSED, Decision.RETURNED, Decision.WITHDRAWN)


@quick
@dataclass(frozen=True)
class Course:
    """The kind of course, the last day it leads to, and the fact that sets that day."""

    kind: CourseKind
    until: dt.date
    governing: str
    steps: tuple[Step, ...] = ()

    @property
    def waited_from(self) -> dt.date | None:
        """The last day of the period itself, where a decision ended what ran on after it."""
        decided = (s for s in self.steps if s.reason is Reason.REFUSAL_ENDS_MAINTAINED)
        return next((step.start for step in decided), None)


def course(facts: Facts, period: Period, law: LawReader) -> Course | tuple[str, ...] | Refusal:
    """The period's course by the facts known; else the facts missing, or a refusal."""
    extended = _after_extension(facts, period, law)
    if not isinstance(extended, Course):
        return extended
    left = departure(facts)
    if left is None or left > law.today:
        return extended
    carried_on = extended.kind in UNDECIDED
    steps = (*extended.steps, because(Reason.LEFT_CANADA_ENDS_STAY, law, None, left))
    kind = CourseKind.LEFT_PENDING if carried_on else CourseKind.LEFT
    if left <= extended.until or carried_on:
        return Course(kind, left, "left_canada_on", steps)
    return dataclasses.replace(extended, kind=kind, steps=steps)


def departure(facts: Facts) -> dt.date | None:
    """The day the person left, or will leave, since the entry the stay is counted from.

    A departure on the day of the entry is the one that entry ended: out and back in a day.
    """
    left, entry = facts.left_canada_on, facts.entry_date
    return None if left is None or (entry is not None and left <= entry) else left


def visitor_asks_permit(facts: Facts) -> bool:
    """Whether a visitor's application is for a permit: what it does to a stay is not on file."""
    return facts.applied_for in PERMITS and not holds_permit(facts)


def _settled_since(facts: Facts) -> bool:
    """Whether a record, or a restoration, came after the filing, of which no decision is told."""
    filed, issued = facts.filed_on, facts.visitor_record_issued
    if facts.extension_decision is not None:
        return False
    if filed is None or facts.second_application_on is not None:
        return False
    if facts.restoration_decision is Decision.APPROVED:
        return facts.restoration_applied_on is None or filed <= facts.restoration_applied_on
    return issued is not None and issued > filed


def _after_extension(
    facts: Facts, period: Period, law: LawReader
) -> Course | tuple[str, ...] | Refusal:
    end, filed = period.until, facts.filed_on
    decision, decided = facts.extension_decision, facts.extension_decided_on

    def unchanged(kind: CourseKind, *steps: Step) -> Course:
        return Course(kind, end, period.governing, steps)

    told = (decision, filed, decided, facts.second_application_on)
    if told == _NOTHING:
        return unchanged(CourseKind.PLAIN)
    if decision is Decision.APPROVED or _settled_since(facts):
        return unchanged(CourseKind.APPROVED)
    second = _second(facts, period, law)
    if second is not None:
        return second
    if decision is Decision.RETURNED:
        step = because(Reason.RETURNED_INCOMPLETE, law, decided, end)
        return unchanged(CourseKind.RETURNED, step)
    decided_already = decided is not None and decided <= law.today
    if decision is None and decided_already:
        return ("extension_decision",)
    asked = decision is not None or filed is not None
    if asked and facts.applied_for is AppliedFor.TEMPORARY_RESIDENT_PERMIT:
        step = because(Reason.PERMIT_APPLICATION_CARRIES_NOTHING, law, filed, end)
        return unchanged(CourseKind.PERMIT_ASKED, step)
    # A filing still to come is a plan: it carries nothing on, and is not yet late.
    if filed is not None and filed > law.today and decision in (None, Decision.PENDING):
        return unchanged(CourseKind.PLANNED)
    if filed is not None and end < filed:
        step = because(Reason.FILED_LATE, law, filed, end)
        return unchanged(CourseKind.FILED_LATE, step)
    if asked and visitor_asks_permit(facts):
        in_status = law.today <= end
        return unchanged(CourseKind.PLAIN) if in_status else Refusal.VISITORS_PERMIT_APPLICATION
    if decision is Decision.WITHDRAWN:
        step = because(Reason.WITHDRAWN_UNSETTLED, law, decided, end)
        return unchanged(CourseKind.WITHDRAWN, step)
    if decision is Decision.REFUSED:
        return _refused(facts, period, law)
    if decision is Decision.PENDING and filed is None and end < law.today:
        return ("extension_applied_on",)
    if decision is Decision.PENDING or filed is not None:
        step = because(Reason.MAINTAINED_UNTIL_DECISION, law, end)
        return _carried_on(CourseKind.PENDING, step, period, facts, law)
    return unchanged(CourseKind.PLAIN)


def _refused(facts: Facts, period: Period, law: LawReader) -> Course | tuple[str, ...]:
    decided, end = facts.extension_decided_on, period.until
    if decided is None:
        return ("extension_decided_on",)
    if facts.filed_on is None and decided > end:
        return ("extension_applied_on",)
    if decided < end:
        step = because(Reason.REFUSED_BEFORE_END, law, decided, end)
        return Course(CourseKind.REFUSED_EARLY, end, period.governing, (step,))
    steps = [because(Reason.REFUSAL_ENDS_MAINTAINED, law, end, decided)]
    second = facts.second_application_on
    if second is not None and second > end:
        steps.append(because(Reason.SECOND_FALLS_WITH_FIRST, law, second, decided))
    refused = Course(CourseKind.REFUSED, decided, "extension_decided_on", tuple(steps))
    return _capped(refused, facts, period, law)


def _second(
    facts: Facts, period: Period, law: LawReader
) -> Course | tuple[str, ...] | Refusal | None:
    """What a second application does; ``None`` where it changes nothing."""
    second, decision = facts.second_application_on, facts.extension_decision
    if second is None or second > law.today:
        return None
    if facts.filed_on is None and decision is None:
        return ("extension_applied_on",)
    if decision not in _OVER:
        return None
    if decision is Decision.REFUSED:
        refused_on = facts.extension_decided_on or law.today
        if law.provision_on_day_of("second_application_2025_instruction", refused_on) is None:
            return Refusal.SECOND_APPLICATION_BEFORE_2025
    if second > period.until:
        return None
    step = because(Reason.SECOND_FILED_IN_TIME, law, second, period.until)
    return _carried_on(CourseKind.PENDING_SECOND, step, period, facts, law)


def _carried_on(
    kind: CourseKind, step: Step, period: Period, facts: Facts, law: LawReader
) -> Course:
    """The period running on undecided, unless ten years from biometrics are over."""
    end = period.biometrics_end
    if end is not None and end < law.today:
        lapsed = Course(CourseKind.PLAIN, law.today, period.governing, (step,))
        return _capped(lapsed, facts, period, law)
    return Course(kind, period.until, period.governing, (step,))


def _capped(found: Course, facts: Facts, period: Period, law: LawReader) -> Course:
    end = period.biometrics_end
    if end is None or found.until <= end:
        return found
    step = because(Reason.BIOMETRICS_TEN_YEARS, law, facts.biometrics_date, end)
    return dataclasses.replace(
        found, until=end, governing="biometrics_date", steps=(*found.steps, step)
    )
