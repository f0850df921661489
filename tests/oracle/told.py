"""What a person told, as dates; what has not happened yet; what cannot all be true."""

import datetime as dt

from tests.oracle.open_points import Facts

DAY = dt.timedelta(days=1)
EVENTS = (
    "biometrics_date",
    "left_canada_on",
    "visitor_record_issued",
    "extension_applied_on",
    "extension_decided_on",
    "restoration_applied_on",
    "restoration_decided_on",
)
FALLS_WITH = {
    "extension_applied_on": ("extension_decision", "extension_decided_on"),
    "extension_decided_on": ("extension_decision",),
    "restoration_applied_on": ("restoration_decision", "restoration_decided_on"),
    "restoration_decided_on": ("restoration_decision",),
}


def months_after(day: dt.date, months: int) -> dt.date:
    """Same-numbered day so many calendar months on, or that month's last day (IA 28, 35(1))."""
    year, month0 = divmod(day.year * 12 + day.month - 1 + months, 12)
    next_month = dt.date(year + month0 // 11, (month0 + 1) % 12 + 1, 1)
    return min(dt.date(year, month0 + 1, 1) + DAY * (day.day - 1), next_month - DAY)


def day_of(facts: Facts, name: str) -> dt.date | None:
    """A fact as a date, where it is one."""
    text = facts.get(name)
    return dt.date.fromisoformat(text) if isinstance(text, str) else None


def so_far(facts: Facts, now: dt.date) -> Facts:
    """The facts without the events that are only planned: they have changed nothing yet."""
    kept = dict(facts)
    for name in EVENTS:
        day = day_of(facts, name)
        if day and day > now:
            for dropped in (name, *FALLS_WITH.get(name, ())):
                kept.pop(dropped, None)
    return kept


class Told:
    """The facts of one stay under short names."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.american = facts.get("nationality") == "US"
        self.entry = day_of(facts, "entry_date")
        self.stamp = day_of(facts, "stamp_date")
        self.record = day_of(facts, "record_expiry")
        self.issued = day_of(facts, "visitor_record_issued")
        self.passport = day_of(facts, "passport_expiry")
        self.biometrics = day_of(facts, "biometrics_date")
        self.left = day_of(facts, "left_canada_on")
        self.filed = day_of(facts, "extension_applied_on")
        self.decided = day_of(facts, "extension_decided_on")
        self.decision = facts.get("extension_decision")
        self.restoring = day_of(facts, "restoration_applied_on")
        self.restored = day_of(facts, "restoration_decided_on")
        self.restoration = facts.get("restoration_decision")

    @property
    def contradictory(self) -> bool:
        """Dates that cannot all be true, or a date without its decision."""
        pairs = [(self.filed, self.decided), (self.issued, self.record), (self.entry, self.filed)]
        pairs += [(self.restoring, self.restored)]
        if self.left and not (self.entry and self.left < self.entry):
            pairs += [(self.filed, self.left), (self.restoring, self.left)]
        of_the_undecided = self.decision != "approved" and self.issued and self.filed
        return (
            any(first and second and second < first for first, second in pairs)
            or bool(self.entry and self.stamp and self.stamp <= self.entry)
            or bool(of_the_undecided and self.issued and self.filed and self.issued >= self.filed)
            or bool(self.decided and self.decision in (None, "pending"))
        )

    @property
    def ran_out_before_entry(self) -> bool:
        """Passport or biometrics that ended on arrival or before; neither binds US citizens."""
        if self.american or self.entry is None:
            return False
        ends = [self.passport] if self.passport else []
        ends += [months_after(self.biometrics, 120)] if self.biometrics else []
        return any(end <= self.entry for end in ends)

    @property
    def record_is_older(self) -> bool:
        """The record told cannot be the one that an approval gave."""
        pairs = ((self.decision, self.filed), (self.restoration, self.restoring))
        since = [day for decision, day in pairs if decision == "approved" and day]
        told = [day for day in (self.record, self.issued) if day and self.record]
        return any(day < asked for day in told for asked in since)
