"""Dates a person takes back, and what a later date leaves to an earlier one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from language.denials import denial_end
from language.next_days import arrival_told
from language.number_order import day_comes_first, day_first_by_month, ordered
from language.repetition import (
    begins_anew,
    comes_back,
    day_of_month_said,
    feast_and_day,
    with_year_after,
    with_year_before,
    with_year_of_leaving,
)
from language.retractions import DOUBTED, FILLING, TAKES_BACK
from language.said_dates import LOOSE_FORMS, DateForm, DateRole, SaidDate
from language.tenses import ENDS_OF_STAY

_NOT_BEFORE = re.compile(r"\b(?:not|isn'?t|wasn'?t)(?: on| the)?\s*$", re.I)
_BUT = re.compile(r"[\s,.;:]*(?:but|it was|it'?s|rather|it is)?(?: on)?[\s:]*", re.I)
_OTHER_YEAR = re.compile(
    rf"[^a-z0-9]{{0,5}}(?:no|nope|{TAKES_BACK.pattern})[^a-z0-9]{{0,5}}"
    r"(?:(?:i mean|it'?s|it was|in|not [0-9]{4})[ ,]+)?(?P<year>(?:19|20)[0-9]{2})(?![0-9/-])",
    re.I,
)
_RANGE = re.compile(r"\s*(?:-|–|to|until|till?|through|thru|and|or|/)\s*", re.I)
_THAT_IS = re.compile(
    r"[\s,.(=:;–-]*(?:(?:i\.?e\.?|that is|that'?s|it'?s|it is|meaning|so)[\s,:]+)?(?:the\s+)?|"
    r"\A[^.?!]{0,40}\b(?:so it'?s|so that'?s|i mean|meaning|that is|which is)\s+(?:the\s+)?",
    re.I,
)
_IT_WAS = re.compile(
    r"[\s,.;:(–-]*(?:i (?:think|believe|guess|suppose) )?(?:it|that|which) (?:was|is|would be|must "
    r"have been)\s+(?:on\s+)?(?:the\s+)?",
    re.I,
)
# "I entered 31 May, should be 30 November no?" asks about one's own count.
_SHOULD_BE = re.compile(r"\bshould be\b", re.I)
_ASKS = re.compile(r"[\s,]*(?:no|right|correct|or not|or)?\s*\?", re.I)
_THAT_MONTH = re.compile(r"\b(?:that|same)\s+month$", re.I)
_FARTHEST = 60
OTHER = DateRole.OTHER


def corrected(text: str, dates: Sequence[SaidDate]) -> tuple[SaidDate, ...]:
    """The dates with retractions and denials applied, gaps filled, stated number order obeyed."""
    done: list[SaidDate] = []
    for index, date in enumerate(dates):
        date = with_year_before(text, date, done[-1] if done else None)
        said_before = comes_back(date, done)
        if done and not said_before:
            done[-1] = with_year_of_leaving(text, done[-1], date)
            earlier, date = _pair(text, done[-1], date)
            done[-1] = earlier
        date = _ordered(text, date)
        after = dates[index + 1].start if index + 1 < len(dates) else len(text)
        date = with_year_after(text, date, after)
        if said_before or comes_back(date, done):
            date = replace(date, role=OTHER, tells=None)
        arrival = arrival_told(text, date, after)
        if arrival is not None:
            done.extend((replace(date, role=OTHER, tells=None), arrival))
            continue
        done.extend(_year_corrected(text, date, after))
    return tuple(
        date
        if denial_end(text, date.start, date.end, date.role) is None
        else replace(date, role=OTHER, tells=None)
        for date in done
    )


def _year_corrected(text: str, date: SaidDate, after: int) -> tuple[SaidDate, ...]:
    """ "7 July 2025, sorry 2026": the same day of another year."""
    match = _OTHER_YEAR.match(text, date.end, after)
    if match is None or date.month is None:
        return (date,)
    start, end = match.span("year")
    meant = replace(
        date, text=text[start:end], start=start, end=end, year=int(match["year"]), year_shift=None
    )
    return replace(date, role=OTHER, tells=None), meant


def _pair(text: str, earlier: SaidDate, later: SaidDate) -> tuple[SaidDate, SaidDate]:
    between = text[earlier.end : later.start]
    if len(between) > _FARTHEST:
        return earlier, later
    if begins_anew(text, earlier, later):
        return earlier, replace(later, role=OTHER, tells=None)
    one_day = feast_and_day(between, earlier, later) or day_of_month_said(earlier, later)
    if one_day is not None:
        return one_day
    if _NOT_BEFORE.search(between) and len(between) < 20:
        return earlier, replace(later, role=OTHER, tells=None)
    denial = denial_end(text, earlier.start, earlier.end, earlier.role)
    denied = denial is not None and _BUT.fullmatch(text[denial : later.start])
    replaceable = (None, earlier.role, OTHER) if _only_takes_back(between) else (None, earlier.role)
    taken_back = TAKES_BACK.search(DOUBTED.sub(" ", between)) and later.role in replaceable
    if later.form in LOOSE_FORMS and not (denied or _only_takes_back(between)):
        taken_back = None  # "5 May, sorry for asking so late. Today I counted the days"
    if taken_back and _is_what_it_ends_on(between, earlier, later):
        return earlier, replace(later, role=OTHER, tells=None)
    if taken_back and _SHOULD_BE.search(between) and _ASKS.match(text, later.end):
        return earlier, replace(later, role=OTHER, tells=None)
    if denied or taken_back:
        told = earlier if earlier.role or earlier.tells else later
        role, tells, tense = told.role, told.tells, told.tense
        later = replace(_filled(earlier, later), role=role, tells=tells, tense=tense)
        return replace(earlier, role=OTHER, tells=None), later
    if _names_the_day(between, earlier, later):
        return replace(earlier, role=OTHER, tells=None), replace(
            later, role=earlier.role, tense=earlier.tense
        )
    if _is_same_day(between, earlier, later):
        meant = replace(earlier, form=DateForm.CALENDAR, day=later.day, month=later.month)
        return meant, replace(later, role=OTHER, year=earlier.year)
    if _RANGE.fullmatch(between):
        earlier = _year_from(later, earlier)
    if later.role in ENDS_OF_STAY and earlier.role is DateRole.APPLICATION_DATE:
        # "I applied on the 10th, it ran out 24 May".
        earlier = _same_month(later, earlier) if (earlier.day or 0) <= (later.day or 0) else earlier
    return earlier, _same_month(earlier, later)


def _is_what_it_ends_on(between: str, earlier: SaidDate, later: SaidDate) -> bool:
    """ "I entered 31 August, should be 28 February": half a year on, the end."""
    if earlier.role is not DateRole.ENTRY_DATE or earlier.month is None or later.month is None:
        return False
    return "should" in between and (later.month - earlier.month) % 12 in (5, 6)


def _names_the_day(between: str, earlier: SaidDate, later: SaidDate) -> bool:
    """Whether the second date is the day of the first: "on a Sunday, it was the 1st of May"."""
    rough = earlier.form is DateForm.INCOMPLETE and earlier.day is None and earlier.month is None
    whole = later.form is DateForm.CALENDAR and later.role is None
    return rough and whole and earlier.role is not None and bool(_IT_WAS.fullmatch(between))


def _is_same_day(between: str, earlier: SaidDate, later: SaidDate) -> bool:
    """Whether a date in numbers is said again by the month's name: "9.6.26 (9 June)"."""
    return (
        earlier.form is DateForm.NUMERIC
        and later.form is DateForm.CALENDAR
        and {earlier.day, earlier.month} == {later.day, later.month}
        and later.year in (None, earlier.year)
        and _THAT_IS.fullmatch(between) is not None
    )


def _only_takes_back(between: str) -> bool:
    """Whether nothing else is said: what follows the second date then is not about it alone.

    "On 5 March, sorry, 7 March, when do I have to leave?"
    """
    rest = re.findall(r"[a-z']+", TAKES_BACK.sub(" ", between).lower())
    return FILLING.issuperset(rest)


def _year_from(later: SaidDate, earlier: SaidDate) -> SaidDate:
    """ "3 June to 9 July 2025": a year said once, at the end, holds for both."""
    if earlier.year is not None or earlier.year_shift is not None or earlier.month is None:
        return earlier
    before = int((later.month or 12) < earlier.month)
    year = later.year - before if later.year is not None else None
    shift = later.year_shift - before if later.year_shift is not None else None
    return replace(earlier, year=year, year_shift=shift)


def _filled(earlier: SaidDate, later: SaidDate) -> SaidDate:
    """A correction that names only the part that was wrong keeps the rest."""
    if earlier.form not in (DateForm.CALENDAR, DateForm.INCOMPLETE):
        return later
    if later.form not in (DateForm.CALENDAR, DateForm.INCOMPLETE):
        return later
    day = later.day if later.day is not None else earlier.day
    month = later.month if later.month is not None else earlier.month
    dated = later.year is not None or later.year_shift is not None
    return replace(
        later,
        day=day,
        month=month,
        year=later.year if dated else earlier.year,
        year_shift=later.year_shift if dated else earlier.year_shift,
        form=DateForm.CALENDAR if day and month else DateForm.INCOMPLETE,
    )


def _same_month(earlier: SaidDate, later: SaidDate) -> SaidDate:
    """ "On 3 May, refused on the 20th": a later day alone is of the same month.

    An earlier day alone is so only where the words say it ("the 2nd of that month"), and
    of applying for more time before its end: "it ran out 24 May, I applied on the 10th".
    """
    if later.form is not DateForm.INCOMPLETE or later.day is None or later.month is not None:
        return later
    if earlier.form is not DateForm.CALENDAR:
        return later
    applied = later.role is DateRole.APPLICATION_DATE and earlier.role in ENDS_OF_STAY
    if later.day <= (earlier.day or 0) and not (applied or _THAT_MONTH.search(later.text)):
        return later
    return _filled(earlier, later)


def _ordered(text: str, date: SaidDate) -> SaidDate:
    """Day or month first, where the person says how they write."""
    if date.form is not DateForm.NUMERIC:
        return date
    day_first = day_first_by_month(text, date)
    day_first = day_comes_first(text) if day_first is None else day_first
    return date if day_first is None else ordered(date, day_first)
