"""Dates joined by "to" or "until": what the first and the last day of a span are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from language.cues import Cue, Found
from language.owners import Owned
from language.said_dates import DateRole
from language.tenses import EXPIRIES

RANGE = re.compile(r"\s*(?:-|–|to|until|till?|through|thru)\s*", re.I)
# "Admitted 5 June for a month, until 4 July".
_FOR_SO_LONG = re.compile(
    r"[\s,]*\b(?:for |gave \w{1,12} |got )?(?:only |just )?(?:[0-9]{1,3}|[a-z]{1,12}) "
    r"(?:days?|weeks?|months?)\b",
    re.I,
)
_LET_IN = re.compile(r"admitted|\blets? |allowed|permitted", re.I)
_ONLY_UNTIL = re.compile(
    r"[\s,]*(?:(?:and|but)\s+)?(?:(?:only|just)\s+)?(?:until|till?)\s*(?:the\s+)?", re.I
)
# "I was over 5 May - 4 July" tells of a visit.
_OVER_HERE = re.compile(r"\b(?:was|were|been) over$", re.I)
_GRANTED = re.compile(r"approv|grant|(?:\w+ )?(?:extended|renewed|prolonged)", re.I)


def without_starts(text: str, judged: Sequence[Owned]) -> list[Owned]:
    """ "Visa 5 May 2023 - 4 May 2027" ends once: the first day of what expires is no end."""
    done = list(judged)
    for n, (one, following) in enumerate(pairwise(judged)):
        ends = one.date.role in EXPIRIES and following.date.role is one.date.role
        if ends and RANGE.fullmatch(text, one.date.end, following.date.start):
            done[n] = replace(one, date=replace(one.date, role=DateRole.OTHER))
            if one.cue is not None and _OVER_HERE.search(one.cue.text):
                done[n + 1] = replace(following, date=replace(following.date, role=DateRole.OTHER))
    return done


def is_let_in_until(cue: Found[Cue] | None, between: str) -> bool:
    """ "Admitted 5 June until 4 July" names the day the officer gave; a visit's end is a plan."""
    let_in = cue is not None and _LET_IN.search(cue.text)
    return bool(let_in and _ONLY_UNTIL.fullmatch(_FOR_SO_LONG.sub("", between, count=1)))


def lasting(cue: Found[Cue]) -> DateRole | None:
    """Nothing happens "until" a day, but what is approved may last until it."""
    lasts = cue.kind is Cue.DECIDED and _GRANTED.match(cue.text)
    return DateRole.RECORD_EXPIRY if lasts else None
