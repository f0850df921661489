"""``python -m rules_core decide``: a decision a line, and no bad line harms another."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rules_core.__main__ import answer_lines
from rules_core.law.book import law_book
from tests.rules.case_files import CASES

ROOT = Path(__file__).parents[2]
WORKED_EXAMPLES = [case for case in CASES if case.overstay_from]
GOOD = (
    '{"question": "authorized_stay", "facts": {"entry_date": "2026-01-15"}, "today": "2026-11-22"}'
)


def line(
    facts: str = "{}", question: str = '"authorized_stay"', today: str = '"2026-11-22"'
) -> str:
    return f'{{"question": {question}, "facts": {facts}, "today": {today}}}'


BAD = {
    "no JSON": "six months",
    "half a line": '{"question": "authorized_stay"',
    "a list": f"[{GOOD}]",
    "a number": "6",
    "a long number": "6" * 5000,
    "a long number inside": line('{"duration": ' + "6" * 5000 + "}"),
    "NaN": "NaN",
    "null": "null",
    "NUL": "\x00",
    "NUL in a name": line(r'{"timezone": "America/Toronto\u0000"}'),
    "deep nesting": "[" * 100_000,
    "nesting that can be read": line('{"entry_date": ' + "[" * 500 + "]" * 500 + "}"),
    "an unknown key": GOOD.replace("{", '{"lang": "en", ', 1),
    "an unknown fact": line('{"arrival": "2026-01-15"}'),
    "an unknown question": line(question='"residency"'),
    "a question that is a list": line(question='["authorized_stay"]'),
    "no question": '{"facts": {}, "today": "2026-11-22"}',
    "no today": '{"question": "authorized_stay", "facts": {"entry_date": "2026-01-15"}}',
    "today null": line(today="null"),
    "today with a time": line(today='"2026-11-22T00:00:00"'),
    "facts a list": line("[]"),
    "facts null": line("null"),
    "30 February": line('{"entry_date": "2026-02-30"}'),
    "a date without dashes": line('{"entry_date": "20260215"}'),
    "a date in words": line('{"entry_date": "15 July 2026"}'),
    "a date in other digits": line('{"entry_date": "２０２６-02-15"}'),
    "the year 0": line('{"entry_date": "0000-01-01"}'),
    "a date that is a number": line('{"entry_date": 20260215}'),
    "a date that is true": line('{"entry_date": true}'),
    "a flag that is text": line('{"super_visa": "yes"}'),
    "a flag that is a number": line('{"us_permanent_resident": 1}'),
    "an unknown decision": line('{"extension_decision": "maybe"}'),
    "a decision that is true": line('{"extension_decision": true}'),
    "a country by name": line('{"nationality": "Mexico"}'),
    "a country in small letters": line('{"nationality": "mx"}'),
    "a country that is a list": line('{"nationality": ["US"]}'),
    "an unknown time zone": line('{"timezone": "America/Gotham"}'),
    "a time zone that is a path": line('{"timezone": "../../etc/passwd"}'),
    "an empty time zone": line('{"timezone": ""}'),
    "half a character": line(r'{"timezone": "\ud800"}'),
}


def run(text: str | bytes) -> tuple[int, list[dict[str, Any]]]:
    """The command's exit status and its lines."""
    done = subprocess.run(
        [sys.executable, "-m", "rules_core", "decide"],
        input=text.encode() if isinstance(text, str) else text,
        capture_output=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    assert done.stderr == b""
    return done.returncode, [json.loads(reply) for reply in done.stdout.splitlines()]


def test_the_worked_examples_are_answered_a_line_each() -> None:
    status, replies = run("".join(json.dumps(case.line()) + "\n" for case in WORKED_EXAMPLES))
    assert (status, len(replies)) == (0, 35)
    for case, reply in zip(WORKED_EXAMPLES, replies, strict=True):
        assert reply["kind"] == "answer"
        assert reply["topic"] == case.question
        assert reply["values"]["until"] == case.expect["until"], case.name


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD.keys())
def test_a_bad_line_is_an_error_and_harms_no_other(bad: str) -> None:
    out = io.StringIO()
    status = answer_lines(io.StringIO(f"{GOOD}\n{bad}\n{GOOD}\n"), out, law_book())
    first, error, last = map(json.loads, out.getvalue().splitlines())
    assert status == 1
    assert set(error) == {"error", "line"}
    assert error["line"] == 2
    assert error["error"]
    assert first == last
    assert first["values"]["until"] == "2026-07-15"


def test_bad_lines_among_good_ones_are_answered_in_order() -> None:
    lines = [text for bad in BAD.values() for text in (bad, GOOD)]
    status, replies = run("\n".join(lines) + "\n")
    assert status == 1
    assert len(replies) == len(lines)
    for number, reply in enumerate(replies, start=1):
        if number % 2:
            assert reply["line"] == number
        else:
            assert reply["values"]["until"] == "2026-07-15"


def test_a_line_that_is_not_utf_8_is_an_error_and_harms_no_other() -> None:
    status, replies = run(b'{"question": "\xff\xfe"}\n' + GOOD.encode() + b"\n")
    assert status == 1
    assert [reply.get("line") for reply in replies] == [1, None]


def test_empty_lines_are_skipped_and_still_counted() -> None:
    status, replies = run(f"\n  \n{GOOD}\n\t\nnonsense\n\n{GOOD}")
    assert status == 1
    assert [reply.get("line") for reply in replies] == [None, 5, None]


def test_no_lines_give_no_answers() -> None:
    assert run("") == (0, [])


def test_facts_may_be_left_out_or_null() -> None:
    status, replies = run(
        '{"question": "flagpole_reset", "today": "2026-11-22"}\n' + line('{"entry_date": null}')
    )
    assert status == 0
    assert replies[0]["outcome"] == "FLAGPOLE_RESET_NO_RIGHT"
    assert replies[1]["missing"] == ["entry_date"]


def test_an_answer_has_the_shape_of_the_machine_readable_answer() -> None:
    _, (reply,) = run(GOOD)
    named = [
        "kind",
        "topic",
        "outcome",
        "values",
        "because",
        "citations",
        "law_as_of",
        "referral",
        "missing",
    ]
    assert set(named) <= set(reply)
    for citation in reply["citations"]:
        assert set(citation) == {"instrument", "pinpoint", "url", "authority", "checked_on"}
