"""What "remind me" says and hands on, from the facts to the calendar file."""

from __future__ import annotations

import asyncio
import datetime as dt
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.session import GiveReminderDates
from addons.calendar_file import calendar_file
from rules_core.questions import FACT_NAMES
from tests.channels.calendars import days, read_back

pytestmark = pytest.mark.bot

STAMP = dt.datetime(2026, 11, 22, tzinfo=dt.timezone.utc)
EXTEND = "Apply to extend your stay in Canada"
LAST = "Last day of your stay in Canada"
RESTORE = "Last day to apply to restore your status in Canada"


def remind(
    monkeypatch: pytest.MonkeyPatch, today: str, zone: str | None = None, **facts: object
) -> tuple[str, dict[str, Any] | None]:
    """The words of the reply and the payload's calendar."""
    monkeypatch.setenv("SOJOURN_TODAY", today)
    slots: dict[str, object] = {name: facts.get(name) for name in FACT_NAMES}
    message = {
        "text": "remind me",
        "intent": {"name": "ask_reminder"},
        "metadata": {"timezone": zone} if zone else {},
    }
    tracker = Tracker("someone", slots, message, [], False, None, {}, None)
    said = CollectingDispatcher()
    asyncio.run(GiveReminderDates().run(said, tracker, {}))
    text = "\n".join(message["text"] for message in said.messages if message.get("text"))
    answers = [m["custom"]["answer"] for m in said.messages if m.get("custom")]
    return text, answers[0].get("calendar") if answers else None


CASES = {
    "in status": (
        {"today": "2026-11-22", "entry_date": "2026-08-03"},
        {
            EXTEND: ("2027-01-04", [7, 0]),
            LAST: ("2027-02-03", [30, 7, 1]),
            RESTORE: ("2027-05-04", [30, 7, 1]),
        },
        ["18:59 on 3 February 2027 (Toronto time)"],
    ),
    "in status, in another time zone": (
        {"today": "2026-11-22", "entry_date": "2026-08-03", "zone": "America/Vancouver"},
        {
            EXTEND: ("2027-01-04", [7, 0]),
            LAST: ("2027-02-03", [30, 7, 1]),
            RESTORE: ("2027-05-04", [30, 7, 1]),
        },
        ["15:59 on 3 February 2027 (Vancouver time)"],
    ),
    "less than thirty days left": (
        {"today": "2026-11-22", "entry_date": "2026-06-01"},
        {LAST: ("2026-12-01", [30, 7, 1]), RESTORE: ("2027-03-01", [30, 7, 1])},
        ["18:59 on 1 December 2026 (Toronto time)"],
    ),
    "last day today": (
        {"today": "2026-11-22", "entry_date": "2026-05-22", "zone": "America/Halifax"},
        {LAST: ("2026-11-22", [30, 7, 1]), RESTORE: ("2027-02-20", [30, 7, 1])},
        ["19:59 on 22 November 2026 (Halifax time)"],
    ),
    "an extension is pending": (
        {
            "today": "2026-11-22",
            "entry_date": "2026-08-03",
            "extension_applied_on": "2026-11-02",
            "extension_decision": "pending",
        },
        {LAST: ("2027-02-03", [30, 7, 1]), RESTORE: ("2027-05-04", [30, 7, 1])},
        [],
    ),
    "restoration open": (
        {"today": "2026-11-22", "entry_date": "2026-05-02", "zone": "America/Regina"},
        {RESTORE: ("2027-01-31", [30, 7, 1])},
        ["17:59 on 31 January 2027 (Regina time)"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_days_ahead_come_with_a_calendar_file(
    monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    given, expected, cutoffs = CASES[case]
    text, calendar = remind(monkeypatch, **given)  # type: ignore[arg-type]  # names and facts
    assert calendar is not None and calendar["language"] == "en"
    events = read_back(calendar_file(calendar, STAMP))
    assert days(events) == expected
    descriptions = " ".join(event["description"] for event in events)
    assert descriptions.count("last minute") == len(cutoffs)
    assert all(cutoff in descriptions for cutoff in cutoffs)
    assert text.startswith("I send no reminders myself; put these in your calendar:\n")
    assert len(text.splitlines()) == 1 + len(expected)


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param({"entry_date": "2026-01-15"}, id="restoration closed"),
        pytest.param({"entry_date": "2026-08-03", "left_canada_on": "2026-11-22"}, id="left today"),
        pytest.param({"entry_date": "2026-08-03", "left_canada_on": "2026-10-01"}, id="left"),
    ],
)
def test_no_day_ahead_no_file(monkeypatch: pytest.MonkeyPatch, facts: dict[str, str]) -> None:
    text, calendar = remind(monkeypatch, "2026-11-22", **facts)
    assert calendar is None
    assert text.startswith("No date of yours lies ahead")


def test_before_any_date_it_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    text, calendar = remind(monkeypatch, "2026-11-22")
    assert calendar is None and "once I know your dates" in text
