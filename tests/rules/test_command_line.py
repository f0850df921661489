"""The command in this process: what it reads, what it writes and what it asks for."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from typing import Any, TextIO, cast

import pytest

from rules_core.__main__ import answer_lines, main
from rules_core.law.book import law_book

GOOD = '{"question": "flagpole_reset", "today": "2026-11-22"}'


def answered(text: str) -> tuple[int, list[dict[str, Any]]]:
    out = io.StringIO()
    status = answer_lines(io.StringIO(text), out, law_book())
    return status, [json.loads(line) for line in out.getvalue().splitlines()]


def test_every_line_read_from_the_input_is_answered_on_the_output(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["rules_core", "nonsense"])
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{GOOD}\n{GOOD}\n"))
    assert main(["decide"]) == 0
    replies = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [reply["outcome"] for reply in replies] == ["FLAGPOLE_RESET_NO_RIGHT"] * 2


def test_without_words_of_its_own_the_command_takes_those_it_was_started_with(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["rules_core", "decide"])
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{GOOD}\nnonsense\n"))
    assert main() == 1
    assert len(capsys.readouterr().out.splitlines()) == 2


@pytest.mark.parametrize("words", [[], ["settle"], ["decide", "more"], ["explain", "more"]])
def test_words_that_are_no_command_are_told_how_the_command_is_used(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 2
    assert capsys.readouterr().err.startswith("usage: python -m rules_core ")


def test_without_a_command_the_one_that_is_missing_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main([])
    assert capsys.readouterr().err.endswith(
        "python -m rules_core: error: the following arguments are required: command\n"
    )


def test_help_says_what_a_line_holds(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    with pytest.raises(SystemExit):
        main(["--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert "JSON lines in, a decision a line or its explanation out." in said
    line = 'reads lines of {"question": ..., "facts": {...}, "today": "YYYY-MM-DD"}'
    assert f" decide {line}; writes one decision a line, as JSON " in said
    assert f" explain {line}; writes the figures, each step with its law," in said


def test_good_lines_alone_leave_a_clean_status() -> None:
    assert [answered(text)[0] for text in ("", GOOD, f"{GOOD}\n\n{GOOD}\n")] == [0, 0, 0]


def test_a_bad_line_anywhere_leaves_a_status_of_one() -> None:
    assert [answered(text)[0] for text in (f"no\n{GOOD}", f"{GOOD}\nno", "no")] == [1, 1, 1]


def test_empty_lines_between_are_passed_over_and_counted() -> None:
    status, replies = answered(f"\n \n{GOOD}\n\nnonsense\n\n{GOOD}\n")
    assert status == 1
    assert [reply.get("line") for reply in replies] == [None, 5, None]


def test_an_error_says_what_is_wrong_with_its_line() -> None:
    _, (no_json, no_day) = answered('six months\n{"question": "extension"}\n')
    assert no_json["error"].startswith("not JSON: Expecting value")
    assert no_day == {"error": "today: is missing; the rules know no clock", "line": 2}


def test_letters_beyond_ascii_are_written_as_they_are() -> None:
    out = io.StringIO()
    answer_lines(io.StringIO('{"question": "séjour", "today": "2026-11-22"}\n'), out, law_book())
    assert "séjour" in out.getvalue()
    asked = '{"question": "maintained_status", "facts": {"entry_date": "2026-02-10", '
    asked += '"extension_applied_on": "2026-08-01"}, "today": "2026-11-22"}\n'
    answer_lines(io.StringIO(asked), out, law_book())
    assert '"183(5)(a)–(b)"' in out.getvalue()


def test_each_line_is_answered_before_the_next_is_read() -> None:
    out = io.StringIO()
    seen = []

    def lines() -> Iterator[str]:
        for text in (GOOD, "no", GOOD):
            yield text
            seen.append(len(out.getvalue().splitlines()))

    answer_lines(cast(TextIO, lines()), out, law_book())
    assert seen == [1, 2, 3]
