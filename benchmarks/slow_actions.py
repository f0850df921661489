"""The assistant's actions, of which one is slow when a message says so."""

from __future__ import annotations

import importlib
import pkgutil
import time
from typing import Any

import actions
from actions.answer import AnswerTopic

# The SDK looks for actions where it is pointed to, and that is here.
for _module in pkgutil.iter_modules(actions.__path__):
    importlib.import_module(f"actions.{_module.name}")

SLOW, SECONDS = "is flagpoling slow", 3.0
_quick = AnswerTopic.run


async def _run(self: AnswerTopic, dispatcher: Any, tracker: Any, domain: Any) -> Any:
    if SLOW in (tracker.latest_message.get("text") or ""):
        time.sleep(SECONDS)  # as a blocking call does
    return await _quick(self, dispatcher, tracker, domain)


AnswerTopic.run = _run  # type: ignore[method-assign]  # for this measurement alone
