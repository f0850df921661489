"""One turn at a time in a conversation, in the order they came; conversations side by side."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from addons.stores.faults import Busy
from addons.stores.line import LocalLine
from addons.stores.locks import Locks

pytestmark = pytest.mark.bot


def run(scenario: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(scenario)


class Talk:
    """Turns that note when they begin and end."""

    def __init__(self, locks: Locks) -> None:
        self.locks, self.noted, self.inside = locks, [], 0

    async def turn(self, number: int, conversation: str = "someone", takes: float = 0.001) -> None:
        async with self.locks.lock(conversation):
            self.inside += 1
            try:
                assert self.inside == 1 or conversation != "someone"
                await asyncio.sleep(takes)
                self.noted.append(number)
            finally:
                self.inside -= 1


def test_a_hundred_at_once_all_have_their_turn_in_order() -> None:
    async def scenario() -> list[int]:
        talk = Talk(Locks())
        await asyncio.gather(*(talk.turn(number) for number in range(100)))
        return talk.noted

    assert run(scenario()) == list(range(100))


def test_one_conversation_does_not_hold_up_another() -> None:
    async def scenario() -> list[int]:
        talk = Talk(Locks())
        await asyncio.gather(talk.turn(1, takes=0.2), talk.turn(2, conversation="other"))
        return talk.noted

    assert run(scenario()) == [2, 1]


def test_beyond_the_bound_a_message_is_refused_at_once() -> None:
    async def scenario() -> list[Any]:
        talk = Talk(Locks(line=LocalLine(most_waiting=3)))
        turns = [talk.turn(number) for number in range(6)]
        return list(await asyncio.gather(*turns, return_exceptions=True))

    outcomes = run(scenario())
    assert outcomes[:4] == [None] * 4
    assert all(isinstance(one, Busy) for one in outcomes[4:])


def test_who_waits_too_long_gives_up_and_holds_up_nobody() -> None:
    async def scenario() -> tuple[list[Any], list[int]]:
        talk = Talk(Locks(line=LocalLine(wait_limit=0.05)))
        first = asyncio.ensure_future(talk.turn(1, takes=0.2))
        await asyncio.sleep(0)
        late = await asyncio.gather(talk.turn(2), return_exceptions=True)
        await first
        await talk.turn(3)
        return late, talk.noted

    late, noted = run(scenario())
    assert isinstance(late[0], Busy)
    assert noted == [1, 3]


def test_who_is_cancelled_while_waiting_is_passed_over() -> None:
    async def scenario() -> list[int]:
        talk = Talk(Locks())
        turns = [asyncio.ensure_future(talk.turn(number, takes=0.02)) for number in range(4)]
        await asyncio.sleep(0.005)
        turns[1].cancel()
        await asyncio.sleep(0.02)
        turns[2].cancel()  # in its turn
        await asyncio.gather(*turns, return_exceptions=True)
        await talk.turn(9)
        return talk.noted

    assert run(scenario()) in ([0, 3, 9], [0, 2, 3, 9])


def test_a_turn_that_fails_lets_the_next_one_in_and_leaves_nothing_behind() -> None:
    async def scenario() -> tuple[list[int], dict[str, Any]]:
        line = LocalLine()
        talk = Talk(Locks(line=line))

        async def fails() -> None:
            async with talk.locks.lock("someone"):
                await asyncio.sleep(0.001)
                raise RuntimeError("inside")

        await asyncio.gather(fails(), talk.turn(1), return_exceptions=True)
        return talk.noted, line._lines

    assert run(scenario()) == ([1], {})
