"""What a second bot brings: messages answered a second by one bot and by two.

.venv/bin/python -m benchmarks.cluster        (ten minutes; needs a trained model and what
                                               scripts/cluster needs)

First bots that run the actions themselves, then bots that ask two action servers. One bot and
both take turns, several times, each bot on a core of its own where there are two: compare the
ratio, not the figures. The databases, nginx, the action servers and the people work on the same
cores. So the processor time of a message is told as well, by whom it is taken: that of the bots
says how many messages a second each could answer if nobody else worked on its core.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from scripts.parts.cluster import Cluster
from scripts.parts.process import seconds_of
from tests.faults.people import Crowd, p95

PEOPLE, SECONDS, ROUNDS = 32, 12.0, 5
SETTINGS = {
    "SOJOURN_TODAY": "2026-11-22",
    "SOJOURN_MOST_QUEUED": "0",
    "SOJOURN_MOST_PER_MINUTE": "0",
}


@dataclass(frozen=True)
class Measured:
    """What came of one crowd."""

    rate: float
    """Messages answered a second."""
    late: float
    """The 95th percentile of the seconds each took."""
    work: dict[str, float]
    """Milliseconds of processor time a message, by who worked."""


def measure(cluster: Cluster, url: str) -> Measured:
    """A crowd at one address, and what each part of the cluster did for it."""
    parts = {
        "bots": cluster.bots,
        "action servers": cluster.actions,
        "databases and nginx": [cluster.postgres, cluster.redis, cluster.nginx],
    }

    def worked() -> dict[str, float]:
        each = {name: sum(seconds_of(one.pid) for one in some) for name, some in parts.items()}
        return each | {"people": time.process_time()}

    began, before = time.monotonic(), worked()
    with Crowd(url, PEOPLE, pause=0.0) as crowd:
        time.sleep(SECONDS)
    took, after = time.monotonic() - began, worked()
    taken = [told.seconds for told in crowd.heard if told.taken]
    work = {name: (after[name] - before[name]) / len(taken) * 1000 for name in after}
    return Measured(len(taken) / took, p95(taken), work)


def pin(process: int, core: int) -> None:
    """All threads of a process onto one core; those it starts later follow."""
    for thread in os.listdir(f"/proc/{process}/task"):
        os.sched_setaffinity(int(thread), {core})


def compare(action_servers: int) -> None:
    """Print the medians and their ratio."""
    with tempfile.TemporaryDirectory(prefix="sojourn-bench-") as name:
        os.chmod(name, 0o755)
        cluster = Cluster(Path(name), SETTINGS, action_servers)
        try:
            cluster.start()
            for url in cluster.bot_urls:
                measure(cluster, url)  # to warm up
            for number, bot in enumerate(cluster.bots):
                pin(bot.pid, number % (os.cpu_count() or 1))
            both = cluster.bot_urls[0], cluster.url
            rounds = [tuple(measure(cluster, url) for url in both) for _ in range(ROUNDS)]
        finally:
            cluster.stop()
    print(f"== {action_servers} action servers, {PEOPLE} people")
    for label, place in (("one bot", 0), ("two bots behind nginx", 1)):
        found = [one[place] for one in rounds]
        rate = statistics.median(one.rate for one in found)
        late = statistics.median(one.late for one in found)
        print(f"{label}: {rate:.1f} messages a second, p95 {late * 1000:.0f} ms")
        for name in found[0].work:
            print(f"    {name}: {statistics.median(one.work[name] for one in found):.1f} ms")
    rates = sorted(two.rate / one.rate for one, two in rounds)
    alone = sorted(2 * one.work["bots"] / two.work["bots"] for one, two in rounds)
    for what, found in (("as measured", rates), ("by the bots' own time", alone)):
        middle, least, most = statistics.median(found), found[0], found[-1]
        print(f"two bots for one, {what}: {middle:.2f} (from {least:.2f} to {most:.2f})")


def main() -> None:
    """Both ways of running the actions."""
    for action_servers in (0, 2):
        compare(action_servers)


if __name__ == "__main__":
    main()
