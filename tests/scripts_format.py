"""The format of the scripted conversations under ``tests/conversations/``.

A file is a YAML list of conversations; what the keys mean stands in ``tests/scripts_keys.py``::

    - name: no stamp and six months over
      today: 2026-11-22
      channel: web
      turns:
        - user: I entered on 15 January 2026 and got no stamp. When does my stay end?
          expect:
            kind: answer
            outcome: STAY_ENDED_RESTORATION_CLOSED
            values: {until: 2026-07-15, days_left: null}
            says: [15 July 2026]
            never_says: [guarantee]
            cites: [IRPR 183(2)]
            referral: suggested
            buttons: ["Why this date?"]
        - press: "Why this date?"
"""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rules_core.law.strict_yaml import LawFileError, Place
from tests.scripts_keys import CONVERSATION, EXPECT, SCHEMA, TURN, VALUE_NAMES, Key

FEW = 8
"""So many names at most are all listed in a message."""


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


def load(path: Path) -> tuple[Conversation, ...]:
    """The conversations of one file.

    Raises:
        BadScript: the file is not in the format.
    """
    try:
        content = Place(path).load()
    except LawFileError as error:
        raise BadScript(str(error)) from error
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
    named = raw.get("name") if isinstance(raw, dict) else None
    where = f"{path}: conversation {repr(named) if isinstance(named, str) else number}"
    item = _mapping(where, raw, CONVERSATION)
    name = _text(where, "name", named)
    turns = item.get("turns")
    if not isinstance(turns, list) or not turns:
        raise BadScript(f"{where}: 'turns' must be a list of at least one turn")
    language, channel = item.get("language"), item.get("channel", "rest")
    return Conversation(
        path=path,
        name=name,
        today=_date(where, item.get("today")),
        turns=tuple(_turn(f"{where}, turn {i}", i, turn) for i, turn in enumerate(turns, 1)),
        language=None if language is None else _text(where, "language", language),
        channel=_name(where, "channel", channel, CONVERSATION["channel"].names),
    )


def _turn(where: str, number: int, raw: object) -> Turn:
    item = _mapping(where, raw, TURN)
    if ("user" in item) == ("press" in item):
        raise BadScript(f"{where}: needs either 'user' (words) or 'press' (a button's title)")
    if number == 1 and "press" in item:
        raise BadScript(f"{where}: no button has been offered yet, so 'user' must come first")
    key = "press" if "press" in item else "user"
    words = _text(where, key, item[key])
    return Turn(words, key == "press", _expectation(f"{where}, expect", item.get("expect", {})))


def _expectation(where: str, raw: object) -> Expectation:
    found: dict[str, Any] = {}
    for key, value in _mapping(where, raw, EXPECT).items():
        if key == "values":
            found[key] = _values(where, value)
        elif EXPECT[key].many:
            if not isinstance(value, list):
                raise BadScript(f"{where}: {key!r} must be a list, such as [{value!r}]")
            found[key] = tuple(_text(where, key, part) for part in value)
        elif EXPECT[key].names:
            found[key] = _name(where, key, value, EXPECT[key].names)
        else:
            found[key] = _text(where, key, value)
    return Expectation(**found)


def _values(where: str, raw: object) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise BadScript(
            f"{where}: 'values' must map names to values, such as {{until: 2026-07-15}}"
        )
    for name in raw:
        if name not in VALUE_NAMES:
            raise BadScript(f"{where}, values: unknown name {name!r}{_hint(name, VALUE_NAMES)}")
    return {k: v.isoformat() if isinstance(v, dt.date) else v for k, v in raw.items()}


def _mapping(where: str, raw: object, known: Mapping[str, Key]) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise BadScript(f"{where}: must be a mapping; known keys are {', '.join(known)}")
    for key in raw:
        if key not in known:
            listed = ", ".join(known)
            raise BadScript(
                f"{where}: unknown key {key!r}{_nearest(key, known)}; known keys are {listed}"
            )
    return raw


def _text(where: str, key: str, value: object) -> str:
    if isinstance(value, dt.date | bool | int | float):
        raise BadScript(f"{where}: {key!r}: put {value!s} in quotes, YAML reads it as no text")
    if not isinstance(value, str) or not value:
        raise BadScript(f"{where}: {key!r} must be a text, not {value!r}")
    return value


def _name(where: str, key: str, value: object, known: tuple[str, ...]) -> str:
    if value not in known:
        raise BadScript(f"{where}: {key!r} is {value!r}{_hint(value, known)}")
    return str(value)


def _hint(wrong: object, known: tuple[str, ...]) -> str:
    """What could be meant, and where all names are found."""
    names = ", ".join(known) if len(known) <= FEW else f"one of those in {SCHEMA.name}"
    return f"{_nearest(wrong, known)}; it can be {names}"


def _nearest(wrong: object, known: Iterable[str]) -> str:
    by_letters = {name.lower(): name for name in known}
    near = difflib.get_close_matches(str(wrong).lower(), by_letters, n=1)
    return f" (did you mean {by_letters[near[0]]!r}?)" if near else ""


def _date(where: str, value: object) -> dt.date:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    raise BadScript(f"{where}: 'today' must be a date such as 2026-11-22, not {value!r}")
