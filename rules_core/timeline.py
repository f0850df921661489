"""A stay's milestones in the order of their days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from rules_core.answers import Values
from rules_core.calendar import add_days


class MilestoneKind(str, Enum):
    """What happens on a milestone's day."""

    RECOMMENDED_BY = "recommended_by"
    """IRCC's advice: apply to extend by this day."""
    LAST_DAY = "last_day"
    """The last day in status, and the last to file an extension (IRPR 181(1)(a))."""
    FIRST_DAY_OVER = "first_day_over"
    """The first day out of status (IRPA 29(2))."""
    RESTORATION_LAST_DAY = "restoration_last_day"
    """The last day to apply for restoration (IRPR 182(1))."""


@dataclass(frozen=True)
class Milestone:
    """One day that matters."""

    kind: MilestoneKind
    date: dt.date


def milestones(values: Values) -> tuple[Milestone, ...]:
    """The milestones of an answer about a stay, earliest first; none without an end."""
    if values.until is None:
        return ()
    days = {
        MilestoneKind.RECOMMENDED_BY: values.recommended_by,
        MilestoneKind.LAST_DAY: values.until,
        MilestoneKind.FIRST_DAY_OVER: add_days(values.until, 1),
        MilestoneKind.RESTORATION_LAST_DAY: values.restoration_last_day,
    }
    return tuple(Milestone(kind, day) for kind, day in days.items() if day is not None)
