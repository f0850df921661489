"""What may come in: no typed text is a command, no sender or metadata is taken as it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addons.channels.incoming import BadRequest, clean_text, metadata_of, sender_of

pytestmark = pytest.mark.bot

ZERO_WIDTH_SPACE = "\u200b"


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("hello", "hello"),
        ("  how long?\r\nsix months? ", "how long?\nsix months?"),
        ("/restart", "restart"),
        ("///restart", "restart"),
        ("\u00a0/restart", "restart"),
        ("\u3000 / /\t/restart", "restart"),
        ("\uff0frestart", "restart"),
        ("\u2044restart", "restart"),
        (ZERO_WIDTH_SPACE + "/restart", "restart"),
        ("\ufeff/\u2066/restart", "restart"),
        ("/\x00/restart", "restart"),
        ("\ud800/restart", "restart"),
        ('/inform{"entry_date":"2026-01-01"}', 'inform{"entry_date":"2026-01-01"}'),
        ("03/04/2026", "03/04/2026"),
        ("h\x00e\x1bllo", "hello"),
        ("caf\ud800e\u0301", "cafe\u0301"),
        ("abc\u202edef", "abcdef"),
        ("\U0001f600", "\U0001f600"),
        (
            "\U0001f468\u200d\U0001f469\u200d\U0001f467",
            "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        ),
        ("?", "?"),
    ],
)
def test_a_text_is_kept_without_what_could_command_or_corrupt(typed: str, seen: str) -> None:
    assert clean_text(typed) == seen


@pytest.mark.parametrize(
    "typed",
    [None, "", "   ", "\n\t", "/", "//", " / / ", "\uff0f", ZERO_WIDTH_SPACE, "\u2800", "\u3164",
     "\x00", "\ud83d", "\u0301", "\u200d\ufe0f"],
)  # fmt: skip
def test_nothing_visible_is_nothing(typed: object) -> None:
    assert clean_text(typed) == ""


@pytest.mark.parametrize("typed", [5, 1.5, True, [], ["hi"], {}, {"text": "hi"}])
def test_a_message_that_is_not_a_text_is_refused(typed: object) -> None:
    with pytest.raises(BadRequest, match="message"):
        clean_text(typed)


@given(st.text(alphabet=st.characters(), max_size=30), st.sampled_from(["", "/", "\uff0f"]))
def test_no_text_is_a_command_however_it_is_folded_later(text: str, slash: str) -> None:
    seen = clean_text(slash + text)
    for form in (seen, unicodedata.normalize("NFKC", seen)):
        assert not form.strip().startswith("/")
    assert seen.encode("utf-8") is not None
    assert clean_text(seen) == seen


@pytest.mark.parametrize("sender", ["abcdefgh", "A-1_b-c_", "0" * 64])
def test_a_well_formed_sender_is_kept(sender: str) -> None:
    assert sender_of(sender) == sender


@pytest.mark.parametrize(
    "sender",
    [None, "", 5, {}, [], " ", "short-1", "has space", "newline-\n", "nul-nul-\x00", "../../..",
     "\u00e9" * 8, "a" * 65, "telegram:12345", "web:0123456789", "slack:T1:U1", "a.b.c.d.e"],
)  # fmt: skip
def test_a_malformed_or_missing_sender_is_refused(sender: object) -> None:
    with pytest.raises(BadRequest, match="sender"):
        sender_of(sender)


@pytest.mark.parametrize(
    ("given_metadata", "kept"),
    [
        (None, {}),
        ("fr", {}),
        ([1], {}),
        ({"language": "fr-CA", "timezone": "America/Toronto"},
         {"language": "fr-CA", "timezone": "America/Toronto"}),
        ({"language": "../en", "timezone": "x" * 65}, {}),
        ({"language": ["fr"], "timezone": None, "admin": True}, {}),
        ({"language": "en\n"}, {}),
    ],
)  # fmt: skip
def test_only_language_and_timezone_are_kept(given_metadata: object, kept: object) -> None:
    assert metadata_of(given_metadata) == kept
