"""Counting months and days the way the Interpretation Act does."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from zoneinfo import ZoneInfo


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day number `months` calendar months on, or that month's last day.

    Source: Interpretation Act, s. 28 (a month is a calendar month, s. 35(1)).
    """
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))


def add_years(day: dt.date, years: int) -> dt.date:
    """The same calendar day `years` on; 29 February becomes 28 February if need be.

    Source: Interpretation Act, s. 28, counted as twelve months a year.
    """
    return add_months(day, 12 * years)


def add_days(day: dt.date, days: int) -> dt.date:
    """`days` after `day`, the day itself excluded; weekends and holidays count.

    Source: Interpretation Act, s. 27(2), 27(5).
    """
    return day + dt.timedelta(days=days)


_LAST_MINUTE = dt.time(23, 59, tzinfo=dt.timezone.utc)


def last_minute(day: dt.date, timezone: str) -> dt.datetime:
    """The last full minute of `day` in UTC, shown in the IANA zone `timezone`.

    Source: IRPR 9.3(1): receipt is by the clock of IRCC's system, which runs on UTC.
    """
    return dt.datetime.combine(day, _LAST_MINUTE).astimezone(ZoneInfo(timezone))
