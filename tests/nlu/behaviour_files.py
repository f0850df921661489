"""Reads the behaviours of tests/nlu/behaviour: what to say, how to change it, what to expect.

A file is a list of capabilities. Each has a ``type``, a ``budget`` and its sentences:

- MFT (a minimum): ``intents``, a table of intent and sentences; or ``sentences`` and ``expect``.
- INV (what must not matter): ``sentences`` and ``changes``, or ``frames`` and ``fill``: each
  filling of a slot stands against the first. ``expect`` is the same topic and dates unless said.
- DIR (what must matter): as INV, with the ``expect`` of the changed sentence.

``sentences`` may name a list of ``sentences.yml``. A slip is refused with file and place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rules_core.law.strict_yaml import Place
from tests.nlu.behaviour_changes import ARGUMENTS, CHANGES, changed

FOLDER = Path(__file__).parent / "behaviour"
SHARED = "sentences.yml"
TYPES = ("MFT", "INV", "DIR")
MOST = 0.25
"""No budget is larger: beyond it the assistant cannot do the thing."""
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


@dataclass(frozen=True)
class Check:
    """One sentence, the sentence it was made from if any, and what is expected of it."""

    text: str
    base: str | None
    expected: Expected


@dataclass(frozen=True)
class Capability:
    """One thing the assistant can do, the checks of it, and the shares that may miss."""

    file: str
    name: str
    type: str
    failures: float
    softer: float
    why: str
    checks: tuple[Check, ...]


def read(file: Path, shared: Mapping[str, list[str]]) -> list[Capability]:
    """The capabilities of one file; raises ``LawFileError`` for a slip in it."""
    place = Place(file)
    return [_capability(place, raw, shared) for raw in place.items(place.load(), "the file")]


def read_shared(file: Path) -> dict[str, list[str]]:
    """The lists of sentences that several capabilities use."""
    place = Place(file)
    lists = place.entries(place.load(), "the file")
    return {name: _texts(place.at(name), raw, name) for name, raw in lists.items()}


def _texts(place: Place, raw: Any, name: str) -> list[str]:
    found = [place.text(text, name) for text in place.items(raw, name)]
    if twice := sorted({text for text in found if found.count(text) > 1}):
        raise place.error(f"{name} says twice {twice[0]!r}", "leave one of them out")
    return found


def _capability(place: Place, raw: Any, shared: Mapping[str, list[str]]) -> Capability:
    ways = frozenset({"intents", "sentences", "changes", "frames", "fill", "expect"})
    fields = place.fields(raw, "a capability", frozenset({"capability", "type", "budget"}), ways)
    name = place.text(fields["capability"], "capability")
    here = place.at(name)
    kind = _one_of(here, fields["type"], "type", TYPES)
    budget = here.fields(
        fields["budget"], "budget", frozenset({"failures", "why"}), frozenset({"softer"})
    )
    if kind == "MFT":
        checks = list(_plain(here, fields, shared))
    else:
        expected = _expected(here, fields.get("expect"), kind)
        checks = [Check(text, base, expected) for text, base in _pairs(here, fields, shared)]
    return Capability(
        place.file.stem,
        name,
        kind,
        _share(here, budget["failures"], "failures"),
        _share(here, budget.get("softer", 0), "softer"),
        here.text(budget["why"], "why"),
        tuple(checks),
    )


def _plain(place: Place, fields: Mapping[str, Any], shared: Any) -> Iterator[Check]:
    way = frozenset(fields) - {"capability", "type", "budget"}
    if way == {"intents"}:
        for intent, raw in place.entries(fields["intents"], "intents").items():
            for text in _texts(place, raw, intent):
                yield Check(text, None, Expected(intents=(intent,)))
    elif way in ({"sentences", "expect"}, {"sentences", "expect", "changes"}):
        expected = _expected(place, fields["expect"], "MFT")
        for text in _sentences(place, fields["sentences"], shared):
            for name, argument in _changes(place, fields) if "changes" in fields else [("", "")]:
                yield Check(changed(text, name, argument) if name else text, None, expected)
    else:
        raise place.error("an MFT has neither intents nor sentences", "give one of the two")


def _pairs(place: Place, fields: Mapping[str, Any], shared: Any) -> Iterator[tuple[str, str]]:
    """Each changed sentence with the one it was made from."""
    way = frozenset(fields) - {"capability", "type", "budget", "expect"}
    if way == {"sentences", "changes"}:
        for base in _sentences(place, fields["sentences"], shared):
            changes = [changed(base, *change) for change in _changes(place, fields)]
            yield from ((text, base) for text in dict.fromkeys(changes) if text != base)
    elif way == {"frames", "fill"}:
        fill = place.entries(fields["fill"], "fill")
        slots = {slot: _texts(place, raw, slot) for slot, raw in fill.items()}
        for frame in _texts(place, fields["frames"], "frames"):
            names = dict.fromkeys(re.findall(r"\{(\w+)\}", frame))
            if not names or not slots.keys() >= names.keys():
                raise place.error(f"{frame!r} has no slot of fill", f"use {sorted(slots)}")
            first = {name: slots[name][0] for name in names}
            for name in names:
                for words in slots[name][1:]:
                    yield frame.format(**{**first, name: words}), frame.format(**first)
    else:
        raise place.error("it has neither kind of pairs", "sentences + changes, or frames + fill")


def _sentences(place: Place, raw: Any, shared: Mapping[str, list[str]]) -> list[str]:
    if isinstance(raw, str):
        return shared[_one_of(place, raw, "sentences", tuple(shared))]
    return _texts(place, raw, "sentences")


def _changes(place: Place, fields: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for raw in place.items(fields["changes"], "changes"):
        ((name, argument), *more) = place.fields(raw, "a change", _NONE, frozenset(CHANGES)).items()
        if more or not isinstance(argument, CHANGES[name][1]):
            raise place.error(f"the change {raw!r} is not one", "write one `name: argument`")
        if name in ARGUMENTS:
            _one_of(place, argument, name, ARGUMENTS[name])
        yield name, argument


def _expected(place: Place, raw: Any, kind: str) -> Expected:
    if raw is None and kind == "INV":
        return Expected(same_topic=True, dates="same")
    fields = place.fields(raw, "expect", _NONE, _EXPECTED)
    dates = fields.get("dates")
    if isinstance(dates, dict):
        dates = {role: _days(place, days) for role, days in dates.items()}
    elif dates is not None:
        _one_of(place, dates, "dates", ("same", "same roles", "none"))
    if "topic" in fields:
        _one_of(place, fields["topic"], "topic", ("same",))
    unanswered = "unanswered" in fields and place.flag(fields["unanswered"], "unanswered")
    names = [
        tuple(_texts(place, fields[key], key)) if key in fields else ()
        for key in ("intent", "never_intent", "may_answer")
    ]
    return Expected("topic" in fields, names[0], names[1], unanswered, names[2], dates)


def _days(place: Place, raw: Any) -> str | tuple[str, ...]:
    if isinstance(raw, list):
        return tuple(place.day(day, "dates").isoformat() for day in raw)
    return place.day(raw, "dates").isoformat()


def _share(place: Place, raw: Any, name: str) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not 0 <= raw <= MOST:
        raise place.error(f"the budget {name} is {raw!r}", f"write a share from 0 to {MOST}")
    return float(raw)


def _one_of(place: Place, raw: Any, name: str, known: tuple[str, ...]) -> str:
    if raw not in known:
        raise place.error(f"{name} is {raw!r}", f"use one of {', '.join(known)}")
    return str(raw)


SENTENCES = read_shared(FOLDER / SHARED)
CAPABILITIES = [
    capability
    for file in sorted(FOLDER.glob("*.yml"))
    if file.name != SHARED
    for capability in read(file, SENTENCES)
]
