"""Visits told whole, one after the other: "here from 3 to 17 May, then from 2 July"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from language.owners import Owned
from language.said_dates import DateForm, DateRole

_TO = r"\s*(?:-|–|to|until|till?)\s*(?:the\s*)?"
_FROM_NUMBER = re.compile(rf"\b(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?{_TO}$", re.I)
_FROM_DAY = re.compile(_TO, re.I)
_THEN = re.compile(
    r"\s*[,;.]?\s*(?:(?:and|then|but|again|now|after that|later|back|here|i am|i'm|"
    r"we are|came)\W+){0,5}"
    r"(?:from|since)\s*(?:the\s*)?",
    re.I,
)
_OF_A_STAY = re.compile(
    r"\b(?:in canada|to canada|here|canada|visit(?:s|ed|ing)?|stay(?:s|ed)?|came|been over)\b"
    r"(?!.*\b(?:work\w*|job|stud\w+|school|insur\w+|cover\w*|hospital|lease|rent\w*)\b)",
    re.I,
)
_REACH, _FARTHEST = 12, 120


def one_after_the_other(text: str, judged: Sequence[Owned]) -> list[Owned]:
    """The dates, an earlier visit's first and last no fact, and the day of coming since one."""
    found = list(judged)
    for n, since in enumerate(judged[1:], 1):
        last = judged[n - 1].date
        if not _THEN.fullmatch(text, last.end, since.date.start):
            continue
        bare = _FROM_NUMBER.search(text, max(0, last.start - _REACH), last.start)
        whole = n > 1 and _FROM_DAY.fullmatch(text, judged[n - 2].date.end, last.start)
        if not (bare or whole):
            continue
        begins = judged[n - 2].date.start if whole else last.start
        if not _OF_A_STAY.search(text, max(0, begins - _FARTHEST), begins):
            continue
        for at in (n - 1, n - 2) if whole else (n - 1,):
            found[at] = _with(judged[at], DateRole.OTHER)
        if since.date.form is not DateForm.INCOMPLETE:
            found[n] = _with(since, DateRole.ENTRY_DATE)
    return found


def _with(one: Owned, role: DateRole) -> Owned:
    return replace(one, date=replace(one.date, role=role, tense=None))
