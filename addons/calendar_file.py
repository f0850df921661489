"""A stay's days as a calendar file (RFC 5545): all-day events with alarms, nothing stored."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from language.catalogue import Catalogue, catalogue
from language.formats import moment_in_words
from rules_core.timeline import MilestoneKind

PRODID = "-//Sojourn//Sojourn//EN"
ALARMS = {
    MilestoneKind.RECOMMENDED_BY: (7, 0),
    MilestoneKind.LAST_DAY: (30, 7, 1),
    MilestoneKind.RESTORATION_LAST_DAY: (30, 7, 1),
}
"""Days before each kind of day; the kinds a calendar file can hold."""
ALARM_HOUR = 9
"""On the person's own clock: an all-day event starts at midnight, which is no hour to ring."""


def calendar_file(content: Mapping[str, Any], stamp: dt.datetime) -> bytes:
    """The ``.ics`` file of an answer's ``calendar``, the same bytes for the same arguments.

    `content` is ``{"events": [{"kind", "date", "cutoff"}], "timezone", "language"}`` with
    a ``MilestoneKind``, an ISO date and an ISO moment; `cutoff`, `timezone` (IANA) and
    `language` may be absent. `stamp` is the aware moment at which it was put together.

    Raises:
        LookupError, TypeError, ValueError: `content` is of another shape.
    """
    words = catalogue(content.get("language"))
    zone = ZoneInfo(content["timezone"]) if content.get("timezone") else None
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    for day in content["events"]:
        cutoff = dt.datetime.fromisoformat(day["cutoff"]) if "cutoff" in day else None
        calendar.add_component(
            _event(
                MilestoneKind(day["kind"]),
                dt.date.fromisoformat(day["date"]),
                cutoff.astimezone(zone) if cutoff and zone else cutoff,
                words,
                stamp.astimezone(dt.timezone.utc),
            )
        )
    file: bytes = calendar.to_ical()
    return file


def _event(
    kind: MilestoneKind,
    date: dt.date,
    cutoff: dt.datetime | None,
    words: Catalogue,
    stamp: dt.datetime,
) -> Event:
    said = words.calendar(kind.value)
    law = said.filing.format(cutoff=moment_in_words(cutoff)) if cutoff else said.text
    notes = (words.sentence("calendar_note"), words.sentence("disclaimer"))
    event = Event()
    # The same day taken in again, from another link, replaces itself in most calendars.
    event.add("uid", str(uuid.uuid5(uuid.NAMESPACE_URL, f"sojourn:{kind.value}:{date}")))
    event.add("dtstamp", stamp)
    event.add("dtstart", date)
    event.add("dtend", date + dt.timedelta(days=1))  # RFC 5545: the day after, excluded
    event.add("transp", "TRANSPARENT")  # the person is not busy that day
    event.add("summary", said.title)
    event.add("description", "\n".join((law, *notes)))
    for days in ALARMS[kind]:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", said.title)
        alarm.add("trigger", dt.timedelta(days=-days, hours=ALARM_HOUR))
        event.add_component(alarm)
    return event
