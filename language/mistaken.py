"""A day somebody had wrong, and the right one beside it: "he thinks 5 June but it was 9 June"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from language.said_dates import DateForm, DateRole, SaidDate

_BELIEVED = re.compile(
    r"\b(?:thinks?|thought|believe[sd]?|says?|said|tells?|told|wr[io]tes?|written|put|typed|claims?|"
    r"entered in the form|filled(?: in)?|remember(?:s|ed)?|guess(?:ed|es)?)\b[^.?!;]{0,50}$",
    re.I,
)
# What a paper or an officer says beside it is another fact.
_OF_A_PAPER = re.compile(
    r"\b(?:stamp|officer|guard|agent|cbsa|customs|passport|visa|record|letter|permit|e-?ta|"
    r"by hand)\b",
    re.I,
)
_BUT_WAS = re.compile(
    r"[\s,]*\b(?:but|while|although)\b,? (?:(?:actually|really|in fact|truly|the truth) )?"
    r"(?:it|that|the (?:real|right|correct|true) (?:day|date|one)|i (?:think|know) it) "
    r"(?:(?:really|actually) )?(?:was|is)(?: (?:really|actually))?(?: on)?(?: the)? ",
    re.I,
)
_FACTS = frozenset({DateRole.ENTRY_DATE, DateRole.APPLICATION_DATE, DateRole.RECORD_EXPIRY})
_REACH = 90


def righted(text: str, dates: Sequence[SaidDate]) -> tuple[SaidDate, ...]:
    """The dates; one believed wrongly is nobody's, the one said against it takes its role."""
    done = list(dates)
    for place, (first, second) in enumerate(pairwise(dates)):
        open_ = second.role in (None, first.role) and second.form is not DateForm.INCOMPLETE
        if first.role not in _FACTS or not open_:
            continue
        before = text[max(0, first.start - _REACH) : first.start]
        told = _BUT_WAS.fullmatch(text, first.end, second.start)
        if told and _BELIEVED.search(before) and not _OF_A_PAPER.search(before):
            right = replace(second, role=first.role, tense=first.tense)
            done[place : place + 2] = [replace(first, role=DateRole.OTHER, tense=None), right]
    return tuple(done)
