"""Calendar files: valid, deterministic, and holding exactly the days they were given."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.reminder import event, still_ahead
from addons.calendar_file import calendar_file
from rules_core.answers import Values
from rules_core.calendar import last_minute
from rules_core.timeline import MilestoneKind, milestones
from tests.channels.calendars import days, read_back

pytestmark = pytest.mark.bot

STAMP = dt.datetime(2026, 11, 22, 12, 30, tzinfo=dt.timezone.utc)
EXTEND = "Apply to extend your stay in Canada"
LAST = "Last day of your stay in Canada"
RESTORE = "Last day to apply to restore your status in Canada"
ALL_DAYS: dict[str, Any] = {
    "events": [
        {"kind": "recommended_by", "date": "2027-01-04"},
        {"kind": "last_day", "date": "2027-02-03", "cutoff": "2027-02-03T18:59:00-05:00"},
        {"kind": "restoration_last_day", "date": "2027-05-04"},
    ],
    "timezone": "America/Toronto",
    "language": "en",
}


def test_all_days_with_their_alarms() -> None:
    assert days(read_back(calendar_file(ALL_DAYS, STAMP))) == {
        EXTEND: ("2027-01-04", [7, 0]),
        LAST: ("2027-02-03", [30, 7, 1]),
        RESTORE: ("2027-05-04", [30, 7, 1]),
    }


def test_an_event_lasts_its_whole_day_and_leaves_the_person_free() -> None:
    _, last, _ = read_back(calendar_file(ALL_DAYS, STAMP))
    text = calendar_file(ALL_DAYS, STAMP).decode()
    assert "DTSTART;VALUE=DATE:20270203\r\nDTEND;VALUE=DATE:20270204\r\n" in text
    assert last["transp"] == "TRANSPARENT"
    assert last.decoded("dtstamp") == STAMP
    assert "DTSTAMP:20261122T123000Z" in text
    for alarm in last.walk("VALARM"):
        assert alarm["action"] == "DISPLAY" and alarm["description"] == LAST
    assert "TRIGGER:-P29DT15H\r\n" in text, "nine o'clock thirty days before"


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("America/Toronto", "18:59 on 3 February 2027 (Toronto time)"),
        ("America/St_Johns", "20:29 on 3 February 2027 (St Johns time)"),
        ("Asia/Kolkata", "05:29 on 4 February 2027 (Kolkata time)"),
        (None, "18:59 on 3 February 2027 (UTC-05:00 time)"),
    ],
)
def test_the_cut_off_is_shown_on_the_persons_clock(zone: str | None, shown: str) -> None:
    content = {**ALL_DAYS, "timezone": zone}
    _, last, restoration = read_back(calendar_file(content, STAMP))
    assert shown in last["description"] and "9.3(1)" in last["description"]
    assert "only if your stay has ended" in restoration["description"]
    assert all(e["description"].endswith("not legal advice.") for e in (last, restoration))


def test_an_open_restoration_has_its_cut_off() -> None:
    content = {
        "events": [
            {
                "kind": "restoration_last_day",
                "date": "2027-01-31",
                "cutoff": "2027-01-31T18:59-05:00",
            }
        ],
        "timezone": "America/Vancouver",
    }
    (restoration,) = read_back(calendar_file(content, STAMP))
    assert "15:59 on 31 January 2027 (Vancouver time)" in restoration["description"]
    assert "182(1)" in restoration["description"] and "only if" not in restoration["description"]


def test_the_same_content_gives_the_same_bytes_and_the_same_ids() -> None:
    first, again = calendar_file(ALL_DAYS, STAMP), calendar_file(ALL_DAYS, STAMP)
    assert first == again
    later = calendar_file({**ALL_DAYS, "timezone": "UTC"}, STAMP + dt.timedelta(days=1))
    ids = [[str(e["uid"]) for e in read_back(file)] for file in (first, later)]
    assert ids[0] == ids[1] and len(set(ids[0])) == 3


def test_a_language_without_words_is_english() -> None:
    contents = [{**ALL_DAYS, "language": name} for name in ("xx", None)]
    contents.append({key: ALL_DAYS[key] for key in ("events", "timezone")})
    expected = calendar_file(ALL_DAYS, STAMP)
    assert [calendar_file(content, STAMP) for content in contents] == [expected] * 3


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"events": None},
        {"events": [{}]},
        {"events": [{"kind": "first_day_over", "date": "2027-02-04"}]},
        {"events": [{"kind": "party", "date": "2027-02-04"}]},
        {"events": [{"kind": "last_day", "date": "tomorrow"}]},
        {"events": [{"kind": "last_day", "date": "2027-02-04", "cutoff": 5}]},
        {"events": [], "timezone": "Mars/Base"},
    ],
)
def test_another_shape_is_refused(content: dict[str, Any]) -> None:
    with pytest.raises((LookupError, TypeError, ValueError)):
        calendar_file(content, STAMP)


DATES = st.dates(dt.date(2002, 6, 28), dt.date(2100, 1, 1))
ZONES = st.sampled_from(["America/Toronto", "Asia/Kolkata", "Pacific/Kiritimati", "UTC"])


@settings(deadline=None)
@given(
    until=DATES,
    recommended_by=DATES | st.none(),
    restoration_last_day=DATES | st.none(),
    today=DATES,
    zone=ZONES,
    with_cutoff=st.booleans(),
)
def test_whatever_the_milestones_every_date_ahead_stands_in_the_file_once(
    until: dt.date,
    recommended_by: dt.date | None,
    restoration_last_day: dt.date | None,
    today: dt.date,
    zone: str,
    with_cutoff: bool,
) -> None:
    values = Values(
        until=until, recommended_by=recommended_by, restoration_last_day=restoration_last_day
    )
    cutoff = last_minute(until, zone) if with_cutoff else None
    content = {
        "events": [event(milestone, cutoff) for milestone in still_ahead(values, today)],
        "timezone": zone,
        "language": "en",
    }
    file = calendar_file(content, STAMP)
    expected = [
        milestone.date
        for milestone in milestones(values)
        if milestone.date >= today and milestone.kind is not MilestoneKind.FIRST_DAY_OVER
    ]
    events = read_back(file)
    assert [e.decoded("dtstart") for e in events] == expected
    assert [e.decoded("dtend") - e.decoded("dtstart") for e in events] == [
        dt.timedelta(days=1) for _ in expected
    ]
    assert len(re.findall(rb"\r\nUID:", file)) == len(expected)
