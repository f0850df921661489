"""What one message tells, read by what the talk was last about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from actions.asked import Asked
from actions.bearing import Bearing, Spoken, day_meant
from actions.filing import filing_supposed, return_supposed
from actions.following import with_what_follows
from actions.heard import Heard
from actions.mixed_up import not_mixed_up
from actions.put_right import day_put_again, outside_the_month, put_right, settled
from actions.reading import PLAIN, ROLE_OF_FACT, Doubt, Doubtful, read
from actions.reconciling import reconciled
from actions.sent_on import sent_instead
from actions.shown import is_off_ticket, of_entry, of_that_entry, read_off_stamp
from actions.supposing import (
    comes_later,
    event_supposed,
    supposed_before,
    with_entry_supposed,
    with_entry_to_come,
)
from actions.told_before import (
    in_order_told,
    of_passport_put,
    of_the_talk,
    offered_left,
    outlasting,
    read_off_ticket,
)
from actions.unsaid import is_draft, unsaid, without_month
from actions.untold import told_days
from actions.years import (
    as_told_before,
    before_the_end,
    before_the_refusal,
    in_same_year,
    of_another_year,
    when_last_entered,
    year_left,
)
from language.dates import find_dates, lacks_month
from language.ellipsis import Elided, elided_in
from language.passports import is_of_renewed, is_stale
from language.people import denies_nationality
from language.reasons import is_nationality_of_another
from language.retractions import is_of_another, takes_back
from language.signs import asks
from language.suppositions import event_named, supposed_absent
from rules_core.questions import Decision

_EXTENSION = re.compile(r"\b(?:ext[ea]n|visitor record|renew)", re.I)
_PASSPORT = "passport_expiry"
_OF_WHAT_WAS_SAID = (Elided.WHY, Elided.WEEKDAY, Elided.HOUR)


@dataclass(frozen=True)
class Hearing(Spoken):
    """A message that is heard by what the talk was last about."""

    def heard(self, entities: Iterable[Mapping[str, Any]]) -> Heard:
        """What the message with these entities tells."""
        known, text = self.people.known, self.text
        by_number = reconciled(text, known, self.today) or put_right(text, known)
        by_number = by_number or self._not_mixed_up()
        by_number |= of_another_year(text, self.last, known, self.asked, self.today)
        by_number = by_number or sent_instead(text, self.people, self.today)
        stale = _PASSPORT in known and is_stale(text, self.last.fact if self.last else None)
        ticket = self.asked is None and is_off_ticket(text, known, self.today)
        draft = is_draft(text, known)  # what is told of another takes its place
        corrects = takes_back(text) or bool(by_number) or stale or ticket or draft
        bearing = self.bearing(corrects)
        before = self.people.known_before
        dated = any(known.get(fact) or before.get(fact) for fact in ROLE_OF_FACT)
        entities = told_days(entities, text, known, dated)
        asked = Asked(self.asked, self.last, self.talk, self.today)
        entities = asked.as_answered(entities, text, known)
        entities = self._as_said(entities, bearing, by_number)
        entities = of_passport_put(entities, text, self.today) if stale else entities
        entities = of_entry(entities) if ticket else entities
        if known.get(_PASSPORT) and is_of_renewed(text):
            entities = tuple(one for one in entities if one.get("entity") in PLAIN)
        reading = read(
            entities,
            bearing.asked,
            self.today,
            bearing.perhaps,
            bearing.corrected,
            bearing.instead,
            self._restores(),
            dated,
        )
        reading = without_month(reading) if draft else reading
        reading = as_told_before(reading, text, known, bearing.asked if bearing.corrected else None)
        entry = when_last_entered(reading, None if bearing.perhaps else self.asked)
        reading = before_the_refusal(before_the_end(entry))
        reading = read_off_stamp(reading, text, self.talk.of_writing, known, self.today)
        settles = by_number | settled(text, self.last, self.asked, known, self.today)
        entered, ends = known.get("entry_date"), ("record_expiry", "stamp_date")
        if entered and entered in map(reading.slots.get, ends):
            reading = of_that_entry(reading, entered)
        of_stamp = self.talk.of_writing and not (bearing.perhaps or asks(text))
        right = offered_left(text, self.last, self.asked, of_stamp, known, self.today) or settles
        new = self._told(reading.slots, bearing)
        new = outlasting(entities, known, self.today) | new | right
        new |= asked.entered(new) | year_left(reading, self.last, self.asked, self.today)
        new |= self._taken_back(new, bearing)
        if not bearing.perhaps:
            new |= unsaid(text, known, new, self.last, bearing.corrects)
        if stale and new.get(_PASSPORT) in (None, known.get(_PASSPORT)):
            new[_PASSPORT] = None
        heard = Heard(
            new, () if right else reading.doubts, bearing.corrects, bearing.perhaps, bearing.goes_on
        )
        heard = self._with_day_meant(heard, bearing)
        heard = self._with_what_is_supposed(heard, bearing)
        heard = self._only_supposed(heard, entities)
        if bearing.goes_on and "extension_decided_on" in heard.new:
            heard.new.setdefault("extension_decision", Decision.REFUSED.value)
        free = self.asked is None and not bearing.corrects
        supposed = free and (
            filing_supposed(text, known, self.today) or return_supposed(text, known, self.today)
        )
        return Heard(supposed, (), False, True, False) if supposed else heard

    def _as_said(
        self,
        entities: Iterable[Mapping[str, Any]],
        bearing: Bearing,
        by_number: Mapping[str, Any],
    ) -> tuple[Mapping[str, Any], ...]:
        """The entities as they are to be read in this talk."""
        last = self.last
        said = (day_put_again(self.text) if bearing.goes_on else ()) or of_the_talk(entities)
        said = in_order_told(said, self.text, last.day_first if last else None)
        before = (
            (last.day(self.people.known) or last.day(self.people.known_before)) if last else None
        )
        said = tuple(in_same_year(said, self.text, before))
        if by_number:  # whatever days it names, that is what they say
            said = tuple(one for one in said if one.get("entity") in PLAIN)
        if bearing.corrects and bearing.asked == "entry_date":
            said = read_off_ticket(said, self.text, self.today)
        return said

    def _told(self, slots: Mapping[str, Any], bearing: Bearing) -> dict[str, Any]:
        """The facts read, with what follows from them, each of the paper the talk was about."""
        denies = self.intent == "deny"
        new = with_what_follows(
            slots, self.text, self.people, self.today, bearing.asked, denies, bearing.corrects
        )
        of_speaker = self.people.person is None and not self.people.turned
        if of_speaker and "nationality" in new and is_nationality_of_another(self.text):
            del new["nationality"]  # "my Italian buddy was cut off"
        if new.get("nationality") == denies_nationality(self.text):
            new.pop("nationality", None)  # "I'm not American, only my husband is"
        paper = self.talk.paper_ending(self.text, self.today)
        if paper is not None and "record_expiry" in new:
            new[paper] = new.pop("record_expiry")
        if self.talk.is_of_prints(self.text) and new.get("stamp_date"):
            new["biometrics_date"] = new.pop("stamp_date")
            del new["officer_wrote_date"]  # "mine were given 5 May 2017"
        return new

    def _taken_back(self, new: Mapping[str, Any], bearing: Bearing) -> dict[str, Any]:
        """What a correction says that is of another than the person."""
        last = self.last
        if last is None or last.fact in new or not (bearing.corrects and is_of_another(self.text)):
            return {}
        of_writing = {"officer_wrote_date": False} if last.fact == "stamp_date" else {}
        return {last.fact: None, **of_writing}

    def _with_day_meant(self, heard: Heard, bearing: Bearing) -> Heard:
        """What is heard, with the day that only the talk tells: "June", "a day later"."""
        asked, new = str(bearing.asked), heard.new
        if bearing.asked in new:
            return heard
        corrected = None if self.people.turned else bearing.corrected
        meant = day_meant(self.text, self.last, asked, corrected, self.taken)
        if meant is None:
            return heard
        doubts = tuple(one for one in heard.doubts if one.doubt is not Doubt.INCOMPLETE)
        return replace(heard, new={**new, asked: meant.isoformat()}, doubts=doubts)

    def _with_what_is_supposed(self, heard: Heard, bearing: Bearing) -> Heard:
        """What is heard, with what the message supposes to be done, or not to have been."""
        new, doubts, perhaps = dict(heard.new), heard.doubts, bearing.perhaps
        missed = elided_in(self.text) is Elided.MISSED  # supposed not to be done
        event = self._supposed() if perhaps and not missed else {}
        open_day = event_named(self.text) if perhaps and not event and not doubts else None
        if open_day == "entry_date":
            doubts = tuple(self._open_days(open_day))
        outside = outside_the_month(self.text, self.last, new.get(bearing.asked or ""))
        if outside is not None:
            del new[str(bearing.asked)]
            doubts = (*doubts, Doubtful(Doubt.INCOMPLETE, str(bearing.asked), outside.text))
        if event:
            new = {name: day for name, day in new.items() if name not in ROLE_OF_FACT} | event
            doubts = tuple(one for one in doubts if one.doubt is not Doubt.UNNAMED)
        absent = supposed_absent(self.text) if perhaps else None
        if absent is not None:
            new.setdefault(absent, None)
        if perhaps and not bearing.goes_on:
            new = with_entry_supposed(new, self.last)
        return replace(heard, new=new, doubts=doubts)

    def _only_supposed(self, heard: Heard, entities: Sequence[Mapping[str, Any]]) -> Heard:
        """What is heard, as supposed where it was supposed before or is still to come."""
        again = supposed_before(self.last) if self._asks_of_what_was_said() else {}
        if again and not any(map(heard.new.get, ROLE_OF_FACT)):
            heard = replace(heard, new={**heard.new, **again}, perhaps=True)
        told = not (heard.perhaps or heard.corrects or self.asked)
        if told and comes_later(heard.new, self.people.known, self.today):
            new, doubted = with_entry_to_come(heard.new, entities)
            doubts = (*heard.doubts, *doubted)
            heard = replace(heard, new=new, doubts=doubts, perhaps=not doubted)
        return heard

    def _not_mixed_up(self) -> dict[str, Any]:
        """The speaker's own day, where the one told before is said to be another's."""
        told = self.people.person is not None or self.asked is not None
        return {} if told else not_mixed_up(self.text, self.people.known)

    def _restores(self) -> bool:
        """Whether the one application told of is for restoration, and none other is named."""
        known, told = self.people.known, ("restoration_applied_on", "restoration_decision")
        named = known.get("extension_applied_on") or _EXTENSION.search(self.text)
        return any(map(known.get, told)) and not named

    def _supposed(self) -> dict[str, Any]:
        """What is supposed to be done on a day, with all that is supposed with it."""
        known, restores = self.people.known, self._restores()
        return event_supposed(self.text, self.today, known, self.last, restores)

    def _open_days(self, fact: str) -> Iterator[Doubtful]:
        """A day of coming back that lacks its month is asked about."""
        for said in find_dates(self.text):
            if lacks_month(said):
                yield Doubtful(Doubt.INCOMPLETE, fact, said.text)

    def _asks_of_what_was_said(self) -> bool:
        """Whether it only asks about the day told last, be it supposed: "why not 1 July?"."""
        if self.asked is not None or self.people.turned or takes_back(self.text):
            return False
        return self.intent == "ask_why" or elided_in(self.text) in _OF_WHAT_WAS_SAID
