"""How big the widget is, how soon it can be used, and what a long conversation costs.

.venv/bin/python -m benchmarks.widget

It starts an assistant of its own; the example page is of another origin.
"""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from addons.channels.files import widget_files
from tests.live.browsing import chromium, open_example
from tests.live.hosts import website
from tests.live.servers import Bots, processes
from tests.live.widget import LAUNCHER, TODAY, answer_with, say

LOADS, MESSAGES = 11, 300
OWN_PAGE = {"chat.html", "page.css"}
READY = """() => customElements.whenDefined("sojourn-chat").then(() => performance.now())"""
ANSWER: dict[str, Any] = {
    "text": "Your last day in Canada is 3 February 2027, in 73 days. " * 6,
    "buttons": [{"title": "Why this date?", "payload": "Why this date?"}] * 3,
    "sources": [
        {"name": "IRPR s. 183(2)", "kind": "regulation", "url": "https://laws-lois.justice.gc.ca/",
         "checked_on": "2026-11-22"}
    ] * 4,
}  # fmt: skip


def heap(page: Page) -> float:
    """Megabytes of JavaScript objects in use."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    session.send("Performance.enable")
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(m["value"] for m in metrics if m["name"] == "JSHeapUsedSize")) / 1e6


def ready(page: Page, host: str, url: str) -> float:
    """Milliseconds from asking for the example page until its chat can be used."""
    page.goto(f"{host}/?bot={url}")
    return float(page.evaluate(READY))


def loads(browser: Any, host: str, url: str) -> tuple[float, float]:
    """The median of `ready` on a first and on a second visit."""
    first, again = [], []
    for _ in range(LOADS):
        context = browser.new_context()
        page = context.new_page()
        first.append(ready(page, host, url))
        again.append(ready(page, host, url))
        context.close()
    return statistics.median(first), statistics.median(again)


def main() -> None:
    """Print the figures."""
    sizes = {name: file for name, file in widget_files().items() if name not in OWN_PAGE}
    packed = sum(len(file.packed) for file in sizes.values())
    print(f"size: {packed / 1000:.1f} kB gzipped in {len(sizes)} files (limit 15)")
    with (
        tempfile.TemporaryDirectory() as logs,
        website() as host,
        processes() as start,
        chromium() as browser,
    ):
        url = Bots(start, host, Path(logs))(TODAY)
        first, again = loads(browser, host, url)
        print(f"usable after: {first:.0f} ms, {again:.0f} ms on a second visit ({LOADS} loads)")
        page = open_example(browser.new_context(), host, url)
        page.get_by_role("button", name=LAUNCHER).click()
        answer_with(page, ANSWER)
        before = heap(page)
        for number in range(MESSAGES):
            say(page, f"message {number}")
            page.locator(".message.bot").nth(number + 1).wait_for()
        kept = len(page.evaluate("JSON.stringify(sessionStorage)")) / 1e6
        print(f"memory: {before:.1f} MB, {heap(page):.1f} MB after {MESSAGES} messages "
              f"({kept:.2f} MB of them in the session's storage)")  # fmt: skip


if __name__ == "__main__":
    main()
