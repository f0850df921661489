"""What a date is a date of, learnt from labelled messages where the grammar does not tell.

The weights are in ``learnt/roles.json``, which ``scripts/learn-roles`` makes of
``data/dates`` (docs/decisions/0031).
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from language.context import Context
from language.cues import Cue
from language.owners import Owned
from language.role_features import features
from language.said_dates import DateForm, DateRole, SaidDate, Tense
from language.tenses import ENDS_OF_STAY, EXPIRIES, told_tense

FILE = Path(__file__).parent / "learnt" / "roles.json"
UNNAMED = "none"

# What the grammar tells more finely than the labels do.
_LABELLED_AS = {
    DateRole.EARLIER_ENTRY: DateRole.ENTRY_DATE.value,
    DateRole.STAMPED: DateRole.STAMP_DATE.value,
    DateRole.RESTORATION_DATE: DateRole.APPLICATION_DATE.value,
    DateRole.LEFT_CANADA_ON: DateRole.OTHER.value,
    DateRole.BIOMETRICS_DATE: DateRole.OTHER.value,
}
# A wish, a plan or a denial, leaving Canada; what hangs on today, or on an application told.
_KNOWN_BETTER = frozenset(
    {
        DateRole.OTHER,
        DateRole.STAMPED,
        DateRole.LEFT_CANADA_ON,
        DateRole.DECISION_DATE,
        DateRole.RESTORATION_DATE,
    }
)
_ENDS = frozenset(role.value for role in ENDS_OF_STAY)
# "Nothing in pen, I fly 20 December": a journey ends no stay, whatever was said before it.
_TRAVELS = re.compile(
    r"\b(?:i|we|he|she|they)(?:'m|'re|'ll| am| are| is| will)? "
    r"(?:(?:just|then|only|already|also) )?"
    r"(?:fly|flying|flies|leave|leaving|travel+(?:ing)?|depart(?:ing)?|go|going|drive|driving|head(?:ing)?)"
    r"(?: (?:home|back|out|away|off|from \w+|to \w+)){0,2}(?: on)?(?: the)? $",
    re.I,
)
_SURE = 0.6
"""From this chance on a role is believed where the grammar is silent."""
_SURER = 0.75
"""The same of an entry, from which a stay is counted, and against the grammar."""
_DOUBTED = 0.1
"""Below this chance what the grammar says is not believed, and without a surer role asked."""


@dataclass(frozen=True)
class Weights:
    """What each feature says for and against each label, by the label's place."""

    labels: tuple[str, ...]
    by_feature: Mapping[str, tuple[tuple[int, float], ...]]

    @classmethod
    def of(cls, learnt: Mapping[str, Any]) -> Weights:
        """From the JSON of ``learnt/roles.json``."""
        named = learnt["weights"].items()
        by_feature = {name: tuple((int(at), w) for at, w in each.items()) for name, each in named}
        return cls(tuple(learnt["labels"]), by_feature)

    def chances(self, found: Iterable[str]) -> dict[str, float]:
        """The chance of each label, given the features ``found``; they add up to one."""
        sums = [0.0] * len(self.labels)
        for name in found:
            for place, weight in self.by_feature.get(name, ()):
                sums[place] += weight
        each = [1 / (1 + math.exp(-value)) for value in sums]
        whole = sum(each)
        return {label: one / whole for label, one in zip(self.labels, each, strict=True)}


@lru_cache(maxsize=1)
def _weights() -> Weights:
    return Weights.of(json.loads(FILE.read_text(encoding="utf-8")))


def weighed(message: Context, judged: Sequence[Owned]) -> list[Owned]:
    """The dates, their roles filled in or doubted by what was learnt."""
    return [_weighed(message, judged, index) for index in range(len(judged))]


def _weighed(message: Context, judged: Sequence[Owned], index: int) -> Owned:
    one = judged[index]
    # "Two months left" of a passport is told by its shape.
    told = one.cue is None and one.date.role is DateRole.PASSPORT_EXPIRY
    if (
        one.date.role in _KNOWN_BETTER
        or _is_left(one)
        or (told and one.date.form is DateForm.INCOMPLETE)
    ):
        return one
    # "Four weeks ago I arrived": the labelled messages hold few so near today.
    if one.date.role is DateRole.ENTRY_DATE and (one.date.amount or 0) < 0:
        return one
    label = label_of(one.date)
    better = chosen(label, _weights().chances(features(message, judged, index)))
    if better == label:
        return one
    role = None if better == UNNAMED else DateRole(better)
    tense = told_tense(message.sentence_before(one.date.start), role) if role else None
    if one.date.role is None:
        # "Applied 5 May, a second one 9 May": what the grammar gave one date is not given again.
        given = any(other.date.role is role for other in judged)
        travels = role in EXPIRIES and _TRAVELS.search(message.sentence_before(one.date.start))
        if one.cue is not None or given or travels or _says_little(one.date, role, tense):
            return one
    return replace(one, date=replace(one.date, role=role, tense=tense))


def _is_left(one: Owned) -> bool:
    """Whether it is said outright: "5 May I left"."""
    of_it = one.cue is not None and one.cue.kind is Cue.LEFT and one.cue.text.startswith("i ")
    return bool(of_it and one.cue and 0 <= one.cue.start - one.date.end <= 1)


def _says_little(date: SaidDate, role: DateRole | None, tense: Tense | None) -> bool:
    """Whether a date is better asked about: a plan to come, "in winter", what may be a fact."""
    if role is DateRole.ENTRY_DATE:
        return tense is Tense.FUTURE or date.form is DateForm.INCOMPLETE
    return role is DateRole.OTHER


def chosen(label: str, chances: Mapping[str, float]) -> str:
    """What a date is taken for: ``label`` is the grammar's, ``chances`` what was learnt."""
    best = max(chances, key=chances.__getitem__)
    kin = _ENDS if label in _ENDS else (label,)
    if best == label or (label != UNNAMED and sum(chances[one] for one in kin) >= _DOUBTED):
        return label
    needed = _SURE if label == UNNAMED and best != DateRole.ENTRY_DATE else _SURER
    return best if chances[best] >= needed else UNNAMED


def label_of(date: SaidDate) -> str:
    """The label that a date's role goes by in the examples."""
    if date.role is None:
        return UNNAMED
    return _LABELLED_AS.get(date.role, date.role.value)
