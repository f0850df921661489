"""What is kept of the date a message spoke of last, for the next message to go on from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from actions.last_date import LastDate
from actions.people import Known
from actions.reading import ROLE_OF_FACT, ROLE_WHEN_ASKED, Doubt, Doubtful
from language.dates import DateForm, ExactDate, find_dates, resolve
from language.number_order import order_told


def date_kept(
    text: str,
    doubts: Sequence[Doubtful],
    new: Known,
    before: LastDate | None,
    supposing: bool,
    today: dt.date,
) -> str | None:
    """The slot's value, with the order of days and months told now, else before."""
    kept = _last_kept(doubts, new, before, supposing, today)
    told = order_told(text)
    known = before.day_first if before is not None else None
    order = known if told is None else told
    return replace(kept, day_first=order).to_slot() if kept is not None else None


def _last_kept(
    doubts: Sequence[Doubtful],
    new: Known,
    before: LastDate | None,
    supposing: bool,
    today: dt.date,
) -> LastDate | None:
    """What the next message may correct or, of what was supposed, an entry first, go on."""
    if (asked_about := _last_asked(doubts, today)) is not None:
        return asked_about
    dates = [name for name in new if name in ROLE_OF_FACT and new[name]]
    if not dates:
        return replace(before, supposed=None) if before else None
    fact = "entry_date" if supposing and "entry_date" in dates else dates[-1]
    day = dt.date.fromisoformat(new[fact]) if supposing else None
    return LastDate(fact, day, len(dates) > 1 and not day)


def _last_asked(doubts: Sequence[Doubtful], today: dt.date) -> LastDate | None:
    """What is kept of the date asked about first: the days it may be, or the month it is of."""
    if not doubts:
        return None
    doubtful = doubts[0]
    if doubtful.doubt in (Doubt.AMBIGUOUS, Doubt.UNNAMED) and doubtful.fact in ROLE_WHEN_ASKED:
        return LastDate(doubtful.fact, offered=doubtful.candidates, said=doubtful.said)
    named = find_dates(doubtful.said)
    if doubtful.doubt is not Doubt.INCOMPLETE or doubtful.fact not in ROLE_OF_FACT or not named:
        return None
    if named[0].month is None or named[0].day is not None:
        return None
    first = replace(named[0], form=DateForm.CALENDAR, day=1, tense=None)
    found = resolve(first, today, ROLE_OF_FACT[doubtful.fact])
    return LastDate(doubtful.fact, month=found.date) if isinstance(found, ExactDate) else None
