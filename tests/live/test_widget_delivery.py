"""What the widget does with messages while they cannot be delivered, and after a reload."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api")

from playwright.sync_api import Page, Route

from tests.live.servers import Bots
from tests.live.widget import (
    BOX,
    LOST,
    QUESTION,
    SLOWEST_REPLY,
    TODAY,
    WEBHOOK,
    answer_with,
    hear,
    is_answer,
    say,
)

pytestmark = [pytest.mark.live, pytest.mark.bot, pytest.mark.browser]
WHILE_STOPPED = {
    "What does an extension cost?": "CAD 100",
    "How long may a visitor stay in Canada?": "Six months",
    "When must I leave?": "3 February 2027",  # from what was said before the stop
}


def test_messages_sent_while_waiting_are_queued_in_order(page: Page) -> None:
    sent: list[dict[str, Any]] = []
    held: list[Route] = []

    def hold_the_first(route: Route) -> None:
        sent.append(json.loads(route.request.post_data or ""))
        held.append(route)
        if len(sent) > 1:
            hear(route)

    page.route(WEBHOOK, hold_the_first)
    for text in ("one", "two", "three"):
        say(page, text)
    assert page.locator(".typing").is_visible()
    page.get_by_role("status").get_by_text("takes longer than usual").wait_for()
    assert len(sent) == 1
    hear(held[0])
    page.get_by_text("heard three").wait_for()
    assert page.get_by_role("status").text_content() == ""
    assert [item["message"] for item in sent] == ["one", "two", "three"]
    heard = page.locator(".message.bot").all_text_contents()[1:]
    assert heard == ["Sojourn: heard one", "Sojourn: heard two", "Sojourn: heard three"]


def test_a_lost_answer_is_asked_for_again_and_the_message_taken_once(
    page: Page, context: Any
) -> None:
    ids: list[str] = []

    def lose(route: Route) -> None:
        ids.append(json.loads(route.request.post_data or "")["id"])
        if len(ids) == 1:
            route.fetch()  # the assistant gets it, but its answer never arrives
            route.abort()
        else:
            route.continue_()

    page.route(WEBHOOK, lose)
    say(page, QUESTION)
    page.get_by_text(LOST).wait_for(timeout=SLOWEST_REPLY)
    page.get_by_text("3 February 2027, in 73 days").wait_for(timeout=SLOWEST_REPLY)
    assert len(ids) == 2 and len(set(ids)) == 1
    assert page.get_by_text(LOST).count() == 0
    assert page.locator(".message.user").count() == 1
    context.problems.clear()  # the browser's own word for the lost connection


def test_a_server_stopped_in_the_middle_gets_each_message_once_and_in_order(
    page: Page, context: Any, bot: Bots
) -> None:
    delivered: list[dict[str, Any]] = []
    page.on("response", lambda r: delivered.append(r.request.post_data_json)
            if is_answer(r) and r.status == 200 else None)  # fmt: skip
    say(page, QUESTION)
    page.get_by_text("3 February 2027, in 73 days").wait_for(timeout=SLOWEST_REPLY)
    bot.freeze(TODAY)
    on_its_way, *waiting = WHILE_STOPPED
    with page.expect_request(WEBHOOK):
        say(page, on_its_way)
    bot.kill(TODAY)
    try:
        page.get_by_text(LOST).wait_for()
        for text in waiting:
            say(page, text)
        page.wait_for_timeout(10_000)
    finally:
        bot.serve(TODAY)  # at the same address
    page.locator(".message.bot").nth(len(WHILE_STOPPED) + 1).wait_for(timeout=2 * SLOWEST_REPLY)
    page.locator(".typing").wait_for(state="hidden")
    assert [item["message"] for item in delivered] == [QUESTION, *WHILE_STOPPED]
    assert len({item["id"] for item in delivered}) == len(delivered)
    assert len({item["sender"] for item in delivered}) == 1
    assert page.locator(".message.user .said").all_text_contents() == [QUESTION, *WHILE_STOPPED]
    answers = page.locator(".message.bot .said").all_text_contents()[2:]
    assert len(answers) == len(WHILE_STOPPED)
    for answer, expected in zip(answers, WHILE_STOPPED.values(), strict=True):
        assert expected in answer
    assert page.get_by_role("status").text_content() == ""
    context.problems.clear()


def test_without_a_connection_it_says_so_and_waits(page: Page, context: Any) -> None:
    sent = answer_with(page)
    context.set_offline(True)
    page.unroute(WEBHOOK)
    say(page, "one")
    page.get_by_text(LOST).wait_for()
    assert page.get_by_role("button", name="Try now").is_visible()
    say(page, "two")
    page.route(WEBHOOK, lambda r: (sent.append(r.request.post_data_json), hear(r)))
    context.set_offline(False)
    page.get_by_text("heard two").wait_for()
    assert [item["message"] for item in sent] == ["one", "two"]
    context.problems.clear()


def test_a_session_the_server_does_not_know_is_opened_anew(page: Page, context: Any) -> None:
    sent: list[dict[str, Any]] = []

    def not_the_first(route: Route) -> None:
        sent.append(json.loads(route.request.post_data or ""))
        if len(sent) > 1:
            hear(route)
            return
        route.fulfill(status=401, json={}, headers={"Access-Control-Allow-Origin": "*"})

    page.route(WEBHOOK, not_the_first)
    say(page, "hello")
    page.get_by_text("heard hello").wait_for()
    assert sent[0]["sender"] != sent[1]["sender"] and sent[0]["id"] == sent[1]["id"]
    assert sent[0]["sender"] not in page.evaluate("JSON.stringify(sessionStorage)")
    context.problems.clear()


def test_a_message_the_server_refuses_goes_back_into_the_box(page: Page, context: Any) -> None:
    page.route(WEBHOOK, lambda r: r.fulfill(
        status=400, json={"error": "x"}, headers={"Access-Control-Allow-Origin": "*"}))  # fmt: skip
    say(page, "hello")
    page.get_by_text("did not take this message").wait_for()
    assert page.get_by_label(BOX).input_value() == "hello"
    context.problems.clear()


def test_a_reload_restores_the_conversation_and_sends_what_was_waiting(page: Page) -> None:
    sent: list[dict[str, Any]] = []

    def never_answer_the_second(route: Route) -> None:
        sent.append(json.loads(route.request.post_data or ""))
        if len(sent) != 2:
            hear(route)

    page.route(WEBHOOK, never_answer_the_second)
    say(page, "one")
    page.get_by_text("heard one").wait_for()
    with page.expect_request(WEBHOOK):
        say(page, "two")
    page.reload()
    page.get_by_text("heard two").wait_for()
    texts = page.locator(".message").all_text_contents()[1:]
    assert texts == ["You: one", "Sojourn: heard one", "You: two", "Sojourn: heard two"]
    assert sent[2] == sent[1] and sent[0]["sender"] == sent[1]["sender"]
    assert re.fullmatch(r"[0-9a-f]{32}\.[\w-]+\.[\w-]+", sent[0]["sender"])
    assert page.context.cookies() == []


def test_forgetting_without_a_connection_reaches_the_server_later(page: Page, context: Any) -> None:
    sent = answer_with(page, {"text": "three months"})
    say(page, "secret one")
    page.get_by_text("three months").wait_for()
    page.unroute(WEBHOOK)
    context.set_offline(True)
    say(page, "secret two")
    page.get_by_text(LOST).wait_for()
    page.get_by_role("button", name="Forget me").click()
    page.get_by_text(LOST).wait_for()
    kept = page.evaluate("JSON.stringify(sessionStorage)")
    assert "secret" not in kept and page.get_by_text("secret").count() == 0
    later = answer_with(page)
    context.set_offline(False)
    page.get_by_text("heard Delete my data").wait_for()
    assert [item["sender"] for item in later] == [sent[0]["sender"]]
    assert sent[0]["sender"] not in page.evaluate("JSON.stringify(sessionStorage)")
    say(page, "hello")
    page.get_by_text("heard hello").wait_for()
    assert later[-1]["sender"] != sent[0]["sender"]
    context.problems.clear()
