"""Every scripted conversation, held with the running assistant and inside this process."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from tests.in_process import InProcessClient
from tests.live.servers import ROOT
from tests.rest_client import RestClient
from tests.scripts_format import Conversation, load_all
from tests.transcript import Client, Mismatch, play

pytestmark = [pytest.mark.live, pytest.mark.bot]

FOLDER = ROOT / "tests" / "conversations"
CONVERSATIONS = load_all(FOLDER)


def name_of(conversation: Conversation) -> str:
    """``path::name``, the path below ``tests/conversations``."""
    return f"{conversation.path.relative_to(FOLDER)}::{conversation.name}"


@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=name_of)
def test_over_rest(conversation: Conversation, bot: Callable[[dt.date], str]) -> None:
    held(conversation, RestClient.for_conversation(conversation, bot(conversation.today)))


@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=name_of)
@pytest.mark.usefixtures("_model")
def test_in_process(conversation: Conversation) -> None:
    held(conversation, InProcessClient.for_conversation(conversation))


def held(conversation: Conversation, client: Client) -> None:
    """Hold the conversation; a failure shows the talk and not where it was found."""
    mismatch = ""
    try:
        play(conversation, client)
    except Mismatch as error:
        mismatch = str(error)
    if mismatch:
        pytest.fail(mismatch, pytrace=False)
