"""What is supposed with an event, and what an entry still to come does to what is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from actions.last_date import LastDate
from actions.people import Known
from actions.reading import Doubt, Doubtful
from language.dates import Tense
from language.journeys import supposed_journey
from language.suppositions import dates_told, supposed_event
from rules_core.questions import Decision

_BEFORE_A_NEW_ENTRY = (
    *("stamp_date", "officer_wrote_date", "record_expiry", "extension_applied_on"),
    *("extension_decision", "extension_decided_on", "restoration_applied_on", "left_canada_on"),
)
_ENTRY, _DECIDED, _RESTORES = "entry_date", "extension_decided_on", "restoration_applied_on"
_WITH_EVENT: Mapping[str, Mapping[str, Any]] = {
    _DECIDED: {"extension_decision": Decision.REFUSED.value},
    "stamp_date": {"officer_wrote_date": True},
    "record_expiry": dict.fromkeys(
        ("extension_applied_on", "second_application_on", "extension_decision", _DECIDED)
    ),
    _ENTRY: dict.fromkeys(_BEFORE_A_NEW_ENTRY),
}
"""What else is supposed with an event: of a new entry, that nothing from before it counts."""


def event_supposed(
    text: str, today: dt.date, known: Known, last: LastDate | None = None, restores: bool = False
) -> dict[str, Any]:
    """What is supposed to be done on a day, with all that is supposed with it.

    A second refusal is of the application for restoration.
    """
    events = _events(text, today, known, last)
    refused = known.get("extension_decision") == Decision.REFUSED.value
    again = refused and known.get(_DECIDED) is not None
    if (again or restores) and list(events) == [_DECIDED]:
        asked = last.supposed if last is not None and last.fact == _RESTORES else None
        before = {_RESTORES: asked.isoformat()} if asked else {}
        return {
            **before,
            "restoration_decided_on": events[_DECIDED].isoformat(),
            "restoration_decision": Decision.REFUSED.value,
        }
    return _with_all(events) if events else {}


def _events(text: str, today: dt.date, known: Known, last: LastDate | None) -> dict[str, dt.date]:
    """The facts whose day is supposed, with that day."""
    entered = known.get(_ENTRY)
    came = dt.date.fromisoformat(entered) if entered else None
    several = [supposed_event(part, today, came, True) for part in _one_date_each(text)]
    if len(several) > 1:
        named = {event[0]: event[1] for event in several if event is not None}
        return named if len(named) == len(several) else {}
    event = supposed_event(text, today, came)
    if event is None and came is not None:
        before = last.supposed if last is not None and last.fact == _ENTRY else None
        journey = supposed_journey(text, today, came, before)
        event = (_ENTRY, journey) if journey else None
    return {} if event is None else dict([event])


def _one_date_each(text: str) -> list[str]:
    """The text cut after each of its dates."""
    dates = dates_told(text)
    starts = [0, *(date.end for date in dates[:-1])]
    return [text[start : date.end] for start, date in zip(starts, dates, strict=False)]


def _with_all(events: Mapping[str, dt.date]) -> dict[str, Any]:
    """The events with all that is supposed with them, and none of them undone by another."""
    beside = [_WITH_EVENT.get(fact, {}) for fact in events]
    supposed = {name: value for each in beside for name, value in each.items()}
    return {**supposed, **{fact: day.isoformat() for fact, day in events.items()}}


def with_entry_supposed(new: dict[str, Any], last: LastDate | None) -> dict[str, Any]:
    """What is supposed of the entry supposed just before: "and if the officer pens 1 May?"."""
    if last is None or last.supposed is None or last.fact != _ENTRY or not new or _ENTRY in new:
        return new
    return {_ENTRY: last.supposed.isoformat(), **_WITH_EVENT[_ENTRY], **new}


def supposed_before(last: LastDate | None) -> dict[str, Any]:
    """What was supposed in the message before, if anything, to be asked about once more."""
    if last is None or last.supposed is None:
        return {}
    return _with_all({last.fact: last.supposed})


def comes_later(new: Mapping[str, Any], known: Known, today: dt.date) -> bool:
    """Whether an entry still to come is told of one who has entered."""
    before, entry = known.get(_ENTRY), new.get(_ENTRY)
    return bool(before and entry and before <= today.isoformat() < entry)


def with_entry_to_come(
    new: Mapping[str, Any], entities: Iterable[Mapping[str, Any]]
) -> tuple[dict[str, Any], tuple[Doubtful, ...]]:
    """What is told of a planned entry, nothing from before it counting; else what it is is asked.

    "I will land on 5 May" plans; "the machine shows 5 May" may be an officer's date.
    """
    said = {name: value for name, value in new.items() if value is not None}
    values = (e.get("value") for e in entities if e.get("entity") == _ENTRY)
    if any(isinstance(v, Mapping) and v.get("tense") == Tense.FUTURE.value for v in values):
        return {**_WITH_EVENT[_ENTRY], **said}, ()
    day = dt.date.fromisoformat(said.pop(_ENTRY))
    return said, (Doubtful(Doubt.UNNAMED, _ENTRY, "", (day,)),)
