"""Plays a scripted conversation with a bot and compares each reply with what is expected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from tests.scripts_format import Conversation, Expectation, Turn

MOST_WORDS = 110
"""Of a reply, so that it is read; who asks for the reasons or the sources gets them all."""
MAY_BE_LONG = ("ask_why", "ask_sources")


class Client(Protocol):
    """Something that talks with the bot as one person."""

    def say(self, text: str) -> list[dict[str, Any]]:
        """The replies to one message, in the shape of Rasa's REST channel."""


class Mismatch(AssertionError):
    """A reply was not as expected; the text names the turn and shows the talk so far."""


@dataclass(frozen=True)
class Reply:
    """All that came back for one message."""

    text: str
    buttons: Mapping[str, str]
    """Title to payload."""
    answers: tuple[Mapping[str, Any], ...]
    """The machine-readable parts; there must be exactly one."""

    @classmethod
    def of(cls, messages: Iterable[Mapping[str, Any]]) -> Reply:
        """From REST messages; the web channel's, which carry ``custom`` on a text, as well."""
        texts: list[str] = []
        buttons: dict[str, str] = {}
        answers: list[Mapping[str, Any]] = []
        for message in messages:
            if message.get("text"):
                texts.append(message["text"])
            for button in message.get("buttons") or ():
                buttons[button["title"]] = button["payload"]
            if "answer" in (message.get("custom") or {}):
                answers.append(message["custom"]["answer"])
        return cls("\n".join(texts), buttons, tuple(answers))

    def shown(self) -> str:
        """The reply as a transcript shows it."""
        lines = [f"  bot: {self.text}".replace("\n", "\n       ")]
        if self.buttons:
            lines.append("       " + " ".join(f"[{title}]" for title in self.buttons))
        lines += [f"       ({_summary(answer)})" for answer in self.answers]
        return "\n".join(lines)


def _summary(answer: Mapping[str, Any]) -> str:
    names = ("intent", "kind", "topic", "outcome")
    parts = [f"{name} {answer.get(name)}" for name in names if answer.get(name)]
    parts += [f"{k} {v}" for k, v in (answer.get("values") or {}).items() if k != "limits"]
    parts += [f"missing {name}" for name in answer.get("missing") or ()]
    return ", ".join(parts)


def play(
    conversation: Conversation, client: Client, tell: Callable[[str], None] = lambda _: None
) -> None:
    """Say every turn to `client`; `tell` is given the transcript piece by piece.

    Raises:
        Mismatch: at the first turn whose reply is not as expected.
    """
    so_far: list[str] = []

    def note(piece: str) -> None:
        so_far.append(piece)
        tell(piece)

    buttons: Mapping[str, str] = {}
    for number, turn in enumerate(conversation.turns, 1):
        note(f" user: {f'[{turn.words}]' if turn.pressed else turn.words}")
        if turn.pressed and turn.words not in buttons:
            offered = ", ".join(buttons) or "none"
            wrong = [f"button {turn.words!r} was not offered to press; offered: {offered}"]
        else:
            reply = Reply.of(client.say(_said(turn, buttons)))
            buttons = reply.buttons
            note(reply.shown())
            wrong = differences(turn.expect, reply)
        if wrong:
            title = f"{conversation.path}: conversation {conversation.name!r}, turn {number}"
            problems = "\n".join(f"  - {problem}" for problem in wrong)
            raise Mismatch(f"{title}:\n{problems}\ntranscript so far:\n" + "\n".join(so_far))


def _said(turn: Turn, buttons: Mapping[str, str]) -> str:
    return buttons[turn.words] if turn.pressed else turn.words


def differences(expect: Expectation, reply: Reply) -> list[str]:
    """What is wrong with a reply, one line each; an empty list if nothing is.

    Beside what `expect` names, every reply must have words, but not too many, no blank line
    in them (some channels would split it there) and exactly one machine-readable answer.
    """
    if not reply.text.strip():
        return ["expected words, got none"]
    if len(reply.answers) != 1:
        return [f"expected one machine-readable answer, got {len(reply.answers)}"]
    answer, wrong = reply.answers[0], []
    if any(not line.strip() for line in reply.text.split("\n")):
        wrong.append("expected no blank line in the text, got one")
    for name in ("intent", "kind", "topic", "outcome", "referral"):
        wanted, got = getattr(expect, name), answer.get(name)
        if wanted is not None and wanted != got:
            wrong.append(f"expected {name} {wanted!r}, got {got!r}")
    values = answer.get("values") or {}
    for name, wanted in expect.values.items():
        if wanted != values.get(name):
            wrong.append(f"expected value {name} {wanted!r}, got {values.get(name)!r}")
    length = len(reply.text.split())
    if length > MOST_WORDS and answer.get("intent") not in MAY_BE_LONG:
        wrong.append(f"expected at most {MOST_WORDS} words, got {length}")
    text = reply.text.casefold()
    wrong += [f"expected to say {part!r}" for part in expect.says if part.casefold() not in text]
    wrong += [
        f"expected never to say {part!r}" for part in expect.never_says if part.casefold() in text
    ]
    cited = [f"{c['instrument']} {c['pinpoint']}" for c in answer.get("citations") or ()]
    wrong += [
        f"expected to cite {wanted!r}, got {', '.join(cited) or 'no citation'}"
        for wanted in expect.cites
        if wanted not in cited
    ]
    missing = answer.get("missing") or []
    if expect.asks is not None and expect.asks not in missing:
        wrong.append(f"expected to ask {expect.asks!r}, got {', '.join(missing) or 'no question'}")
    wrong += [
        f"expected button {title!r}, got {', '.join(reply.buttons) or 'no button'}"
        for title in expect.buttons
        if title not in reply.buttons
    ]
    return wrong
