"""What stands in a calendar file, read back with the library."""

from __future__ import annotations

import datetime as dt
from typing import Any

from icalendar import Calendar

NINE = dt.timedelta(hours=9)


def read_back(file: bytes) -> list[Any]:
    """The events of a file that is one calendar; fails on anything the library would mend."""
    assert file.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in file.replace(b"\r\n", b""), "a line ends without CR"
    assert max(map(len, file.split(b"\r\n"))) <= 75, "a line is not folded"
    calendar = Calendar.from_ical(file)
    assert calendar["version"] == "2.0" and "Sojourn" in calendar["prodid"]
    events: list[Any] = calendar.walk("VEVENT")
    assert len(calendar.subcomponents) == len(events)
    assert [event.errors for event in events] == [[]] * len(events)
    return events


def days(events: list[Any]) -> dict[str, tuple[str, list[int]]]:
    """Each title with its day (ISO) and, for its alarms at nine, the days before it."""
    return {
        str(event["summary"]): (
            event.decoded("dtstart").isoformat(),
            [(NINE - alarm.decoded("trigger")).days for alarm in event.walk("VALARM")],
        )
        for event in events
    }
