"""From the entities of one message to facts, and to the doubts that must be asked about.

Nothing doubtful becomes a fact: an ambiguous, impossible, incomplete or implausible
date is asked about, and a date that is none of the person's facts is left alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from dateutil.relativedelta import relativedelta

from language.calendar_days import in_year_nearest
from language.dates import (
    AmbiguousDate,
    DateForm,
    DateRole,
    ExactDate,
    ImpossibleDate,
    SaidDate,
    completed,
    resolve,
    role_on,
    span_of,
)
from rules_core.questions import Decision

UNNAMED = "date"
FACT_OF_ENTITY = {
    "entry_date": "entry_date",
    "stamp_date": "stamp_date",
    "passport_expiry": "passport_expiry",
    "record_expiry": "record_expiry",
    "visa_expiry": "visa_expiry",
    "biometrics_date": "biometrics_date",
    "left_canada_on": "left_canada_on",
    "application_date": "extension_applied_on",
    "decision_date": "extension_decided_on",
    "restoration_date": "restoration_applied_on",
}
ROLE_OF_FACT = {fact: DateRole(entity) for entity, fact in FACT_OF_ENTITY.items()}
ROLE_WHEN_ASKED = {
    **ROLE_OF_FACT,
    "permit_expiry": DateRole.RECORD_EXPIRY,
    "visitor_record_issued": DateRole.DECISION_DATE,
    "second_application_on": DateRole.APPLICATION_DATE,
    "restoration_decided_on": DateRole.DECISION_DATE,
    "returns_on": None,
}
"""The facts a bare date can answer, read as dates of these roles; some no entity names."""
PLAIN = (
    "nationality",
    "current_status",
    "duration",
    "super_visa",
    "officer_wrote_date",
    "us_permanent_resident",
    "extension_decision",
    "restoration_decision",
)
HAPPENED = (
    "extension_applied_on",
    "extension_decided_on",
    "restoration_applied_on",
    "restoration_decided_on",
    "visitor_record_issued",
    "left_canada_on",
    "biometrics_date",
)
EARLIEST_YEARS, LATEST_ENTRY_YEARS, LATEST_EXPIRY_YEARS = 30, 3, 20
"""A date further off than this is a slip of the keyboard until the person repeats it right."""
_NOTHING: Mapping[str, dt.date] = {}
SUPER_VISA_YEARS = 5
"""The longest stay there is; a passport valid beyond it caps none."""


class Doubt(str, Enum):
    """Why a date was not taken as it stands; names the sentence that asks about it."""

    AMBIGUOUS = "ambiguous_date"
    IMPOSSIBLE = "impossible_date"
    INCOMPLETE = "incomplete_date"
    IMPLAUSIBLE = "implausible_date"
    UNNAMED = "unnamed_date"


@dataclass(frozen=True)
class Doubtful:
    """A date to ask about before it can be a fact."""

    doubt: Doubt
    fact: str
    said: str
    candidates: tuple[dt.date, ...] = ()
    span: tuple[dt.date, dt.date] | None = None
    """The first and the last day it can be, of a date that lacks its day, or its month too."""
    unnamed: bool = False
    """Whether no words tell what it is a date of, and ``fact`` is what is asked first."""


@dataclass(frozen=True)
class Reading:
    """What one message adds: slot values as JSON, and doubts."""

    slots: Mapping[str, Any]
    doubts: tuple[Doubtful, ...] = ()

    def settled(self, doubtful: Doubtful, day: dt.date) -> Reading:
        """The same with ``day`` as the fact of a date that was in doubt."""
        slots = {**self.slots, doubtful.fact: day.isoformat()}
        return Reading(slots, tuple(one for one in self.doubts if one is not doubtful))


def read(
    entities: Iterable[Mapping[str, Any]],
    asked: str | None,
    today: dt.date,
    supposing: bool = False,
    corrected: dt.date | None = None,
    instead: Mapping[str, dt.date] = _NOTHING,
    restores: bool = False,
    dated: bool = False,
) -> Reading:
    """The facts in `entities`; a date without a role answers the fact just `asked` for.

    Where the person is only `supposing`, what happens may still lie ahead. A day that takes
    the place of a `corrected` one still to come is said without its year for the same time.
    "The 5th" alone, said of a fact whose day is in `instead`, is of that day's month; where the
    talk is `dated` otherwise, its month is asked for.
    Of one who `restores`, a decision on nothing named is the one on that.
    """
    slots: dict[str, Any] = {}
    doubts: list[Doubtful] = []
    dates = []
    for entity in entities:
        name, value = entity.get("entity"), entity.get("value")
        if entity.get("role") == "earlier":
            continue  # nothing is counted from an entry that a later return replaced
        if entity.get("role") == "restoration":
            name = DateRole.RESTORATION_DATE.value
        if name in PLAIN:
            slots[str(name)] = value
        elif name in FACT_OF_ENTITY or name == UNNAMED:
            dates.append((str(name), value))
    bare = asked == "restoration_decision" or restores  # a bare "refused" names neither
    if bare and "extension_decision" in slots:
        slots["restoration_decision"] = slots.pop("extension_decision")
    restoring = restores or "restoration_decision" in slots
    for name, value in dates:
        said = _said(value)
        if said is None:
            continue
        if role_on(said, today) is DateRole.STAMP_DATE:
            name = DateRole.STAMP_DATE.value
        fact = _fact_of(name, asked, restoring)
        role = ROLE_WHEN_ASKED.get(fact or "")
        said = completed(said, instead.get(fact or ""))
        if dated and said.form is DateForm.DAY:
            said = replace(said, form=DateForm.INCOMPLETE)
        found = resolve(said, today, role)
        if isinstance(found, ExactDate) and corrected is not None and fact == asked:
            found = _as_late_as(found, corrected, today)
        if isinstance(found, ExactDate) and fact is None and _is_about_now(said):
            continue
        if isinstance(found, ExactDate) and fact is None:
            doubts.append(Doubtful(Doubt.UNNAMED, "entry_date", said.text, (found.date,)))
        elif isinstance(found, ExactDate) and fact is not None:
            if slots.get(fact, found.date.isoformat()) != found.date.isoformat():
                both = sorted((dt.date.fromisoformat(slots.pop(fact)), found.date))
                approved = slots.get("extension_decision") == Decision.APPROVED.value
                if fact == "record_expiry" and approved and both[0] <= today < both[1]:
                    slots[fact] = both[1].isoformat()  # the old stay's end is told beside it
                    continue
                doubts.append(Doubtful(Doubt.AMBIGUOUS, fact, "", tuple(both)))
            elif _plausible(fact, found.date, today, supposing):
                slots[fact] = found.date.isoformat()
            elif fact not in HAPPENED:
                doubts.append(Doubtful(Doubt.IMPLAUSIBLE, fact, said.text, (found.date,)))
        elif not _irrelevant(fact, said, today):
            doubt = _doubt(fact or "entry_date", found, said)
            doubts.append(replace(doubt, unnamed=fact is None))
    doubts = [one for one in doubts if not _is_said_exactly(one, slots)]
    if "stamp_date" in slots:
        slots["officer_wrote_date"] = True
    return Reading(slots, tuple(doubts))


def _is_said_exactly(doubtful: Doubtful, slots: Mapping[str, Any]) -> bool:
    """Whether the same message names the day of which this is a part, or the eve.

    Who tells the day before the entry as well set out on it.
    """
    told = slots.get(doubtful.fact)
    if doubtful.doubt is Doubt.UNNAMED and told is not None:
        return (dt.date.fromisoformat(told) - doubtful.candidates[0]).days in (0, 1)
    return doubtful.doubt is Doubt.INCOMPLETE and told is not None


def _is_about_now(said: SaidDate) -> bool:
    """ "Today", "tomorrow": when something is done, seldom a fact that needs a name."""
    return said.form is DateForm.OFFSET and said.unit == "day" and abs(said.amount or 0) <= 1


def _as_late_as(found: ExactDate, corrected: dt.date, today: dt.date) -> ExactDate:
    """The same day and month in the year nearest to a day still to come that it corrects."""
    if not found.year_assumed or corrected <= today:
        return found
    return ExactDate(in_year_nearest(found.date, corrected), year_assumed=True)


def _said(value: object) -> SaidDate | None:
    try:
        return SaidDate.from_json(value) if isinstance(value, Mapping) else None
    except (TypeError, ValueError):
        return None


def _fact_of(entity: str, asked: str | None, restoring: bool) -> str | None:
    if entity == UNNAMED:
        return asked if asked in ROLE_WHEN_ASKED else None
    if entity == "decision_date" and restoring:
        return "restoration_decided_on"
    return FACT_OF_ENTITY[entity]


def _plausible(fact: str, date: dt.date, today: dt.date, supposing: bool) -> bool:
    if fact in HAPPENED and date > today and not supposing:
        return False
    years = LATEST_ENTRY_YEARS if fact == "entry_date" else LATEST_EXPIRY_YEARS
    earliest = today - relativedelta(years=EARLIEST_YEARS)
    return earliest <= date <= today + relativedelta(years=years)


def _irrelevant(fact: str | None, said: SaidDate, today: dt.date) -> bool:
    """Whether an unreadable date can change nothing: any visa's, one so far off that no stay is."""
    far_off = said.year is not None and said.year > today.year + SUPER_VISA_YEARS
    return fact == "visa_expiry" or (fact in (None, "passport_expiry") and far_off)


def _doubt(fact: str, found: object, said: SaidDate) -> Doubtful:
    if isinstance(found, AmbiguousDate):
        return Doubtful(Doubt.AMBIGUOUS, fact, said.text, found.candidates)
    if isinstance(found, ImpossibleDate):
        return Doubtful(Doubt.IMPOSSIBLE, fact, said.text)
    return Doubtful(Doubt.INCOMPLETE, fact, said.text, span=span_of(said))
