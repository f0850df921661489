"""Which of two passports counts: the one that somebody says they came in with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from language.lexicon import whole_words, words
from language.owners import Owned
from language.said_dates import DateForm, DateRole
from language.tenses import ENDS_OF_STAY

_CAME_WITH = re.compile(
    r"\b(?:entered|entry|came|arrived|landed|crossed|travel+ed|flew|stamped|used|showed)\b"
    r"(?:(?! (?:but|not|and)\b)[^.?!;,]){0,40}?\b(?:with|on|in|using|used|through|via|showed)? ?"
    r"(?:the|my|our) (?P<which>[a-z]{2,20})(?= (?:one|passport|book|1|ppt)\b|\W|$)",
    re.I,
)
_OTHER_PAPER = re.compile(
    r"\b(?:visas?|records?|permits?|extensions?|stay|status|officers?|stamps?)\b", re.I
)
_MAY_BE_ITS_END = (DateRole.PASSPORT_EXPIRY, DateRole.OTHER, *ENDS_OF_STAY, None)
_CLOSE = 60


@lru_cache(maxsize=1)
def _peoples() -> re.Pattern[str]:
    called = words("countries").values()
    return whole_words((re.escape(name) for one in called for name in one["people"]), {})


def of_the_one_used(text: str, judged: Sequence[Owned]) -> list[Owned]:
    """The dates, of two passports' ends only that of the one entered with still an end."""
    used = _CAME_WITH.search(text)
    found = list(judged)
    which = _peoples().fullmatch(used["which"]) if used else None
    if which is None:
        return found
    ends = [(n, _named(text, judged, n)) for n in range(len(judged))]
    ends = [(n, name) for n, name in ends if name]
    if len({name for _, name in ends}) < 2 or which[0].lower() not in {name for _, name in ends}:
        return found
    for n, name in ends:
        role = DateRole.PASSPORT_EXPIRY if name == which[0].lower() else DateRole.OTHER
        found[n] = replace(judged[n], date=replace(judged[n].date, role=role))
    return found


def _named(text: str, judged: Sequence[Owned], n: int) -> str | None:
    """Whose passport, by a people's name, the ``n``-th day is the end of."""
    date = judged[n].date
    whole = date.form is DateForm.CALENDAR and date.role in _MAY_BE_ITS_END
    if not whole:
        return None
    first = max(judged[n - 1].date.end if n else 0, date.start - _CLOSE)
    before = text[first : date.start]
    named = list(_peoples().finditer(before))
    if not named or _OTHER_PAPER.search(before, named[-1].end()):
        return None
    return named[-1][0].lower()
