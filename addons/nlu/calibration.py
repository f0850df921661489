"""From scores to chances and decisions, all of it learnt on folds of the training data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, List, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import softmax
from sklearn.linear_model import LogisticRegression

Floats = NDArray[np.float64]

ACCEPTED_INSIDE = 0.95
"""The share of messages about this law that the scope score must let through."""
NEIGHBOURS_WEIGHT = 0.3
"""Of the nearest examples' votes; from 0.2 to 0.5 accuracy moves less than half a point."""
BUTTONS = 3
_TEMPERATURES = np.linspace(2.0, 10.0, 33)
_THRESHOLDS = np.linspace(0.3, 0.9, 25)
_GUARD_THRESHOLDS = np.linspace(0.25, 0.6, 15)
_AS_GOOD = 1.01
"""Costs that differ by a hundredth differ by chance. Of thresholds that cost as little, the
careful one is taken: topics are answered from the highest, guards act from the lowest."""
_OFFERED_NOTHING = 2.0
"""The cost of three choices without the right one: one more turn than a question costs."""


@dataclass(frozen=True)
class Scores:
    """What the models say of some texts, a row each."""

    margins: Floats
    """Distance from each class's border, by class."""
    votes: Floats | None
    """Shares of the nearest examples, by class; ``None`` without embeddings."""
    nearness: Floats | None
    """Likeness to the nearest examples inside the scope and outside it."""
    outside: int
    """The place of out of scope among the classes."""

    @classmethod
    def joined(cls, parts: Sequence[Tuple[NDArray[np.int64], Scores]], count: int) -> Scores:
        """The scores of folds put back into the order of the examples."""

        def whole(pick: List[Floats | None]) -> Floats | None:
            if any(rows is None for rows in pick):
                return None
            joined = np.zeros((count, pick[0].shape[1]))  # type: ignore[union-attr]
            for (places, _), rows in zip(parts, pick, strict=True):
                joined[places] = rows
            return joined

        margins = whole([part.margins for _, part in parts])
        assert margins is not None
        votes = whole([part.votes for _, part in parts])
        nearness = whole([part.nearness for _, part in parts])
        return cls(margins, votes, nearness, parts[0][1].outside)

    @property
    def of_scope(self) -> Floats:
        """What the scope score is made of."""
        rest = np.delete(self.margins, self.outside, axis=1).max(axis=1)
        known = [self.margins[:, self.outside], rest]
        if self.nearness is not None:
            known += [self.nearness[:, 0], self.nearness[:, 1]]
        return np.stack(known, axis=1)


@dataclass(frozen=True)
class Calibration:
    """What turns scores into chances, a scope and a decision."""

    temperature: float
    scope_weights: List[float]
    scope_offset: float
    outside_from: float
    """A scope score above this is out of scope."""
    answer_from: float
    """A topic likelier than this is answered; below, choices are offered."""
    guard_from: float
    """A guard likelier than this acts, also where a topic is likelier still."""

    def chances(self, scores: Scores) -> Floats:
        """The chance of each class, a row a text."""
        return _chances(scores, self.temperature)

    def scope(self, scores: Scores) -> Floats:
        """How much each text looks out of scope: a log-odds."""
        weighed: Floats = scores.of_scope @ np.array(self.scope_weights) + self.scope_offset
        return weighed


@dataclass(frozen=True)
class Costs:
    """What a mistake costs, where a clarifying question costs one."""

    wrong: float
    """A wrong topic answered, or a guard that acts where it should not."""
    missed_guard: float


def calibrated(
    scores: Scores,
    right: NDArray[np.int64],
    classes: NDArray[np.str_],
    guards: Sequence[str],
    costs: Costs,
) -> Calibration:
    """Learn it from the scores of texts that the models had not seen."""
    is_outside = right == scores.outside
    temperature = min(_TEMPERATURES, key=lambda t: _surprise(_chances(scores, t), right))
    scope = LogisticRegression(C=10.0).fit(scores.of_scope, is_outside)
    log_odds = scope.decision_function(scores.of_scope)
    outside_from = float(np.quantile(log_odds[~is_outside], ACCEPTED_INSIDE))
    inside = log_odds <= outside_from
    chances = _chances(scores, temperature)
    answer_from = max(
        _as_good(_THRESHOLDS, lambda t: _cost(chances[inside], right[inside], t, costs.wrong))
    )
    places = np.searchsorted(classes, [name for name in guards if name in classes])
    guard_from = min(
        _as_good(_GUARD_THRESHOLDS, lambda t: _guard_cost(chances, right, places, t, costs))
    )
    return Calibration(
        float(temperature),
        [float(weight) for weight in scope.coef_[0]],
        float(scope.intercept_[0]),
        outside_from,
        answer_from,
        guard_from,
    )


def _as_good(thresholds: Floats, cost: Callable[[float], float]) -> List[float]:
    """The thresholds that cost no more than the cheapest, but for chance."""
    found = {float(threshold): cost(float(threshold)) for threshold in thresholds}
    return [threshold for threshold in found if found[threshold] <= min(found.values()) * _AS_GOOD]


def _chances(scores: Scores, temperature: float) -> Floats:
    weighed = scores.margins * temperature
    if scores.votes is not None:
        weighed = weighed + NEIGHBOURS_WEIGHT * np.log(scores.votes)
    chances: Floats = softmax(weighed, axis=1)
    return chances


def _surprise(chances: Floats, right: NDArray[np.int64]) -> float:
    return float(-np.log(chances[np.arange(len(right)), right]).mean())


def _cost(
    chances: Floats, right: NDArray[np.int64], answer_from: float, cost_of_wrong: float
) -> float:
    """The mean cost a message: a clarifying question is 1, a right answer nothing."""
    best = chances.argmax(axis=1)
    answered = chances.max(axis=1) >= answer_from
    offered = np.argsort(-chances, axis=1)[:, :BUTTONS]
    asked = np.where((offered == right[:, None]).any(axis=1), 1.0, _OFFERED_NOTHING)
    wrong = np.where(best == right, 0.0, cost_of_wrong)
    return float(np.where(answered, wrong, asked).mean())


def _guard_cost(
    chances: Floats,
    right: NDArray[np.int64],
    guards: NDArray[np.int64],
    guard_from: float,
    costs: Costs,
) -> float:
    """The cost of guards that act wrongly and of those that are missed."""
    of_guards = np.zeros_like(chances)
    of_guards[:, guards] = chances[:, guards]
    best, acts = of_guards.argmax(axis=1), of_guards.max(axis=1) >= guard_from
    missed = np.isin(right, guards) & ~(acts & (best == right))
    return float(costs.wrong * (acts & (best != right)).sum() + costs.missed_guard * missed.sum())
