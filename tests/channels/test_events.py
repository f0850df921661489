"""Whatever a platform posts is read or passed over, never an error."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addons.channels.incoming import CONVERSATION
from addons.channels.slack_event import read_command, read_event, read_press
from addons.channels.telegram import _read
from tests.fakes import slack, telegram

pytestmark = pytest.mark.bot

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 5)
    | st.sampled_from(["", "x", "D1", "U1", "\ud800"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("ab"), inner),
    max_leaves=4,
)
TELEGRAM = [telegram.message("@sojourn_bot hi"), telegram.press("x"), telegram.group("/start")]
SLACK = [slack.event("hi"), slack.mentioned("hi"), slack.event(subtype="message_changed")]


def paths(tree: Any, so_far: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The place of every value of a tree."""
    keys = (
        tree.keys()
        if isinstance(tree, dict)
        else range(len(tree))
        if isinstance(tree, list)
        else ()
    )
    return [p for key in keys for p in [(*so_far, key), *paths(tree[key], (*so_far, key))]]


def spoiled(tree: Any, path: tuple[Any, ...], value: Any) -> Any:
    """The tree with another value at one place."""
    if not path:
        return value
    copy = tree.copy()
    copy[path[0]] = spoiled(tree[path[0]], path[1:], value)
    return copy


@st.composite
def spoiled_ones(draw: Any, originals: list[dict[str, Any]]) -> dict[str, Any]:
    """One of the originals with up to three values changed."""
    tree: dict[str, Any] = draw(st.sampled_from(originals))
    for _ in range(draw(st.integers(1, 3))):
        tree = spoiled(tree, draw(st.sampled_from(paths(tree))), draw(VALUES))
        if not paths(tree):
            break
    return tree


@settings(deadline=None)
@given(spoiled_ones(TELEGRAM))
def test_telegram(update: dict[str, Any]) -> None:
    read = _read({**update, "update_id": 1}, None, "4242")
    if read and read[1]:
        assert (
            CONVERSATION.fullmatch(read[1].conversation)
            and read[1].place.chat.lstrip("-").isdigit()
        )


@settings(deadline=None)
@given(spoiled_ones(SLACK), spoiled_ones([slack.press("x")]))
def test_slack(event: dict[str, Any], press: dict[str, Any]) -> None:
    for heard in (read_event(event), read_press(press)):
        assert heard is None or CONVERSATION.fullmatch(heard.conversation)
    assert read_command({"command": "/sojourn"}) is None
