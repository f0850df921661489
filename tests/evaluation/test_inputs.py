"""The files: read as they are, refused with the place and the reason."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.evaluation.inputs import BadInput, load_messages, load_talks, reading_of
from scripts.evaluation.samples import Entity, Guess, Message, Reading, Talk, Turn

ROOT = Path(__file__).resolve().parents[2]
GOOD = '{"text": "hi", "label": "greet"}'


def written(folder: Path, text: str, name: str = "messages.jsonl") -> Path:
    path = folder / name
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    return path


def test_messages_are_read(tmp_path: Path) -> None:
    full = (
        '{"id": "h1", "text": "on\u2028 03/04", "label": "inform", "also": ["greet"], '
        '"kind": "oos", "entities": [{"type": "entry_date", "text": "x", "value": null, '
        '"candidates": ["d", "e"]}]}'
    )
    found = load_messages(written(tmp_path, f"{GOOD}\n\n{full}\r\n"))
    date = Entity("entry_date", None, ("d", "e"))
    assert found == (
        Message("", "hi", "greet"),
        Message("h1", "on\u2028 03/04", "inform", ("greet",), (date,), "oos"),
    )
    assert load_messages(written(tmp_path, "")) == ()


def test_talks_are_read(tmp_path: Path) -> None:
    text = (
        '{"id": "c1", "title": "t", "today": "2026-11-22", "turns": [{"turn": 7, "user": "hi", '
        '"label": "greet", "must_behaviour": "refer", "must_dates": ["2026-12-03"], '
        '"must_not_dates": ["2026-12-04"], "must_numbers": ["100"], "must_points": ["p"], '
        '"must_not": ["n"]}, {"user": "bye"}]}'
    )
    days = (dt.date(2026, 12, 3),), (dt.date(2026, 12, 4),)
    first = Turn(1, "hi", "greet", "refer", *days, ("100",), ("p",), ("n",))
    talk = Talk("c1", "t", dt.date(2026, 11, 22), (first, Turn(2, "bye", "")))
    assert load_talks(written(tmp_path, text)) == (talk,)


def test_readings_are_read() -> None:
    raw = {
        "intent": "inform",
        "decision": "answer",
        "alternatives": [{"name": "inform", "confidence": 1}],
        "entities": [{"type": "us_citizen", "value": True}],
    }
    entity = Entity("us_citizen", "True")
    assert reading_of("x", raw) == Reading("inform", "answer", (Guess("inform", 1.0),), (entity,))


def test_a_guess_without_a_chance_is_refused() -> None:
    raw = {"intent": "inform", "decision": "answer", "alternatives": [{"name": "inform"}]}
    with pytest.raises(BadInput, match="'confidence', a number, not None"):
        reading_of("x", raw)


@pytest.mark.parametrize(
    ("load", "text", "reasons"),
    [
        (load_messages, f"{GOOD}\nhello", ["messages.jsonl, line 2", "not JSON"]),
        (load_messages, "[1]", ["line 1", "must be an object"]),
        (load_messages, '{"text": "hi"}', ["line 1", "needs 'label', a text"]),
        (load_messages, '{"text": 5, "label": "a"}', ["needs 'text', a text, not 5"]),
        (load_messages, GOOD[:-1] + ', "also": "a"}', ["'also' must be a list"]),
        (load_messages, GOOD[:-1] + ', "also": [1]}', ["needs 'also', a text, not 1"]),
        (load_messages, GOOD[:-1] + ', "entities": [1]}', ["must be an object"]),
        (load_messages, GOOD[:-1] + ', "entities": [{}]}', ["needs 'type'"]),
        (load_messages, GOOD.replace("hi", "\\ud83d"), ["'text' holds half a character"]),
        (load_messages, "\udcff", ["messages.jsonl cannot be read"]),
        (load_talks, '{"id": "c1", "today": "soon"}', ["line 1", "'today'", "no date such as"]),
        (
            load_talks,
            '{"id": "c1", "today": "2026-11-22", "turns": [{"user": "a"}, {}]}',
            ["line 1, turn 2", "needs 'user'"],
        ),
        (
            load_talks,
            '{"id": "c1", "today": "2026-11-22", "turns": [{"user": "a", "must_dates": ["x"]}]}',
            ["line 1, turn 1", "'must_dates': 'x' is no date"],
        ),
    ],
)
def test_a_file_not_in_the_format_is_refused_with_the_place(
    tmp_path: Path, load: Callable[[Path], object], text: str, reasons: list[str]
) -> None:
    with pytest.raises(BadInput) as refusal:
        load(written(tmp_path, text))
    assert all(reason in str(refusal.value) for reason in reasons), refusal.value


def evaluate(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "evaluate"), *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=60, env=os.environ
    )


def test_the_command_names_what_is_missing(tmp_path: Path) -> None:
    done = evaluate(str(tmp_path), "--page", str(tmp_path / "page.html"))
    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr.startswith("There is neither messages.jsonl nor conversations.jsonl in")
    assert "Traceback" not in done.stderr


def test_the_command_on_empty_files_writes_a_page_and_its_line_last(tmp_path: Path) -> None:
    written(tmp_path, "")
    target = tmp_path / "new" / "page.html"
    done = evaluate(str(tmp_path), "--no-conversations", "--page", str(target))
    assert done.returncode == 0, done.stderr
    place, figures = done.stdout.splitlines()
    assert place == f"page: {target}"
    assert figures.startswith("messages=0 first=none ")
    assert "There is nothing to show" in target.read_text(encoding="utf-8")


def test_the_command_says_at_once_that_the_page_cannot_be_written(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    done = evaluate(str(tmp_path), "--page", str(tmp_path))
    assert done.returncode == 1 and "cannot be written to; name another: --page" in done.stderr
    assert "reading" not in done.stderr


def test_the_command_says_where_a_bad_line_is(tmp_path: Path) -> None:
    written(tmp_path, "hello")
    done = evaluate(str(tmp_path), "--page", str(tmp_path / "page.html"))
    assert done.returncode == 1 and "messages.jsonl, line 1: not JSON" in done.stderr
