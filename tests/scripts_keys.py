"""What can stand in a file of scripted conversations: its keys, and the names they may hold.

The names are read from the code, so a new intent, topic, outcome or fact is known here at
once. ``tests/scripts_format.py`` checks files by these tables and ``tests/scripts_schema.py``
writes them down for editors.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from actions.reading import Doubt
from addons.channels.door_words import FAULTS
from language.catalogue import catalogue
from language.own_data import OwnData
from rules_core.answers import Referral, Values
from rules_core.outcomes import Outcome, Problem, Refusal
from rules_core.questions import FACT_NAMES, Topic

ROOT = Path(__file__).resolve().parents[1]
SCHEMA = ROOT / "tests" / "conversations.schema.json"
"""The same for editors; scripts/conversation-schema writes it."""

CHANNELS = ("rest", "web")
KINDS = ("answer", "need_facts", "cannot_say", "guard", "chat")
REFERRALS = tuple(referral.value for referral in Referral)
TOPICS = tuple(topic.value for topic in Topic)
INTENTS = tuple(yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["intents"])
VALUE_NAMES = (
    *(field.name for field in dataclasses.fields(Values)),
    "date",  # of a refusal: the day that lies outside what is on file
    "candidates",  # of a question: the days that a doubtful date could be
)


def _outcomes() -> tuple[str, ...]:
    """Everything the machine-readable answer can have as its outcome."""
    decided = {member.value for kind in (Outcome, Problem, Refusal) for member in kind}
    stated = {topic.value.upper() for topic in Topic}
    doubted = {doubt.value.upper() for doubt in Doubt}
    chatted = {key.upper() for key in catalogue().keys("chat")}
    found = decided | stated | doubted | chatted | _told_without_the_rules() | {"NEED_FACTS"}
    return tuple(sorted(found - {Outcome.STATED.value}))  # it shows as its topic


def _told_without_the_rules() -> set[str]:
    """Outcomes of the conversation itself, which stand only where the code says them.

    Read as text, because the actions and channels need Rasa and this does not.
    """
    said: set[str] = set()
    for file in (ROOT / "actions").glob("*.py"):
        source = file.read_text(encoding="utf-8")
        if "answer_shape(" in source:
            said.update(re.findall(r'"([A-Z]+(?:_[A-Z]+)*)"', source))
    front_door = (ROOT / "addons/channels/front_door.py").read_text(encoding="utf-8")
    door = {*re.findall(r'words\.say\("(\w+)"', front_door), *FAULTS, "data_none"}
    return said | {key.upper() for key in (*door, *(wish.value for wish in OwnData))}


OUTCOMES = _outcomes()


@dataclass(frozen=True)
class Key:
    """One key of the format."""

    means: str
    """One sentence for whoever writes a file."""
    names: tuple[str, ...] = ()
    """All it can be; empty for free text."""
    many: bool = False
    """Whether it holds a list of texts."""


CONVERSATION: Mapping[str, Key] = {
    "name": Key("What the conversation shows, in a few words; no two alike in a file."),
    "today": Key("The day on which it is held, such as 2026-11-22; the bot's clock must say so."),
    "turns": Key("What the person says or presses, in order, and what each reply must be."),
    "language": Key("The language the person's browser or messenger names, such as en or fr-CA."),
    "channel": Key("The way the messages are sent; rest if left out.", CHANNELS),
}
TURN: Mapping[str, Key] = {
    "user": Key("What the person types."),
    "press": Key("The title of a button offered in the reply before, instead of typed words."),
    "expect": Key("What the reply must be; what is not named is not looked at."),
}
EXPECT: Mapping[str, Key] = {
    "intent": Key("What the message was understood to want (docs/intents.md).", INTENTS),
    "kind": Key("What sort of reply it is: an answer, a question back, a refusal...", KINDS),
    "topic": Key("What the answer is about.", TOPICS),
    "outcome": Key("The answer in one word, such as STAY_ENDS_ON.", OUTCOMES),
    "values": Key("Dates and figures of the answer, exactly; null says that there is none."),
    "says": Key("Parts of the reply's text; capital or small letters are the same.", many=True),
    "never_says": Key("What the reply's text must not contain.", many=True),
    "cites": Key("Law the answer rests on: its name and section, as in IRPR 183(2).", many=True),
    "asks": Key("A fact that is missing and must be asked for.", FACT_NAMES),
    "referral": Key("How strongly the person is sent to an adviser.", REFERRALS),
    "buttons": Key("Titles of buttons that must be offered.", many=True),
}
