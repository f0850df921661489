"""One day said more than once: a feast and its day, a bare day that comes back to a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from language.date_parts import FEAST
from language.said_dates import DateForm, DateRole, SaidDate
from language.tenses import ENDS_OF_STAY, EXPIRIES

_FEAST = re.compile(rf"(?:new\s?year(?:['’]?s)?\s+(?:day|eve)|{FEAST})\b", re.I)
_NEAR_THE_END = 20
_FARTHEST = 60
_BESIDE = re.compile(
    r"(?: (?:long )?(?:week-?end|week|time|break))?"
    r"[\s,(:=–-]*(?:(?:that is|that'?s|i\.?e\.?|which (?:is|was)|it (?:is|was)|so|aka)\s+)?"
    r"(?:on\s+)?(?:the\s+)?",
    re.I,
)
_THEN = re.compile(r"[\s,;]*(?:\b(?:and|but|so|then)\b)?\s*", re.I)
_SOMEONE = re.compile(
    r"\s+(?:i|i'?m|i'?ve|we|we'?re|he|she|they|you|it|it'?s|there|my|our|his|her|their|the|some|"
    r"someone|this|that)\b",
    re.I,
)
_YEAR_ALONE = re.compile(
    r"[^?.!;0-9]{0,40}[?.!,;(]\s*(?:(?:all )?in |of |year |that'?s |it'?s )?(?P<year>20[0-9]{2})"
    r"(?:[\s,]+(?:obvs|obviously|obv|of course|ofc|naturally|btw|that is|i mean))?\s*(?=[.?!;)]|$)",
    re.I,
)
_IN_YEAR = re.compile(r"\s+in\s+(?P<year>20[0-9]{2})(?![0-9/-])", re.I)
# "In 2023 I came 5 May", "stayed too long in 2023 (left 5 May)".
_YEAR_BEFORE = re.compile(
    r"(?:(?:^|[.?!;]\s)\s*in (?P<first>20[0-9]{2}),?|\bin (?P<year>20[0-9]{2}))\s*\(?\s*"
    r"(?:(?!(?:and|but|now|then|so|this)\b)[a-z']+\s+){0,5}$",
    re.I,
)
# "Last year on 5 May I left", "I left last year 5 May".
_LAST_YEAR = re.compile(
    r"(?:(?:^|[.?!;,]\s)\s*(?:(?:and|but|also) )?last year,?\s*"
    r"(?:(?!(?:and|but|now|then|so|this)\b)[a-z']+\s+){0,5}|"
    r"\blast year,?\s*(?:on )?(?:the )?)$",
    re.I,
)
_SAME_VISIT = re.compile(
    r"[\s,]*(?:and |then ){0,2}(?:(?:i|we|he|she|they) )?"
    r"(?:left|departed|exited|went (?:back )?home|flew (?:back )?home|to|until|till?)"
    r"(?: canada)?(?: on)?(?: the)?\s*",
    re.I,
)


def feast_and_day(
    between: str, earlier: SaidDate, later: SaidDate
) -> tuple[SaidDate, SaidDate] | None:
    """A feast beside its own day, "new year's eve, 31 Dec 2025": only the day is a date."""
    first, second = (_FEAST.match(date.text) is not None for date in (earlier, later))
    if first is second or not _BESIDE.fullmatch(between):
        return None
    feast, day = (earlier, later) if first else (later, earlier)
    if day.form is not DateForm.CALENDAR or day.day is None:
        return None
    # Of a feast on a fixed day another day beside it is another date.
    fixed = feast.form is DateForm.CALENDAR
    if fixed and (feast.month, feast.day) != (day.month, day.day):
        return None
    if day.year is None and day.year_shift is None:
        day = replace(day, year=feast.year, year_shift=feast.year_shift)
    day = replace(day, role=day.role or feast.role, tense=day.tense or feast.tense)
    feast = replace(feast, role=DateRole.OTHER)
    return (feast, day) if first else (day, feast)


def begins_anew(text: str, earlier: SaidDate, later: SaidDate) -> bool:
    """Whether "today" begins what is told next: "came 5 May, today I looked at my stamp"."""
    near = later.form is DateForm.OFFSET and later.unit == "day" and abs(later.amount or 0) <= 1
    if not near or later.role is None or later.role is not earlier.role:
        return False
    then = _THEN.fullmatch(text, earlier.end, later.start)
    return bool(then and _SOMEONE.match(text, later.end))


def comes_back(date: SaidDate, before: Sequence[SaidDate]) -> bool:
    """Whether a day or a month alone only comes back to a date: "ends 8 May. Out on the 8th?"."""
    if date.form is not DateForm.INCOMPLETE or (date.day is None) is (date.month is None):
        return False
    return any(
        (date.role in (None, said.role) or {date.role, said.role} <= EXPIRIES)
        and said.form is DateForm.CALENDAR
        and said.role is not DateRole.OTHER
        and date.day in (None, said.day)
        and date.month in (None, said.month)
        and date.year in (None, said.year)
        for said in before
    )


# "It says 8 May 2027. Is 8 May really my last day?": asked of the day told before, as is
# "my visa expires 8 May, must I leave on 8 May?", and told of no other end.
_ASKED = re.compile(
    r"(?:^|[.?!;,]\s*|\b(?:and|so|but) )(?:is|was|does|do|must|can|why is|how is|whether|if)\b"
    r"[^.?!;]{0,40}$",
    re.I,
)


def told_once(text: str, dates: Sequence[SaidDate]) -> tuple[SaidDate, ...]:
    """The dates; an end of stay that is only asked about again is told where it was told first."""
    return tuple(
        replace(date, role=DateRole.OTHER, tense=None)
        if date.role in ENDS_OF_STAY
        and any(_is_same_end(date, said) for said in dates[:at])
        and _ASKED.search(text, max(0, date.start - _FARTHEST), date.start)
        else date
        for at, date in enumerate(dates)
    )


def _is_same_end(date: SaidDate, said: SaidDate) -> bool:
    """Whether an end told before, of another role or another paper, is of the same day."""
    if said.role not in EXPIRIES or said.role is date.role or date.month is None:
        return False
    years = {date.year, said.year} - {None}
    return (date.month, date.day) == (said.month, said.day) and len(years) < 2


def day_of_month_said(earlier: SaidDate, later: SaidDate) -> tuple[SaidDate, SaidDate] | None:
    """A bare day that names the day of a month said before: "end of May, landed on the 31st"."""
    month = earlier.form in (DateForm.INCOMPLETE, DateForm.MONTH_END) and earlier.day is None
    if not month or earlier.month is None or earlier.role is None:
        return None
    bare = later.form is DateForm.INCOMPLETE and later.day is not None and later.month is None
    if not bare or later.role not in (None, earlier.role):
        return None
    if earlier.form is DateForm.MONTH_END and (later.day or 0) < _NEAR_THE_END:
        return None
    year, shift = earlier.year, earlier.year_shift
    day = replace(later, form=DateForm.CALENDAR, month=earlier.month, year=year, year_shift=shift)
    day = replace(day, role=earlier.role, tense=later.tense or earlier.tense)
    return replace(earlier, role=DateRole.OTHER), day


def with_year_after(text: str, date: SaidDate, after: int) -> SaidDate:
    """The date with a year said on its own behind it: "so the 26th of May? 2026 obviously"."""
    if date.year is not None or date.year_shift is not None or date.month is None:
        return date
    match = _IN_YEAR.match(text, date.end, after) or _YEAR_ALONE.match(text, date.end, after)
    return date if match is None else replace(date, year=int(match["year"]))


def with_year_before(text: str, date: SaidDate, before: SaidDate | None) -> SaidDate:
    """The date with the year said before it, or of the visit that it ends."""
    if not _lacks_year(date):
        return date
    start = before.end if before else 0
    year = _YEAR_BEFORE.search(text, max(start, date.start - _FARTHEST), date.start)
    if year is not None:
        return replace(date, year=int(year["first"] or year["year"]))
    if _LAST_YEAR.search(text, max(start, date.start - _FARTHEST), date.start):
        return replace(date, year_shift=-1)
    dated = before is not None and (before.year, before.year_shift) != (None, None)
    told = dated and before is not None and before.form is date.form
    if told and before and _SAME_VISIT.fullmatch(text, before.end, date.start):
        ahead = (date.month or 0, date.day or 0) > (before.month or 0, before.day or 0)
        return replace(date, year=before.year, year_shift=before.year_shift) if ahead else date
    return date


def with_year_of_leaving(text: str, earlier: SaidDate, later: SaidDate) -> SaidDate:
    """ "Came 5 May and left 9 July 2023": one visit, of one year."""
    if later.year is None or not _lacks_year(earlier) or later.form is not earlier.form:
        return earlier
    order = (earlier.month or 0, earlier.day or 0) <= (later.month or 0, later.day or 0)
    one = order and _SAME_VISIT.fullmatch(text, earlier.end, later.start)
    return replace(earlier, year=later.year) if one else earlier


def _lacks_year(date: SaidDate) -> bool:
    whole = date.form is DateForm.CALENDAR and date.month is not None
    return whole and date.year is None and date.year_shift is None
