"""Several processes at one Redis take turns as one process does, and a dead one holds up nobody."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Coroutine
from typing import Any

import pytest

from addons.stores.faults import Busy, StoreFault
from addons.stores.redis_line import TAKEN_FOR, RedisLine
from scripts.parts.process import Process
from tests.stores.talks import someone

pytestmark = pytest.mark.bot

Server = tuple[Process, str]

# A worker that enters, says so, and stays until it is killed.
HOLDER = """
import asyncio, sys
from addons.stores.redis_line import RedisLine
async def hold():
    await RedisLine(sys.argv[1]).enter(sys.argv[2])
    print("in", flush=True)
    await asyncio.sleep(60)
asyncio.run(hold())
"""


def run(scenario: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(scenario)


async def turn(line: RedisLine, conversation: str, name: str, noted: list[str]) -> None:
    place = await line.enter(conversation)
    noted.append(f"{name} in")
    await asyncio.sleep(0.005)
    noted.append(f"{name} out")
    await line.leave(conversation, place)


def test_two_workers_take_turns_in_the_order_they_came(redis_server: Server) -> None:
    async def scenario() -> list[str]:
        first, second = RedisLine(redis_server[1]), RedisLine(redis_server[1])
        noted: list[str] = []
        turns, conversation = [], someone()
        for line in (first, second):  # connecting takes longer than a message apart
            await line.leave(conversation, await line.enter(conversation))
        for number in range(20):
            line = (first, second)[number % 2]
            turns.append(asyncio.ensure_future(turn(line, conversation, str(number), noted)))
            await asyncio.sleep(0.002)  # the order of arrival
        await asyncio.gather(*turns)
        return noted

    expected = [f"{number} {what}" for number in range(20) for what in ("in", "out")]
    assert run(scenario()) == expected


def test_at_once_in_one_worker_they_keep_their_order(redis_server: Server) -> None:
    async def scenario() -> list[str]:
        line, noted, conversation = RedisLine(redis_server[1]), [], someone()
        await asyncio.gather(*(turn(line, conversation, str(n), noted) for n in range(30)))
        return noted

    assert run(scenario())[::2] == [f"{number} in" for number in range(30)]


def test_a_killed_worker_holds_up_nobody_for_long(redis_server: Server) -> None:
    conversation = someone()
    command = [sys.executable, "-c", HOLDER, redis_server[1], conversation]
    holder = subprocess.Popen(
        command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": "."}
    )
    assert holder.stdout is not None and holder.stdout.readline() == b"in\n"

    async def scenario() -> tuple[bool, float]:
        line = RedisLine(redis_server[1])
        waiting = asyncio.ensure_future(line.enter(conversation))
        await asyncio.sleep(TAKEN_FOR * 1.5)
        had_it = waiting.done()  # while the holder lives nobody else has the turn
        holder.kill()
        killed = time.monotonic()
        await waiting
        return had_it, time.monotonic() - killed

    had_it, waited = run(scenario())
    holder.wait()
    assert not had_it
    assert waited <= 2.0


def test_a_turn_outlives_a_blocked_event_loop(redis_server: Server) -> None:
    async def scenario() -> bool:
        first, second, conversation = (
            RedisLine(redis_server[1]),
            RedisLine(redis_server[1]),
            someone(),
        )
        place = await first.enter(conversation)
        waiting = asyncio.ensure_future(second.enter(conversation))
        await asyncio.sleep(0.05)
        time.sleep(TAKEN_FOR * 1.5)  # a long computation
        await asyncio.sleep(0.2)
        taken = waiting.done()
        await first.leave(conversation, place)
        await second.leave(conversation, await waiting)
        return taken

    assert run(scenario()) is False


def test_beyond_the_bound_or_too_late_a_message_is_refused(
    redis_server: Server,
) -> None:
    async def scenario() -> tuple[list[Any], Any]:
        line = RedisLine(redis_server[1], wait_limit=0.1, most_waiting=2)
        conversation = someone()
        place = await line.enter(conversation)
        late = await asyncio.gather(
            *(line.enter(conversation) for _ in range(4)), return_exceptions=True
        )
        await line.leave(conversation, place)
        again = await line.enter(conversation)
        await line.leave(conversation, again)
        return late, again

    late, again = run(scenario())
    assert all(isinstance(one, Busy) for one in late)
    assert again


def test_redis_frozen_stopped_and_back(redis_server: Server) -> None:
    server, url = redis_server

    async def timed(line: RedisLine) -> float:
        began = time.monotonic()
        with pytest.raises(StoreFault):
            await line.enter(someone())
        return time.monotonic() - began

    async def scenario() -> tuple[float, float, float]:
        line, conversation = RedisLine(url), someone()
        place = await line.enter(conversation)
        server.freeze()
        frozen, at_once = await timed(line), await timed(line)
        server.thaw()
        await line.leave(conversation, place)
        await asyncio.sleep(0.6)
        await line.leave(conversation, await line.enter(conversation))
        server.kill()
        stopped = await timed(line)
        server.start(20)
        await asyncio.sleep(0.6)
        await line.leave(conversation, await line.enter(conversation))
        return frozen, at_once, stopped

    frozen, at_once, stopped = run(scenario())
    assert frozen <= 1.5 and at_once <= 0.1 and stopped <= 1.5


def test_who_waits_when_redis_comes_back_empty_waits_on(redis_server: Server) -> None:
    async def scenario() -> None:
        line, conversation = RedisLine(redis_server[1]), someone()
        place = await line.enter(conversation)
        waiting = asyncio.ensure_future(line.enter(conversation))
        await asyncio.sleep(0.05)
        await line._redis.flushall()
        await line.leave(conversation, place)
        await line.leave(conversation, await asyncio.wait_for(waiting, 2))

    run(scenario())
