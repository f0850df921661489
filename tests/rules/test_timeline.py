"""The days that matter to a stay, in their order."""

from __future__ import annotations

import datetime as dt

from rules_core.answers import Values
from rules_core.timeline import Milestone, MilestoneKind, milestones

UNTIL = dt.date(2027, 2, 28)


def test_a_stay_has_its_advice_its_end_the_day_after_and_the_end_of_restoration() -> None:
    values = Values(
        until=UNTIL,
        recommended_by=dt.date(2027, 1, 29),
        restoration_last_day=dt.date(2027, 5, 29),
    )
    assert milestones(values) == (
        Milestone(MilestoneKind.RECOMMENDED_BY, dt.date(2027, 1, 29)),
        Milestone(MilestoneKind.LAST_DAY, UNTIL),
        Milestone(MilestoneKind.FIRST_DAY_OVER, dt.date(2027, 3, 1)),
        Milestone(MilestoneKind.RESTORATION_LAST_DAY, dt.date(2027, 5, 29)),
    )


def test_a_day_that_does_not_apply_is_left_out() -> None:
    assert [milestone.kind for milestone in milestones(Values(until=UNTIL))] == [
        MilestoneKind.LAST_DAY,
        MilestoneKind.FIRST_DAY_OVER,
    ]


def test_without_an_end_there_are_no_milestones() -> None:
    assert milestones(Values(recommended_by=UNTIL, restoration_last_day=UNTIL)) == ()
