"""What of the talk a message takes up: the date it puts right, goes on with, or only names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from actions.last_date import LastDate
from actions.people import People
from actions.reading import ROLE_OF_FACT
from actions.told_before import paper_told
from language.dates import find_dates
from language.day_numbers import day_alone
from language.handwriting import assumes_no_writing
from language.named_days import Talk, all_ahead, names_paper_of_another
from language.number_order import chosen
from language.partial import said_roughly
from language.retractions import month_alone
from language.shifts import shift_alone
from language.suppositions import asks_of_another_day, supposes, supposes_otherwise

_SAME_MONTH = re.compile(r"\b(?:same|that) month\b", re.I)
_SHORT = 8
"""Words; a longer message names its facts."""


@dataclass(frozen=True)
class Bearing:
    """How a message bears on what was said before it."""

    corrects: bool
    """Whether it takes something back."""
    goes_on: bool
    """Whether it puts another day for the one last spoken of: "and on the 15th?"."""
    perhaps: bool
    """Whether it only supposes what it says."""
    asked: str | None
    """The fact that a date without a name is of."""
    corrected: dt.date | None
    """The day it puts right or goes on with."""
    instead: Mapping[str, dt.date]
    """By fact, the day that lends its month or year to one that lacks them."""


def day_meant(
    text: str, last: LastDate | None, asked: str, corrected: dt.date | None, taken: bool
) -> dt.date | None:
    """The day chosen from those offered, or the one corrected: "June", "a day later".

    `taken` says that "a day later" was counted already.
    """
    if last is not None and len(last.offered) > 1 and asked == last.fact:
        return chosen(text, last.offered, last.said)
    if corrected is None:
        return None
    month, shift = month_alone(text), shift_alone(text)
    if month is not None:
        return corrected + relativedelta(month=month)
    if shift is not None:
        return corrected + shift if shift and not taken else None
    day = None if find_dates(text) else day_alone(text)
    near = corrected + relativedelta(day=day) if day is not None else None
    return near if near is not None and near.day == day else None


@dataclass(frozen=True)
class Spoken:
    """A message in the talk as it stands when it comes."""

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

    def bearing(self, corrects: bool) -> Bearing:
        """What a message that `corrects`, or goes on, takes up of the talk."""
        last, known = self.last, self.people.known
        goes_on = not corrects and self._goes_on()
        asked = self._asked_for(corrects or goes_on)
        supposed = last.supposed if last is not None and asked == last.fact else None
        perhaps = not self.people.turned and (
            self._supposes() or goes_on or (corrects and supposed is not None)
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
        elif (
            (corrects or _SAME_MONTH.search(self.text))
            and self.people.turned
            and last is not None
            and not last.among
        ):
            # "Sorry, papa came later, on the 27th", of a day told of them both.
            both = last.day(self.people.known_before)
            instead = {last.fact: both} if both is not None else {}
        if last is not None and last.month is not None and self.asked == last.fact:
            instead = {last.fact: last.month}  # "the 11th", of "September"
        if said_roughly(self.text):
            instead = {}
        return Bearing(corrects, goes_on, perhaps, asked, corrected, instead)

    def _asked_for(self, of_last: bool) -> str | None:
        """The fact a date without a name is of; `of_last` says it is of the date last said."""
        last, known = self.last, self.people.known
        stamped = self.talk.of_writing and not all_ahead(self.text, self.today)
        if names_paper_of_another(self.text) and not stamped:  # a stamp shows a past day
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

    def _lends_its_month(self, last: LastDate) -> dict[str, dt.date]:
        """The day of the date last said, where "on the 20th" is of its month.

        After a day long past it may be of another month: then it is asked, unless that day
        itself is supposed to have been another.
        """
        day = last.day(self.people.known)
        near = day is not None and (last.supposed is not None or day >= self.today)
        near |= supposes_otherwise(self.text)
        return {last.fact: day} if day is not None and near else {}

    def _supposes(self) -> bool:
        """Whether it supposes; to take for granted that an unknown stamp has no writing tells."""
        if self.people.known.get("stamp_date") is None and assumes_no_writing(self.text):
            return False
        return supposes(self.text)

    def _goes_on(self) -> bool:
        if self.last is None or self.last.among or self.asked is not None or self.people.turned:
            return False
        return asks_of_another_day(self.text, self.last.supposed is not None)
