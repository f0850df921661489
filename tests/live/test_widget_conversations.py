"""Scripted conversations of every phenomenon, by keyboard, through a page of another origin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import groupby
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api")

from tests.live.servers import ROOT
from tests.live.widget import WidgetClient
from tests.scripts_format import Conversation, load_all
from tests.transcript import Mismatch, play

pytestmark = [pytest.mark.live, pytest.mark.bot, pytest.mark.browser]

FOLDER = ROOT / "tests" / "conversations"
FROM_EACH_FILE = 2
CONVERSATIONS = [
    conversation
    for _, of_file in groupby(load_all(FOLDER), key=lambda c: c.path)
    for conversation in list(of_file)[:FROM_EACH_FILE]
]
WINDOWS = [(1280, 800), (360, 740)]


def name_of(conversation: Conversation) -> str:
    return f"{conversation.path.relative_to(FOLDER)}::{conversation.name}"


def test_enough_of_them_are_held() -> None:
    assert len(CONVERSATIONS) >= 25


@pytest.mark.parametrize("window", WINDOWS, ids=["desktop", "phone"])
@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=name_of)
def test_conversation(
    conversation: Conversation,
    window: tuple[int, int],
    bot: Callable[[dt.date], str],
    host: str,
    context: Any,
) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": window[0], "height": window[1]})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    url = bot(conversation.today)
    page.goto(f"{host}/?bot={url}")
    page.get_by_role("button", name="How long may I stay?").wait_for()
    client = WidgetClient(page)
    client.tab_to("How long may I stay?")
    page.keyboard.press("Enter")
    mismatch = ""
    try:
        play(conversation, client)
    except Mismatch as error:
        mismatch = str(error)
    if mismatch:
        pytest.fail(mismatch, pytrace=False)
    assert [address for address in asked if not address.startswith((url, host, "data:"))] == []
