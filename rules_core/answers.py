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
from rules_core.outcomes import Outcome, Problem, Reason, Refusal, Remark
from rules_core.questions import Topic
from rules_core.quick import quick

__all__ = [
    "OUT_OF_STATUS",
    "RUNNING",
    "Answer",
    "CannotSay",
    "Effect",
    "EntryDocument",
    "Exemption",
    "Fee",
    "FeeKind",
    "Limit",
    "NeedFacts",
    "Outcome",
    "Problem",
    "Reason",
    "Referral",
    "Refusal",
    "Remark",
    "Status",
    "Step",
    "Values",
    "Verdict",
]


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


RUNNING = (Status.IN_STATUS, Status.LAST_DAY)
OUT_OF_STATUS = (Status.OUT_OF_STATUS, Status.RESTORATION_OPEN, Status.RESTORATION_CLOSED)


class Effect(str, Enum):
    """What a date the person gave does to the last day of their stay."""

    GOVERNS = "governs"
    CAPS = "caps"
    NO_EFFECT = "no effect"


@quick
@dataclass(frozen=True)
class Step:
    """One step of the trace: what was done, with which dates, on what law."""

    reason: Reason
    citations: tuple[Citation, ...]
    start: dt.date | None = None
    """The date the step starts from."""
    end: dt.date | None = None
    """The date the step arrives at."""


@quick
@dataclass(frozen=True)
class Limit:
    """A date the person gave, and what it does to their last day."""

    fact: str
    date: dt.date
    effect: Effect
    reason: Reason


class EntryDocument(str, Enum):
    """What a visitor must hold to ask to enter again, beside a passport."""

    NO_VISA_NOR_ETA = "no_visa_nor_eta"
    GREEN_CARD = "green_card"
    ETA_TO_FLY = "eta_to_fly"
    NO_NEW_VISA = "no_new_visa"
    VALID_VISA = "valid_visa"


class Exemption(str, Enum):
    """The five exempt groups (Operational Bulletin 686)."""

    US_CITIZEN_OR_PERMANENT_RESIDENT = "us_citizen_or_permanent_resident"
    TRADE_AGREEMENT_PROFESSIONAL = "trade_agreement_professional"
    """Professionals and technicians under seven countries' agreements."""
    SPOUSE_OF_PROFESSIONAL = "spouse_of_professional"
    """Of those under three of the agreements only."""
    TRUCK_DRIVER = "truck_driver"
    """With a work permit, on maintained status from a renewal filed before leaving."""
    APPOINTMENT = "cbsa_appointment"


class FeeKind(str, Enum):
    """What a fee is paid for; amounts are a person's, in Canadian dollars."""

    EXTENSION = "extension"
    BIOMETRICS = "biometrics"
    BIOMETRICS_FAMILY = "biometrics_family"
    """The most a family pays together."""
    RESTORATION = "restoration"
    RESTORATION_AS_STUDENT = "restoration_as_student"
    RESTORATION_AS_WORKER = "restoration_as_worker"
    AUTHORIZATION_TO_RETURN = "authorization_to_return"
    TEMPORARY_RESIDENT_PERMIT = "temporary_resident_permit"


@quick
@dataclass(frozen=True)
class Fee:
    """One amount as charged on the day asked about."""

    kind: FeeKind
    cad: Decimal
    since: dt.date | None = None
    """The day this amount began, where that is known."""


@quick
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
    restoration_cutoff: dt.datetime | None = None
    """The last minute a restoration can be filed, in the person's time zone."""
    days_left: int | None = None
    overstay_days: int | None = None
    restoration_last_day: dt.date | None = None
    restoration_days_left: int | None = None
    status_today: Status | None = None
    officer_date: dt.date | None = None
    """The officer's date where the passport ends before it."""
    by_law: dt.date | None = None
    """The last day without IRCC's published passport rule, where that alone brings it forward."""
    decided_on: dt.date | None = None
    review_by: dt.date | None = None
    """The last day to ask the Federal Court for leave, after a refusal in Canada."""
    left_on: dt.date | None = None
    flagpole_ended_on: dt.date | None = None
    exempt: bool | None = None
    exemption: Exemption | None = None
    entry_document: EntryDocument | None = None
    """What the person needs in hand to come back."""
    return_by: dt.date | None = None
    """The last day to come back on that document."""
    fees: tuple[Fee, ...] = ()
    extension_fee: Decimal | None = None
    restoration_fee: Decimal | None = None
    biometrics_fee: Decimal | None = None
    biometrics_family_fee: Decimal | None = None
    restoration_days: int | None = None
    review_days: int | None = None


@quick
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

    @property
    def key(self) -> str:
        """The key of its words: the outcome, or the topic where the rule is stated."""
        stated = self.outcome is Outcome.STATED
        return str(self.topic.value.upper() if stated else self.outcome.value)


@quick
@dataclass(frozen=True)
class NeedFacts:
    """Facts without which nothing can be decided, in the order to ask for them."""

    topic: Topic
    missing: tuple[str, ...]
    problem: Problem | None = None


@quick
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
