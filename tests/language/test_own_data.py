"""Asking for one's own data is known by its form; nothing else is taken for it."""

from __future__ import annotations

import pytest

from language.own_data import OwnData, own_data
from tests.language.personal import harmless

DELETE = [
    "delete my data",
    "Delete all my data please.",
    "forget me",
    "please erase my history!",
    "Please delete everything you know about me",
    "erase our conversation",
    "can you delete my personal information",
    "supprimez mes données",
    "Oubliez-moi",
]
EXPORT = [
    "export my data",
    "What do you know about me?",
    "show me my data",
    "send me a copy of my data",
    "download my information",
    "que savez-vous de moi ?",
]
NEITHER = [
    "",
    "show me my options",
    "get information",
    "forget it",
    "delete",
    "remove conditions",
    "show me the details",
    "what do you know",
    "can IRCC delete my data",
    "what do officers know about me",
    "send me the form",
    "forget me not, when must I leave",
]


@pytest.mark.parametrize("text", DELETE)
def test_to_be_removed(text: str) -> None:
    assert own_data(text) is OwnData.DELETE


@pytest.mark.parametrize("text", EXPORT)
def test_to_be_shown(text: str) -> None:
    assert own_data(text) is OwnData.EXPORT


@pytest.mark.parametrize("text", NEITHER)
def test_anything_else(text: str) -> None:
    assert own_data(text) is None


def test_no_message_about_a_stay() -> None:
    assert [text for text in harmless(2000) if own_data(text)] == []
