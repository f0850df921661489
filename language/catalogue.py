"""The words of one language: everything the assistant can say, checked when loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from language.lexicon import read_yaml

DEFAULT_LANGUAGE = "en"
_TEXTS = Path(__file__).parent / "texts"
_SECTIONS = (
    "outcomes",
    "basis",
    "exemptions",
    "remarks",
    "reasons",
    "problems",
    "refusals",
    "questions",
    "why_asked",
    "chat",
    "sentences",
    "milestones",
    "calendar",
    "buttons",
    "instruments",
    "authorities",
    "identifiers",
)


@dataclass(frozen=True)
class Button:
    """A choice offered to the person; pressing it says `payload` (at most 64 bytes)."""

    title: str
    payload: str


@dataclass(frozen=True)
class OutcomeWords:
    """The words of one outcome, with placeholders for its figures."""

    lead: str
    more: str = ""
    note: str = ""
    """Said beside a computed date when the person asked this and gave facts."""
    buttons: tuple[str, ...] = ()


@dataclass(frozen=True)
class ChatWords:
    """A fixed reply."""

    text: str
    buttons: tuple[str, ...] = ()


@dataclass(frozen=True)
class CalendarWords:
    """The words of one kind of day in a calendar file."""

    title: str
    text: str
    filing: str = ""
    """In place of `text` where the last minute to file is known, as ``{cutoff}``."""


class Catalogue:
    """One language's words by section and key; a missing key is a ``KeyError``."""

    def __init__(self, language: str, sections: Mapping[str, Mapping[str, Any]]) -> None:
        self.language = language
        self._sections = sections

    def keys(self, section: str) -> frozenset[str]:
        """The keys of a section."""
        return frozenset(self._sections[section])

    def text(self, section: str, key: str) -> str:
        """The unformatted words of a key in one of the plain sections."""
        return str(self._sections[section][key])

    def sentence(self, key: str, **values: str) -> str:
        """A sentence of the conversation with its values filled in."""
        return self.text("sentences", key).format_map(values)

    def outcome(self, key: str) -> OutcomeWords:
        """The words of an outcome."""
        words = self._sections["outcomes"][key]
        return OutcomeWords(**{**words, "buttons": tuple(words["buttons"])})

    def chat(self, key: str) -> ChatWords:
        """The words of a fixed reply."""
        words = self._sections["chat"][key]
        return ChatWords(words["text"], tuple(words["buttons"]))

    def calendar(self, key: str) -> CalendarWords:
        """The words of a kind of day in a calendar file."""
        return CalendarWords(**self._sections["calendar"][key])

    def button(self, key: str, **values: str) -> Button:
        """A button with its values filled in."""
        words = self._sections["buttons"][key]
        return Button(words["title"].format_map(values), words["payload"].format_map(values))

    def intents_by_payload(self) -> Mapping[str, str]:
        """What each fixed button says, to the intent it stands for."""
        buttons = self._sections["buttons"].items()
        return {words["payload"]: key for key, words in buttons if "{" not in words["payload"]}


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a catalogue."""
    return tuple(sorted(folder.name for folder in _TEXTS.iterdir() if folder.is_dir()))


@cache
def _load(language: str) -> Catalogue:
    sections: dict[str, dict[str, Any]] = {name: {} for name in _SECTIONS}
    for file in sorted((_TEXTS / language).glob("*.yml")):
        content = read_yaml(file)
        for name, words in content.items():
            if name not in sections:
                raise ValueError(f"{file.name}: unknown section {name!r}")
            twice = sections[name].keys() & words.keys()
            if twice:
                raise ValueError(f"{file.name}: {sorted(twice)} of {name} are in another file too")
            sections[name].update(words)
    return Catalogue(language, sections)


def catalogue(language: str | None = None) -> Catalogue:
    """The words of `language` (``fr``, ``fr-CA``), or English where there are none."""
    code = (language or DEFAULT_LANGUAGE).split("-")[0].lower()
    return _load(code if code in languages() else DEFAULT_LANGUAGE)
