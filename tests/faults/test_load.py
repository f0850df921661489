"""Many people at once: each is answered or told to come again, also after a spike and for long."""

from __future__ import annotations

import asyncio
import random
import time

import pytest

from scripts.parts.cluster import ROOT
from scripts.parts.process import memory_of
from tests.faults.conftest import Served
from tests.faults.goals import bounded, record
from tests.faults.load import Heard, Load, client, talkers
from tests.faults.people import QUESTION, p95
from tests.scripts_format import load_all

pytestmark = [pytest.mark.bot, pytest.mark.live]

FIFTY_LIMIT, STEADY_LIMIT, MEMORY_LIMIT, RECOVERY_LIMIT = 2.0, 1.0, 100.0, 10.0
RATE, SPIKE = 20, 200
"""Messages a second."""
SOAK, WARM_UP, SPIKE_LASTS = (30.0, 10.0, 5.0) if bounded() else (1800.0, 60.0, 60.0)
LOOK = 10.0
"""Seconds between two looks at the memory."""
CONVERSATIONS = load_all(ROOT / "tests" / "conversations")


async def at_once(url: str, count: int) -> list[Heard]:
    """So many people tell when they entered and ask, in the same moment."""
    async with client() as opened:
        load = Load(url, opened)
        texts = [
            f"I entered on {random.randint(1, 28)} July 2026. {QUESTION}" for _ in range(count)
        ]
        now = time.time_ns()
        return await asyncio.gather(
            *(load.say(f"at-once-{now}-{number}", text) for number, text in enumerate(texts))
        )


def test_fifty_at_once(served: Served) -> None:
    rounds = [asyncio.run(at_once(served.url, 50)) for _ in range(4)]
    heard = [one for told in rounds for one in told]
    seconds = p95([one.seconds for one in heard])
    answered = sum(one.answered for one in heard)
    value = f"p95 {seconds:.2f} s, {answered} of {len(heard)} answered"
    met = answered == len(heard) and seconds <= FIFTY_LIMIT
    record(8, "50 at once, four times", value, met=met)
    assert answered == len(heard)


def test_two_hundred_at_once_none_lost(served: Served) -> None:
    heard = asyncio.run(at_once(served.url, 200))
    lost = [one for one in heard if one.lost]
    record(8, "200 at once", f"{counted(heard)}, p95 {waits(heard)}", met=not lost)
    assert lost == []


def test_a_spike_is_shed_and_over_soon(served: Served) -> None:
    async def scenario() -> tuple[list[Heard], float]:
        async with client() as opened:
            load = Load(served.url, opened)
            heard = await load.flow(talkers(CONVERSATIONS), SPIKE, SPIKE_LASTS)
            last = max(due + one.seconds for due, one in heard)
            well = 0.0
            began = time.monotonic()
            while not well and time.monotonic() - began < 60:
                one = await load.say(f"after-{time.time_ns()}", QUESTION)
                if one.answered and one.seconds <= STEADY_LIMIT:
                    well = time.monotonic() - began
            return [one for _, one in heard], max(0.0, last - SPIKE_LASTS) + well

    heard, recovery = asyncio.run(scenario())
    lost = [one for one in heard if one.lost]
    value = f"{counted(heard)}, p95 {waits(heard)}; as before {recovery:.1f} s after its end"
    name = f"{SPIKE} a second for {SPIKE_LASTS:.0f} s"
    record(8, name, value, met=not lost and recovery <= RECOVERY_LIMIT, whole=not bounded())
    assert lost == []
    assert recovery <= RECOVERY_LIMIT


def test_a_steady_flow_for_long(served: Served) -> None:
    sizes: list[tuple[float, float]] = []

    async def look(began: float) -> None:
        while True:
            sizes.append((time.monotonic() - began, memory_of(served.process.pid)))
            await asyncio.sleep(LOOK)

    async def scenario() -> list[tuple[float, Heard]]:
        looking = asyncio.ensure_future(look(time.monotonic()))
        async with client() as opened:
            try:
                load = Load(served.url, opened)
                return await load.flow(talkers(CONVERSATIONS), RATE, WARM_UP + SOAK)
            finally:
                looking.cancel()

    heard = [one for due, one in asyncio.run(scenario()) if due >= WARM_UP]
    warm = [size for at, size in sizes if at >= WARM_UP]
    growth = max(warm) - warm[0]
    lost = [one for one in heard if one.lost]
    seconds = p95([one.seconds for one in heard])
    value = f"{counted(heard)}, p95 {waits(heard)}, memory {growth:+.0f} MB at most"
    met = not lost and seconds <= STEADY_LIMIT and growth <= MEMORY_LIMIT
    name = f"{RATE} a second for {SOAK / 60:g} minutes"
    record(8, name, value, met=met, whole=not bounded())
    assert lost == []
    assert growth <= MEMORY_LIMIT


def counted(heard: list[Heard]) -> str:
    """How many were answered, told to come again, and lost."""
    answered = sum(one.answered for one in heard)
    again = sum(one.told_to_send_again for one in heard)
    lost = sum(one.lost for one in heard)
    return f"{answered} answered, {again} told to send it again, {lost} lost"


def waits(heard: list[Heard]) -> str:
    """The 95th percentile of the seconds until an answer."""
    return f"{p95([one.seconds for one in heard if one.answered]):.2f} s"
