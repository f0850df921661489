"""Feasts by which people date things: those on a fixed day, and those on another each year."""

from __future__ import annotations

import datetime as dt

from dateutil.easter import easter

HOLIDAYS = {
    **dict.fromkeys(("new year day", "new years day"), (1, 1)),
    "groundhog day": (2, 2),
    **dict.fromkeys(("valentines", "valentine day", "valentines day"), (2, 14)),
    **dict.fromkeys(("st patricks day", "saint patricks day", "st paddys day"), (3, 17)),
    "canada day": (7, 1),
    **dict.fromkeys(("truth and reconciliation day", "national day of truth"), (9, 30)),
    "halloween": (10, 31),
    **dict.fromkeys(("remembrance day", "veterans day"), (11, 11)),
    **dict.fromkeys(("christmas eve", "xmas eve"), (12, 24)),
    **dict.fromkeys(("christmas", "christmas day", "xmas", "xmas day"), (12, 25)),
    "boxing day": (12, 26),
    **dict.fromkeys(("new year eve", "new years eve"), (12, 31)),
}
"""Feasts with a fixed month and day, without apostrophes and full stops."""

_EASTER = {"good friday": -2, "easter": 0, "easter sunday": 0, "easter monday": 1}
_MONDAYS = {
    "victoria day": (5, 18),
    "memorial day": (5, 25),
    **dict.fromkeys(("civic holiday", "civic day"), (8, 1)),
    **dict.fromkeys(("labour day", "labor day"), (9, 1)),
    "canadian thanksgiving": (10, 8),
}
"""Holidays on the first Monday from a day of the year on."""
_THURSDAYS = dict.fromkeys(("american thanksgiving", "us thanksgiving"), (11, 22))
MOVING_FEASTS = frozenset({*_EASTER, *_MONDAYS, *_THURSDAYS})
"""Feasts on another day each year; a plain "thanksgiving" is two, and so none of them."""


def feast_day(name: str, year: int) -> dt.date:
    """The day of a moving feast in ``year``. Raises ``ValueError`` outside the calendar."""
    if name in _EASTER:
        return easter(year) + dt.timedelta(days=_EASTER[name])
    weekday, (month, day) = (0, _MONDAYS[name]) if name in _MONDAYS else (3, _THURSDAYS[name])
    first = dt.date(year, month, day)
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7)
