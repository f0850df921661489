"""What one message tells, read by what the talk was last about."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dateutil.relativedelta import relativedelta

from actions.following import with_what_follows
from actions.heard import Heard
from actions.last_date import LastDate
from actions.people import People
from actions.put_right import (
    day_put_again,
    outside_the_month,
    put_right,
    settled,
)
from actions.reading import PLAIN, ROLE_OF_FACT, Doubt, Doubtful, read
from actions.reconciling import reconciled
from actions.supposing import (
    comes_later,
    event_supposed,
    supposed_before,
    with_entry_supposed,
    with_entry_to_come,
)
from actions.told_before import (
    in_order_told,
    offered_left,
    outlasting,
    paper_told,
    read_off_ticket,
)
from actions.years import before_the_end, in_same_year
from language.dates import find_dates, lacks_month
from language.day_numbers import day_alone
from language.ellipsis import Elided, elided_in
from language.named_days import Talk, all_ahead, names_paper_of_another
from language.number_order import chosen
from language.partial import said_roughly
from language.retractions import is_of_another, month_alone, takes_back, year_alone
from language.suppositions import (
    asks_of_another_day,
    event_named,
    shift_alone,
    supposed_absent,
    supposes,
)
from rules_core.questions import Decision

_EXTENSION = re.compile(r"\b(?:ext[ea]n|visitor record|renew)", re.I)
_OF_WHAT_WAS_SAID = (Elided.WHY, Elided.WEEKDAY, Elided.HOUR)
_SHORT = 8
"""Words; a longer message names its facts."""


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
    talk: Talk
    taken: bool
    """Whether the form has filed already what it tells: "a day later" is counted once."""

    def heard(self, entities: Iterable[Mapping[str, Any]]) -> Heard:
        """What the message with these entities tells."""
        last, known = self.last, self.people.known
        entities, agreed = tuple(entities), reconciled(self.text, known, self.today)
        by_number = agreed or put_right(self.text, known)
        corrects = takes_back(self.text) or bool(by_number)
        right = by_number | settled(self.text, last, self.asked, known, self.today)
        goes_on = not corrects and self._goes_on()
        entities = (day_put_again(self.text) if goes_on else ()) or entities
        entities = in_order_told(entities, self.text, last.day_first if last else None)
        asked = self._asked_for(corrects or goes_on)
        supposed = last.supposed if last is not None and asked == last.fact else None
        perhaps = not self.people.turned and (
            supposes(self.text) or goes_on or (corrects and supposed is not None)
        )
        corrected = None
        if goes_on and last is not None:
            corrected = last.day(known)
        elif corrects and asked in ROLE_OF_FACT:
            corrected = LastDate(str(asked), supposed).day(known)
        instead: dict[str, dt.date] = {}
        if corrects and corrected is not None and not (last is not None and last.among):
            instead = {str(asked): corrected}
        elif perhaps and last is not None:
            instead = self._lends_its_month(last)
        if last is not None and last.month is not None and self.asked == last.fact:
            instead = {last.fact: last.month}  # "the 11th", of "September"
        if said_roughly(self.text):
            instead = {}
        restores, dated = self._restores(), any(known.get(fact) for fact in ROLE_OF_FACT)
        before = (last.day(known) or last.day(self.people.known_before)) if last else None
        entities = tuple(in_same_year(entities, self.text, before))
        if by_number:  # whatever days it names, that is what they say
            entities = tuple(one for one in entities if one.get("entity") in PLAIN)
        if corrects and asked == "entry_date":
            entities = read_off_ticket(entities, self.text, self.today)
        reading = read(entities, asked, self.today, perhaps, corrected, instead, restores, dated)
        reading = before_the_end(reading)
        left = offered_left(self.text, last, self.asked, self.today)
        right = left or right
        denies = self.intent == "deny"
        new = with_what_follows(
            reading.slots, self.text, self.people, self.today, asked, denies, corrects
        )
        paper = self.talk.paper_ending(self.text, self.today)
        if paper is not None and "record_expiry" in new:
            new[paper] = new.pop("record_expiry")
        if self.talk.is_of_prints(self.text) and new.get("stamp_date"):
            new["biometrics_date"] = new.pop("stamp_date")
            del new["officer_wrote_date"]  # "mine were given 5 May 2017"
        new = outlasting(entities, known, self.today) | new | right
        year = year_alone(self.text) if corrects and not agreed else None
        if year is not None and corrected is not None and asked not in new:
            new[str(asked)] = (corrected + relativedelta(year=year)).isoformat()
        if corrects and last is not None and is_of_another(self.text) and last.fact not in new:
            new[last.fact] = None
            if last.fact == "stamp_date":
                new["officer_wrote_date"] = False
        doubts = () if right else reading.doubts
        meant = self._meant(str(asked), corrected) if asked not in new else None
        if meant is not None:
            new[str(asked)] = meant.isoformat()
            doubts = tuple(one for one in doubts if one.doubt is not Doubt.INCOMPLETE)
        event = self._supposed() if perhaps else {}
        open_day = event_named(self.text) if perhaps and not event and not doubts else None
        if open_day == "entry_date":
            doubts = tuple(self._open_days(open_day))
        outside = outside_the_month(self.text, last, new.get(asked or ""))
        if outside is not None:
            del new[str(asked)]
            doubts = (*doubts, Doubtful(Doubt.INCOMPLETE, str(asked), outside.text))
        if event:
            new = {name: day for name, day in new.items() if name not in ROLE_OF_FACT} | event
            doubts = tuple(one for one in doubts if one.doubt is not Doubt.UNNAMED)
        absent = supposed_absent(self.text) if perhaps else None
        if absent is not None:
            new.setdefault(absent, None)
        if perhaps and not goes_on:
            new = with_entry_supposed(new, last)
        again = supposed_before(last) if self._asks_of_what_was_said() else {}
        if again and not any(map(new.get, ROLE_OF_FACT)):
            new, perhaps = {**new, **again}, True
        if not (perhaps or corrects or self.asked) and comes_later(new, known, self.today):
            new, doubted = with_entry_to_come(new, entities)
            doubts, perhaps = (*doubts, *doubted), not doubted
        if goes_on and "extension_decided_on" in new:
            new.setdefault("extension_decision", Decision.REFUSED.value)
        return Heard(new, doubts, corrects, perhaps, goes_on)

    def _meant(self, asked: str, corrected: dt.date | None) -> dt.date | None:
        """The day chosen from those offered, or the one corrected: "June", "a day later"."""
        last = self.last
        if last is not None and len(last.offered) > 1 and asked == last.fact:
            return chosen(self.text, last.offered, last.said)
        if corrected is None or self.people.turned:
            return None
        month, shift = month_alone(self.text), shift_alone(self.text)
        if month is not None:
            return corrected + relativedelta(month=month)
        if shift is not None:
            return corrected + shift if shift and not self.taken else None
        day = None if find_dates(self.text) else day_alone(self.text)
        near = corrected + relativedelta(day=day) if day is not None else None
        return near if near is not None and near.day == day else None

    def _asked_for(self, of_last: bool) -> str | None:
        """The fact a date without a name is of; `of_last` says it is of the date last said."""
        last, known = self.last, self.people.known
        if names_paper_of_another(self.text):
            return paper_told(last, self.people.known_before) or self.asked
        if self.asked is not None:
            return self.asked
        if of_last and last is not None:
            return last.corrected(self.text, {fact: known.get(fact) for fact in ROLE_OF_FACT})
        found = self.talk.of_finding or self.talk.is_of_entry(self.text, self.today)
        if found and "entry_date" not in known:
            return "entry_date"  # "found it, 27 May" tells what could not be told before
        if self.talk.is_of_prints(self.text):
            return "biometrics_date"
        named = self.talk.fact_named(self.text, self.today)
        if named is not None:
            return named
        # "And for me: 2 October", "hers is until 2029": the same fact of another person.
        if last is None or last.among or not self.people.turned or len(self.text.split()) > _SHORT:
            return None
        ends = last.fact == "passport_expiry" and all_ahead(self.text, self.today)
        return last.fact if ends or last.fact == "entry_date" else None

    def _restores(self) -> bool:
        """Whether the one application told of is for restoration, and none other is named."""
        known = self.people.known
        told = ("restoration_applied_on", "restoration_decision")
        only = any(map(known.get, told)) and not known.get("extension_applied_on")
        return only and _EXTENSION.search(self.text) is None

    def _supposed(self) -> dict[str, Any]:
        """What is supposed to be done on a day, with all that is supposed with it."""
        known, last = self.people.known, self.last
        return event_supposed(self.text, self.today, known, last, self._restores())

    def _open_days(self, fact: str) -> Iterator[Doubtful]:
        """A day of coming back that lacks its month is asked about."""
        for said in find_dates(self.text):
            if lacks_month(said):
                yield Doubtful(Doubt.INCOMPLETE, fact, said.text)

    def _lends_its_month(self, last: LastDate) -> dict[str, dt.date]:
        """The day of the date last said, where "on the 20th" is of its month.

        After a day long past it may be of another month: then it is asked.
        """
        day = last.day(self.people.known)
        near = day is not None and (last.supposed is not None or day >= self.today)
        return {last.fact: day} if day is not None and near else {}

    def _asks_of_what_was_said(self) -> bool:
        """Whether it only asks about the day told last, be it supposed: "why not 1 July?"."""
        about = self.intent == "ask_why" or elided_in(self.text) in _OF_WHAT_WAS_SAID
        free = self.asked is None and not self.people.turned
        return about and free and not takes_back(self.text)

    def _goes_on(self) -> bool:
        if self.last is None or self.last.among or self.asked is not None or self.people.turned:
            return False
        return asks_of_another_day(self.text, self.last.supposed is not None)
