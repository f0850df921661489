"""What a short message means after an answer: "how much", "and until then?"."""

from __future__ import annotations

from actions import topics
from actions.turn import Turn
from language.guard_table import INTENTS

LONGEST = 10
"""Words; a longer message stands for itself."""
NEARER = 4.0
"""How much likelier a topic of the same kind is as a follow-up than out of the blue."""
ENOUGH = 0.5
"""Of what is likely then, the share the first must have to be answered."""
_LIKELY = 0.08
"""Less likely than this before the talk is looked at, nothing makes it what was meant."""


def follow_up(turn: Turn) -> str | None:
    """The intent a short unsure message has as a follow-up to the last topic, if any."""
    group = topics.group_of(turn.topic_before)
    if group is None or len(turn.text.split()) > LONGEST:
        return None
    chances = {
        guess["name"]: guess["confidence"] * (NEARER if guess["name"] in group else 1.0)
        for guess in turn.ranking
        if guess["name"] in topics.OF_INTENT and guess["name"] not in INTENTS
    }
    if not chances:
        return None
    best = max(chances, key=lambda name: chances[name])
    likely = best in group and chances[best] >= NEARER * _LIKELY
    return best if likely and chances[best] >= ENOUGH * sum(chances.values()) else None
