"""The chat page in a real browser, talking to the real assistant."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator

import pytest

sync_api = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
TODAY = dt.date(2026, 11, 22)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
SLOWEST_REPLY = 15_000


@pytest.fixture
def page(bot: Callable[[dt.date], str]) -> Iterator[sync_api.Page]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        opened = browser.new_page(viewport={"width": 360, "height": 740})
        problems: list[str] = []
        opened.on("pageerror", lambda error: problems.append(str(error)))
        opened.on("console", lambda m: problems.append(m.text) if m.type == "error" else None)
        opened.goto(f"{bot(TODAY)}/webhooks/web/chat")
        yield opened
        browser.close()
        assert problems == []


def say(page: sync_api.Page, text: str) -> None:
    page.get_by_label("Your question").fill(text)
    page.keyboard.press("Enter")


def test_a_visitor_writes_and_reads_the_date_with_its_law(page: sync_api.Page) -> None:
    say(page, "I entered on 15 January 2026 and got no stamp. When does my stay end?")
    answer = page.get_by_role("log").get_by_text("15 July 2026").first
    answer.wait_for(timeout=SLOWEST_REPLY)
    assert "183(2)" in (answer.text_content() or "")


def test_a_button_says_its_sentence_and_links_are_links(page: sync_api.Page) -> None:
    say(page, "I entered on 31 August 2026 and the officer wrote nothing, when must I leave?")
    page.get_by_role("button", name="Why this date?").click(timeout=SLOWEST_REPLY)
    page.get_by_role("button", name="Sources").click(timeout=SLOWEST_REPLY)
    link = page.get_by_role("link").first
    link.wait_for(timeout=SLOWEST_REPLY)
    assert (link.get_attribute("href") or "").startswith("https://laws-lois.justice.gc.ca/")
    assert "noopener" in (link.get_attribute("rel") or "")


def test_markup_stays_text(page: sync_api.Page) -> None:
    say(page, "<img src=x onerror=alert(1)> hello")
    page.get_by_role("log").get_by_text("<img src=x onerror=alert(1)> hello").wait_for()
    assert page.locator("#log img").count() == 0


def test_reminders_come_as_a_calendar_file(page: sync_api.Page) -> None:
    say(page, "I entered on 3 August 2026. When must I leave?")
    page.get_by_role("button", name="Remind me").click(timeout=SLOWEST_REPLY)
    link = page.get_by_role("link", name="Download a calendar file with alarms")
    link.wait_for(timeout=SLOWEST_REPLY)
    with page.expect_download() as started, page.expect_popup():
        link.click()
    assert started.value.suggested_filename == "stay-in-canada.ics"
    assert "DTSTART;VALUE=DATE:20270203" in started.value.path().read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("calendar/x.ics", True),
        ("/webhooks/web/calendar/x.ics", True),
        ("https://example.org/x.ics", True),
        ("http://example.org/x.ics", True),
        ("//example.org/x.ics", False),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("\tjavascript:alert(1)", False),
        ("data:text/html,<script>alert(1)</script>", False),
        ("file:///etc/passwd", False),
        ("\\\\example.org\\x", False),
        ("http://", False),
    ],
)
def test_a_file_is_linked_only_where_its_address_is_safe(
    page: sync_api.Page, address: str, safe: bool
) -> None:
    page.evaluate(
        "url => showReply({ text: 'file', calendar_url: url, calendar_title: 'a file' })", address
    )
    assert page.get_by_text("file", exact=False).last.is_visible()
    assert page.get_by_role("link", name="a file").count() == int(safe)
