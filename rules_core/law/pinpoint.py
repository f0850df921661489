"""The form of a place inside an Act or Regulations, as a citation writes it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FORM = re.compile(
    r"(?P<section>\d+(?:\.\d+)*)"
    r"(?:(?P<steps>(?:\([0-9A-Za-z.]+\))+)(?:–(?P<last>\([0-9A-Za-z.]+\)))?)?"
    r"(?: \"(?P<term>[a-z ]+)\")?"
)
_STEP = re.compile(r"\([^)]+\)")


@dataclass(frozen=True)
class Pinpoint:
    """A place taken apart: ``183(2)(a)–(c)`` or ``35(1) "month"``."""

    section: str
    """``183``; a section that was put in later has a point: ``12.2``."""
    steps: tuple[str, ...]
    """The labels under the section, outermost first, with their brackets: ``(2)``, ``(a)``."""
    last: str | None
    """For a range, the label it runs to, beside the last step: ``(c)``."""
    term: str | None
    """The defined term meant, in a list of definitions: ``month``."""


def parse(text: str) -> Pinpoint | None:
    """A pinpoint taken apart, or ``None`` when the text is not one."""
    match = _FORM.fullmatch(text)
    if match is None:
        return None
    steps = tuple(_STEP.findall(match["steps"] or ""))
    return Pinpoint(match["section"], steps, match["last"], match["term"])
