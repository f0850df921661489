"""The rules as a command: JSON lines in, a decision a line or its explanation out."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from typing import Any, TextIO

from rules_core.codec import BadQuestion, question_from_json, verdict_to_json
from rules_core.decide import decide
from rules_core.explain import explained
from rules_core.law.book import LawBook, law_book
from rules_core.law.reader import LawReader

_ENCODER = json.JSONEncoder(ensure_ascii=False)
_LINE = '{"question": ..., "facts": {...}, "today": "YYYY-MM-DD"}'


def main(argv: list[str] | None = None) -> int:
    """Run the command; returns 1 when any line was not a question, else 0."""
    parser = argparse.ArgumentParser(prog="python -m rules_core", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, does in (
        ("decide", "writes one decision a line, as JSON"),
        ("explain", "writes the figures, each step with its law, and what could change it"),
    ):
        commands.add_parser(name, help=f"reads lines of {_LINE}; {does}")
    command: str = parser.parse_args(argv).command
    return answer_lines(sys.stdin, sys.stdout, law_book(), REPLIES[command])


def decided(payload: object, law: LawBook) -> str:
    """The decision as one JSON line; raises ``BadQuestion``."""
    question, today = question_from_json(payload)
    return _ENCODER.encode(verdict_to_json(decide(question, law, today)))


def laid_open(payload: object, law: LawBook) -> str:
    """The decision as text, with a blank line after it; raises ``BadQuestion``."""
    question, today = question_from_json(payload)
    verdict = decide(question, law, today)
    return "\n".join((*explained(question, verdict, LawReader(law, today)), ""))


Reply = Callable[[object, LawBook], str]
REPLIES: Mapping[str, Reply] = {"decide": decided, "explain": laid_open}


def answer_lines(lines: TextIO, out: TextIO, law: LawBook, reply: Reply = decided) -> int:
    """Answer each line as it comes; a bad line gets an error and harms no other."""
    status = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            said = reply(_payload(line), law)
        except BadQuestion as error:
            status, said = 1, _ENCODER.encode({"error": str(error), "line": number})
        out.write(said + "\n")
        out.flush()
    return status


def _payload(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:  # also a number of too many digits
        raise BadQuestion(f"not JSON: {error}") from error


if __name__ == "__main__":
    sys.exit(main())
