"""The day of a decision put right: the day it was sent counts, not the one it was read on."""

from __future__ import annotations

import datetime as dt
from typing import Any

from dateutil.relativedelta import relativedelta

from actions.people import People
from language.dates import DateForm, DateRole, ExactDate, SaidDate, lacks_month, resolve
from language.sent_on import day_sent

DECISIONS = (
    ("restoration_decided_on", "restoration_applied_on"),
    ("extension_decided_on", "extension_applied_on"),
)
"""The day of each decision, with that of the application it decides."""


def sent_instead(text: str, people: People, today: dt.date) -> dict[str, Any]:
    """The decision known, of the day on which `text` says that it was sent.

    Nothing where that is not after the application it decides.
    """
    known = people.known
    told = next((pair for pair in DECISIONS if known.get(pair[0])), None)
    said = day_sent(text, people.person) if told else None
    if told is None or said is None:
        return {}
    decided, applied = dt.date.fromisoformat(known[told[0]]), known.get(told[1])
    day = _last_such_day(said, decided, today)
    if day is None or day == decided or (applied and day.isoformat() < applied):
        return {}
    return {told[0]: day.isoformat()}


def _last_such_day(said: SaidDate, decided: dt.date, today: dt.date) -> dt.date | None:
    """The day said; without its month the last one up to the day told before."""
    if lacks_month(said) and said.day is not None:
        months = (decided + relativedelta(day=said.day, months=-n) for n in range(2))
        return next((day for day in months if day.day == said.day and day <= decided), None)
    if said.form is DateForm.INCOMPLETE:
        return None
    found = resolve(said, today, DateRole.DECISION_DATE)
    return found.date if isinstance(found, ExactDate) and found.date <= today else None
