"""The files that come with an answer on a messenger: the picture of a stay, the calendar."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from addons.calendar_file import calendar_file
from addons.channels.rendering import Spoken
from addons.timeline_picture import days_of, described, png

CALENDAR_NAME = "stay-in-canada.ics"
PICTURE_NAME = "stay-in-canada.png"
NOT_DRAWN = frozenset(["ask_why", "ask_sources", "ask_reminder"])
"""Intents that ask about the answer before: its picture is just above."""


@dataclass(frozen=True)
class Upload:
    """One file."""

    name: str
    content: bytes
    shows: str | None = None
    """Of a picture: what it shows, in words."""


def uploads(said: Spoken, language: str | None) -> list[Upload]:
    """The files of one thing said, in the order in which they are sent."""
    files = []
    answer = said.answer or {}
    days = days_of(answer.get("values") or {})
    if len(days) > 1 and answer.get("intent") not in NOT_DRAWN:
        picture = {"days": days, "language": language}
        files.append(Upload(PICTURE_NAME, png(picture), described(picture)))
    if said.calendar is not None:
        stamp = dt.datetime.now(dt.timezone.utc)
        files.append(Upload(CALENDAR_NAME, calendar_file(said.calendar, stamp)))
    return files
