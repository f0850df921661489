"""How big the widget is, how soon it can be used, and what a long conversation costs.

.venv/bin/python -m benchmarks.widget [http://127.0.0.1:5005]

The bot must be running with SOJOURN_ORIGINS set to the example website's origin, which is
http://localhost:5994 here.
"""

from __future__ import annotations

import json
import shutil
import statistics
import sys
from typing import Any

from playwright.sync_api import Page, Route, sync_playwright

from addons.channels.files import widget_files
from tests.live.hosts import website

PORT, LOADS, MESSAGES = 5994, 11, 300
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


def hear(route: Route) -> None:
    """Answer at once in the assistant's place."""
    route.fulfill(
        status=200, body=json.dumps([ANSWER]), headers={"Access-Control-Allow-Origin": "*"}
    )


def main() -> None:
    """Print the figures."""
    bot = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:5005"
    sizes = {name: file for name, file in widget_files().items() if name not in OWN_PAGE}
    packed = sum(len(file.packed) for file in sizes.values())
    print(f"size: {packed / 1000:.1f} kB gzipped in {len(sizes)} files (limit 15)")
    with website(PORT) as host, sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        first, again = [], []
        for _ in range(LOADS):
            context = browser.new_context()
            page = context.new_page()
            for times in (first, again):
                page.goto(f"{host}/?bot={bot}")
                times.append(page.evaluate(READY))
            context.close()
        soon, sooner = statistics.median(first), statistics.median(again)
        print(f"usable after: {soon:.0f} ms, {sooner:.0f} ms on a second visit ({LOADS} loads)")
        page = browser.new_page()
        page.route("**/webhooks/web/webhook", hear)
        page.goto(f"{host}/?bot={bot}")
        page.get_by_role("button").click()
        before = heap(page)
        for number in range(MESSAGES):
            page.get_by_label("Your question").fill(f"message {number}")
            page.keyboard.press("Enter")
            page.locator(".message.bot").nth(number + 1).wait_for()
        kept = len(page.evaluate("JSON.stringify(sessionStorage)")) / 1e6
        print(f"memory: {before:.1f} MB, {heap(page):.1f} MB after {MESSAGES} messages "
              f"({kept:.2f} MB of them in the session's storage)")  # fmt: skip
        browser.close()


if __name__ == "__main__":
    main()
