"""Text -> dates as said, with their roles; and as days, once today is known."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from language.alternatives import with_alternatives
from language.bare_dates import says_nothing, with_bare
from language.corrections import corrected
from language.counted import with_counted
from language.date_grammar import said_dates
from language.lone_days import lacks_month, with_lone_days
from language.mistaken import righted
from language.partial import completed, said_roughly, span_of
from language.repetition import told_once
from language.resolved import (
    AmbiguousDate,
    ExactDate,
    ImpossibleDate,
    IncompleteDate,
    Resolved,
)
from language.resolving import resolve
from language.roles import with_roles
from language.said_dates import LOOSE_FORMS, DateForm, DateRole, SaidDate, Tense
from language.tenses import EXPIRIES
from language.todays_roles import role_on

__all__ = [
    "AmbiguousDate",
    "DateForm",
    "DateRole",
    "ExactDate",
    "ImpossibleDate",
    "IncompleteDate",
    "Resolved",
    "SaidDate",
    "Tense",
    "completed",
    "find_dates",
    "lacks_month",
    "resolve",
    "role_on",
    "span_of",
]

LONGEST_TEXT = 2000
"""Characters read; what follows is ignored, so that no message is slow."""

_SHORT_ANSWER = 5
_ANSWER = 12
"""Words; "it was three weeks ago today" is one, where nothing else is told in them."""
_ASKS = re.compile(
    r"\W*(?:what|when|where|who|how|why|which|can|could|do(?:es)?|is|are|will|would|should|may)\b",
    re.I,
)


# The facts, the signs and the classifier ask for the same message's; 64 turns may be under way.
@lru_cache(maxsize=64)
def find_dates(text: str) -> tuple[SaidDate, ...]:
    """Every date said in ``text``, in order, each span a slice of it; never raises.

    "Today", "in two weeks" and weekdays count only where the words give them a
    role or the message says little else: in a longer story they date nothing.
    """
    text = text[:LONGEST_TEXT]
    judged = righted(text, told_once(text, with_roles(text, said_dates(text))))
    dates = with_alternatives(text, corrected(text, judged))
    words = len(text.split())
    answers = words <= _ANSWER and not _ASKS.match(text) and says_nothing(text, dates)
    short = words <= _SHORT_ANSWER or answers
    kept = (
        date
        for date in map(_without_weekday, dates if said_roughly(text) else with_lone_days(dates))
        if short
        or date.role is not None
        or not (date.form in LOOSE_FORMS or date.weekday is not None)
    )
    return with_counted(text, with_bare(text, kept))


def _without_weekday(date: SaidDate) -> SaidDate:
    """ "My last day is a Sunday" asks of the week, and tells no end."""
    some = date.form is DateForm.INCOMPLETE and date.weekday is not None and date.day is None
    return replace(date, role=None) if some and date.role in EXPIRIES else date
