"""A day told in answer to a question: to leave by, or on which a decision was sent."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from actions.last_date import LastDate
from actions.people import Known
from actions.reading import UNNAMED
from actions.sent_on import DECISIONS
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

_DECIDED, _APPLIED = "decision_date", ("application_date", "restoration_date")
_WAS_SENT = re.compile(
    r"\b(?:sen[dt]|sended|mailed|e-?mailed|posted|issued|uploaded|dated|came|arrived|received)\b",
    re.I,
)
_BY_SELF = re.compile(
    r"\b(?:i|we|my (?:\w+|\w+ \w+)|(?:the |our |a )?(?:lawyer|consultant|agent|agency))"
    r"(?:'d|'ve| had| have| has| already| only| then)* "
    r"(?:sen[dt]|mailed|e-?mailed|posted|uploaded|submit\w*|appl\w+|filed)\b",
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

    def as_answered(
        self, entities: Iterable[Mapping[str, Any]], text: str, known: Known
    ) -> tuple[Mapping[str, Any], ...]:
        """The entities as answers to what was asked.

        When a decision was sent, "they sent it 5 May" tells of no application.
        """
        heard = self._as_leave_by(entities, text)
        if _BY_SELF.search(text) or not _WAS_SENT.search(text):
            return heard
        return tuple(
            {**one, "entity": _DECIDED} if self._is_sent(one, known) else one for one in heard
        )

    def _is_sent(self, entity: Mapping[str, Any], known: Known) -> bool:
        """Whether an application's day is that of the decision asked for, or just filed as such."""
        value = entity.get("value")
        if entity.get("entity") not in _APPLIED or not isinstance(value, Mapping):
            return False
        decided = [fact for fact, _ in DECISIONS]
        if self.fact in decided:
            return True
        found = resolve(SaidDate.from_json(value), self.today, DateRole.DECISION_DATE)
        told = set(map(known.get, decided))
        return isinstance(found, ExactDate) and found.date.isoformat() in told

    def _as_leave_by(
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
