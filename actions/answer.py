"""Answers a question from what is known; asks nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions import topics
from actions.asides import asides
from actions.follow_up import follow_up
from actions.misread import misread, mistaken_guard, only_joins, only_supposes
from actions.own_dates import own_dates
from actions.payload import has_replied, of_verdict, say
from actions.reading import Doubt
from actions.reminder import remind
from actions.several import others, with_others
from actions.turn import FORM, Turn
from language.ellipsis import asks_cost, asks_of_weekday
from language.formats import date_in_words
from language.mentions import ABOUT_RESTORING, asks_to_work
from language.message import (
    LONGEST,
    Message,
    answer_message,
    count,
    question_message,
    refusal_message,
)
from rules_core.answers import (
    OUT_OF_STATUS,
    Answer,
    CannotSay,
    NeedFacts,
    Outcome,
    Reason,
    Referral,
    Verdict,
)
from rules_core.questions import Topic
from rules_core.shape import answer_shape


class AnswerTopic(Action):
    """Decides the topic and says the verdict; never silent."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_answer"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Say the answer; keep its topic for follow-up questions."""
        if has_replied(tracker.events):
            return []  # a side question, after which the form had no more to ask
        turn = Turn(tracker)
        state, _, fact = (turn.topic_before or "").partition(" ")
        if state in (topics.STOPPED, topics.SKIPPED, topics.UNKNOWN):
            return without_the_fact(turn, state, fact, dispatcher)
        if only_joins(turn) or only_supposes(turn):
            turn.intent = "inform"
        elif mistaken_guard(turn):
            turn.intent = follow_up(turn) or turn.intent
        elif turn.intent in ABOUT_RESTORING and asks_to_work(turn.text):
            turn.intent = "ask_work_study"
        else:
            turn.intent = misread(turn) or turn.intent
        return respond(turn, dispatcher)


def respond(turn: Turn, dispatcher: CollectingDispatcher) -> list[EventType]:
    """Say the answer to what the turn asks; events that keep what it learnt."""
    if turn.intent == "ask_reminder" and turn.last_day_known:
        return remind(turn, dispatcher)  # asked for beside the form's open question
    if _needs_the_form(turn):
        return [FollowupAction(FORM)]
    verdict, alone = answer(turn)
    said_now = not turn.disclaimer_said or verdict_refers(verdict)
    message = beside_the_rest(turn, verdict, alone, said_now)
    more = others(turn, verdict)
    length = count(message.text, *more.values())
    if length > LONGEST:  # say the answer again in the room that is left
        verdict, shorter = answer(turn, beside=length - count(alone.text))
        message = beside_the_rest(turn, verdict, shorter, said_now)
        if count(message.text, *more.values()) > LONGEST:  # the form can ask again later
            message = beside_the_rest(turn, verdict, shorter, said_now, asks_on=False)
    message = with_others(turn, message, more)
    if turn.intent in turn.words.keys("buttons"):
        asked = turn.words.button(turn.intent)
        message = replace(message, buttons=tuple(b for b in message.buttons if b != asked))
    payload = of_verdict(verdict, turn.intent, message)
    if turn.topic in topics.GUARDS:
        payload["kind"] = "guard"
    if turn.asks_of_court and payload["referral"] == Referral.NONE.value:
        payload["referral"] = Referral.SUGGESTED.value  # the court's days are a lawyer's
    say(dispatcher, message, payload)
    kept = verdict.topic.value if not turn.in_form else turn.topic_before
    return turn.slots(topic=kept, disclaimer_said=turn.disclaimer_said or said_now)


def _needs_the_form(turn: Turn) -> bool:
    """Whether a doubt, or a fact that is missing, has to be asked about first."""
    if turn.in_form or turn.form_was_here:
        return False
    computed = turn.topic in topics.COMPUTED
    pursued = computed and turn.intent in topics.ASKS_FOR_FACTS
    # A date without a name is none of the facts of an answer that is not computed from them.
    doubted = any(pursued or one.doubt is not Doubt.UNNAMED for one in turn.doubts)
    if doubted and (computed or turn.topic in topics.COMPANION):
        return True
    tells_a_case = computed and turn.says_facts_of_stay  # who does is asked for the rest
    return (pursued or tells_a_case) and isinstance(turn.decide(turn.topic), NeedFacts)


def without_the_fact(
    turn: Turn, state: str, fact: str, dispatcher: CollectingDispatcher
) -> list[EventType]:
    """What can be said where the person stops, skips the question or does not know."""
    words = turn.words
    if state == topics.STOPPED:
        buttons = (words.button("ask_expiry_date"), words.button("ask_capabilities"))
        message = Message(words.sentence("stopped"), buttons)
        say(dispatcher, message, answer_shape("chat", "STOPPED", turn.intent))
        return turn.slots(topic=None)
    skipped = state == topics.SKIPPED
    topic = Topic.STAY_LENGTH if skipped else topics.HOW_TO_FIND.get(fact)
    lead = words.sentence("skipped" if skipped else f"unknown_{fact if topic else 'other'}")
    outcome = "SKIPPED" if skipped else "UNKNOWN_FACT"
    if topic is None:
        buttons = (words.button("ask_referral"), words.button("ask_capabilities"))
        say(dispatcher, Message(lead, buttons), answer_shape("chat", outcome, turn.intent))
        return turn.slots(topic=None)
    rule = turn.rule(topic)
    message = answer_message(rule, turn.facts, words, None, count(lead))
    message = replace(message, text=f"{lead}\n{message.text}")
    say(dispatcher, message, of_verdict(rule, turn.intent, message))
    return turn.slots(topic=rule.topic.value)


def beside_the_rest(
    turn: Turn, verdict: Verdict, message: Message, said_now: bool, asks_on: bool = True
) -> Message:
    """The message with whose stay it is, the disclaimer, and the form's open question."""
    if verdict.topic in topics.COMPUTED:
        message = turn.addressed(with_dates_that_change_nothing(turn, verdict, message))
    lines = [message.text, *asides(turn, verdict, message.text)]
    if said_now and not isinstance(verdict, NeedFacts):
        lines.append(turn.words.sentence("disclaimer"))
    # Who is detained, or has a court's day to keep, is not asked for dates.
    if asks_on and turn.topic is not Topic.EMERGENCY and not turn.asks_of_court:
        asked = turn.words.text("questions", str(turn.asked)) if turn.asked else ""
        lines.append("" if asked and asked in message.text else still_need(turn))
    return replace(message, text="\n".join(filter(None, lines)))


def with_dates_that_change_nothing(turn: Turn, verdict: Verdict, message: Message) -> Message:
    """The message, acknowledging a date just given that comes too late to matter."""
    if not isinstance(verdict, Answer):
        return message
    later = [
        turn.words.sentence("later_date", date=date_in_words(limit.date))
        for limit in verdict.values.limits
        if limit.fact in turn.new
        and limit.reason is Reason.LATER_THAN_GOVERNING
        and verdict.values.until is not None
        and limit.date > verdict.values.until  # a day of entry is not
        and limit.date != verdict.values.officer_date  # that one is unsettled, and said so
    ]
    first, *rest = message.text.split("\n")
    return replace(message, text="\n".join((" ".join((first, *later)), *rest)))


def verdict_refers(verdict: Verdict) -> bool:
    """Whether the person is sent to an adviser, which comes with the disclaimer."""
    return not isinstance(verdict, NeedFacts) and verdict.referral is not Referral.NONE


def still_need(turn: Turn) -> str:
    """The open question of the form, put again after a side question; empty where none is."""
    if not (turn.in_form and turn.asked):
        return ""
    # The talk has gone on without a fact that was only doubtful.
    decided = isinstance(turn.decide(turn.computed_before), Answer)
    if decided and (turn.asked == "entry_date" or turn.people.known.get(turn.asked) is None):
        return ""
    question = turn.words.text("questions", str(turn.asked))
    return turn.words.sentence("still_need", question=question)


_NOT_NEEDED = Outcome.RESTORATION_NOT_NEEDED.value


def answer(turn: Turn, beside: int = 0) -> tuple[Verdict, Message]:
    """The best answer the known facts allow: computed, else the rule.

    `beside` counts the words that will stand beside it.
    """
    topic, words = turn.topic, turn.words
    if topic not in topics.COMPUTED:
        return _stated(turn, topic, beside)
    verdict = turn.decide(topic)
    if isinstance(verdict, Answer):
        asked_again = turn.topic_before == topic.value and not turn.new
        wants_more = (f"ask_{topic.value}", "ask_extension_deadline", "ask_extension_fee")
        # Once a stay has ended, how to extend in time is no help.
        too_late = topic is Topic.EXTENSION and verdict.values.status_today in OUT_OF_STATUS
        more_wanted = asked_again and turn.intent in wants_more and not too_late
        # That is what is wanted.
        more_wanted &= not (turn.asks_hour or asks_of_weekday(turn.text) or turn.asks_of_court)
        # The fee of a restoration that is not needed yet stands in its rule alone.
        more_wanted |= turn.intent == "ask_extension_fee" and verdict.key == _NOT_NEEDED
        # The court's days leave no room for the fee, where that is asked.
        to_court = topic is Topic.RESTORATION and verdict.values.review_by is not None
        more_wanted |= to_court and asks_cost(turn.text)
        rule = turn.rule(topic) if more_wanted else None
        return verdict, answer_message(verdict, turn.facts, words, rule, beside)
    if isinstance(verdict, CannotSay):
        return verdict, refusal_message(verdict, words)
    if verdict.problem is not None:
        return verdict, question_message(verdict, turn.facts, words)
    if topic is Topic.AUTHORIZED_STAY:
        return verdict, question_message(verdict, turn.facts, words)
    rule = turn.rule(topic)
    return rule, answer_message(rule, turn.facts, words, None, beside)


def _stated(turn: Turn, topic: Topic, beside: int) -> tuple[Verdict, Message]:
    verdict = turn.decide(topic)
    companion = topics.COMPANION.get(topic)
    personal = companion is Topic.EXTENSION or turn.says_facts_of_stay
    if companion is not None and personal and isinstance(verdict, Answer):
        computed = turn.decide(companion)
        if isinstance(computed, Answer):
            message = answer_message(computed, turn.facts, turn.words, verdict, beside)
            return computed, message
    if isinstance(verdict, Answer):
        own = own_dates(turn, topic)
        message = answer_message(verdict, turn.facts, turn.words, None, beside + count(own))
        if count(message.text, own) + beside > LONGEST:
            own = ""
        first, *rest = message.text.split("\n")
        lines = (first, own, *rest)
        return verdict, replace(message, text="\n".join(filter(None, lines)))
    assert isinstance(verdict, CannotSay)
    return verdict, refusal_message(verdict, turn.words)
