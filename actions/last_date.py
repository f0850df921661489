"""The date the talk was last about: whose day a correction or "and on the 15th?" changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from language.dates import find_dates

_AMONG = "among"
_BETWEEN = "|"
_IN = "in "
_DAY_FIRST, _MONTH_FIRST = "dmy:", "mdy:"


@dataclass(frozen=True)
class LastDate:
    """A fact whose day was told or supposed last."""

    fact: str
    supposed: dt.date | None = None
    """The day it was only supposed to be, in the message before."""
    among: bool = False
    """Whether other days were told beside it, so that "the 5th" may be of any of them."""
    offered: tuple[dt.date, ...] = ()
    """The days it may be, which the person was asked to choose from, or the one to name."""
    month: dt.date | None = None
    """The first day of the month that was told alone, and whose day was asked for."""
    said: str = ""
    """What was read as any of those days: "05/11/2026"."""
    day_first: bool | None = None
    """Whether the person writes the day before the month, where they have told it."""

    @classmethod
    def from_slot(cls, value: object) -> LastDate | None:
        """What the slot holds; ``None`` where it holds nothing."""
        order = value[: len(_DAY_FIRST)] if isinstance(value, str) else ""
        if isinstance(value, str) and order in (_DAY_FIRST, _MONTH_FIRST):
            found = cls.from_slot(value[len(order) :])
            return replace(found, day_first=order == _DAY_FIRST) if found else None
        fact, _, day = value.partition(" ") if isinstance(value, str) else ("", "", "")
        if not fact or day == _AMONG:
            return cls(fact, among=True) if fact else None
        if day.startswith(_IN):
            return cls(fact, month=dt.date.fromisoformat(day[len(_IN) :]))
        if _BETWEEN in day:
            days, _, said = day.partition(" ")
            offered = tuple(dt.date.fromisoformat(one) for one in days.split(_BETWEEN) if one)
            return cls(fact, offered=offered, said=said)
        return cls(fact, dt.date.fromisoformat(day) if day else None)

    def to_slot(self) -> str:
        """The fact's name, and after a blank the supposed day or those offered.

        Before it, the order of days and months.
        """
        if self.day_first is not None:
            order = _DAY_FIRST if self.day_first else _MONTH_FIRST
            return f"{order}{replace(self, day_first=None).to_slot()}"
        if self.offered:
            days = "".join(f"{day.isoformat()}{_BETWEEN}" for day in self.offered)
            return f"{self.fact} {days} {self.said}"
        if self.month:
            return f"{self.fact} {_IN}{self.month.isoformat()}"
        if self.among:
            return f"{self.fact} {_AMONG}"
        return self.fact if self.supposed is None else f"{self.fact} {self.supposed.isoformat()}"

    def corrected(self, text: str, told: Mapping[str, str | None]) -> str:
        """The fact a correction is of: the one ``told`` of the same day of another year.

        Else, of the same number or in the same month where the last one told is neither.
        """
        dates = [said for said in find_dates(text) if said.day and said.month]
        if len(dates) != 1:
            return self.fact
        meant = (dates[0].month, dates[0].day)
        days = {fact: dt.date.fromisoformat(day) for fact, day in told.items() if day}
        for part in (slice(0, 2), slice(1, 2), slice(0, 1)):
            same = [fact for fact, day in days.items() if (day.month, day.day)[part] == meant[part]]
            if same:
                return same[0] if len(same) == 1 else self.fact
        return self.fact

    def day(self, known: Mapping[str, Any]) -> dt.date | None:
        """The day last said of the fact, by what is known."""
        told = known.get(self.fact)
        return self.supposed or (dt.date.fromisoformat(told) if told else None)
