"""The figures of some of the messages: by kind, by length."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from scripts.evaluation.measures import Pairs, Topics, topics
from scripts.evaluation.samples import Message

SHORT, LONG = 6, 25
"""Words: up to the first a message is short, from the second on it is long."""


@dataclass(frozen=True)
class Group:
    """The figures of some of the messages."""

    name: str
    count: int
    topics: Topics


def by_kind(pairs: Pairs) -> tuple[Group, ...]:
    """The figures of each kind of message, by name."""
    kinds = sorted({m.kind for m, _ in pairs})
    return tuple(_group(kind or "(no kind)", pairs, partial(_of_kind, kind)) for kind in kinds)


def by_length(pairs: Pairs) -> tuple[Group, ...]:
    """The figures of short, middling and long messages."""
    return (
        _group(f"up to {SHORT} words", pairs, lambda m: _words(m) <= SHORT),
        _group(f"{SHORT + 1} to {LONG - 1} words", pairs, lambda m: SHORT < _words(m) < LONG),
        _group(f"{LONG} words or more", pairs, lambda m: _words(m) >= LONG),
    )


def _group(name: str, pairs: Pairs, belongs: Callable[[Message], bool]) -> Group:
    some = [pair for pair in pairs if belongs(pair[0])]
    return Group(name, len(some), topics(some))


def _words(message: Message) -> int:
    return len(message.text.split())


def _of_kind(kind: str, message: Message) -> bool:
    return message.kind == kind
