"""The machine-readable part of every answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from language.message import Message
from rules_core.answers import Verdict
from rules_core.codec import verdict_to_json


def of_verdict(verdict: Verdict, intent: str, message: Message) -> dict[str, Any]:
    """The payload of a verdict, its trace in the person's language."""
    shape = verdict_to_json(verdict)
    shape.pop("remarks", None)
    shape.pop("could_change", None)
    return {**shape, "intent": intent, "because": list(message.because)}


def say(dispatcher: CollectingDispatcher, message: Message, payload: dict[str, Any]) -> None:
    """Utter the words and, beside them, the payload."""
    buttons = [{"title": b.title, "payload": b.payload} for b in message.buttons]
    dispatcher.utter_message(text=message.text, buttons=buttons or None)
    dispatcher.utter_message(json_message={"answer": payload})


def said_last(events: Iterable[Mapping[str, Any]]) -> str:
    """All the words of the reply to the message before the one that is being answered."""
    said: list[str] = [""]
    for event in events:
        if event.get("event") == "user":
            said.append("")
        elif event.get("event") == "bot":
            said[-1] += event.get("text") or ""
    return said[-2] if len(said) > 1 else ""


def text_before(events: Iterable[Mapping[str, Any]]) -> str:
    """The person's message before the one that is being answered."""
    texts = [event.get("text") or "" for event in events if event.get("event") == "user"]
    return texts[-2] if len(texts) > 1 else ""


def has_replied(events: Iterable[Mapping[str, Any]]) -> bool:
    """Whether the message that is being answered has had a reply."""
    replied = False
    for event in events:
        if event.get("event") in ("user", "bot"):
            replied = event["event"] == "bot"
    return replied
