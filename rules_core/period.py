"""The authorized period: which one date governs, and what caps it.

One base date is picked, never the earliest of a list (IRPR 183(2)). Three things can
then bring it forward: the end of a work or study permit (IRPR 183(4)(b)), the statutory
ten years from biometrics (IRPR 183(4)(c.1)) and IRCC's published passport rule, which
is guidance.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rules_core.answers import Effect, Limit, Reason, Refusal, Remark, Step
from rules_core.base_date import Base, base_date, base_limits, holds_permit
from rules_core.calendar import add_years
from rules_core.countries import UNITED_STATES
from rules_core.law.reader import LawReader
from rules_core.questions import Facts
from rules_core.quick import quick
from rules_core.trace import because

PASSPORT_CAPS = (Remark.PASSPORT_CAP, Remark.PASSPORT_GREEN_CARD)
"""What is said where a passport ends before the stay would."""


@quick
@dataclass(frozen=True)
class Period:
    """An authorized period with the reasons for its last day."""

    until: dt.date
    governing: str
    steps: tuple[Step, ...]
    limits: tuple[Limit, ...]
    base: Base
    by_law: dt.date
    """The last day without IRCC's published passport rule, which is guidance."""
    remarks: tuple[Remark, ...] = ()
    officer_date: dt.date | None = None
    """The officer's own date, where the passport ends before it."""
    biometrics_end: dt.date | None = None
    """Where the ten years end, for a person who had to give biometrics."""


@quick
@dataclass(frozen=True)
class _Cap:
    """What one document does to a stay that runs to a given day."""

    limit: Limit
    until: dt.date | None = None
    """The day it brings the stay forward to; ``None`` where it has no effect."""
    steps: tuple[Step, ...] = ()
    remarks: tuple[Remark, ...] = ()


def authorized_period(facts: Facts, law: LawReader) -> Period | tuple[str, ...] | Refusal:
    """The period these facts give; else the missing facts' names, or a refusal."""
    base = base_date(facts, law)
    if not isinstance(base, Base):
        return base
    until, governing = base.until, base.governing
    limits = list(base_limits(facts, base))
    steps, remarks = list(base.steps), list(base.remarks)
    officer_date: dt.date | None = None
    by_law = until
    known = vars(facts)
    for fact in filter(known.get, _DOCUMENTS):
        document = _DOCUMENTS[fact]
        cap = document(known[fact], facts, base, until, law)
        if cap is None:
            continue
        limits.append(cap.limit)
        steps += cap.steps
        # A passport before an officer's date is what the person must hear first.
        remarks = [*cap.remarks, *remarks] if document is _passport else [*remarks, *cap.remarks]
        if cap.until is not None:
            if cap.limit.reason is Reason.PASSPORT_BEFORE_OFFICER_DATE:
                officer_date = until
            until, governing = cap.until, cap.limit.fact
            by_law = by_law if document is _passport else until
    if governing != base.governing:
        limits = [limit if limit.fact == governing else outlasted(limit) for limit in limits]
    steps.append(because(Reason.LAST_DAY_INCLUDED, law, None, until))
    return Period(
        until,
        governing,
        tuple(steps),
        tuple(limits),
        base,
        by_law,
        tuple(remarks),
        officer_date,
        biometrics_end(facts, law),
    )


def outlasted(limit: Limit, reason: Reason = Reason.LATER_THAN_GOVERNING) -> Limit:
    """A date that would have set the last day, had not something else, for `reason`."""
    if limit.effect is Effect.NO_EFFECT:
        return limit
    return Limit(limit.fact, limit.date, Effect.NO_EFFECT, reason)


def biometrics_end(facts: Facts, law: LawReader) -> dt.date | None:
    """Ten years from biometrics; ``None`` for US citizens, who give none (IRPR 12.2(1)(c)).

    ``None`` too where the years were over before the rule began.
    """
    if facts.biometrics_date is None or facts.nationality == UNITED_STATES:
        return None
    rule = law.latest("biometrics_cap_is_real_law")
    end = add_years(facts.biometrics_date, int(rule.value["years"]))
    return end if end >= rule.in_force_from else None


def _permit(
    expiry: dt.date, facts: Facts, base: Base, until: dt.date, law: LawReader
) -> _Cap | None:
    if base.governing == "permit_expiry":
        return None
    if not holds_permit(facts):
        reason = Reason.PERMIT_NO_LONGER_HELD
        return _Cap(Limit("permit_expiry", expiry, Effect.NO_EFFECT, reason))
    reason = Reason.PERMIT_ENDS_STAY
    if expiry >= until:
        reason = Reason.LATER_THAN_GOVERNING
        return _Cap(Limit("permit_expiry", expiry, Effect.NO_EFFECT, reason))
    step = because(reason, law, None, expiry)
    return _Cap(Limit("permit_expiry", expiry, Effect.CAPS, reason), expiry, (step,))


def _biometrics(given: dt.date, facts: Facts, base: Base, until: dt.date, law: LawReader) -> _Cap:
    end = biometrics_end(facts, law)
    if facts.nationality == UNITED_STATES:
        reason = Reason.NO_BIOMETRICS_US_CITIZEN
        return _Cap(Limit("biometrics_date", given, Effect.NO_EFFECT, reason))
    reason = Reason.BIOMETRICS_TEN_YEARS
    if end is None or end >= until:
        return _Cap(Limit("biometrics_date", given, Effect.NO_EFFECT, reason))
    step = because(reason, law, given, end)
    limit = Limit("biometrics_date", given, Effect.CAPS, reason)
    return _Cap(limit, end, (step,), (Remark.BIOMETRICS_CAP,))


def _passport(expiry: dt.date, facts: Facts, base: Base, until: dt.date, law: LawReader) -> _Cap:
    if facts.nationality == UNITED_STATES:
        reason = Reason.PASSPORT_US_CITIZEN_EXEMPT
        limit = Limit("passport_expiry", expiry, Effect.NO_EFFECT, reason)
        if expiry >= until:
            return _Cap(limit)
        step = because(reason, law, expiry)
        return _Cap(limit, None, (step,), (Remark.PASSPORT_US_CITIZEN,))
    if expiry >= until:
        reason = Reason.LATER_THAN_GOVERNING
        return _Cap(Limit("passport_expiry", expiry, Effect.NO_EFFECT, reason))
    # Where an officer fixed a date, the law does not settle which wins; the earlier
    # date is the safe one to act on, and both are shown.
    reason, remark = Reason.PASSPORT_CAP_PUBLISHED, Remark.PASSPORT_CAP
    if base.by_officer:
        reason = Reason.PASSPORT_BEFORE_OFFICER_DATE
        remark = Remark.PASSPORT_BEFORE_OFFICER_DATE
    # The page that publishes the rule first: it is guidance, not the regulation.
    step = because(reason, law, until, expiry)
    step = dataclasses.replace(step, citations=step.citations[::-1])
    if facts.us_permanent_resident and not base.by_officer:
        # Exempt where they come from the US, which is not known here.
        remark = Remark.PASSPORT_GREEN_CARD
        exempt = law.cite("passport_cap_exempt_persons")
        step = dataclasses.replace(step, citations=(*step.citations, *exempt))
    return _Cap(Limit("passport_expiry", expiry, Effect.CAPS, reason), expiry, (step,), (remark,))


def _visa(expiry: dt.date, facts: Facts, base: Base, until: dt.date, law: LawReader) -> _Cap:
    reason = Reason.VISA_EXPIRY_IRRELEVANT
    step = because(reason, law, expiry)
    limit = Limit("visa_expiry", expiry, Effect.NO_EFFECT, reason)
    return _Cap(limit, None, (step,), (Remark.VISA_NO_EFFECT,))


_DOCUMENTS: Mapping[str, Callable[[dt.date, Facts, Base, dt.date, LawReader], _Cap | None]] = {
    "permit_expiry": _permit,
    "biometrics_date": _biometrics,
    "passport_expiry": _passport,
    "visa_expiry": _visa,
}
"""What can bring a stay forward, in the order in which it is looked at."""
