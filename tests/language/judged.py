"""What the date reader makes of a message on one day: the role and the day of each date."""

from __future__ import annotations

import datetime as dt

from language.dates import AmbiguousDate, DateRole, ExactDate, find_dates, resolve, role_on

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


_FACTS = {
    DateRole.ENTRY_DATE: "entry",
    DateRole.EARLIER_ENTRY: "earlier",
    DateRole.STAMP_DATE: "stamp",
    DateRole.PASSPORT_EXPIRY: "passport",
    DateRole.RECORD_EXPIRY: "record",
    DateRole.VISA_EXPIRY: "visa",
    DateRole.APPLICATION_DATE: "applied",
    DateRole.RESTORATION_DATE: "restoration",
    DateRole.DECISION_DATE: "decided",
}


def facts_told(text: str) -> list[str]:
    """The facts dated in `text`, "entry 2026-05-05": days asked about as "a or b", else "?"."""
    found = []
    for date in find_dates(text):
        name = _FACTS.get(role_on(date, TODAY) or DateRole.OTHER)
        if name is None:
            continue
        day = resolve(date, TODAY)
        if isinstance(day, AmbiguousDate):
            found.append(f"{name} {' or '.join(one.isoformat() for one in day.candidates)}")
        else:
            found.append(f"{name} {day.date.isoformat() if isinstance(day, ExactDate) else '?'}")
    return found
