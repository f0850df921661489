"""A date as a person said it: the words, what they fix, and what they leave open."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from language.feasts import MOVING_FEASTS


class DateRole(str, Enum):
    """What a date is a date of; the names are the entities of the dialogue."""

    ENTRY_DATE = "entry_date"
    EARLIER_ENTRY = "earlier_entry"
    """A day of entry before the last return to Canada, from which nothing is counted."""
    STAMP_DATE = "stamp_date"
    """A leave-by date an officer wrote or stamped."""
    STAMPED = "stamped"
    """What a stamp shows: yet to come it is a leave-by date, past it may be the entry."""
    PASSPORT_EXPIRY = "passport_expiry"
    RECORD_EXPIRY = "record_expiry"
    """The date on a visitor record, or the end of stay the person states."""
    VISA_EXPIRY = "visa_expiry"
    APPLICATION_DATE = "application_date"
    DECISION_DATE = "decision_date"
    BIOMETRICS_DATE = "biometrics_date"
    LEFT_CANADA_ON = "left_canada_on"
    RESTORATION_DATE = "restoration_date"
    OTHER = "other"
    """None of these: a flight, a wedding, the person's own guess, a retracted date."""


class Tense(str, Enum):
    """How the words place the date against the day they are read."""

    PAST = "past"
    FUTURE = "future"
    REPORTED = "reported"
    """Told in the past ("the stamp said 8 Nov"), which fixes neither."""
    OVER = "over"
    """An end that is behind, if it was lately: "stay ends 1 October and I am still here"; a
    coming told in the present, "I come 4 July, when finish my six months"."""


class DateForm(str, Enum):
    """Which fields of a said date carry its meaning."""

    CALENDAR = "calendar"
    """``day`` and ``month``, with or without ``year``."""
    NUMERIC = "numeric"
    """Two numbers that may be day and month either way round."""
    WEEKDAY = "weekday"
    """``weekday``, with ``amount`` -1 for "last", -2 for "two ago", 1 for "next", or on ``day``
    of its month."""
    OFFSET = "offset"
    """``amount`` of ``unit`` from today."""
    MONTH_DAY = "month_day"
    """``day`` of the month ``amount`` months from today's."""
    DAY = "day"
    """``day`` of this month or one beside it, in a message that names no month."""
    FEAST = "feast"
    """A ``feast`` that falls on another day each year, in a year as for ``CALENDAR``."""
    MONTH_END = "month_end"
    """The last day of ``month``, or of the month ``amount`` months from today's."""
    INCOMPLETE = "incomplete"
    """A day or a month is missing, or the words are only roughly a date."""
    EITHER = "either"
    """One of the ``alternatives``, the person does not say which."""


CALENDAR_FORMS = frozenset({DateForm.CALENDAR, DateForm.NUMERIC})
"""Days said by their day and month."""
LOOSE_FORMS = frozenset({DateForm.OFFSET, DateForm.WEEKDAY})
"""Days said by today, which a story names for many a reason."""


@dataclass(frozen=True)
class SaidDate:
    """One date in a message; ``text`` is ``message[start:end]``.

    ``year`` has four digits, ``month`` and ``day`` are as said and need not exist
    ("30 February"). ``year_shift`` holds "last year" (-1) and the like.
    """

    text: str
    start: int
    end: int
    form: DateForm
    role: DateRole | None = None
    tells: DateRole | None = None
    """What it is a date of, told of another person than the message is about: to the talk it has
    ``role``, ``OTHER`` or none, so that nobody's stay is counted from another's day."""
    tense: Tense | None = None
    year: int | None = None
    year_shift: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    amount: int | None = None
    unit: str | None = None
    feast: str | None = None
    follows: str | None = None
    """The day of entry told beside an officer's date: "06-03", with its year if that is told."""
    bare: bool | None = None
    """Set where a message says nothing else, asks what the day on a stamp is, or only counts from
    it: ``role`` stays open, and ``role_on`` supposes one."""
    alternatives: tuple[SaidDate, ...] = ()
    """The days offered when ``form`` is ``EITHER``, in order; none of them is an ``EITHER``."""

    def to_json(self) -> dict[str, Any]:
        """The fields that are set, as plain JSON values."""
        fields = {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}
        data = {
            name: value.value if isinstance(value, Enum) else value
            for name, value in fields.items()
            if value is not None and name != "alternatives"
        }
        if self.alternatives:
            data["alternatives"] = [date.to_json() for date in self.alternatives]
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> SaidDate:
        """The inverse of ``to_json``. Raises ``TypeError`` or ``ValueError`` on other data."""
        values = dict(data)
        for name, kind in _KINDS:
            if values.get(name) is not None:
                values[name] = kind(values[name])
        values["alternatives"] = tuple(_alternative(one) for one in values.get("alternatives", ()))
        said = cls(**values)
        if (said.form is DateForm.EITHER) != bool(said.alternatives):
            raise ValueError("alternatives belong to the form 'either', and it to them")
        if (said.form is DateForm.FEAST) != (said.feast in MOVING_FEASTS):
            raise ValueError("a moving feast belongs to the form 'feast', and it to one")
        for name in ("year", "year_shift", "month", "day", "weekday", "amount"):
            value = getattr(said, name)
            if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
                raise TypeError(f"{name} must be a whole number, not {value!r}")
        return said


_KINDS: tuple[tuple[str, type[Enum]], ...] = (
    *(("form", DateForm), ("tense", Tense)),
    *(("role", DateRole), ("tells", DateRole)),
)


def _alternative(data: object) -> SaidDate:
    """One alternative from JSON; alternatives have none of their own."""
    if not isinstance(data, Mapping) or "alternatives" in data:
        raise TypeError(f"an alternative must be one date, not {data!r}")
    return SaidDate.from_json(data)
