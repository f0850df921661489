"""Which facts a person has not given could change what was decided about their stay."""

from __future__ import annotations

from itertools import filterfalse

from rules_core.base_date import ON_A_PERMIT
from rules_core.countries import UNITED_STATES
from rules_core.course import UNDECIDED, CourseKind
from rules_core.standing import Standing


def could_change(found: Standing) -> tuple[str, ...]:
    """The names of facts not given that could move the last day, the likeliest first.

    A fact that is not named moves it with no value it can have.
    """
    known = vars(found.facts)  # none of these facts is a yes or no, so a falsy one is not given
    names = _about_the_period(found)
    names += _about_applications(found)
    return tuple(filterfalse(known.get, names))


def _about_the_period(found: Standing) -> list[str]:
    facts, base = found.facts, found.period.base
    names: list[str] = []
    if base.governing != "record_expiry":
        if facts.officer_wrote_date is None:
            names.append("stamp_date")
        names.append("record_expiry")
        if base.governing == "entry_date" and facts.super_visa is None:
            names.append("super_visa")
    if facts.nationality != UNITED_STATES:
        names += ("passport_expiry", "biometrics_date")
    if facts.passport_expiry is not None or facts.biometrics_date is not None:
        names.append("nationality")
    if facts.record_expiry is not None and facts.entry_date is not None:
        names.append("visitor_record_issued")
    names += ("entry_date", "current_status")
    if facts.current_status is None or facts.current_status in ON_A_PERMIT:
        names.append("permit_expiry")
    return names


def _about_applications(found: Standing) -> list[str]:
    facts, kind = found.facts, found.course.kind
    if kind is CourseKind.APPROVED:
        return ["left_canada_on"]
    filed = facts.filed_on is not None
    names = ["left_canada_on", "extension_decision"]
    if not filed:
        names.insert(1, "extension_applied_on")
    if filed or facts.extension_decision is not None:
        names += ("applied_for", "second_application_on")
    if kind in UNDECIDED:
        names.append("extension_decided_on")
    return names
