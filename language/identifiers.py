"""Numbers and addresses that name a person, found in a message and taken out of it.

Nothing here needs them, and what is never read cannot leak. The danger on the other side is
a date taken for a number: digits that can be read as a day or as years stay, unless the
person called them a number.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate

REMOVED = "[removed]"
"""What stands in the message in place of an identifier."""


class Identifier(Enum):
    """The kinds; the values are keys of the catalogue's section ``identifiers``."""

    EMAIL = "email"
    UCI = "uci"
    APPLICATION = "application"
    PASSPORT = "passport"
    SIN = "sin"
    PHONE = "phone"
    NUMBER = "number"


@dataclass(frozen=True)
class Redacted:
    """A text without identifiers, and the kinds of those it had: each once, in order."""

    text: str
    removed: tuple[Identifier, ...] = ()


@dataclass(frozen=True)
class _Found:
    start: int
    end: int
    kind: Identifier


def redact(text: str) -> Redacted:
    """`text` (a message, at most a few thousand characters) with its identifiers replaced."""
    found: list[_Found] = []
    for one in (*_with_letters(text), *_with_digits(text)):
        if all(one.end <= other.start or other.end <= one.start for other in found):
            found.append(one)
    found.sort(key=lambda one: one.start)
    parts, end = [], 0
    for one in found:
        parts += [text[end : one.start], REMOVED]
        end = one.end
    return Redacted("".join((*parts, text[end:])), tuple(dict.fromkeys(o.kind for o in found)))


# Dashes as people and their telephones write them.
_DASH = "[-\u2010-\u2015\u2212]"
_LETTERED = (
    (
        Identifier.EMAIL,
        re.compile(r"(?<![\w.+%-])[\w.+%'-]{1,64}\s?@\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"),
    ),
    # Temporary ones begin with X, T or CAN.
    (Identifier.UCI, re.compile(rf"\b(?:can|[xt])[ -]?\d{{4}}{_DASH}\d{{4}}\b", re.I)),
    # A letter and nine digits; two and eight in older files.
    (
        Identifier.APPLICATION,
        re.compile(rf"\b(?:[a-z]{_DASH}?(?:\d{{9}}|\d{{3}}[ -]\d{{3}}[ -]\d{{3}})|"
                   rf"[a-z]{{2}}{_DASH}?\d{{8}})\b", re.I),
    ),
    (
        Identifier.PASSPORT,
        re.compile(r"\b(?:[a-z]{1,3}\d{6,9}[a-z]?|[a-z]{2}\d{2}[a-z]{2}\d{3,5})\b", re.I),
    ),
    # Apart from its letters only where it is called one.
    (
        Identifier.PASSPORT,
        re.compile(r"\bpassport\W.{0,24}?\b(?P<id>[a-z]{1,2}[ -]\d{6,9})\b", re.I),
    ),
)  # fmt: skip


def _with_letters(text: str) -> Iterator[_Found]:
    for kind, pattern in _LETTERED:
        group = "id" if "id" in pattern.groupindex else 0
        for match in pattern.finditer(text):
            if not _is_money(text, match.start(group), match.end(group)):
                yield _Found(*match.span(group), kind)


# Digits in groups, such as a telephone number's: "+1 (416) 555-0123".
_RUN = re.compile(
    rf"(?<![\w$€£])(?<!\d[.,/])[+(]{{0,2}}\d+(?:(?:\s?{_DASH}\s?|[ .\u00a0()]{{1,2}})\d+)*"
)
_GROUP = re.compile(r"\d+")
PAIRS = (2, 2, 2, 2, 2)
"""As telephone numbers are written in France: 06 12 34 56 78."""
SHAPES: dict[Identifier, set[tuple[int, ...]]] = {
    Identifier.SIN: {(3, 3, 3), (9,)},
    Identifier.UCI: {(4, 4), (2, 4, 4), (8,), (2, 8)},
    Identifier.PHONE: {
        PAIRS, (3, 3, 4), (1, 3, 3, 4), (10,), (11,), (3, 7), (1, 3, 7), (1, 10), (6, 4),
        (3, 4, 4), (4, 3, 4), (5, 3, 3), (5, 6), (5, 5), (4, 6), (4, 7),
    },
    Identifier.NUMBER: {(length,) for length in range(12, 20)},
}  # fmt: skip
"""Lengths of the groups of digits that make an identifier without being called one."""
_KIND_OF_SHAPE = {shape: kind for kind, shapes in SHAPES.items() for shape in shapes}
_LONGEST = max(map(len, _KIND_OF_SHAPE))

_SAYS_NUMBER = r"(?:no\.?|nr\.?|num\.?|number|id|code|#)"
_FILLER = rf"(?:[\s:=,-]|\bis\b|\bwas\b|\bat\b|\bon\b|\bme\b|\bmy\b|{_SAYS_NUMBER}){{0,8}}\Z"
_LABELS: dict[Identifier, tuple[re.Pattern[str], Sequence[int]]] = {
    Identifier.UCI: (re.compile(rf"\b(?:uci|client\s(?:id|no|number|identifier)){_FILLER}", re.I),
                     (8, 10)),
    Identifier.SIN: (re.compile(rf"\b(?:sin|social\sinsurance){_FILLER}", re.I), (9,)),
    Identifier.PASSPORT: (re.compile(rf"\bpassport{_FILLER}", re.I), range(6, 13)),
    Identifier.PHONE: (
        re.compile(rf"\b(?:phone|tel|telephone|cell|mobile|whatsapp|call|text|reach){_FILLER}",
                   re.I),
        range(7, 16),
    ),
    Identifier.APPLICATION: (re.compile(rf"\b(?:application|file){_FILLER}", re.I),
                             range(8, 11)),
}  # fmt: skip
_LOOK_BACK = 40
"""Characters before a number in which its name may stand."""
_EXPLICIT = re.compile(rf"(?:{_SAYS_NUMBER})\W{{0,3}}(?:is\W{{1,2}})?\Z", re.I)


def _with_digits(text: str) -> Iterator[_Found]:
    for run in _RUN.finditer(text):
        spans = [match.span() for match in _GROUP.finditer(text, *run.span())]
        groups = [text[start:end] for start, end in spans]
        at = 0
        if _is_money(text, *run.span()):
            continue
        before = text[max(0, run.start() - _LOOK_BACK) : run.start()]
        kind, count = _called(before, groups)
        if kind is None and run[0].lstrip("(").startswith("+"):
            kind, count = Identifier.PHONE, _prefix(groups, range(8, 16), longest=True)
        if kind is not None and count:
            yield _Found(run.start(), spans[count - 1][1], kind)
            at = count
        while at < len(groups):
            kind, count = _shaped(text, groups[at:], spans[at:])
            if kind is not None:
                start = run.start() if at == 0 else spans[at][0]
                yield _Found(start, spans[at + count - 1][1], kind)
            at += count


def _called(before: str, groups: Sequence[str]) -> tuple[Identifier | None, int]:
    """What the words before a run call it, and how many of its groups that takes."""
    for kind, (label, lengths) in _LABELS.items():
        if not label.search(before):
            continue
        longest = kind in (Identifier.PHONE, Identifier.PASSPORT)
        count = _prefix(groups, lengths, longest)
        named = kind in (Identifier.UCI, Identifier.SIN) or _EXPLICIT.search(before)
        if count and (named or not _may_be_dates(groups[:count])):
            return kind, count
    return None, 0


def _prefix(groups: Sequence[str], lengths: Sequence[int], longest: bool) -> int:
    """How many groups have one of these numbers of digits together; 0 if no number has."""
    totals = list(accumulate(map(len, groups)))
    fitting = [count for count, total in enumerate(totals, 1) if total in lengths]
    return (fitting[-1] if longest else fitting[0]) if fitting else 0


def _shaped(
    text: str, groups: Sequence[str], spans: Sequence[tuple[int, int]]
) -> tuple[Identifier | None, int]:
    """What the groups at the start of a run are by their lengths alone, and how many."""
    for count in range(min(_LONGEST, len(groups)), 0, -1):
        some = groups[:count]
        shape = tuple(map(len, some))
        kind = _KIND_OF_SHAPE.get(shape)
        if kind is None or _may_be_dates(some):
            continue
        if shape == PAIRS and (some[0][0] != "0" or len(groups) != len(PAIRS)):
            continue
        if len(some) == 2 and all(group.endswith("00") for group in some):
            continue  # from one sum to another
        between = text[spans[0][1] : spans[1][0]] if count > 1 else ""
        if shape == (4, 4) and not between.strip(" ."):
            continue  # two form numbers, say
        return kind, count
    # A day that begins here is passed over whole: its end with what follows is no number.
    return None, 3 if len(groups) >= 3 and _may_be_dates(groups[:3]) else 1


def _may_be_dates(groups: Sequence[str]) -> bool:
    """Whether the groups can be a day, a day without a name, or years."""
    digits = "".join(groups)
    shape = tuple(map(len, groups))
    if len(digits) == 8:
        return _is_day(digits) or all(map(_is_year, (digits[:4], digits[4:])))
    if shape == (2, 4, 4):
        return all(map(_is_year, groups[1:]))
    if len(groups) == 3:
        return (max(shape[:2]) <= 2 and shape[2] in (2, 4)) or (
            shape[0] == 4 and max(shape[1:]) <= 2
        )
    return shape in ((1, 4), (2, 4), (4, 2), (4, 1), (4,)) and any(map(_is_year, groups))


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and 1900 <= int(digits) <= 2100


def _is_day(digits: str) -> bool:
    """Whether eight digits are a day in one of the three orders people write."""
    return any(
        _is_date(year, month, day)
        for year, month, day in (
            (digits[:4], digits[4:6], digits[6:]),
            (digits[4:], digits[2:4], digits[:2]),
            (digits[4:], digits[:2], digits[2:4]),
        )
    )


def _is_date(year: str, month: str, day: str) -> bool:
    try:
        return _is_year(year) and bool(dt.date(int(year), int(month), int(day)))
    except ValueError:
        return False


_CURRENCY = re.compile(r"\s?(?:dollars?\b|cad\b|usd\b|euros?\b|rupees\b|pesos\b|[$€£])", re.I)
_CURRENCY_BEFORE = re.compile(r"(?:[$€£]|\b(?:cad|usd|eur|inr|rs))\s?\Z", re.I)


def _is_money(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 5) : start]
    return bool(_CURRENCY.match(text, end) or _CURRENCY_BEFORE.search(before))
