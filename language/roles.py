"""What each date in a message is a date of, judged by the words beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from language.arrivals import goes_to
from language.booth import come
from language.carried import is_apart, is_of_another_paper, is_said_of_before, person_of_another
from language.claims import claimed
from language.clauses import (
    asks_before,
    has_own_subject,
    is_answered,
    is_label,
    of_this_end,
    says_it,
    told_after,
    turn,
)
from language.context import Context, context
from language.cues import Cue, Found
from language.endings import ending
from language.entries import last_entry
from language.following import with_what_they_follow
from language.guesses import is_no_claim
from language.learnt_roles import weighed
from language.loose_days import is_the_present, tells_nothing
from language.naming import role_of
from language.notes import begins_at_border, noted
from language.officers import is_what_was_done, replaced, witnessed
from language.overstays import is_over, lately_over
from language.owners import Owned, owned, told_apart
from language.papers import holder_of
from language.ranges import RANGE, is_let_in_until, lasting, without_starts
from language.returns import retold
from language.said_dates import DateRole, SaidDate, Tense
from language.stamp_marks import shown
from language.stamps import stamped_twice
from language.tenses import EXPIRIES, ends_behind, tense_of
from language.two_passports import of_the_one_used
from language.under_way import under_way
from language.visits import one_after_the_other
from language.wishes import is_wished
from language.witnesses import APPROVED, OF_APPLYING, seconded

_HAPPENS = frozenset({Cue.ENTRY, Cue.LEFT, Cue.APPLIED, Cue.RESTORED, Cue.DECIDED, Cue.BIOMETRICS})
# Costs are in words: how far what stands between pushes a cue away from a date.
_JOINT_COST = 3
_AFTER_COST = 2
_SENTENCE_COST = 6
_FARTHEST = 14
_FARTHEST_CHARACTERS = 150
_TENSE_CHARACTERS = 25

_JOINT = re.compile(r"[,(&]|\b(?:and|but|n|then|so|while|(?:be)?cause|which|when)\b|\s[-–]\s", re.I)
_SAME = re.compile(
    r"[\s(]*|[\s(]*(?:,|/|,?\s*(?:and )?(?:then )?again|,?\s*or maybe|,?\s*or (?:was|is) it|"
    r",?\s*or|and|&|,?\s*maybe)\s*(?:on|the|in)?\s*",
    re.I,
)
# "Between 30 and 31 July": a bare day of the same month is no distance.
_DAY_BEFORE = re.compile(
    r"\b[0-9]{1,2}(?:st|nd|rd|th)?\s*(?:/|-|–|&|,?\s*\b(?:and|or|to)\b)\s*$", re.I
)
_DIRECTLY = re.compile(r"\s*(?:to|till?|until|and including)?\s*(?:the\s*)?[\"':]?\s*", re.I)
_LABEL = re.compile(r"\s*(?:[-–=:(]|\b(?:is|was)\b)\s*(?:(?:my|the|an?)\s+)?", re.I)
_NEXT = re.compile(r"\s*\)?\s*[,;/.\n]\s*(?:and\s+)?", re.I)


def with_roles(text: str, dates: Sequence[SaidDate]) -> tuple[SaidDate, ...]:
    """The same dates, each with its role and tense where the words tell."""
    message = context(text, dates)
    said = judged(message, dates) if dates else []
    return last_entry(text, said, told_apart(message, said)) if said else ()


def judged(message: Context, dates: Sequence[SaidDate]) -> list[Owned]:
    """Each date with its role and whose it is, before one person's are chosen."""
    text = message.text
    found = under_way(text, come(text, retold(text, weighed(message, by_grammar(message, dates)))))
    found = one_after_the_other(text, found)
    found = of_the_one_used(text, without_starts(text, replaced(text, found)))
    found = with_what_they_follow(shown(text, stamped_twice(text, found)))  # weights name ends too
    # Who has applied asks of a stay that ends soon or ended lately, not of one a year ahead.
    applied = {one.date.role for one in found} & OF_APPLYING and not APPROVED.search(text)
    return lately_over(found) if applied or is_over(text) else found


def by_grammar(message: Context, dates: Sequence[SaidDate]) -> list[Owned]:
    """The same by the words alone that the grammar knows."""
    found: list[Owned] = []
    for index, date in enumerate(dates):
        before = found[-1] if found else None
        after = dates[index + 1].start if index + 1 < len(dates) else len(message.text)
        found.append(_judge(message, date, before, after))
    found = without_starts(message.text, found)
    return [seconded(message, one, found) for one in found]


def _judge(message: Context, date: SaidDate, before: Owned | None, after: int) -> Owned:
    if is_no_claim(message.text, date):
        return Owned(replace(date, role=DateRole.OTHER))
    if is_the_present(message.text, date):
        return Owned(date)
    if date.role is not None:  # its shape alone tells: "two months left" of a passport
        return Owned(date)
    if (role := witnessed(message.text, date)) is not None:
        return Owned(replace(date, role=role))
    start = before.date.end if before else 0
    cue = _nearest(message, date, start, after)
    if before is not None:
        role, tense = before.date.role, before.date.tense
        between = message.text[start : date.start]
        if _SAME.fullmatch(between) and (cue is None or cue.start < date.start):
            return replace(before, date=replace(date, role=role, tense=tense))
        runs_out = cue is None and before.cue and before.cue.kind in (Cue.ENDS, Cue.UNTIL)
        if before.cue and runs_out and is_of_another_paper(message, start, date.start):
            role = ending(message, date, before.cue, start)
            return replace(before, date=replace(date, role=role, tense=tense))
        person = person_of_another(message, start, date.start)
        apart = cue is None or is_apart(message.text, date, cue, before)
        if person and before.cue and apart:
            if role is DateRole.ENTRY_DATE and tense is None and date.year is None:
                tense = Tense.OVER  # "and my wife 9 December", that word said in November
            date = replace(date, role=role, tense=tense)
            return Owned(date, before.cue, person.kind, person.text)
        if is_let_in_until(before.cue, between):
            return replace(before, date=replace(date, role=DateRole.STAMP_DATE, tense=tense))
        if RANGE.fullmatch(between):
            if role is DateRole.ENTRY_DATE:
                role = DateRole.OTHER
            elif role is DateRole.OTHER and before.cue and before.cue.kind is Cue.ENDS:
                role = ending(message, date, before.cue, 0)
            elif before.cue and before.cue.kind in _HAPPENS:
                role = lasting(before.cue)
            return replace(before, date=replace(date, role=role, tense=tense))
    if cue is not None and cue.kind is Cue.UNTIL and holder_of(message, date, cue, start) is None:
        if is_wished(message.sentence_before(cue.start), cue, message.text[cue.end : date.start]):
            return Owned(replace(date, role=DateRole.OTHER), cue)
        until = cue.start
        cue = _nearest(message, date, start, after, bare_until=False)
        if cue is not None and cue.kind in _HAPPENS and cue.start < until < date.start:
            return Owned(replace(date, role=lasting(cue)), cue)
    told_of = cue is not None and not begins_at_border(message.text, date)
    if cue is None or not told_of or is_said_of_before(message, before, date, cue.end):
        return Owned(replace(date, role=noted(message.text, date)))
    said = role_of(message, date, cue, start)
    if said is None:
        return Owned(date, cue)
    first, last = min(cue.start, date.start), max(cue.end, date.end)
    around = message.sentence_before(first)
    if len(around) > _TENSE_CHARACTERS:  # cut between words: "well" is no "will"
        around = around[-_TENSE_CHARACTERS:].partition(" ")[2]
    if said in EXPIRIES:
        # What ran out before says nothing of what runs out now; a plan told before goes on.
        around = of_this_end(message, around[-(first - start) :] if first > start else "", first)
    around += message.text[first:last]
    over = ends_behind(message.text[date.end : date.end + _FARTHEST_CHARACTERS], said)
    tense = over or tense_of(around, cue, said)
    holder = holder_of(message, date, cue, start)
    date = replace(date, role=claimed(message, date, cue, said, tense, holder), tense=tense)
    if tells_nothing(message, date, cue):
        return Owned(replace(date, role=DateRole.OTHER), cue)
    mine = owned(message, date, cue, start)
    if mine.whose is None and before is not None and not _broken(message, start, cue, date):
        return replace(mine, whose=before.whose, person=before.person)
    return mine


def _broken(message: Context, start: int, cue: Found[Cue], date: SaidDate) -> bool:
    """Whether a new sentence begins between ``start`` and what is said of the date."""
    return any(start <= at < min(cue.start, date.start) for at in message.breaks)


def _nearest(
    message: Context, date: SaidDate, start: int, after: int, bare_until: bool = True
) -> Found[Cue] | None:
    """The cheapest cue between the dates on either side; of two equal ones the later."""
    best: tuple[int, Found[Cue]] | None = None
    for cue in message.cues:
        if cue.kind is Cue.UNTIL and not (bare_until and _runs_until(message, cue, date)):
            continue
        if max(start, date.start - _FARTHEST_CHARACTERS) <= cue.start and cue.end <= date.start:
            if start and _labels(message.text, start, cue, date.start):
                continue
            if cue.kind is Cue.ENTRY and says_it(message, cue):
                continue
            cost = _cost(message, cue.end, date.start)
            sentence = message.sentence_start(date.start)
            if cue.end <= sentence and has_own_subject(message.text[sentence : date.start]):
                continue
        elif date.end <= cue.start and cue.end <= min(after, date.end + _FARTHEST_CHARACTERS):
            if (far := told_after(message, date.end, cue.start)) is None:
                continue
            cost = _cost(message, date.end, cue.start) if far < 0 else far
            cost += _AFTER_COST + (turn(message.text, date.end, cue.end) if best else 0)
            if cue.kind is not Cue.OTHER and asks_before(message.text, date.end, cue.start):
                continue
            before = message.sentence_before(date.start)
            if is_label(before, message.text, date.end, cue.start):
                cost = 0
            if _is_of_next(message, cue, date.end, after, cost):
                continue
        else:
            continue
        if cue.kind is Cue.WROTE and is_what_was_done(message.text, date, cue):
            cost = max(cost, _FARTHEST)  # another cue tells more
        if cost <= _FARTHEST and (best is None or cost <= best[0]):
            best = (cost, cue)
    return best[1] if best else None


def _labels(text: str, end: int, cue: Found[Cue], after: int) -> bool:
    """Whether a cue between two dates labels the first: "5 June - entry, 9 May - passport"."""
    then = _NEXT.fullmatch(text, cue.end, after)
    noun = cue.kind in _HAPPENS and text[end : cue.start].isspace()
    if noun and text.startswith(")", cue.end):
        return True  # "(5 June I left) they gave me 9 July"
    return bool(then and (noun or _LABEL.fullmatch(text, end, cue.start)))


def _runs_until(message: Context, cue: Found[Cue], date: SaidDate) -> bool:
    """ "Through 5 May" is until then; "entered through Montreal 5 May" is a way in."""
    goes = cue.text == "up to" and goes_to(message.text[: cue.start])
    if not (goes or cue.text in ("through", "thru")) or cue.start > date.start:
        return True
    return _DIRECTLY.fullmatch(message.text, cue.end, date.start) is not None


def _is_of_next(message: Context, cue: Found[Cue], end: int, after: int, cost: int) -> bool:
    """Whether a cue after a date rather belongs to the next one, at ``after``."""
    if _labels(message.text, end, cue, after):
        return False
    if after == len(message.text) or _cost(message, cue.end, after) >= cost:
        return False
    return not any(cue.end <= other.start < after for other in message.cues)


def _cost(message: Context, start: int, end: int) -> int:
    """Words between cue and date, joints dearer; a question before answers nothing."""
    between = _DAY_BEFORE.sub("", message.text[start:end])
    ends = [message.text[at] for at in message.breaks if start <= at < end]
    if "?" in ends:
        asked = message.sentence_before(start)
        return 1 if is_answered(asked, between) else _FARTHEST + 1
    joints = len(_JOINT.findall(between))
    return len(between.split()) + _JOINT_COST * joints + _SENTENCE_COST * len(ends)
