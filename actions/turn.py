"""One turn of a conversation as the actions see it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from actions import topics, wiring
from actions.reading import ROLE_OF_FACT, ROLE_WHEN_ASKED, Doubtful, read
from language.catalogue import Catalogue
from language.corrections import takes_back
from rules_core.answers import Answer, Verdict
from rules_core.codec import facts_from_json
from rules_core.decide import decide, rule
from rules_core.questions import FACT_NAMES, Facts, Question, Topic

FACTS_OF_STAY = (*ROLE_WHEN_ASKED, "officer_wrote_date", "super_visa", "extension_decision")


class Turn:
    """What the person said now, all they said before, and the rules to answer by."""

    def __init__(self, tracker: Tracker) -> None:
        message = tracker.latest_message or {}
        self.intent: str = (message.get("intent") or {}).get("name") or ""
        self.ranking: list[dict[str, Any]] = message.get("intent_ranking") or []
        self.text: str = message.get("text") or ""
        self.words: Catalogue = wiring.words_for(message.get("metadata"))
        self.today: dt.date = wiring.today()
        self.asked: str | None = tracker.get_slot("requested_slot")
        self.in_form: bool = bool(tracker.active_loop.get("name"))
        self.topic_before: str | None = tracker.get_slot("topic")
        self.disclaimer_said: bool = bool(tracker.get_slot("disclaimer_said"))
        asked = self.asked if self.in_form else None
        if asked is None and takes_back(self.text):
            asked = tracker.get_slot("last_date")
        reading = read(message.get("entities") or [], asked, self.today)
        self.new: dict[str, Any] = dict(reading.slots)
        self.doubts: tuple[Doubtful, ...] = reading.doubts
        if asked == "stamp_date" and self.intent == "deny" and "stamp_date" not in self.new:
            self.new["officer_wrote_date"] = False
        if self.new.get("officer_wrote_date") is False:
            self.new.setdefault("stamp_date", None)
        dates = [name for name in self.new if name in ROLE_OF_FACT]
        if dates:
            self.new["last_date"] = dates[-1]
        known = {name: tracker.get_slot(name) for name in FACT_NAMES}
        known["timezone"] = wiring.timezone_of(message.get("metadata"))
        self.facts: Facts = facts_from_json({**known, **self._facts_now(known)})

    def _facts_now(self, known: dict[str, Any]) -> dict[str, Any]:
        """The new facts; another entry drops what an officer wrote at the one before."""
        entry = self.new.get("entry_date")
        if entry is not None and known["entry_date"] not in (None, entry):
            for name in ("stamp_date", "officer_wrote_date"):
                self.new.setdefault(name, None)
        return {name: value for name, value in self.new.items() if name in FACT_NAMES}

    @property
    def says_facts_of_stay(self) -> bool:
        """Whether this message says something a last day is computed from."""
        return any(name in FACTS_OF_STAY for name in self.new)

    @property
    def topic(self) -> Topic:
        """The topic asked about now; facts alone go on with the last computed one."""
        asked_now = topics.OF_INTENT.get(self.intent)
        if asked_now is Topic.EXTENSION_FEE and self.computed_before is Topic.RESTORATION:
            return Topic.RESTORATION  # after an overstay "the fee" is the one to restore
        if asked_now is not None:
            return asked_now
        return self.computed_before

    @property
    def computed_before(self) -> Topic:
        """The computed topic that was last pursued; a person's last day before any."""
        computed = {topic.value: topic for topic in topics.COMPUTED}
        return computed.get(self.topic_before or "", Topic.AUTHORIZED_STAY)

    def slots(self, **more: Any) -> list[EventType]:
        """Events that keep what this turn learnt."""
        return [SlotSet(name, value) for name, value in {**self.new, **more}.items()]

    def decide(self, topic: Topic) -> Verdict:
        """The verdict on `topic` by all facts known."""
        return decide(Question(topic, self.facts), wiring.LAW, self.today)

    def rule(self, topic: Topic) -> Answer:
        """The rule of `topic` as it stands for anyone."""
        return rule(topic, wiring.LAW, self.today)
