"""What the door itself says, in the person's language, as replies of Rasa's REST shape."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from language.identifiers import Identifier
from rules_core.shape import answer_shape

Message = dict[str, Any]

# As in rules_core/law/instruments.yaml; fixed here because it must be at hand when the
# rest is not.
OFFICIAL_PAGE = {
    "instrument": "IRCC-EXTEND",
    "pinpoint": "who can apply",
    "url": "https://www.canada.ca/en/immigration-refugees-citizenship/services/"
    "visit-canada/extend-stay/eligibility.html",
    "authority": "guidance",
    "checked_on": "2026-11-22",
}

FAULTS = {"fault", "store_fault", "busy", "crowded"}
"""Sentences about a fault on our side, said with the official page beside them."""


class Words(Protocol):
    """The part of a language's catalogue a channel needs."""

    def sentence(self, key: str, **values: str) -> str:
        """The sentence ``key`` with its values filled in."""

    def text(self, section: str, key: str) -> str:
        """The words of ``key`` in a section."""


class DoorWords:
    """Sentences of the catalogue, each with its machine-readable part."""

    def __init__(self, words: Callable[[str], Words]) -> None:
        """``words`` gives the catalogue of a language."""
        self._words = words
        words("en")  # a broken catalogue stops the start, not the first turn that needs it

    def say(
        self, key: str, recipient: str, metadata: dict[str, str], **values: str
    ) -> list[Message]:
        """The sentence ``key``; beside a fault the official page."""
        fault = key in FAULTS
        answer = answer_shape("cannot_say" if fault else "guard", key.upper())
        if fault:
            answer |= {"citations": [OFFICIAL_PAGE], "referral": "suggested"}
        text = self._of(metadata).sentence(key, **values)
        return [
            {"recipient_id": recipient, "text": text},
            {"recipient_id": recipient, "custom": {"answer": answer}},
        ]

    def told(
        self, removed: tuple[Identifier, ...], recipient: str, metadata: dict[str, str]
    ) -> list[Message]:
        """What was taken out of the message, said before the answer; nothing if nothing was."""
        if not removed:
            return []
        words = self._of(metadata)
        what = ", ".join(words.text("identifiers", kind.value) for kind in removed)
        return [{"recipient_id": recipient, "text": words.sentence("removed", what=what)}]

    def _of(self, metadata: dict[str, str]) -> Words:
        return self._words(metadata.get("language", "en"))
