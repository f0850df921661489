"""What follows from the facts of a message, by what was told before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from actions.people import Known, People
from language.granted_period import period_granted
from language.journeys import back_same_day, moved_journey
from language.same_papers import same_passport_date, same_visa
from language.shifts import shift_said
from language.subjects import SELF
from rules_core.questions import Decision


def with_what_follows(
    said: Mapping[str, Any],
    text: str,
    people: People,
    today: dt.date,
    asked: str | None,
    denies: bool,
    corrects: bool,
) -> Known:
    """The facts `said` in a message, and those that follow from them and from the talk.

    `asked` is the fact just asked for, which it `denies` where it only says no.
    """
    new = dict(said)
    if asked == "stamp_date" and denies and "stamp_date" not in new:
        new["officer_wrote_date"] = False
    if new.get("officer_wrote_date") is False:
        new.setdefault("stamp_date", None)
    if people.turned:
        _as_the_one_before(new, text, people.known_before)
    elif asked == "entry_date" and people.person is not None and SELF in people.others:
        _as_the_one_before(new, text, people.others[SELF])  # "same day as me"
    elif "entry_date" not in new:
        _moved(new, text, people.known, today)
    left = new.get("left_canada_on")
    if left is not None and (new.get("entry_date") or "") < left and back_same_day(text):
        new |= {"entry_date": left, "left_canada_on": None}
    _granted(new, text, people.known, asked)
    _without_what_was_written(new, people.known, corrects)
    _without_waiting(new, people.known, corrects)
    return new


def _as_the_one_before(new: Known, text: str, before: Known) -> None:
    """What is told of another person by the one talked of: "a week later", "the same visa"."""
    entered, shift = before.get("entry_date"), shift_said(text)
    if "entry_date" not in new and entered is not None and shift is not None:
        new["entry_date"] = (dt.date.fromisoformat(entered) + shift).isoformat()
    if same_visa(text) and "super_visa" in before:
        new.setdefault("super_visa", before["super_visa"])
    if same_passport_date(text) and "passport_expiry" in before:
        new.setdefault("passport_expiry", before["passport_expiry"])


def _moved(new: Known, text: str, known: Known, today: dt.date) -> None:
    """Another day of a journey still to come: "I changed the ticket to 9 December"."""
    planned = known.get("entry_date")
    if planned is None or dt.date.fromisoformat(planned) <= today:
        return
    day = moved_journey(text, today)
    if day is not None:
        new["entry_date"] = day.isoformat()


def _granted(new: Known, text: str, known: Known, asked: str | None) -> None:
    """A period an officer gave runs from the entry: "he gave me only 3 months"."""
    entered = new.get("entry_date") or known.get("entry_date")
    period = period_granted(text, answers=asked == "stamp_date")
    applied = known.get("extension_applied_on") or known.get("restoration_applied_on")
    if period is None or new.get("stamp_date") or applied:
        return
    new["officer_wrote_date"] = True
    if entered is not None:
        new["stamp_date"] = (dt.date.fromisoformat(entered) + period).isoformat()


def _without_what_was_written(new: Known, known: Known, corrects: bool) -> None:
    """Another entry drops what an officer wrote before it; the same one put right does not."""
    entry, before = new.get("entry_date"), known.get("entry_date")
    if entry is None or before in (None, entry) or corrects:
        return
    for name in ("stamp_date", "officer_wrote_date"):
        new.setdefault(name, None)


def _without_waiting(new: Known, known: Known, corrects: bool) -> None:
    """Who waits once the application has been decided waits for what was sent after it.

    "May I wait for the result at home?", when the extension came back as incomplete.
    """
    decided = known.get("extension_decision") not in (None, Decision.PENDING.value)
    waits = new.get("extension_decision") == Decision.PENDING.value
    if waits and decided and not corrects and "extension_applied_on" not in new:
        del new["extension_decision"]
