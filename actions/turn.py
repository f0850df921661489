"""One turn of a conversation as the actions see it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from dateutil.relativedelta import relativedelta
from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from actions import topics, wiring
from actions.people import People, people_of
from actions.reading import ROLE_OF_FACT, ROLE_WHEN_ASKED, Doubt, Doubtful, read
from language.catalogue import Catalogue
from language.corrections import takes_back, year_alone
from language.dates import find_dates
from language.ellipsis import Elided, elided_in
from language.guard_table import Guard, row_of
from language.message import Message
from language.replies import Reply, reply_of
from language.subjects import SOMEONE
from language.suppositions import same_visa, shift_said, supposed_event, supposes
from rules_core.answers import OUT_OF_STATUS, Answer, CannotSay, Verdict
from rules_core.codec import facts_from_json
from rules_core.decide import decide, rule
from rules_core.questions import FACT_NAMES, Decision, Facts, Question, Topic

FORM = "facts_form"
FACTS_OF_STAY = (*ROLE_WHEN_ASKED, "officer_wrote_date", "super_visa", "extension_decision")
TOLD = tuple(name for name in FACT_NAMES if name != "timezone")
"""What a person tells; the time zone comes with each message."""


class Turn:
    """What the person said now, all they said before, and the rules to answer by."""

    def __init__(self, tracker: Tracker) -> None:
        message = tracker.latest_message or {}
        metadata = message.get("metadata")
        self.intent: str = (message.get("intent") or {}).get("name") or ""
        self.confidence: float = (message.get("intent") or {}).get("confidence") or 0.0
        self.ranking: list[dict[str, Any]] = message.get("intent_ranking") or []
        self.text: str = message.get("text") or ""
        self.words: Catalogue = wiring.words_for(metadata)
        self.today: dt.date = wiring.today()
        self.asked: str | None = tracker.get_slot("requested_slot")
        self.in_form: bool = bool(tracker.active_loop.get("name"))
        self.form_was_here: bool = tracker.latest_action_name == FORM
        """Whether the form has taken what this message says already."""
        self.topic_before: str | None = tracker.get_slot("topic")
        self.talked_of: str | None = tracker.get_slot("talked_of")
        self.disclaimer_said: bool = bool(tracker.get_slot("disclaimer_said"))
        self.unsure_before: bool = bool(tracker.get_slot("unsure"))
        self.people: People = people_of(
            self.text,
            tracker.get_slot("person"),
            {name: tracker.get_slot(name) for name in TOLD},
            tracker.get_slot("people") or {},
        )
        asked = self.asked if self.in_form and not self.people.turned else None
        corrects = takes_back(self.text)
        if asked is None and corrects:
            asked = tracker.get_slot("last_date")
        looked_for = self.topic_before == Topic.ENTRY_RECORD.value
        if asked is None and looked_for and "entry_date" not in self.people.known:
            asked = "entry_date"  # "found it, 27 May" tells what could not be told before
        before = self.people.known.get(asked or "") if corrects else None
        corrected = dt.date.fromisoformat(before) if asked in ROLE_OF_FACT and before else None
        perhaps = supposes(self.text) and not self.people.turned
        reading = read(message.get("entities") or [], asked, self.today, perhaps, corrected)
        self.new: dict[str, Any] = self._said_now(reading.slots, asked)
        year = year_alone(self.text) if corrects else None
        if year is not None and corrected is not None and asked not in self.new:
            self.new[str(asked)] = (corrected + relativedelta(year=year)).isoformat()
        event = supposed_event(self.text, self.today) if perhaps else None
        if event is not None:
            self.new[event[0]] = event[1].isoformat()
            if event[0] == "extension_decided_on":
                self.new["extension_decision"] = Decision.REFUSED.value
        # "If I entered on 3 May, when must I leave?" tells; once more is known, it supposes.
        told = {n: v for n, v in self.people.known.items() if self.new.get(n) != v}
        self.supposing: bool = perhaps and bool(told)
        zone = {"timezone": wiring.timezone_of(metadata)}
        facts = {name: value for name, value in self.new.items() if name in FACT_NAMES}
        self._verdicts: dict[Topic, Verdict] = {}
        self.facts: Facts = facts_from_json({**self.people.known, **zone, **facts})
        self.doubts: tuple[Doubtful, ...] = (*reading.doubts, *self._second(corrects))
        if self.doubts and self._beyond_this_law():
            self.doubts = ()
        said_again = [doubtful for doubtful in self.doubts if self._is_said_again(doubtful)]
        self.names_again: bool = bool(said_again)
        """Whether it names a day of the talk by its month: "so I go by February?"."""
        self.doubts = tuple(one for one in self.doubts if one not in said_again)

    def _said_now(self, said: Mapping[str, Any], asked: str | None) -> dict[str, Any]:
        """The facts of this message; another entry drops what an officer wrote before it."""
        new, known, before = dict(said), self.people.known, self.people.known_before
        if asked == "stamp_date" and self.intent == "deny" and "stamp_date" not in new:
            new["officer_wrote_date"] = False
        if new.get("officer_wrote_date") is False:
            new.setdefault("stamp_date", None)
        if self.people.turned and "entry_date" not in new:
            entered, shift = before.get("entry_date"), shift_said(self.text)
            if entered is not None and shift is not None:
                new["entry_date"] = (dt.date.fromisoformat(entered) + shift).isoformat()
        if self.people.turned and same_visa(self.text) and "super_visa" in before:
            new.setdefault("super_visa", before["super_visa"])
        entry = new.get("entry_date")
        if entry is not None and known.get("entry_date") not in (None, entry):
            for name in ("stamp_date", "officer_wrote_date"):
                new.setdefault(name, None)
        return new

    def _second(self, corrects: bool) -> tuple[Doubtful, ...]:
        """A second day of applying, told as no correction, may be a second application."""
        fact = "extension_applied_on"
        told = (self.people.known.get(fact), self.new.get(fact))
        days = {str(day) for day in told if day is not None}
        if corrects or self.supposing or self.asked == fact or len(days) < 2:
            return ()
        del self.new[fact]
        both = tuple(sorted(dt.date.fromisoformat(day) for day in days))
        return (Doubtful(Doubt.AMBIGUOUS, fact, "", both),)

    def _is_said_again(self, doubtful: Doubtful) -> bool:
        """Whether a question names a month in which the talk already has a day."""
        named = find_dates(doubtful.said)
        month = named[0].month if named else None
        if doubtful.doubt is not Doubt.INCOMPLETE or month is None or "?" not in self.text:
            return False
        if self.asked or named[0].day is not None:
            return False
        days = [self.people.known.get(fact) for fact in ROLE_WHEN_ASKED]
        months = {dt.date.fromisoformat(day).month for day in days if day is not None}
        verdict = self.decide(Topic.AUTHORIZED_STAY)
        if isinstance(verdict, Answer):
            limits = [limit.date for limit in verdict.values.limits]
            months |= {day.month for day in (verdict.values.until, *limits) if day}
        return month in months

    def _beyond_this_law(self) -> bool:
        """Whether the person is one whom no date could bring under this law: scope first."""
        verdict = self.decide(Topic.AUTHORIZED_STAY)
        return isinstance(verdict, CannotSay) and verdict.why in row_of(Guard.SCOPE).refusals

    @property
    def says_facts_of_stay(self) -> bool:
        """Whether this message says something a last day is computed from."""
        return any(name in FACTS_OF_STAY for name in self.new)

    @property
    def reply(self) -> Reply | None:
        """What the person does instead of answering the question that was put."""
        answers = bool(self.new or self.doubts)
        return None if answers or not self.asked else reply_of(self.text)

    @cached_property
    def topic(self) -> Topic:
        """The topic asked about now; facts alone go on with the last computed one."""
        asked_now = topics.OF_INTENT.get(self.intent)
        applies = "extension_applied_on" in self.new or "extension_decided_on" in self.new
        if self.supposing and applies:  # whatever was asked: that is what it turns on
            return Topic.MAINTAINED_STATUS
        restores = self.computed_before is Topic.RESTORATION or self.out_of_status
        of_overstay = self.talked_of == Topic.OVERSTAY_CONSEQUENCES.value
        if asked_now is Topic.EXTENSION_FEE and (
            restores or (of_overstay and elided_in(self.text) is Elided.COST)
        ):
            return Topic.RESTORATION  # after an overstay "the fee" is the one to restore
        return self.computed_before if asked_now is None else asked_now

    @cached_property
    def out_of_status(self) -> bool:
        """Whether, by what is known, the stay has ended."""
        verdict = self.decide(Topic.AUTHORIZED_STAY)
        return isinstance(verdict, Answer) and verdict.values.status_today in OUT_OF_STATUS

    @property
    def last_day_known(self) -> bool:
        """Whether the last day follows from what is known."""
        return isinstance(self.decide(Topic.AUTHORIZED_STAY), Answer)

    @property
    def computed_before(self) -> Topic:
        """The computed topic that was last pursued; a person's last day before any."""
        computed = {topic.value: topic for topic in topics.COMPUTED}
        return computed.get(self.topic_before or "", Topic.AUTHORIZED_STAY)

    def slots(self, **more: Any) -> list[EventType]:
        """Events that keep what this turn learnt; what was only supposed is not kept."""
        kept: dict[str, Any] = {"unsure": False}
        if self.people.turned:
            kept |= {name: self.people.known.get(name) for name in TOLD}
            kept |= {"people": dict(self.people.others)}
        kept["person"] = self.people.person
        if topics.group_of(more.get("topic")) is not None:
            kept["talked_of"] = more["topic"]
        if not self.supposing:
            kept |= self.new
            dates = [name for name in self.new if name in ROLE_OF_FACT and self.new[name]]
            kept |= {"last_date": dates[-1]} if dates else {}
        return [SlotSet(name, value) for name, value in {**kept, **more}.items()]

    def addressed(self, message: Message) -> Message:
        """The message, saying first whose stay it is about and that it is only supposed."""
        text, person = message.text, self.people.person
        if person is not None and person != SOMEONE:
            text = f"{self.words.sentence('for_person', person=person)} {text}"
        if self.supposing and self.says_facts_of_stay:
            text = f"{self.words.sentence('supposing')} {text}\n{self.words.sentence('not_kept')}"
        return replace(message, text=text)

    def decide(self, topic: Topic) -> Verdict:
        """The verdict on `topic` by all facts known, once a supposed decision has come."""
        if topic not in self._verdicts:
            self._verdicts[topic] = self._decided(topic)
        return self._verdicts[topic]

    def _decided(self, topic: Topic) -> Verdict:
        decided = self.facts.extension_decided_on if self.supposing else None
        day = self.today
        if decided is not None and decided >= day:
            day = decided + dt.timedelta(days=1)
        return decide(Question(topic, self.facts), wiring.LAW, day)

    def rule(self, topic: Topic) -> Answer:
        """The rule of `topic` as it stands for anyone."""
        return rule(topic, wiring.LAW, self.today)
