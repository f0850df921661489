"""Days that a message names and that are no facts in this talk: a last day put off, say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from actions.people import Known
from actions.reading import UNNAMED
from language.dates import DateForm
from language.ellipsis import Elided, elided_in
from language.learning import is_of_learning
from language.put_off import is_put_off, is_reached

_LOOSE = frozenset({DateForm.WEEKDAY.value, DateForm.OFFSET.value, DateForm.DAY.value})
_OF_AN_END = frozenset({UNNAMED, "record_expiry", "stamp_date"})
_LEARNT = frozenset({UNNAMED, "entry_date"})
_DECIDED = ("extension_decided_on", "restoration_decided_on", "visitor_record_issued")


def told_days(
    entities: Iterable[Mapping[str, Any]], text: str, known: Known, dated: bool
) -> tuple[Mapping[str, Any], ...]:
    """The entities without the days that are no facts."""
    entities = _without_put_off(entities, text, dated)
    if elided_in(text) is Elided.MISSED:
        # "If I can't send it tonight": nothing is done then.
        return tuple(one for one in entities if not isinstance(one.get("value"), Mapping))
    if any(map(known.get, _DECIDED)) and is_of_learning(text):
        # "I opened it only on the 20th": the decision counts from the day it was sent.
        return tuple(one for one in entities if one.get("entity") not in _LEARNT)
    return entities


def _without_put_off(
    entities: Iterable[Mapping[str, Any]], text: str, dated: bool
) -> tuple[Mapping[str, Any], ...]:
    """The entities without the days to which a last day is held to move: none does.

    Once the talk is `dated`, also without a day of the talk named for it: "the 21st was a
    Saturday though, so until the 23rd".
    """
    if not (is_put_off(text) or (dated and is_reached(text))):
        return tuple(entities)
    return tuple(one for one in entities if not _is_put_off(one, dated))


def _is_put_off(entity: Mapping[str, Any], dated: bool) -> bool:
    said = entity.get("value")
    if entity.get("entity") not in _OF_AN_END or not isinstance(said, Mapping):
        return False
    return said.get("form") in _LOOSE or (dated and said.get("year") is None)
