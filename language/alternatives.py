"""Dates offered one for the other ("5 March or 5 April"): one doubtful date, not two facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from language.months import month_number
from language.said_dates import DateForm, DateRole, SaidDate

_SMALL = (
    r"(?:on|the|in|about|around|even|maybe|perhaps|possibly|is|was|it'?s?|be|have|been|could|might|"
    r"may|either|like|rather)"
)
_OR = re.compile(
    rf"[\s,;.?!(\[-]*(?:\b(?:or|maybe|perhaps|possibly)\b|/|\b(?:it )?(?:could|might) |"
    rf"\bbut (?:it )?(?:also )?(?:looks|reads|seems) (?:more )?(?:like )?)"
    rf"(?:[\s,(-]+{_SMALL}\b){{0,5}}[\s,:]*",
    re.I,
)
_LOOKS = re.compile(r"\b(?:looks|reads|seems)\b", re.I)
# "Cannot read if it is 5 March or 7 March what the officer wrote".
_IF_IT_IS = re.compile(
    r"\b(?:if|whether)(?: (?:it|that|this|they))?(?:'?s| is| was| says?| said) ?$", re.I
)
_AND = re.compile(r"[\s(]*(?:,|&|\band\b|\+)?\s*(?:(?:on|also|the|then)\s+){0,2}", re.I)
_DAY_BEFORE = re.compile(
    r"(?<![0-9$.:/-])(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\s*"
    r"(?:,?\s*or(?: maybe| perhaps)?|/|(?P<comma>,)|&|\b(?:and|to)\b|-)\s*(?:on )?(?:the )?$",
    re.I,
)
_MONTH_BEFORE = re.compile(r"\b(?P<month>[a-z]{3,10})\s+or\s+$", re.I)
_DAY_AFTER = re.compile(
    r"(?:,?\s*or(?: maybe| perhaps)?\s+|\s*[/–-]\s*)(?:on )?(?:the )?(?P<day>[0-9]{1,2})"
    r"(?:st|nd|rd|th)?(?P<year>,?\s+20[0-9]{2})?(?![0-9./:-])(?!\s*(?:[ap]m|days?|weeks?|"
    r"months?)\b)",
    re.I,
)
# "Between 3 and 6 March" may be the 4th as well.
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.I)
_AND_DAY = re.compile(
    r"\s+and\s+(?:the )?(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?P<year>,?\s+20[0-9]{2})?(?![0-9./:-])",
    re.I,
)
# "Came 5 June. Leave by 4 or 5 December?": a question's choice, unless a paper says it.
_SENTENCE = re.compile(r"[.?!;\n]\s")
_ASKED_AFTER = re.compile(r"[^.!;0-9]{0,20}\?")
_ENDS_THERE = re.compile(
    r"\s*(?:\.?\s*$|,? (?:which|what|right|(?:i |we )?(?:arrived|came|entered|landed))\b)", re.I
)
_PAPER = re.compile(
    r"\b(?:records?|vr|papers?|sheet|slip|letter|permits?|status|stamp\w*|wr[io]t\w*|says?|said|reads?|"
    r"was|were|ended|ran|expire[sd]?|officer)\b",
    re.I,
)
# "I came the 28th of May, the 20th was my sister": each day is somebody's own.
_IS_OF_ANOTHER = re.compile(
    r"\s*(?:is|was|it'?s|that'?s|for)\s+(?:for |of )?(?:my|our|his|her|their) [a-z]", re.I
)
# "Sent 6 November, the 9th is only when I opened it".
_IS_ITS_OWN = re.compile(
    r"\s*(?:is|was|it'?s|that'?s)\s+(?:(?:just|only|actually|simply|really|merely) )?"
    r"(?:when|the (?:day|date)|because)\b",
    re.I,
)
_BEFORE = 16
_MOST = 6
"""Alternatives drawn together; more make a second date, so that no list is slow."""

_PARTIAL = frozenset({DateForm.CALENDAR, DateForm.INCOMPLETE})


def with_alternatives(text: str, dates: Sequence[SaidDate]) -> tuple[SaidDate, ...]:
    """The dates, those said as alternatives for one role drawn together into one.

    Two days named for what happens once ("entered 5 March and 6 April") are
    alternatives as well, since only one of them can be the fact.
    """
    done: list[SaidDate] = []
    for index, date in enumerate(dates):
        after = dates[index + 1].start if index + 1 < len(dates) else len(text)
        start = done[-1].end if done else 0
        date = _either(text, (*_days(text, date, start, after),))
        if done and _same_fact(text, done[-1], date):
            earlier = done.pop()
            if _is_weekday(earlier) or _is_weekday(date):
                done += _without_weekday(earlier, date)
                continue
            date = _either(text, (*_options(earlier), *_options(date)))
        done.append(date)
    entered = any(one.role is DateRole.ENTRY_DATE for one in done)
    before = [None, *done]
    return tuple(
        _unless_asked(text, one, earlier, entered)
        for earlier, one in zip(before, done, strict=False)
    )


def _unless_asked(text: str, date: SaidDate, earlier: SaidDate | None, entered: bool) -> SaidDate:
    """The date; of two ends of a stay that only a question offers, neither is told."""
    if date.role is not DateRole.RECORD_EXPIRY:
        return date
    if earlier and earlier.role is DateRole.OTHER and _is_or(text, earlier, date):
        return replace(date, role=DateRole.OTHER)
    if date.form is not DateForm.EITHER:
        return date
    if entered and _is_counted(date):
        return replace(date, role=DateRole.OTHER)
    sentence = _SENTENCE.split(text[: date.start])[-1]
    asked = _ASKED_AFTER.match(text, date.end) or (entered and _ENDS_THERE.match(text, date.end))
    if asked and _PAPER.search(sentence) is None:
        return replace(date, role=DateRole.OTHER)
    return date


def _is_or(text: str, earlier: SaidDate, later: SaidDate) -> bool:
    return _OR.fullmatch(text, earlier.end, later.start) is not None


def _is_counted(date: SaidDate) -> bool:
    """Whether an end beside a day of entry is one's own count: "is the last day 5 or 6 May"."""
    both = [(one.month, one.day) for one in date.alternatives]
    if date.role is not DateRole.RECORD_EXPIRY or len(both) != 2:
        return False
    (month, day), (other, last) = both
    return month == other and abs((day or 0) - (last or 0)) == 1


def _days(text: str, date: SaidDate, start: int, after: int) -> Iterator[SaidDate]:
    """The date, and a bare day beside it that shares its month ("5 or 6 March")."""
    whole = date.form is DateForm.CALENDAR and date.role is not DateRole.OTHER
    if not whole or date.month is None:
        yield date
        return
    first = max(start, date.start - _BEFORE)
    if date.text[0].isdigit():
        yield from _days_before(text, date, start)
    elif (match := _MONTH_BEFORE.search(text, first, date.start)) and (
        month := month_number(match["month"])
    ):
        yield replace(date, start=match.start(), month=month)
    elif date.text[0].isalpha() and (
        match := _DAY_AFTER.match(text, date.end, after)
        or (_BETWEEN.search(text, first, date.start) and _AND_DAY.match(text, date.end, after))
    ):
        year = int(match["year"].strip(" ,")) if match["year"] else date.year
        yield replace(date, year=year)
        yield replace(date, end=match.end(), day=int(match["day"]), year=year)
        return
    yield date


def _days_before(text: str, date: SaidDate, start: int) -> Sequence[SaidDate]:
    """The bare days before a date, in order; a comma joins them only once "or" does."""
    found: list[SaidDate] = []
    at = date.start
    while len(found) < _MOST - 1:
        match = _DAY_BEFORE.search(text, max(start, at - _BEFORE), at)
        if match is None or (match["comma"] and not found):
            break
        at = match.start()
        found.insert(0, replace(date, start=at, day=int(match["day"])))
    return found


def _same_fact(text: str, earlier: SaidDate, later: SaidDate) -> bool:
    if len(earlier.alternatives) >= _MOST:
        return False
    between = text[earlier.end : later.start]
    if earlier.role is DateRole.OTHER:
        return False
    if _IS_OF_ANOTHER.match(text, later.end) or _IS_ITS_OWN.match(text, later.end):
        return False
    if _OR.fullmatch(between):
        # The words after the second ("..., when must I leave?") may have claimed it.
        same = later.role in (None, DateRole.OTHER, earlier.role)
        unsure = _LOOKS.search(between) or _IF_IT_IS.search(text, 0, earlier.start)
        return same or (earlier.role is None and unsure is not None)
    return later.role is not None and later.role is earlier.role and bool(_AND.fullmatch(between))


def _without_weekday(earlier: SaidDate, later: SaidDate) -> Iterator[SaidDate]:
    """ "5 March, Friday" is one day; "Monday or Friday" is none that can be told."""
    for date, beside in ((earlier, later), (later, earlier)):
        if _is_weekday(date):
            told = not _is_weekday(beside)
            date = replace(date, role=DateRole.OTHER if told else None)
        yield date


def _is_weekday(date: SaidDate) -> bool:
    """Whether a weekday is said, also one that may be any ("on a sunday")."""
    weekday = date.form is DateForm.INCOMPLETE and date.weekday is not None
    return weekday or date.form is DateForm.WEEKDAY


def _options(date: SaidDate) -> tuple[SaidDate, ...]:
    return date.alternatives or (date,)


def _either(text: str, options: tuple[SaidDate, ...]) -> SaidDate:
    if len(options) == 1:
        return options[0]
    first = options[0]
    start, end = min(o.start for o in options), max(o.end for o in options)
    filled = tuple(
        replace(_completed(option, options), text=text[option.start : option.end])
        for option in options
    )
    either = SaidDate(
        text=text[start:end],
        start=start,
        end=end,
        form=DateForm.EITHER,
        role=first.role or options[-1].role,
        tense=first.tense,
        alternatives=filled,
    )
    between = _BETWEEN.search(text, max(0, start - _BEFORE), start)
    days = sorted(option.day or 0 for option in filled)
    months = {(option.year, option.month) for option in filled}
    if between is None or (len(months) == 1 and days[-1] - days[0] == 1):
        return either
    year, month = months.pop() if len(months) == 1 else (None, None)
    return replace(either, form=DateForm.INCOMPLETE, year=year, month=month, alternatives=())


def _completed(option: SaidDate, options: Sequence[SaidDate]) -> SaidDate:
    """The option with a day, month or year said only for another ("5 March or April")."""
    if option.form not in _PARTIAL:
        return option
    for other in options:
        if other.form not in _PARTIAL:
            continue
        day = option.day if option.day is not None else other.day
        month = option.month if option.month is not None else other.month
        dated = option.year is not None or option.year_shift is not None
        option = replace(
            option,
            day=day,
            month=month,
            year=option.year if dated else other.year,
            year_shift=option.year_shift if dated else other.year_shift,
            form=DateForm.CALENDAR if day and month else option.form,
        )
    return option
