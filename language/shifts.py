"""How much later than a day already known: "a week later", "two days before me", "together"."""

from __future__ import annotations

import re

from dateutil.relativedelta import relativedelta

from language.months import COUNT_WORDS, number_of
from language.retractions import TAKES_BACK

_LETTERS = {"d": "days", "n": "days", "w": "weeks", "m": "months"}
SHIFT = re.compile(
    rf"\b(?P<count>[0-9]{{1,2}}|an?|{COUNT_WORDS})\s+(?P<unit>day|night|week|wk|month)s?\s+"
    r"(?P<way>later|afterwards?|after (?:me|that|us|mine)|earlier|sooner|"
    r"before (?:me|that|us|mine))\b",
    re.I,
)
_TOGETHER = re.compile(
    r"\b(?:(?:on |in )?(?:the )?same "
    r"(?:day|date|flight|time|plane|car|bus|train|boat|ferry|van|truck)(?: as (?:me|mine|i|us))?|"
    r"(?:came|entered|arrived|landed|flew|crossed)(?: \w+)? "
    r"(?:together|with (?:me|us|him|her|them))|"
    r"(?:sat|rode|drove|travel+ed|was)(?: (?:right|just|along|together|in))* "
    r"(?:next to|beside|behind|alongside|with|in front of) (?:me|us|him|her|them)(?! now)|"
    r"in the (?:back|passenger|front)(?: seat)?)\b",
    re.I,
)
_NEXT_DAY = re.compile(
    r"\b(?:the (?P<unit>day|week) (?P<way>after|before)|(?:the )?(?P<next>next|following|previous) "
    r"(?P<same>day|week))(?=[\s.!?]*$| (?:me|us|that|mine|i did)\b)",
    re.I,
)
_BESIDE_A_SHIFT = re.compile(
    r"i|we|it|was|is|that|than|but|and|no|sorry|in|fact|came|entered|arrived|landed|crossed|flew|"
    r"there|here|about|just|only|day|one|after|all"
)


def shift_said(text: str) -> relativedelta | None:
    """How much later than a day already known: "a week later", "two days before me", "together".

    ``None`` where the message says nothing of the kind.
    """
    match = SHIFT.search(text)
    if match is None and (near := _NEXT_DAY.search(text)) is not None:
        back = (near["way"] or near["next"]).lower() in ("before", "previous")
        days = 7 if (near["unit"] or near["same"]).lower() == "week" else 1
        return relativedelta(days=-days if back else days)
    if match is None:
        return relativedelta() if _TOGETHER.search(text) else None
    unit = _LETTERS[match["unit"][0].lower()]
    shift = relativedelta(**{unit: number_of(match["count"])})  # type: ignore[arg-type]  # keys are its own names
    earlier = match["way"].lower().startswith(("earlier", "before", "sooner"))
    return -shift if earlier else shift


def shift_alone(text: str) -> relativedelta | None:
    """How much later or earlier a correction says, and nothing else: "sorry, a day later"."""
    match = SHIFT.search(text)
    if match is None:
        return None
    rest = TAKES_BACK.sub(" ", f"{text[: match.start()]} {text[match.end() :]}".lower())
    said = re.findall(r"[a-z']+|[0-9]+", rest)
    return shift_said(text) if all(_BESIDE_A_SHIFT.fullmatch(word) for word in said) else None
