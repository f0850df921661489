"""How long before a day one wants to be told of it: "a week ahead", "when 9 days are left"."""

from __future__ import annotations

import re

from dateutil.relativedelta import relativedelta

from language.months import COUNT_WORDS, number_of

_NOTICE = re.compile(
    rf"\b(?P<count>[0-9]{{1,2}}|an?|{COUNT_WORDS}|couple of)\s+(?P<unit>day|week|month)s?"
    r"(?:'s?)?(?: or so)?\s+(?:are |is )?(?:before|ahead|prior|earlier|in advance|notice|sooner|"
    r"warning|rest|left|remain\w*|to go)\b",
    re.I,
)


def notice_said(text: str) -> relativedelta | None:
    """The time before a day that ``text`` names, or ``None`` where it names none."""
    match = _NOTICE.search(text)
    if match is None:
        return None
    count = match["count"].lower()
    number = 2 if count == "couple of" else number_of(count)
    return relativedelta(**{f"{match['unit'].lower()}s": number})  # type: ignore[arg-type]  # keys are its own names
