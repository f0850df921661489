"""The authorized period: which one date governs, and what caps it.

One base date is picked, never the earliest of a list (IRPR 183(2)): the latest
officer-issued date, else a super visa's five years, else six months from entry.
Two things can then bring it forward: the statutory ten years from biometrics
(IRPR 183(4)(c.1)) and IRCC's published passport rule, which is guidance.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from rules_core.answers import Effect, Limit, Reason, Refusal, Remark, Step
from rules_core.calendar import add_months, add_years
from rules_core.law.reader import LawReader
from rules_core.questions import Decision, Facts

US = "US"


@dataclass(frozen=True)
class Period:
    """An authorized period with the reasons for its last day."""

    until: dt.date
    governing: str
    steps: tuple[Step, ...]
    limits: tuple[Limit, ...]
    remarks: tuple[Remark, ...] = ()
    officer_date: dt.date | None = None
    """The officer's own date, where the passport ends before it."""
    could_change: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Base:
    until: dt.date
    governing: str
    steps: tuple[Step, ...]
    remarks: tuple[Remark, ...] = ()
    could_change: tuple[str, ...] = ()

    @property
    def by_officer(self) -> bool:
        return self.governing in ("record_expiry", "stamp_date")


def authorized_period(facts: Facts, law: LawReader) -> Period | tuple[str, ...] | Refusal:
    """The period these facts give; else the missing facts' names, or a refusal."""
    base = _base(facts, law)
    if not isinstance(base, _Base):
        return base
    limits = list(_base_limits(facts, base))
    steps, remarks = list(base.steps), list(base.remarks)
    until, governing = base.until, base.governing
    officer_date: dt.date | None = None
    is_us_citizen = facts.nationality == US

    if facts.biometrics_date is not None:
        rule = law.provision("biometrics_cap_is_real_law")
        end = add_years(facts.biometrics_date, int(rule.value["years"])) if rule else None
        reason, effect = Reason.BIOMETRICS_TEN_YEARS, Effect.NO_EFFECT
        if is_us_citizen:
            reason = Reason.NO_BIOMETRICS_US_CITIZEN
        elif rule and end is not None and end < until:
            until, governing, effect = end, "biometrics_date", Effect.CAPS
            steps.append(Step(reason, rule.citations, facts.biometrics_date, end))
            remarks.append(Remark.BIOMETRICS_CAP)
        limits.append(Limit("biometrics_date", facts.biometrics_date, effect, reason))

    if facts.passport_expiry is not None:
        passport = facts.passport_expiry
        reason, effect = Reason.LATER_THAN_GOVERNING, Effect.NO_EFFECT
        if is_us_citizen:
            reason = Reason.PASSPORT_US_CITIZEN_EXEMPT
            if passport < until:
                steps.append(Step(reason, law.cite("passport_cap_exempt_persons"), passport))
                remarks.append(Remark.PASSPORT_US_CITIZEN)
        elif passport < until:
            reason, effect = Reason.PASSPORT_CAP_PUBLISHED, Effect.CAPS
            if base.by_officer:
                # Unsettled in law: the officer's date and the passport disagree. The
                # earlier date is the safe one to act on; both are shown.
                reason, officer_date = Reason.PASSPORT_BEFORE_OFFICER_DATE, until
                remarks.insert(0, Remark.PASSPORT_BEFORE_OFFICER_DATE)
            else:
                remarks.insert(0, Remark.PASSPORT_CAP)
            cited = law.cite("passport_cap_is_guidance_not_183_2_c")
            steps.append(Step(reason, cited, until, passport))
            until, governing = passport, "passport_expiry"
        limits.append(Limit("passport_expiry", passport, effect, reason))

    if facts.visa_expiry is not None:
        reason = Reason.VISA_EXPIRY_IRRELEVANT
        limits.append(Limit("visa_expiry", facts.visa_expiry, Effect.NO_EFFECT, reason))
        steps.append(
            Step(reason, law.cite("visa_or_eta_expiry_never_caps_stay"), facts.visa_expiry)
        )
        remarks.append(Remark.VISA_NO_EFFECT)

    if governing != base.governing:
        limits = [
            Limit(x.fact, x.date, Effect.NO_EFFECT, Reason.LATER_THAN_GOVERNING)
            if x.fact == base.governing
            else x
            for x in limits
        ]
    steps.append(Step(Reason.LAST_DAY_INCLUDED, law.cite("last_day_is_in_status"), None, until))
    return Period(
        until,
        governing,
        tuple(steps),
        tuple(limits),
        tuple(remarks),
        officer_date,
        base.could_change,
    )


def _base(facts: Facts, law: LawReader) -> _Base | tuple[str, ...] | Refusal:
    record, stamp, entry = facts.record_expiry, facts.stamp_date, facts.entry_date
    if record is None and _newly_granted(facts):
        return ("record_expiry",)
    record_is_old = record is not None and entry is not None and record < entry
    issued = facts.visitor_record_issued
    record_before_trip = issued is not None and entry is not None and issued < entry

    if record is not None and not record_is_old and not record_before_trip:
        return _Base(
            record,
            "record_expiry",
            (
                Step(
                    Reason.VISITOR_RECORD_REPLACES,
                    law.cite("visitor_record_replaces_period"),
                    None,
                    record,
                ),
            ),
        )
    if stamp is not None:
        step = Step(
            Reason.OFFICER_WROTE_DATE, law.cite("officer_date_shorter_or_longer"), entry, stamp
        )
        return _Base(stamp, "stamp_date", (step,), _against_default(stamp, entry, law))
    if facts.officer_wrote_date:
        return ("stamp_date",)
    if entry is None:
        return ("entry_date",)
    default = _default(facts, entry, law)
    if (
        isinstance(default, _Base)
        and record is not None
        and record_before_trip
        and not record_is_old
    ):
        return _unsettled_record(record, default, law)
    return default


def _newly_granted(facts: Facts) -> bool:
    """An approval gives a new last day, which only the record shows."""
    return Decision.APPROVED in (facts.extension_decision, facts.restoration_decision)


def _default(facts: Facts, entry: dt.date, law: LawReader) -> _Base | Refusal:
    could_change = tuple(
        name
        for name, unknown in (
            ("stamp_date", facts.officer_wrote_date is None),
            ("record_expiry", True),
            ("passport_expiry", facts.passport_expiry is None and facts.nationality != US),
            ("biometrics_date", facts.biometrics_date is None and facts.nationality != US),
            ("super_visa", facts.super_visa is None),
        )
        if unknown
    )
    if facts.super_visa:
        rule = law.provision_on_day_of("super_visa_five_years", entry)
        if rule is None:
            return Refusal.SUPER_VISA_BEFORE_2022
        end = add_years(entry, int(rule.value["years"]))
        step = Step(Reason.SUPER_VISA_FIVE_YEARS, rule.citations, entry, end)
        return _Base(end, "super_visa", (step,), (Remark.SUPER_VISA_CHECK_DATE,), could_change)

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
        steps.append(Step(Reason.MONTH_END_CLAMP, law.cite("six_months_method"), entry, end))
        remarks.append(Remark.MONTH_END)
    return _Base(end, "entry_date", tuple(steps), tuple(remarks), could_change)


def _against_default(stamp: dt.date, entry: dt.date | None, law: LawReader) -> tuple[Remark, ...]:
    rule = law.provision("stay_is_officer_period_or_six_months")
    if entry is None or rule is None:
        return ()
    default = add_months(entry, int(rule.value["months"]))
    if stamp > default:
        return (Remark.LONGER_THAN_SIX_MONTHS_STANDS,)
    return (Remark.SHORTER_THAN_SIX_MONTHS_STANDS,) if stamp < default else ()


def _unsettled_record(record: dt.date, default: _Base, law: LawReader) -> _Base:
    """A record issued before the last entry: the earlier date is the safe one."""
    step = Step(
        Reason.RECORD_SURVIVES_TRIP_UNSETTLED,
        law.cite("leaving_and_visitor_record_uncertain"),
        None,
        record,
    )
    remarks = (Remark.RECORD_AFTER_TRIP_UNSETTLED, *default.remarks)
    if record < default.until:
        return _Base(record, "record_expiry", (step,), remarks, default.could_change)
    return _Base(
        default.until, default.governing, (*default.steps, step), remarks, default.could_change
    )


def _base_limits(facts: Facts, base: _Base) -> tuple[Limit, ...]:
    """The effect of each date that could have been the base."""
    reasons = {
        "entry_date": Reason.SIX_MONTHS_FROM_ENTRY,
        "super_visa": Reason.SUPER_VISA_FIVE_YEARS,
        "stamp_date": Reason.OFFICER_WROTE_DATE,
        "record_expiry": Reason.VISITOR_RECORD_REPLACES,
    }
    limits = []
    for fact in ("entry_date", "stamp_date", "record_expiry"):
        date: dt.date | None = getattr(facts, fact)
        if date is None:
            continue
        governs = fact == base.governing or (
            fact == "entry_date" and base.governing == "super_visa"
        )
        if governs:
            limits.append(Limit(fact, date, Effect.GOVERNS, reasons[base.governing]))
        elif fact != "entry_date" and facts.entry_date is not None and date < facts.entry_date:
            limits.append(Limit(fact, date, Effect.NO_EFFECT, Reason.BEFORE_THIS_ENTRY))
        else:
            limits.append(Limit(fact, date, Effect.NO_EFFECT, Reason.REPLACED_BY_LATER_INSTRUMENT))
    return tuple(limits)
