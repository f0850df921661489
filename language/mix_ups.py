"""A day told before that was another person's: "I came the 28th, the 20th was my sister"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from language.cues import Whose, people
from language.dates import SaidDate, find_dates
from language.kin import is_pronoun

_CLAUSE = re.compile(r"[,;.!?\n]+|\s[-–]\s|\b(?:but|and|while|whereas|not mine)\b", re.I)
# "Not the 20th, that was my sister": both are of the 20th.
_GOES_ON = re.compile(r" {0,3}(?:that|it|this|which)(?:'?s| is| was| were)\b", re.I)
_MINE = re.compile(
    r"\b(?:mine|ours|me|myself|my (?:own |real |actual )?(?:date|day|stamp|passport|record)|entry|"
    r"arrival|entered|arrived|landed|crossed|came|got (?:in|here)|flew in|it(?:'?s| is| was))\b|"
    r"\A {0,3}(?:on )?(?:the )?(?=[0-9])",
    re.I,
)
_PASSED_ON = re.compile(
    r"\b(?:gave|told|typed|wrote|said|used|took|read|put|reading|mixed|confused|swapped|looked|"
    r"looking|checked|checking|that|it|this)\b"
    r"(?: [\w']+){0,6}? (?:my|our|his|her|the) \w+(?:'s|’s|s)? "
    r"(?:date|day|entry|arrival|stamp|landing|flight|passport)\b|"
    r"\b(?:gave|told|typed|wrote|said|used|took|put) (?:you )?(?:(?:the|a) )?"
    r"(?:date|day|entry|arrival|stamp|one) (?:of|from) (?:my|our|his|her|the) \w+|"
    r"\b(?:mixed|confused|swapped)(?: [\w']+){0,4} with (?:my|our|his|her) \w+",
    re.I,
)
_RUNS_OUT = re.compile(r"\b(?:expir\w*|exp|ends?|valid|good|until|till?|runs?|finish\w*)\b", re.I)
# "I came with my sister the 28th", "my sister says the 28th", "my sister's birthday".
_NOT_THEIRS = re.compile(
    r"\b(?:i|we) (?!gave|told|typed|wrote|said|used|took|read|put|mixed|confused|swapped|looked|"
    r"meant|(?:was|were) (?:reading|looking))\w|"
    r"\b(?:told|tells?|says?|said|thinks?|remembers?|reckons?|swears?|checked) |"
    r"\b(?:birthday|wedding|anniversary|party)\b",
    re.I,
)


def mine_and_theirs(text: str) -> tuple[SaidDate, SaidDate | None] | None:
    """The speaker's own day, and the one said to be another person's where it is named again.

    ``None`` where it does not tell one from the other.
    """
    if "?" in text:
        return None
    mine: list[SaidDate] = []
    theirs: list[SaidDate] = []
    passed_on = False
    dates = list(_days(text))
    for start, end in _clauses(text, [day.start for day in dates]):
        said = text[start:end]
        days = [day for day in dates if start <= day.start < end]
        another = _is_of_another(said)
        if not days:
            passed_on |= another and _PASSED_ON.search(said) is not None
        elif len(days) > 1:
            return None
        elif another:
            theirs += days
        elif _MINE.search(said):
            mine += [_by_itself(said, day) for day in days] if passed_on else days
        else:
            return None
    if len(mine) != 1 or len(theirs) > 1 or not (theirs or passed_on):
        return None
    return mine[0], theirs[0] if theirs else None


def _days(text: str) -> Iterator[SaidDate]:
    for date in find_dates(text):
        yield from date.alternatives or (date,)


def _by_itself(said: str, day: SaidDate) -> SaidDate:
    """The day as its own clause names it: in "I read her passport, mine says 3 May" bare."""
    alone = list(_days(said))
    if len(alone) != 1 or _RUNS_OUT.search(said):
        return day
    return replace(day, role=alone[0].role, tells=alone[0].tells)


def _clauses(text: str, days: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where each clause begins and ends; "that was ..." goes on with the one before."""
    cuts = [(match.start(), match.end()) for match in _CLAUSE.finditer(text)]
    start = 0
    for at, (stop, after) in enumerate(cuts):
        end = cuts[at + 1][0] if at + 1 < len(cuts) else len(text)
        names_day = any(after <= day < end for day in days)
        if names_day or not _GOES_ON.match(text, after):
            yield start, stop
            start = after
    yield start, len(text)


def _is_of_another(said: str) -> bool:
    """Whether a clause names somebody by what they are to the speaker, and is of them alone."""
    if _NOT_THEIRS.search(said):
        return False
    named = (one for one in people(said) if one.kind is Whose.OTHER)
    return any(not is_pronoun(one.text) for one in named)
