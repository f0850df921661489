"""The page: well-formed, self-contained, harmless, and honest about having nothing."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from scripts.evaluation.conversations import Held, judge
from scripts.evaluation.markup import VOID, Markup, joined, tag
from scripts.evaluation.page import page
from scripts.evaluation.report import Report, line
from tests.evaluation.samples import AMBIGUOUS, ENTRY, TODAY, message, reading, talk, turn
from tests.transcript import Reply

HOSTILE = "<script>alert('x')</script> \"&amp; <img src=x onerror=y>"


class Reader(HTMLParser):
    """Keeps what is open; fails at a tag closed out of turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        self.seen.append(name)
        self.attributes += attributes
        if name not in VOID:
            self.open.append(name)

    def handle_endtag(self, name: str) -> None:
        assert self.open.pop() == name

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def everything() -> Report:
    """A report with something in every part of the page, all of it hostile."""
    pairs = [
        (message(HOSTILE, text=HOSTILE, kind=HOSTILE), reading("answer", HOSTILE + "2", "b")),
        (message("a", HOSTILE, text="two\nlines", entities=(ENTRY,)), reading("clarify", "b", "a")),
        (message("a", entities=(AMBIGUOUS,)), reading("fallback")),
        (message("a"), reading("answer", "a", entities=(AMBIGUOUS,))),
    ]
    hard = turn(HOSTILE, label=HOSTILE, dates=(TODAY,), numbers=(HOSTILE,), points=(HOSTILE,))
    hard_reply = Reply(HOSTILE, {HOSTILE: HOSTILE}, ())
    judged = (judge(hard, hard_reply), judge(turn(), Reply("", {}, ()), trouble=HOSTILE))
    return Report.of(pairs, [Held(talk(hard, title=HOSTILE), judged)], TODAY)


NOTHING = Report.of([], [], TODAY)


@pytest.mark.parametrize("report", [everything(), NOTHING], ids=["everything", "nothing"])
def test_every_tag_is_closed_and_nothing_is_fetched_or_run(report: Report) -> None:
    text = page(report)
    read = Reader(text)
    assert read.open == []
    assert text.startswith("<!DOCTYPE html>")
    assert not {"script", "link", "img", "iframe", "object", "base"} & set(read.seen)
    names = {name for name, _ in read.attributes}
    assert not {name for name in names if name.startswith("on") or name == "src"}
    assert all((v or "").startswith("#") for name, v in read.attributes if name == "href")
    assert not re.search(r"https?:|url\(|@import", text)


def test_hostile_text_is_shown_as_it_was_said() -> None:
    texts = Reader(page(everything())).texts
    assert texts.count(HOSTILE) >= 8


def test_the_links_lead_to_the_parts() -> None:
    attributes = Reader(page(everything())).attributes
    ids = [value for name, value in attributes if name == "id"]
    assert len(ids) == 8 == len(set(ids))
    assert [v for name, v in attributes if name == "href"] == [f"#{anchor}" for anchor in ids]


def test_a_report_of_nothing_says_so() -> None:
    assert "There is nothing to show" in page(NOTHING)
    assert "There is nothing to show" not in page(everything())


def test_parts_without_content_are_left_out() -> None:
    only_messages = Report.of([(message("a"), reading("answer", "a"))], [], TODAY)
    text = page(only_messages)
    assert 'id="worst"' in text and 'id="conversations"' not in text
    assert "Every message was answered rightly." in text
    assert "Nothing is taken for anything else." in text
    held = Held(talk(turn()), (judge(turn(), Reply("Hello.", {}, ())),))
    text = page(Report.of([], [held], TODAY))
    assert 'id="worst"' not in text and 'id="conversations"' in text


def test_the_line_has_the_same_keys_whatever_was_measured() -> None:
    full, none = line(everything()), line(NOTHING)
    assert "\n" not in full
    pairs = [part.split("=") for part in none.split(" ")]
    assert [key for key, _ in pairs] == [part.split("=")[0] for part in full.split(" ")]
    assert {value for key, value in pairs if key != "messages"} == {"none"}
    assert full.startswith("messages=4 first=0.250 top3=0.500 said_or_offered=0.500 wrong=0.250 ")
    assert " conversations=1 " in full and full.endswith(" empty_replies=1 long_replies=0")


def test_markup_escapes_all_but_markup() -> None:
    assert tag("b", "<", Markup("<br>"), class_='"') == '<b class="&quot;">&lt;<br></b>'
    assert tag("a", ["x", tag("i")], open=True, hidden=False, name="n", stroke_width=1.50) == (
        '<a open name="n" stroke-width="1.5">x<i></i></a>'
    )
    assert tag("meta", charset="utf-8") == '<meta charset="utf-8">'
    assert joined([]) == ""
