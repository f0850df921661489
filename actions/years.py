"""The year that a date takes over from the one talked of before: "10 July, same year"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from language.dates import DateForm

_SAME_YEAR = re.compile(r"\b(?:the |of |in |that )?same year\b", re.I)


def in_same_year(
    entities: Iterable[Mapping[str, Any]], text: str, before: dt.date | None
) -> Iterator[Mapping[str, Any]]:
    """The entities, a day without its year put in that of ``before`` where ``text`` says so."""
    same = before is not None and _SAME_YEAR.search(text) is not None
    for entity in entities:
        said = entity.get("value")
        if same and before is not None and isinstance(said, Mapping) and _lacks_year(said):
            yield {**entity, "value": {**said, "year": before.year}}
        else:
            yield entity


def _lacks_year(said: Mapping[str, Any]) -> bool:
    dated = said.get("year") is not None or said.get("year_shift") is not None
    return said.get("form") in (DateForm.CALENDAR.value, DateForm.NUMERIC.value) and not dated
