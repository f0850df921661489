"""What one person waits while the calls of 20 other chats hang or fail, and what becomes of these.

.venv/bin/python -m benchmarks.messengers        (three minutes)

Both channels on loopback platforms, with a stand-in that answers at once for the bot: so the
figures are those of the channel alone, and the ratio is harder to keep than with real answers.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from rasa.core.channels.channel import InputChannel

from addons.channels.slack import SlackChannel
from addons.channels.telegram import TelegramChannel
from tests.channels.fakes import Bot
from tests.channels.serving import Send, until, visit
from tests.fakes import slack, telegram
from tests.fakes.platform import Call, Fault, Platform

STRUCK, MEASURED = 20, 60
SAID = ("one", "two", "three")
FAULTS: dict[str, list[dict[str, Any]]] = {
    "slow (30 s)": [{"seconds": 30}],
    "429, wait 5 s": [{"status": 429, "retry_after": 5}] * 2,
    "500": [{"status": 500}] * 3,
    "closed": [{"closed": True}] * 3,
}
"""What happens to the first calls of each struck chat."""


@dataclass(frozen=True)
class Messenger:
    """A platform, how it posts a message of a chat, and how a reply of its reads."""

    channel: type[InputChannel]
    platform: Platform
    method: str
    environment: dict[str, str]
    post: Callable[[Send, str, str], Awaitable[tuple[int, str]]]
    read: Callable[[Call], str]


def on_telegram() -> Messenger:
    """Telegram's side."""
    platform = telegram.FakeTelegram()

    async def post(send: Send, chat: str, text: str) -> tuple[int, str]:
        body = json.dumps(telegram.message(text, int(chat))).encode()
        return await send(body, {telegram.HEADER: telegram.SECRET})

    environment = {
        "TELEGRAM_TOKEN": telegram.TOKEN,
        "TELEGRAM_WEBHOOK_SECRET": telegram.SECRET,
        "TELEGRAM_API_BASE": platform.url,
    }
    return Messenger(
        TelegramChannel,
        platform,
        "sendMessage",
        environment,
        post,
        lambda call: telegram.plain(call.fields["text"]),
    )


def on_slack() -> Messenger:
    """Slack's side."""
    platform = slack.FakeSlack()

    async def post(send: Send, chat: str, text: str) -> tuple[int, str]:
        body, kind = slack.json_body(slack.event(text, f"D{chat}", f"U{chat}"))
        return await send(body, {"Content-Type": kind, **slack.signed(body)})

    environment = {
        "SLACK_BOT_TOKEN": slack.TOKEN,
        "SLACK_SIGNING_SECRET": slack.SECRET,
        "SLACK_API_BASE": f"{platform.url}/api/",
    }
    return Messenger(SlackChannel, platform, "chat.postMessage", environment, post, slack.plain)


def measure(on: Messenger, name: str, faults: list[dict[str, Any]]) -> None:
    """Print one line."""
    prefix = "D" if isinstance(on.platform, slack.FakeSlack) else ""
    struck = [str(1000 + number) for number in range(STRUCK)]

    def of(chat: str) -> list[Call]:
        return on.platform.of(on.method, f"{prefix}{chat}")

    async def latency(send: Send) -> list[float]:
        waited = []
        for _ in range(MEASURED):
            before, began = len(of("7")), time.monotonic()
            assert (await on.post(send, "7", "hello"))[0] == 200
            while len(of("7")) == before:
                await asyncio.sleep(0.001)
            waited.append(time.monotonic() - began)
        return waited

    async def steps(send: Send) -> tuple[float, float, float]:
        await latency(send)  # the first ones open connections
        normal = await latency(send)
        on.platform.faults += [
            Fault(on.method, f"{prefix}{chat}", **fault) for chat in struck for fault in faults
        ]
        began = time.monotonic()
        for chat in struck:
            for text in SAID:
                assert (await on.post(send, chat, text))[0] == 200
        await until(lambda: len(on.platform.faults) <= STRUCK * (len(faults) - 1))
        beside = await latency(send)
        assert not any(of(chat) for chat in struck), "too late: they are through already"
        await until(lambda: all(len(of(chat)) == len(SAID) for chat in struck), 120)
        came = time.monotonic() - began
        normal += await latency(send)
        return statistics.median(normal), statistics.median(beside), came

    on.platform.calls.clear()
    normal, beside, came = visit(on.channel(), steps, Bot())
    told = [[on.read(call) for call in of(chat)] for chat in struck]
    assert told == [[f"heard {text}" for text in SAID]] * STRUCK, "lost or out of order"
    print(
        f"{on.channel.name():9} {name:14} another person: normal {normal * 1000:5.1f} ms, "
        f"meanwhile {beside * 1000:5.1f} ms, ratio {beside / normal:4.2f}; "
        f"the {STRUCK * len(SAID)} struck messages arrived in order after {came:4.1f} s"
    )


def main() -> None:
    """Print a line for each platform and fault."""
    logging.disable()
    with tempfile.TemporaryDirectory() as folder:
        for on in (on_telegram(), on_slack()):
            for number, (name, faults) in enumerate(FAULTS.items()):
                seen = os.path.join(folder, f"{on.channel.name()}{number}.db")
                os.environ.update(on.environment, SOJOURN_SEEN_DB=seen)
                measure(on, name, faults)
            on.platform.close()


if __name__ == "__main__":
    main()
