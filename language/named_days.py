"""What a day is named to be where no role is told: "my date is 31 December", "it reads 5 May"."""

from __future__ import annotations

import datetime as dt
import re

from language.dates import DateRole, ExactDate, find_dates, resolve, span_of

_OF_ITS_OWNER = re.compile(
    r"\b(?:mine|ours|his|hers|theirs)(?: (?:also|too|only|just|already|will)){0,2} "
    r"(?:ends?|expires?|runs? (?:out|to)|is (?:good|valid|until|till?)|until|till?|lasts?|dies?|"
    r"goes|says)\b",
    re.I,
)
_MY_DATE = re.compile(
    r"\b(?:my|our|his|her) (?:last |end |final |exit )?(?:date|day|deadline|limit)(?: is|'s|:| =)?"
    r"(?: on)?(?: the)?\s*$",
    re.I,
)
_IT_READS = re.compile(
    r"\b(?:it|this|that|(?:the|its?) (?:pen|ink|scribble|writing|note|line|date|number))"
    r"(?:'s| is| must be| could be| might be| seems to be| (?:now |clearly |maybe )?"
    r"(?:reads?|says?|shows?|looks? like))(?: like| the)*[\s:'\"]*$",
    re.I,
)
_PASSPORT_OF = re.compile(r"\bpassport (?:of|for|from|with|dated?|date is|is) (?:the )?$", re.I)


def fact_named(text: str, today: dt.date, of_an_end: bool, of_writing: bool) -> str | None:
    """What a day to come is named to be, by the words before it and what was talked of.

    "My date is 31 December" in a talk `of_an_end`, "it reads 31 DE 26" in one `of_writing`
    under a stamp; "the passport of 1 May 2031" in any.
    """
    if of_an_end and _names(text, today, _MY_DATE):
        return "record_expiry"
    if of_writing and _names(text, today, _IT_READS):
        return "stamp_date"
    return "passport_expiry" if _names(text, today, _PASSPORT_OF) else None


def names_paper_of_another(text: str) -> bool:
    """Whether it tells when a paper ends that only its owner names: "hers also ends 5 May"."""
    return _OF_ITS_OWNER.search(text) is not None


def all_ahead(text: str, today: dt.date) -> bool:
    """Whether every day, month or year named is still to come."""
    spans = [
        (span_of(said), resolve(said, today, DateRole.RECORD_EXPIRY)) for said in find_dates(text)
    ]
    return bool(spans) and all(
        span[0] > today if span else isinstance(found, ExactDate) and found.date >= today
        for span, found in spans
    )


def _names(text: str, today: dt.date, before: re.Pattern[str]) -> bool:
    dates = find_dates(text)
    if len(dates) != 1 or dates[0].role is not None or not before.search(text[: dates[0].start]):
        return False
    found = resolve(dates[0], today, DateRole.RECORD_EXPIRY)
    return isinstance(found, ExactDate) and found.date >= today
