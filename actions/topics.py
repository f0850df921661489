"""Which topic each intent asks about, and what is computed beside a stated rule."""

from __future__ import annotations

from collections.abc import Mapping

from language.ellipsis import Elided
from language.guard_table import INTENTS
from rules_core.questions import Facts, Topic

GUARDS = tuple(Topic(intent) for intent in INTENTS if intent in set(Topic))
"""The guards that are answered from the law; the others have fixed words."""

OF_INTENT: dict[str, Topic] = {
    "ask_expiry_date": Topic.AUTHORIZED_STAY,
    "ask_extension_deadline": Topic.EXTENSION,
    "report_overstay": Topic.RESTORATION,
    **{f"ask_{topic.value}": topic for topic in Topic},
    **{topic.value: topic for topic in GUARDS},
}
"""An intent is named after its topic but for the three that have their own word."""


def intent_of(topic: str | None) -> str | None:
    """The intent that asks about a topic; ``None`` for no topic."""
    asking = [name for name, one in OF_INTENT.items() if one.value == topic]
    return asking[0] if asking else None


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

ABOUT_A_STAY = (*COMPUTED, *COMPANION)
"""Topics that say what a date an officer wrote leads to."""

TURNS_ON = {
    "extension_applied_on": Topic.MAINTAINED_STATUS,
    "extension_decided_on": Topic.MAINTAINED_STATUS,
    "restoration_decided_on": Topic.RESTORATION,
    "stamp_date": Topic.AUTHORIZED_STAY,
}
"""What it turns on where one of these facts is supposed, whatever was asked."""

_GROUPS: tuple[tuple[str, ...], ...] = (
    (
        *("ask_stay_length", "ask_expiry_date", "ask_no_stamp", "ask_stamp_meaning"),
        *("ask_visa_validity_vs_stay", "ask_short_stamp", "ask_us_citizen"),
        *("ask_passport_expiry", "ask_super_visa", "ask_extension_deadline", "ask_extension_how"),
    ),
    (
        *("ask_extension_how", "ask_extension_deadline", "ask_extension_fee"),
        *("ask_maintained_status", "ask_leave_while_pending", "ask_passport_expiry"),
        "ask_work_study",
    ),
    (
        *("report_overstay", "ask_overstay_consequences", "ask_restoration"),
        *("ask_extension_fee", "ask_work_study"),
    ),
    tuple(f"ask_{topic.value}" for topic in Topic if topic.value.startswith("flagpole_")),
    ("ask_work_study", "ask_funds", "ask_time_between_visits"),
)
"""Topics that people go on to from one another."""


_PAPERS_AND_STEPS = ("ask_extension_how", "ask_flagpole_documents", "ask_flagpole_steps")
_IN_TERMS_OF: tuple[tuple[tuple[Topic, ...], Mapping[str, str]], ...] = (
    (
        (Topic.RESTORATION, Topic.OVERSTAY_CONSEQUENCES),
        dict.fromkeys(_PAPERS_AND_STEPS, "ask_restoration"),
    ),
    (
        (Topic.EXTENSION, Topic.EXTENSION_HOW, Topic.EXTENSION_FEE, Topic.AUTHORIZED_STAY),
        dict.fromkeys(_PAPERS_AND_STEPS, "ask_extension_how"),
    ),
    (
        tuple(topic for topic in Topic if topic.value.startswith("flagpole_")),
        {"ask_extension_how": "ask_flagpole_steps", "ask_funds": "ask_flagpole_documents"},
    ),
)
"""What a short question about papers or steps is about, by what was talked of."""


def in_terms_of(topic: str | None, intent: str) -> str:
    """The intent that `intent` stands for where `topic` was talked of."""
    for talked_of, meant in _IN_TERMS_OF:
        if topic in {one.value for one in talked_of}:
            return meant.get(intent, intent)
    return intent


def pursued(topic: str | None, facts: Facts, begins: bool) -> Topic:
    """The computed topic that was last pursued; a person's last day before any.

    Where another person's entry `begins` their story, no application of someone else's counts.
    """
    waits = facts.extension_applied_on is not None or facts.extension_decision is not None
    if begins and topic == Topic.MAINTAINED_STATUS.value and not waits:
        return Topic.AUTHORIZED_STAY
    return {one.value: one for one in COMPUTED}.get(topic or "", Topic.AUTHORIZED_STAY)


def group_of(topic: str | None) -> frozenset[str] | None:
    """The intents that are near a topic as follow-ups; ``None`` for no topic."""
    near = {
        intent
        for group in _GROUPS
        if any(OF_INTENT[name].value == topic for name in group)
        for intent in group
    }
    return frozenset(near) or None


BY_THE_TALK = {
    Elided.COUNT: Topic.AUTHORIZED_STAY,
    Elided.HOUR: Topic.EXTENSION,
    Elided.AFTERWARDS: Topic.OVERSTAY_CONSEQUENCES,
}
"""What is asked of a stay still running; of one that has ended, what is left to restore it."""

STOPPED, SKIPPED, UNKNOWN = "stopped", "skipped", "unknown"
"""In place of a topic: the person would not go on with the question asked, or does not know
the fact, whose name then follows after a blank."""
HOW_TO_FIND: dict[str, Topic] = {
    "entry_date": Topic.ENTRY_RECORD,
    "stamp_date": Topic.STAMP_MEANING,
}
"""The topic that tells where a fact can be found."""
