"""The widget on websites of many kinds: what they set, what they break, what they may see."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api")

from playwright.sync_api import Page

from language.catalogue import languages
from tests.live.browsing import open_example
from tests.live.widget import (
    BOX,
    LAUNCHER,
    LOST,
    QUESTION,
    SLOWEST_REPLY,
    WEBHOOK,
    answer_with,
    say,
)

pytestmark = [pytest.mark.live, pytest.mark.bot, pytest.mark.browser]
RESETS = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { all: unset !important; font-size: 3px; color: red; float: left }
    html { font-size: 62.5% } button, textarea, [role] { display: none !important }
    sojourn-chat { position: static; z-index: 0; opacity: .99 }`);
  document.adoptedStyleSheets = [sheet];
}"""
ERRORS = """
throw_it = () => { throw Error("the host page's own") };
addEventListener("load", throw_it);
setInterval(throw_it, 50);
Promise.reject(Error("the host page's own"));
Array.prototype.last = Object.prototype.own = function () { return this[this.length - 1]; };
throw_it();
"""


def test_no_request_is_made_but_to_the_assistant_in_any_state(
    visit: Callable[..., Page], url: str, host: str, context: Any
) -> None:
    page = visit()
    page.get_by_role("button", name=LAUNCHER).click()
    say(page, QUESTION)
    page.locator("figure").wait_for(timeout=SLOWEST_REPLY)
    page.locator("summary").click()
    page.get_by_role("button", name="Remind me").click()
    page.get_by_role("link", name="Download a calendar").wait_for(timeout=SLOWEST_REPLY)
    page.get_by_role("button", name="Copy").click()
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Print summary").click()
    opened.value.close()
    context.set_offline(True)
    say(page, "What does an extension cost?")
    page.get_by_text(LOST).wait_for()
    context.set_offline(False)
    page.get_by_text("CAD 100").first.wait_for(timeout=SLOWEST_REPLY)
    page.keyboard.press("Escape")
    page.reload()
    page.get_by_role("button", name=LAUNCHER).click()
    page.get_by_text("CAD 100").first.wait_for()
    page.get_by_role("button", name="Forget me").click()
    page.get_by_text("I have forgotten everything").wait_for(timeout=SLOWEST_REPLY)
    page.emulate_media(color_scheme="dark")
    of_page = [address for address in context.asked if address.startswith(host)]
    ours = (host, f"{url}/webhooks/web/", "data:", "about:")
    assert len(of_page) == 2  # the example page, and its reload
    assert [address for address in context.asked if not address.startswith(ours)] == []
    context.problems.clear()


def test_blocked_storage_leaves_a_conversation_for_the_page_and_says_so(
    context: Any, visit: Callable[..., Page]
) -> None:
    context.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw Error('blocked'); } })"
    )
    page = visit()
    page.get_by_role("button", name=LAUNCHER).click()
    page.get_by_role("status").get_by_text("Your browser keeps nothing").wait_for()
    answer_with(page)
    say(page, "hello")
    page.get_by_text("heard hello").wait_for()


def test_a_full_storage_is_as_good_as_none(page: Page) -> None:
    page.evaluate("sessionStorage.setItem('theirs', 'x'.repeat(5_000_000))")
    answer_with(page)
    for text in ("one", "two"):
        say(page, text)
        page.get_by_text(f"heard {text}").wait_for()


def test_two_on_one_page_are_two_conversations(visit: Callable[..., Page]) -> None:
    page = visit("<sojourn-chat mode=inline></sojourn-chat><sojourn-chat mode=inline>")
    sent = answer_with(page)
    for place in (0, 1):
        page.get_by_label(BOX).nth(place).fill(f"to {place}")
        page.keyboard.press("Enter")
        page.get_by_text(f"heard to {place}").wait_for()
    assert sent[0]["sender"] != sent[1]["sender"]
    page.reload()
    for place in (0, 1):
        shown = page.get_by_role("log").nth(place)
        shown.get_by_text(f"heard to {place}").wait_for()
        assert shown.get_by_text(f"to {1 - place}").count() == 0


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


@pytest.mark.parametrize(
    ("language", "launcher"),
    [("fr", "Combien de temps puis-je rester?"), ("fr-CA", "Combien de temps puis-je rester?"),
     ("de", LAUNCHER), ("", LAUNCHER), ("__proto__", LAUNCHER), ("constructor", LAUNCHER)],
)  # fmt: skip
def test_the_frame_speaks_the_language_of_the_page_or_english(
    visit: Callable[..., Page], language: str, launcher: str
) -> None:
    page = visit(f'<sojourn-chat language="{language}">')
    page.get_by_role("button", name=launcher).click()
    panel = page.get_by_role("dialog")
    assert panel.get_attribute("lang") == ("fr" if language.startswith("fr") else "en")
    in_english = panel.get_by_text("en anglais").count() > 0
    assert in_english == (language.startswith("fr") and "fr" not in languages())


def test_a_host_page_with_errors_does_not_break_it(
    visit: Callable[..., Page], context: Any
) -> None:
    context.add_init_script(ERRORS)
    page = visit()
    page.get_by_role("button", name=LAUNCHER).click()
    answer_with(page)
    say(page, "hello")
    page.get_by_text("heard hello").wait_for()
    page.close()
    assert {problem.split("Error: ")[-1].split("\n")[0] for problem in context.problems} == {
        "the host page's own"
    }
    context.problems.clear()


def test_a_host_page_with_resets_does_not_break_it(visit: Callable[..., Page]) -> None:
    page = visit()
    page.evaluate(RESETS)
    launcher = page.get_by_role("button", name=LAUNCHER)
    assert launcher.evaluate("e => getComputedStyle(e).position") == "fixed"
    launcher.click()
    style = "e => { const s = getComputedStyle(e); return [s.fontSize, s.float, s.display]; }"
    assert page.get_by_label(BOX).evaluate(style) == ["16px", "none", "block"]
    answer_with(page)
    say(page, "hello")
    page.get_by_text("heard hello").wait_for()
    assert page.locator(".message").last.evaluate(style)[:2] == ["16px", "none"]


def test_a_website_not_on_the_list_says_so_and_stays_usable(
    url: str, host: str, context: Any
) -> None:
    page = open_example(context, host.replace("localhost", "127.0.0.1"), url)
    page.get_by_role("alert").get_by_text("could not be loaded").wait_for()
    assert page.get_by_role("link", name="IRCC on extending a stay").is_visible()
    context.problems.clear()


def test_an_assistant_out_of_reach_leaves_the_pages_own_words(host: str, context: Any) -> None:
    page = open_example(context, host, "http://127.0.0.1:9")
    page.get_by_text("The chat cannot be reached now.").wait_for()
    assert page.get_by_role("link", name="IRCC on extending a stay").is_visible()
    context.problems.clear()


@pytest.mark.parametrize("lost", ["frame.js", "sojourn.css"])
def test_a_part_that_does_not_arrive_is_said(
    visit: Callable[..., Page], context: Any, lost: str
) -> None:
    context.route(f"**/ui/{lost}", lambda route: route.abort())
    page = visit()
    page.get_by_role("alert").get_by_text("could not be loaded").wait_for()
    assert page.get_by_text("The chat cannot be reached now.").is_visible()
    context.problems.clear()


def test_an_assistant_gone_after_loading_is_said_at_the_first_message(
    page: Page, context: Any
) -> None:
    page.route(WEBHOOK, lambda route: route.abort())
    say(page, "hello")
    page.get_by_role("status").get_by_text(LOST).wait_for()
    context.problems.clear()
