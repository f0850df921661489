"""Dates that need not be asked about, because the talk has them or they change nothing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from actions import topics, wiring
from actions.reading import ROLE_WHEN_ASKED, Doubt, Doubtful
from actions.years import lacks_only_year
from language.dates import DateRole, SaidDate, find_dates
from language.ellipsis import Elided, asks_again_of_day, elided_in
from language.filings import HAS_FILED
from language.moments import asks_weekday
from language.reasons import asks_why
from language.replies import reply_of
from language.signs import asks
from rules_core.answers import Answer
from rules_core.decide import decide
from rules_core.questions import FACT_NAMES, Decision, Facts, Question, Topic

if TYPE_CHECKING:
    from actions.turn import Turn


_SO = re.compile(
    r"\b(?:so|then|means?|meaning)(?: (?:that'?s|it'?s|until|by|on|to|the))*\s*$", re.I
)
# What shows a date may tell a fact.
_PAPER = re.compile(
    r"\b(?:stamp|paper|slip|says?|said|shows?|reads?|record|passport|wr[io]t\w*|pen|ink|visa|permit|"
    r"letter|extension|appl\w+|enter\w*|came|come|arriv\w*|land\w*|back|officer)\b",
    re.I,
)
_IS_THAT = re.compile(r"\b(?:is|was|does|will|would|could) (?:that|this|it)\b", re.I)
_OF_EXTENDING = (Topic.EXTENSION.value, Topic.EXTENSION_HOW.value, Topic.EXTENSION_FEE.value)
_OF_APPROVAL = ("extension_applied_on", "extension_decided_on", "visitor_record_issued")
_ASKED = re.compile(r"[\s!.]*\?[\s?!.]*")
_SOON = 3
"""Days; so long a weekend and a holiday put off what falls on them."""


def days_of_talk(turn: Turn) -> frozenset[dt.date]:
    """The days the person told before, and those computed from them."""
    told = [turn.people.known.get(fact) for fact in ROLE_WHEN_ASKED]
    days = {dt.date.fromisoformat(day) for day in told if day is not None}
    verdict = turn.decide(Topic.AUTHORIZED_STAY)
    if isinstance(verdict, Answer):
        values = verdict.values
        days |= {limit.date for limit in values.limits}
        computed = (
            *(values.until, values.safe_date, values.recommended_by),
            *(values.restoration_last_day, values.review_by),
        )
        days |= {day for day in computed if day is not None}
    return frozenset(days)


def repeats(turn: Turn, doubtful: Doubtful) -> bool:
    """Whether it only names a day of the talk: "is 30 April included", "so by February?"."""
    if turn.asked:
        return False
    named = find_dates(doubtful.said)
    if named and named[0].weekday is not None and asks_weekday(turn.text):
        return True  # "is that a Sunday"
    if doubtful.doubt is Doubt.UNNAMED:
        # "But the law says six months, so 12 March?" asks why it is another day.
        why = elided_in(turn.text) is Elided.WHY
        day, days = doubtful.candidates[0], days_of_talk(turn)
        # "It falls on a Sunday, is Monday the 2nd good too?": soon after the day meant.
        after = "?" in turn.text and any(0 < (day - one).days <= _SOON for one in days)
        # "A dentist on 3 December, is that ok?" asks whether the stay lasts so long.
        asked = asks(turn.text) or _IS_THAT.search(turn.text) is not None
        planned = asked and day > turn.today and not _PAPER.search(turn.text)
        planned |= _reckoned(turn, doubtful)
        return why or after or day in days or (planned and turn.last_day_known)
    if lacks_only_year(doubtful) and not (turn.corrects or doubtful.said == ""):
        # "With 2 November, what is my last day": of two years, the one that was told.
        known = {turn.people.known.get(fact) for fact in ROLE_WHEN_ASKED}
        return sum(day.isoformat() in known for day in doubtful.candidates) == 1
    if doubtful.doubt is Doubt.INCOMPLETE and named and _is_a_day_told(turn, named[0]):
        return True
    if doubtful.doubt is Doubt.INCOMPLETE and _is_held_against(turn, doubtful):
        return True
    if doubtful.doubt is Doubt.INCOMPLETE and _asks_of_filing(turn, doubtful):
        return True
    month = named[0].month if named else None
    if doubtful.doubt is Doubt.INCOMPLETE and named and named[0].day and month is None:
        # "So the 14th is no problem?": a day of the talk, not of one more entry.
        again = doubtful.fact == "entry_date" and "?" in turn.text
        return again and named[0].day in {day.day for day in days_of_talk(turn)}
    if doubtful.doubt is not Doubt.INCOMPLETE or month is None or named[0].day is not None:
        return False
    told = turn.people.known.get(doubtful.fact)
    before = dt.date.fromisoformat(told) if told is not None else None
    same = before is not None and before.month == month
    again = same and before is not None and named[0].year in (None, before.year)
    if doubtful.fact != "entry_date" or (again and not (turn.corrects or doubtful.unnamed)):
        return again  # "good that it was July"; that a passport ends in a month of the talk is news
    return "?" in turn.text and month in {day.month for day in days_of_talk(turn)}


def _asks_of_filing(turn: Turn, doubtful: Doubtful) -> bool:
    """Whether it asks by when one applies: "is an extension sent on the 29th still fine?"."""
    of_filing = doubtful.fact == "extension_applied_on"
    before = turn.topic_before in _OF_EXTENDING
    of_filing |= doubtful.unnamed and (before or turn.intent == "ask_extension_deadline")
    asked = "?" in turn.text and HAS_FILED.search(turn.text) is None
    return of_filing and asked and turn.last_day_known


def _is_held_against(turn: Turn, doubtful: Doubtful) -> bool:
    """Whether a month is held against the last day told: "why? six months were over in October"."""
    if doubtful.fact not in ("record_expiry", "entry_date") or not turn.last_day_known:
        return False
    if any(said.day for said in find_dates(doubtful.said)):
        return False
    record, span = turn.people.known.get("record_expiry"), doubtful.span
    over = record is not None and span is not None and span[1].isoformat() < record
    of_a_period = doubtful.fact == "record_expiry" and "duration" in turn.new
    return asks_why(turn.text) or (doubtful.fact == "record_expiry" and over) or of_a_period


def _reckoned(turn: Turn, doubtful: Doubtful) -> bool:
    """Whether it is what the person makes of something: "he told me 180 days, so 9 May?"."""
    before, _, after = turn.text.partition(doubtful.said)
    return _SO.search(before) is not None and _ASKED.fullmatch(after) is not None


def _is_a_day_told(turn: Turn, said: SaidDate) -> bool:
    """Whether a day alone is of one told: "not sure of the 28th" after "back on 28 June"."""
    if said.day is None or said.month is not None or said.role is not None:
        return False
    told = (turn.people.known.get(fact) for fact in ROLE_WHEN_ASKED)
    days = {dt.date.fromisoformat(day) for day in told if day is not None}
    return sum(day.day == said.day for day in days) == 1


def changes_nothing(turn: Turn, doubtful: Doubtful) -> bool:
    """Whether the last day is the same wherever in its month, or year, or of both, it lies."""
    known: Facts = turn.facts
    if doubtful.unnamed and doubtful.doubt is Doubt.INCOMPLETE and turn.last_day_known:
        # "A new passport next month", "a trip in February": no day, and of nothing that counts.
        return not any(said.day for said in find_dates(doubtful.said))
    if doubtful.doubt is Doubt.UNNAMED and _asked_about(turn, doubtful):
        return True
    if doubtful.doubt is Doubt.UNNAMED and _stamped(turn.text, doubtful.said):
        # "Stamp of 6 June, then a visitor record": whichever that day is, it counts no more.
        read = ({"entry_date": doubtful.candidates[0]}, {"stamp_date": doubtful.candidates[0]})
        return turn.asked is None and _same_whichever(turn, read)
    if doubtful.fact in _OF_APPROVAL and known.extension_decision is Decision.APPROVED:
        # "Approved last week, until 30 April": the end that was granted counts, not the week.
        granted = known.record_expiry is not None or doubtful.fact == "extension_decided_on"
        return granted and doubtful.doubt in (Doubt.INCOMPLETE, Doubt.AMBIGUOUS)
    # Of two readings of "05/06" both may lead to the same day, as a month's first and last may.
    either = doubtful.candidates if doubtful.doubt is Doubt.AMBIGUOUS else ()
    if doubtful.fact == "left_canada_on" and turn.new.get("entry_date"):
        return _left_before(doubtful, known)
    between = doubtful.span or either
    if not between or doubtful.fact not in FACT_NAMES or turn.asked == doubtful.fact:
        return False
    if doubtful.fact == "entry_date" and known.entry_date is not None:
        # An earlier visit, from which nothing counts.
        return doubtful.span is not None and doubtful.span[1] < known.entry_date
    if getattr(known, doubtful.fact) is not None:
        return False
    return _same_whichever(turn, [{doubtful.fact: day} for day in between])


def _asked_about(turn: Turn, doubtful: Doubtful) -> bool:
    """Whether a day to come is only asked about: "she can change it to 3 May. Is that ok?"."""
    ahead = bool(doubtful.candidates) and min(doubtful.candidates) > turn.today
    asks_so = asks_again_of_day(turn.text) and _PAPER.search(turn.text) is None
    return ahead and asks_so and turn.asked is None and turn.last_day_known


def _same_whichever(turn: Turn, read: Sequence[Mapping[str, dt.date]]) -> bool:
    """Whether what follows is the same without the day and with each reading of it."""
    supposed = (replace(turn.facts, **day) for day in read)  # type: ignore[arg-type]  # its own names
    stands = [_standing(turn, facts) for facts in (turn.facts, *supposed)]
    return stands[0] is not None and len(set(stands)) == 1


def _stamped(text: str, said: str) -> bool:
    """Whether it is what a stamp shows that ``said`` tells."""
    shown = (one for one in find_dates(text) if one.role is DateRole.STAMPED)
    return any(one.text == said for one in shown)


def without_lasting(turn: Turn, doubts: Iterable[Doubtful]) -> Iterator[Doubtful]:
    """The doubts but those of a passport that lasts longer than any stay: it caps none.

    "And if it were good until 2031?" then takes the one that was told to end sooner out of the
    turn's facts.
    """
    for one in doubts:
        without = replace(turn.facts, passport_expiry=None)
        lasts = one.fact == "passport_expiry" and one.doubt is Doubt.INCOMPLETE and one.span
        ends = [replace(turn.facts, passport_expiry=day) for day in one.span or ()]
        stands = _standing(turn, without)
        if lasts and stands and all(_standing(turn, facts) == stands for facts in ends):
            turn.new["passport_expiry"], turn.facts = None, without
        else:
            yield one


def _left_before(doubtful: Doubtful, known: Facts) -> bool:
    """Whether it is the month of a trip whose return is told with it, and counts alone.

    "In August I went to Boston and came back on the 20th"; what becomes of a visitor record
    on such a trip is unsettled.
    """
    said, back = find_dates(doubtful.said), known.entry_date
    if back is None or known.record_expiry is not None or not said or said[0].month is None:
        return False
    day = dt.date(said[0].year or back.year, said[0].month, 1)
    return doubtful.doubt is Doubt.INCOMPLETE and day <= back


def _standing(turn: Turn, facts: Facts) -> tuple[object, ...] | None:
    """What follows from the facts, as far as a person acts on it; ``None`` where not enough."""
    verdict = decide(Question(Topic.AUTHORIZED_STAY, facts), wiring.LAW, turn.today)
    if not isinstance(verdict, Answer):
        return None
    values = verdict.values
    return (verdict.outcome, values.until, values.officer_date, values.status_today)


def left_open(turn: Turn) -> tuple[Doubtful, ...]:
    """The days of a fact told in two ways, none chosen yet, where an answer rests on that fact.

    What else is told while it is asked which day is meant does not take that question away.
    """
    last = turn.last_date
    if last is None or len(last.offered) < 2 or turn.supposing or turn.people.turned:
        return ()
    tells = turn.new or (turn.intent == "inform" and reply_of(turn.text) is None)
    still = turn.asked == last.fact and tells and not turn.last_day_known
    if still and last.fact not in turn.new and turn.people.known.get(last.fact) is None:
        return (Doubtful(Doubt.AMBIGUOUS, last.fact, last.said, last.offered),)
    asks_date = topics.OF_INTENT.get(turn.intent) in topics.COMPUTED
    if not asks_date or last.fact in turn.new or turn.people.known.get(last.fact) is None:
        return ()
    return (Doubtful(Doubt.AMBIGUOUS, last.fact, last.said, last.offered),)
