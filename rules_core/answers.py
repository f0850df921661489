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

__all__ = [
    "OUT_OF_STATUS",
    "Answer",
    "CannotSay",
    "Effect",
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


OUT_OF_STATUS = (Status.OUT_OF_STATUS, Status.RESTORATION_OPEN, Status.RESTORATION_CLOSED)


class Effect(str, Enum):
    """What a date the person gave does to the last day of their stay."""

    GOVERNS = "governs"
    CAPS = "caps"
    NO_EFFECT = "no effect"


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

    @property
    def key(self) -> str:
        """The key of its words: the outcome, or the topic where the rule is stated."""
        stated = self.outcome is Outcome.STATED
        return str(self.topic.value.upper() if stated else self.outcome.value)


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
