"""Who may still be served when flagpoling: the five groups of the border's own notice."""

from __future__ import annotations

import datetime as dt

from rules_core.answers import Exemption
from rules_core.base_date import ON_A_PERMIT
from rules_core.law.reader import LawReader
from rules_core.questions import AppliedFor, Decision, Facts, Occupation

MAINTAINED = "maintained_status"
_PROFESSIONS = (Occupation.PROFESSIONAL, Occupation.TECHNICIAN)


def exemption(facts: Facts, law: LawReader) -> Exemption | None:
    """The first group the facts given put the person in, or ``None``."""
    value = law.latest("flagpoling_exemptions").value
    if facts.nationality in value["citizens"] or facts.us_permanent_resident:
        return Exemption.US_CITIZEN_OR_PERMANENT_RESIDENT
    if facts.occupation in _PROFESSIONS and facts.nationality in value["agreements_professionals"]:
        return Exemption.TRADE_AGREEMENT_PROFESSIONAL
    spouse = facts.spouse_nationality in value["agreements_spouses"]
    if facts.spouse_occupation in _PROFESSIONS and spouse:
        return Exemption.SPOUSE_OF_PROFESSIONAL
    if facts.occupation is Occupation.TRUCK_DRIVER and _on_maintained_status(facts, law.today):
        return Exemption.TRUCK_DRIVER
    return Exemption.APPOINTMENT if facts.cbsa_appointment else None


def could_exempt(facts: Facts, law: LawReader) -> tuple[str, ...]:
    """The facts not given that could still put the person in a group, the likeliest first."""
    value = law.latest("flagpoling_exemptions").value
    names = ["nationality", "us_permanent_resident", "occupation"]
    drives = facts.occupation is Occupation.TRUCK_DRIVER
    if facts.spouse_nationality in (None, *value["agreements_spouses"]):
        names.append("spouse_occupation")
    if facts.spouse_occupation in (None, *_PROFESSIONS):
        names.append("spouse_nationality")
    if drives:
        names += ["applied_for", "extension_applied_on"]
    names.append("cbsa_appointment")
    return tuple(name for name in names if getattr(facts, name) is None)


def _on_maintained_status(facts: Facts, today: dt.date) -> bool:
    """A renewal of the work permit held, filed before it ended and before leaving, undecided."""
    filed = facts.filed_on
    if filed is None or filed > today or facts.applied_for is not AppliedFor.WORK_PERMIT:
        return False
    if facts.extension_decision not in (None, Decision.PENDING):
        return False
    holds = facts.current_status in (None, MAINTAINED, *ON_A_PERMIT)
    in_time = all(
        day is None or filed <= day for day in (facts.permit_expiry, facts.left_canada_on)
    )
    return holds and in_time
