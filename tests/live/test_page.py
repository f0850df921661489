"""The assistant's own chat page in a real browser, talking to the real assistant."""

from __future__ import annotations

import re
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api")

from playwright.sync_api import Page

from tests.live.widget import QUESTION, SLOWEST_REPLY, answer_with, say

pytestmark = [pytest.mark.live, pytest.mark.bot, pytest.mark.browser]

ONLY_COUNT_PRINTS = """() => {
  const open = window.open;
  window.prints = 0;
  window.open = (...given) => {
    const paper = open.apply(window, given);
    paper.print = () => { window.prints += 1; };
    return paper;
  };
}"""
"""A page under way to a printer cannot be made a file of as well."""


@pytest.fixture
def page(url: str, context: Any) -> Page:
    opened: Page = context.new_page()
    opened.goto(f"{url}/webhooks/web/chat")
    return opened


def test_a_visitor_writes_and_reads_the_date_with_its_law(page: Page) -> None:
    say(page, "I entered on 15 January 2026 and got no stamp. When does my stay end?")
    answer = page.locator(".message.bot", has_text="15 July 2026")
    answer.wait_for(timeout=SLOWEST_REPLY)
    assert "183(2)" in (answer.text_content() or "")


def test_a_button_says_its_sentence_and_links_are_links(page: Page) -> None:
    say(page, "I entered on 31 August 2026 and the officer wrote nothing, when must I leave?")
    page.get_by_role("button", name="Why this date?").click(timeout=SLOWEST_REPLY)
    page.get_by_role("button", name="Sources", exact=True).click(timeout=SLOWEST_REPLY)
    link = page.locator(".message.bot a").first
    link.wait_for(timeout=SLOWEST_REPLY)
    assert (link.get_attribute("href") or "").startswith("https://laws-lois.justice.gc.ca/")
    assert "noopener" in (link.get_attribute("rel") or "")


def test_sources_fold_out_with_links_and_the_day_they_were_checked(page: Page) -> None:
    say(page, QUESTION)
    page.locator("summary").click(timeout=SLOWEST_REPLY)
    first = page.locator(".sources li").first
    assert first.text_content() == "IRPR s. 183(2) (regulation), checked 22 November 2026"
    address = first.get_by_role("link").get_attribute("href") or ""
    assert address.startswith("https://laws-lois.justice.gc.ca/")


def test_reminders_come_as_a_calendar_file(page: Page) -> None:
    say(page, QUESTION)
    page.get_by_role("button", name="Remind me").click(timeout=SLOWEST_REPLY)
    link = page.get_by_role("link", name="Download a calendar file with alarms")
    link.wait_for(timeout=SLOWEST_REPLY)
    with page.expect_download() as started, page.expect_popup():
        link.click()
    assert started.value.suggested_filename == "stay-in-canada.ics"
    assert "DTSTART;VALUE=DATE:20270203" in started.value.path().read_text(encoding="utf-8")


def test_the_time_is_drawn_once_and_said_in_words(page: Page) -> None:
    say(page, QUESTION)
    figure = page.get_by_role("figure", name="Your time in Canada")
    figure.wait_for(timeout=SLOWEST_REPLY)
    page.get_by_role("button", name="Remind me").click()
    page.get_by_role("link", name="Download a calendar").wait_for(timeout=SLOWEST_REPLY)
    assert figure.count() == 1 and figure.get_by_role("img").count() == 1
    assert figure.locator("circle").count() == 4
    lines = [line.split(":")[0] for line in figure.locator("li").all_text_contents()]
    assert lines == ["22 November 2026", "4 January 2027", "3 February 2027", "4 May 2027"]
    with page.expect_popup() as opened:
        figure.get_by_role("link", name="Save this picture").click()
    opened.value.wait_for_load_state()
    assert "3 February 2027" in (opened.value.locator("svg desc").text_content() or "")


def test_the_summary_says_what_was_told_on_what_law_and_when(page: Page) -> None:
    say(page, QUESTION)
    page.locator("summary").wait_for(timeout=SLOWEST_REPLY)
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Print summary").click()
    paper = opened.value.inner_text("body")
    for part in ("Told on", QUESTION, "3 February 2027: your last day", "IRPR s. 183(2)"):
        assert part in paper


def test_the_summary_of_a_long_talk_is_one_page(page: Page) -> None:
    sources = [{"name": f"IRPR s. {n}", "kind": "regulation", "checked_on": "2026-11-22",
                "url": f"https://laws-lois.justice.gc.ca/{n}"} for n in range(4)]  # fmt: skip
    for number in range(12):
        page.unroute_all()
        text = f"Answer {number}. {'So says the law as it stands. ' * 16}\nMore of it."
        answer_with(page, {"text": text, "language": "en", "sources": sources})
        say(page, f"question {number}")
        page.get_by_text(f"Answer {number}.").wait_for()
    page.evaluate(ONLY_COUNT_PRINTS)
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Print summary").click()
    paper = opened.value
    assert page.evaluate("window.prints") == 1
    text = paper.inner_text("main")
    assert "Answer 11." in text and "question 11" in text and "IRPR s. 3 " in text
    assert "Answer 0." not in text and "Earlier answers are left out" in text
    for size in ("Letter", "A4"):
        assert len(re.findall(rb"/Type\s*/Page\b(?!s)", paper.pdf(format=size))) == 1


def test_forget_me_leaves_nothing(page: Page) -> None:
    say(page, QUESTION)
    page.locator("summary").wait_for(timeout=SLOWEST_REPLY)
    before = page.evaluate("JSON.stringify(sessionStorage)")
    page.get_by_role("button", name="Forget me").click()
    page.get_by_text("I have forgotten everything you told me").wait_for(timeout=SLOWEST_REPLY)
    after = page.evaluate("JSON.stringify(sessionStorage)")
    assert "3 August" in before and "3 August" not in after
    assert page.get_by_text("3 August").count() == 0
    say(page, "When must I leave?")
    page.get_by_text("What day did you").wait_for(timeout=SLOWEST_REPLY)
    assert page.context.cookies() == []
