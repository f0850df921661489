"""``python -m rules_core decide``: JSON lines in, one decision a line out."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any, TextIO

from rules_core.codec import BadQuestion, question_from_json, verdict_to_json
from rules_core.decide import decide
from rules_core.law.book import LawBook, law_book


def main(argv: list[str] | None = None) -> int:
    """Run the command; returns 1 when any line was not a question, else 0."""
    parser = argparse.ArgumentParser(prog="python -m rules_core", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser(
        "decide",
        help='reads lines of {"question": ..., "facts": {...}, "today": "YYYY-MM-DD"}',
    )
    parser.parse_args(argv)
    return answer_lines(sys.stdin, sys.stdout, law_book())


def answer_lines(lines: TextIO, out: TextIO, law: LawBook) -> int:
    """Answer each line as it comes; a bad line gets an error and harms no other."""
    status = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            reply = _answer(line, law)
        except BadQuestion as error:
            status, reply = 1, {"error": str(error), "line": number}
        out.write(json.dumps(reply, ensure_ascii=False) + "\n")
        out.flush()
    return status


def _answer(line: str, law: LawBook) -> dict[str, Any]:
    try:
        payload = json.loads(line)
    except (ValueError, RecursionError) as error:  # also a number of too many digits
        raise BadQuestion(f"not JSON: {error}") from error
    question, today = question_from_json(payload)
    return verdict_to_json(decide(question, law, today))


if __name__ == "__main__":
    sys.exit(main())
