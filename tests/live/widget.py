"""One person at a browser, with nothing but a keyboard, talking through the widget."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the tests without a browser run where this is not installed
    from playwright.sync_api import Page, Request, Route

TODAY = dt.date(2026, 11, 22)
LAUNCHER = "How long may I stay?"
BOX = "Your question"
LOST = "No connection to the assistant."
QUESTION = "I entered on 3 August 2026. When must I leave?"
WEBHOOK = "**/webhooks/web/webhook"

SLOWEST_REPLY = 15_000
MOST_TABS = 60
SHOWN = """(log) => {
  const all = [...log.children];
  const last = all.filter((node) => node.matches(".message.user")).pop();
  const bot = all.slice(all.indexOf(last) + 1).filter((node) => node.matches(".message.bot"));
  return bot.map((node) => node.querySelector(".said").textContent);
}"""
FOCUSED = """() => {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  return node?.getAttribute("aria-label") ?? (node?.id || node?.textContent || node?.tagName);
}"""


class WidgetClient:
    """Speaks as ``tests.transcript`` wants: words and buttons as shown, data as received."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._payloads: dict[str, str] = {}

    def say(self, text: str) -> list[dict[str, Any]]:
        """Type `text`, or press the button that says it, and read what is shown then."""
        title = next((t for t, payload in self._payloads.items() if payload == text), None)
        with self.page.expect_response(is_answer, timeout=SLOWEST_REPLY) as answered:
            if title:
                self.tab_to(title, "Shift+Tab")
            else:
                self.tab_to("text")
                self.write(text)
            self.page.keyboard.press("Enter")
        received = answered.value.json()
        self.page.locator(".typing").wait_for(state="hidden")
        buttons = [b for reply in received for b in reply.get("buttons") or ()]
        self._payloads = {button["title"]: button["payload"] for button in buttons}
        titles = self.page.locator(".choices button").all_text_contents()
        shown = [{"title": title, "payload": self._payloads[title]} for title in titles]
        texts = self.page.get_by_role("log").evaluate(SHOWN)
        return [
            {"text": "\n".join(texts), "buttons": shown},
            *({"custom": reply["custom"]} for reply in received if "custom" in reply),
        ]

    def write(self, text: str) -> None:
        """Into the box, a new line as a person writes one."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.page.keyboard.press("Shift+Enter")
            self.page.keyboard.insert_text(line)

    def tab_to(self, name: str, key: str = "Tab") -> None:
        """Press Tab until what is called `name` has the focus."""
        seen = []
        for _ in range(MOST_TABS):
            seen.append(self.page.evaluate(FOCUSED))
            if seen[-1] == name:
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"{name!r} cannot be reached by {key}; reached: {seen}")


def is_answer(response: Any) -> bool:
    """Whether this is what the assistant answered to a message."""
    request: Request = response.request
    return request.method == "POST" and request.url.endswith("/webhooks/web/webhook")


def say(page: Page, text: str) -> None:
    """Write `text` and send it."""
    page.get_by_label(BOX).fill(text)
    page.keyboard.press("Enter")


def hear(route: Route, *replies: Any) -> None:
    """Answer one message in the assistant's place, by default that it was heard."""
    message = json.loads(route.request.post_data or "")["message"]
    said = list(replies) or [{"text": f"heard {message}"}]
    route.fulfill(status=200, json=said, headers={"Access-Control-Allow-Origin": "*"})


def answer_with(page: Page, *replies: Any) -> list[dict[str, Any]]:
    """Answer in the assistant's place from now on; returns the list of what is sent."""
    sent: list[dict[str, Any]] = []

    def fulfil(route: Route) -> None:
        sent.append(json.loads(route.request.post_data or ""))
        hear(route, *replies)

    page.route(WEBHOOK, fulfil)
    return sent
