"""Serves every ``utter_*`` from the catalogue, inside Rasa's own process.

The domain only names responses; so the words stay in one place per language, and
greetings still work while the actions do not.
"""

from __future__ import annotations

from typing import Any

from rasa.core.nlg.generator import NaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from addons import quicker
from language.catalogue import catalogue
from language.guard_table import INTENTS as GUARDS
from rules_core.shape import answer_shape

PREFIX = "utter_"


class CatalogueNLG(NaturalLanguageGenerator):
    """Rasa's NLG interface over the catalogue's ``chat`` section."""

    def __init__(self, endpoint_config: EndpointConfig, domain: Domain) -> None:
        """Take the arguments Rasa gives, of which neither is needed.

        Of all that ``endpoints.yml`` names, this is made first and in every process that
        answers, so it also puts the quicker methods in place.
        """
        quicker.install()

    async def generate(
        self,
        utter_action: str,
        tracker: DialogueStateTracker,
        output_channel: str,
        **kwargs: Any,
    ) -> dict[str, Any] | None:
        """The reply of ``utter_<key>`` with its machine-readable part, or ``None``."""
        metadata = tracker.latest_message.metadata if tracker.latest_message else None
        words = catalogue((metadata or {}).get("language"))
        key = utter_action.removeprefix(PREFIX)
        if key not in words.keys("chat"):
            return None
        reply = words.chat(key)
        text, asked = reply.text, tracker.get_slot("requested_slot")
        if tracker.active_loop_name and asked in words.keys("questions"):
            # A side remark inside the form: its question is put again.
            question = words.text("questions", asked)
            text = f"{text}\n{words.sentence('still_need', question=question)}"
        intent = tracker.latest_message.intent.get("name") if tracker.latest_message else None
        kind = "guard" if key in GUARDS else "chat"
        buttons = [words.button(name) for name in reply.buttons]
        return {
            "text": text,
            "buttons": [{"title": b.title, "payload": b.payload} for b in buttons],
            "custom": {"answer": answer_shape(kind, key.upper(), intent)},
        }
