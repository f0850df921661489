"""Calls that are repeated, and jobs that keep their order."""

from __future__ import annotations

import asyncio

import pytest

from addons.channels import delivery
from addons.channels.delivery import Refused, Unavailable, deliver
from addons.channels.lanes import MOST_WAITING, Lanes

pytestmark = pytest.mark.bot


class Call:
    """Raises what it is given, in turn, and then says how often it was tried."""

    def __init__(self, *errors: Exception) -> None:
        self.errors, self.tries = list(errors), 0

    async def __call__(self) -> int:
        self.tries += 1
        if self.errors:
            raise self.errors.pop(0)
        return self.tries


def test_an_unavailable_platform_is_waited_for_as_long_as_it_asks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(delivery.asyncio, "sleep", sleep)
    call = Call(Unavailable("a"), Unavailable("b", wait=30.0), Unavailable("c"))
    assert asyncio.run(deliver(call, (1.0, 2.0, 4.0))) == 4
    assert 0.8 <= waited[0] <= 1.2 and waited[1] == 30.0 and 3.2 <= waited[2] <= 4.8


def test_hope_ends() -> None:
    call = Call(*[Unavailable("down")] * 9)
    with pytest.raises(Unavailable):
        asyncio.run(deliver(call, (0.0, 0.0)))
    assert call.tries == 3


def test_a_refusal_is_not_repeated() -> None:
    call = Call(Refused("blocked"))
    with pytest.raises(Refused):
        asyncio.run(deliver(call, (0.0,)))
    assert call.tries == 1


def test_an_outage_of_ten_minutes_is_waited_out() -> None:
    assert sum(delivery.DELAYS) * 0.8 >= 450 and sum(delivery.DELAYS) >= 600


def test_a_lane_keeps_its_order_and_holds_up_no_other(caplog: pytest.LogCaptureFixture) -> None:
    async def scenario() -> list[str]:
        done: list[str] = []
        lanes = Lanes()

        def job(name: str, seconds: float = 0.0, fails: bool = False) -> None:
            async def run() -> None:
                await asyncio.sleep(seconds)
                done.append(name)
                if fails:
                    raise RuntimeError("secret words")

            assert lanes.put(name[0], run)

        job("a1", 0.1)
        job("a2", fails=True)
        job("a3")
        job("b1")
        await lanes.close(1.0)
        job("a4")  # a lane that ran dry begins anew
        await lanes.close(1.0)
        return done

    assert asyncio.run(scenario()) == ["b1", "a1", "a2", "a3", "a4"]
    assert "A reply failed: RuntimeError" in caplog.text and "secret words" not in caplog.text


def test_a_flooded_lane_takes_no_more_and_closing_does_not_wait_for_ever() -> None:
    async def scenario() -> tuple[list[bool], int]:
        lanes = Lanes()
        taken = [lanes.put("a", lambda: asyncio.sleep(60)) for _ in range(MOST_WAITING + 1)]
        return taken, await asyncio.wait_for(lanes.close(0.05), 5)

    assert asyncio.run(scenario()) == ([True] * MOST_WAITING + [False], 1)
