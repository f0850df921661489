"""Many people at once over REST, from one event loop, and what became of their messages."""

from __future__ import annotations

import asyncio
import itertools
import random
import time
import uuid
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from tests.faults.people import FAULTS, PATIENCE
from tests.scripts_format import Conversation

Replies = list[dict[str, Any]]


@dataclass(frozen=True)
class Heard:
    """What came back for one message, and how many seconds after it was due."""

    status: int
    replies: Replies
    seconds: float

    @property
    def answered(self) -> bool:
        """Whether it was taken and answered with words, not with a fault."""
        return self.status == 200 and self._has_words and not self.outcomes & FAULTS

    @property
    def told_to_send_again(self) -> bool:
        """Whether the person knows that it was not taken."""
        return self.status == 429 and self._has_words

    @property
    def lost(self) -> bool:
        """Whether the person knows nothing of it."""
        return not self.answered and not self.told_to_send_again

    @property
    def outcomes(self) -> set[str]:
        """Of all answers in it."""
        answers = [one.get("custom", {}).get("answer") or {} for one in self.replies]
        return {str(one.get("outcome")) for one in answers}

    @property
    def _has_words(self) -> bool:
        return any(one.get("text") for one in self.replies)


@dataclass
class Talker:
    """A person who says one sentence of a conversation after another, then is somebody new."""

    sentences: deque[str]
    name: str = field(default_factory=lambda: f"load-{uuid.uuid4().hex}")


def talkers(conversations: list[Conversation], seed: int = 8) -> Iterator[Talker]:
    """People without an end, with the typed words of scripted conversations, in mixed order."""
    talks = [[turn.words for turn in one.turns if not turn.pressed] for one in conversations]
    random.Random(seed).shuffle(talks)
    return (Talker(deque(words)) for words in itertools.cycle(talks) if words)


class Load:
    """Messages to one assistant, sent when they are due, whoever is still waiting."""

    def __init__(self, url: str, client: aiohttp.ClientSession) -> None:
        self._url, self._client = f"{url}/webhooks/rest/webhook", client

    async def say(self, name: str, text: str, due: float | None = None) -> Heard:
        """One message; a lost connection is a status of 0."""
        due = time.monotonic() if due is None else due
        try:
            body = {"sender": name, "message": text}
            async with self._client.post(self._url, json=body) as reply:
                replies: Replies = await reply.json()
                return Heard(reply.status, replies, time.monotonic() - due)
        except (aiohttp.ClientError, asyncio.TimeoutError, ValueError):
            return Heard(0, [], time.monotonic() - due)

    async def flow(
        self, people: Iterator[Talker], rate: float, seconds: float
    ) -> list[tuple[float, Heard]]:
        """So many messages a second; each is returned with the second it was due at.

        Nobody says a second sentence before the first is answered.
        """
        free: deque[Talker] = deque()
        heard: list[tuple[float, Heard]] = []
        began = time.monotonic()

        async def one(talker: Talker, due: float) -> None:
            heard.append(
                (due, await self.say(talker.name, talker.sentences.popleft(), began + due))
            )
            if talker.sentences:
                free.append(talker)

        tasks = []
        for number in range(round(rate * seconds)):
            await asyncio.sleep(began + number / rate - time.monotonic())
            # Each thinks for some ten seconds; until so many talk, there are new ones.
            talker = free.popleft() if len(free) > 10 * rate else next(people)
            tasks.append(asyncio.ensure_future(one(talker, number / rate)))
            if len(tasks) > 1000:
                tasks = [task for task in tasks if not task.done()]
        await asyncio.gather(*tasks)
        return heard


def client() -> aiohttp.ClientSession:
    """For as many connections as there are people."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=0), timeout=aiohttp.ClientTimeout(total=PATIENCE)
    )
