"""The guards every message passes, in their order: one table for code, tests and README.

What trips a guard is named by the keys the code acts on, so that no list of them is
written twice; what the person is told is recognised by the outcome in the
machine-readable answer and by sentences of the catalogue.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from rules_core.answers import Referral
from rules_core.outcomes import UNSETTLED, Outcome, Problem, Refusal, Remark


class Guard(str, Enum):
    """The guards, first to last."""

    URGENCY = "urgency"
    EVASION = "evasion"
    SCOPE = "scope"
    CONFIDENCE = "confidence"
    FACTS = "facts"
    PLAUSIBILITY = "plausibility"
    LAW_ON_FILE = "law_on_file"
    CERTAINTY = "certainty"


@dataclass(frozen=True)
class Row:
    """One guard: what trips it, what follows, and how that is recognised."""

    guard: Guard
    trips: str
    """In words, for the README."""
    does: str
    """In words, for the README."""
    intents: tuple[str, ...] = ()
    thresholds: tuple[str, ...] = ()
    """Names in ``addons.nlu.calibration.Calibration``, learnt with the model."""
    doubts: tuple[str, ...] = ()
    """Values of ``actions.reading.Doubt``: why a date was not taken as it stands."""
    problems: tuple[Problem, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    remarks: tuple[Remark, ...] = ()
    referral: Referral | None = None
    """The referral of an answer that trips it, whatever was asked."""
    replies: tuple[str, ...] = ()
    """Other outcomes that only this guard has."""
    sentences: tuple[str, ...] = ()
    """Keys of the catalogue's ``sentences`` that only this guard says."""

    @property
    def outcomes(self) -> frozenset[str]:
        """The outcomes in the machine-readable answer that tell that it was tripped."""
        asked_about = (doubt.upper() for doubt in self.doubts)
        found = [problem.value for problem in self.problems]
        refused = [refusal.value for refusal in self.refusals]
        return frozenset((*self.replies, *asked_about, *found, *refused))


_NOT_THIS_LAW = (Refusal.NOT_A_TEMPORARY_RESIDENT, Refusal.CREW)
_SLIPS = (Refusal.DATE_OUT_OF_RANGE,)

TABLE: tuple[Row, ...] = (
    Row(
        Guard.URGENCY,
        trips="detention, a removal order, a call-in, a section 44 report, fear of return, a "
        "child alone, an allegation; a deadline within days",
        does="says first to speak to a lawyer or licensed consultant today, then what the facts "
        "give",
        intents=("emergency",),
        referral=Referral.URGENT,
        replies=(
            "EMERGENCY",
            "REMOVAL_ORDERS",
            *(outcome.value for outcome in Outcome if outcome.name.startswith("URGENT_")),
        ),
        sentences=("referral_urgent",),
    ),
    Row(
        Guard.EVASION,
        trips="asks for help to lie, hide or work illegally",
        does="refuses, cites the law, and names the lawful routes",
        intents=("evasion",),
        replies=("EVASION",),
    ),
    Row(
        Guard.SCOPE,
        trips="not about this law, or about someone it does not reach; mere abuse",
        does="says so, and what it can do",
        intents=("out_of_scope", "abuse"),
        thresholds=("outside_from",),
        refusals=_NOT_THIS_LAW,
        replies=("OUT_OF_SCOPE", "ABUSE"),
    ),
    Row(
        Guard.CONFIDENCE,
        trips="no topic is likely enough, and the message gives no facts of a stay",
        does="offers the likeliest topics as buttons; unsure again, what it can do and who may "
        "advise; never a guess",
        intents=("nlu_fallback",),
        thresholds=("answer_from", "guard_from"),
        replies=("FALLBACK",),
        sentences=("fallback", "fallback_unsure", "fallback_again"),
    ),
    Row(
        Guard.FACTS,
        trips="the rule needs a fact that was not given",
        does="asks for it, one thing at a time, and says why",
        replies=("NEED_FACTS",),
    ),
    Row(
        Guard.PLAUSIBILITY,
        trips="03/04, 30 February, a date without a name, a year far off, a stamp before the "
        "entry, facts that cannot all be true",
        does="asks about it, and takes nothing as a fact meanwhile",
        doubts=(
            "ambiguous_date",
            "impossible_date",
            "incomplete_date",
            "implausible_date",
            "unnamed_date",
        ),
        problems=tuple(Problem),
        refusals=_SLIPS,
    ),
    Row(
        Guard.LAW_ON_FILE,
        trips="outside the dated windows on file, or unsettled in law",
        does="says which, cites, and refers to an adviser",
        refusals=tuple(why for why in Refusal if why not in (*_NOT_THIS_LAW, *_SLIPS)),
        remarks=UNSETTLED,
    ),
    Row(
        Guard.CERTAINTY,
        trips="every answer; above all a plea for a guarantee",
        does="tells statute, regulation, instruction and published guidance apart; never promises "
        "an officer's decision",
        intents=("wants_guarantee",),
        replies=("WANTS_GUARANTEE",),
        sentences=("sources",),
    ),
)

UNSURE = "nlu_fallback"
"""No message's own intent: the classifier says it where it is unsure."""
OUTSIDE = "out_of_scope"
INTENTS: tuple[str, ...] = tuple(
    intent for row in TABLE for intent in row.intents if intent != UNSURE
)
"""The intents of guards, in the order in which they win over one another."""
ACT_SOONER: tuple[str, ...] = tuple(intent for intent in INTENTS if intent != OUTSIDE)
"""To be unsure of one of these is to miss it: a lower threshold, and never a choice to offer.
What is out of scope has a score of its own."""


def row_of(guard: Guard) -> Row:
    """The row of a guard."""
    return next(row for row in TABLE if row.guard is guard)


def intents_before(guard: Guard) -> tuple[str, ...]:
    """The intents of the guards that come before `guard`, in order."""
    order = list(Guard)
    earlier = order[: order.index(guard)]
    return tuple(intent for row in TABLE if row.guard in earlier for intent in row.intents)


def as_markdown() -> str:
    """The table as the README shows it."""
    lines = ["| guard | what trips it | what happens | intents |", "|---|---|---|---|"]
    for row in TABLE:
        name = row.guard.value.replace("_", " ")
        intents = " ".join(f"`{intent}`" for intent in row.intents)
        lines.append(f"| {name} | {row.trips} | {row.does} | {intents} |")
    return "\n".join(lines)
