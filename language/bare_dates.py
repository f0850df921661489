"""A day that is all a message says, or all that a correction of another says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from language.said_dates import DateForm, DateRole, SaidDate

_WORD = re.compile(r"[a-z']+")
_SAYS_NOTHING = re.compile(
    r"an?|actually|ah|and|but|correct(?:ion)?|date|day|hm+|i|instead|is|it|it's|its|mean|meant|"
    r"mistake|my|no|not|of|on|oops|pls|please|rather|really|right|say|sorry|still|that|that's|"
    r"the|think|to|typo|was|wait|wrong"
)
_DAYS = frozenset({DateForm.CALENDAR, DateForm.NUMERIC})


def with_bare(text: str, dates: Iterable[SaidDate]) -> tuple[SaidDate, ...]:
    """The dates; one without a role is ``bare`` where nothing else is said but other days."""
    dates = tuple(dates)
    unnamed = [date for date in dates if date.role is None]
    rest = (date for date in dates if date.role is not None)
    if len(unnamed) != 1 or any(date.role is not DateRole.OTHER for date in rest):
        return dates
    if unnamed[0].form not in _DAYS or not _says_nothing(text, dates):
        return dates
    return tuple(replace(one, bare=True) if one is unnamed[0] else one for one in dates)


def _says_nothing(text: str, dates: Sequence[SaidDate]) -> bool:
    """Whether only words without a meaning of their own stand outside the dates."""
    outside = text
    for date in reversed(dates):
        outside = f"{outside[: date.start]} {outside[date.end :]}"
    words = _WORD.findall(outside.lower().replace("’", "'"))
    return all(_SAYS_NOTHING.fullmatch(word) for word in words)
