"""What can be asked: a topic and the facts a person gave, as frozen values."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass
from enum import Enum


class Topic(str, Enum):
    """Every topic the rules core answers; the same names are used in every layer."""

    # Computed from the person's facts.
    AUTHORIZED_STAY = "authorized_stay"
    EXTENSION = "extension"
    MAINTAINED_STATUS = "maintained_status"
    RESTORATION = "restoration"
    FLAGPOLE_RESET = "flagpole_reset"
    FLAGPOLE_PERMIT = "flagpole_permit"
    # Stated from the law on file, whoever asks.
    STAY_LENGTH = "stay_length"
    NO_STAMP = "no_stamp"
    STAMP_MEANING = "stamp_meaning"
    VISA_VALIDITY_VS_STAY = "visa_validity_vs_stay"
    SHORT_STAMP = "short_stamp"
    US_CITIZEN = "us_citizen"
    PASSPORT_EXPIRY = "passport_expiry"
    ENTRY_RECORD = "entry_record"
    SUPER_VISA = "super_visa"
    EXTENSION_HOW = "extension_how"
    EXTENSION_FEE = "extension_fee"
    LEAVE_WHILE_PENDING = "leave_while_pending"
    OVERSTAY_CONSEQUENCES = "overstay_consequences"
    WORK_STUDY = "work_study"
    FUNDS = "funds"
    TIME_BETWEEN_VISITS = "time_between_visits"
    FLAGPOLE_MEANING = "flagpole_meaning"
    FLAGPOLE_STEPS = "flagpole_steps"
    FLAGPOLE_DOCUMENTS = "flagpole_documents"
    FLAGPOLE_DURATION = "flagpole_duration"
    FLAGPOLE_WHERE = "flagpole_where"
    FLAGPOLE_STATUS_NEEDED = "flagpole_status_needed"
    FLAGPOLE_RISK = "flagpole_risk"
    FLAGPOLE_PR_OR_IEC = "flagpole_pr_or_iec"
    REFERRAL = "referral"
    EVASION = "evasion"
    WANTS_GUARANTEE = "wants_guarantee"
    EMERGENCY = "emergency"


class Decision(str, Enum):
    """How an application stands."""

    PENDING = "pending"
    APPROVED = "approved"
    REFUSED = "refused"
    RETURNED = "returned"


@dataclass(frozen=True)
class Facts:
    """What the person said about themselves; every field may be unknown (``None``).

    Dates are calendar days in Canada. Names are those of the entities in the
    dialogue domain. ``timezone`` is an IANA name, ``nationality`` an ISO 3166-1
    alpha-2 code.
    """

    entry_date: dt.date | None = None
    """The day the person last entered Canada (IRPR 183(3))."""
    stamp_date: dt.date | None = None
    """A leave-by date an officer wrote at entry (IRPR 183(2), 185(a))."""
    officer_wrote_date: bool | None = None
    """Whether an officer wrote a leave-by date; False for a plain stamp or none."""
    passport_expiry: dt.date | None = None
    record_expiry: dt.date | None = None
    """The leave-by date on a visitor record, or the end of stay the person states."""
    visitor_record_issued: dt.date | None = None
    visa_expiry: dt.date | None = None
    """The expiry of a visitor visa or eTA, which never shortens a stay."""
    biometrics_date: dt.date | None = None
    super_visa: bool | None = None
    nationality: str | None = None
    us_permanent_resident: bool | None = None
    current_status: str | None = None
    duration: str | None = None
    """A length of time as an ISO 8601 duration (P2W); said of an overstay or a wish."""
    left_canada_on: dt.date | None = None
    application_date: dt.date | None = None
    """The day an application was filed, when the person did not say which kind."""
    extension_applied_on: dt.date | None = None
    extension_decision: Decision | None = None
    extension_decided_on: dt.date | None = None
    restoration_applied_on: dt.date | None = None
    restoration_decision: Decision | None = None
    restoration_decided_on: dt.date | None = None
    timezone: str | None = None

    @property
    def filed_on(self) -> dt.date | None:
        """The day the extension was filed; an unnamed application is taken for one."""
        return self.extension_applied_on or self.application_date


FACT_NAMES: tuple[str, ...] = tuple(field.name for field in dataclasses.fields(Facts))


@dataclass(frozen=True)
class Question:
    """One thing to decide."""

    topic: Topic
    facts: Facts = Facts()
