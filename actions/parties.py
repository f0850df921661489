"""The facts of several people, told in one message."""

from __future__ import annotations

import datetime as dt

from actions.people import Known
from actions.reading import FACT_OF_ENTITY, HAPPENED
from language.dates import ExactDate, Tense, resolve
from language.facts import SaidFact, find_facts
from language.parties import parties_of
from rules_core.countries import UNITED_STATES


def _may_be_anyones(fact: SaidFact) -> bool:
    """Whether a fact without a date would have to be filed with one of them: a super visa."""
    if fact.kind == "nationality":
        return fact.value == UNITED_STATES
    return fact.kind not in ("duration", "officer_wrote_date")


def facts_of_parties(text: str, today: dt.date) -> dict[str, Known]:
    """The facts of each person whose dates `text` tells; none where one date is doubtful."""
    found: dict[str, Known] = {}
    if any(_may_be_anyones(fact) for fact in find_facts(text)):
        return {}
    shared: Known = {
        fact.kind: False
        for fact in find_facts(text)
        if fact.kind == "officer_wrote_date" and fact.value is False
    }
    for name, dates in parties_of(text).items():
        facts = dict(shared)
        for said in dates:
            day = resolve(said, today)
            fact = FACT_OF_ENTITY.get(said.role.value if said.role else "")
            if fact is None or not isinstance(day, ExactDate):
                return {}
            if day.date > today and (fact in HAPPENED or said.tense is Tense.REPORTED):
                return {}
            facts[fact] = day.date.isoformat()
        if "stamp_date" in facts:
            facts["officer_wrote_date"] = True
        found[name] = facts
    # What an officer wrote has to be among the dates, or it is not known whose it is.
    wrote = any(fact.kind == "officer_wrote_date" and fact.value for fact in find_facts(text))
    dated = any("stamp_date" in facts for facts in found.values())
    return {} if wrote and not dated else found
