"""Seeded questions that crowd around the edges at which the law changes its answer."""

import datetime as dt
from collections.abc import Iterator
from random import Random

from tests.oracle.told import DAY, months_after

ENTRIES = [dt.date(year, month, 1) - DAY for year in (2024, 2026) for month in range(2, 13)] + [
    dt.date(2024, 2, 29),
    dt.date(2024, 8, 29),
    dt.date(2022, 7, 3),
    dt.date(2022, 7, 4),
    dt.date(2025, 8, 28),
    dt.date(2025, 8, 30),
    dt.date(2025, 12, 31),
    dt.date(2026, 6, 1),
    dt.date(2026, 6, 2),
    dt.date(2025, 10, 5),
]
ZONES = [
    "America/Vancouver",
    "America/St_Johns",
    "America/Regina",
    "America/Whitehorse",
    "America/Halifax",
    "America/Toronto",
]
QUESTIONS = ["authorized_stay", "authorized_stay", "extension", "maintained_status", "restoration"]
PERSONS: list[dict[str, object]] = [
    *[{} for _ in range(8)],
    {"nationality": "IN"},
    {"nationality": "IN"},
    {"nationality": "US"},
    {"nationality": "US"},
    {"nationality": "CN", "us_permanent_resident": True},
    {"nationality": "CN", "us_permanent_resident": True},
    {"current_status": "visitor", "nationality": "FR"},
    {"current_status": "visitor", "nationality": "FR"},
    {"current_status": "worker", "nationality": "BR"},
    {"nationality": "CA"},
    {"current_status": "permanent_resident"},
]
AROUND = (-1, 0, 1)

Case = tuple[str, dict[str, object], str]


def cases(seed: int, count: int) -> Iterator[Case]:
    """So many questions with facts and a day, the same for the same seed."""
    random = Random(seed)
    for _ in range(count):
        if random.random() < 0.06:
            yield _at_the_border(random)
        else:
            yield _stay(random)


def _at_the_border(random: Random) -> Case:
    facts: dict[str, object] = dict(random.choice(PERSONS))
    if random.random() < 0.3:
        facts["nationality"] = random.choice(["MX", "KR", "CL", "US", "BR"])
    today = dt.date(2024, 12, 23) + DAY * random.choice([-1, 0, 1, 700])
    return random.choice(["flagpole_permit", "flagpole_reset"]), facts, today.isoformat()


def _stay(random: Random) -> Case:
    entry = random.choice(ENTRIES)
    if random.random() < 0.3:
        entry = dt.date(2024, 1, 1) + DAY * random.randrange(1000)
    days: dict[str, dt.date] = {"entry_date": entry}
    facts: dict[str, object] = dict(random.choice(PERSONS))
    end = months_after(entry, 6)

    if random.random() < 0.06:
        facts["super_visa"] = True
        end = months_after(entry, 60)
    if random.random() < 0.2:
        end = days["stamp_date"] = entry + DAY * random.choice([10, 35, 150, 181, 364, 500])
    elif random.random() < 0.1:
        facts["officer_wrote_date"] = random.random() < 0.6
    if random.random() < 0.2:
        end = days["record_expiry"] = entry + DAY * random.choice([45, 184, 270, 365, 500])
        if random.random() < 0.6:
            days["visitor_record_issued"] = entry + DAY * random.choice([-40, -1, 0, 1, 30])
        if random.random() < 0.2:
            del days["entry_date"]
    if random.random() < 0.12:
        days["visa_expiry"] = entry + DAY * random.choice([-3, 20, 100, 900])
    capped = end
    if random.random() < 0.15:
        days["passport_expiry"] = end + DAY * random.choice([-60, -1, 0, 1, 400])
        capped = min(capped, days["passport_expiry"])
    if random.random() < 0.12:
        given = months_after(end, -120) + DAY * random.choice([-60, -1, 0, 1, 400])
        days["biometrics_date"] = given
        capped = min(capped, months_after(given, 120))

    edges = [entry, end, capped, capped + 90 * DAY, capped - 30 * DAY]
    if random.random() < 0.4:
        edges += _extend(random, facts, days, capped)
    elif random.random() < 0.2:
        edges += _restore(random, facts, days, capped)
    if random.random() < 0.05:
        days["left_canada_on"] = capped + DAY * random.choice([-400, -20, 0, 1, 20])
    if random.random() < 0.3:
        facts["timezone"] = random.choice(ZONES)
    edges += [day for name, day in days.items() if name != "biometrics_date"]  # ten years ago
    edges += [dt.date(2026, 11, 22), dt.date(2026, 12, 1), dt.date(2026, 11, 22)]
    today = random.choice(edges) + DAY * random.choice(AROUND)
    if random.random() < 0.9:
        past = {"entry_date", "visitor_record_issued", "extension_applied_on", "left_canada_on"}
        past |= {"extension_decided_on", "restoration_applied_on", "restoration_decided_on"}
        today = max([today, *(day for name, day in days.items() if name in past)])
    facts |= {name: day.isoformat() for name, day in days.items()}
    return random.choice(QUESTIONS), facts, today.isoformat()


def _extend(
    random: Random, facts: dict[str, object], days: dict[str, dt.date], end: dt.date
) -> list[dt.date]:
    filed = end + DAY * random.choice([-60, -30, -9, -1, 0, 0, 1, 2, 40])
    decision = random.choice(["pending", "approved", "refused", "refused", "returned", None])
    if random.random() < 0.92:
        days["extension_applied_on"] = filed
    if decision:
        facts["extension_decision"] = decision
    decided = max(filed, end) + DAY * random.choice([-5, -1, 0, 1, 2, 80])
    if decision not in (None, "pending") and random.random() < 0.85:
        days["extension_decided_on"] = decided
    if decision == "approved" and random.random() < 0.8:
        days["record_expiry"] = end + DAY * random.choice([-3, 30, 180, 365])
        days.pop("visitor_record_issued", None)
    return [filed, decided, decided + 90 * DAY]


def _restore(
    random: Random, facts: dict[str, object], days: dict[str, dt.date], end: dt.date
) -> list[dt.date]:
    filed = days["restoration_applied_on"] = end + DAY * random.choice([1, 30, 89, 90, 91])
    decision = random.choice(["pending", "refused", "approved", "returned", None])
    if decision:
        facts["restoration_decision"] = decision
    if decision in ("refused", "approved") and random.random() < 0.7:
        days["restoration_decided_on"] = filed + DAY * random.choice([0, 40, 100])
    return [filed, filed + 100 * DAY]
