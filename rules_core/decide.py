"""The one entry to the rules core: a question, the law and today's date in; a verdict out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from rules_core.answers import Answer, CannotSay, Referral, Refusal, Verdict
from rules_core.law.book import LawBook
from rules_core.law.reader import LawReader
from rules_core.questions import Facts, Question, Topic
from rules_core.topics.authorized_stay import authorized_stay
from rules_core.topics.extension import extension
from rules_core.topics.flagpole import flagpole_permit, flagpole_reset
from rules_core.topics.maintained_status import maintained_status
from rules_core.topics.restoration import restoration
from rules_core.topics.stated import stated

COMPUTED: Mapping[Topic, Callable[[Facts, LawReader], Verdict]] = {
    Topic.AUTHORIZED_STAY: authorized_stay,
    Topic.EXTENSION: extension,
    Topic.MAINTAINED_STATUS: maintained_status,
    Topic.RESTORATION: restoration,
    Topic.FLAGPOLE_RESET: flagpole_reset,
    Topic.FLAGPOLE_PERMIT: flagpole_permit,
}
"""Topics that take the person's facts; every other topic is stated as it stands."""

ABOUT_A_STAY = (
    Topic.AUTHORIZED_STAY,
    Topic.EXTENSION,
    Topic.MAINTAINED_STATUS,
    Topic.RESTORATION,
)
OUTSIDE_THE_RULES = ("permanent_resident", "citizen")
EARLIEST, LATEST = dt.date(1900, 1, 1), dt.date(2100, 12, 31)
"""Dates beyond are slips of the keyboard; month counting is proven up to the latest."""


def decide(question: Question, law: LawBook, today: dt.date) -> Verdict:
    """Decide `question` by the law on file, as of `today` (a calendar day in Canada).

    Never raises for any combination of facts: what cannot be decided comes back as
    ``NeedFacts`` (what to ask) or ``CannotSay`` (why, and on which law).
    """
    reader = LawReader(law, today)
    compute = COMPUTED.get(question.topic)
    if compute is None:
        return stated(question.topic, reader)
    if question.topic in ABOUT_A_STAY:
        refused = _outside(question, reader)
        if refused is not None:
            return refused
    return compute(question.facts, reader)


def rule(topic: Topic, law: LawBook, today: dt.date) -> Answer:
    """`topic` as the law stands for anyone, without a person's facts."""
    topic = Topic.STAY_LENGTH if topic is Topic.AUTHORIZED_STAY else topic
    return stated(topic, LawReader(law, today))


def _outside(question: Question, law: LawReader) -> CannotSay | None:
    facts = question.facts
    if facts.current_status in OUTSIDE_THE_RULES or facts.nationality == "CA":
        cited = law.cite("permanent_residents_citizens_outside_scope")
        why = Refusal.NOT_A_TEMPORARY_RESIDENT
        return CannotSay(question.topic, why, cited, Referral.NONE)
    for name in vars(facts):
        value = getattr(facts, name)
        if isinstance(value, dt.date) and not EARLIEST <= value <= LATEST:
            cited = law.cite("stay_is_officer_period_or_six_months")
            return CannotSay(question.topic, Refusal.DATE_OUT_OF_RANGE, cited, date=value)
    return None
