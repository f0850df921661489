"""What tests measure reaches the page as it was, and a miss is said."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.goals import ROOT, Measured, goals, keep, measured, record


def page(folder: Path, *before: Measured) -> str:
    keep(before, folder / "before")
    command = [sys.executable, "scripts/reliability", "--print", "--results", str(folder)]
    command += ["--kept", str(folder / "before")]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def test_there_are_22_goals_each_with_its_stock_value() -> None:
    assert sorted(goals()) == list(range(1, 23))
    assert all(goal.goal and goal.stock for goal in goals().values())


def test_a_later_measurement_replaces_the_earlier(tmp_path: Path) -> None:
    record(12, "SQLite locked", "4 s", met=False, folder=tmp_path)
    record(12, "SQLite locked", "1.1 s", met=True, folder=tmp_path)
    today = dt.date.today().isoformat()
    assert measured(tmp_path) == [Measured(12, "SQLite locked", "1.1 s", True, today)]


def test_a_shorter_run_replaces_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.faults.goals.RESULTS", tmp_path / "whole")
    monkeypatch.setattr("tests.faults.goals.IN_PART", tmp_path / "part")
    record(8, "soak", "30 minutes", met=True)
    record(8, "soak", "30 seconds", met=False, whole=False)
    assert [one.value for one in measured(tmp_path / "whole")] == ["30 minutes"]
    assert [one.value for one in measured(tmp_path / "part")] == ["30 seconds"]


def test_an_unknown_goal_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        record(23, "more", "1", met=True, folder=tmp_path)


def test_a_goal_with_one_miss_is_not_met(tmp_path: Path) -> None:
    record(12, "SQLite locked", "1.1 s", met=True, folder=tmp_path)
    record(12, "PostgreSQL frozen", "9 s", met=False, folder=tmp_path)
    record(9, "20 messages", "1.4 s", met=True, folder=tmp_path)
    text = page(tmp_path)
    assert "Met: 1 of 22." in text
    assert "PostgreSQL frozen: 9 s (**missed**)<br>SQLite locked: 1.1 s |" in text


def test_what_is_not_measured_anew_stays_with_its_day(tmp_path: Path) -> None:
    soak = Measured(8, "soak", "none lost", True, "2026-01-02")
    locked = Measured(12, "SQLite locked", "4 s", False, "2026-01-02")
    record(12, "SQLite locked", "1.1 s", met=True, folder=tmp_path)
    text = page(tmp_path, soak, locked)
    assert "soak: none lost | p95 2.85 s | 2026-01-02 | yes |" in text
    assert "SQLite locked: 1.1 s |" in text and "4 s" not in text
