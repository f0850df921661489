"""A day told as one's own that was another person's, and the one put in its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from dateutil.relativedelta import relativedelta

from actions.reading import ROLE_OF_FACT
from language.dates import DateRole, SaidDate
from language.mix_ups import mine_and_theirs
from language.retractions import takes_back

_ENTRY = "entry_date"


def not_mixed_up(text: str, known: Mapping[str, Any]) -> dict[str, Any]:
    """The one fact `known` of a day that was another's, with the speaker's own day.

    Where the other's is not named again ("I gave you my sister's date, mine is 28 May"), the
    day of entry.
    """
    told = {fact: dt.date.fromisoformat(known[fact]) for fact in ROLE_OF_FACT if known.get(fact)}
    if not told or (said := mine_and_theirs(text)) is None:
        return {}
    mine, theirs = said
    if theirs is None:
        facts = [_ENTRY] if _ENTRY in told else []
    else:
        facts = [fact for fact, day in told.items() if _is(theirs, day)]
    if len(facts) != 1 or mine.day is None:
        return {}
    if (mine.tells or mine.role) not in (None, DateRole.STAMPED, ROLE_OF_FACT[facts[0]]):
        return {}
    before = told[facts[0]]
    day = before + relativedelta(year=mine.year, month=mine.month, day=mine.day)
    return {facts[0]: day.isoformat()} if day.day == mine.day and day != before else {}


def is_mixed_up(text: str, known: Mapping[str, Any]) -> bool:
    """Whether a day is said to be another's, also once the right one has been filed."""
    if not_mixed_up(text, known):
        return True
    said = mine_and_theirs(text) if known.get(_ENTRY) else None
    if said is None or not _is(said[0], dt.date.fromisoformat(known[_ENTRY])):
        return False
    # "The 20th" alone was named before.
    return takes_back(text) or (said[1] is not None and said[1].month is None)


def _is(said: SaidDate, day: dt.date) -> bool:
    """Whether the day is the one said, as far as it is said."""
    same = said.month in (None, day.month) and said.year in (None, day.year)
    return said.day == day.day and same
