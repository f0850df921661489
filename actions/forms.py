"""The one form: it asks for the facts a topic still needs, and only for those."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import topics, wiring
from actions.own_dates import what_stands
from actions.payload import of_verdict, say
from actions.reading import Doubt, Doubtful
from actions.turn import Turn
from language.ellipsis import elided_in
from language.formats import date_in_words
from language.guard_table import UNSURE, Guard, intents_before
from language.message import Message, lead_of, question_message
from language.replies import Reply, starts_over
from language.signs import asks
from rules_core.answers import Answer, NeedFacts
from rules_core.decide import decide
from rules_core.questions import Question, Topic
from rules_core.shape import answer_shape

REQUESTED = "requested_slot"
_EITHER = re.compile(r"\bor\b", re.I)
GOES_ON = (*topics.ASKS_FOR_FACTS, "affirm", "deny", UNSURE)
"""Intents that belong to the form while it is open; any other without facts, and a question
that is not understood, is a side question, answered before the form's own is put again."""
BEFORE_ALL_FACTS = intents_before(Guard.SCOPE)
"""Urgency and evasion; a message that gives the fact asked for is within the scope."""


class ValidateFactsForm(Action):
    """Takes the facts of a message, then lets the rules core say what is missing."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "validate_facts_form"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Ask the next question, or close the form by requesting nothing.

        Returning no slot at all makes Rasa reject the form for this message, which
        hands a side question to its own rule.
        """
        turn, closed = Turn(tracker), {REQUESTED: None}
        if turn.in_form and turn.intent in BEFORE_ALL_FACTS:
            answered = turn.asked in turn.new
            return turn.slots(topic=self._topic(turn).value, **closed) if answered else []
        if turn.doubts:
            return self._ask_about(turn, turn.doubts[0], dispatcher)
        known = turn.people.known.get(turn.asked or "") is not None
        # Who was asked what another day is has told this fact, and need not find it.
        if turn.in_form and turn.reply is not None and (turn.reply is Reply.STOP or not known):
            return turn.slots(topic=_instead(turn), **closed)
        another = turn.intent not in GOES_ON or (turn.intent == UNSURE and _asks_or_wishes(turn))
        # Whom it turns to is asked about here: the fallback sends such a message back.
        turns = turn.asks_of_another or (turn.intent == UNSURE and turn.people.turned)
        if turn.in_form and not turn.new and another and not turns:
            return []
        topic = self._topic(turn)
        if turn.asked and turn.intent == "deny" and not turn.new:
            return turn.slots(topic=topics.STOPPED, **closed)
        verdict = turn.decide(topic)
        if not isinstance(verdict, NeedFacts):
            return turn.slots(topic=topic.value, **closed)
        self._ask(turn, topic, verdict, dispatcher)
        return turn.slots(topic=topic.value, **{REQUESTED: verdict.missing[0]})

    def _topic(self, turn: Turn) -> Topic:
        return turn.topic if turn.topic in topics.COMPUTED else turn.computed_before

    def _ask(
        self, turn: Turn, topic: Topic, need: NeedFacts, dispatcher: CollectingDispatcher
    ) -> None:
        message = turn.addressed(question_message(need, turn.facts, turn.words))
        unread = turn.in_form and turn.asked == need.missing[0] and not turn.people.turned
        # What asks tells no date; what tells another fact was read.
        unread &= turn.intent not in topics.OF_INTENT and not (turn.new or _asks_or_wishes(turn))
        if need.problem is None and unread:
            lines = (turn.words.sentence("not_a_date"), what_stands(turn), message.text)
            message = replace(message, text="\n".join(filter(None, lines)))
        elif need.problem is None and topic is not Topic.AUTHORIZED_STAY:
            lead = lead_of(turn.rule(topic), turn.facts, turn.words)
            message = replace(message, text=f"{lead}\n{message.text}")
        say(dispatcher, message, of_verdict(need, turn.intent, message))

    def _ask_about(
        self, turn: Turn, doubtful: Doubtful, dispatcher: CollectingDispatcher
    ) -> list[EventType]:
        """Ask about a date that cannot be taken as it stands."""
        words, shown = turn.words, {"text": doubtful.said}
        buttons = []
        dates = [date_in_words(day) for day in doubtful.candidates]
        if doubtful.doubt is Doubt.AMBIGUOUS:
            shown |= {"first": ", ".join(dates[:-1]), "second": dates[-1]}
            buttons = [words.button("date", date=date) for date in dates]
        elif dates:
            shown["date"] = dates[0]
            if doubtful.doubt is Doubt.UNNAMED:
                buttons = [
                    words.button(name, date=dates[0]) for name in ("entry_date", "stamp_date")
                ]
        lines = (words.sentence(doubtful.doubt.value, **shown), _earlier_of_two(turn, doubtful))
        message = Message("\n".join(filter(None, lines)), tuple(buttons))
        payload = answer_shape("need_facts", doubtful.doubt.value.upper(), turn.intent)
        payload["topic"] = self._topic(turn).value
        payload["missing"] = [doubtful.fact]
        payload["values"] = {"candidates": [day.isoformat() for day in doubtful.candidates]}
        say(dispatcher, message, payload)
        return turn.slots(topic=self._topic(turn).value, **{REQUESTED: doubtful.fact})


class AskNextFact(Action):
    """Leaves the question open that was put before a side question.

    After one Rasa runs the form again without its validation, and asks for the first of its
    slots that is empty. `next_fact` is its only one and never filled, so this is what it runs.
    """

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_ask_next_fact"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Request again what was requested."""
        return [SlotSet(REQUESTED, tracker.get_slot(REQUESTED))]


def _earlier_of_two(turn: Turn, doubtful: Doubtful) -> str:
    """The last day counted from the earlier of the days on which one says to have come."""
    days, either = doubtful.candidates, _EITHER.search(doubtful.said) is not None
    if not either or doubtful.fact != "entry_date" or not days or max(days) > turn.today:
        return ""
    facts = replace(turn.facts, entry_date=min(days))
    verdict = decide(Question(Topic.AUTHORIZED_STAY, facts), wiring.LAW, turn.today)
    if not isinstance(verdict, Answer) or verdict.values.until is None:
        return ""
    shown = {"entered": min(days), "until": verdict.values.until}
    named = {name: date_in_words(day) for name, day in shown.items()}
    return turn.words.sentence("earlier_of_two", **named)


def _asks_or_wishes(turn: Turn) -> bool:
    """Whether it asks something, or wishes to begin anew."""
    return asks(turn.text) or elided_in(turn.text) is not None or starts_over(turn.text)


def _instead(turn: Turn) -> str:
    """What stands for the topic where the person does not answer the question."""
    if turn.reply is Reply.STOP:
        return topics.STOPPED
    return f"{topics.UNKNOWN if turn.reply is Reply.UNKNOWN else topics.SKIPPED} {turn.asked}"
