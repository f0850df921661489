"""Whether two numbers beside a stroke are a day and a month: "3/8", but not "2/3 of it"."""

from __future__ import annotations

import datetime as dt
import re

_SHARE = re.compile(r"\s+(?:of (?:it|them|my|our|the (?!month))|price|done|full|way|hour)\b", re.I)
_DATE_BEFORE = re.compile(
    r"\b(?:(?:entered|entry|arriv\w+|landed|came|crossed|flew|drove|reached|stamped|p(?:ass)?p\w*|"
    r"visa|vr|record|status|filed|submitted|sent)[^.?!,;0-9]{0,32}|on|since|until|till?|by|from|"
    r"entered|arrived|landed|came|left|applied|crossed|expire[sd]?|"
    r"exp|says?|said|date|is|was|to|or|and)\s*:?\s*$",
    re.I,
)


def exists(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has the day, in a leap year where none is given."""
    try:
        dt.date(year or 2000, month, day)
    except ValueError:
        return False
    return True


_CAME_BEFORE = re.compile(
    r"\b(?:entered|entry|arriv\w+|landed|came|crossed|flew|drove|reached|since|until|till|"
    r"expires?|applied|refused)\b[^.?!,;0-9]{0,24}$",
    re.I,
)


def plausible_dots(match: re.Match[str]) -> bool:
    """Whether "19.9." is a day and month, as after "came in from Vienna", or all that is said."""
    if match.string.strip() == match[0].strip():
        return True
    return bool(_CAME_BEFORE.search(match.string, max(0, match.start() - 40), match.start()))


def plausible_fraction(match: re.Match[str], first: int, second: int) -> bool:
    """Whether "a/b" may be a day and month: "24/7" and "1/2 price" are not."""
    if _SHARE.match(match.string, match.end()):
        return False
    if (first, second) == (24, 7) or not (
        exists(None, first, second) or exists(None, second, first)
    ):
        return False
    if "0" in (match["first"][0], match["second"][0]) or max(first, second) > 12:
        return True
    return bool(_DATE_BEFORE.search(match.string, max(0, match.start() - 48), match.start()))
