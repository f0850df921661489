"""People who talk while something breaks, and remember what they were told."""

from __future__ import annotations

import json
import random
import statistics
import threading
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

PATIENCE = 20.0
"""Seconds until a person gives up; far above any limit that is measured."""
QUESTION = "When must I leave?"
FAULTS = frozenset({"FAULT", "STORE_FAULT", "BUSY", "CROWDED"})
"""Outcomes that say that a message was not taken."""


@dataclass(frozen=True)
class Told:
    """What came back for one message, and after how many seconds."""

    said: str
    text: str
    answer: dict[str, Any]
    seconds: float
    status: int

    @property
    def outcome(self) -> str:
        """The answer's outcome, ``NOBODY`` where nobody answered."""
        return str(self.answer.get("outcome") or ("" if self.status == 200 else "NOBODY"))

    @property
    def taken(self) -> bool:
        """Whether the person may believe that the message was taken."""
        return self.status == 200 and self.outcome not in FAULTS


@dataclass
class Person:
    """Someone with a stay of their own, so that an answer can only come from what they said."""

    url: str
    name: str = field(default_factory=lambda: f"fault-{uuid.uuid4().hex}")
    day: int = field(default_factory=lambda: random.randint(1, 28))
    heard: list[Told] = field(default_factory=list)

    def tell(self) -> Told:
        """Say when they entered, and ask."""
        return self.say(f"I entered on {self.day} July 2026, no stamp. {QUESTION}")

    def ask(self) -> Told:
        """Ask for what was told before."""
        return self.say(QUESTION)

    def is_right(self, told: Told) -> bool:
        """Whether the answer is theirs: the same day of January."""
        return told.answer.get("values", {}).get("until") == f"2027-01-{self.day:02}"

    def say(self, text: str) -> Told:
        """One message over REST."""
        body = json.dumps({"sender": self.name, "message": text}).encode()
        began = time.monotonic()
        replies, status = _post(f"{self.url}/webhooks/rest/webhook", body)
        answers = [one["custom"]["answer"] for one in replies if "answer" in one.get("custom", {})]
        words = "\n".join(one["text"] for one in replies if one.get("text"))
        told = Told(text, words, (answers or [{}])[-1], time.monotonic() - began, status)
        self.heard.append(told)
        return told

    def acknowledged(self) -> list[str]:
        """The messages they may believe were taken, in order."""
        return [told.said for told in self.heard if told.taken]


def _post(url: str, body: bytes) -> tuple[list[dict[str, Any]], int]:
    request = urllib.request.Request(url, body, {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as reply:
            return json.load(reply), int(reply.status)
    except urllib.error.HTTPError as error:
        try:
            return json.load(error), error.code
        except ValueError:
            return [], error.code
    except (OSError, ValueError):
        return [], 0


class Crowd:
    """People who talk at once, each in a thread, until told to stop."""

    def __init__(self, url: str, size: int, pause: float = 0.1) -> None:
        """`pause`: seconds each waits at most between two messages."""
        self._pause = pause
        self.people = [Person(url) for _ in range(size)]
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._talk, args=(one,)) for one in self.people]

    def __enter__(self) -> Crowd:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()

    @property
    def heard(self) -> list[Told]:
        """Everything anyone was told."""
        return [told for person in self.people for told in person.heard]

    def _talk(self, person: Person) -> None:
        known = False
        while not self._stop.is_set():
            told = person.ask() if known else person.tell()
            if told.taken:
                assert person.is_right(told), told
                known = True
            time.sleep(random.uniform(self._pause / 5, self._pause))


def percentile(seconds: list[float], of_hundred: int) -> float:
    """The given percentile, as one that was measured or lies between two that were."""
    return statistics.quantiles(seconds, n=100, method="inclusive")[of_hundred - 1]


def p95(seconds: list[float]) -> float:
    """The 95th percentile."""
    return percentile(seconds, 95)


def seconds_until(ready: Callable[[], bool], limit: float) -> float:
    """How long until `ready()`; over `limit` if never."""
    began = time.monotonic()
    while not ready():
        if time.monotonic() - began > limit:
            return float("inf")
        time.sleep(0.1)
    return time.monotonic() - began
