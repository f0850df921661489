"""What a person holds to come back, until when, and which facts could still change that."""

from __future__ import annotations

import datetime as dt

import pytest

from rules_core.answers import Answer, EntryDocument, Exemption, Reason, Values
from rules_core.codec import facts_from_json
from rules_core.decide import decide
from rules_core.law.book import law_book
from rules_core.questions import Question, Topic

TODAY = dt.date(2026, 11, 22)
NEXT_DOOR = {"visa_exempt": False, "trip": "us_or_spm_only"}
IN_STATUS = NEXT_DOOR | {"entry_date": "2026-06-10"}
UNDECIDED = NEXT_DOOR | {"entry_date": "2026-02-10", "extension_applied_on": "2026-08-01"}
DOCUMENTS: dict[str, tuple[dict[str, object], EntryDocument, str | None]] = {
    "a citizen of the United States": ({"nationality": "US"}, EntryDocument.NO_VISA_NOR_ETA, None),
    "a permanent resident of the United States": (
        {"us_permanent_resident": True},
        EntryDocument.GREEN_CARD,
        None,
    ),
    "who is visa-exempt": ({"visa_exempt": True}, EntryDocument.ETA_TO_FLY, None),
    "back from another country": (
        {"visa_exempt": False, "trip": "other_country"},
        EntryDocument.VALID_VISA,
        None,
    ),
    "back from next door within the period": (IN_STATUS, EntryDocument.NO_NEW_VISA, "2026-12-10"),
    "within a period that a passport does not end by law": (
        IN_STATUS | {"passport_expiry": "2026-12-01"},
        EntryDocument.NO_NEW_VISA,
        "2026-12-10",
    ),
    "within a period that ten years from biometrics end": (
        IN_STATUS | {"biometrics_date": "2016-12-05"},
        EntryDocument.NO_NEW_VISA,
        "2026-12-05",
    ),
    "within a period that a permit ends": (
        IN_STATUS
        | {"stamp_date": "2027-02-01", "permit_expiry": "2027-01-31", "current_status": "worker"},
        EntryDocument.NO_NEW_VISA,
        "2027-01-31",
    ),
    "back from next door while undecided": (UNDECIDED, EntryDocument.NO_NEW_VISA, None),
    "back from next door after the period": (
        NEXT_DOOR | {"entry_date": "2026-02-10"},
        EntryDocument.VALID_VISA,
        None,
    ),
}


def answer(topic: Topic, facts: dict[str, object], today: dt.date = TODAY) -> Answer:
    found = decide(Question(topic, facts_from_json(facts)), law_book(), today)
    assert isinstance(found, Answer)
    return found


@pytest.mark.parametrize(("facts", "document", "until"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_the_document_to_come_back_with_is_the_same_whichever_way_it_is_asked(
    facts: dict[str, object], document: EntryDocument, until: str | None
) -> None:
    by = None if until is None else dt.date.fromisoformat(until)
    back, reset = (answer(topic, facts) for topic in (Topic.REENTRY, Topic.FLAGPOLE_RESET))
    assert back.values == reset.values == Values(entry_document=document, return_by=by)
    assert back.because == reset.because
    (step,) = back.because
    assert (step.reason is Reason.RETURN_WITHIN_PERIOD) is (until is not None)
    assert (step.start, step.end) == (None, by)


def test_without_the_facts_for_a_document_a_border_trip_still_gives_no_right() -> None:
    found = answer(Topic.FLAGPOLE_RESET, {})
    assert (found.values, found.because) == (Values(), ())


@pytest.mark.parametrize(
    ("facts", "names"),
    [
        ({"nationality": "US"}, ["us_permanent_resident", "visa_exempt"]),
        ({"us_permanent_resident": True}, ["nationality", "visa_exempt"]),
        (IN_STATUS | {"nationality": "IN"}, ["us_permanent_resident"]),
    ],
)
def test_facts_on_the_person_and_the_trip_could_change_the_document(
    facts: dict[str, object], names: list[str]
) -> None:
    assert list(answer(Topic.REENTRY, facts).could_change) == [
        *names,
        "returns_on",
        "visa_expiry",
    ]


DRIVER = {"occupation": "truck_driver", "applied_for": "work_permit"}


@pytest.mark.parametrize(
    ("dates", "exempt"),
    [
        ({"extension_applied_on": "2026-11-22"}, True),
        ({"extension_applied_on": "2026-11-23"}, False),
        ({"extension_applied_on": "2026-11-01", "permit_expiry": "2026-11-01"}, True),
        ({"extension_applied_on": "2026-11-02", "permit_expiry": "2026-11-01"}, False),
        ({"extension_applied_on": "2026-11-01", "left_canada_on": "2026-11-01"}, True),
        ({"extension_applied_on": "2026-11-02", "left_canada_on": "2026-11-01"}, False),
    ],
)
def test_a_driver_is_exempt_from_the_day_of_a_renewal_filed_in_time(
    dates: dict[str, object], exempt: bool
) -> None:
    values = answer(Topic.FLAGPOLE_PERMIT, DRIVER | dates).values
    assert values.exempt is exempt
    assert values.exemption is (Exemption.TRUCK_DRIVER if exempt else None)


def test_the_facts_that_could_exempt_are_named_the_likeliest_first() -> None:
    nobody = answer(Topic.FLAGPOLE_PERMIT, {})
    assert nobody.could_change == (
        "nationality",
        "us_permanent_resident",
        "occupation",
        "spouse_occupation",
        "spouse_nationality",
        "cbsa_appointment",
    )
    driver = answer(Topic.FLAGPOLE_PERMIT, {"occupation": "truck_driver", "nationality": "IN"})
    assert driver.could_change == (
        "us_permanent_resident",
        "spouse_occupation",
        "spouse_nationality",
        "applied_for",
        "extension_applied_on",
        "cbsa_appointment",
    )


def test_the_service_ended_for_all_and_a_group_is_a_step_of_its_own() -> None:
    ended, exempt = (
        [step.reason for step in answer(Topic.FLAGPOLE_PERMIT, facts).because]
        for facts in ({}, {"nationality": "US"})
    )
    assert ended == [Reason.BORDER_SERVICE_ENDED]
    assert exempt == [Reason.BORDER_SERVICE_ENDED, Reason.BORDER_EXEMPTION]
