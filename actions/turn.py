"""One turn of a conversation as the actions see it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cached_property
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from actions import topics, wiring
from actions.doubts import changes_nothing, days_of_talk, left_open, repeats, without_lasting
from actions.hearing import Hearing
from actions.kept_date import date_kept
from actions.last_date import LastDate
from actions.mixed_up import is_mixed_up
from actions.parties import as_one_of_us, facts_of_parties, rival_entries, with_us
from actions.payload import said_last, text_before
from actions.people import People, people_of, with_companions, with_parties, with_put_right
from actions.reading import ROLE_WHEN_ASKED, Doubt, Doubtful
from actions.reminded import told_beside
from actions.second_application import second_application, with_second_told
from language.catalogue import Catalogue
from language.ellipsis import Elided, asks_court, elided_in
from language.filings import is_of_extending
from language.guard_table import INTENTS, OUTSIDE, UNSURE, Guard, row_of
from language.message import Message
from language.moments import asks_hour, zone_of
from language.named_days import Talk
from language.replies import Reply, reply_of
from language.subjects import SELF, SOMEONE, companions, subject_of
from rules_core.answers import OUT_OF_STATUS, Answer, CannotSay, Verdict
from rules_core.codec import facts_from_json
from rules_core.decide import decide, rule
from rules_core.questions import FACT_NAMES, Decision, Facts, Question, Topic

FORM = "facts_form"
FACTS_OF_STAY = (*ROLE_WHEN_ASKED, "officer_wrote_date", "super_visa", "extension_decision")
TOLD = tuple(name for name in FACT_NAMES if name != "timezone")
"""What a person tells; the time zone comes with each message."""
NAMES, SHORT = 3, 6
"""Words: "and my husband?" turns to another person and says nothing else."""


class Turn:
    """What the person said now, all they said before, and the rules to answer by."""

    def __init__(self, tracker: Tracker) -> None:
        message = tracker.latest_message or {}
        metadata = message.get("metadata")
        self.intent: str = (message.get("intent") or {}).get("name") or ""
        self.confidence: float = (message.get("intent") or {}).get("confidence") or 0.0
        self.ranking: list[dict[str, Any]] = message.get("intent_ranking") or []
        self.questions: list[str] = message.get("questions") or []
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
        self.said_last: str = said_last(tracker.events)
        self.people: People = people_of(
            self.text,
            tracker.get_slot("person"),
            {name: tracker.get_slot(name) for name in TOLD},
            tracker.get_slot("people") or {},
        )
        self.last_date = LastDate.from_slot(tracker.get_slot("last_date"))
        heard = Hearing(
            text=self.text,
            intent=self.intent,
            today=self.today,
            people=self.people,
            asked=self.asked if self.in_form and not self.people.turned else None,
            last=self.last_date,
            talk=Talk.of(self.topic_before, self.talked_of, text_before(tracker.events)),
            taken=self.form_was_here and not self.in_form,
        ).heard(message.get("entities") or [])
        if self.intent == "ask_reminder" and not self.asked:
            heard = told_beside(heard, self.people.known, self.text)
        self.asks_hour = elided_in(self.text) is Elided.PLACE or asks_hour(self.text)
        there = zone_of(self.text) if self.asks_hour else None
        zone = {"timezone": there or wiring.timezone_of(metadata)}
        self.corrects: bool = heard.corrects
        self._verdicts: dict[Topic, Verdict] = {}
        self.facts: Facts = facts_from_json({**self.people.known, **zone})
        self.supposing = False
        # "And 3 April?" of a day already computed asks about that one.
        asks_back = heard.goes_on and bool(days_of_talk(self) & heard.days)
        self.new: dict[str, Any] = {} if asks_back else heard.new
        self.people = as_one_of_us(self.people, self.new)
        apart = heard.perhaps or is_mixed_up(self.text, self.people.known)
        self.parties = {} if apart else facts_of_parties(self.text, self.today)
        """The facts of each person, where this message tells the dates of several."""
        if self.parties:
            self.people = with_parties(self.people, self.parties, self.text)
            self.new = dict(self.parties[self.people.person or SELF])
        doubts = with_second_told(heard.doubts, self.new, self.people.known, self.text)
        # "If I entered on 3 May, when must I leave?" tells; once more is known, it supposes.
        told = {n: v for n, v in self.people.known.items() if self.new.get(n) != v}
        self.supposing = heard.perhaps and bool(told) and not asks_back
        facts = {name: value for name, value in self.new.items() if name in FACT_NAMES}
        self._verdicts.clear()
        self.facts = facts_from_json({**self.people.known, **zone, **facts})
        if self.new.get("entry_date") and not self.supposing and self.people.person is None:
            people = with_put_right(self.people, self.new, heard.corrects)
            joined = () if apart else companions(self.text)  # "I mixed it up with my wife, me ..."
            people = with_companions(people, joined, self.new)
            self.people = with_us(people, self.text, self.new)
        self.doubts: tuple[Doubtful, ...] = (*doubts, *second_application(self, self.corrects))
        rivals = () if apart or self.parties else rival_entries(self.text, self.today)
        if rivals and self.new.pop("entry_date", None):
            self.doubts = (Doubtful(Doubt.AMBIGUOUS, "entry_date", "", rivals), *self.doubts)
        if self.parties or (self.doubts and self._beyond_this_law()):
            self.doubts = ()
        repeated = [one for one in self.doubts if repeats(self, one)]
        self.names_again: bool = bool(repeated) or asks_back
        """Whether it names a day of the talk again: "so I go by February?"."""
        left = without_lasting(self, (one for one in self.doubts if one not in repeated))
        left_over = tuple(one for one in left if not changes_nothing(self, one))
        self.doubts = left_over or left_open(self)
        self._verdicts.clear()

    def _beyond_this_law(self) -> bool:
        """Whether the person is one whom no date could bring under this law: scope first."""
        verdict = self.decide(Topic.AUTHORIZED_STAY)
        return isinstance(verdict, CannotSay) and verdict.why in row_of(Guard.SCOPE).refusals

    @property
    def says_facts_of_stay(self) -> bool:
        """Whether this message says something a last day is computed from."""
        return any(name in FACTS_OF_STAY for name in self.new)

    @property
    def asks_of_another(self) -> bool:
        """Whether it turns to another person and says nothing else: "and my husband?"."""
        unread, count = self.intent in (UNSURE, OUTSIDE), len(self.text.split())
        again = count <= NAMES and subject_of(self.text) is not None  # "and I?"
        return unread and (again or (self.people.turned and count <= SHORT))

    @property
    def reply(self) -> Reply | None:
        """What the person does instead of answering the question that was put."""
        return None if self.new or self.doubts or not self.asked else reply_of(self.text)

    @cached_property
    def topic(self) -> Topic:
        """The topic asked about now; facts alone go on with the last computed one."""
        asked_now = topics.OF_INTENT.get(self.intent)
        turns_on = next((topics.TURNS_ON[n] for n in topics.TURNS_ON if self.new.get(n)), None)
        settled = turns_on is Topic.AUTHORIZED_STAY and asked_now in topics.ABOUT_A_STAY
        if self.supposing and turns_on is not None and not settled:
            return turns_on
        elided = elided_in(self.text)
        if self.asks_of_court:  # the court's days run from the refusal
            restored = self.facts.restoration_decision is Decision.REFUSED
            return Topic.RESTORATION if restored else Topic.MAINTAINED_STATUS
        if elided is Elided.COURT and self.facts.stamp_date is not None:
            return Topic.SHORT_STAMP  # the court's days are told there
        if elided in topics.BY_THE_TALK and self.intent not in INTENTS and self.last_day_known:
            return Topic.RESTORATION if self.out_of_status else topics.BY_THE_TALK[elided]
        refused = self.facts.extension_decision is Decision.REFUSED and not self.last_day_known
        restores = refused or self.computed_before is Topic.RESTORATION or self.out_of_status
        of_overstay = self.talked_of == Topic.OVERSTAY_CONSEQUENCES.value and elided is Elided.COST
        # What an extension costs is asked as long as one can still be sent.
        in_time = self.last_day_known and not self.out_of_status and is_of_extending(self.text)
        if asked_now is Topic.EXTENSION_FEE and (restores or of_overstay) and not in_time:
            return Topic.RESTORATION  # after an overstay "the fee" is the one to restore
        return self.computed_before if asked_now is None else asked_now

    @property
    def asks_of_court(self) -> bool:
        """Whether it asks if a court can look at the refusal known."""
        decisions = (self.facts.extension_decision, self.facts.restoration_decision)
        return Decision.REFUSED in decisions and asks_court(self.text)

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
        begins = self.people.turned and "entry_date" in self.new
        return topics.pursued(self.topic_before, self.facts, begins)

    def slots(self, **more: Any) -> list[EventType]:
        """Events that keep what this turn learnt; what was only supposed is not kept."""
        kept: dict[str, Any] = {"unsure": False}
        kept["people"] = dict(self.people.others)
        if self.people.turned:
            kept |= {name: self.people.known.get(name) for name in TOLD}
        kept["person"] = self.people.person
        if topics.group_of(more.get("topic")) is not None:
            kept["talked_of"] = more["topic"]
        if not self.supposing:
            kept |= self.new
        kept["last_date"] = date_kept(
            self.text, self.doubts, self.new, self.last_date, self.supposing, self.today
        )
        return [SlotSet(name, value) for name, value in {**kept, **more}.items()]

    def addressed(self, message: Message) -> Message:
        """The message, saying first whose stay it is about and that it is only supposed."""
        text, person = message.text, self.people.person
        if person is not None and person != SOMEONE:
            text = f"{self.words.sentence('for_person', person=person)} {text}"
        if self.supposing and self.says_facts_of_stay:
            text = f"{self.words.sentence('supposing')} {text}\n{self.words.sentence('not_kept')}"
        return replace(message, text=text)

    def decide_for(self, person: str, topic: Topic) -> Verdict:
        """The verdict on `topic` by what is known of another person."""
        return decide(Question(topic, self.facts_of(person)), wiring.LAW, self.today)

    def facts_of(self, person: str) -> Facts:
        """What is known of another person."""
        known = {**self.people.others.get(person, {}), "timezone": self.facts.timezone}
        return facts_from_json(known)

    def decide(self, topic: Topic) -> Verdict:
        """The verdict on `topic` by all facts known, once a supposed decision has come."""
        if topic not in self._verdicts:
            self._verdicts[topic] = self._decided(topic)
        return self._verdicts[topic]

    def _decided(self, topic: Topic) -> Verdict:
        decisions = (self.facts.extension_decided_on, self.facts.restoration_decided_on)
        ahead = [one for one in decisions if one is not None and one >= self.today]
        day = max(ahead) + dt.timedelta(days=1) if self.supposing and ahead else self.today
        return decide(Question(topic, self.facts), wiring.LAW, day)

    def rule(self, topic: Topic) -> Answer:
        """The rule of `topic` as it stands for anyone."""
        return rule(topic, wiring.LAW, self.today)
