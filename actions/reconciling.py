"""Which of two facts that contradict each other a year, or a day, said next puts right."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from dateutil.relativedelta import relativedelta

from actions import wiring
from actions.people import Known
from actions.reading import HAPPENED, ROLE_OF_FACT
from language.cues import Holder, holders
from language.dates import AmbiguousDate, DateForm, ExactDate, SaidDate, find_dates, resolve
from rules_core.answers import NeedFacts
from rules_core.codec import facts_from_json
from rules_core.decide import decide
from rules_core.questions import Question, Topic

_ENTRY = "entry_date"
_BEHIND = (_ENTRY, *HAPPENED)
_LONGEST = 9
"""Words; who says more tells what the day is of."""
_YEAR = re.compile(r"\b20[0-9]{2}\b")
_OF_ENTRY = re.compile(
    r"\b(?:ent(?:ry|er\w*)|arriv\w*|came|landed|crossed|flew|got (?:in|here)|first (?:one|date))\b",
    re.I,
)
_OF_THE_OTHER = re.compile(
    r"\b(?:stamp\w*|wr[io]t\w*|officer\w*|pen|ink|hand ?writ\w*|leave|until|passport|expir\w*|"
    r"appl(?:y|ied|ication)|sent|filed|second (?:one|date))\b",
    re.I,
)
_END_OF = {
    Holder.PASSPORT: "passport_expiry",
    Holder.VISA: "visa_expiry",
    Holder.RECORD: "record_expiry",
}


def reconciled(text: str, known: Known, today: dt.date) -> Known:
    """The one fact whose day, put so, lets the facts `known` agree; nothing where two may be it.

    "2027, sorry", after an officer's date of January 2026 and an entry of October 2026.
    """
    if "?" in text or len(text.split()) > _LONGEST:
        return {}
    dates = find_dates(text)
    if not (dates or _YEAR.search(text)):
        return {}
    at_odds = _at_odds(known, today)
    of_entry, of_other = _OF_ENTRY.search(text), _OF_THE_OTHER.search(text)
    if of_entry and not of_other:
        at_odds = tuple(fact for fact in at_odds if fact == _ENTRY)
    elif of_other and not of_entry:
        at_odds = tuple(fact for fact in at_odds if fact != _ENTRY)
    papers = {_END_OF[one.kind] for one in holders(text) if one.kind in _END_OF}
    if len(papers) == 1:  # "my passport expires 5 March 2027" is of that alone
        at_odds = tuple(fact for fact in at_odds if fact in papers)
    right = {
        (fact, day)
        for fact in at_odds
        for day in _days(text, dates, dt.date.fromisoformat(known[fact]), today)
        if not (fact in _BEHIND and day > today)
        and not _at_odds({**known, fact: day.isoformat()}, today)
    }
    return {fact: day.isoformat() for fact, day in right} if len(right) == 1 else {}


def _at_odds(known: Known, today: dt.date) -> tuple[str, ...]:
    """The facts with a day that contradict each other."""
    verdict = decide(Question(Topic.AUTHORIZED_STAY, facts_from_json(known)), wiring.LAW, today)
    if not isinstance(verdict, NeedFacts) or verdict.problem is None:
        return ()
    meant = dict.fromkeys((*verdict.missing, _ENTRY))
    return tuple(fact for fact in meant if fact in ROLE_OF_FACT and known.get(fact))


def _days(
    text: str, dates: tuple[SaidDate, ...], told: dt.date, today: dt.date
) -> Iterator[dt.date]:
    """The days that one fact, `told` with another, may have by what is said now."""
    years = {int(year) for year in _YEAR.findall(text)}
    if len(years) != 1 or len(dates) > 1:
        return
    if dates and dates[0].form is not DateForm.INCOMPLETE:
        found = resolve(dates[0], today)
        if isinstance(found, ExactDate):
            yield found.date
        if isinstance(found, AmbiguousDate):
            yield from (day for day in found.candidates if day == told.replace(year=day.year))
    elif not dates or dates[0].month in (None, told.month):
        yield told + relativedelta(year=years.pop())
