"""What a decision can be: Answer, NeedFacts or CannotSay, as frozen values.

No prose lives here. Every key of these enums has its words in each language's
catalogue, which a test holds complete.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from rules_core.citation import Citation
from rules_core.questions import Topic


class Referral(str, Enum):
    """How strongly the person should see a licensed adviser."""

    NONE = "none"
    SUGGESTED = "suggested"
    URGENT = "urgent"


class Status(str, Enum):
    """Where the person stands today."""

    IN_STATUS = "in_status"
    LAST_DAY = "last_day"
    MAINTAINED = "maintained"
    OUT_OF_STATUS = "out_of_status"
    RESTORATION_OPEN = "restoration_open"
    RESTORATION_CLOSED = "restoration_closed"


class Effect(str, Enum):
    """What a date the person gave does to the last day of their stay."""

    GOVERNS = "governs"
    CAPS = "caps"
    NO_EFFECT = "no effect"


class Outcome(str, Enum):
    """Every outcome of a computed topic. A stated topic's outcome is its own name."""

    STAY_ENDS_ON = "STAY_ENDS_ON"
    STAY_ENDS_TODAY = "STAY_ENDS_TODAY"
    STAY_WOULD_END_ON = "STAY_WOULD_END_ON"
    STAY_ENDED_RESTORATION_OPEN = "STAY_ENDED_RESTORATION_OPEN"
    STAY_ENDED_RESTORATION_CLOSED = "STAY_ENDED_RESTORATION_CLOSED"
    STAY_ENDED_BY_LEAVING = "STAY_ENDED_BY_LEAVING"
    EXTENSION_APPLY_BY = "EXTENSION_APPLY_BY"
    EXTENSION_APPLY_NOW = "EXTENSION_APPLY_NOW"
    EXTENSION_APPLY_TODAY = "EXTENSION_APPLY_TODAY"
    EXTENSION_TOO_LATE_RESTORE = "EXTENSION_TOO_LATE_RESTORE"
    EXTENSION_TOO_LATE = "EXTENSION_TOO_LATE"
    EXTENSION_ALREADY_FILED = "EXTENSION_ALREADY_FILED"
    MAINTAINED_NOW = "MAINTAINED_NOW"
    MAINTAINED_IF_UNDECIDED = "MAINTAINED_IF_UNDECIDED"
    MAINTAINED_ENDED_BY_REFUSAL = "MAINTAINED_ENDED_BY_REFUSAL"
    MAINTAINED_NEVER_APPLIED_LATE = "MAINTAINED_NEVER_APPLIED_LATE"
    MAINTAINED_NEVER_RETURNED = "MAINTAINED_NEVER_RETURNED"
    MAINTAINED_REPLACED_BY_APPROVAL = "MAINTAINED_REPLACED_BY_APPROVAL"
    EXTENSION_REFUSED_STAY_RUNS = "EXTENSION_REFUSED_STAY_RUNS"
    RESTORATION_OPEN = "RESTORATION_OPEN"
    RESTORATION_LAST_DAY_TODAY = "RESTORATION_LAST_DAY_TODAY"
    RESTORATION_CLOSED = "RESTORATION_CLOSED"
    RESTORATION_NOT_NEEDED = "RESTORATION_NOT_NEEDED"
    RESTORATION_PENDING = "RESTORATION_PENDING"
    RESTORATION_FILED_LATE = "RESTORATION_FILED_LATE"
    RESTORATION_REFUSED = "RESTORATION_REFUSED"
    RESTORATION_NOT_FROM_ABROAD = "RESTORATION_NOT_FROM_ABROAD"
    FLAGPOLE_RESET_NO_RIGHT = "FLAGPOLE_RESET_NO_RIGHT"
    FLAGPOLE_PERMIT_ENDED = "FLAGPOLE_PERMIT_ENDED"
    FLAGPOLE_PERMIT_EXEMPT = "FLAGPOLE_PERMIT_EXEMPT"
    STATED = "STATED"
    """The law as it stands, without the person's facts; worded by topic."""


class Reason(str, Enum):
    """One step of a computation, or why a date has the effect it has."""

    SIX_MONTHS_FROM_ENTRY = "SIX_MONTHS_FROM_ENTRY"
    MONTH_END_CLAMP = "MONTH_END_CLAMP"
    OFFICER_WROTE_DATE = "OFFICER_WROTE_DATE"
    VISITOR_RECORD_REPLACES = "VISITOR_RECORD_REPLACES"
    RECORD_SURVIVES_TRIP_UNSETTLED = "RECORD_SURVIVES_TRIP_UNSETTLED"
    SUPER_VISA_FIVE_YEARS = "SUPER_VISA_FIVE_YEARS"
    BIOMETRICS_TEN_YEARS = "BIOMETRICS_TEN_YEARS"
    PASSPORT_CAP_PUBLISHED = "PASSPORT_CAP_PUBLISHED"
    PASSPORT_BEFORE_OFFICER_DATE = "PASSPORT_BEFORE_OFFICER_DATE"
    PASSPORT_US_CITIZEN_EXEMPT = "PASSPORT_US_CITIZEN_EXEMPT"
    NO_BIOMETRICS_US_CITIZEN = "NO_BIOMETRICS_US_CITIZEN"
    VISA_EXPIRY_IRRELEVANT = "VISA_EXPIRY_IRRELEVANT"
    LATER_THAN_GOVERNING = "LATER_THAN_GOVERNING"
    REPLACED_BY_LATER_INSTRUMENT = "REPLACED_BY_LATER_INSTRUMENT"
    BEFORE_THIS_ENTRY = "BEFORE_THIS_ENTRY"
    LAST_DAY_INCLUDED = "LAST_DAY_INCLUDED"
    MAINTAINED_UNTIL_DECISION = "MAINTAINED_UNTIL_DECISION"
    REFUSAL_ENDS_MAINTAINED = "REFUSAL_ENDS_MAINTAINED"
    REFUSED_BEFORE_END = "REFUSED_BEFORE_END"
    FILED_LATE = "FILED_LATE"
    RETURNED_INCOMPLETE = "RETURNED_INCOMPLETE"
    LEFT_CANADA_ENDS_STAY = "LEFT_CANADA_ENDS_STAY"
    RESTORATION_NINETY_DAYS = "RESTORATION_NINETY_DAYS"
    RESTORATION_REFUSAL_NO_NEW_WINDOW = "RESTORATION_REFUSAL_NO_NEW_WINDOW"


class Remark(str, Enum):
    """A sentence the person should read beside the answer, most important first."""

    WRITTEN_DATE_WOULD_COUNT = "WRITTEN_DATE_WOULD_COUNT"
    SUPER_VISA_CHECK_DATE = "SUPER_VISA_CHECK_DATE"
    MONTH_END = "MONTH_END"
    SAFE_DATE = "SAFE_DATE"
    PASSPORT_CAP = "PASSPORT_CAP"
    PASSPORT_BEFORE_OFFICER_DATE = "PASSPORT_BEFORE_OFFICER_DATE"
    PASSPORT_US_CITIZEN = "PASSPORT_US_CITIZEN"
    BIOMETRICS_CAP = "BIOMETRICS_CAP"
    VISA_NO_EFFECT = "VISA_NO_EFFECT"
    LONGER_THAN_SIX_MONTHS_STANDS = "LONGER_THAN_SIX_MONTHS_STANDS"
    SHORTER_THAN_SIX_MONTHS_STANDS = "SHORTER_THAN_SIX_MONTHS_STANDS"
    RECORD_AFTER_TRIP_UNSETTLED = "RECORD_AFTER_TRIP_UNSETTLED"
    EXTEND_BY = "EXTEND_BY"
    EXTEND_NOW = "EXTEND_NOW"
    EXTEND_TODAY = "EXTEND_TODAY"
    FILING_CUTOFF = "FILING_CUTOFF"
    EXTENSION_FEE = "EXTENSION_FEE"
    EXTENSION_COMPLETE = "EXTENSION_COMPLETE"
    EXTENSION_FILED_IN_TIME = "EXTENSION_FILED_IN_TIME"
    STAY_IN_CANADA = "STAY_IN_CANADA"
    RESTORE_BY = "RESTORE_BY"
    RESTORATION_FEE = "RESTORATION_FEE"
    RESTORATION_FEE_NOT_ON_FILE = "RESTORATION_FEE_NOT_ON_FILE"
    RESTORATION_NOT_STATUS = "RESTORATION_NOT_STATUS"
    OTHER_ROUTES = "OTHER_ROUTES"
    NO_GRACE = "NO_GRACE"
    COURT_CLOCK = "COURT_CLOCK"
    COUNT_FROM_NEW_ENTRY = "COUNT_FROM_NEW_ENTRY"
    NO_NEW_WINDOW = "NO_NEW_WINDOW"


class Problem(str, Enum):
    """Facts that cannot all be true, or a fact too odd to compute from unasked."""

    STAMP_BEFORE_ENTRY = "STAMP_BEFORE_ENTRY"
    PASSPORT_EXPIRED_BEFORE_ENTRY = "PASSPORT_EXPIRED_BEFORE_ENTRY"
    DECIDED_BEFORE_APPLIED = "DECIDED_BEFORE_APPLIED"
    APPLIED_BEFORE_ENTRY = "APPLIED_BEFORE_ENTRY"
    RESTORATION_BEFORE_LOSS = "RESTORATION_BEFORE_LOSS"


class Refusal(str, Enum):
    """Why no answer can be given."""

    LAW_NOT_ON_FILE = "LAW_NOT_ON_FILE"
    SUPER_VISA_BEFORE_2022 = "SUPER_VISA_BEFORE_2022"
    NOT_A_TEMPORARY_RESIDENT = "NOT_A_TEMPORARY_RESIDENT"
    DATE_OUT_OF_RANGE = "DATE_OUT_OF_RANGE"


@dataclass(frozen=True)
class Step:
    """One step of the trace: what was done, with which dates, on what law."""

    reason: Reason
    citations: tuple[Citation, ...]
    start: dt.date | None = None
    """The date the step starts from."""
    end: dt.date | None = None
    """The date the step arrives at."""


@dataclass(frozen=True)
class Limit:
    """A date the person gave, and what it does to their last day."""

    fact: str
    date: dt.date
    effect: Effect
    reason: Reason


@dataclass(frozen=True)
class Values:
    """The figures of an answer; each is ``None`` where it does not apply."""

    until: dt.date | None = None
    """The last day in status (inclusive)."""
    safe_date: dt.date | None = None
    """The day before: safe on both readings of the day count."""
    governing: str | None = None
    """The name of the fact that sets ``until``."""
    limits: tuple[Limit, ...] = ()
    recommended_by: dt.date | None = None
    filing_cutoff: dt.datetime | None = None
    """The last minute an extension can be filed, in the person's time zone."""
    days_left: int | None = None
    overstay_days: int | None = None
    restoration_last_day: dt.date | None = None
    restoration_days_left: int | None = None
    status_today: Status | None = None
    officer_date: dt.date | None = None
    """The officer's date where the passport ends before it."""
    decided_on: dt.date | None = None
    review_by: dt.date | None = None
    """The last day to ask the Federal Court for leave, after a refusal in Canada."""
    left_on: dt.date | None = None
    flagpole_ended_on: dt.date | None = None
    exempt: bool | None = None
    exemption: str | None = None
    extension_fee: Decimal | None = None
    restoration_fee: Decimal | None = None
    biometrics_fee: Decimal | None = None
    biometrics_family_fee: Decimal | None = None
    restoration_days: int | None = None
    review_days: int | None = None


@dataclass(frozen=True)
class Answer:
    """A decided question."""

    topic: Topic
    outcome: Outcome
    values: Values
    because: tuple[Step, ...]
    citations: tuple[Citation, ...]
    law_as_of: dt.date
    """The day whose law was applied."""
    referral: Referral = Referral.NONE
    remarks: tuple[Remark, ...] = ()
    could_change: tuple[str, ...] = ()
    """Facts not given that could change this answer."""


@dataclass(frozen=True)
class NeedFacts:
    """Facts without which nothing can be decided, in the order to ask for them."""

    topic: Topic
    missing: tuple[str, ...]
    problem: Problem | None = None


@dataclass(frozen=True)
class CannotSay:
    """An honest refusal: why, on which law, and whom to ask."""

    topic: Topic
    why: Refusal
    citations: tuple[Citation, ...]
    referral: Referral = Referral.SUGGESTED
    date: dt.date | None = None
    """The date that lies outside what is on file."""


Verdict = Answer | NeedFacts | CannotSay
