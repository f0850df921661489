"""The one entry to the rules core: a question, the law and today's date in; a verdict out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from operator import attrgetter

from rules_core.answers import Answer, CannotSay, NeedFacts, Refusal, Verdict
from rules_core.contradictions import ASK_AGAIN, unknown_nationality
from rules_core.countries import CANADA
from rules_core.law.book import LawBook
from rules_core.law.reader import LawReader, reader_on
from rules_core.questions import DATE_NAMES, Facts, Question, Topic
from rules_core.topics.authorized_stay import authorized_stay
from rules_core.topics.emergency import emergency
from rules_core.topics.extension import extension
from rules_core.topics.flagpole import flagpole_permit, flagpole_reset
from rules_core.topics.maintained_status import maintained_status
from rules_core.topics.reentry import reentry
from rules_core.topics.restoration import restoration
from rules_core.topics.stated import as_it_stands, stated
from rules_core.verdict import refused

COMPUTED: Mapping[Topic, Callable[[Facts, LawReader], Verdict]] = {
    Topic.AUTHORIZED_STAY: authorized_stay,
    Topic.EXTENSION: extension,
    Topic.MAINTAINED_STATUS: maintained_status,
    Topic.RESTORATION: restoration,
    Topic.FLAGPOLE_RESET: flagpole_reset,
    Topic.FLAGPOLE_PERMIT: flagpole_permit,
    Topic.REENTRY: reentry,
    Topic.EMERGENCY: emergency,
}
"""Topics that take the person's facts; every other topic is stated as it stands."""

ABOUT_A_STAY = (
    Topic.AUTHORIZED_STAY,
    Topic.EXTENSION,
    Topic.MAINTAINED_STATUS,
    Topic.RESTORATION,
    Topic.REENTRY,
)
OUTSIDE_THE_RULES = ("permanent_resident", "citizen")
CREW = "crew"
_dates_of = attrgetter(*DATE_NAMES)
EARLIEST, LATEST = dt.date(1900, 1, 1), dt.date(2100, 12, 31)
"""Dates beyond are slips of the keyboard; month counting is proven up to the latest."""


def decide(question: Question, law: LawBook, today: dt.date) -> Verdict:
    """Decide `question` by the law on file, as of `today` (a calendar day in Canada).

    Never raises for any combination of facts: what cannot be decided comes back as
    ``NeedFacts`` (what to ask) or ``CannotSay`` (why, and on which law).
    """
    topic, facts, reader = question.topic, question.facts, reader_on(law, today)
    compute = COMPUTED.get(topic)
    if compute is None:
        return stated(topic, reader)
    unfit = _outside(topic, facts, reader)
    if unfit is None:
        return compute(facts, reader)
    if topic is Topic.EMERGENCY:  # help comes first, whatever else was said
        return compute(Facts(urgent_matter=facts.urgent_matter), reader)
    return unfit


def rule(topic: Topic, law: LawBook, today: dt.date) -> Answer:
    """`topic` as the law stands for anyone, without a person's facts."""
    topic = Topic.STAY_LENGTH if topic is Topic.AUTHORIZED_STAY else topic
    return as_it_stands(topic, reader_on(law, today))


def _outside(topic: Topic, facts: Facts, law: LawReader) -> CannotSay | NeedFacts | None:
    """Why the rules on visitors do not reach these facts, or ``None``."""
    if facts.current_status in OUTSIDE_THE_RULES or facts.nationality == CANADA:
        return refused(topic, Refusal.NOT_A_TEMPORARY_RESIDENT, law)
    if facts.current_status == CREW:
        return refused(topic, Refusal.CREW, law)
    for value in filter(None, _dates_of(facts)):
        if not EARLIEST <= value <= LATEST:
            return refused(topic, Refusal.DATE_OUT_OF_RANGE, law, value)
    problem = unknown_nationality(facts)
    return NeedFacts(topic, ASK_AGAIN[problem], problem) if problem else None
