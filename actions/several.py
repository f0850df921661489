"""The other questions of a message that numbers several: answered in a line each, or offered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from actions import topics
from actions.turn import Turn
from language.message import LONGEST, Message, count, lead_of
from rules_core.answers import Answer, Verdict
from rules_core.questions import Topic

BUTTONS = 3
_WHILE_IT_RUNS = (Topic.EXTENSION, Topic.EXTENSION_HOW, Topic.EXTENSION_FEE)
"""What is no help once a stay has ended; its own answer says what is left then."""


def others(turn: Turn, verdict: Verdict) -> dict[str, str]:
    """The intents of the questions beside the one that `verdict` answers, with a line for each."""
    return dict(_lines(turn, verdict))


def _lines(turn: Turn, verdict: Verdict) -> Iterator[tuple[str, str]]:
    for intent in turn.questions:
        topic = topics.OF_INTENT.get(intent)
        too_late = topic in _WHILE_IT_RUNS and turn.out_of_status
        if topic is None or topic in (verdict.topic, turn.topic) or too_late:
            continue
        found = turn.decide(topic)
        if not isinstance(found, Answer):
            found = turn.rule(topic)
        yield intent, lead_of(found, turn.facts, turn.words)


def with_others(turn: Turn, message: Message, lines: dict[str, str]) -> Message:
    """The message with the lines that it has room for; what is left is offered on buttons."""
    text, left = message.text, []
    for intent, line in lines.items():
        if count(text, line) <= LONGEST:
            text = f"{text}\n{line}"
        else:
            left.append(intent)
    offered = [turn.words.button(name) for name in left if name in turn.words.keys("buttons")]
    buttons = tuple(dict.fromkeys((*offered, *message.buttons)))
    return replace(message, text=text, buttons=buttons[: max(BUTTONS, len(offered))])
