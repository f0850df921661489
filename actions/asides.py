"""What a message asks beside its topic: a day of the week, an hour, the court's last day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from actions import topics, wiring
from actions.misread import RESTORE
from actions.people import US
from actions.turn import Turn
from language.dates import DateRole, ExactDate, find_dates, resolve
from language.ellipsis import Elided, asks_again_of_day, asks_of_weekday, elided_in
from language.everyone import asks_of_all
from language.formats import date_in_words, figures, weekday_in_words
from language.learning import is_of_learning
from language.message import count, lead_of
from language.refusals import asks_days_after
from language.trips import trip_planned
from rules_core.answers import Answer, Outcome, Remark, Status, Verdict
from rules_core.law.reader import LawReader
from rules_core.questions import Decision, Topic
from rules_core.standing import review_by

_ROOM_FOR_OTHERS = 50
"""Words for the answers of the other people beside one's own, before they are shortened."""
_NOT_NEEDED = Outcome.RESTORATION_NOT_NEEDED.value


def asides(turn: Turn, verdict: Verdict, said: str) -> tuple[str, ...]:
    """The sentences, each on a line; nothing that `said` has already."""
    if not isinstance(verdict, Answer) or verdict.topic is Topic.EMERGENCY:
        return ()
    asked_of = tuple(turn.people.others) if asks_of_all(turn.text) else tuple(turn.parties)
    computed = verdict.topic in topics.COMPUTED
    others = _of_others(turn, asked_of, verdict) if computed else ()
    values, words = verdict.values, turn.words
    shown = figures(values, turn.facts)
    lines = list(filter(None, others))
    if asks_of_weekday(turn.text):
        restoring = verdict.topic is Topic.RESTORATION
        day = values.restoration_last_day if restoring else values.until
        named_now = {said.day for said in find_dates(turn.text) if said.month}
        ends = (values.until, values.restoration_last_day)
        day = next((end for end in ends if end and end.day in named_now), day)
        if day is not None:
            named = {"date": date_in_words(day), "weekday": weekday_in_words(day)}
            lines.append(words.sentence("weekday", **named))
    trip = trip_planned(turn.text) if verdict.topic in topics.ABOUT_A_STAY else None
    if trip is not None and not turn.says_facts_of_stay and not turn.out_of_status:
        lines.append(words.sentence(trip.value))
    lines.append(_sent_before_read(turn))
    lines.append(_day_asked_about(turn, verdict))
    if values.status_today is Status.MAINTAINED and asks_days_after(turn.text):
        rule = figures(turn.rule(Topic.RESTORATION).values, turn.facts)
        lines.append(words.sentence("days_after_refusal", **rule))
    asks_fee = turn.intent == "ask_extension_fee"
    if verdict.key == _NOT_NEEDED and not asks_fee and "restoration_last_day" in shown:
        lines.append(words.sentence("restoration_if_missed", **shown))
    restores = turn.intent == RESTORE and verdict.topic is not Topic.RESTORATION
    last = values.restoration_last_day if restores and turn.supposing else None
    if last is not None and date_in_words(last) not in said:
        lines.append(words.sentence("own_dates_open", **shown))  # after a refusal only feared
    if turn.asks_hour:
        closes = {
            "restoration_cutoff": Remark.RESTORATION_CUTOFF,
            "filing_cutoff": Remark.FILING_CUTOFF,
        }
        remark = next((closes[name] for name in closes if name in shown), None)
        if remark is not None:
            lines.append(words.text("remarks", remark.value).format_map(shown))
    if verdict.key == _NOT_NEEDED and values.restoration_last_day is not None:
        lines.append(words.sentence("own_dates_ahead", **shown))  # what it would be is asked too
    court = _court_day(turn, verdict)
    if court is not None and Remark.COURT_CLOCK not in verdict.remarks:
        lines.append(words.sentence("court", review_by=date_in_words(court)))
    return tuple(line for line in lines if line and line not in said)


def _sent_before_read(turn: Turn) -> str:
    """From which day a refusal counts, where the message tells when it was opened."""
    sent, refused = turn.facts.extension_decided_on, turn.facts.extension_decision
    if sent is None or refused is not Decision.REFUSED or not is_of_learning(turn.text):
        return ""
    if elided_in(turn.text) is not Elided.COUNT and not find_dates(turn.text):
        return ""
    return turn.words.sentence("sent_not_read", date=date_in_words(sent))


def _day_asked_about(turn: Turn, verdict: Answer) -> str:
    """Whether a day to come that the message asks about is still within the stay."""
    until, asked = verdict.values.until, asks_again_of_day(turn.text)
    if verdict.topic is not Topic.AUTHORIZED_STAY or until is None or not asked or turn.new:
        return ""
    said = [one for one in find_dates(turn.text) if one.role in (None, DateRole.OTHER)]
    found = resolve(said[0], turn.today, DateRole.OTHER) if len(said) == 1 else None
    if not isinstance(found, ExactDate) or min(found.date, until) < turn.today:
        return ""
    sentence = "day_too_late" if found.date > until else "day_in_time"
    return turn.words.sentence(sentence, date=date_in_words(found.date))


def _court_day(turn: Turn, verdict: Answer) -> dt.date | None:
    """The court's last day, where a court is asked about, or who can help after a refusal."""
    day = review_by(turn.facts, LawReader(wiring.LAW, turn.today))
    helps = verdict.topic is Topic.REFERRAL and day is not None and day >= turn.today
    return day if turn.asks_of_court or helps else None


def _of_others(turn: Turn, people: Sequence[str], verdict: Answer) -> tuple[str, ...]:
    """The answers for the others whose dates were told; of many, no more than their days."""
    own = lead_of(verdict, turn.facts, turn.words)
    leads = {person: _lead_for(turn, person, verdict.topic) for person in people}
    found = {person: lead for person, lead in leads.items() if lead}
    named = {p: turn.words.sentence("for_person", person=p) for p in found}
    if count(*found.values()) > _ROOM_FOR_OTHERS:
        found = {
            person: turn.words.sentence("same_for") if lead == own else _days_of(turn, person, lead)
            for person, lead in found.items()
        }
    return tuple(f"{named[person]} {said}" for person, said in found.items())


def _lead_for(turn: Turn, person: str, topic: Topic) -> str:
    """The answer for another of the people; empty for the one talked of, and where none is."""
    if person not in turn.people.others or person == US:
        return ""
    verdict = turn.decide_for(person, topic)
    return (
        lead_of(verdict, turn.facts_of(person), turn.words) if isinstance(verdict, Answer) else ""
    )


def _days_of(turn: Turn, person: str, lead: str) -> str:
    """Another's last day alone while it is still to come, else the answer's first sentence."""
    verdict = turn.decide_for(person, Topic.AUTHORIZED_STAY)
    running = isinstance(verdict, Answer) and verdict.values.status_today is Status.IN_STATUS
    if not (isinstance(verdict, Answer) and running):
        return lead.split(". ")[0].rstrip(".") + "."
    return turn.words.sentence("days_of", **figures(verdict.values, turn.facts_of(person)))
