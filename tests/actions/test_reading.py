"""What one message adds to the facts, and what must be asked about instead."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from actions.reading import Doubt, read
from actions.told_before import of_the_talk
from language.dates import DateRole, find_dates
from language.facts import find_facts

TODAY = dt.date(2026, 11, 22)


def entities(text: str) -> list[dict[str, Any]]:
    names = {None: "date", DateRole.OTHER: "other_date"}
    dates = [
        {"entity": names.get(d.tells or d.role) or (d.tells or d.role).value, "value": d.to_json()}
        for d in find_dates(text)
    ]
    return dates + [{"entity": f.kind, "value": f.value} for f in find_facts(text)]


def slots(text: str, asked: str | None = None) -> dict[str, Any]:
    return dict(read(of_the_talk(entities(text)), asked, TODAY).slots)


def doubts(text: str, asked: str | None = None) -> list[tuple[Doubt, str]]:
    return [(d.doubt, d.fact) for d in read(of_the_talk(entities(text)), asked, TODAY).doubts]


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        ("I entered on 3 June 2026", None, {"entry_date": "2026-06-03"}),
        ("3 June 2026", "entry_date", {"entry_date": "2026-06-03"}),
        ("3 June 2026", "passport_expiry", {"passport_expiry": "2026-06-03"}),
        ("3 June 2027", "permit_expiry", {"permit_expiry": "2027-06-03"}),
        ("3 June 2026", "visitor_record_issued", {"visitor_record_issued": "2026-06-03"}),
        ("3 June 2026", "second_application_on", {"second_application_on": "2026-06-03"}),
        ("it was refused", "restoration_decision", {"restoration_decision": "refused"}),
        ("it was refused", "extension_decision", {"extension_decision": "refused"}),
        ("I withdrew my application", None, {"extension_decision": "withdrawn"}),
        ("the officer wrote 1 July 2027", "entry_date", {"stamp_date": "2027-07-01"}),
    ],
)
def test_a_date_becomes_the_fact_it_is(text: str, asked: str | None, expected: Any) -> None:
    assert expected.items() <= slots(text, asked).items()


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        ("I entered 03/04/2026", None, (Doubt.AMBIGUOUS, "entry_date")),
        ("03/04/2026", "entry_date", (Doubt.AMBIGUOUS, "entry_date")),
        ("I entered on 30 February 2026", None, (Doubt.IMPOSSIBLE, "entry_date")),
        ("5 May 1890", "entry_date", (Doubt.IMPLAUSIBLE, "entry_date")),
        ("5 May 2090", "entry_date", (Doubt.IMPLAUSIBLE, "entry_date")),
        ("my passport expires 5 May 2090", None, (Doubt.IMPLAUSIBLE, "passport_expiry")),
        ("3 June 2026", None, (Doubt.UNNAMED, "entry_date")),
    ],
)
def test_a_doubtful_date_is_asked_about_and_never_kept(
    text: str, asked: str | None, expected: tuple[Doubt, str]
) -> None:
    assert doubts(text, asked) == [expected]
    assert not any(name.endswith(("_date", "_expiry")) for name in slots(text, asked))


def test_two_days_for_one_fact_are_asked_about() -> None:
    said = "I entered on 5 March 2026. Later I read my ticket again: I entered on 7 March 2026."
    assert doubts(said) == [(Doubt.AMBIGUOUS, "entry_date")]
    assert "entry_date" not in slots(said)


def test_the_plausible_span_ends_with_its_last_day() -> None:
    assert slots("22 November 2029", "entry_date") == {"entry_date": "2029-11-22"}
    assert doubts("23 November 2029", "entry_date") == [(Doubt.IMPLAUSIBLE, "entry_date")]
    assert slots("22 November 1996", "entry_date") == {"entry_date": "1996-11-22"}
    assert doubts("21 November 1996", "entry_date") == [(Doubt.IMPLAUSIBLE, "entry_date")]


@pytest.mark.parametrize("text", ["my passport is valid until 2035", "my visa expires in 2029"])
def test_an_incomplete_date_that_changes_nothing_is_not_asked_about(text: str) -> None:
    assert doubts(text) == []


def test_an_incomplete_passport_date_within_a_stay_is_asked_about() -> None:
    assert doubts("my passport expires in march 2027") == [(Doubt.INCOMPLETE, "passport_expiry")]


def test_an_application_still_to_come_is_no_fact() -> None:
    assert "extension_applied_on" not in slots("I will apply on 3 December 2026")


@pytest.mark.parametrize("value", [None, 7, "2026-01-01", {}, {"form": "no such form"}])
def test_a_broken_entity_is_left_alone(value: Any) -> None:
    assert read([{"entity": "entry_date", "value": value}], None, TODAY).slots == {}
