"""What the date reader makes of a message on one day: the role and the day of each date."""

from __future__ import annotations

import datetime as dt

from language.dates import ExactDate, find_dates, resolve

TODAY = dt.date(2026, 11, 22)


def roles_and_days(text: str) -> list[tuple[str | None, str]]:
    """Role and ISO day of each date in `text`; every one of them must be one day."""
    found = []
    for date in find_dates(text):
        resolved = resolve(date, TODAY)
        assert isinstance(resolved, ExactDate)
        found.append((date.role.value if date.role else None, resolved.date.isoformat()))
    return found


def role_where_day_is_not(text: str) -> str | None:
    """The role of the one date in a text whose day cannot be told."""
    (date,) = find_dates(text)
    assert not isinstance(resolve(date, TODAY), ExactDate)
    return date.role
