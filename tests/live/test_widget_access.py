"""The widget for people who use a keyboard, a screen reader, great zoom or the dark."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api")

from playwright.sync_api import Page

from tests.live.widget import (
    FOCUSED,
    LAUNCHER,
    QUESTION,
    SLOWEST_REPLY,
    WidgetClient,
    answer_with,
    say,
)

pytestmark = [pytest.mark.live, pytest.mark.bot, pytest.mark.browser]
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
STYLE_OF_FOCUSED = """(name) => getComputedStyle(
  document.querySelector("sojourn-chat").shadowRoot.activeElement)[name]"""
CONTRAST = """(pairs) => {
  const host = document.querySelector("sojourn-chat");
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const light = (name) => {
    canvas.fillStyle = getComputedStyle(host).getPropertyValue(name);
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  return pairs.map(([a, b]) => Math.max(light(a), light(b)) / Math.min(light(a), light(b)));
}"""
TEXT = [("ink", "page"), ("ink", "card"), ("faint", "page"), ("accent", "card"),
        ("accent", "page"), ("on-accent", "accent"), ("on-accent", "after"), ("after", "card"),
        ("problem", "page")]  # fmt: skip
SHAPES = [("line", "card"), ("line", "page"), ("accent", "page"), ("after", "card")]


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


def test_an_answer_is_announced_and_reached_in_reading_order(page: Page) -> None:
    answer_with(page, {"text": "See https://example.org/law now.",
                       "sources": [{"name": "A", "kind": "b", "url": "https://example.org/",
                                    "checked_on": "2026-11-22"}],
                       "buttons": [{"title": "Why?", "payload": "why"}]})  # fmt: skip
    log = page.get_by_role("log", name="Conversation")
    assert log.get_attribute("aria-live") == "polite"
    say(page, "x")
    log.get_by_role("group", name="Suggested replies").get_by_role("button").wait_for()
    spoken = [line.strip() for line in log.inner_text().split("\n") if line.strip()]
    assert spoken[2:] == ["You:", "x", "Sojourn:", "See https://example.org/law now.",
                          "Sources (1)", "Why?"]  # fmt: skip
    assert page.evaluate(FOCUSED) == "text"  # who writes is not torn away from the box
    order = []
    for _ in range(3):
        page.keyboard.press("Shift+Tab")
        order.append(page.evaluate(FOCUSED))
    assert order == ["Why?", "Sources (1)", "https://example.org/law"]


def test_a_pressed_suggestion_leaves_the_focus_in_the_chat(page: Page) -> None:
    answer_with(page, {"text": "x", "buttons": [{"title": "Why?", "payload": "why"}]})
    say(page, "x")
    page.get_by_role("button", name="Why?").press("Enter")
    page.locator(".message.user").nth(1).wait_for()
    assert page.evaluate(FOCUSED) in ("text", "Conversation")


def test_what_has_the_focus_is_outlined(page: Page) -> None:
    names = page.get_by_role("button").all_text_contents()
    for _ in range(len(names) + 2):
        page.keyboard.press("Shift+Tab")
        if not page.evaluate("document.activeElement.shadowRoot"):
            break
        assert page.evaluate(STYLE_OF_FOCUSED, "outlineWidth") == "3px"
        assert page.evaluate(STYLE_OF_FOCUSED, "outlineStyle") == "solid"
    assert page.evaluate(FOCUSED) == "Immigration and citizenship"


# A phone; a desktop's window at 400 %; one at 200 %.
@pytest.mark.parametrize("size", [(320, 640), (320, 256), (640, 400)], ids=str)
def test_small_windows_and_great_zoom_hide_nothing(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    say(page, QUESTION)
    page.locator("figure").wait_for(timeout=SLOWEST_REPLY)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.locator(".panel").evaluate("e => e.scrollWidth - e.clientWidth") <= 0
    for name in ("Close the chat", "Copy", "Print summary", "Forget me", "Send", "Remind me"):
        button = page.get_by_role("button", name=name)
        button.scroll_into_view_if_needed()
        box = button.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= size[0]
        assert box["y"] >= 0 and box["y"] + box["height"] <= size[1]
        assert box["width"] >= 24 and box["height"] >= 24  # WCAG 2.2, 2.5.8


def test_letters_twice_as_large_fit(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Page.enable")
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    say(page, QUESTION)
    page.locator("figure").wait_for(timeout=SLOWEST_REPLY)
    assert page.locator(".message.bot").last.evaluate("e => getComputedStyle(e).fontSize") == "32px"
    assert page.locator(".panel").evaluate("e => e.scrollWidth - e.clientWidth") <= 0
    for name in ("Close the chat", "Send"):
        page.get_by_role("button", name=name).click(trial=True)


def test_nothing_moves_for_people_who_asked_for_that(page: Page) -> None:
    animation = "e => getComputedStyle(e).animationName"
    assert page.locator(".typing i").first.evaluate(animation) == "wait"
    page.emulate_media(reduced_motion="reduce")
    assert page.locator(".typing i").first.evaluate(animation) == "none"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_told_apart(page: Page, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    for pairs, least in ((TEXT, 4.5), (SHAPES, 3.0)):
        named = [(f"--{a}", f"--{b}") for a, b in pairs]
        found = dict(zip(pairs, page.evaluate(CONTRAST, named), strict=True))
        assert {pair: ratio for pair, ratio in found.items() if ratio < least} == {}


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
        say(page, QUESTION)
        page.locator("summary").click(timeout=SLOWEST_REPLY)
        answer_with(page)
        for number in range(30):
            say(page, f"What does an extension cost, {number}?")
        page.get_by_text("heard What does an extension cost, 29?").wait_for()
    page.evaluate(axe_core)
    found = page.evaluate("tags => axe.run(document, { runOnly: tags })", AXE_TAGS)
    assert [(rule["id"], [node["html"] for node in rule["nodes"]])
            for rule in found["violations"]] == []  # fmt: skip
    assert len(found["passes"]) > 15  # it did look
