"""Which one date a stay rests on before anything caps it: IRPR 183(2).

The latest officer-issued date, else the end of a work or study permit, else a super
visa's five years, else six months from entry; never the earliest of a list.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from rules_core.answers import Effect, Limit, Reason, Refusal, Remark, Step
from rules_core.calendar import add_months, add_years
from rules_core.law.reader import LawReader
from rules_core.questions import AppliedFor, Decision, Facts
from rules_core.quick import quick
from rules_core.trace import because

ON_A_PERMIT = ("worker", "work_permit", "student", "study_permit")
"""Words for a status that lasts as long as a permit, not six months (IRPR 183(4)(b))."""
PERMITS = (AppliedFor.WORK_PERMIT, AppliedFor.STUDY_PERMIT)


@quick
@dataclass(frozen=True)
class Base:
    """The date a stay rests on, the fact it comes from, and why."""

    until: dt.date
    governing: str
    steps: tuple[Step, ...]
    remarks: tuple[Remark, ...] = ()

    @property
    def counted_from(self) -> str:
        """The date given that this base is counted from or rests on."""
        return "entry_date" if self.governing == "super_visa" else self.governing

    @property
    def by_officer(self) -> bool:
        """Whether an officer fixed this date."""
        return self.governing in ("record_expiry", "stamp_date", "permit_expiry")


def base_date(facts: Facts, law: LawReader) -> Base | tuple[str, ...] | Refusal:
    """The base these facts give; else the missing facts' names, or a refusal."""
    record, stamp, entry = facts.record_expiry, facts.stamp_date, facts.entry_date
    if facts.extension_decision is Decision.APPROVED and facts.applied_for in PERMITS:
        return _permit(facts.permit_expiry, law)
    issued = facts.visitor_record_issued
    issued_here = issued is not None and (entry is None or entry <= issued)
    if record is None and (_newly_granted(facts) or issued_here):
        return ("record_expiry",)
    record_is_old = record is not None and entry is not None and record < entry
    if record is not None and not record_is_old and issued is None and _came_back(facts):
        return ("visitor_record_issued",)
    record_before_trip = issued is not None and entry is not None and issued < entry

    if record is not None and not record_is_old and not record_before_trip:
        return Base(
            record,
            "record_expiry",
            (
                because(
                    Reason.VISITOR_RECORD_REPLACES,
                    law,
                    None,
                    record,
                ),
            ),
        )
    if stamp is not None:
        if entry and not law.provision_on_day_of("stay_is_officer_period_or_six_months", entry):
            return Refusal.LAW_NOT_ON_FILE
        step = because(Reason.OFFICER_WROTE_DATE, law, entry, stamp)
        return Base(stamp, "stamp_date", (step,), _against_default(stamp, entry, law))
    if facts.officer_wrote_date:
        return ("stamp_date",)
    if holds_permit(facts):
        return _permit(facts.permit_expiry, law)
    if entry is None:
        return ("entry_date",)
    default = _default(facts, entry, law)
    if (
        isinstance(default, Base)
        and record is not None
        and record_before_trip
        and not record_is_old
    ):
        return _unsettled_record(record, default, law)
    return default


def _came_back(facts: Facts) -> bool:
    """Whether a trip lies before the entry, so that a record may be older than both."""
    left, entry = facts.left_canada_on, facts.entry_date
    if _newly_granted(facts):  # the record came of an application made since
        return False
    return left is not None and entry is not None and left <= entry


def _newly_granted(facts: Facts) -> bool:
    """An approval gives a new last day, which only the record shows; a permit has its own."""
    extended = facts.extension_decision is Decision.APPROVED and facts.applied_for not in PERMITS
    return extended or facts.restoration_decision is Decision.APPROVED


def holds_permit(facts: Facts) -> bool:
    """Whether the person is a worker or a student rather than a visitor."""
    if facts.record_expiry is not None and _newly_granted(facts):
        return False  # a visitor record was granted
    if facts.current_status is None:
        permit, entry = facts.permit_expiry, facts.entry_date
        return permit is not None and (entry is None or entry <= permit)
    return facts.current_status in ON_A_PERMIT


def _permit(expiry: dt.date | None, law: LawReader) -> Base | tuple[str, ...]:
    if expiry is None:
        return ("permit_expiry",)
    step = because(Reason.PERMIT_ENDS_STAY, law, None, expiry)
    return Base(expiry, "permit_expiry", (step,))


def _default(facts: Facts, entry: dt.date, law: LawReader) -> Base | Refusal:
    if facts.super_visa:
        rule = law.provision_on_day_of("super_visa_five_years", entry)
        if rule is None:
            return Refusal.SUPER_VISA_BEFORE_2022
        end = add_years(entry, int(rule.value["years"]))
        step = Step(Reason.SUPER_VISA_FIVE_YEARS, rule.citations, entry, end)
        return Base(end, "super_visa", (step,), (Remark.SUPER_VISA_CHECK_DATE,))

    rule = law.provision_on_day_of("stay_is_officer_period_or_six_months", entry)
    if rule is None:
        return Refusal.LAW_NOT_ON_FILE
    end = add_months(entry, int(rule.value["months"]))
    cited = rule.citations[:1] + law.cite("six_months_method")[:1]
    steps = [Step(Reason.SIX_MONTHS_FROM_ENTRY, cited, entry, end)]
    remarks: list[Remark] = []
    if facts.officer_wrote_date is None:
        remarks.append(Remark.WRITTEN_DATE_WOULD_COUNT)
    if end.day != entry.day:
        steps.append(because(Reason.MONTH_END_CLAMP, law, entry, end))
        remarks.append(Remark.MONTH_END)
    return Base(end, "entry_date", tuple(steps), tuple(remarks))


def _against_default(stamp: dt.date, entry: dt.date | None, law: LawReader) -> tuple[Remark, ...]:
    rule = law.provision("stay_is_officer_period_or_six_months")
    if entry is None or rule is None:
        return ()
    default = add_months(entry, int(rule.value["months"]))
    if stamp > default:
        return (Remark.LONGER_THAN_SIX_MONTHS_STANDS,)
    return (Remark.SHORTER_THAN_SIX_MONTHS_STANDS,) if stamp < default else ()


def _unsettled_record(record: dt.date, default: Base, law: LawReader) -> Base:
    """A record issued before the last entry: the earlier date is the safe one."""
    step = because(
        Reason.RECORD_SURVIVES_TRIP_UNSETTLED,
        law,
        None,
        record,
    )
    remarks = (Remark.RECORD_AFTER_TRIP_UNSETTLED, *default.remarks)
    if record < default.until:
        return Base(record, "record_expiry", (step,), remarks)
    return Base(default.until, default.governing, (*default.steps, step), remarks)


_REASON_OF_BASE = {
    "entry_date": Reason.SIX_MONTHS_FROM_ENTRY,
    "super_visa": Reason.SUPER_VISA_FIVE_YEARS,
    "stamp_date": Reason.OFFICER_WROTE_DATE,
    "record_expiry": Reason.VISITOR_RECORD_REPLACES,
    "permit_expiry": Reason.PERMIT_ENDS_STAY,
}
_WITHOUT_A_PERMIT = ("entry_date", "stamp_date", "record_expiry")
_WITH_A_PERMIT = (*_WITHOUT_A_PERMIT, "permit_expiry")


def base_limits(facts: Facts, base: Base) -> tuple[Limit, ...]:
    """The effect of each date that could have been the base."""
    limits = []
    known, on_permit = vars(facts), base.governing == "permit_expiry"
    for fact in filter(known.get, _WITH_A_PERMIT if on_permit else _WITHOUT_A_PERMIT):
        date: dt.date = known[fact]
        if fact == base.counted_from:
            limits.append(Limit(fact, date, Effect.GOVERNS, _REASON_OF_BASE[base.governing]))
        elif on_permit:
            limits.append(Limit(fact, date, Effect.NO_EFFECT, Reason.PERMIT_ENDS_STAY))
        elif fact != "entry_date" and facts.entry_date is not None and date < facts.entry_date:
            limits.append(Limit(fact, date, Effect.NO_EFFECT, Reason.BEFORE_THIS_ENTRY))
        else:
            limits.append(Limit(fact, date, Effect.NO_EFFECT, Reason.REPLACED_BY_LATER_INSTRUMENT))
    return tuple(limits)
