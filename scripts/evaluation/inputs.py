"""Files and answers as typed values; what is not in the format is refused with its place."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scripts.evaluation.samples import Entity, Guess, Message, Reading, Talk, Turn


class BadInput(ValueError):
    """A file is not in the format; the text names the file, the line and what is wrong."""


def load_messages(path: Path) -> tuple[Message, ...]:
    """The messages of a file of JSON lines.

    Raises:
        BadInput: the file cannot be read or is not in the format.
    """
    return tuple(
        Message(
            id=_text(where, raw, "id", ""),
            text=_text(where, raw, "text"),
            label=_text(where, raw, "label"),
            also=_texts(where, raw, "also"),
            entities=_entities(where, raw),
            kind=_text(where, raw, "kind", ""),
        )
        for where, raw in _objects(path)
    )


def load_talks(path: Path) -> tuple[Talk, ...]:
    """The conversations of a file of JSON lines.

    Raises:
        BadInput: the file cannot be read or is not in the format.
    """
    return tuple(
        Talk(
            id=_text(where, raw, "id"),
            title=_text(where, raw, "title", ""),
            today=_date(where, "today", raw.get("today")),
            turns=tuple(
                _turn(f"{where}, turn {number}", number, turn)
                for number, turn in enumerate(_list(where, raw, "turns"), 1)
            ),
        )
        for where, raw in _objects(path)
    )


def reading_of(where: str, raw: object) -> Reading:
    """One line of scripts/understand."""
    found = _mapping(where, raw)
    guesses = [_mapping(where, guess) for guess in _list(where, found, "alternatives")]
    return Reading(
        intent=_text(where, found, "intent"),
        decision=_text(where, found, "decision"),
        alternatives=tuple(
            Guess(_text(where, guess, "name"), _number(where, guess, "confidence"))
            for guess in guesses
        ),
        entities=_entities(where, found),
    )


def _turn(where: str, number: int, raw: object) -> Turn:
    found = _mapping(where, raw)

    def days(key: str) -> tuple[dt.date, ...]:
        return tuple(_date(where, key, day) for day in _texts(where, found, key))

    return Turn(
        number=number,
        user=_text(where, found, "user"),
        label=_text(where, found, "label", ""),
        behaviour=_text(where, found, "must_behaviour", ""),
        dates=days("must_dates"),
        forbidden_dates=days("must_not_dates"),
        numbers=_texts(where, found, "must_numbers"),
        points=_texts(where, found, "must_points"),
        forbidden_points=_texts(where, found, "must_not"),
    )


def _objects(path: Path) -> list[tuple[str, Mapping[str, Any]]]:
    """Each line's place and object; lines are ended by nothing but a line feed."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeError) as error:
        raise BadInput(f"{path} cannot be read: {error}") from error
    found = []
    for number, line in enumerate(lines, 1):
        where = f"{path}, line {number}"
        if line.strip():
            try:
                found.append((where, _mapping(where, json.loads(line))))
            except json.JSONDecodeError as error:
                raise BadInput(f"{where}: not JSON: {error}") from error
    return found


def _mapping(where: str, raw: object) -> Mapping[str, Any]:
    if not isinstance(raw, dict):
        raise BadInput(f"{where}: must be an object, such as {{...}}, not {raw!r:.60}")
    return raw


def _text(where: str, raw: Mapping[str, Any], key: str, default: str | None = None) -> str:
    value = raw.get(key, default)
    if not isinstance(value, str):
        raise BadInput(f"{where}: needs {key!r}, a text, not {value!r:.60}")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise BadInput(f"{where}: {key!r} holds half a character: {error.reason}") from error
    return value


def _number(where: str, raw: Mapping[str, Any], key: str) -> float:
    value = raw.get(key)
    if not isinstance(value, int | float):
        raise BadInput(f"{where}: needs {key!r}, a number, not {value!r:.60}")
    return float(value)


def _list(where: str, raw: Mapping[str, Any], key: str) -> list[Any]:
    value = raw.get(key, [])
    if not isinstance(value, list):
        raise BadInput(f"{where}: {key!r} must be a list, not {value!r:.60}")
    return value


def _texts(where: str, raw: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(_text(where, {key: one}, key) for one in _list(where, raw, key))


def _entities(where: str, raw: Mapping[str, Any]) -> tuple[Entity, ...]:
    found = [_mapping(where, one) for one in _list(where, raw, "entities")]
    return tuple(
        Entity(_text(where, e, "type"), _value(e.get("value")), _texts(where, e, "candidates"))
        for e in found
    )


def _value(raw: object) -> str | None:
    return None if raw is None else str(raw)


def _date(where: str, key: str, value: object) -> dt.date:
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError as error:
        raise BadInput(f"{where}: {key!r}: {value!r} is no date such as 2026-11-22") from error
