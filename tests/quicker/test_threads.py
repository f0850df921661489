"""Threads beside the event loop: short jobs share one, and none waits behind one that hangs."""

from __future__ import annotations

import asyncio
import threading
import time

from addons.threads import PATIENCE, Threads


def test_short_jobs_that_come_together_share_a_thread() -> None:
    async def name() -> str:
        return threading.current_thread().name

    async def together() -> list[str]:
        threads: Threads[str] = Threads(most=4)
        return await asyncio.gather(*(threads.run(name) for _ in range(8)))

    assert len(set(asyncio.run(together()))) == 1


def test_what_comes_behind_one_that_blocks_gets_a_thread_of_its_own() -> None:
    async def blocks() -> float:
        time.sleep(0.6)  # that is what is tested
        return time.monotonic()

    async def is_short() -> float:
        return time.monotonic()

    async def together() -> tuple[float, float]:
        threads: Threads[float] = Threads(most=3)
        hangs = asyncio.ensure_future(threads.run(blocks))
        await asyncio.sleep(0.05)
        began = time.monotonic()
        await asyncio.gather(*(threads.run(is_short) for _ in range(5)))
        waited = time.monotonic() - began
        return waited, await hangs - began

    waited, blocked = asyncio.run(together())
    assert waited < 0.3 < blocked
    assert waited >= PATIENCE / 2
