"""Whatever the assistant or the person says is text in the widget, and nothing more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api")

from playwright.sync_api import Page

from tests.live.browsing import open_example, somebody
from tests.live.hostile import ADDRESSES, TEXTS
from tests.live.widget import LAUNCHER, TODAY, WEBHOOK, answer_with, hear, say

pytestmark = [pytest.mark.live, pytest.mark.bot, pytest.mark.browser]
ACTIVE = "script, img, iframe, object, embed, style, form, input, base, link, meta, video"


@pytest.fixture(scope="module")
def talk(browser: Any, host: str, bot: Any) -> Iterator[Page]:
    """One conversation for all of them: what one text left behind, the next would show."""
    with somebody(browser) as context:
        page = open_example(context, host, bot(TODAY))
        page.get_by_role("button", name=LAUNCHER).click()
        yield page


def reply_of(text: str) -> dict[str, Any]:
    """An answer that has `text` wherever it can have one."""
    days = [{"kind": text, "date": "2026-11-22", "line": text},
            {"kind": "last_day", "date": "2027-02-03", "line": text}]  # fmt: skip
    return {
        "text": text,
        "language": text,
        "buttons": [{"title": text, "payload": text}],
        "sources": [{"name": text, "kind": text, "url": text, "checked_on": text}],
        "calendar_url": text,
        "calendar_title": text,
        "image": text,
        "timeline": {"title": text, "days": days, "url": text},
    }


def assert_inert(page: Page) -> None:
    assert page.evaluate("window.hit") is None
    log = page.get_by_role("log")
    assert log.locator(ACTIVE).count() == 0
    handlers = "all => all.filter((e) => [...e.attributes].some((a) => a.name.startsWith('on')))"
    assert log.locator("*").evaluate_all(f"all => ({handlers})(all).length") == 0
    addresses = log.locator("a").evaluate_all("all => all.map((a) => a.protocol)")
    assert set(addresses) <= {"http:", "https:"}
    overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert overflow <= 0 and log.evaluate("e => e.scrollWidth - e.clientWidth") <= 0


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_hostile_texts_are_inert(talk: Page, text: str) -> None:
    answer_with(talk, reply_of(text))
    before = talk.locator(".message.bot").count()
    say(talk, text)
    talk.locator(".message.bot").nth(before).wait_for()
    talk.locator(".sources summary").last.click()
    said = talk.locator(".message.user .said").last.text_content() or ""
    assert said.split() == text.split()
    assert_inert(talk)
    talk.unroute(WEBHOOK)


def test_hostile_texts_are_inert_when_they_come_back_and_on_paper(talk: Page) -> None:
    talk.reload()
    talk.locator(".message.user").nth(len(TEXTS) - 1).wait_for()
    assert_inert(talk)
    with talk.expect_popup() as opened:
        talk.get_by_role("button", name="Print summary").click()
    paper = opened.value
    assert TEXTS[-1] in paper.inner_text("main")
    assert paper.locator(ACTIVE).count() == 0 and paper.evaluate("window.hit") is None
    paper.close()


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_file_is_linked_only_where_its_address_is_safe(talk: Page, address: str) -> None:
    answer_with(talk, {"text": "here", "calendar_url": address, "calendar_title": "a file"})
    before = talk.locator(".message.bot").count()
    say(talk, "x")
    answer = talk.locator(".message.bot").nth(before)
    answer.get_by_text("a file").wait_for()
    assert answer.get_by_role("link", name="a file").count() == int(ADDRESSES[address])
    talk.unroute(WEBHOOK)


@pytest.mark.parametrize(
    "replies",
    [[{}], [None], [5], [{"text": 5, "buttons": {}, "sources": [None], "timeline": 3}],
     [{"buttons": [None, {"title": 1, "payload": None}], "custom": [], "language": {}}],
     [{"timeline": {"days": [{"kind": "today"}, None]}}],
     [{"text": "x", "timeline": {"days": [{"kind": "last_day", "date": "2026-99-99",
                                           "line": "a"}] * 2}}]],
)  # fmt: skip
def test_replies_of_another_shape_do_no_harm(page: Page, replies: list[Any]) -> None:
    answer_with(page, *replies)
    say(page, "first")
    page.locator(".typing").wait_for(state="hidden")
    page.unroute(WEBHOOK)
    answer_with(page)
    say(page, "second")
    page.get_by_text("heard second").wait_for()


def test_names_written_from_the_right_keep_their_direction(page: Page) -> None:
    answer_with(page)
    say(page, "\u0645\u0631\u062d\u0628\u0627 Ottawa")
    page.get_by_text("heard").wait_for()
    direction = "e => getComputedStyle(e).direction"
    assert page.locator(".message.user").evaluate(direction) == "ltr"  # the speaker's name
    assert page.locator(".message.user .said").evaluate(direction) == "rtl"
    assert page.locator(".message.bot .said").last.evaluate(direction) == "ltr"


def test_an_answer_speaks_first_and_aloud(page: Page) -> None:
    source = {"name": "A", "kind": "statute", "checked_on": "2026-11-22"}
    answer_with(
        page, {"text": "Yes, until 3 May 2027. See s. 28 of it.\nMore.", "sources": [source]}
    )
    say(page, "x")
    assert page.locator(".message.bot strong").text_content() == "Yes, until 3 May 2027."
    said = page.locator(".message.bot .said").last
    assert said.text_content() == "Yes, until 3 May 2027. See s. 28 of it.\nMore."
    assert said.locator("p").count() == 2


def test_an_answer_of_another_language_is_marked_as_such(visit: Callable[..., Page]) -> None:
    page = visit('<sojourn-chat mode="inline" language="fr-CA">')
    source = {"name": "IRPR s. 183(2)", "kind": "regulation", "checked_on": "2026-11-22"}
    page.route(WEBHOOK, lambda r: hear(r, {"text": "x", "language": "en", "sources": [source]}))
    page.get_by_label("Votre question (en anglais)").fill("x")
    page.keyboard.press("Enter")
    assert page.locator("summary").text_content() == "Sources (1)"
    checked = page.locator(".sources li").text_content()
    assert checked == "IRPR s. 183(2) (regulation), checked 22 November 2026"
    languages = "all => all.map((e) => e.closest('[lang]').lang)"
    assert page.locator(".said, .sources").evaluate_all(languages) == ["fr", "fr", "en", "en"]
