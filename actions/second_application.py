"""Two days of applying: of two applications, or of one told in two ways."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from actions.people import Known
from actions.reading import Doubt, Doubtful

if TYPE_CHECKING:
    from actions.turn import Turn

_FIRST, _SECOND = "extension_applied_on", "second_application_on"
_CALLED_SECOND = re.compile(
    r"\b(?:second|2nd|another|one more|additional|new)\s+(?:\w+\s+)?"
    r"(?:extension|application|request|form|one)\b|"
    r"\b(?:second|2nd)\s+(?:was\s+)?(?:filed|sent|submitted|went|on)\b|"
    r"\b(?:applied|filed|sent|submitted|asked)\s+(?:\w+\s+){0,3}"
    r"(?:again|a second time|once more)\b",
    re.I,
)


def with_second_told(
    doubts: Sequence[Doubtful], new: dict[str, Any], known: Known, text: str
) -> tuple[Doubtful, ...]:
    """The doubts but the one that words settle: "sent 20 August, and a second one 10 October".

    Of two days the later is then new as the second application's, the other as the first's.
    """
    told, before = new.get(_FIRST), known.get(_FIRST)
    if _CALLED_SECOND.search(text) is None:
        return tuple(doubts)
    if told is not None and before is not None and before < told:
        new[_SECOND] = new.pop(_FIRST)
    for one in doubts:
        # Of two days, not of one that can be read in two ways.
        if one.doubt is Doubt.AMBIGUOUS and one.fact == _FIRST and not one.said:
            new[_FIRST], new[_SECOND] = (day.isoformat() for day in one.candidates)
            return tuple(other for other in doubts if other is not one)
    return tuple(doubts)


def second_application(turn: Turn, corrects: bool) -> tuple[Doubtful, ...]:
    """A second day of applying, told as no correction, may be a second application.

    It is then taken out of what is new.
    """
    told = (turn.people.known.get(_FIRST), turn.new.get(_FIRST))
    days = sorted({dt.date.fromisoformat(str(day)) for day in told if day is not None})
    if corrects or turn.supposing or turn.asked == _FIRST or len(days) < 2:
        return ()
    del turn.new[_FIRST]
    return (Doubtful(Doubt.AMBIGUOUS, _FIRST, "", tuple(days)),)
