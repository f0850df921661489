"""Holds conversations with a running assistant and judges each reply."""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from language.formats import date_in_words
from scripts.evaluation.measures import Share
from scripts.evaluation.samples import Talk, Turn
from tests.transcript import Client, Reply

MOST_WORDS = 110
MAY_BE_LONG = ("ask_why", "ask_sources")
REFUSE, REFER = "refuse", "refer"
"""The behaviours that the machine-readable answer shows; the others are for a person to read."""


@dataclass(frozen=True)
class Judged:
    """One turn with its reply and what is wrong with it."""

    turn: Turn
    text: str
    buttons: tuple[str, ...]
    missing_dates: tuple[str, ...]
    said_forbidden: tuple[str, ...]
    missing_numbers: tuple[str, ...]
    behaved: bool | None
    """``None`` where the answer does not show the behaviour."""
    trouble: str = ""
    """Why there is no reply, if the assistant could not be asked."""

    @property
    def words(self) -> int:
        """The length of the reply."""
        return len(self.text.split())

    @property
    def empty(self) -> bool:
        """Whether nothing came back."""
        return not self.text.strip()

    @property
    def too_long(self) -> bool:
        """Whether it says more than a person reads; an explanation asked for may."""
        return self.words > MOST_WORDS and self.turn.label not in MAY_BE_LONG

    @property
    def misses(self) -> tuple[str, ...]:
        """What is wrong, in words."""
        found = [f"no reply{f': {self.trouble}' if self.trouble else ''}"] if self.empty else []
        found += [f"does not say {day}" for day in self.missing_dates]
        found += [f"says {day}, which is wrong" for day in self.said_forbidden]
        found += [f"does not say {number}" for number in self.missing_numbers]
        if self.behaved is False:
            found.append(f"does not {self.turn.behaviour}")
        if self.too_long:
            found.append(f"{self.words} words, more than {MOST_WORDS}")
        return tuple(found)


@dataclass(frozen=True)
class Held:
    """A conversation with the replies it got."""

    talk: Talk
    turns: tuple[Judged, ...]

    @property
    def misses(self) -> int:
        """How many of its turns went wrong."""
        return sum(bool(turn.misses) for turn in self.turns)


@dataclass(frozen=True)
class Totals:
    """The figures of all conversations."""

    turns: Share
    """Those with nothing wrong."""
    dates: Share
    forbidden: int
    numbers: Share
    behaviours: Share
    empty: int
    too_long: int
    median_words: float | None


def judge(turn: Turn, reply: Reply, trouble: str = "") -> Judged:
    """What is wrong with the reply to a turn."""
    required = [date_in_words(day) for day in turn.dates]
    forbidden = [date_in_words(day) for day in turn.forbidden_dates]
    return Judged(
        turn,
        reply.text,
        tuple(reply.buttons),
        missing_dates=tuple(day for day in required if not says_date(reply.text, day)),
        said_forbidden=tuple(day for day in forbidden if says_date(reply.text, day)),
        missing_numbers=tuple(n for n in turn.numbers if not says_number(reply.text, n)),
        behaved=_behaved(turn, reply),
        trouble=trouble,
    )


def says_date(text: str, day: str) -> bool:
    """Whether the day stands in it; "13 December 2026" does not say "3 December 2026"."""
    return re.search(rf"(?<!\d){re.escape(day)}(?!\d)", text) is not None


def says_number(text: str, number: str) -> bool:
    """Whether the number stands in it by itself; "1,100" does not say "100"."""
    return re.search(rf"(?<![\d.,]){re.escape(number)}(?![.,]?\d)", text) is not None


def _behaved(turn: Turn, reply: Reply) -> bool | None:
    if turn.behaviour == REFUSE:
        return any(answer.get("kind") == "guard" for answer in reply.answers)
    if turn.behaviour == REFER:
        return any(answer.get("referral") not in (None, "none") for answer in reply.answers)
    return None


def hold(talk: Talk, client: Client) -> Held:
    """Say every turn; one that gets no answer is a miss, and the talk goes on."""
    judged = []
    for turn in talk.turns:
        try:
            judged.append(judge(turn, Reply.of(client.say(turn.user))))
        except (OSError, ValueError) as error:
            judged.append(judge(turn, Reply.of([]), trouble=str(error)))
    return Held(talk, tuple(judged))


def totals(held: Sequence[Held]) -> Totals:
    """The figures of all conversations together."""
    every = [turn for one in held for turn in one.turns]

    def said(wanted: Callable[[Turn], Sequence[object]], missing: Iterable[int]) -> Share:
        whole = sum(len(wanted(judged.turn)) for judged in every)
        return Share(whole - sum(missing), whole)

    return Totals(
        turns=Share.of(not turn.misses for turn in every),
        dates=said(lambda turn: turn.dates, (len(j.missing_dates) for j in every)),
        forbidden=sum(len(j.said_forbidden) for j in every),
        numbers=said(lambda turn: turn.numbers, (len(j.missing_numbers) for j in every)),
        behaviours=Share.of(j.behaved for j in every if j.behaved is not None),
        empty=sum(j.empty for j in every),
        too_long=sum(j.too_long for j in every),
        median_words=statistics.median(j.words for j in every) if every else None,
    )
