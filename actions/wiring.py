"""The composition root of the actions: their law, their words and their one clock."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from language.catalogue import Catalogue, catalogue
from rules_core.law.book import law_book

LAW = law_book()
TIMEZONE = os.environ.get("SOJOURN_TIMEZONE", "America/Toronto")


def today() -> dt.date:
    """Today in Canada; fixed by ``SOJOURN_TODAY`` (``YYYY-MM-DD``) for tests and demos."""
    fixed = os.environ.get("SOJOURN_TODAY")
    return dt.date.fromisoformat(fixed) if fixed else dt.datetime.now(ZoneInfo(TIMEZONE)).date()


def timezone_of(metadata: Mapping[str, Any] | None) -> str:
    """The IANA time zone the channel reports, or the assistant's own."""
    reported = (metadata or {}).get("timezone")
    try:
        return str(ZoneInfo(reported)) if isinstance(reported, str) else TIMEZONE
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return TIMEZONE


def words_for(metadata: Mapping[str, Any] | None) -> Catalogue:
    """The catalogue of the language the channel reports, or English."""
    return catalogue((metadata or {}).get("language"))
