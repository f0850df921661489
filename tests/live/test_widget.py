"""The widget on a page of another origin: what it does when things are not as they should be."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import pytest

pytest.importorskip("playwright.sync_api")

from playwright.sync_api import Page, Route

from tests.live.hostile import ADDRESSES, TEXTS
from tests.live.widget import FOCUSED, SLOWEST_REPLY, WidgetClient

pytestmark = [pytest.mark.live, pytest.mark.bot, pytest.mark.browser]
TODAY = dt.date(2026, 11, 22)
LAUNCHER = "How long may I stay?"
BOX = "Your question"
LOST = "No connection to the assistant."
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COUNT_VIOLATIONS = """
window.violations = [];
addEventListener("securitypolicyviolation", (e) => violations.push(e.violatedDirective));
"""


@pytest.fixture
def url(bot: Callable[[dt.date], str]) -> str:
    return bot(TODAY)


@pytest.fixture
def visit(url: str, host: str, context: Any) -> Iterator[Callable[..., Page]]:
    """``visit(element=, head=)`` opens the example page; no policy may be violated on it."""
    context.add_init_script(COUNT_VIOLATIONS)
    opened: list[Page] = []

    def go(element: str = "<sojourn-chat>", head: str = "") -> Page:
        page = context.new_page()
        opened.append(page)
        page.goto(f"{host}/?bot={url}&element={quote(element)}&with={quote(head)}")
        return page

    yield go
    for page in opened:
        assert page.evaluate("window.violations") == []


@pytest.fixture
def page(visit: Callable[..., Page]) -> Page:
    opened = visit()
    opened.get_by_role("button", name=LAUNCHER).click()
    return opened


def hear(route: Route, *replies: dict[str, Any]) -> None:
    """Answer one message in the assistant's place, by default that it was heard."""
    message = json.loads(route.request.post_data or "")["message"]
    said = list(replies) or [{"text": f"heard {message}"}]
    route.fulfill(status=200, json=said, headers={"Access-Control-Allow-Origin": "*"})


def answer_with(page: Page, *replies: dict[str, Any]) -> list[dict[str, Any]]:
    """Answer in the assistant's place; returns the list of what is sent."""
    sent: list[dict[str, Any]] = []

    def fulfil(route: Route) -> None:
        sent.append(json.loads(route.request.post_data or ""))
        hear(route, *replies)

    page.route("**/webhooks/web/webhook", fulfil)
    return sent


def say(page: Page, text: str) -> None:
    page.get_by_label(BOX).fill(text)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_hostile_texts_are_inert(page: Page, text: str) -> None:
    answer_with(
        page,
        {
            "text": text,
            "buttons": [{"title": text, "payload": text}],
            "sources": [{"name": text, "kind": text, "url": text, "checked_on": text}],
            "calendar_url": text,
            "calendar_title": text,
            "timeline": {"title": text, "days": text, "url": text},
        },
    )
    say(page, text)
    page.locator(".choices button").wait_for()
    page.locator("summary").click()
    assert page.evaluate("window.hit") is None
    log = page.get_by_role("log")
    assert log.locator("script, img, iframe, object, embed, style, form, input, base").count() == 0
    addresses = log.locator("a").evaluate_all("all => all.map((a) => a.protocol)")
    assert set(addresses) <= {"http:", "https:"}
    overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert overflow <= 0 and log.evaluate("e => e.scrollWidth - e.clientWidth") <= 0


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_file_is_linked_only_where_its_address_is_safe(page: Page, address: str) -> None:
    answer_with(page, {"text": "here", "calendar_url": address, "calendar_title": "a file"})
    say(page, "x")
    page.get_by_text("a file").wait_for()
    assert page.get_by_role("link", name="a file").count() == int(ADDRESSES[address])


@pytest.mark.parametrize(
    "replies",
    [[{}], [None], [5], [{"text": 5, "buttons": {}, "sources": [None], "timeline": 3}],
     [{"buttons": [None, {"title": 1, "payload": None}], "custom": []}],
     [{"timeline": {"days": [{"kind": "today"}, None]}}]],
)  # fmt: skip
def test_replies_of_another_shape_do_no_harm(page: Page, replies: list[Any]) -> None:
    answer_with(page, *replies)
    say(page, "first")
    page.locator(".typing").wait_for(state="hidden")
    page.unroute("**/webhooks/web/webhook")
    answer_with(page)
    say(page, "second")
    page.get_by_text("heard second").wait_for()


def test_messages_sent_while_waiting_are_queued_in_order(page: Page) -> None:
    sent: list[dict[str, Any]] = []
    held: list[Route] = []

    def hold_the_first(route: Route) -> None:
        sent.append(json.loads(route.request.post_data or ""))
        held.append(route)
        if len(sent) > 1:
            hear(route)

    page.route("**/webhooks/web/webhook", hold_the_first)
    for text in ("one", "two", "three"):
        say(page, text)
    page.wait_for_timeout(300)
    assert len(sent) == 1
    hear(held[0])
    page.get_by_text("heard three").wait_for()
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

    page.route("**/webhooks/web/webhook", lose)
    say(page, "I entered on 3 August 2026. When must I leave?")
    page.get_by_text(LOST).wait_for(timeout=SLOWEST_REPLY)
    page.get_by_text("3 February 2027, in 73 days").wait_for(timeout=SLOWEST_REPLY)
    assert len(ids) == 2 and len(set(ids)) == 1
    assert page.get_by_text(LOST).count() == 0
    assert page.locator(".message.user").count() == 1
    context.problems.clear()  # the browser's own word for the lost connection


def test_ten_seconds_without_a_connection_lose_nothing(page: Page, context: Any) -> None:
    sent: list[dict[str, Any]] = []
    page.on("requestfinished", lambda r: sent.append(r.post_data_json) if r.post_data else None)
    context.set_offline(True)
    say(page, "I entered on 3 August 2026. When must I leave?")
    page.get_by_text(LOST).wait_for()
    say(page, "What does an extension cost?")
    page.wait_for_timeout(10_000)
    assert page.get_by_role("button", name="Try now").is_visible()
    context.set_offline(False)
    page.get_by_text("CAD 100").first.wait_for(timeout=SLOWEST_REPLY)
    messages = [item["message"] for item in sent]
    assert messages == [
        "I entered on 3 August 2026. When must I leave?",
        "What does an extension cost?",
    ]
    context.problems.clear()


def test_a_message_the_server_refuses_goes_back_into_the_box(page: Page, context: Any) -> None:
    page.route("**/webhooks/web/webhook", lambda r: r.fulfill(
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

    page.route("**/webhooks/web/webhook", never_answer_the_second)
    say(page, "one")
    page.get_by_text("heard one").wait_for()
    say(page, "two")
    page.wait_for_timeout(300)
    page.reload()
    page.get_by_text("heard two").wait_for()
    texts = page.locator(".message").all_text_contents()[1:]
    assert texts == ["You: one", "Sojourn: heard one", "You: two", "Sojourn: heard two"]
    assert sent[2] == sent[1] and sent[0]["sender"] == sent[1]["sender"]
    assert re.fullmatch("[0-9a-f]{32}", sent[0]["sender"])
    assert page.context.cookies() == []


def test_blocked_storage_leaves_a_conversation_for_the_page(context: Any, visit: Any) -> None:
    context.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw Error('blocked'); } })"
    )
    page = visit()
    page.get_by_role("button", name=LAUNCHER).click()
    answer_with(page)
    say(page, "hello")
    page.get_by_text("heard hello").wait_for()


def test_escape_closes_and_the_focus_returns(visit: Callable[..., Page]) -> None:
    page = visit()
    page.get_by_role("button", name=LAUNCHER).wait_for()
    client = WidgetClient(page)
    client.tab_to(LAUNCHER)
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUSED) == "text"
    order = []
    page.keyboard.press("Shift+Tab")
    for _ in range(5):
        order.append(page.evaluate(FOCUSED))
        page.keyboard.press("Shift+Tab")
    assert order == ["Conversation", "Forget me", "Print summary", "Copy", "Close the chat"]
    page.get_by_role("button", name="Copy").focus()
    page.keyboard.press("Escape")
    assert page.get_by_role("dialog").count() == 0
    assert page.evaluate(FOCUSED) == LAUNCHER


def test_what_has_the_focus_is_outlined(page: Page) -> None:
    page.keyboard.press("Shift+Tab")
    width = page.evaluate(
        """() => getComputedStyle(document.querySelector("sojourn-chat").shadowRoot.activeElement)
             .outlineWidth"""
    )
    assert width == "3px"


@pytest.mark.parametrize("size", [(320, 640), (320, 256), (640, 400)], ids=str)
def test_small_windows_and_great_zoom_hide_nothing(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    say(page, "I entered on 3 August 2026. When must I leave?")
    page.locator("figure").wait_for(timeout=SLOWEST_REPLY)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.locator(".panel").evaluate("e => e.scrollWidth - e.clientWidth") <= 0
    for name in ("Close the chat", "Copy", "Send"):
        button = page.get_by_role("button", name=name)
        button.scroll_into_view_if_needed()
        box = button.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= size[0]


def test_names_written_from_the_right_keep_their_direction(page: Page) -> None:
    answer_with(page)
    say(page, "\u0645\u0631\u062d\u0628\u0627 Ottawa")
    page.get_by_text("heard").wait_for()
    direction = "e => getComputedStyle(e).direction"
    assert page.locator(".message.user").evaluate(direction) == "ltr"  # the speaker's name
    assert page.locator(".message.user .said").evaluate(direction) == "rtl"
    assert page.locator(".message.bot .said").last.evaluate(direction) == "ltr"


def test_two_on_one_page_are_two_conversations(visit: Callable[..., Page]) -> None:
    page = visit("<sojourn-chat mode=inline></sojourn-chat><sojourn-chat mode=inline>")
    sent = answer_with(page)
    for place in (0, 1):
        page.get_by_label(BOX).nth(place).fill(f"to {place}")
        page.keyboard.press("Enter")
        page.get_by_text(f"heard to {place}").wait_for()
    assert sent[0]["sender"] != sent[1]["sender"]


def test_attributes_set_words_and_place(visit: Callable[..., Page]) -> None:
    page = visit(
        '<sojourn-chat position="left" greeting="Ask <b>me</b>" heading="Stay desk" '
        'launcher="Open it" language="en-CA">'
    )
    button = page.get_by_role("button", name="Open it")
    box = button.bounding_box()
    assert box and box["x"] < 40
    button.click()
    page.get_by_text("Ask <b>me</b>").wait_for()
    assert page.get_by_role("dialog", name="Stay desk").is_visible()
    sent = answer_with(page)
    say(page, "hello")
    page.get_by_text("heard hello").wait_for()
    assert sent[0]["metadata"] == {"language": "en-CA", "timezone": "America/Toronto"}


def test_a_host_page_with_errors_and_resets_does_not_break_it(
    visit: Callable[..., Page], context: Any
) -> None:
    page = visit()
    page.evaluate(
        """() => { const s = new CSSStyleSheet();
             s.replaceSync("* { font-size: 3px; color: red } button { display: none }");
             document.adoptedStyleSheets = [s];
             setTimeout(() => { throw Error("the host page's own"); }); }"""
    )
    page.get_by_role("button", name=LAUNCHER).click()
    size = page.get_by_label(BOX).evaluate("e => getComputedStyle(e).fontSize")
    assert size == "16px"
    context.problems.clear()


def test_a_website_not_on_the_list_says_so_and_stays_usable(
    url: str, host: str, context: Any
) -> None:
    page = context.new_page()
    page.goto(f"{host.replace('localhost', '127.0.0.1')}/?bot={url}")
    page.get_by_role("alert").get_by_text("could not be loaded").wait_for()
    assert page.get_by_role("link", name="IRCC on extending a stay").is_visible()
    context.problems.clear()


def test_an_assistant_out_of_reach_leaves_the_pages_own_words(host: str, context: Any) -> None:
    page = context.new_page()
    page.goto(f"{host}/?bot=http://127.0.0.1:9")
    page.get_by_role("link", name="IRCC on extending a stay").wait_for()
    context.problems.clear()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["closed", "open", "long"])
def test_axe_finds_nothing(
    visit: Callable[..., Page], axe_core: str, scheme: Any, state: str
) -> None:
    page = visit()
    page.emulate_media(color_scheme=scheme)
    page.get_by_role("button", name=LAUNCHER).wait_for()
    if state != "closed":
        page.get_by_role("button", name=LAUNCHER).click()
    if state == "long":
        say(page, "I entered on 3 August 2026. When must I leave?")
        page.locator("summary").click(timeout=SLOWEST_REPLY)
        for number in range(30):
            say(page, f"What does an extension cost, {number}?")
        page.wait_for_timeout(500)
    page.evaluate(axe_core)
    found = page.evaluate("tags => axe.run(document, { runOnly: tags })", AXE_TAGS)["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []
