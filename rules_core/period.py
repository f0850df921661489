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
from rules_core.base_date import US, Base, base_date, base_limits
from rules_core.calendar import add_years
from rules_core.law.reader import LawReader
from rules_core.questions import Facts


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
    biometrics_given: dt.date | None = None
    biometrics_end: dt.date | None = None
    """Where the ten years end, for a person who had to give biometrics."""


def authorized_period(facts: Facts, law: LawReader) -> Period | tuple[str, ...] | Refusal:
    """The period these facts give; else the missing facts' names, or a refusal."""
    base = base_date(facts, law)
    if not isinstance(base, Base):
        return base
    limits = list(base_limits(facts, base))
    steps, remarks = list(base.steps), list(base.remarks)
    until, governing = base.until, base.governing
    officer_date: dt.date | None = None
    biometrics_end: dt.date | None = None
    is_us_citizen = facts.nationality == US

    if facts.biometrics_date is not None:
        rule = law.provision("biometrics_cap_is_real_law")
        end = add_years(facts.biometrics_date, int(rule.value["years"])) if rule else None
        reason, effect = Reason.BIOMETRICS_TEN_YEARS, Effect.NO_EFFECT
        if is_us_citizen:
            reason = Reason.NO_BIOMETRICS_US_CITIZEN
        elif rule and end is not None:
            biometrics_end = end
            if end < until:
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
            # The page that publishes the rule first: it is guidance, not the regulation.
            cited = law.cite("passport_cap_is_guidance_not_183_2_c")[::-1]
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
            if x.fact in base.facts
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
        facts.biometrics_date,
        biometrics_end,
    )
