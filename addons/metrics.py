"""Figures of this process for Prometheus: what was answered, and how fast.

No text of a person's and no name of a conversation is in them: labels are the channel and the
kind and outcome of an answer, of a closed form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.metrics import disable_created_metrics

BUCKETS = (0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 8.0)
"""Upper ends in seconds; after eight a person has been told of a fault."""
_LABEL = re.compile(r"[A-Za-z_]{1,64}")


class Metrics:
    """Counts replies as they leave; `text` is what a scraper reads."""

    def __init__(self) -> None:
        # Else each figure is followed by the moment it began.
        disable_created_metrics()  # type: ignore[no-untyped-call]  # it lacks types
        self._registry = CollectorRegistry()
        self._answers = Counter(
            "sojourn_answers",
            "Answers by kind and outcome: guards, fallbacks, faults.",
            ("channel", "kind", "outcome"),
            registry=self._registry,
        )
        self._removed = Counter(
            "sojourn_identifiers_removed",
            "Identifiers taken out of messages.",
            ("kind",),
            registry=self._registry,
        )
        self._times = Histogram(
            "sojourn_turn_seconds",
            "From the message to its answer.",
            ("channel",),
            buckets=BUCKETS,
            registry=self._registry,
        )

    def count(self, channel: str, replies: list[dict[str, Any]], seconds: float) -> None:
        """One message of ``channel`` was answered with ``replies`` after so many seconds."""
        for answer in _answers(replies):
            kind, outcome = _label(answer.get("kind")), _label(answer.get("outcome"))
            self._answers.labels(channel, kind, outcome).inc()
        self._times.labels(channel).observe(seconds)

    def count_removed(self, kinds: tuple[str, ...]) -> None:
        """So many identifiers, by kind, were taken out of a message."""
        for kind in kinds:
            self._removed.labels(kind).inc()

    def text(self) -> str:
        """All of it, ``text/plain; version=0.0.4``."""
        return generate_latest(self._registry).decode()


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
