"""The audit's report as it is read: each finding in a sentence, and what is to do last."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from rules_core.law.audit_text import report_text
from rules_core.law.findings import (
    Check,
    CheckCount,
    Compared,
    Difference,
    OpenPoint,
    Reading,
    Report,
    Window,
    WindowState,
)

TODAY = dt.date(2026, 11, 22)
READ = dt.date(2026, 6, 15)
QUIET = Report(
    today=TODAY,
    facts=2,
    within_days=60,
    older_than_days=None,
    checks=(),
    stale=(),
    windows=(),
    unsettled=(),
    readings=(),
    citations_compared=0,
    differences=(),
)


def text(**parts: object) -> str:
    return report_text(dataclasses.replace(QUIET, **parts))  # type: ignore[arg-type]


def under(heading: str, **parts: object) -> list[str]:
    """The lines under a heading, without the empty one after them."""
    said = text(**parts).splitlines()
    rest = said[said.index(heading) + 1 :]
    return rest[: rest.index("")]


def test_where_nothing_was_found_every_heading_says_so() -> None:
    assert text() == (
        "The law on file on 2026-11-22: 2 facts.\n"
        "\n"
        "Last compared with the source\n"
        "\n"
        "Windows that open or close within 60 days\n"
        "  none\n"
        "\n"
        "Not settled\n"
        "  none\n"
        "\n"
        "Consolidations read\n"
        "\n"
        "Compared with the published XML\n"
        "  not compared; give the folder of the files\n"
        "\n"
        "Nothing needs to be done."
    )


def test_one_fact_is_one() -> None:
    assert text(facts=1).startswith("The law on file on 2026-11-22: 1 fact.\n")


@pytest.mark.parametrize(
    ("age", "said"),
    [(0, "today"), (1, "1 day ago"), (2, "2 days ago"), (-1, "in 1 day"), (-2, "in 2 days")],
)
def test_the_checks_are_counted_by_their_day(age: int, said: str) -> None:
    day = TODAY - dt.timedelta(days=age)
    counts = (CheckCount(day, age, 1), CheckCount(day, age, 3))
    assert under("Last compared with the source", checks=counts) == [
        f"  {day} ({said}): 1 fact",
        f"  {day} ({said}): 3 facts",
    ]


def test_with_a_limit_the_facts_checked_before_it_are_named() -> None:
    count = CheckCount(READ, 160, 2)
    stale = (Check("one", READ, 160), Check("two", READ, 160))
    said = under("Last compared with the source", checks=(count,), stale=stale, older_than_days=90)
    assert said == ["  one: 2026-06-15 (160 days ago)", "  two: 2026-06-15 (160 days ago)"]
    none = under("Last compared with the source", checks=(count,), older_than_days=90)
    assert none == ["  no check is more than 90 days old"]


def test_windows_say_what_begins_and_since_or_from_when_nothing_is_on_file() -> None:
    def window(state: WindowState, in_days: int, note: str = "") -> Window:
        return Window("fee", state, TODAY + dt.timedelta(days=in_days), in_days, note)

    windows = (
        window(WindowState.LAPSED, -2, "Ask again."),
        window(WindowState.CLOSING, 9),
        window(WindowState.OPENING, 9),
    )
    assert under("Windows that open or close within 60 days", windows=windows) == [
        "  fee: nothing on file since 2026-11-20 (2 days ago)",
        "      Ask again.",
        "  fee: nothing on file from 2026-12-01 (in 9 days)",
        "  fee: a version begins on 2026-12-01 (in 9 days)",
    ]


def test_an_open_point_has_its_note_wrapped_and_set_in() -> None:
    note = "word " * 40
    name, *wrapped = under("Not settled", unsettled=(OpenPoint("it", note.strip()),))
    assert name == "  it"
    assert len(wrapped) == 3
    assert all(line.startswith("      word") for line in wrapped)
    assert max(len(line) for line in wrapped) <= 2 + 100
    assert " ".join(" ".join(wrapped).split()) == note.strip()


@pytest.mark.parametrize(
    ("current", "said"),
    [
        (None, ""),
        (READ, "; the file is current to 2026-06-15"),
        (
            dt.date(2026, 6, 14),
            "; the file is current to 2026-06-14, older than what was read: take a newer one",
        ),
    ],
)
def test_a_consolidation_says_how_old_it_is_and_whether_the_file_is_older(
    current: dt.date | None, said: str
) -> None:
    readings = (Reading("IRPR", READ, 160, current),)
    assert under("Consolidations read", readings=readings) == [
        f"  IRPR: to 2026-06-15 (160 days ago){said}"
    ]


@pytest.mark.parametrize(
    ("how", "said", "to_do"),
    [
        (Difference.NOT_FOUND, "not in the file", True),
        (Difference.REPEALED, "repealed (section last amended 2026-06-15)", True),
        (
            Difference.AMENDED_SINCE,
            "section amended 2026-06-15, read as of 2026-11-22: read it again",
            True,
        ),
        (
            Difference.STARTS_LATER,
            "in force from 2026-06-15, on file from 2026-11-22",
            True,
        ),
        (
            Difference.STARTS_EARLIER,
            "in force from 2026-06-15, on file from 2026-11-22"
            " (an amount's or instruction's own start? nothing to do then)",
            False,
        ),
        (Difference.UNDATED, "the file gives no date to compare", True),
    ],
)
def test_a_difference_names_its_fact_its_place_and_what_it_is(
    how: Difference, said: str, to_do: bool
) -> None:
    found = Compared("it", "IRPR", "184", how, TODAY, READ)
    assert under("Compared with the published XML", citations_compared=1, differences=(found,)) == [
        "  1 citation",
        f"  it: IRPR 184: {said}",
    ]
    last = text(citations_compared=1, differences=(found,)).splitlines()[-1]
    assert last == ("To do: 1 finding." if to_do else "Nothing needs to be done.")


def test_what_is_to_do_is_counted() -> None:
    stale = (Check("one", READ, 160), Check("two", READ, 160))
    assert text(stale=stale, older_than_days=1).endswith("\n\nTo do: 2 findings.")
