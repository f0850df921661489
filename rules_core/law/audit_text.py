"""An audit's report as plain text, for whoever keeps the law files."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from rules_core.law.findings import Compared, Difference, Reading, Report, Window, WindowState

_WIDTH = 100


def report_text(report: Report) -> str:
    """The report by headings, the line on what is to do last."""
    lines = [f"The law on file on {report.today}: {_count(report.facts, 'fact')}.", ""]
    for heading, found in (
        ("Last compared with the source", _checks(report)),
        (f"Windows that open or close within {report.within_days} days", _windows(report)),
        ("Not settled", _unsettled(report)),
        ("Consolidations read", map(_reading, report.readings)),
        ("Compared with the published XML", _differences(report)),
    ):
        lines += [heading, *(f"  {line}" for line in found), ""]
    to_do = f"To do: {_count(report.to_do, 'finding')}."
    return "\n".join([*lines, to_do if report.to_do else "Nothing needs to be done."])


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _ago(days: int) -> str:
    if days == 0:
        return "today"
    number = _count(abs(days), "day")
    return f"{number} ago" if days > 0 else f"in {number}"


def _note(note: str) -> list[str]:
    return textwrap.wrap(note, _WIDTH, initial_indent="    ", subsequent_indent="    ")


def _checks(report: Report) -> Iterator[str]:
    if report.older_than_days is None:
        for count in report.checks:
            yield f"{count.checked_on} ({_ago(count.age_days)}): {_count(count.facts, 'fact')}"
        return
    for check in report.stale:
        yield f"{check.fact}: {check.checked_on} ({_ago(check.age_days)})"
    if not report.stale:
        yield f"no check is more than {report.older_than_days} days old"


def _windows(report: Report) -> Iterator[str]:
    for window in report.windows:
        yield _window(window)
        yield from _note(window.note)
    if not report.windows:
        yield "none"


def _window(window: Window) -> str:
    when = f"{window.day} ({_ago(-window.in_days)})"
    if window.state is WindowState.OPENING:
        return f"{window.fact}: a version begins on {when}"
    word = "since" if window.state is WindowState.LAPSED else "from"
    return f"{window.fact}: nothing on file {word} {when}"


def _unsettled(report: Report) -> Iterator[str]:
    for point in report.unsettled:
        yield point.fact
        yield from _note(point.note)
    if not report.unsettled:
        yield "none"


def _reading(reading: Reading) -> str:
    line = f"{reading.instrument}: to {reading.consolidated_to} ({_ago(reading.age_days)})"
    if reading.xml_current_to is None:
        return line
    older = reading.xml_current_to < reading.consolidated_to
    return f"{line}; the file is current to {reading.xml_current_to}" + (
        ", older than what was read: take a newer one" if older else ""
    )


def _differences(report: Report) -> Iterator[str]:
    if report.citations_compared == 0:
        yield "not compared; give the folder of the files"
        return
    yield _count(report.citations_compared, "citation")
    for found in report.differences:
        yield f"{found.fact}: {found.instrument} {found.pinpoint}: {_difference(found)}"


def _difference(found: Compared) -> str:
    match found.difference:
        case Difference.NOT_FOUND:
            return "not in the file"
        case Difference.REPEALED:
            return f"repealed (section last amended {found.published})"
        case Difference.AMENDED_SINCE:
            return f"section amended {found.published}, read as of {found.on_file}: read it again"
        case Difference.STARTS_LATER:
            return f"in force from {found.published}, on file from {found.on_file}"
        case Difference.STARTS_EARLIER:
            return (
                f"in force from {found.published}, on file from {found.on_file}"
                " (an amount's or instruction's own start? nothing to do then)"
            )
        case Difference.UNDATED:
            return "the file gives no date to compare"
