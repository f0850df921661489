"""The second reading gives the worked examples of the law: what it is measured by itself."""

import pytest

from tests.oracle.open_points import Facts
from tests.oracle.second_reading import second_reading

FILED = {"entry_date": "2026-02-10", "extension_applied_on": "2026-08-01"}
WRITTEN = {"entry_date": "2026-06-10"}
ENTERED_SEPTEMBER = {"entry_date": "2026-09-01", "passport_expiry": "2026-12-10"}


def default(entry: str) -> Facts:
    return {"entry_date": entry}


EXAMPLES: list[tuple[Facts, str, str]] = [
    ({"entry_date": "2026-01-15", "passport_expiry": "2030-01-01"}, "2026-07-15", "2026-10-13"),
    (default("2026-05-22"), "2026-11-22", "2027-02-20"),
    (default("2026-05-21"), "2026-11-21", "2027-02-19"),
    (default("2026-08-31"), "2027-02-28", "2027-05-29"),
    (default("2027-08-31"), "2028-02-29", "2028-05-29"),
    (default("2026-08-30"), "2027-02-28", "2027-05-29"),
    (default("2026-08-29"), "2027-02-28", "2027-05-29"),
    (default("2027-08-29"), "2028-02-29", "2028-05-29"),
    (default("2026-08-28"), "2027-02-28", "2027-05-29"),
    (default("2028-02-29"), "2028-08-29", "2028-11-27"),
    (default("2027-02-28"), "2027-08-28", "2027-11-26"),
    (default("2026-03-31"), "2026-09-30", "2026-12-29"),
    (default("2026-05-31"), "2026-11-30", "2027-02-28"),
    (default("2026-10-31"), "2027-04-30", "2027-07-29"),
    (default("2026-12-31"), "2027-06-30", "2027-09-28"),
    (default("2026-04-30"), "2026-10-30", "2027-01-28"),
    ({"entry_date": "2026-07-01", "officer_wrote_date": False}, "2027-01-01", "2027-04-01"),
    (WRITTEN | {"stamp_date": "2026-07-15"}, "2026-07-15", "2026-10-13"),
    (WRITTEN | {"stamp_date": "2027-06-09"}, "2027-06-09", "2027-09-07"),
    (ENTERED_SEPTEMBER, "2026-12-10", "2027-03-10"),
    (ENTERED_SEPTEMBER | {"nationality": "US"}, "2027-03-01", "2027-05-30"),
    ({"entry_date": "2026-02-10", "record_expiry": "2027-02-09"}, "2027-02-09", "2027-05-10"),
    (
        {"entry_date": "2026-02-10", "stamp_date": "2026-12-31", "record_expiry": "2026-05-10"},
        "2026-05-10",
        "2026-08-08",
    ),
    ({"entry_date": "2026-04-05", "visa_expiry": "2026-06-01"}, "2026-10-05", "2027-01-03"),
    ({"entry_date": "2026-03-15", "super_visa": True}, "2031-03-15", "2031-06-13"),
    ({"entry_date": "2028-02-29", "super_visa": True}, "2033-02-28", "2033-05-29"),
    ({"entry_date": "2026-10-05", "biometrics_date": "2017-01-20"}, "2027-01-20", "2027-04-20"),
    (
        FILED | {"extension_decision": "refused", "extension_decided_on": "2026-11-03"},
        "2026-11-03",
        "2027-02-01",
    ),
    (
        FILED | {"extension_decision": "approved", "record_expiry": "2027-02-10"},
        "2027-02-10",
        "2027-05-11",
    ),
    (
        {"entry_date": "2026-02-10", "extension_applied_on": "2026-08-12"},
        "2026-08-10",
        "2026-11-08",
    ),
    (
        FILED | {"extension_decision": "returned", "extension_decided_on": "2026-09-20"},
        "2026-08-10",
        "2026-11-08",
    ),
    (
        {
            "entry_date": "2026-02-10",
            "restoration_applied_on": "2026-10-01",
            "restoration_decision": "refused",
            "restoration_decided_on": "2027-01-15",
        },
        "2026-08-10",
        "2026-11-08",
    ),
    (default("2027-06-15"), "2027-12-15", "2028-03-14"),
    (default("2026-06-15"), "2026-12-15", "2027-03-15"),
]


@pytest.mark.parametrize("today", ["2026-11-22", "2028-03-01"])
@pytest.mark.parametrize(("facts", "until", "last_day"), EXAMPLES)
def test_worked_example(facts: Facts, until: str, last_day: str, today: str) -> None:
    reading = second_reading("authorized_stay", facts, today)
    assert (reading["until"], reading["restoration_last_day"]) == (until, last_day)
