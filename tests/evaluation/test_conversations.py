"""Judging replies: what they must say, must not say, and must do."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from scripts.evaluation.conversations import hold, judge, totals
from scripts.evaluation.measures import Share
from tests.evaluation.samples import talk, turn
from tests.transcript import Reply

THIRD = (dt.date(2026, 12, 3),)


def reply(text: str = "", **answer: Any) -> Reply:
    return Reply(text, {}, (answer,) if answer else ())


@pytest.mark.parametrize(
    ("must", "said", "misses"),
    [
        ({}, reply("Hello."), ()),
        ({}, reply(" \n"), ("no reply",)),
        ({"dates": THIRD}, reply("By 3 December 2026."), ()),
        ({"dates": THIRD}, reply("By 13 December 2026."), ("does not say 3 December 2026",)),
        ({"forbidden_dates": THIRD}, reply("By 13 December 2026."), ()),
        (
            {"forbidden_dates": THIRD},
            reply("By 3 December 2026."),
            ("says 3 December 2026, which is wrong",),
        ),
        ({"numbers": ("100",)}, reply("CAD 100."), ()),
        ({"numbers": ("100",)}, reply("CAD 1,100 or 100.50 or 2100"), ("does not say 100",)),
        ({"behaviour": "refuse"}, reply("No.", kind="guard"), ()),
        ({"behaviour": "refuse"}, reply("Yes.", kind="answer"), ("does not refuse",)),
        ({"behaviour": "refuse"}, reply("No."), ("does not refuse",)),
        ({"behaviour": "refer"}, reply("See one.", referral="urgent"), ()),
        ({"behaviour": "refer"}, reply("See one.", referral="none"), ("does not refer",)),
        ({"behaviour": "compute"}, reply("3 December"), ()),
        ({}, reply("word " * 110), ()),
        ({}, reply("word " * 111), ("111 words, more than 110",)),
        ({"label": "ask_why"}, reply("word " * 300), ()),
        ({"label": "ask_sources"}, reply("word " * 300), ()),
    ],
)
def test_what_is_wrong_with_a_reply(
    must: dict[str, Any], said: Reply, misses: tuple[str, ...]
) -> None:
    assert judge(turn(**must), said).misses == misses


class Forgetful:
    """Answers every second message."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def say(self, text: str) -> list[dict[str, Any]]:
        self.told.append(text)
        if len(self.told) % 2 == 0:
            raise OSError("timed out")
        answer = {"kind": "guard", "referral": "none"}
        return [{"text": "By 3 December 2026, CAD 100."}, {"custom": {"answer": answer}}]


def test_a_talk_goes_on_after_a_turn_without_an_answer() -> None:
    bot = Forgetful()
    first = turn("one", dates=THIRD, numbers=("100",), behaviour="refuse")
    held = hold(talk(first, turn("two", dates=THIRD, behaviour="refer"), turn("three")), bot)
    assert bot.told == ["one", "two", "three"]
    assert [judged.misses for judged in held.turns] == [
        (),
        ("no reply: timed out", "does not say 3 December 2026", "does not refer"),
        (),
    ]
    found = totals([held])
    assert (found.turns, found.dates, found.numbers) == (Share(2, 3), Share(1, 2), Share(1, 1))
    assert (found.behaviours, found.empty, found.too_long) == (Share(1, 2), 1, 0)
    assert found.median_words == 6


def test_of_no_talk_there_are_no_figures() -> None:
    found = totals([])
    assert found.turns == found.dates == found.behaviours == Share(0, 0)
    assert found.median_words is None
