"""Days named by their numbers alone, where a correction says no more: "26 not 28", "the 29th"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from language.months import MONTHS, ORDINALS, month_number

_MONTH = rf"(?:{'|'.join(name[:3] for name in MONTHS)})[a-z]{{0,6}}"
# Not the numbers of a count, an hour, a price or an age.
_NO_COUNT = (
    r"(?! ?(?:days?|nights?|weeks?|months?|mo|years?|yrs?|hours?|hrs?|minutes?|am|pm|times?|"
    r"people|persons?|dollars|cad|bucks|o'?clock)\b)"
)


def _day(name: str) -> str:
    """A day's number with its month before or after it, in groups called after ``name``."""
    return (
        rf"(?<![0-9:./$#-])(?:(?:the|of) )?(?:(?P<{name}_of>{_MONTH}) )?(?P<{name}>[0-9]{{1,2}})"
        rf"(?:st|nd|rd|th)?(?![0-9:/%-]|\.[0-9])(?: (?:of )?(?P<of_{name}>{_MONTH})\b)?{_NO_COUNT}"
    )


_INSTEAD = tuple(
    re.compile(said, re.I)
    for said in (
        rf"{_day('meant')},? ?(?:and |but )?(?:is )?(?:not|instead of|rather than|never)(?: on)? "
        rf"{_day('denied')}",
        rf"\b(?:not|isn'?t|wasn'?t|never)(?: on)? {_day('denied')},? ?(?:(?:but|it'?s|it is|it was|"
        rf"rather|that'?s|instead) )?(?:on )?{_day('meant')}",
    )
)
_OTHER_MONTH = re.compile(
    rf"{_day('meant')},? ?(?:and |but )?(?:not|instead of|rather than)(?: in)? "
    rf"(?P<denied>{_MONTH})\b(?! [0-9])",
    re.I,
)
_ORDINAL = re.compile(
    rf"(?<![0-9:./$#-])(?:\bthe (?P<the>[0-9]{{1,2}})(?:st|nd|rd|th)?|"
    rf"(?P<bare>[0-9]{{1,2}})(?:st|nd|rd|th))(?![0-9:/%-]|\.[0-9])\b{_NO_COUNT}",
    re.I,
)
_IN_WORDS = re.compile(rf"\bthe ({'|'.join(ORDINALS)})\b(?! (?:one|date|time|day|number|of)\b)")
_LONGEST = 200


@dataclass(frozen=True)
class NamedDay:
    """A day's number, with its month where that is said."""

    day: int
    month: int | None = None


def day_instead(text: str) -> tuple[NamedDay, NamedDay] | None:
    """The day meant and the one it replaces: "mine says 26 not 28", "12 july not june"."""
    for pattern in _INSTEAD:
        match = pattern.search(text[:_LONGEST])
        if match is not None:
            return _of(match, "meant"), _of(match, "denied")
    match = _OTHER_MONTH.search(text[:_LONGEST])
    if match is None:
        return None
    meant, month = _of(match, "meant"), month_number(match["denied"])
    return (meant, NamedDay(meant.day, month)) if meant.month and month else None


def day_alone(text: str) -> int | None:
    """The one day that a text names without a month, however often: "no, the 29th"."""
    said = text[:_LONGEST]
    named = {int(match["bare"] or match["the"]) for match in _ORDINAL.finditer(said)}
    named |= {ORDINALS[match[1]] for match in _IN_WORDS.finditer(said.lower())}
    return named.pop() if len(named) == 1 else None


def _of(match: re.Match[str], name: str) -> NamedDay:
    month = match[f"{name}_of"] or match[f"of_{name}"]
    return NamedDay(int(match[name]), month_number(month) if month else None)
