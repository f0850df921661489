"""What the law, or the contract of values, leaves open: never compared, each with its reason."""

from collections.abc import Mapping
from enum import Enum


class Open(Enum):
    """The one value that is never compared."""

    OPEN = "open"


OPEN = Open.OPEN
Facts = Mapping[str, object]
Reading = dict[str, object]

OPEN_POINTS: Mapping[str, str] = {
    "contradiction": "dates that cannot all be true: the core may ask, refuse or point it out",
    "capped_before_entry": "passport or biometrics had run out on arrival: a date is wrong",
    "before_the_regulations": "an officer's date after an entry older than the Regulations",
    "decision_to_come": "a decision on a day still ahead: a what-if, or a slip",
    "filed_after_passport": "filed after the passport ended, within the six months: no decision",
    "maintained_until": "a maintained period ends on the day of a decision not yet made",
    "not_yet_here": "the status and days of someone who has not arrived",
    "old_service": "a question put before the border service ended",
    "pending_past_biometrics": "183(4)(c.1) against 183(5) while a decision is awaited",
    "record_or_trip": "a written date and a trip: 183(4)(a) against 190(3)(f) is unsettled",
    "refused_in_time": "refused on a day not told, while the original period still runs",
    "restored_without_record": "restored, but until when is not told",
}


def all_open(why: str) -> Reading:
    """A reading in which nothing is compared."""
    return {"kind": OPEN, "open": why}


def needs(*facts: str) -> Reading:
    """A reading that stops at facts not told."""
    return {"kind": "need_facts", "missing": list(facts), "until": None}


def not_this_law() -> Reading:
    """A reading outside the rules on file; asking for another fact is no answer either."""
    return {"kind": frozenset({"cannot_say", "need_facts"}), "until": None}
