"""From the content of a law file to provisions, checked."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from rules_core.citation import Authority, Citation
from rules_core.law.pinpoint import parse
from rules_core.law.provision import Confidence, Instrument, Provision, StartBasis
from rules_core.law.strict_yaml import Place

_INSTRUMENT = frozenset({"title", "authority", "pinpoints"})
_INSTRUMENT_MAY = frozenset({"url", "section_base", "consolidated_to"})
_FACT = frozenset({"statement", "confidence", "settled", "checked_on", "versions"})
_FACT_MAY = frozenset({"note"})
_VERSION = frozenset({"in_force_from", "in_force_to", "start_basis", "citations"})
_VERSION_MAY = frozenset({"value"})
_CITATION = frozenset({"instrument", "pinpoint"})

_KEY = re.compile(r"[a-z][a-z0-9_]*")
_AMOUNT = re.compile(r"\d+(?:\.\d\d)?")
_ONE_DAY = dt.timedelta(days=1)


def read_instruments(place: Place) -> dict[str, Instrument]:
    """The registry of instruments by code."""
    found = {}
    for code, raw in place.entries(place.load(), "the registry").items():
        here = place.at(code)
        entry = here.fields(raw, "the instrument", _INSTRUMENT, _INSTRUMENT_MAY)
        if ("url" in entry) == ("section_base" in entry):
            raise here.error("it needs one address", "give either url or section_base")
        by_section = "section_base" in entry
        url = here.text(entry.get("section_base", entry.get("url")), "the address")
        if not url.startswith("https://") or (by_section and not url.endswith("/")):
            raise here.error(
                f"the address is {url}", "begin it with https://, end a section_base with /"
            )
        until = entry.get("consolidated_to")
        found[code] = Instrument(
            code=code,
            title=here.text(entry["title"], "title"),
            authority=here.choice(entry["authority"], "authority", Authority),
            url=url,
            by_section=by_section,
            consolidated_to=None if until is None else here.day(until, "consolidated_to"),
            pinpoints=_read_pinpoints(here, entry["pinpoints"], by_section),
        )
    return found


def _read_pinpoints(place: Place, raw: Any, by_section: bool) -> frozenset[str]:
    listed: set[str] = set()
    for entry in place.items(raw, "pinpoints"):
        pinpoint = place.text(entry, "a pinpoint")
        if by_section:
            _section(place, pinpoint)
        if pinpoint in listed:
            raise place.error(f"pinpoints lists {pinpoint} twice", "keep one of them")
        listed.add(pinpoint)
    return frozenset(listed)


def read_facts(
    place: Place, instruments: Mapping[str, Instrument], today: dt.date | None
) -> dict[str, tuple[Provision, ...]]:
    """Every fact of one file: its versions, oldest first, without gap or overlap."""
    content = place.fields(place.load(), "the file", frozenset({"facts"}))
    return {
        key: _read_fact(place.at(key), raw, instruments, today)
        for key, raw in place.entries(content["facts"], "facts").items()
    }


def _read_fact(
    place: Place, raw: Any, instruments: Mapping[str, Instrument], today: dt.date | None
) -> tuple[Provision, ...]:
    if not _KEY.fullmatch(place.fact):
        raise place.error("the id is not in lower case with underscores", "rename the fact")
    fact = place.fields(raw, "the fact", _FACT, _FACT_MAY)
    checked_on = place.day(fact["checked_on"], "checked_on")
    if today is not None and checked_on > today:
        raise place.error(
            f"checked_on {checked_on} is in the future", "give the day it was checked"
        )
    settled = place.flag(fact["settled"], "settled")
    note = place.text(fact["note"], "note") if "note" in fact else ""
    if not settled and not note:
        raise place.error("it is not settled and has no note", "say in note what is open")
    provisions: list[Provision] = []
    for entry in place.items(fact["versions"], "versions"):
        version = place.fields(entry, "a version", _VERSION, _VERSION_MAY)
        until = version["in_force_to"]
        provisions.append(
            Provision(
                key=place.fact,
                statement=place.text(fact["statement"], "statement"),
                value=_read_value(place, version.get("value", {})),
                citations=tuple(
                    _read_citation(place, citation, instruments, checked_on)
                    for citation in place.items(version["citations"], "citations")
                ),
                in_force_from=place.day(version["in_force_from"], "in_force_from"),
                in_force_to=None if until is None else place.day(until, "in_force_to"),
                start_basis=place.choice(version["start_basis"], "start_basis", StartBasis),
                settled=settled,
                confidence=place.choice(fact["confidence"], "confidence", Confidence),
                note=note,
            )
        )
    _check_windows(place, provisions)
    _check_path(place, provisions[-1].citations[0], instruments)
    return tuple(provisions)


def _read_citation(
    place: Place, raw: Any, instruments: Mapping[str, Instrument], checked_on: dt.date
) -> Citation:
    entry = place.fields(raw, "a citation", _CITATION)
    code = place.text(entry["instrument"], "instrument")
    pinpoint = place.text(entry["pinpoint"], "pinpoint")
    if code not in instruments:
        raise place.error(f"the instrument {code} is unknown", "add it to instruments.yaml")
    instrument = instruments[code]
    url = instrument.url
    if instrument.by_section:
        url = f"{url}section-{_section(place, pinpoint)}.html"
    if pinpoint not in instrument.pinpoints:
        raise place.error(
            f"{pinpoint} is not among the pinpoints of {code}",
            f"cite one that is, or read {pinpoint} in the source and add it in instruments.yaml",
        )
    return Citation(code, pinpoint, url, instrument.authority, checked_on)


def _section(place: Place, pinpoint: str) -> str:
    parsed = parse(pinpoint)
    if parsed is None:
        raise place.error(f"{pinpoint!r} is not a pinpoint", "write it like 183(2) or 12.2(1)(c)")
    return parsed.section


def _read_value(place: Place, raw: Any) -> Mapping[str, Any]:
    if not isinstance(raw, dict):
        raise place.error("value is not a mapping", "write it as `months: 6`")
    return MappingProxyType({key: _figure(place, key, item) for key, item in raw.items()})


def _figure(place: Place, key: Any, raw: Any) -> Any:
    if not isinstance(key, str):
        raise place.error(f"value has the key {key!r}, which is not text", "quote it")
    if key == "cad" or key.endswith("_cad"):
        if not isinstance(raw, str) or not _AMOUNT.fullmatch(raw):
            raise place.error(f"{key} is {raw!r}, not an amount", 'write it as "85" or "85.00"')
        return Decimal(raw)
    if isinstance(raw, list):
        return tuple(place.text(item, f"an entry of {key}") for item in raw)
    if isinstance(raw, dt.datetime) or not isinstance(raw, (bool, int, str, dt.date)):
        raise place.error(
            f"{key} is {raw!r}", "write a whole number, true or false, a date, text or a list"
        )
    return raw


def _check_windows(place: Place, provisions: list[Provision]) -> None:
    for provision in provisions:
        if provision.in_force_to is not None and provision.in_force_to < provision.in_force_from:
            raise place.error("a version ends before it begins", "correct its dates")
    for earlier, later in itertools.pairwise(provisions):
        if earlier.in_force_to is None or earlier.in_force_to >= later.in_force_from:
            raise place.error(
                f"versions overlap at {later.in_force_from}",
                "list them oldest first, each ending the day before the next begins",
            )
        if earlier.in_force_to + _ONE_DAY < later.in_force_from:
            raise place.error(
                f"there is a gap between {earlier.in_force_to} and {later.in_force_from}",
                "let each version begin the day after the one before it ends",
            )


def _check_path(place: Place, main: Citation, instruments: Mapping[str, Instrument]) -> None:
    folder = main.instrument.lower()
    name = place.file.stem
    if instruments[main.instrument].by_section:
        name = f"s{_section(place, main.pinpoint)}"
    if (place.file.parent.name, place.file.stem) != (folder, name):
        raise place.error(
            f"its main citation is {main.instrument} {main.pinpoint}",
            f"move the fact to {folder}/{name}.yaml or cite this file's section first",
        )
