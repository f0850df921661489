"""Facts that cannot all be true; they are asked about, never weighed."""

from __future__ import annotations

import datetime as dt

from rules_core.answers import Problem
from rules_core.base_date import holds_permit
from rules_core.countries import NATIONALITIES, UNITED_STATES
from rules_core.law.reader import LawReader
from rules_core.period import biometrics_end
from rules_core.questions import Decision, Facts

ASK_AGAIN: dict[Problem, tuple[str, ...]] = {
    Problem.UNKNOWN_NATIONALITY: ("nationality",),
    Problem.UNKNOWN_NATIONALITY_OF_SPOUSE: ("spouse_nationality",),
    Problem.RETURNED_SINCE_ENTRY: ("entry_date",),
    Problem.STAMP_BEFORE_ENTRY: ("entry_date", "stamp_date"),
    Problem.WRITTEN_DATE_DENIED: ("stamp_date",),
    Problem.STAMP_IS_ENTRY_DAY: ("stamp_date",),
    Problem.RECORD_ISSUED_IN_FUTURE: ("visitor_record_issued",),
    Problem.RECORD_OLDER_THAN_APPROVAL: ("record_expiry",),
    Problem.RECORD_ENDS_BEFORE_ISSUED: ("record_expiry", "visitor_record_issued"),
    Problem.PERMIT_ENDED_BEFORE_ENTRY: ("permit_expiry",),
    Problem.PASSPORT_EXPIRED_BEFORE_ENTRY: ("passport_expiry",),
    Problem.BIOMETRICS_ENDED_BEFORE_ENTRY: ("biometrics_date",),
    Problem.DECIDED_BEFORE_APPLIED: ("extension_applied_on", "extension_decided_on"),
    Problem.DECIDED_WHILE_PENDING: ("extension_decision",),
    Problem.REFUSED_AND_RECORD_ISSUED: ("extension_decision",),
    Problem.SECOND_BEFORE_FIRST: ("extension_applied_on", "second_application_on"),
    Problem.RESTORATION_DECIDED_BEFORE_APPLIED: (
        "restoration_applied_on",
        "restoration_decided_on",
    ),
    Problem.RESTORATION_DECIDED_WHILE_PENDING: ("restoration_decision",),
    Problem.RESTORATION_REFUSED_AND_RECORD_ISSUED: ("restoration_decision",),
    Problem.APPLIED_BEFORE_ENTRY: ("entry_date", "extension_applied_on"),
    Problem.APPLIED_AFTER_LEAVING: ("left_canada_on", "extension_applied_on"),
    Problem.RESTORATION_BEFORE_LOSS: ("restoration_applied_on",),
    Problem.RETURN_BEFORE_LEAVING: ("left_canada_on", "returns_on"),
}
"""Which facts to ask for again when they contradict each other."""


def contradiction(facts: Facts, law: LawReader) -> Problem | None:
    """The first contradiction among the facts, or ``None``."""
    return _of_documents(facts, law) or _of_extension(facts, law) or _of_restoration(facts, law)


def unknown_nationality(facts: Facts) -> Problem | None:
    """A nationality given that is no country's code: the person's, or their spouse's."""
    if facts.nationality is not None and facts.nationality not in NATIONALITIES:
        return Problem.UNKNOWN_NATIONALITY
    spouse = facts.spouse_nationality
    if spouse is not None and spouse not in NATIONALITIES:
        return Problem.UNKNOWN_NATIONALITY_OF_SPOUSE
    return None


def _of_documents(facts: Facts, law: LawReader) -> Problem | None:
    entry, issued = facts.entry_date, facts.visitor_record_issued
    if facts.officer_wrote_date is False and facts.stamp_date:
        return Problem.WRITTEN_DATE_DENIED
    if issued and issued > law.today:
        return Problem.RECORD_ISSUED_IN_FUTURE
    if issued and facts.record_expiry and facts.record_expiry < issued:
        return Problem.RECORD_ENDS_BEFORE_ISSUED
    left, back = facts.left_canada_on, facts.returns_on
    if left and back and back < left:
        return Problem.RETURN_BEFORE_LEAVING
    if back and back <= law.today and departure_before(back, facts):
        return Problem.RETURNED_SINCE_ENTRY
    if entry is None:
        return None
    if facts.stamp_date and facts.stamp_date < entry:
        return Problem.STAMP_BEFORE_ENTRY
    if facts.stamp_date == entry:  # the stamp's own date, more likely than a leave-by date
        return Problem.STAMP_IS_ENTRY_DAY
    if facts.permit_expiry and facts.permit_expiry < entry and holds_permit(facts):
        return Problem.PERMIT_ENDED_BEFORE_ENTRY
    if facts.nationality == UNITED_STATES:
        return None
    if facts.passport_expiry and facts.passport_expiry < entry:
        return Problem.PASSPORT_EXPIRED_BEFORE_ENTRY
    end = biometrics_end(facts, law)
    if end and end < entry:
        return Problem.BIOMETRICS_ENDED_BEFORE_ENTRY
    return None


def _of_extension(facts: Facts, law: LawReader) -> Problem | None:
    filed, decided = facts.filed_on, facts.extension_decided_on
    if filed is None and facts.extension_decision is None:
        return None
    entry, left, issued = facts.entry_date, facts.left_canada_on, facts.visitor_record_issued
    if filed and decided and decided < filed:
        return Problem.DECIDED_BEFORE_APPLIED
    undecided = facts.extension_decision in (None, Decision.PENDING)
    if filed and filed > law.today and not undecided and not decided:
        return Problem.DECIDED_BEFORE_APPLIED
    if facts.extension_decision is Decision.PENDING and decided and decided <= law.today:
        return Problem.DECIDED_WHILE_PENDING
    if facts.extension_decision is Decision.REFUSED and filed and issued and issued > filed:
        # A record can still follow a refusal once status is restored.
        restored = facts.restoration_decision is Decision.APPROVED
        if not restored and (decided is None or issued <= decided):
            return Problem.REFUSED_AND_RECORD_ISSUED
    if facts.extension_decision is Decision.APPROVED and _record_precedes(filed, facts):
        return Problem.RECORD_OLDER_THAN_APPROVAL
    if filed and facts.second_application_on and facts.second_application_on < filed:
        return Problem.SECOND_BEFORE_FIRST
    if entry and filed and filed < entry:
        return Problem.APPLIED_BEFORE_ENTRY
    if filed and left and left < filed and (entry is None or entry < left):
        return Problem.APPLIED_AFTER_LEAVING
    return None


def _of_restoration(facts: Facts, law: LawReader) -> Problem | None:
    filed, decided = facts.restoration_applied_on, facts.restoration_decided_on
    if filed is None and facts.restoration_decision is None:
        return None
    issued = facts.visitor_record_issued
    if filed and decided and decided < filed:
        return Problem.RESTORATION_DECIDED_BEFORE_APPLIED
    if facts.restoration_decision is Decision.APPROVED and _record_precedes(filed, facts):
        return Problem.RECORD_OLDER_THAN_APPROVAL
    pending = facts.restoration_decision is Decision.PENDING
    if pending and decided and decided <= law.today:
        return Problem.RESTORATION_DECIDED_WHILE_PENDING
    refused = facts.restoration_decision is Decision.REFUSED
    if refused and filed and issued and issued > filed:
        return Problem.RESTORATION_REFUSED_AND_RECORD_ISSUED
    return None


def _record_precedes(filed: dt.date | None, facts: Facts) -> bool:
    """Whether the record given is older than the application said to be approved.

    It may well end before the approval comes: decisions take many months.
    """
    issued, expiry = facts.visitor_record_issued, facts.record_expiry
    if filed is None or expiry is None:
        return False
    return expiry < filed or (issued is not None and issued < filed)


def departure_before(back: dt.date, facts: Facts) -> bool:
    """Whether a return comes after a departure from the stay that is being counted."""
    left, entry = facts.left_canada_on, facts.entry_date
    return left is not None and left <= back and (entry is None or entry < left)
