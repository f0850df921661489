"""Days that a stamp or a ticket shows, read by what the talk was about."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from actions.asked import SELF_COMES
from actions.people import Known
from actions.reading import Doubt, Doubtful, Reading
from language.dates import DateRole, ExactDate, find_dates, resolve
from language.retractions import shown_by_ticket

_NOTHING_ELSE = re.compile(
    r"\bnothing (?:else|more|further|besides?|around|next to|under(?:neath)?|below)\b|"
    r"\b(?:that'?s|thats|that is) (?:all|it|everything)\b|\bonly that\b",
    re.I,
)
# "My ticket says the 2nd though": held against the day that was told.
_HELD_AGAINST = re.compile(
    r"\b(?:though|tho|but|however|actually|after all|turns? out|found|checked|just saw)\b",
    re.I,
)
_OVERNIGHT = re.compile(
    r"\b(?:overnight|red[ -]?eye|midnight|(?:next|following) (?:day|morning)|day after|left|"
    r"depart\w*|took off|home|return\w*|back|out of)\b",
    re.I,
)
_PEN = re.compile(
    r"\b(?:pens?|biro|ink|hand ?wr\w*|by hand|scribbl\w*|scrawl\w*|officer wrote)\b", re.I
)
_NEAR = 3
"""Days; so far at most a day of coming is told wrongly by who finds the ticket."""

_OF_ENTRY = (None, DateRole.OTHER, DateRole.ENTRY_DATE)
"""The roles of a day that can be one of entry."""


def read_off_stamp(
    reading: Reading, text: str, of_writing: bool, known: Known, today: dt.date
) -> Reading:
    """The reading, the one past day without a name as that of entry where a stamp shows it.

    Where the talk was `of_writing` under a stamp, and there is said to be none: "it says
    19 August 2026 and nothing else".
    """
    reading = _written(reading, text, of_writing, known, today)
    if len(reading.doubts) != 1 or not of_writing or "entry_date" in {**known, **reading.slots}:
        return reading
    doubtful, denied = reading.doubts[0], reading.slots.get("officer_wrote_date") is False
    if doubtful.doubt is not Doubt.UNNAMED or doubtful.candidates[0] > today or "?" in text:
        return reading
    if not (denied or _NOTHING_ELSE.search(text)):
        return reading
    shown = {"entry_date": doubtful.candidates[0].isoformat(), "officer_wrote_date": False}
    return Reading({**reading.slots, **shown})


def _written(
    reading: Reading, text: str, of_writing: bool, known: Known, today: dt.date
) -> Reading:
    """The reading, two days to come as an officer's where writing is spoken of.

    No stay began on either: "the pen is 15 JA 27 or 15 JN 27".
    """
    wrote = of_writing or known.get("officer_wrote_date") or _PEN.search(text)
    if not wrote or known.get("stamp_date") or "stamp_date" in reading.slots:
        return reading
    if SELF_COMES.search(text) and "entry_date" not in reading.slots:
        return reading
    doubts = tuple(
        replace(one, fact="stamp_date", unnamed=False) if _is_to_come(one, today) else one
        for one in reading.doubts
    )
    return replace(reading, doubts=doubts)


def _is_to_come(doubtful: Doubtful, today: dt.date) -> bool:
    """Whether it is of one of two days, both still to come, and taken for an entry's."""
    either = doubtful.doubt is Doubt.AMBIGUOUS and doubtful.fact == "entry_date"
    return either and min(doubtful.candidates) > today


def of_that_entry(reading: Reading, entered: str) -> Reading:
    """The reading, the day one ``entered`` as that again where it was read as the stay's end.

    No stay ends on the day it begins: "my date was 5 June".
    """
    ends = ("record_expiry", "stamp_date", "officer_wrote_date")
    kept = {fact: value for fact, value in reading.slots.items() if fact not in ends}
    return Reading({**kept, "entry_date": entered}, reading.doubts)


def is_off_ticket(text: str, known: Known, today: dt.date) -> bool:
    """Whether its one day is held, as a ticket shows it, against a day of entry just beside it."""
    entered, dates = known.get("entry_date"), find_dates(text)
    if entered is None or len(dates) != 1 or dates[0].role not in _OF_ENTRY:
        return False
    if not (shown_by_ticket(text) and _HELD_AGAINST.search(text)) or _OVERNIGHT.search(text):
        return False
    found = resolve(dates[0], today, DateRole.ENTRY_DATE)
    if not isinstance(found, ExactDate):
        return False
    return 0 < abs((found.date - dt.date.fromisoformat(entered)).days) <= _NEAR


def of_entry(entities: Iterable[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """The entities, every day one of entry."""
    return tuple(
        {**one, "entity": "entry_date"} if isinstance(one.get("value"), Mapping) else one
        for one in entities
    )
