"""How well topics are understood: pure functions over pairs of a message and its reading."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from language.guard_table import ACT_SOONER, OUTSIDE
from scripts.evaluation.samples import Message, Reading

GUARDS, SCOPE = ACT_SOONER, OUTSIDE
Pair = tuple[Message, Reading]
Pairs = Sequence[Pair]

OFFERED = 3
NOTHING = "(nothing)"
"""What stands for the likeliest topic where a reading has none."""


@dataclass(frozen=True)
class Share:
    """A part of a whole."""

    part: int
    whole: int

    @classmethod
    def of(cls, hits: Iterable[bool]) -> Share:
        """How many of them are true."""
        every = list(hits)
        return cls(sum(every), len(every))

    @property
    def rate(self) -> float | None:
        """``None`` of nothing."""
        return self.part / self.whole if self.whole else None

    @property
    def bounds(self) -> tuple[float, float] | None:
        """Wilson's interval: where the rate of many more such messages lies, 19 times in 20."""
        if not self.whole:
            return None
        z, n, rate = 1.96, self.whole, self.part / self.whole
        middle = rate + z * z / (2 * n)
        half = z * math.sqrt(rate * (1 - rate) / n + z * z / (4 * n * n))
        return max(0.0, (middle - half) / (1 + z * z / n)), min(
            1.0, (middle + half) / (1 + z * z / n)
        )


@dataclass(frozen=True)
class Topics:
    """How often the right topic was found, offered or missed."""

    first: Share
    """The likeliest topic is right."""
    top3: Share
    """A right topic is among the three likeliest."""
    found: Share
    """The right topic was answered, or offered among the choices."""
    wrong: Share
    """A wrong topic was answered."""
    unanswered: Share
    """Of messages out of scope: not answered."""
    recognised: Share
    """Of messages out of scope: sent away by the fallback or a guard."""
    accepted: Share
    """Of messages in scope: answered, or offered choices."""
    guards: Share
    """Of messages for a guard: met by the right one."""


@dataclass(frozen=True)
class OfIntent:
    """One intent by the likeliest topic."""

    name: str
    precision: Share
    """Of messages where it is the likeliest: it is right."""
    recall: Share
    """Of messages labelled with it: the likeliest is right."""


@dataclass(frozen=True)
class Confusion:
    """Labels against likeliest topics; one that is right by `also` counts as the label."""

    names: tuple[str, ...]
    counts: Mapping[tuple[str, str], int]
    """By label and likeliest topic; pairs that do not occur are left out."""

    @property
    def confused(self) -> tuple[tuple[str, str, int], ...]:
        """The label, the wrong topic and how often, the most frequent first."""
        wrong = [(one, other, n) for (one, other), n in self.counts.items() if one != other]
        return tuple(sorted(wrong, key=lambda found: (-found[2], found[0], found[1])))


def likeliest(reading: Reading) -> str:
    """The first of the alternatives."""
    return reading.alternatives[0].name if reading.alternatives else NOTHING


def acted(reading: Reading) -> bool:
    """Whether it was answered or met by a guard, rather than asked about."""
    return reading.decision in ("answer", "guard")


def offered(reading: Reading) -> frozenset[str]:
    """The likeliest topics, as many as are offered."""
    return frozenset(guess.name for guess in reading.alternatives[:OFFERED])


def is_found(pair: Pair) -> bool:
    """Whether a right topic was said, or offered where nothing was said."""
    message, reading = pair
    said = reading.intent in message.right
    return said or (not acted(reading) and bool(message.right & offered(reading)))


def is_wrong(pair: Pair) -> bool:
    """Whether it was answered with a wrong topic; out of scope, any refusal will do."""
    message, reading = pair
    refused = message.label == SCOPE and reading.decision != "answer"
    return acted(reading) and reading.intent not in message.right and not refused


def topics(pairs: Pairs) -> Topics:
    """How often the right topic was found, offered or missed."""
    outside = [r for m, r in pairs if m.label == SCOPE]
    guarded = [(m, r) for m, r in pairs if m.label in GUARDS]
    inside = [r for m, r in pairs if m.label not in (*GUARDS, SCOPE)]
    return Topics(
        first=Share.of(likeliest(r) in m.right for m, r in pairs),
        top3=Share.of(bool(m.right & offered(r)) for m, r in pairs),
        found=Share.of(is_found(pair) for pair in pairs),
        wrong=Share.of(is_wrong(pair) for pair in pairs),
        unanswered=Share.of(r.decision != "answer" for r in outside),
        recognised=Share.of(r.decision in ("fallback", "guard") for r in outside),
        accepted=Share.of(r.decision in ("answer", "clarify") for r in inside),
        guards=Share.of(r.intent in m.right for m, r in guarded),
    )


def by_intent(pairs: Pairs) -> tuple[OfIntent, ...]:
    """Each intent that is labelled or likeliest somewhere, by name."""
    names = {m.label for m, _ in pairs} | {likeliest(r) for _, r in pairs}
    return tuple(
        OfIntent(
            name,
            precision=Share.of(name in m.right for m, r in pairs if likeliest(r) == name),
            recall=Share.of(likeliest(r) in m.right for m, r in pairs if m.label == name),
        )
        for name in sorted(names)
    )


def confusion(pairs: Pairs) -> Confusion:
    """Labels against likeliest topics, over the intents that occur."""
    counts = Counter(
        (m.label, m.label if likeliest(r) in m.right else likeliest(r)) for m, r in pairs
    )
    return Confusion(tuple(sorted({name for both in counts for name in both})), dict(counts))
