"""Whether a reading is what a check expects: as expected, softer, or failed.

Softer means asked back where it could have been answered: the topic offered instead of
answered, a date left unnamed or unread. It is never wrong, and it costs the person a turn.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from language.dates import DateRole
from language.guard_table import ACT_SOONER, OUTSIDE
from tests.nlu.behaviour_expected import Expected
from tests.nlu.behaviour_files import Check

Reading = Mapping[str, Any]
UNNAMED = "date"
FACT_DATES = {role.value for role in DateRole} - {DateRole.OTHER.value} | {UNNAMED}
OK, SOFTER, FAILED = "ok", "softer", "failed"
Dates = list[tuple[str, Any]]


def judged(check: Check, reading: Reading, base: Reading | None) -> tuple[str, str]:
    """The worst of what the check looks at, and what it was."""
    expected = check.expected
    found = [(OK, "")]
    if expected.same_topic and base is not None:
        found.append(_as_before(reading, base))
    if expected.intents:
        found.append(_as_intent(expected.intents, reading))
    if _acted(reading) and reading["intent"] in expected.never:
        found.append((FAILED, f"is {reading['intent']}"))
    if expected.unanswered:
        found.append(_unanswered(expected, reading))
    if expected.dates is not None:
        found.append(_dates_as(expected.dates, reading, base))
    return max(found, key=lambda one: (OK, SOFTER, FAILED).index(one[0]))


def _acted(reading: Reading) -> bool:
    return reading["decision"] in ("answer", "guard")


def _shown(reading: Reading) -> str:
    first = reading["alternatives"][0]["name"] if reading["alternatives"] else "nothing"
    return str(reading["intent"]) if _acted(reading) else f"{reading['decision']} ({first}?)"


def _as_intent(intents: tuple[str, ...], reading: Reading) -> tuple[str, str]:
    if _acted(reading):
        right = reading["intent"] in intents
        return (OK, "") if right else (FAILED, f"{intents[0]} -> {_shown(reading)}")
    offered = {guess["name"] for guess in reading["alternatives"]} - set(ACT_SOONER)
    soft = OUTSIDE in intents or offered & set(intents)
    return SOFTER if soft else FAILED, f"{intents[0]} -> {_shown(reading)}"


def _as_before(reading: Reading, base: Reading) -> tuple[str, str]:
    what = f"{_shown(base)} -> {_shown(reading)}"
    if _acted(base):
        if _acted(reading):
            return (OK, "") if reading["intent"] == base["intent"] else (FAILED, what)
        return FAILED if base["intent"] in ACT_SOONER else SOFTER, what
    if not _acted(reading) or reading["intent"] == base["alternatives"][0]["name"]:
        return OK, ""  # an unsure reading may become sure of its own first guess
    return FAILED, what


def _unanswered(expected: Expected, reading: Reading) -> tuple[str, str]:
    wrong = reading["decision"] == "answer" or reading["intent"] in ACT_SOONER
    if not wrong or reading["intent"] in expected.may_answer:
        return OK, ""
    return FAILED, f"answered as {reading['intent']} ({reading['confidence']:.2f})"


def dates_of(reading: Reading) -> Dates:
    """Each date that is or may be a fact's: its role with its day, or days if open."""
    return sorted(
        (
            (found["type"], found["value"] or tuple(found.get("candidates", ())))
            for found in reading["entities"]
            if found["type"] in FACT_DATES
        ),
        key=repr,
    )


def _dates_as(
    wanted: Mapping[str, Any] | str, reading: Reading, base: Reading | None
) -> tuple[str, str]:
    dates = dates_of(reading)
    if isinstance(wanted, str):
        before = dates_of(base) if base is not None and wanted != "none" else []
    else:
        before = sorted(wanted.items(), key=repr)
    if wanted == "same roles":
        dates, before = ([(role, None) for role, _ in some] for some in (dates, before))
    if dates == before:
        return OK, ""
    known = {*before, *((UNNAMED, day) for _, day in before)}
    softer = len(dates) <= len(before) and set(dates) <= known
    return SOFTER if softer else FAILED, f"dates {_told(before)} -> {_told(dates)}"


def _told(dates: Dates) -> str:
    return ", ".join(f"{role} {day or ''}".strip() for role, day in dates) or "none"
