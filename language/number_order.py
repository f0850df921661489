"""In which order people write days and months in numbers, and which reading they choose."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from language.months import month_number
from language.said_dates import DateForm, SaidDate

_COMES = r"(?:(?:number|always|comes?|goes|is|was|it'?s|written) ){0,3}"
_DAY_FIRST = re.compile(
    rf"\bdd?\s?[-/. ]?\s?mm?\b|\bday\s?(?:[-/.]|then)?\s?(?:first|month)\b|\bddmm|"
    rf"\bdays? {_COMES}(?:first|before (?:the )?month)\b|"
    r"\b(?:first|1st) (?:number|one|figure|part)(?:'s| is| was)? (?:the )?day\b|"
    r"\b(?:second|2nd|last) (?:number|one|figure|part)(?:'s| is| was)? (?:the )?month\b|"
    r"\b(?:european|british|uk|english|indian|australian|german|french) "
    r"(?:style|format|dates?|order|way)\b",
    re.I,
)
_MONTH_FIRST = re.compile(
    rf"\bmm?\s?[-/. ]?\s?dd?\b|\bmonth\s?(?:[-/.]|then)?\s?(?:first|day)\b|\bmmdd|"
    rf"\bmonths? {_COMES}(?:first|before (?:the )?day)\b|"
    r"\b(?:first|1st) (?:number|one|figure|part)(?:'s| is| was)? (?:the )?month\b|"
    r"\b(?:second|2nd|last) (?:number|one|figure|part)(?:'s| is| was)? (?:the )?day\b|"
    r"\b(?:american|us|usa) (?:style|format|dates?|order|way)\b",
    re.I,
)
# "I read it the American way, but my wife says ...": not settled.
_DISPUTED = re.compile(
    r"\b(?:but|though|while) (?:my \w+|he|she|they|others|someone) "
    r"(?:says?|said|reads?|thinks?|insists?)\b|"
    r"\b(?:i|we) thought\b",
    re.I,
)
# "The last date to restore" and "my last day" choose none of two.
_MY = r"(?<!\bmy )(?<!\bour )(?<!\bhis )(?<!\bher )(?<!\btheir )"
_ONE = (
    r"(?: (?:one|date|day)\b)?(?! (?:to|for|when|until|day|date|time|"
    r"(?:i|we|he|she) (?:can|may|must|could|should|have))\b)"
)
_FORMER = re.compile(rf"{_MY}\b(?:first|1st|earlier|former)\b{_ONE}", re.I)
_LATTER = re.compile(rf"{_MY}\b(?:second|2nd|last|later|latter)\b{_ONE}", re.I)
# "Last day?" asks until when one may stay, it chooses none of the days offered.
_LAST_DAY = re.compile(
    r"\b(?:last|latest) (?:possible |legal |safe |valid )?(?:days?|dates?|moment|minute|chance)\b",
    re.I,
)
_CHOICE = 8
"""Words; a longer message that says "first" is about something else."""


def day_comes_first(text: str) -> bool | None:
    """Whether the person writes the day before the month; ``None`` where they do not say."""
    if _DISPUTED.search(text):
        return None
    day, month = _DAY_FIRST.search(text), _MONTH_FIRST.search(text)
    told = day or month
    if told and _IS_IT.search(text, max(0, told.start() - _REACH), told.start()):
        return None
    return None if bool(day) is bool(month) else day is not None


def without_order(text: str) -> str:
    """``text`` without what it says of the order of day and month."""
    return _MONTH_FIRST.sub(" ", _DAY_FIRST.sub(" ", text))


# "04.03.2027 (March)", "04.03.2027, that's March".
_MONTH_NAMED = re.compile(
    r"\s*(?:\(\s*(?:(?:that'?s|it'?s|i mean|in|so)\s+)?(?P<inside>[a-z]{3,9})\s*\)|"
    r"[\s,–-]*(?:that'?s|it'?s|that is|it is|i\.?e\.?|i mean|meaning|as in)\s+(?:in\s+)?"
    r"(?P<said>[a-z]{3,9})\s*(?=[.,;?!)]|$))",
    re.I,
)


def day_first_by_month(text: str, date: SaidDate) -> bool | None:
    """Whether a date in numbers has the day first, where its month is named beside it."""
    named = _MONTH_NAMED.match(text, date.end)
    month = month_number(named["inside"] or named["said"]) if named else None
    if month is None or date.day == date.month or month not in (date.day, date.month):
        return None
    return date.month == month


# "Is it the American way, month first?" asks.
_IS_IT = re.compile(
    r"\b(?:is|are|does|do|was) (?:it|this|that|these|they|the \w+)(?: [a-z]+){0,3} $", re.I
)
_REACH = 40
_SAME_WAY = re.compile(
    r"\bsame (?:way|order|format|style|manner|writing)\b|"
    r"\b(?:like|as) (?:before|the (?:first|other|last)(?: one| date)?|i (?:said|wrote|told you))\b",
    re.I,
)
# Who says how a ticket is written does not say how they write.
_WRITTEN_BY_OTHERS = re.compile(
    r"\b(?:tickets?|boarding|bookings?|itinerary|airline|website|forms?|stamps?|visas?|passports?|"
    r"papers?|letters?|e?mails?|stickers?|records?|officers?|they)\b",
    re.I,
)


# "5 March, we write the day first", "that's how I type dates", "written the European way".
_HOW_ONE_WRITES = re.compile(
    r"\b(?:i|we|you|people|everyone|everybody|one)(?: (?:just|always|usually|normally|only|both|"
    r"all|here|have|had|to|used|never|mostly|do)){0,3} (?:writ(?:e|es|ing|ten)|wrote|typed?|types|"
    r"puts?|spell|note)\b(?! (?:by hand|in (?:pen|ink)))|"
    r"\b(?:days?|months?|years?|dates?|numbers?)(?: (?:here|there|at home|always|usually|is|are|"
    r"was|were|get|gets|being)){1,4} (?:written|typed|put)\b|"
    r"\b(?:written|typed|writing|put) (?:it )?(?:down )?(?:(?:in|with) )?(?:the )?(?:\w+ ){0,2}"
    r"(?:way|style|format|order|first)\b",
    re.I,
)
_SOMEBODY_WROTE = re.compile(
    r"\b(?:s?he|guards?|agents?|cbsa|customs|hand|pen|ink|border|inspectors?)\b", re.I
)
_DENIED = re.compile(r"\b(?:no|without|nothing|never|not|any|nobody)\b[^.,;:?!]{0,25}", re.I)


def order_told(text: str) -> bool | None:
    """Whether the person says that they write the day first, of no ticket or the like."""
    return None if _is_of_others(text) else day_comes_first(text)


def order_holds(text: str) -> bool:
    """Whether ``text`` is written in the order told before: of itself, or as it says."""
    return bool(_SAME_WAY.search(text)) or not _is_of_others(text)


def tells_how_one_writes(text: str) -> bool:
    """Whether the writing it speaks of is that of its own numbers, and no officer's."""
    told = _HOW_ONE_WRITES.search(text) is not None
    return told and not (_is_of_others(text) or _SOMEBODY_WROTE.search(text))


def _is_of_others(text: str) -> bool:
    return _WRITTEN_BY_OTHERS.search(_DENIED.sub(" ", text)) is not None


def ordered(date: SaidDate, day_first: bool) -> SaidDate:
    """A date in numbers as one of the calendar; any other as it is."""
    if date.form is not DateForm.NUMERIC:
        return date
    day, month = (date.day, date.month) if day_first else (date.month, date.day)
    return replace(date, form=DateForm.CALENDAR, day=day, month=month)


def chosen(text: str, offered: Sequence[dt.date], said: str) -> dt.date | None:
    """The one of the days ``offered`` that ``text`` chooses; ``said`` is what they were read in.

    By the order of its numbers, by the month's name, or as the first or second of them.
    """
    order, number = day_comes_first(text), re.search(r"[0-9]+", said)
    if order is not None and number is not None:
        first = int(number[0])
        return _only([day for day in offered if (day.day if order else day.month) == first])
    words = re.findall(r"[^\W\d_]+", text)
    if len(words) > _CHOICE:
        return None
    months = {month_number(word) for word in words} - {None}
    if months:
        return _only([day for day in offered if day.month in months])
    if _LAST_DAY.search(text):
        return None
    former, latter = _FORMER.search(text), _LATTER.search(text)
    if len(offered) != 2 or bool(former) is bool(latter):
        return None
    return offered[0 if former else 1]


def _only(days: Sequence[dt.date]) -> dt.date | None:
    return days[0] if len(days) == 1 else None
