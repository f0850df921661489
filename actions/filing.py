"""What is supposed of an application: a day of filing asked about, or that it is sent back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from actions import wiring
from actions.people import Known
from language.calendar_days import in_year_nearest
from language.dates import DateForm, DateRole, ExactDate, SaidDate, Tense, find_dates, resolve
from language.decisions import supposes_return
from language.filings import filing_asked
from rules_core.answers import Answer
from rules_core.codec import facts_from_json
from rules_core.decide import decide
from rules_core.questions import Decision, Question, Topic

_APPLIED, _DECIDED = "extension_applied_on", "extension_decided_on"


def filing_supposed(text: str, known: Known, today: dt.date) -> Known:
    """The day of filing supposed where it is late, or would be taken for one on which was filed.

    "So sending it on 3 February would be fine?", of a stay to 2 February of next year. A day in
    time that nothing would be taken for needs no more than the days on which to apply.
    """
    said = filing_asked(text)
    if said is None or known.get(_APPLIED):
        return {}
    verdict = decide(Question(Topic.AUTHORIZED_STAY, facts_from_json(known)), wiring.LAW, today)
    until = verdict.values.until if isinstance(verdict, Answer) else None
    if until is None or until < today:
        return {}
    day = _near(said, until, today)
    told = said.role is DateRole.APPLICATION_DATE
    return {_APPLIED: day.isoformat()} if day and day >= today and (told or day > until) else {}


def return_supposed(text: str, known: Known, today: dt.date) -> Known:
    """That the application filed is returned, today or on the day said, where that is supposed."""
    undecided = known.get("extension_decision") in (None, Decision.PENDING.value)
    if not (known.get(_APPLIED) and undecided and supposes_return(text)):
        return {}
    dates = [replace(one, role=None, tense=Tense.FUTURE) for one in find_dates(text)]
    found = [resolve(one, today, DateRole.OTHER) for one in dates]
    days = [day.date for day in found if isinstance(day, ExactDate)]
    day = days[0] if len(days) == 1 and days[0] > today else today
    return {"extension_decision": Decision.RETURNED.value, _DECIDED: day.isoformat()}


def _near(said: SaidDate, until: dt.date, today: dt.date) -> dt.date | None:
    """The day, of the year that brings it next to the last day where none is said."""
    found = resolve(replace(said, role=None, tense=Tense.FUTURE), today, DateRole.OTHER)
    if not isinstance(found, ExactDate):
        return None
    if not found.year_assumed or said.form is not DateForm.CALENDAR:
        return found.date
    return in_year_nearest(found.date, until)
