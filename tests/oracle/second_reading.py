"""A second reading of the law on visitors' stays, written from the law alone.

It shares no code with the rules core, so that a slip made there is not made here as well. A value
is exact, or ``None`` (must not be given), or a frozenset (any of these will do), or ``OPEN``.
"""

import datetime as dt
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from tests.oracle.border import border_permit
from tests.oracle.open_points import OPEN, Facts, Reading, all_open, needs, not_this_law
from tests.oracle.told import DAY, Told, day_of, months_after, so_far

REGULATIONS_BEGIN = dt.date(2002, 6, 28)
SUPER_VISA_INSTRUCTION = dt.date(2022, 7, 4)
FEES = ((dt.date(2025, 12, 1), "246.25"), (dt.date(2024, 12, 1), "239.75"))
FEE_UNKNOWN_FROM = dt.date(2026, 12, 1)
RIGHT_OF_ENTRY = frozenset({"citizen", "permanent_resident"})
PERMIT_HOLDERS = frozenset({"student", "worker"})


def second_reading(question: str, facts: Facts, today: str) -> Reading:
    """The values of an answer, or what stops it, for one question on one day."""
    now = dt.date.fromisoformat(today)
    if facts.get("nationality") == "CA" or facts.get("current_status") in RIGHT_OF_ENTRY:
        return {"kind": "cannot_say", "until": None}  # IRPA 19
    if question == "flagpole_permit":
        return border_permit(facts, now)
    if question == "flagpole_reset":  # no right to new time, whatever the facts: IRPA 18, 20, 22
        return {"kind": "answer"}
    filing_told = {"extension_applied_on", "extension_decision"} & facts.keys()
    if question == "maintained_status" and not filing_told:
        return {"kind": "need_facts", "until": None}
    if Told(facts).contradictory:
        return all_open("contradiction")
    if (day_of(facts, "extension_decided_on") or now) > now:
        return all_open("decision_to_come")
    happened = so_far(facts, now)
    reading = _Stay(happened, now).reading(question)
    if happened != facts and reading["kind"] == "answer":  # asking about a plan is as good
        reading["kind"] = frozenset({"answer", "need_facts", "cannot_say"})
    elif happened != facts:  # and so is asking about the plan before anything else
        reading.pop("missing", None)
    return reading


@dataclass(frozen=True)
class Period:
    """An authorized period: its end, the fact that decides it, and what stands behind that."""

    end: dt.date
    governing: object
    by_law: dt.date  # the end without what is only published guidance
    officer: bool = False
    biometrics_end: dt.date | None = None


class _Stay(Told):
    """One person's stay, read on one day."""

    def __init__(self, facts: Facts, now: dt.date) -> None:
        super().__init__(facts)
        self.now = now

    def reading(self, question: str) -> Reading:
        """The stay as it stands, or why it cannot be read."""
        if self.entry and self.entry < REGULATIONS_BEGIN:
            return all_open("before_the_regulations") if self.record else not_this_law()
        if self.ran_out_before_entry:
            return all_open("capped_before_entry")
        period = self._period()
        if not isinstance(period, Period):
            return period
        if self.left and (self.entry is None or self.left >= self.entry):
            return self._abroad(period, self.left)
        return self._extended(period, question)

    def _period(self) -> Period | Reading:
        """One base date, then what ends it sooner (IRPR 183(4)(c.1); 52(1) as published)."""
        if self.record_is_older:
            return needs("record_expiry")
        if self.restoration == "approved" and self.record is None:
            return all_open("restored_without_record")
        if self.decision == "approved" and self.record is None:
            return needs("record_expiry")
        base = self._base()
        if not isinstance(base, Period):
            return base
        if self.biometrics and not self.american:  # US nationals give none: 12.2(1)(c)(ii)
            end = months_after(self.biometrics, 120)
            if end < base.end:
                base = replace(base, end=end, governing="biometrics_date", by_law=end)
            base = replace(base, biometrics_end=end)
        if self.passport and not self.american and self.passport < base.end:
            # The published cap speaks of those to whom no date was given; against an officer's
            # date the law is open, and the earlier of the two is the safe one.
            base = replace(base, end=self.passport, governing="passport_expiry")
        return base

    def _base(self) -> Period | Reading:
        """The officer's latest date, else five years, else six months (IRPR 183(2), 185(a))."""
        record = self.record
        if record and self.entry and record < self.entry:
            record = None  # it belongs to an earlier stay
        before_trip = bool(record and self.entry and self.issued and self.issued < self.entry)
        if record and not before_trip:
            if self.left and self.issued is None and self.decision != "approved":
                return all_open("record_or_trip")
            return Period(record, "record_expiry", record, officer=True)
        if self.stamp:
            return Period(self.stamp, "stamp_date", self.stamp, officer=True)
        if self.facts.get("officer_wrote_date") is True:
            return needs("stamp_date")
        if self.entry is None:
            return needs("entry_date")
        if self.facts.get("current_status") in PERMIT_HOLDERS:  # IRPR 183(4)(b)
            return not_this_law()
        end = months_after(self.entry, 6)
        default = Period(end, "entry_date", end)
        if self.facts.get("super_visa") is True:  # IRPA 29(3)
            if self.entry < SUPER_VISA_INSTRUCTION:
                return not_this_law()
            end = months_after(self.entry, 60)
            default = Period(end, frozenset({"super_visa", "entry_date"}), end)
        if record and record < default.end:  # unsettled after a trip, so the earlier of the two
            return Period(record, "record_expiry", record)
        return default

    def _abroad(self, period: Period, left: dt.date) -> Reading:
        """Leaving ends the stay and any restoration (IRPR 183(4)(a)); a record may survive it."""
        unclear = period.officer or (left > period.end and self.filed is not None)
        undated = self.filed is None or self.decided is None
        unclear = unclear or bool(self.decision and undated)
        gone: Reading = {"kind": OPEN if unclear else "answer", "open": "record_or_trip"}
        gone["until"] = OPEN if unclear else min(left, period.end).isoformat()
        return gone | dict.fromkeys(("restoration_last_day", "days_left", "recommended_by"))

    def _extended(self, period: Period, question: str) -> Reading:
        """What an application to extend did to the period (IRPR 12, 181(1)(a), 183(5))."""
        end, running = period.end, self.now <= period.end
        undecided = self.decision in (None, "pending")
        if self.decision in ("returned", "approved") or (self.decision is self.filed is None):
            return self._status(period, question)
        if self.decision == "refused" and self.decided is None and (running or self.filed is None):
            return all_open("refused_in_time") if running else {"kind": "need_facts"}
        if self.filed is None:  # on an earlier day than one within the period, so in time
            if (self.now if undecided else self.decided or self.now) > end:
                return needs("extension_applied_on")
        elif end < self.filed <= period.by_law:
            return all_open("filed_after_passport")
        elif self.filed > end:
            return self._status(period, question)
        if self.decision == "refused":
            return self._refused(period, question)
        if running:
            free = dict.fromkeys(("recommended_by", "filing_cutoff", "restoration_last_day"), OPEN)
            return self._status(period, question) | free
        if period.biometrics_end and self.now > period.biometrics_end:
            return all_open("pending_past_biometrics")
        waiting: Reading = {"kind": "answer", "status_today": "maintained"}
        waiting |= dict.fromkeys(("overstay_days", "days_left", "restoration_last_day"))
        return waiting | {"recommended_by": None, "filing_cutoff": None, "open": "maintained_until"}

    def _refused(self, period: Period, question: str) -> Reading:
        """The period runs to the refusal if that came after its end (IRPR 183(5)(a), 9.3(2))."""
        if self.decided is None:
            return needs("extension_decided_on")
        if self.decided < period.end:
            return self._status(period, question)
        if period.biometrics_end and self.decided > period.biometrics_end:
            return all_open("pending_past_biometrics")
        governing = frozenset({"extension_decided_on"})
        if self.decided == period.end:
            governing |= {period.governing} if isinstance(period.governing, str) else {"super_visa"}
        ended = self._status(replace(period, end=self.decided, governing=governing), question)
        return ended | {"recommended_by": None, "filing_cutoff": None}

    def _status(self, period: Period, question: str) -> Reading:
        """The values that follow from the last day in status (IA 27(3), 27(5); IRPR 182(1))."""
        end, last = period.end, period.end + 90 * DAY
        out = self.now > end
        if self.restoring and self.restoring <= end and self.restoration != "approved":
            return all_open("contradiction")
        status: object = "last_day" if self.now == end else "in_status"
        if out:
            status = "restoration_open" if self.now <= last else "restoration_closed"
            if self.restoring and self.restoration != "returned":
                status = frozenset({"out_of_status", status})
        # The worked examples leave the 30-day advice out where an application came to nothing.
        late = self.filed is not None and self.filed > end and self.decision != "approved"
        failed = out and (late or self.decision == "returned" or bool(self.restoring))
        result: Reading = {
            "kind": "answer",
            "until": end.isoformat(),
            "safe_date": (end - DAY).isoformat(),
            "governing": period.governing,
            "recommended_by": None if failed else (end - 30 * DAY).isoformat(),
            "filing_cutoff": self._cutoff(end),
            "days_left": None if out else (end - self.now).days,
            "overstay_days": (self.now - end).days if out else None,
            "restoration_last_day": last.isoformat(),
            "status_today": status,
            "no_effect": self._no_effect(period),
        }
        if out:
            result["filing_cutoff"] = OPEN
            result["recommended_by"] = None if failed else OPEN
        if question == "restoration" and out and self.now <= last and not self.restoring:
            result["restoration_fee"] = self._fee()
        if self.entry and self.entry > self.now:
            ahead = dict.fromkeys(("status_today", "days_left", "filing_cutoff"), OPEN)
            result |= ahead | {"open": "not_yet_here"}
        return result

    def _fee(self) -> str | None:
        """One fee for a visitor; the amount from 2026-12-01 on is not known (IRPR 306(1))."""
        known = self.now < FEE_UNKNOWN_FROM
        return next((fee for start, fee in FEES if known and self.now >= start), None)

    def _cutoff(self, end: dt.date) -> str:
        """The last minute of that day in UTC, on the clock of the person (IRPR 9.3(1))."""
        zone = ZoneInfo(str(self.facts.get("timezone", "America/Toronto")))
        last_minute = dt.datetime(end.year, end.month, end.day, 23, 59, tzinfo=dt.timezone.utc)
        return last_minute.astimezone(zone).isoformat()

    def _no_effect(self, period: Period) -> frozenset[str]:
        """Facts that must be shown as having no effect (IRPR 7, 7.1, 52(2)(a), 181)."""
        idle = {"visa_expiry"}
        if self.american:
            idle |= {"passport_expiry", "biometrics_date"}
        if period.governing == "record_expiry":
            idle |= {"stamp_date", "entry_date"}
        return frozenset(idle & self.facts.keys())
