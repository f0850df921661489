"""Reads the behaviours of tests/nlu/behaviour: what to say, how to change it, what to expect.

A file is a list of capabilities. Each has a ``type``, a ``budget`` and its sentences:

- MFT (a minimum): ``intents``, a table of intent and sentences; or ``sentences`` and ``expect``.
- INV (what must not matter): ``sentences`` and ``changes``, or ``frames`` and ``fill``: each
  filling of a slot stands against the first. ``expect`` is the same topic and dates unless said.
- DIR (what must matter): as INV, with the ``expect`` of the changed sentence.

``sentences`` may name a list of ``sentences.yml``. ``open_fault`` says why a capability is over
its budget, and must go once it is not. A slip is refused with file and place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rules_core.law.strict_yaml import Place
from tests.nlu.behaviour_changes import ARGUMENTS, CHANGES, changed
from tests.nlu.behaviour_expected import Expected, expected, one_of, texts

FOLDER = Path(__file__).parent / "behaviour"
SHARED = "sentences.yml"
TYPES = ("MFT", "INV", "DIR")
MOST = 0.25
"""No budget is larger: beyond it the assistant cannot do the thing."""
_NONE: frozenset[str] = frozenset()
_ABOUT = frozenset({"capability", "type", "budget", "open_fault"})


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
    open_fault: str
    checks: tuple[Check, ...]


def read(file: Path, shared: Mapping[str, list[str]]) -> list[Capability]:
    """The capabilities of one file; raises ``LawFileError`` for a slip in it."""
    place = Place(file)
    return [_capability(place, raw, shared) for raw in place.items(place.load(), "the file")]


def read_shared(file: Path) -> dict[str, list[str]]:
    """The lists of sentences that several capabilities use."""
    place = Place(file)
    lists = place.entries(place.load(), "the file")
    return {name: texts(place.at(name), raw, name) for name, raw in lists.items()}


def _capability(place: Place, raw: Any, shared: Mapping[str, list[str]]) -> Capability:
    ways = frozenset({"intents", "sentences", "changes", "frames", "fill", "expect"}) | _ABOUT
    fields = place.fields(raw, "a capability", frozenset({"capability", "type", "budget"}), ways)
    name = place.text(fields["capability"], "capability")
    here = place.at(name)
    kind = one_of(here, fields["type"], "type", TYPES)
    budget = here.fields(
        fields["budget"], "budget", frozenset({"failures", "why"}), frozenset({"softer"})
    )
    if kind == "MFT":
        checks = list(_plain(here, fields, shared))
    else:
        wanted = expected(here, fields.get("expect"), kind)
        checks = [Check(text, base, wanted) for text, base in _pairs(here, fields, shared)]
    return Capability(
        place.file.stem,
        name,
        kind,
        _share(here, budget["failures"], "failures"),
        _share(here, budget.get("softer", 0), "softer"),
        here.text(budget["why"], "why"),
        here.text(fields["open_fault"], "open_fault") if "open_fault" in fields else "",
        tuple(checks),
    )


def _plain(place: Place, fields: Mapping[str, Any], shared: Any) -> Iterator[Check]:
    way = frozenset(fields) - _ABOUT
    if way == {"intents"}:
        for intent, raw in place.entries(fields["intents"], "intents").items():
            for text in texts(place, raw, intent):
                yield Check(text, None, Expected(intents=(intent,)))
    elif way in ({"sentences", "expect"}, {"sentences", "expect", "changes"}):
        wanted = expected(place, fields["expect"], "MFT")
        for text in _sentences(place, fields["sentences"], shared):
            for name, argument in _changes(place, fields) if "changes" in fields else [("", "")]:
                yield Check(changed(text, name, argument) if name else text, None, wanted)
    else:
        raise place.error("an MFT has neither intents nor sentences", "give one of the two")


def _pairs(place: Place, fields: Mapping[str, Any], shared: Any) -> Iterator[tuple[str, str]]:
    """Each changed sentence with the one it was made from."""
    way = frozenset(fields) - _ABOUT - {"expect"}
    if way == {"sentences", "changes"}:
        for base in _sentences(place, fields["sentences"], shared):
            changes = [changed(base, *change) for change in _changes(place, fields)]
            yield from ((text, base) for text in dict.fromkeys(changes) if text != base)
    elif way == {"frames", "fill"}:
        fill = place.entries(fields["fill"], "fill")
        slots = {slot: texts(place, raw, slot) for slot, raw in fill.items()}
        for frame in texts(place, fields["frames"], "frames"):
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
        return shared[one_of(place, raw, "sentences", tuple(shared))]
    return texts(place, raw, "sentences")


def _changes(place: Place, fields: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for raw in place.items(fields["changes"], "changes"):
        ((name, argument), *more) = place.fields(raw, "a change", _NONE, frozenset(CHANGES)).items()
        if more or not isinstance(argument, CHANGES[name][1]):
            raise place.error(f"the change {raw!r} is not one", "write one `name: argument`")
        if name in ARGUMENTS:
            one_of(place, argument, name, ARGUMENTS[name])
        yield name, argument


def _share(place: Place, raw: Any, name: str) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not 0 <= raw <= MOST:
        raise place.error(f"the budget {name} is {raw!r}", f"write a share from 0 to {MOST}")
    return float(raw)


SENTENCES = read_shared(FOLDER / SHARED)
CAPABILITIES = [
    capability
    for file in sorted(FOLDER.glob("*.yml"))
    if file.name != SHARED
    for capability in read(file, SENTENCES)
]
