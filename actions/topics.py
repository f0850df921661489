"""Which topic each intent asks about, and what is computed beside a stated rule."""

from __future__ import annotations

from rules_core.questions import Topic

OF_INTENT: dict[str, Topic] = {
    "ask_expiry_date": Topic.AUTHORIZED_STAY,
    "ask_extension_deadline": Topic.EXTENSION,
    "report_overstay": Topic.RESTORATION,
    **{f"ask_{topic.value}": topic for topic in Topic},
    **{topic.value: topic for topic in (Topic.EVASION, Topic.WANTS_GUARANTEE, Topic.EMERGENCY)},
}
"""An intent is named after its topic but for the three that have their own word."""

GUARDS = (Topic.EVASION, Topic.WANTS_GUARANTEE, Topic.EMERGENCY)

ASKS_FOR_FACTS = ("ask_expiry_date", "ask_extension_deadline", "report_overstay", "inform")
"""Intents whose topic is pursued by questions; any other is answered in general
where the facts do not suffice."""

COMPUTED = (Topic.AUTHORIZED_STAY, Topic.EXTENSION, Topic.MAINTAINED_STATUS, Topic.RESTORATION)

COMPANION: dict[Topic, Topic] = {
    Topic.STAY_LENGTH: Topic.AUTHORIZED_STAY,
    Topic.NO_STAMP: Topic.AUTHORIZED_STAY,
    Topic.STAMP_MEANING: Topic.AUTHORIZED_STAY,
    Topic.VISA_VALIDITY_VS_STAY: Topic.AUTHORIZED_STAY,
    Topic.US_CITIZEN: Topic.AUTHORIZED_STAY,
    Topic.PASSPORT_EXPIRY: Topic.AUTHORIZED_STAY,
    Topic.SUPER_VISA: Topic.AUTHORIZED_STAY,
    Topic.SHORT_STAMP: Topic.AUTHORIZED_STAY,
    Topic.EXTENSION_HOW: Topic.EXTENSION,
}
"""The computed topic that answers a stated one better once the facts are known."""

STOPPED = "stopped"
"""In place of a topic: the person would not go on with the question asked."""
