"""One neutral answer for messengers: its parts, the markup of each, and the cuts they need."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from addons.channels.door_words import Message
from language.catalogue import Button

URL = re.compile(r"https?://[^\s<>\"']*[^\s<>\"'.,;:!?)]")
SENTENCE_END = re.compile(r"(?<=[.!?])[ ]+(?!\d)|\n")  # "s. 183(2)" is one thing
GENERAL = frozenset(
    [
        "fees",
        "extension_fee",
        "restoration_fee",
        "biometrics_fee",
        "biometrics_family_fee",
        "restoration_days",
        "review_days",
        "flagpole_ended_on",
    ]
)
"""The values that are the same for everyone; all others rest on what one person said."""


@dataclass(frozen=True)
class Spoken:
    """One thing said: its words, the choices under it and the data beside it."""

    text: str
    buttons: tuple[Button, ...] = ()
    answer: Mapping[str, Any] | None = None

    @property
    def calendar(self) -> Mapping[str, Any] | None:
        """The content of a calendar file, if the answer carries one."""
        content = (self.answer or {}).get("calendar")
        return content if isinstance(content, Mapping) else None

    @property
    def is_personal(self) -> bool:
        """Whether it asks for, or rests on, facts of the person."""
        answer = self.answer or {}
        values = answer.get("values") or {}
        own = {name for name, value in values.items() if value not in (None, [], "")} - GENERAL
        return answer.get("kind") == "need_facts" or bool(own)


def spoken(replies: Iterable[Message]) -> list[Spoken]:
    """Rasa's replies, each payload with the words before it; what has no words is left out."""
    said: list[Spoken] = []
    for reply in replies:
        custom = reply.get("custom")
        answer = custom.get("answer") if isinstance(custom, Mapping) else None
        text = reply.get("text")
        if isinstance(text, str) and text.strip():
            buttons = (Button(b["title"], b["payload"]) for b in reply.get("buttons") or ())
            said.append(Spoken(text, tuple(buttons), answer))
        elif answer is not None and said:
            said[-1] = Spoken(said[-1].text, said[-1].buttons, answer)
    return said


def telegram_html(text: str) -> str:
    """The text in Telegram's HTML: escaped, web addresses as links."""
    return _marked(text, _html, lambda url: f'<a href="{escape(url)}">{_html(url)}</a>')


def slack_mrkdwn(text: str) -> str:
    """The text in Slack's mrkdwn: escaped, web addresses as links, nothing else formatted."""
    return _marked(text, _mrkdwn, lambda url: f"<{_mrkdwn(url).replace('|', '%7C')}>")


def utf16_length(text: str) -> int:
    """The length as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2


def split(text: str, limit: int, length: Callable[[str], int] = len) -> Iterator[str]:
    """The text in pieces of at most `limit`, cut at sentence ends, else spaces, else anywhere."""
    while length(text) > limit:
        fits = _longest(text, limit, length)
        ends = [match for match in SENTENCE_END.finditer(text, 0, fits + 1) if match.start()]
        spaces = ends or [match for match in re.finditer(r"\s+", text[: fits + 1]) if match.start()]
        first, rest = (spaces[-1].start(), spaces[-1].end()) if spaces else (fits, fits)
        yield text[:first]
        text = text[rest:].lstrip()
    if text:
        yield text


def _longest(text: str, limit: int, length: Callable[[str], int]) -> int:
    """How many characters at the start fit; at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if length(text[:middle]) <= limit else (low, middle - 1)
    return low


def _marked(text: str, plain: Callable[[str], str], link: Callable[[str], str]) -> str:
    parts, after = [], 0
    for match in URL.finditer(text):
        parts += [plain(text[after : match.start()]), link(match.group())]
        after = match.end()
    return "".join((*parts, plain(text[after:])))


def _html(text: str) -> str:
    return escape(text, quote=False)


def _mrkdwn(text: str) -> str:
    return escape(text, quote=False)
