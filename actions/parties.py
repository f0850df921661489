"""The facts of several people, told in one message."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from dateutil.relativedelta import relativedelta

from actions.people import OF_ONE_ENTRY, US, Known, People
from actions.reading import FACT_OF_ENTITY, HAPPENED, PLAIN
from language.cues import Whose, people
from language.dates import AmbiguousDate, DateRole, ExactDate, Resolved, Tense, resolve
from language.facts import SaidFact, find_facts
from language.kin import name_of
from language.parties import TOGETHER, came_together, parties_of
from language.subjects import SELF

_NEAR = dt.timedelta(days=62)


def facts_of_parties(text: str, today: dt.date) -> dict[str, Known]:
    """The facts of each person whose dates `text` tells; none where one is doubtful."""
    found: dict[str, Known] = {}
    parties = parties_of(text)
    told = [resolve(said, today) for dates in parties.values() for said in dates]
    for name, dates in parties.items():
        facts: Known = {}
        for said in dates:
            day = _beside(resolve(said, today), told, today)
            fact = FACT_OF_ENTITY.get(said.role.value if said.role else "")
            if fact is None or not isinstance(day, ExactDate):
                return {}
            if day.date > today and (fact in HAPPENED or said.tense is Tense.REPORTED):
                return {}
            # "And my wife 9 March": eight months ago, or in four.
            if said.tense is Tense.OVER and day.date - today > _NEAR:
                return {}
            facts[fact] = day.date.isoformat()
        if "stamp_date" in facts:
            facts["officer_wrote_date"] = True
        found[name] = facts
    return found if all(_filed(text, fact, found) for fact in find_facts(text)) else {}


def _beside(day: Resolved, told: Sequence[Resolved], today: dt.date) -> Resolved:
    """The day; without its year that of the summer in which the others came."""
    if isinstance(day, ExactDate) and day.year_assumed and day.date > today:
        candidates = (day.date - relativedelta(years=1), day.date)
    elif isinstance(day, AmbiguousDate):
        candidates = day.candidates
    else:
        return day
    came = [one.date for one in told if isinstance(one, ExactDate) and one.date <= today]
    near = {one for one in candidates if one <= today and any(abs(one - c) <= _NEAR for c in came)}
    return ExactDate(near.pop()) if len(near) == 1 else day


def rival_entries(text: str, today: dt.date) -> tuple[dt.date, ...]:
    """The days of entry that `text` tells, of several people whose facts cannot be told apart."""
    told = (said for dates in parties_of(text).values() for said in dates)
    days = [resolve(said, today) for said in told if said.role is DateRole.ENTRY_DATE]
    exact = {day.date for day in days if isinstance(day, ExactDate)}
    return tuple(sorted(exact)) if len(exact) > 1 else ()


def with_us(people: People, text: str, told: Known) -> People:
    """The people, with the day on which several came in together: "we entered 3 May"."""
    if not came_together(text):
        return people
    return replace(people, others={**people.others, US: {"entry_date": told["entry_date"]}})


def as_one_of_us(people: People, told: Known) -> People:
    """The people, one whose passport alone is told having come in with the speaker.

    What an officer wrote was then said of all.
    """
    own, together = people.others.get(SELF, {}), people.others.get(US, {})
    apart = own.get("entry_date") != together.get("entry_date") or not together
    if not (people.turned and people.person and told.get("passport_expiry")) or apart:
        return people
    if "entry_date" in {**people.known, **told}:
        return people
    shared = {name: own[name] for name in ("entry_date", *OF_ONE_ENTRY) if name in own}
    return replace(people, known={**shared, **people.known})


def _filed(text: str, fact: SaidFact, found: dict[str, Known]) -> bool:
    """Whether a fact without a date could be filed with whom it is told of."""
    if fact.kind not in PLAIN or fact.kind == "duration":
        return True
    if fact.kind == "officer_wrote_date":
        # "No stamps" is said of all; what was written has to be among the dates.
        for known in found.values() if not fact.value else ():
            known.setdefault(fact.kind, False)
        return not fact.value or any("stamp_date" in known for known in found.values())
    before = [person for person in people(text) if person.end <= fact.start]
    if not before:
        return False
    last = before[-1]
    owner = SELF if last.kind is Whose.SELF else name_of(last.text)
    names = tuple(found) if last.text in TOGETHER else (owner,)
    if not set(names) <= set(found):
        return False
    for name in names:
        found[name][fact.kind] = fact.value
    return True
