"""What a date is a date of where that turns on whether it has passed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from language.resolved import AmbiguousDate, ExactDate, IncompleteDate, Resolved
from language.resolving import JUST_PASSED, resolve
from language.said_dates import DateForm, DateRole, SaidDate


def role_on(said: SaidDate, today: dt.date) -> DateRole | None:
    """The role of a date once today is known.

    A stamp shows no entry that is yet to come. A ``bare`` day that has passed is supposed to be
    the entry: enough to say what was understood, not to count from it unasked.
    """
    if said.role is not DateRole.STAMPED and not said.bare:
        return said.role
    found = resolve(said, today)
    if said.bare:
        if isinstance(found, IncompleteDate) and said.month is not None:
            # "October", said alone: the nearest of that name.
            found = resolve(replace(said, form=DateForm.CALENDAR, day=said.day or 1), today)
        passed = found.date <= today if isinstance(found, ExactDate) else _all_passed(found, today)
        exact = isinstance(found, ExactDate)
        if passed or said.role is None or (said.role is DateRole.ENTRY_DATE and not exact):
            return DateRole.ENTRY_DATE if passed else said.role
    if not isinstance(found, ExactDate) or found.date <= today:
        return None
    # Without its year a day months ahead may as well be the entry months ago.
    far = found.year_assumed and (found.date - today).days > JUST_PASSED
    return None if far else DateRole.STAMP_DATE


def _all_passed(found: Resolved, today: dt.date) -> bool:
    return isinstance(found, AmbiguousDate) and found.candidates[-1] <= today
