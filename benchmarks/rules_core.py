"""How many decisions a second the rules core takes in one process, and the command.

.venv/bin/python -m benchmarks.rules_core
"""

from __future__ import annotations

import datetime as dt
import json
import resource
import statistics
import subprocess
import sys
import time

from rules_core.decide import decide
from rules_core.law.book import law_book
from rules_core.questions import Facts, Question, Topic

TODAY = dt.date(2026, 11, 22)
TOPICS = (Topic.AUTHORIZED_STAY, Topic.EXTENSION, Topic.RESTORATION, Topic.FLAGPOLE_RESET)
COUNT, RUNS = 5_000, 5


def questions(count: int) -> list[Question]:
    """Entries on successive days, over the topics."""
    first = dt.date(2025, 1, 1)
    return [
        Question(TOPICS[n % len(TOPICS)], Facts(entry_date=first + dt.timedelta(days=n % 700)))
        for n in range(count)
    ]


def in_process(asked: list[Question]) -> float:
    """Seconds of a core's time for all decisions through the Python API."""
    law, began = law_book(), time.process_time()
    for question in asked:
        decide(question, law, TODAY)
    return time.process_time() - began


def as_command(asked: list[Question]) -> float:
    """Seconds of a core's time for all decisions through the command, its start included."""
    lines = "\n".join(
        json.dumps(
            {
                "question": q.topic.value,
                "facts": {"entry_date": str(q.facts.entry_date)},
                "today": TODAY.isoformat(),
            }
        )
        for q in asked
    )
    before = _of_children()
    command = [sys.executable, "-m", "rules_core", "decide"]
    subprocess.run(command, input=lines, text=True, capture_output=True, check=True)
    return _of_children() - before


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print the median of both."""
    asked = questions(COUNT)
    for name, measure in (("in process", in_process), ("command", as_command)):
        seconds = statistics.median(measure(asked) for _ in range(RUNS))
        print(f"{name}: {COUNT / seconds:,.0f} decisions a second of a core (median of {RUNS})")


if __name__ == "__main__":
    main()
