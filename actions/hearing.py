"""What one message tells, read by what the talk was last about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dateutil.relativedelta import relativedelta

from actions.last_date import LastDate
from actions.people import People
from actions.reading import ROLE_OF_FACT, Doubtful, read
from language.corrections import takes_back, year_alone
from language.suppositions import (
    asks_of_another_day,
    same_passport_date,
    same_visa,
    shift_said,
    supposed_event,
    supposes,
)
from rules_core.questions import Decision


@dataclass(frozen=True)
class Heard:
    """What a message tells or supposes, and what must be asked about."""

    new: dict[str, Any]
    doubts: tuple[Doubtful, ...]
    corrects: bool
    """Whether it takes something back."""
    perhaps: bool
    """Whether it only supposes what it says."""
    goes_on: bool
    """Whether it puts another day for the one last spoken of: "and on the 15th?"."""

    @property
    def days(self) -> frozenset[dt.date]:
        """The days it names as facts."""
        told = (self.new.get(fact) for fact in ROLE_OF_FACT)
        return frozenset(dt.date.fromisoformat(day) for day in told if day)


@dataclass(frozen=True)
class Hearing:
    """The talk as it stands when a message comes."""

    text: str
    intent: str
    today: dt.date
    people: People
    asked: str | None
    """The fact that the form has just asked for."""
    last: LastDate | None
    looked_for_entry: bool
    """Whether the talk was about finding the day of entry."""

    def heard(self, entities: Iterable[Mapping[str, Any]]) -> Heard:
        """What the message with these entities tells."""
        last, known = self.last, self.people.known
        corrects = takes_back(self.text)
        goes_on = not corrects and self._goes_on()
        asked = self.asked
        if asked is None and last is not None and (corrects or goes_on):
            asked = last.fact
        if asked is None and self.looked_for_entry and "entry_date" not in known:
            asked = "entry_date"  # "found it, 27 May" tells what could not be told before
        turned = self.people.turned
        supposed = last.supposed if last is not None and asked == last.fact else None
        perhaps = not turned and (
            supposes(self.text) or goes_on or (corrects and supposed is not None)
        )
        before = last.day(known) if last is not None and not turned else None
        corrected = None
        if corrects and asked in ROLE_OF_FACT:
            told = known.get(str(asked))
            corrected = supposed or (dt.date.fromisoformat(told) if told else None)
        elif goes_on:
            corrected = before
        instead = {}
        if corrected is not None:
            instead = {str(asked): corrected}
        elif perhaps and before is not None and last is not None:
            instead = {last.fact: before}
        reading = read(entities, asked, self.today, perhaps, corrected, instead)
        new = self._with_what_follows(reading.slots, asked)
        year = year_alone(self.text) if corrects else None
        if year is not None and corrected is not None and asked not in new:
            new[str(asked)] = (corrected + relativedelta(year=year)).isoformat()
        event = supposed_event(self.text, self.today) if perhaps else None
        if event is not None:
            new[event[0]] = event[1].isoformat()
        if perhaps and (event or goes_on) and "extension_decided_on" in new:
            new.setdefault("extension_decision", Decision.REFUSED.value)
        return Heard(new, reading.doubts, corrects, perhaps, goes_on)

    def _goes_on(self) -> bool:
        if self.last is None or self.asked is not None or self.people.turned:
            return False
        return asks_of_another_day(self.text, self.last.supposed is not None)

    def _with_what_follows(self, said: Mapping[str, Any], asked: str | None) -> dict[str, Any]:
        """The facts of this message; another entry drops what an officer wrote before it."""
        new, known, before = dict(said), self.people.known, self.people.known_before
        if asked == "stamp_date" and self.intent == "deny" and "stamp_date" not in new:
            new["officer_wrote_date"] = False
        if new.get("officer_wrote_date") is False:
            new.setdefault("stamp_date", None)
        if self.people.turned and "entry_date" not in new:
            entered, shift = before.get("entry_date"), shift_said(self.text)
            if entered is not None and shift is not None:
                new["entry_date"] = (dt.date.fromisoformat(entered) + shift).isoformat()
        if self.people.turned and same_visa(self.text) and "super_visa" in before:
            new.setdefault("super_visa", before["super_visa"])
        if self.people.turned and same_passport_date(self.text) and "passport_expiry" in before:
            new.setdefault("passport_expiry", before["passport_expiry"])
        entry = new.get("entry_date")
        if entry is not None and known.get("entry_date") not in (None, entry):
            for name in ("stamp_date", "officer_wrote_date"):
                new.setdefault(name, None)
        return new
