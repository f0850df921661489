"""The facts known that a message unsays, by what takes their place or that nothing does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actions.last_date import LastDate
from actions.reading import Doubt, Reading
from language.people import denies_nationality
from language.unsaid import (
    is_of_both,
    is_of_other_matter,
    is_only_spoken,
    is_ordinary_visa,
    is_unsent,
    paper_meant,
)
from rules_core.questions import Decision

_ENDS = ("record_expiry", "stamp_date", "passport_expiry", "visa_expiry")
_APPLIED, _WRITTEN, _STAMP = "extension_applied_on", "officer_wrote_date", "stamp_date"
_PENDING = (None, Decision.PENDING.value)


def is_draft(text: str, known: Mapping[str, Any]) -> bool:
    """Whether the application `known` is said never to have been sent: "that was a draft"."""
    return bool(known.get(_APPLIED)) and is_unsent(text)


def without_month(reading: Reading) -> Reading:
    """The reading; a month alone only says which one was a draft: "the October one"."""
    kept = (one for one in reading.doubts if one.doubt is not Doubt.INCOMPLETE)
    return replace(reading, doubts=tuple(kept))


def unsaid(
    text: str,
    known: Mapping[str, Any],
    new: Mapping[str, Any],
    last: LastDate | None,
    corrects: bool,
) -> dict[str, Any]:
    """What becomes of the facts `known`, where `text`, which tells the `new` ones, unsays them."""
    right: dict[str, Any] = {}
    undecided = known.get("extension_decision") in _PENDING
    if known.get(_APPLIED) and undecided and _APPLIED not in new and is_unsent(text):
        right |= {_APPLIED: None, "extension_decision": None}
    if not undecided and is_of_other_matter(text):
        right |= {"extension_decision": None, "extension_decided_on": None}
    if known.get("super_visa") and is_ordinary_visa(text):
        right["super_visa"] = False
        if known.get("current_status") == "super_visa":
            right["current_status"] = None
    if known.get("nationality") and denies_nationality(text) == known["nationality"]:
        right["nationality"] = None
    if known.get(_STAMP) and new.get(_WRITTEN) is False and is_only_spoken(text):
        right |= {_STAMP: known[_STAMP], _WRITTEN: True}
    if corrects:
        right |= _of_another_paper(text, known, new, last)
    if right.get(_STAMP, "") is None:
        right[_WRITTEN] = False
    return right


def _of_another_paper(
    text: str, known: Mapping[str, Any], new: Mapping[str, Any], last: LastDate | None
) -> dict[str, Any]:
    """A day first told of one paper, and now of another: "I mean my passport ends then"."""
    days = {new[fact] for fact in _ENDS if new.get(fact) and not known.get(fact)}
    gone = [fact for fact in _ENDS if known.get(fact) in days and fact not in new]
    if gone and not is_of_both(text):
        return dict.fromkeys(gone, None)
    meant = paper_meant(text)
    if meant is None or last is None or last.among or last.fact in new or days:
        return {}
    day, (paper,) = known.get(last.fact), meant
    if day is None or paper == last.fact:
        return {}
    moved = {paper: day} if paper is not None and last.fact in _ENDS else {}
    return {last.fact: None, **moved}
