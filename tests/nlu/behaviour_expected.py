"""What a behaviour file expects of a reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rules_core.law.strict_yaml import Place

_NONE: frozenset[str] = frozenset()
_EXPECTED = frozenset({"topic", "intent", "never_intent", "unanswered", "may_answer", "dates"})


@dataclass(frozen=True)
class Expected:
    """What a reading must be; what is not set is not looked at."""

    same_topic: bool = False
    intents: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    unanswered: bool = False
    """No topic is answered, but for those of ``may_answer``."""
    may_answer: tuple[str, ...] = ()
    dates: Mapping[str, Any] | str | None = None
    """``same``, ``same roles``, or each role with its day (or days, if it stays open)."""


def expected(place: Place, raw: Any, kind: str) -> Expected:
    """What `expect` says; by itself, what must not matter leaves topic and dates."""
    if raw is None and kind == "INV":
        return Expected(same_topic=True, dates="same")
    fields = place.fields(raw, "expect", _NONE, _EXPECTED)
    dates = fields.get("dates")
    if isinstance(dates, dict):
        dates = {role: _days(place, days) for role, days in dates.items()}
    elif dates is not None:
        one_of(place, dates, "dates", ("same", "same roles", "none"))
    if "topic" in fields:
        one_of(place, fields["topic"], "topic", ("same",))
    unanswered = "unanswered" in fields and place.flag(fields["unanswered"], "unanswered")
    names = [
        tuple(texts(place, fields[key], key)) if key in fields else ()
        for key in ("intent", "never_intent", "may_answer")
    ]
    return Expected("topic" in fields, names[0], names[1], unanswered, names[2], dates)


def _days(place: Place, raw: Any) -> str | tuple[str, ...]:
    if isinstance(raw, list):
        return tuple(place.day(day, "dates").isoformat() for day in raw)
    return place.day(raw, "dates").isoformat()


def texts(place: Place, raw: Any, name: str) -> list[str]:
    """A list of texts, no two alike."""
    found = [place.text(text, name) for text in place.items(raw, name)]
    if twice := sorted({text for text in found if found.count(text) > 1}):
        raise place.error(f"{name} says twice {twice[0]!r}", "leave one of them out")
    return found


def one_of(place: Place, raw: Any, name: str, known: tuple[str, ...]) -> str:
    """A name that must be among the known ones."""
    if raw not in known:
        raise place.error(f"{name} is {raw!r}", f"use one of {', '.join(known)}")
    return str(raw)
