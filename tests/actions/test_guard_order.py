"""In the form a guard that comes before the facts acts before them, and loses none."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import topics
from actions.forms import ValidateFactsForm
from actions.reading import Doubt
from actions.session import NEVER_OFFERED, OfferTopics, likely_topics
from actions.turn import Turn
from language.catalogue import catalogue
from language.dates import DateRole, find_dates
from language.facts import find_facts
from language.guard_table import INTENTS, UNSURE, Guard, row_of
from rules_core.questions import Topic

CLOSED = {"event": "slot", "timestamp": None, "name": "requested_slot", "value": None}


@pytest.fixture(autouse=True)
def _the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOJOURN_TODAY", "2026-11-22")


def tracker(text: str, intent: str, asked: str | None = None, **slots: Any) -> Tracker:
    names = {None: "date", DateRole.OTHER: "other_date"}
    found = [
        {"entity": names.get(d.role) or d.role.value, "value": d.to_json()}
        for d in find_dates(text)
    ]
    found += [{"entity": f.kind, "value": f.value} for f in find_facts(text)]
    message = {"text": text, "intent": {"name": intent}, "entities": found, "intent_ranking": []}
    known = {"requested_slot": asked, **slots}
    loop = {"name": "facts_form"} if asked else {}
    return Tracker("someone", known, message, [], False, None, loop, None)


def of_form(given: Tracker) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The events of the form's validation, and what it said."""
    dispatcher = CollectingDispatcher()
    events = asyncio.run(ValidateFactsForm().run(dispatcher, given, {}))
    return [dict(event) for event in events], dispatcher.messages


@pytest.mark.parametrize("intent", ["emergency", "evasion"])
@pytest.mark.parametrize("said", ["", "I entered on 03/04/2026. ", "My passport ends 3 May 2027. "])
def test_urgency_and_evasion_take_the_message_from_the_form(intent: str, said: str) -> None:
    assert of_form(tracker(f"{said}CBSA is here", intent, "entry_date")) == ([], [])


@pytest.mark.parametrize("intent", ["emergency", "evasion"])
def test_with_the_fact_asked_for_they_close_the_form_and_the_fact_is_kept(intent: str) -> None:
    text = "I entered on 3 June 2026. CBSA is here"
    events, messages = of_form(tracker(text, intent, "entry_date"))
    slots = {event["name"]: event["value"] for event in events}
    assert CLOSED in events and slots["entry_date"] == "2026-06-03"
    assert messages == []


def test_abuse_with_the_fact_asked_for_is_an_answer() -> None:
    events, _ = of_form(tracker("you fool, I entered on 3 June 2026", "abuse", "entry_date"))
    assert {event["name"]: event["value"] for event in events}["entry_date"] == "2026-06-03"


def test_whom_the_law_does_not_reach_is_asked_about_no_date() -> None:
    text = "I am a permanent resident and I entered on 03/04/2026"
    assert Turn(tracker(text, "inform")).doubts == ()
    assert Turn(tracker("I entered on 03/04/2026", "inform")).doubts != ()


def test_a_date_that_cannot_be_right_is_asked_about_before_another_fact() -> None:
    # The exception to the order that the README names: later the date would be lost.
    _, messages = of_form(tracker("my passport expires on 03/04/2027", "inform", "entry_date"))
    assert messages[-1]["custom"]["answer"]["outcome"] == "AMBIGUOUS_DATE"


def test_every_doubt_is_of_the_table() -> None:
    assert {doubt.value for doubt in Doubt} == set(row_of(Guard.PLAUSIBILITY).doubts)


def test_the_topics_of_guards_are_the_tables() -> None:
    assert topics.GUARDS == (Topic.EMERGENCY, Topic.EVASION, Topic.WANTS_GUARANTEE)
    assert {topics.OF_INTENT[topic.value] for topic in topics.GUARDS} == set(topics.GUARDS)


def test_no_guard_is_offered_as_a_choice() -> None:
    assert {*INTENTS, UNSURE} < set(NEVER_OFFERED)
    ranking = [{"name": name, "confidence": 0.2} for name in (*INTENTS, "ask_funds")]
    assert likely_topics(ranking) == ["ask_funds"]


@pytest.mark.parametrize(
    ("unsure_before", "ranking", "sentence", "referral"),
    [
        (False, [{"name": "ask_funds", "confidence": 0.4}], "fallback", "none"),
        (False, [], "fallback_unsure", "suggested"),
        (True, [{"name": "ask_funds", "confidence": 0.4}], "fallback_again", "suggested"),
    ],
)
def test_unsure_again_refers(
    unsure_before: bool, ranking: list[dict[str, Any]], sentence: str, referral: str
) -> None:
    given = tracker("hm", UNSURE, unsure=unsure_before)
    given.latest_message["intent_ranking"] = ranking
    dispatcher = CollectingDispatcher()
    asyncio.run(OfferTopics().run(dispatcher, given, {}))
    words = catalogue("en")
    said, answer = dispatcher.messages[0], dispatcher.messages[1]["custom"]["answer"]
    assert said["text"].startswith(words.sentence(sentence))
    assert (words.sentence("disclaimer") in said["text"]) is (referral != "none")
    assert len(said["buttons"]) == 3
    assert (answer["kind"], answer["outcome"], answer["referral"]) == (
        "guard",
        "FALLBACK",
        referral,
    )
