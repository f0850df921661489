"""Facts about a person said in a message, other than dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from language.dates import find_dates
from language.decisions import find_decisions
from language.durations import find_durations
from language.lexicon import whole_words, words
from language.people import find_people

Value = str | bool

LONGEST_TEXT = 1000
"""Characters read: the tokeniser is quadratic on runs of punctuation."""


@dataclass(frozen=True)
class SaidFact:
    """One fact; ``text`` is ``message[start:end]``.

    ``kind`` is the name of a fact (``nationality``, ``current_status``, ``duration``,
    ``super_visa``, ``officer_wrote_date``, ``us_permanent_resident``,
    ``extension_decision``, ``restoration_decision``, ``left_canada``, ``never_left``);
    ``value`` an ISO code, an ISO 8601 duration, a closed word, or a truth.
    """

    kind: str
    text: str
    start: int
    end: int
    value: Value


_DENIED_BEFORE = re.compile(
    r"\b(?:no|not|never|nothing|without|don'?t have|isn'?t|none|wasn'?t|didn'?t)(?: \w+){0,2}\s*$|"
    r"\b(?:haven'?t|hasn'?t)\s*$|"
    r"(?:\b(?:can|could)(?: ?n'?t|not| not)|'t) (?:find|see|spot|discover)(?: (?:any|an?))?\s*$",
    re.I,
)
# Stamps talked of in general: "does no stamp mean six months?"
_GENERAL_BEFORE = re.compile(
    r"(?:\b(?:says?|said|told me|does|do|if|mean\w*|what|why|when|how)|"
    r"(?:^|[.?!,]\s*)(?:is|are))"
    r"(?: (?:a|an|there'?s|the|that|is|i get|you get))*\s*$",
    re.I,
)
# "Can't see if he wrote a date": whether one was written is what is not known.
_WHETHER_BEFORE = re.compile(
    r"\b(?:if|whether)(?: (?!not\b)[\w']+){0,3}\s*$|"
    r"\b(?:check|look|see|search|tell|know)(?:ing)? (?:for|about|of) (?:(?:an?|any|the) )?$",
    re.I,
)
_GENERAL_AFTER = re.compile(r"\s*(?:=|means?\b|equals?\b|is\b)", re.I)
_SENTENCE_MARK = re.compile(r"[.?!\n]")


# The extractor and the classifier's signs ask for the same message's; 64 turns may be under way.
@lru_cache(maxsize=64)
def find_facts(text: str) -> tuple[SaidFact, ...]:
    """Every fact said in ``text``, in order; never raises."""
    text = text[:LONGEST_TEXT]
    found = (*find_people(text), *find_decisions(text), *_phrases(text), *_lengths(text))
    facts = (SaidFact(kind, text[a:b], a, b, value) for kind, a, b, value in found)
    return tuple(sorted(facts, key=lambda fact: (fact.start, fact.end, fact.kind)))


def _phrases(text: str) -> Iterator[tuple[str, int, int, Value]]:
    plain: list[tuple[int, int]] = []
    for kind, value, pattern in _stated():
        for match in pattern.finditer(text):
            start, end = match.span()
            if kind == "officer_wrote_date":
                plain.append((start, end))
                if _is_general(text, start, end):
                    continue
            denied = _is_denied(text, start)
            if kind == "us_permanent_resident":
                yield kind, start, end, not denied
            elif not (kind == "left_canada" and denied):
                yield kind, start, end, value
    for match in _written().finditer(text):
        start, end = match.span()
        overlaps = any(start < b and a < end for a, b in plain)
        unknown = _is_asked(text, end) or _WHETHER_BEFORE.search(text, 0, start)
        if not overlaps and not _is_denied(text, start) and not unknown:
            yield "officer_wrote_date", start, end, True
            return


def _lengths(text: str) -> Iterator[tuple[str, int, int, Value]]:
    dates = find_dates(text)
    for start, end, value in find_durations(text):
        if not any(start < date.end and date.start < end for date in dates):
            yield "duration", start, end, value


def _is_denied(text: str, start: int) -> bool:
    return bool(_DENIED_BEFORE.search(text[max(0, start - 24) : start]))


def _is_general(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 24) : start]
    return bool(_GENERAL_AFTER.match(text, end) or _GENERAL_BEFORE.search(before))


def _is_asked(text: str, end: int) -> bool:
    mark = _SENTENCE_MARK.search(text, end)
    return mark is not None and mark[0] == "?"


@lru_cache(maxsize=1)
def _stated() -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    loaded = words("fact_phrases")
    return tuple(
        (row["fact"], row["value"], whole_words(row["said"], loaded["parts"]))
        for row in loaded["phrases"]
    )


@lru_cache(maxsize=1)
def _written() -> re.Pattern[str]:
    return whole_words(words("fact_phrases")["wrote"], {})
