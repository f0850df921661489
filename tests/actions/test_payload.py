"""What the events of a talk tell of its replies."""

from __future__ import annotations

import pytest

from actions.payload import has_replied, said_last

ASKED, SAID = {"event": "user", "text": "hi"}, {"event": "bot", "text": "Hello."}
DONE = {"event": "action", "name": "action_answer"}


@pytest.mark.parametrize(
    ("events", "replied"),
    [
        ([], False),
        ([ASKED], False),
        ([ASKED, DONE], False),
        ([ASKED, DONE, SAID], True),
        ([ASKED, DONE, SAID, {"event": "slot"}], True),
        ([ASKED, DONE, SAID, ASKED], False),
    ],
)
def test_a_message_has_one_reply(events: list[dict[str, str]], replied: bool) -> None:
    assert has_replied(events) is replied


def test_what_was_said_last_is_of_the_message_before() -> None:
    assert said_last([ASKED, SAID, ASKED]) == "Hello."
