"""The format of the scripted conversations under ``tests/conversations/``.

A file is a YAML list of conversations::

    - name: no stamp and six months over
      today: 2026-11-22          # the bot's clock
      language: en               # optional, sent as metadata
      channel: web               # optional: rest (default) or web
      turns:
        - user: I entered on 15 January 2026 and got no stamp. When does my stay end?
          expect:                # all keys optional
            intent: ask_expiry_date
            kind: answer         # answer, need_facts, cannot_say, guard or chat
            topic: authorized_stay
            outcome: STAY_ENDED_RESTORATION_CLOSED
            values: {until: 2026-07-15}         # exact; null: has no such value
            says: [15 July 2026]                # parts of the reply, case ignored
            never_says: [guarantee]
            cites: [IRPR 183(2)]                # instrument and pinpoint
            asks: entry_date                    # among the facts still missing
            referral: suggested                 # none, suggested or urgent
            buttons: [Why this date?]           # titles that must be offered
        - press: Why this date?  # a button of the reply before; its payload is sent
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

CHANNELS = ("rest", "web")
KINDS = ("answer", "need_facts", "cannot_say", "guard", "chat")
REFERRALS = ("none", "suggested", "urgent")


class BadScript(ValueError):
    """A file is not in the format; the text names file, conversation, turn and remedy."""


@dataclass(frozen=True)
class Expectation:
    """What a reply must be; what is ``None`` or empty is not looked at."""

    intent: str | None = None
    kind: str | None = None
    topic: str | None = None
    outcome: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    """Dates as ISO text; ``None`` means that the answer has no such value."""
    says: tuple[str, ...] = ()
    never_says: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    asks: str | None = None
    referral: str | None = None
    buttons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Turn:
    """One message of the person: typed words, or the title of a button offered before."""

    words: str
    pressed: bool
    expect: Expectation


@dataclass(frozen=True)
class Conversation:
    """One conversation of a file."""

    path: Path
    name: str
    today: dt.date
    turns: tuple[Turn, ...]
    language: str | None = None
    channel: str = "rest"


CONVERSATION_KEYS = tuple(
    f.name for f in dataclasses.fields(Conversation) if f.name not in ("path",)
)
TURN_KEYS = ("user", "press", "expect")
EXPECT_KEYS = tuple(f.name for f in dataclasses.fields(Expectation))
LISTS = ("says", "never_says", "cites", "buttons")
CHOICES = {"kind": KINDS, "referral": REFERRALS}


def load(path: Path) -> tuple[Conversation, ...]:
    """The conversations of one file.

    Raises:
        BadScript: the file is not in the format.
    """
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise BadScript(f"{path}: not YAML: {error}") from error
    if not isinstance(content, list) or not content:
        raise BadScript(f"{path}: must be a list of conversations, each with a name")
    found = tuple(_conversation(path, i, item) for i, item in enumerate(content, 1))
    names = [conversation.name for conversation in found]
    for name in names:
        if names.count(name) > 1:
            raise BadScript(f"{path}: conversation {name!r}: the name is used twice")
    return found


def load_all(folder: Path) -> tuple[Conversation, ...]:
    """The conversations of every ``*.yml`` below a folder, in the order of their paths."""
    return tuple(c for path in sorted(folder.rglob("*.yml")) for c in load(path))


def _conversation(path: Path, number: int, raw: object) -> Conversation:
    where = f"{path}: conversation {number}"
    item = _mapping(where, raw, CONVERSATION_KEYS)
    name = _text(where, "name", item.get("name"))
    where = f"{path}: conversation {name!r}"
    turns = item.get("turns")
    if not isinstance(turns, list) or not turns:
        raise BadScript(f"{where}: 'turns' must be a list of at least one turn")
    language = item.get("language")
    return Conversation(
        path=path,
        name=name,
        today=_date(where, item.get("today")),
        turns=tuple(_turn(f"{where}, turn {i}", i, turn) for i, turn in enumerate(turns, 1)),
        language=None if language is None else _text(where, "language", language),
        channel=_choice(where, "channel", item.get("channel", "rest"), CHANNELS),
    )


def _turn(where: str, number: int, raw: object) -> Turn:
    item = _mapping(where, raw, TURN_KEYS)
    if ("user" in item) == ("press" in item):
        raise BadScript(f"{where}: needs either 'user' (words) or 'press' (a button's title)")
    if number == 1 and "press" in item:
        raise BadScript(f"{where}: no button has been offered yet, so 'user' must come first")
    key = "press" if "press" in item else "user"
    words = _text(where, key, item[key])
    return Turn(words, key == "press", _expectation(where, item.get("expect", {})))


def _expectation(where: str, raw: object) -> Expectation:
    where = f"{where}, expect"
    item = _mapping(where, raw, EXPECT_KEYS)
    found: dict[str, Any] = {}
    for key, value in item.items():
        if key == "values":
            found[key] = _values(where, value)
        elif key in LISTS:
            if not isinstance(value, list):
                raise BadScript(f"{where}: {key!r} must be a list, such as [{value!r}]")
            found[key] = tuple(_text(where, key, part) for part in value)
        elif key in CHOICES:
            found[key] = _choice(where, key, value, CHOICES[key])
        else:
            found[key] = _text(where, key, value)
    return Expectation(**found)


def _values(where: str, raw: object) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise BadScript(
            f"{where}: 'values' must map names to values, such as {{until: 2026-07-15}}"
        )
    return {str(k): v.isoformat() if isinstance(v, dt.date) else v for k, v in raw.items()}


def _mapping(where: str, raw: object, known: tuple[str, ...]) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise BadScript(f"{where}: must be a mapping; known keys are {', '.join(known)}")
    unknown = [str(key) for key in raw if key not in known]
    if unknown:
        raise BadScript(
            f"{where}: unknown key {', '.join(map(repr, unknown))}; "
            f"known keys are {', '.join(known)}"
        )
    return raw


def _text(where: str, key: str, value: object) -> str:
    if isinstance(value, dt.date | bool | int | float):
        raise BadScript(f"{where}: {key!r}: put {value!s} in quotes, YAML reads it as no text")
    if not isinstance(value, str) or not value:
        raise BadScript(f"{where}: {key!r} must be a text, not {value!r}")
    return value


def _choice(where: str, key: str, value: object, known: tuple[str, ...]) -> str:
    if value not in known:
        raise BadScript(f"{where}: {key!r} is {value!r}; it can be {', '.join(known)}")
    return str(value)


def _date(where: str, value: object) -> dt.date:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    raise BadScript(f"{where}: 'today' must be a date such as 2026-11-22, not {value!r}")
