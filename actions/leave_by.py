"""A day to leave by, told while the day of a stamp or of entry is asked about."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from actions.last_date import LastDate
from actions.people import Known
from actions.reading import UNNAMED
from language.dates import DateRole, ExactDate, SaidDate, resolve
from language.named_days import Talk

_ENTRY, _WRITTEN = "entry_date", "stamp_date"
_TILL = re.compile(
    r"(?:\b(?:until|un?till?|til|till|by|before|up to|thru|through|(?:valid|good|ok|stay|leave|"
    r"exit|"
    r"out|exp\w*|dep\w*)\.?(?: (?:to|by|on|before))?)|['’`]till?)[\s:'\"’`(-]*(?:the )?$",
    re.I,
)
_STAMP = re.compile(r"\bstamp\w*|\bsticker\b", re.I)
# "Exit 3 July to the US, return 10 July": a trip, which ends no stay.
_COMES_BACK = re.compile(
    r"\b(?:return\w*|(?:c[ao]me|comes|coming|go|got|get|flew|fly|drove|enter\w*) (?:back|again)|"
    r"re-?enter\w*|and back)\b",
    re.I,
)
SELF_COMES = re.compile(
    r"\b(?:i|we|he|she|they)(?:'?ll|'?m|'?re| will| am| are| want| plan| would)?\b[^.;!?]{0,20}"
    r"\b(?:enter|com(?:e|ing)|arriv\w+|land|fly(?:ing)?|travel\w*|return\w*|visit\w*)\b",
    re.I,
)


@dataclass(frozen=True)
class Asked:
    """What was asked about when a message came, and what the talk was of."""

    fact: str | None
    last: LastDate | None
    talk: Talk
    today: dt.date

    @property
    def offered(self) -> dt.date | None:
        """The past day of which it was asked what it is."""
        last = self.last
        if last is None or self.fact != _ENTRY or last.fact != _ENTRY or len(last.offered) != 1:
            return None
        return last.offered[0] if last.offered[0] <= self.today else None

    def as_leave_by(
        self, entities: Iterable[Mapping[str, Any]], text: str
    ) -> tuple[Mapping[str, Any], ...]:
        """The entities, a day still to come without a name read as the one to leave by.

        While a day of entry is asked about it would be one of entry: "it says until 1 May".
        """
        return tuple(
            {**one, "entity": _WRITTEN} if self._is_leave_by(one, text) else one for one in entities
        )

    def entered(self, new: Known) -> Known:
        """The stamp's day as that of entry, once the day to leave by is told beside it."""
        ends, day = new.get(_WRITTEN) or new.get("record_expiry"), self.offered
        of_stamp = self.talk.of_writing or _STAMP.search(self.talk.said_before) is not None
        if day is None or not of_stamp or not ends or _ENTRY in new or ends <= day.isoformat():
            return {}
        return {_ENTRY: day.isoformat()}

    def _is_leave_by(self, entity: Mapping[str, Any], text: str) -> bool:
        value = entity.get("value")
        if entity.get("entity") != UNNAMED or not isinstance(value, Mapping):
            return False
        said = SaidDate.from_json(value)
        found = resolve(said, self.today, DateRole.RECORD_EXPIRY)
        if not isinstance(found, ExactDate) or found.date <= self.today:
            return False
        at = max(text.find(said.text), 0)
        till = _TILL.search(text[:at]) is not None and _COMES_BACK.search(text, at) is None
        if self.fact is None:
            return till and self.talk.of_writing
        if self.fact != _ENTRY:
            return False
        of_writing = self.offered is not None or self.talk.of_writing
        return till or (of_writing and SELF_COMES.search(text) is None)
