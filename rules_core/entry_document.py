"""What a visitor needs in hand to ask to enter again: IRPR 7, 7.1, 190.

Nationality decides the document, never the length of a stay. A document gives no right
to enter: whoever comes is examined afresh (IRPA 18(1), 20(1)(b)).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from rules_core.answers import EntryDocument, Outcome, Problem, Reason, Refusal, Remark, Step
from rules_core.countries import UNITED_STATES
from rules_core.course import UNDECIDED, CourseKind
from rules_core.law.reader import LawReader
from rules_core.questions import Facts, Trip
from rules_core.quick import quick
from rules_core.standing import Standing, standing

GREEN_CARD_LAW = "us_green_card_holders"


@quick
@dataclass(frozen=True)
class Entry:
    """The document, the outcome it is said by, and the step of the trace."""

    document: EntryDocument
    outcome: Outcome
    step: Step
    return_by: dt.date | None = None
    remarks: tuple[Remark, ...] = ()


def entry_document(facts: Facts, law: LawReader) -> Entry | Problem | Refusal | tuple[str, ...]:
    """The document these facts call for; else what is missing, contradicts or is refused."""
    if facts.nationality == UNITED_STATES:
        return _entry(EntryDocument.NO_VISA_NOR_ETA, Outcome.REENTRY_US_CITIZEN, "us_citizens", law)
    if facts.us_permanent_resident:
        key = GREEN_CARD_LAW
        if law.provision(key) is None:
            return Refusal.NOT_IN_FORCE_THEN
        return _entry(EntryDocument.GREEN_CARD, Outcome.REENTRY_GREEN_CARD, key, law)
    if facts.visa_exempt:
        key = "visa_exempt_vs_visa_required"
        return _entry(EntryDocument.ETA_TO_FLY, Outcome.REENTRY_VISA_EXEMPT, key, law)
    if facts.visa_exempt is None:
        return ("visa_exempt",)
    if facts.trip is None:
        return ("trip",)
    if facts.trip is Trip.OTHER_COUNTRY:
        return _with_visa(Outcome.REENTRY_VISA_NEEDED, facts, law)
    return _from_next_door(facts, law)


def _entry(
    document: EntryDocument,
    outcome: Outcome,
    key: str,
    law: LawReader,
    return_by: dt.date | None = None,
    remarks: tuple[Remark, ...] = (),
) -> Entry:
    reason = Reason.RETURN_WITHIN_PERIOD if return_by else Reason.ENTRY_DOCUMENT
    return Entry(
        document, outcome, Step(reason, law.cite(key), None, return_by), return_by, remarks
    )


def _with_visa(outcome: Outcome, facts: Facts, law: LawReader) -> Entry:
    back = facts.returns_on or law.today
    remarks: tuple[Remark, ...] = ()
    if facts.visa_expiry is not None:
        good = facts.visa_expiry >= back
        remarks = (Remark.VISA_STILL_VALID if good else Remark.VISA_RUN_OUT,)
    key = "visa_or_eta_expiry_never_caps_stay"
    return _entry(EntryDocument.VALID_VISA, outcome, key, law, None, remarks)


def _from_next_door(facts: Facts, law: LawReader) -> Entry | Problem | Refusal | tuple[str, ...]:
    """Back from the United States or Saint-Pierre and Miquelon alone: IRPR 190(3)(f)."""
    found = standing(facts, law)
    if not isinstance(found, Standing):
        return found
    # Ended by law: IRCC's published passport rule ends no period of IRPR 190(3)(f).
    end, kind = found.period.by_law, found.course.kind
    back = facts.returns_on or law.today
    pending = kind in UNDECIDED or kind is CourseKind.LEFT_PENDING
    if back <= end:
        key = "reentry_from_us_or_spm_within_period"
        outcome, remarks = Outcome.REENTRY_NO_NEW_VISA, (Remark.RETURN_BY,)
        return _entry(EntryDocument.NO_NEW_VISA, outcome, key, law, end, remarks)
    if pending:
        # Instructions counted the undecided time as an extension; their present wording
        # was seen in part only.
        remarks = (Remark.PENDING_COUNTS_UNSETTLED,)
        key, outcome = "leaving_while_pending", Outcome.REENTRY_NO_NEW_VISA
        return _entry(EntryDocument.NO_NEW_VISA, outcome, key, law, None, remarks)
    return _with_visa(Outcome.REENTRY_AFTER_END, facts, law)
