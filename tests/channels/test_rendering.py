"""The neutral answer in the markup and within the limits of the messengers."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addons.channels.rendering import (
    Spoken,
    slack_mrkdwn,
    split,
    spoken,
    telegram_html,
    utf16_length,
)

pytestmark = pytest.mark.bot


@pytest.mark.parametrize(
    ("text", "in_html", "in_mrkdwn"),
    [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d", "a &lt; b &amp; c &gt; d"),
        ('"quoted" <b>', '"quoted" &lt;b&gt;', '"quoted" &lt;b&gt;'),
        ("See https://a.example/x?y=1&z=2.",
         'See <a href="https://a.example/x?y=1&amp;z=2">https://a.example/x?y=1&amp;z=2</a>.',
         "See <https://a.example/x?y=1&amp;z=2>."),
        ("(https://a.example), http://b.example!",
         '(<a href="https://a.example">https://a.example</a>), '
         '<a href="http://b.example">http://b.example</a>!',
         "(<https://a.example>), <http://b.example>!"),
        ("javascript:x ftp://a.example https://", "javascript:x ftp://a.example https://",
         "javascript:x ftp://a.example https://"),
        ("https://a.example/a|b", '<a href="https://a.example/a|b">https://a.example/a|b</a>',
         "<https://a.example/a%7Cb>"),
    ],
)  # fmt: skip
def test_markup(text: str, in_html: str, in_mrkdwn: str) -> None:
    assert (telegram_html(text), slack_mrkdwn(text)) == (in_html, in_mrkdwn)


@given(st.text(alphabet="ab <>&\"'|*_.:/https\n", max_size=200))
def test_whatever_is_said_is_read_as_it_was_said(text: str) -> None:
    assert html.unescape(re.sub(r'<a href="[^"<>]*">|</a>', "", telegram_html(text))) == text
    bare = re.sub(r"<(https?://[^<>]*)>", r"\1", slack_mrkdwn(text)).replace("%7C", "|")
    assert "<" not in bare and html.unescape(bare) == text


@given(
    st.text(alphabet="abcde .!?\n\U0001f600&", min_size=1, max_size=400),
    st.integers(min_value=6, max_value=60),
)
def test_pieces_fit_and_lose_nothing_but_white_space(text: str, limit: int) -> None:
    for length in (len, utf16_length, lambda piece: len(slack_mrkdwn(piece))):
        pieces = list(split(text, limit, length))
        assert all(0 < length(piece) <= limit for piece in pieces)
        assert "".join("".join(pieces).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "limit", "pieces"),
    [
        ("One two. Three four.", 12, ["One two.", "Three four."]),
        ("One two.\nThree. Four.", 16, ["One two.\nThree.", "Four."]),
        ("It is so. See s. 183(2) of it.", 18, ["It is so.", "See s. 183(2) of", "it."]),
        ("one two three four", 9, ["one two", "three", "four"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("See s. 183(2). Yes.", 14, ["See s. 183(2).", "Yes."]),
        ("short", 10, ["short"]),
        ("", 10, []),
    ],
)
def test_texts_are_cut_at_sentence_ends_if_there_are_any(
    text: str, limit: int, pieces: list[str]
) -> None:
    assert list(split(text, limit)) == pieces


def test_telegrams_limit_counts_an_emoji_twice() -> None:
    text = "\U0001f600" * 4096
    assert [utf16_length(piece) for piece in split(text, 4096, utf16_length)] == [4096, 4096]


def test_a_payload_belongs_to_the_words_before_it() -> None:
    answer = {"kind": "answer", "calendar": {"events": []}}
    said = spoken(
        [
            {"text": "one"},
            {"custom": {"answer": answer}},
            {"text": "two", "buttons": [{"title": "T", "payload": "P"}]},
            {"text": " "},
            {"custom": {"other": 1}},
        ]
    )
    assert [(one.text, one.answer) for one in said] == [("one", answer), ("two", None)]
    assert said[0].calendar == {"events": []} and said[1].buttons[0].payload == "P"
    assert spoken([{"custom": {"answer": answer}}]) == []


@pytest.mark.parametrize(
    ("answer", "personal"),
    [
        (None, False),
        ({}, False),
        ({"kind": "need_facts"}, True),
        ({"kind": "answer", "values": {"extension_fee": "100", "until": None}}, False),
        ({"kind": "answer", "values": {"until": "2027-02-03"}}, True),
        ({"kind": "answer", "values": {"days_left": 0}}, True),
        ({"kind": "answer", "values": {"something_new": 1}}, True),
    ],
)
def test_what_rests_on_a_persons_own_facts_is_personal(answer: object, personal: bool) -> None:
    assert Spoken("x", answer=answer).is_personal is personal  # type: ignore[arg-type]
