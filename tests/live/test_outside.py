"""What of the assistant can be reached, and what the worst messages cost it."""

from __future__ import annotations

import datetime as dt
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.parts.process import free_port, memory_of
from tests.faults.goals import record, whole
from tests.live.servers import Start, wait_until_ready
from tests.rest_client import RestClient

pytestmark = [pytest.mark.live, pytest.mark.bot]

TODAY = dt.date(2026, 11, 22)
ROUTES = [
    ("GET", "/version"),
    ("GET", "/status"),
    ("GET", "/domain"),
    ("GET", "/conversations/alice/tracker"),
    ("GET", "/conversations/alice/story"),
    ("POST", "/conversations/alice/tracker/events"),
    ("PUT", "/conversations/alice/tracker/events"),
    ("POST", "/conversations/alice/execute"),
    ("POST", "/conversations/alice/trigger_intent"),
    ("POST", "/conversations/alice/predict"),
    ("POST", "/conversations/alice/messages"),
    ("POST", "/model/train"),
    ("POST", "/model/test/stories"),
    ("POST", "/model/test/intents"),
    ("POST", "/model/predict"),
    ("POST", "/model/parse"),
    ("PUT", "/model"),
    ("DELETE", "/model"),
    ("GET", "/webhooks/rest/../../version"),
]
"""Rasa's HTTP API: none of it is for anyone outside."""
WORST = {
    "1,000 characters of words": ("when must i leave " * 60)[:1000],
    "one word of 1,000 characters": "a" * 1000,
    "200 short words": "a 1 " * 100,
    "brackets": "[" * 1000,
    "dates": "3 may " * 160,
    "digits": "1/2 " * 200,
}
MOST_MILLISECONDS, MOST_MEGABYTES = 300, 50
TURNS = 170 if whole() else 30
"""Of each worst message: a thousand in the whole run of the goals; 180 show growth too."""


def status_of(url: str, method: str) -> int:
    """The status of an empty request."""
    request = urllib.request.Request(url, b"{}" if method in ("POST", "PUT") else None, {})
    request.method = method
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return int(response.status)
    except urllib.error.HTTPError as error:
        return error.code


def test_nothing_of_rasas_own_api_answers(bot: Callable[[dt.date], str]) -> None:
    url = bot(TODAY)
    reached = [route for route in ROUTES if status_of(url + route[1], route[0]) < 400]
    record(5, "routes that answer", f"{len(reached)} of {len(ROUTES)}", met=not reached)
    assert reached == []


def listening(port: int) -> set[str]:
    """The addresses on which this machine listens at `port`, in hexadecimal."""
    lines = Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]
    local = [line.split()[1].split(":") for line in lines if line.split()[3] == "0A"]
    return {address for address, number in local if int(number, 16) == port}


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="reads Linux's table of sockets")
def test_it_listens_on_this_machine_alone(bot: Callable[[dt.date], str]) -> None:
    addresses = listening(int(bot(TODAY).rsplit(":", 1)[1]))
    record(5, "listens on", ", ".join(sorted(addresses)), met=addresses == {"0100007F"})
    assert addresses == {"0100007F"}  # 127.0.0.1


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="reads Linux's figures")
def test_the_worst_messages_cost_little(start: Start, tmp_path: Path) -> None:
    port, log = free_port(), tmp_path / "log"
    process = start(
        "bash",
        "scripts/run",
        log=log,
        PORT=str(port),
        SOJOURN_TODAY=TODAY.isoformat(),
        SOJOURN_MOST_PER_MINUTE="0",
    )
    url = f"http://127.0.0.1:{port}"
    wait_until_ready(url, process, log)
    slowest = dict.fromkeys(WORST, 0.0)
    for text in WORST.values():  # what is loaded at first use is no growth
        RestClient(url).say(text)
    before = memory_of(process.pid)
    for _ in range(TURNS):
        for name, text in WORST.items():
            client, began = RestClient(url), time.perf_counter()
            client.say(text)
            slowest[name] = max(slowest[name], 1000 * (time.perf_counter() - began))
    growth = memory_of(process.pid) - before
    name = max(slowest, key=lambda one: slowest[one])
    fast = slowest[name] <= MOST_MILLISECONDS
    record(3, "slowest accepted message", f"{slowest[name]:.0f} ms ({name})", met=fast)
    count = TURNS * len(WORST)
    met = growth <= MOST_MEGABYTES
    record(3, "memory", f"{growth:.0f} MB after {count}", met, whole=count >= 1000)
    assert growth <= MOST_MEGABYTES
