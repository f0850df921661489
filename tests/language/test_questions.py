"""The parts of a message that ask."""

from __future__ import annotations

import pytest

from language.questions import numbered, questions


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("when must I leave?", ()),
        ("I came by bus. when must I leave?", ("when must I leave?",)),
        ("1) what is my last day 2) is there a fee", ("what is my last day", "is there a fee")),
        ("I paid 100.50 on 3. May. how much is left to pay?", ("how much is left to pay?",)),
        ("why?\nwho can help me?", ("who can help me?",)),
        ("if I stay for the feast in May, when must it be sent", ("when must it be sent",)),
        (
            "1) it ends in May, must we go? 2) who can help",
            ("it ends in May, must we go?", "who can help"),
        ),
    ],
)
def test_questions(text: str, asked: tuple[str, ...]) -> None:
    assert questions(text) == asked


@pytest.mark.parametrize(
    ("text", "is_list"),
    [
        ("1) my last day? 2) the fee?", True),
        ("(1) my last day (2) the fee", True),
        ("1. my last day?\n2. the fee?", True),
        ("I came on 3. May and left on 4. June", False),
        ("I have 1) no idea", False),
        ("what is my last day", False),
    ],
)
def test_numbered(text: str, is_list: bool) -> None:
    assert numbered(text) is is_list
