"""Figures of this process in the text format of Prometheus: what was answered, and how fast.

A counter and a histogram need no library. No text of a person's and no name of a conversation
is in them: labels are the channel and the kind and outcome of an answer, of a closed form.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import Any

BUCKETS = (0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 8.0)
"""Upper ends in seconds; after eight a person has been told of a fault."""
_LABEL = re.compile(r"[A-Za-z_]{1,64}")


class Metrics:
    """Counts replies as they leave; `text` is what a scraper reads."""

    def __init__(self) -> None:
        self._answers: Counter[tuple[str, str, str]] = Counter()
        self._removed: Counter[str] = Counter()
        self._times: dict[str, list[int]] = {}
        self._seconds: dict[str, float] = {}

    def count(self, channel: str, replies: list[dict[str, Any]], seconds: float) -> None:
        """One message of ``channel`` was answered with ``replies`` after so many seconds."""
        for answer in _answers(replies):
            kind, outcome = _label(answer.get("kind")), _label(answer.get("outcome"))
            self._answers[channel, kind, outcome] += 1
        times = self._times.setdefault(channel, [0] * (len(BUCKETS) + 1))
        times[bisect_left(BUCKETS, seconds)] += 1
        self._seconds[channel] = self._seconds.get(channel, 0.0) + seconds

    def count_removed(self, kinds: tuple[str, ...]) -> None:
        """So many identifiers, by kind, were taken out of a message."""
        self._removed.update(kinds)

    def text(self) -> str:
        """All of it, ``text/plain; version=0.0.4``."""
        return "\n".join([*self._lines(), ""])

    def _lines(self) -> Iterator[str]:
        yield "# HELP sojourn_answers_total Answers by kind and outcome: guards, fallbacks, faults."
        yield "# TYPE sojourn_answers_total counter"
        for (channel, kind, outcome), count in sorted(self._answers.items()):
            labels = f'channel="{channel}",kind="{kind}",outcome="{outcome}"'
            yield f"sojourn_answers_total{{{labels}}} {count}"
        yield "# HELP sojourn_identifiers_removed_total Identifiers taken out of messages."
        yield "# TYPE sojourn_identifiers_removed_total counter"
        for kind, count in sorted(self._removed.items()):
            yield f'sojourn_identifiers_removed_total{{kind="{kind}"}} {count}'
        yield "# HELP sojourn_turn_seconds From the message to its answer."
        yield "# TYPE sojourn_turn_seconds histogram"
        for channel, times in sorted(self._times.items()):
            for number, end in enumerate((*BUCKETS, "+Inf"), 1):
                labels = f'channel="{channel}",le="{end}"'
                yield f"sojourn_turn_seconds_bucket{{{labels}}} {sum(times[:number])}"
            yield f'sojourn_turn_seconds_sum{{channel="{channel}"}} {self._seconds[channel]:.6f}'
            yield f'sojourn_turn_seconds_count{{channel="{channel}"}} {sum(times)}'


def _answers(replies: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for reply in replies:
        custom = reply.get("custom")
        answer = custom.get("answer") if isinstance(custom, dict) else None
        if isinstance(answer, dict):
            yield answer


def _label(given: object) -> str:
    return given if isinstance(given, str) and _LABEL.fullmatch(given) else "other"


metrics = Metrics()
"""Of this process: every channel counts here."""
