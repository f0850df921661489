"""Follow-ups about the last answer, and starting over."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, FollowupAction, Restarted
from rasa_sdk.executor import CollectingDispatcher

from actions import topics
from actions.answer import respond, still_need
from actions.follow_up import follow_up
from actions.misread import asks_of_stay, misread, weakly_outside
from actions.own_dates import own_stay, what_stands
from actions.payload import of_verdict, say
from actions.reminder import remind
from actions.turn import FORM, Turn
from language.citations import links
from language.ellipsis import Elided, elided_in
from language.formats import figures
from language.guard_table import INTENTS, OUTSIDE, UNSURE
from language.message import Message, answer_message
from language.replies import ends_with_thanks, keeps, names_no_clearing, starts_over
from language.tongues import line_in_tongue
from rules_core.answers import Answer, Referral
from rules_core.decide import OUTSIDE_THE_RULES
from rules_core.questions import Topic
from rules_core.shape import answer_shape


def last_verdict(turn: Turn) -> Answer | None:
    """The last answer, decided again by the facts as they are now."""
    if turn.new:
        topic = turn.topic if turn.supposing else Topic.AUTHORIZED_STAY
    elif turn.last_day_known and (turn.topic_before in topics.GUARDS or asks_of_stay(turn)):
        topic = Topic.AUTHORIZED_STAY  # "why" is of what was said of the stay
    elif turn.topic_before in [topic.value for topic in Topic]:
        topic = Topic(turn.topic_before)
    else:
        return None
    verdict = turn.decide(topic)
    if isinstance(verdict, Answer):
        return verdict
    return turn.rule(topic) if turn.topic_before == topic.value else None


class ExplainAnswer(Action):
    """ "Why this date?": the trace, step by step."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_why"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Say every step with its section of law; a paper's end told beside is asked about."""
        turn = Turn(tracker)
        if any(one.fact == "passport_expiry" for one in turn.doubts):
            return [FollowupAction(FORM)]  # "why? my passport ends in January"
        return explain(turn, dispatcher)


def explain(turn: Turn, dispatcher: CollectingDispatcher) -> list[EventType]:
    """Say every step of the last answer with its section of law."""
    verdict = last_verdict(turn)
    if verdict is None:
        message = Message(turn.words.sentence("no_why"), (turn.words.button("ask_expiry_date"),))
        say(dispatcher, message, answer_shape("chat", "NO_WHY", turn.intent))
        return turn.slots()
    because = answer_message(verdict, turn.facts, turn.words).because
    shown = figures(verdict.values, turn.facts)
    if because and "until" in shown:
        text = turn.words.sentence("why", until=shown["until"], steps="\n".join(because))
    else:
        text = turn.words.sentence("stated_why", links=links(verdict.citations, turn.words))
    if turn.out_of_status and shown.get("restoration_last_day", "") not in text:
        text = "\n".join(filter(None, (text, own_stay(turn))))
    message = turn.addressed(Message(text, (turn.words.button("ask_sources"),), because))
    say(dispatcher, message, of_verdict(verdict, turn.intent, message))
    return turn.slots(topic=verdict.topic.value)


class ListSources(Action):
    """ "Where does it say that?": the sources with links and the day they were checked."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_sources"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """List the citations of the last answer, or of the main rule before any."""
        turn = Turn(tracker)
        meant = misread(turn)
        if meant is None:
            return list_sources(turn, dispatcher)
        turn.intent = meant
        return respond(turn, dispatcher)


def list_sources(turn: Turn, dispatcher: CollectingDispatcher) -> list[EventType]:
    """List the citations of the last answer, or of the main rule before any."""
    verdict = last_verdict(turn) or turn.rule(Topic.STAY_LENGTH)
    shown = figures(verdict.values, turn.facts)
    sentence = "sources_of_day" if "until" in shown else "sources_links"
    text = turn.words.sentence(sentence, links=links(verdict.citations, turn.words), **shown)
    message = Message(text)
    say(dispatcher, message, of_verdict(verdict, turn.intent, message))
    return turn.slots(topic=verdict.topic.value)


class GiveReminderDates(Action):
    """The dates worth a reminder; it sends none itself and says so."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_reminder"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Say the dates still ahead; the payload carries them for a calendar file."""
        turn = Turn(tracker)
        turn.intent = misread(turn) or "ask_reminder"
        return _ANSWERED_BY.get(turn.intent, respond)(turn, dispatcher)


class StartOver(Action):
    """Forgets the conversation; replaces Rasa's own action for the intent `restart`."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_restart"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Say so, and drop every fact and turn before this one."""
        turn = Turn(tracker)
        if keeps(turn.text):  # "I won't forget"
            # Nothing was restarted.
            return [*_chat(turn, "affirm", dispatcher), FollowupAction("action_listen")]
        if turn.people.turned and names_no_clearing(turn.text) and not turn.in_form:
            return [FollowupAction(FORM)]  # "now let's do my mom": what was told before is kept
        buttons = (turn.words.button("ask_expiry_date"), turn.words.button("ask_capabilities"))
        message = Message(turn.words.sentence("started_over"), buttons)
        say(dispatcher, message, answer_shape("chat", "STARTED_OVER", turn.intent))
        return [Restarted()]


def _chat(turn: Turn, name: str, dispatcher: CollectingDispatcher) -> list[EventType]:
    """Say what the catalogue has for a message that only chats."""
    reply = turn.words.chat(name)
    message = Message(reply.text, tuple(turn.words.button(name) for name in reply.buttons))
    say(dispatcher, message, answer_shape("chat", name.upper(), turn.intent))
    return turn.slots()


def _out_of_scope(turn: Turn, dispatcher: CollectingDispatcher) -> list[EventType]:
    """Say that it is none of this law, also in the person's language; then the form's question."""
    reply = turn.words.chat(OUTSIDE)
    stands = "" if turn.says_facts_of_stay else what_stands(turn)  # they may be another's
    lines = (line_in_tongue(turn.text), reply.text, stands, still_need(turn))
    text = "\n".join(filter(None, lines))
    message = Message(text, tuple(turn.words.button(name) for name in reply.buttons))
    say(dispatcher, message, answer_shape("guard", OUTSIDE.upper(), turn.intent))
    return turn.slots()


OFFER_FROM, BUTTONS = 0.05, 3
"""A topic less likely than this is no use as a button."""
NEVER_OFFERED = ("inform", UNSURE, *INTENTS)
_ANSWERED_BY = {"ask_reminder": remind, "ask_sources": list_sources, "ask_why": explain}
"""What a message can ask for that is no topic."""
DEFAULT_TOPICS = ("ask_expiry_date", "ask_extension_how", "report_overstay")


def likely_topics(ranking: list[dict[str, Any]]) -> list[str]:
    """The topics worth a button, the likeliest first; none where nothing is likely."""
    return [
        guess["name"]
        for guess in ranking
        if guess["confidence"] >= OFFER_FROM and guess["name"] not in NEVER_OFFERED
    ][:BUTTONS]


class OfferTopics(Action):
    """Unsure what was asked, or none of this law: a follow-up, else the likeliest topics.

    Never a guess; facts about a stay are answered by the rules, whatever else was asked.
    """

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_fallback"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Offer up to three topics; unsure again, what the assistant can do and who can."""
        turn = Turn(tracker)
        if starts_over(turn.text) and not turn.new:
            return [FollowupAction("action_restart")]
        beyond = turn.new.get("current_status") in OUTSIDE_THE_RULES
        facts = beyond or bool(turn.doubts) or turn.says_facts_of_stay
        # What only supposes another day has no words of its own that tell what it is about.
        # That fingerprints end a stay only this law says.
        about_law = turn.intent != OUTSIDE or turn.supposing or "biometrics_date" in turn.new
        tells = turn.corrects or weakly_outside(turn)  # "mine says 26 not 28"
        about_law |= tells and turn.says_facts_of_stay
        told = about_law and (facts or turn.people.turned)
        if turn.supposing and elided_in(turn.text) is Elided.WHY:
            turn.intent = "ask_why"
            return explain(turn, dispatcher)
        # A form that is open has seen the message before, and left it to be answered here.
        if not turn.in_form and (turn.asks_of_another or told):
            return [FollowupAction(FORM)]
        likeliest = turn.ranking[0]["name"] if turn.ranking else ""
        if likeliest == "thank" and ends_with_thanks(turn.text) and not turn.in_form:
            return _chat(turn, "thank", dispatcher)
        meant = turn.questions[0] if turn.questions else follow_up(turn)
        if meant is not None:
            turn.intent = meant
            turn.intent = misread(turn) or meant
            return _ANSWERED_BY.get(turn.intent, respond)(turn, dispatcher)
        if turn.intent == OUTSIDE and not weakly_outside(turn):
            return _out_of_scope(turn, dispatcher)
        offered = turn.words.keys("buttons")
        likely = [name for name in likely_topics(turn.ranking) if name in offered]
        sentence = "fallback" if likely else "fallback_unsure"
        if turn.unsure_before:
            sentence, likely = "fallback_again", ["ask_capabilities", "ask_referral", *likely]
        likely = list(dict.fromkeys([*likely, *DEFAULT_TOPICS]))[:BUTTONS]
        # To be unsure twice in a row says it once.
        stands = what_stands(turn) if turn.unsure_before else own_stay(turn)
        lines = (turn.words.sentence(sentence), stands, still_need(turn))
        text = "\n".join(filter(None, lines))
        payload = answer_shape("guard", "FALLBACK", turn.intent)
        refers = sentence != "fallback"
        if refers:
            payload["referral"] = Referral.SUGGESTED.value
            text = f"{text}\n{turn.words.sentence('disclaimer')}"
        message = Message(text, tuple(turn.words.button(name) for name in likely))
        say(dispatcher, message, payload)
        return turn.slots(unsure=True, disclaimer_said=turn.disclaimer_said or refers)
