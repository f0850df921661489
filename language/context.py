"""A message cut into what is said around its dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from language.cues import Cue, Found, Holder, Whose, cues, holders, people
from language.said_dates import SaidDate

_SENTENCE_END = re.compile(
    r"[?!;\n]|(?<!\bexp)(?<!\bext)(?<!\barr)(?<!\bdep)(?<!\bapprox)\.(?=\s|$)", re.I
)


@dataclass(frozen=True)
class Context:
    """A message, the cues, holders and people in it, and where its sentences end."""

    text: str
    cues: tuple[Found[Cue], ...]
    holders: tuple[Found[Holder], ...]
    people: tuple[Found[Whose], ...]
    breaks: tuple[int, ...]

    def sentence_before(self, at: int) -> str:
        """The words of the sentence up to ``at``."""
        return self.text[self.sentence_start(at) : at]

    def sentence_start(self, at: int) -> int:
        """Where the sentence around ``at`` begins."""
        return max((stop + 1 for stop in self.breaks if stop < at), default=0)

    def sentence_end(self, at: int) -> int:
        """Where the sentence around ``at`` ends: at its mark, or at the message's end."""
        return next((stop for stop in self.breaks if stop >= at), len(self.text))


def context(text: str, dates: Sequence[SaidDate]) -> Context:
    """What ``text`` says around ``dates``; a cue inside a date is none."""
    outside = tuple(
        cue
        for cue in cues(text)
        if cue.kind is not Cue.NOTHING
        and not any(cue.start < date.end and date.start < cue.end for date in dates)
    )
    breaks = tuple(
        match.start()
        for match in _SENTENCE_END.finditer(text)
        if not any(date.start < match.start() < date.end for date in dates)
    )
    return Context(text, outside, holders(text), people(text), breaks)
