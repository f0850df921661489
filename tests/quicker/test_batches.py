"""Work for several at once: together what waits, alone what comes alone, each its own error."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from addons.batches import Batches


class Work:
    """Doubles numbers, refuses a negative one, and remembers its batches."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []

    def __call__(self, numbers: list[int]) -> list[int]:
        self.batches.append(numbers)
        if min(numbers) < 0:
            raise ValueError("negative")
        return [2 * number for number in numbers]


def all_of(*waiting: Coroutine[Any, Any, int]) -> list[Any]:
    async def together() -> list[Any]:
        return await asyncio.gather(*waiting, return_exceptions=True)

    return asyncio.run(together())


def test_what_waits_is_done_together_and_in_order() -> None:
    work = Work()
    batches = Batches(work, most=3)
    assert all_of(*map(batches.done, range(7))) == [0, 2, 4, 6, 8, 10, 12]
    assert work.batches == [[0, 1, 2], [3, 4, 5], [6]]


def test_one_alone_waits_for_nobody() -> None:
    work = Work()
    batches = Batches(work, most=3)
    for number in range(3):
        assert all_of(batches.done(number)) == [2 * number]
    assert work.batches == [[0], [1], [2]]


def test_an_error_is_that_of_its_cause_alone() -> None:
    batches = Batches(Work(), most=3)
    one, other, after = all_of(*map(batches.done, (1, -1, 5)))
    assert (one, after) == (2, 10)
    assert isinstance(other, ValueError)
    assert all_of(batches.done(4)) == [8]


def test_who_has_left_is_not_served() -> None:
    work = Work()
    batches = Batches(work, most=3)

    async def two() -> int:
        leaves = asyncio.ensure_future(batches.done(1))
        stays = asyncio.ensure_future(batches.done(2))
        await asyncio.sleep(0)
        leaves.cancel()
        return await stays

    assert asyncio.run(two()) == 4
    assert work.batches == [[2]]


def test_between_two_batches_others_go_on() -> None:
    done: list[str] = []

    def work(names: list[str]) -> list[str]:
        done.extend(names)
        return names

    async def somebody() -> None:
        while True:
            done.append("somebody else")
            await asyncio.sleep(0)

    async def talk() -> None:
        batches, other = Batches(work, most=1), asyncio.ensure_future(somebody())
        await asyncio.gather(*map(batches.done, ("first", "second")))
        other.cancel()

    asyncio.run(talk())
    assert "somebody else" in done[done.index("first") : done.index("second")]


@pytest.mark.parametrize("many", [1, 2, 9])
def test_nobody_is_left_waiting_when_all_fail(many: int) -> None:
    failed = all_of(*map(Batches(Work(), most=4).done, [-1] * many))
    assert len(failed) == many
    assert all(isinstance(error, ValueError) for error in failed)
