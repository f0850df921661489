"""Coming back after a trip: which document, until when, and that it gives no right."""

from __future__ import annotations

from rules_core.answers import Answer, Referral, Refusal, Remark, Values, Verdict
from rules_core.entry_document import GREEN_CARD_LAW, Entry, entry_document
from rules_core.law.reader import LawReader
from rules_core.questions import Facts, Topic
from rules_core.verdict import REFERRAL_LAW, refused, unanswered, unique

_AFRESH = "reentry_is_a_new_examination"


def reentry(facts: Facts, law: LawReader) -> Verdict:
    """What the person needs to ask to enter again: IRPR 7, 7.1, 190; IRPA 18(1), 20(1)(b)."""
    entry = entry_document(facts, law)
    if entry is Refusal.NOT_IN_FORCE_THEN:
        begins = law.latest(GREEN_CARD_LAW).in_force_from
        return refused(Topic.REENTRY, Refusal.NOT_IN_FORCE_THEN, law, begins, GREEN_CARD_LAW)
    if not isinstance(entry, Entry):
        return unanswered(Topic.REENTRY, entry, facts, law)
    unsettled = Remark.PENDING_COUNTS_UNSETTLED in entry.remarks
    referral = Referral.SUGGESTED if unsettled else Referral.NONE
    also = law.cite(_AFRESH) + (law.cite(REFERRAL_LAW) if unsettled else ())
    return Answer(
        topic=Topic.REENTRY,
        outcome=entry.outcome,
        values=Values(entry_document=entry.document, return_by=entry.return_by),
        because=(entry.step,),
        citations=unique([*entry.step.citations, *also]),
        law_as_of=law.today,
        referral=referral,
        remarks=(*entry.remarks, Remark.NEW_ENTRY_DECIDED_AFRESH),
        could_change=_could_change(facts),
    )


def _could_change(facts: Facts) -> tuple[str, ...]:
    """The facts not given that could call for another document."""
    names = ("nationality", "us_permanent_resident", "visa_exempt", "returns_on", "visa_expiry")
    return tuple(name for name in names if getattr(facts, name) is None)
