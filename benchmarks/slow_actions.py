"""The assistant's actions, of which one is slow when a message says so."""

from __future__ import annotations

import time
from typing import Any

from actions.answer import AnswerTopic

SLOW, SECONDS = "is flagpoling slow", 3.0
_quick = AnswerTopic.run


async def _run(self: AnswerTopic, dispatcher: Any, tracker: Any, domain: Any) -> Any:
    if SLOW in (tracker.latest_message.get("text") or ""):
        time.sleep(SECONDS)  # as a blocking call does
    return await _quick(self, dispatcher, tracker, domain)


AnswerTopic.run = _run  # type: ignore[method-assign]  # for this measurement alone
