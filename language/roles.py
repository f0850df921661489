"""What each date in a message is a date of, judged by the words beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from language.cues import Cue, Found, Holder, cues, holders
from language.said_dates import DateForm, DateRole, SaidDate, Tense
from language.tenses import tense_of

_ROLE_OF = {
    Cue.ENTRY: DateRole.ENTRY_DATE,
    Cue.LEFT: DateRole.LEFT_CANADA_ON,
    Cue.APPLIED: DateRole.APPLICATION_DATE,
    Cue.RESTORED: DateRole.RESTORATION_DATE,
    Cue.DECIDED: DateRole.DECISION_DATE,
    Cue.BIOMETRICS: DateRole.BIOMETRICS_DATE,
    Cue.WROTE: DateRole.STAMP_DATE,
    Cue.OTHER: DateRole.OTHER,
}
_ROLE_OF_HOLDER = {
    Holder.PASSPORT: DateRole.PASSPORT_EXPIRY,
    Holder.VISA: DateRole.VISA_EXPIRY,
    Holder.RECORD: DateRole.RECORD_EXPIRY,
    Holder.OFFICER: DateRole.STAMP_DATE,
    Holder.OTHER: DateRole.OTHER,
}
# Costs are in words: how far what stands between pushes a cue away from a date.
_JOINT_COST = 3
_AFTER_COST = 2
_SENTENCE_COST = 6
_FARTHEST = 14
_FARTHEST_CHARACTERS = 150
_TENSE_CHARACTERS = 25

_SENTENCE_END = re.compile(r"[?!;\n]|\.(?=\s|$)")
_JOINT = re.compile(r"[,(]|\b(?:and|but|then|so|while|because|cause|which|when)\b|&|\s[-–]\s", re.I)
_SAME = re.compile(r"\s*(?:,|/|or maybe|or was it|or|and|&|maybe)?\s*(?:on|the)?\s*", re.I)
_RANGE = re.compile(r"\s*(?:-|–|to|until|till?|through|thru)\s*", re.I)
_ASKED = re.compile(
    r"\b(?:is|was|does|do|would|will)(?: \w+){0,3}\s*$|"
    r"\b(?:can|could|may|should)(?: \w+){1,4}\s*$",
    re.I,
)
_STAYS = re.compile(
    r"\b(?P<earlier>(?:last|previous|prior|earlier|first) (?:time|trip|visit|stay)s?|previously)\b|"
    r"\b(?:this time|now|currently|current|latest|most recent)\b",
    re.I,
)
_AGAIN = re.compile(r"back|return|re.?ent", re.I)
_RESTORATION = re.compile(r"\brestor", re.I)
_TODAY_IS = re.compile(r"\btoday(?: is|'s|:)\s*$", re.I)
_NOW_IS = re.compile(r"\b(?:today(?: is|'s|:)|now(?: is)?|it'?s|it is)\s*(?:already\s+)?$", re.I)
_NOW_AFTER = re.compile(r"\s*(?:now|today|already)\b", re.I)
_NO_SUCH = re.compile(r"\bno\s+$", re.I)
_STAMP_CODE = re.compile(
    r"[0-9]{1,2}[ -]?[a-z]{2}[ -]?[0-9]{2,4}$|[0-9]{4}[ -][a-z]{2}[ -][0-9]{1,2}$", re.I
)
_NOTHING_WRITTEN = re.compile(
    r"\b(?:no|not|nothing|never|without|none|w/o)\b[^.?!]{0,20}\b(?:hand|wr[io]t)|"
    r"\b(?:round|entry) stamp",
    re.I,
)


@dataclass(frozen=True)
class _Message:
    text: str
    cues: tuple[Found[Cue], ...]
    holders: tuple[Found[Holder], ...]
    breaks: tuple[int, ...]

    def sentence_before(self, at: int) -> str:
        """The words of the sentence up to ``at``."""
        start = max((stop + 1 for stop in self.breaks if stop < at), default=0)
        return self.text[start:at]


def with_roles(text: str, dates: Sequence[SaidDate]) -> tuple[SaidDate, ...]:
    """The same dates, each with its role and tense where the words tell."""
    if not dates:
        return ()
    outside = tuple(
        cue
        for cue in cues(text)
        if cue.kind is not Cue.NOTHING
        and not any(cue.start < date.end and date.start < cue.end for date in dates)
    )
    breaks = tuple(
        match.start()
        for match in _SENTENCE_END.finditer(text)
        if not any(date.start < match.start() < date.end for date in dates)
    )
    message = _Message(text, outside, holders(text), breaks)
    judged: list[SaidDate] = []
    for index, date in enumerate(dates):
        before = judged[-1] if judged else None
        after = dates[index + 1].start if index + 1 < len(dates) else len(text)
        judged.append(_judge(message, date, before, after))
    return tuple(judged)


def _judge(message: _Message, date: SaidDate, before: SaidDate | None, after: int) -> SaidDate:
    if _is_no_claim(message.text, date):
        return replace(date, role=DateRole.OTHER)
    start = before.end if before else 0
    cue = _nearest(message, date, start, after)
    if before is not None:
        between = message.text[before.end : date.start]
        if _SAME.fullmatch(between) and (cue is None or cue.start < date.start):
            return replace(date, role=before.role, tense=before.tense)
        if _RANGE.fullmatch(between):
            entered = before.role is DateRole.ENTRY_DATE
            role = DateRole.OTHER if entered else before.role
            return replace(date, role=role, tense=before.tense)
    if cue is not None and cue.kind is Cue.UNTIL and _holder(message, date, cue, start) is None:
        cue = _nearest(message, date, start, after, bare_until=False)
    if cue is None:
        return date
    said = _role(message, date, cue, start)
    first, last = min(cue.start, date.start), max(cue.end, date.end)
    around = message.sentence_before(first)[-_TENSE_CHARACTERS:] + message.text[first:last]
    tense = tense_of(around, cue, said)
    return replace(date, role=_tempered(message, date, cue, said, tense), tense=tense)


def _is_no_claim(text: str, date: SaidDate) -> bool:
    """Whether a date is only today's, or said not to exist ("there's no 31 Feb")."""
    before = text[max(0, date.start - 24) : date.start]
    if _TODAY_IS.search(before) or _NO_SUCH.search(before):
        return True
    return bool(_NOW_IS.search(before) and _NOW_AFTER.match(text, date.end))


def _nearest(
    message: _Message, date: SaidDate, start: int, after: int, bare_until: bool = True
) -> Found[Cue] | None:
    """The cheapest cue between the dates on either side; of two equal ones the later."""
    best: tuple[int, Found[Cue]] | None = None
    for cue in message.cues:
        if cue.kind is Cue.UNTIL and not bare_until:
            continue
        if max(start, date.start - _FARTHEST_CHARACTERS) <= cue.start and cue.end <= date.start:
            cost = _cost(message, cue.end, date.start)
        elif date.end <= cue.start and cue.end <= min(after, date.end + _FARTHEST_CHARACTERS):
            if any(date.end <= at < cue.start for at in message.breaks):
                continue
            cost = _cost(message, date.end, cue.start) + _AFTER_COST
        else:
            continue
        if cost <= _FARTHEST and (best is None or cost <= best[0]):
            best = (cost, cue)
    return best[1] if best else None


def _cost(message: _Message, start: int, end: int) -> int:
    """Words between cue and date, joints dearer; a question before answers nothing."""
    between = message.text[start:end]
    ends = [message.text[at] for at in message.breaks if start <= at < end]
    if "?" in ends:
        return _FARTHEST + 1
    joints = len(_JOINT.findall(between))
    return len(between.split()) + _JOINT_COST * joints + _SENTENCE_COST * len(ends)


def _role(message: _Message, date: SaidDate, cue: Found[Cue], start: int) -> DateRole:
    if cue.kind is Cue.STAMP:
        plain = _STAMP_CODE.match(date.text) or _NOTHING_WRITTEN.search(message.text)
        return DateRole.ENTRY_DATE if plain or cue.text == "stamped" else DateRole.STAMP_DATE
    if cue.kind in (Cue.ENDS, Cue.UNTIL):
        holder = _holder(message, date, cue, start)
        return DateRole.RECORD_EXPIRY if holder is None else _ROLE_OF_HOLDER[holder]
    if cue.kind is Cue.APPLIED and _RESTORATION.search(message.text, cue.start, date.start):
        return DateRole.RESTORATION_DATE
    return _ROLE_OF[cue.kind]


def _holder(message: _Message, date: SaidDate, cue: Found[Cue], start: int) -> Holder | None:
    """What ends: the nearest holder before the date in its sentence, else one just after."""
    sentence = max((at for at in message.breaks if at < min(cue.start, date.start)), default=0)
    before = [h for h in message.holders if max(start, sentence) <= h.start and h.end <= date.start]
    if before:
        return before[-1].kind
    following = [h for h in message.holders if date.end <= h.start < date.end + 30]
    if cue.start >= date.end and following:
        return following[0].kind
    earlier = [h for h in message.holders if h.end <= date.start]
    return earlier[-1].kind if earlier and not start and sentence else None


def _tempered(
    message: _Message, date: SaidDate, cue: Found[Cue], role: DateRole, tense: Tense | None
) -> DateRole | None:
    """The role, unless the date is asked about, of an earlier stay, or only planned."""
    ahead = date.form is DateForm.OFFSET and date.text[:3].lower() == "in "
    if ahead and role in _ROLE_OF.values() and role not in (DateRole.STAMP_DATE, DateRole.OTHER):
        # "Come twice in 6 months" tells a span of time.
        return None
    if role is DateRole.RECORD_EXPIRY and _is_asked(message, date, cue):
        return DateRole.OTHER
    if role in (DateRole.ENTRY_DATE, DateRole.LEFT_CANADA_ON):
        marks = [m["earlier"] for m in _STAYS.finditer(message.sentence_before(date.start))]
        if marks and marks[-1]:
            return DateRole.OTHER
    # A return still planned, or only a month of travel, is no date of entry yet.
    vague = date.form is DateForm.INCOMPLETE or _AGAIN.search(cue.text)
    if role is DateRole.ENTRY_DATE and tense is Tense.FUTURE and vague:
        return DateRole.OTHER
    return role


def _is_asked(message: _Message, date: SaidDate, cue: Found[Cue]) -> bool:
    """Whether the person asks if their stay ends then ("is my last day 3 December?")."""
    end = next((at for at in message.breaks if at >= date.end), None)
    if end is None or message.text[end] != "?":
        return False
    return bool(_ASKED.search(message.sentence_before(cue.start)))
