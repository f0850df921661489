"""Facts that cannot all be true; they are asked about, never weighed."""

from __future__ import annotations

from rules_core.answers import Problem
from rules_core.base_date import US
from rules_core.calendar import add_years
from rules_core.law.reader import LawReader
from rules_core.questions import Facts


def contradiction(facts: Facts, law: LawReader) -> Problem | None:
    """The first contradiction among the facts, or ``None``."""
    entry, filed = facts.entry_date, facts.filed_on
    decided = facts.extension_decided_on
    if filed and decided and decided < filed:
        return Problem.DECIDED_BEFORE_APPLIED
    restored, redecided = facts.restoration_applied_on, facts.restoration_decided_on
    if restored and redecided and redecided < restored:
        return Problem.RESTORATION_DECIDED_BEFORE_APPLIED
    if entry is None:
        return None
    if facts.stamp_date and facts.stamp_date < entry:
        return Problem.STAMP_BEFORE_ENTRY
    if filed and filed < entry:
        return Problem.APPLIED_BEFORE_ENTRY
    if facts.nationality == US:
        return None
    if facts.passport_expiry and facts.passport_expiry < entry:
        return Problem.PASSPORT_EXPIRED_BEFORE_ENTRY
    biometrics = law.provision("biometrics_cap_is_real_law")
    if facts.biometrics_date and biometrics:
        end = add_years(facts.biometrics_date, int(biometrics.value["years"]))
        if end < entry:
            return Problem.BIOMETRICS_ENDED_BEFORE_ENTRY
    return None
