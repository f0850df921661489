"""How a message reaches the pipeline: those that wait for it go through it together.

Rasa's graph takes a list of messages, and Rasa always gives it one. A pass through the
sentence encoder reads all its weights, so that eight messages cost what four cost alone.
"""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import Any

from rasa.core.channels.channel import UserMessage
from rasa.core.processor import MessageProcessor
from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER
from rasa.shared.core.trackers import DialogueStateTracker

from addons.batches import Batches

Json = dict[str, Any]
Given = tuple[UserMessage, bool]
"""A message, and whether only what components mean to give out is wanted."""

MOST_TOGETHER = 8
"""More gain nothing, and everybody else waits until all are understood."""
logger = logging.getLogger("rasa.core.processor")
_stock = MessageProcessor.parse_message


async def parse_message(
    self: MessageProcessor,
    message: UserMessage,
    tracker: DialogueStateTracker | None = None,
    only_output_properties: bool = True,
) -> Json:
    """Stock understands one message after another, all that wait in one go, and meanwhile no
    other request is even read. It copies what it found for a debug log that is off."""
    if self.http_interpreter or logger.isEnabledFor(logging.DEBUG):
        await asyncio.sleep(0)
        parsed: Json = await _stock(self, message, tracker, only_output_properties)
        return parsed
    batches: Batches[Given, Json] | None = self.__dict__.get("batches")
    if batches is None:
        batches = self.__dict__["batches"] = Batches(partial(_understood, self), MOST_TOGETHER)
    parsed = await batches.done((message, only_output_properties))
    self._update_full_retrieval_intent(parsed)
    self._check_for_unseen_features(parsed)
    return parsed


def _understood(self: MessageProcessor, given: list[Given]) -> list[Json]:
    """As ``_parse_message_with_graph``, of several. No tracker: our components ask for none."""
    target = self.model_metadata.nlu_target
    messages = [message for message, _ in given]
    inputs = {PLACEHOLDER_MESSAGE: messages, PLACEHOLDER_TRACKER: None}
    found = self.graph_runner.run(inputs=inputs, targets=[target])[target]
    nothing: Json = {"text": "", "intent": {"name": None, "confidence": 0.0}, "entities": []}
    return [
        {**nothing, **message.as_dict(only_output_properties=only)}
        for message, (_, only) in zip(found, given, strict=True)
    ]
