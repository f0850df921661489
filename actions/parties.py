"""The facts of several people, told in one message."""

from __future__ import annotations

import datetime as dt

from actions.people import Known
from actions.reading import FACT_OF_ENTITY, HAPPENED
from language.dates import ExactDate, Tense, resolve
from language.facts import find_facts
from language.parties import parties_of


def facts_of_parties(text: str, today: dt.date) -> dict[str, Known]:
    """The facts of each person whose dates `text` tells; none where one date is doubtful."""
    found: dict[str, Known] = {}
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
        found[name] = facts
    return found
