"""Who asks for the lawful way, after another was refused."""

from __future__ import annotations

import pytest

from language.lawful import asks_lawful_way


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("ok the legal way then", True),
        ("fine, how do I do it properly", True),
        ("what would be the honest option", True),
        ("so how can I stay legally", True),
        ("what am I allowed to do", True),
        ("what is the fee", False),
        ("how do I hide it", False),
        ("and when is my last day", False),
    ],
)
def test_the_lawful_way(text: str, asks: bool) -> None:
    assert asks_lawful_way(text) is asks
