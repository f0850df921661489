"""Every figure of one evaluation, and the line that sums them up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from scripts.evaluation import chances, conversations, date_measures, groups, measures, worst
from scripts.evaluation.measures import Pairs, Share


@dataclass(frozen=True)
class Report:
    """What was measured."""

    today: dt.date
    """The assistant's clock."""
    count: int
    """Of messages."""
    topics: measures.Topics
    by_intent: tuple[measures.OfIntent, ...]
    confusion: measures.Confusion
    by_kind: tuple[groups.Group, ...]
    by_length: tuple[groups.Group, ...]
    dates: date_measures.OfDates
    by_role: tuple[date_measures.OfDates, ...]
    silent: Share
    differing: tuple[date_measures.Differing, ...]
    calibration: chances.Calibration
    worst: tuple[worst.Bad, ...]
    held: tuple[conversations.Held, ...]
    totals: conversations.Totals

    @classmethod
    def of(cls, pairs: Pairs, held: Sequence[conversations.Held], today: dt.date) -> Report:
        """The figures of messages with their readings and of conversations held."""
        return cls(
            today=today,
            count=len(pairs),
            topics=measures.topics(pairs),
            by_intent=measures.by_intent(pairs),
            confusion=measures.confusion(pairs),
            by_kind=groups.by_kind(pairs),
            by_length=groups.by_length(pairs),
            dates=date_measures.dates(pairs),
            by_role=date_measures.by_role(pairs),
            silent=date_measures.resolved_silently(pairs),
            differing=date_measures.differing(pairs),
            calibration=chances.calibration(pairs),
            worst=worst.worst(pairs),
            held=tuple(held),
            totals=conversations.totals(held),
        )


def line(report: Report) -> str:
    """The figures as ``key=value``: always the same keys, ``none`` for what was not measured."""
    topics, totals = report.topics, report.totals
    held = bool(report.held)
    figures: dict[str, Share | float | None] = {
        "messages": report.count,
        "first": topics.first,
        "top3": topics.top3,
        "said_or_offered": topics.found,
        "wrong": topics.wrong,
        "scope_not_answered": topics.unanswered,
        "scope_recognised": topics.recognised,
        "in_scope_accepted": topics.accepted,
        "guards_recalled": topics.guards,
        "date_precision": report.dates.precision,
        "date_recall": report.dates.recall,
        "ambiguous_resolved": report.silent.part if report.silent.whole else None,
        "calibration_error": report.calibration.error,
        "conversations": len(report.held) if held else None,
        "turns_as_expected": totals.turns,
        "required_dates_said": totals.dates,
        "forbidden_dates_said": totals.forbidden if held else None,
        "required_numbers_said": totals.numbers,
        "behaviours_shown": totals.behaviours,
        "empty_replies": totals.empty if held else None,
        "long_replies": totals.too_long if held else None,
    }
    return " ".join(f"{key}={_shown(value)}" for key, value in figures.items())


def _shown(value: Share | float | None) -> str:
    if isinstance(value, Share):
        value = value.rate
    if value is None:
        return "none"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
