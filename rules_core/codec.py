"""Questions from JSON and verdicts to JSON; the shapes of the command's lines."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import zoneinfo
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any

from rules_core import questions
from rules_core.answers import Answer, NeedFacts, Values, Verdict
from rules_core.citation import Citation
from rules_core.questions import DATE_NAMES, FACT_NAMES, Facts, Question, Topic
from rules_core.shape import answer_shape

_TYPE_OF = {field.name: str(field.type).split(" | ")[0] for field in dataclasses.fields(Facts)}
_FLAGS = frozenset(name for name, kind in _TYPE_OF.items() if kind == "bool")
CHOICES: Mapping[str, Mapping[str, Enum]] = {
    name: {member.value: member for member in getattr(questions, kind)}
    for name, kind in _TYPE_OF.items()
    if hasattr(questions, kind)
}
"""The facts that are one of a closed set, with the set's members by their JSON value."""
_COUNTRIES = ("nationality", "spouse_nationality")
_TOPICS = {topic.value: topic for topic in Topic}
_AS_IT_IS = frozenset({str, bool, int})
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_COUNTRY = re.compile(r"[A-Z]{2}")


class BadQuestion(ValueError):
    """The JSON is not a question; the message says what to mend."""


def iso_date(name: str, value: object) -> dt.date:
    """A date from ``YYYY-MM-DD``; raises ``BadQuestion`` naming the key otherwise."""
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise BadQuestion(f"{name}: {value!r} is not a date of the form YYYY-MM-DD")


def facts_from_json(payload: Mapping[str, object]) -> Facts:
    """Facts from a JSON object; raises ``BadQuestion`` for unknown keys or bad values."""
    unknown = sorted(set(payload) - set(FACT_NAMES))
    if unknown:
        raise BadQuestion(f"unknown facts {unknown}; known are {', '.join(FACT_NAMES)}")
    return Facts(**{name: _fact(name, value) for name, value in payload.items()})


def _fact(name: str, value: object) -> Any:
    if value is None:
        return None
    if name in DATE_NAMES:
        return iso_date(name, value)
    if name in _FLAGS:
        if not isinstance(value, bool):
            raise BadQuestion(f"{name}: {value!r} is neither true nor false")
        return value
    if not isinstance(value, str):
        raise BadQuestion(f"{name}: {value!r} is not a string")
    if name in CHOICES:
        if value not in CHOICES[name]:
            raise BadQuestion(f"{name}: {value!r} is none of {list(CHOICES[name])}")
        return CHOICES[name][value]
    if name in _COUNTRIES and not _COUNTRY.fullmatch(value):
        raise BadQuestion(f"{name}: {value!r} is not an ISO 3166-1 alpha-2 code such as 'MX'")
    if name == "timezone":
        _check_timezone(value)
    return value


def _check_timezone(value: str) -> None:
    try:
        zoneinfo.ZoneInfo(value)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadQuestion(f"timezone: {value!r} is not an IANA time zone") from error


def question_from_json(payload: object) -> tuple[Question, dt.date]:
    """A question and its day from ``{"question", "facts", "today"}``."""
    if not isinstance(payload, dict):
        raise BadQuestion("a line must be a JSON object")
    unknown = sorted(set(payload) - {"question", "facts", "today"})
    if unknown:
        raise BadQuestion(f"unknown keys {unknown}; known are question, facts, today")
    topic = payload.get("question")
    if not isinstance(topic, str) or topic not in _TOPICS:
        raise BadQuestion(f"question: {topic!r} is none of {list(_TOPICS)}")
    facts = payload.get("facts", {})
    if not isinstance(facts, dict):
        raise BadQuestion("facts: must be a JSON object")
    if "today" not in payload:
        raise BadQuestion("today: is missing; the rules know no clock")
    return Question(_TOPICS[topic], facts_from_json(facts)), iso_date("today", payload["today"])


def plain(value: Any) -> Any:
    """Any value of a verdict as JSON: ISO dates, amounts as strings, no empty fields."""
    return _WRITERS[type(value)](value)


class _Writers(dict[type, Callable[[Any], Any]]):
    """How values of each type are written, found out once: a lookup is quicker than asking anew."""

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        self[kind] = _writer(kind)
        return self[kind]


def _writer(kind: type) -> Callable[[Any], Any]:
    if kind is Decimal:
        return str
    if issubclass(kind, Enum):
        return {member: member.value for member in kind}.__getitem__
    if issubclass(kind, dt.datetime):
        return dt.datetime.isoformat
    if issubclass(kind, dt.date):
        return dt.date.isoformat
    if issubclass(kind, tuple):
        return lambda value: [_WRITERS[type(item)](item) for item in value]
    if issubclass(kind, Citation):  # the same few in every answer
        return lru_cache(maxsize=1024)(_fields)
    return _fields if dataclasses.is_dataclass(kind) else _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


def _fields(value: object) -> dict[str, Any]:
    # Not dataclasses.asdict: it copies deeply, which is half the time of a decision.
    return {
        name: item if type(item) in _AS_IT_IS else _WRITERS[type(item)](item)
        for name, item in vars(value).items()
        if item is not None
    }


_WRITERS = _Writers()


def verdict_to_json(verdict: Verdict) -> dict[str, Any]:
    """A verdict in the shape of the machine-readable answer, without its words."""
    shape = answer_shape("cannot_say", None) | {"topic": verdict.topic.value}
    del shape["intent"]  # the rules know no message
    if isinstance(verdict, NeedFacts):
        problem = verdict.problem.value if verdict.problem else "NEED_FACTS"
        return shape | {"kind": "need_facts", "outcome": problem, "missing": list(verdict.missing)}
    shape |= {"citations": plain(verdict.citations), "referral": verdict.referral.value}
    if isinstance(verdict, Answer):
        return shape | {
            "kind": "answer",
            "outcome": verdict.key,
            "values": values_to_json(verdict.values),
            "because": plain(verdict.because),
            "law_as_of": verdict.law_as_of.isoformat(),
            "remarks": plain(verdict.remarks),
            "could_change": list(verdict.could_change),
        }
    values = {"date": verdict.date.isoformat()} if verdict.date else {}
    return shape | {"outcome": verdict.why.value, "values": values}


def values_to_json(values: Values) -> dict[str, Any]:
    """The figures that apply."""
    shown: dict[str, Any] = plain(values)
    for name in ("limits", "fees"):
        if not shown[name]:
            del shown[name]
    return shown
