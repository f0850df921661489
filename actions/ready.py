"""Makes what is made once while the actions are loaded, so that no message waits for it.

An action server imports every module of the package before it serves. Without this the first
message took longer than the proxy waits for a server, which then counted as gone.
"""

from __future__ import annotations

from rasa_sdk import Tracker

from actions.turn import Turn

# Between them they reach every word list and every large pattern that a turn is read by.
for _told in (
    "Pearson 3 May 2026",
    "The stamp says 3 May 2026",
    "Refused on 5 June, the officer wrote nothing. Until what hour may I stay?",
):
    _message = {"text": _told, "intent": {"name": "ask_expiry_date"}}
    Turn(Tracker("", {}, _message, [], False, None, {}, None))
