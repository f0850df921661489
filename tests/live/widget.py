"""One person at a browser, with nothing but a keyboard, talking through the widget."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, Request

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
