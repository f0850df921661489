"""What a second bot brings: messages answered a second by one bot and by the cluster.

.venv/bin/python -m benchmarks.cluster        (five minutes; needs a trained model and what
                                               scripts/cluster needs)

One bot and the cluster take turns, several times, on the same machine: compare the ratio, not
the figures. With two cores two bots, two action servers and the people share them.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path

from scripts.parts.cluster import Cluster
from tests.faults.people import Crowd, p95

PEOPLE, SECONDS, ROUNDS = 8, 15.0, 4
SETTINGS = {
    "SOJOURN_TODAY": "2026-11-22",
    "SOJOURN_MOST_QUEUED": "0",
    "SOJOURN_MOST_PER_MINUTE": "0",
}


def measure(url: str) -> tuple[float, float]:
    """Messages answered a second, and the 95th percentile of the seconds each took."""
    began = time.monotonic()
    with Crowd(url, PEOPLE, pause=0.0) as crowd:
        time.sleep(SECONDS)
    took = time.monotonic() - began
    taken = [told.seconds for told in crowd.heard if told.taken]
    return len(taken) / took, p95(taken)


def main() -> None:
    """Print the medians and their ratio."""
    with tempfile.TemporaryDirectory(prefix="sojourn-bench-") as name:
        os.chmod(name, 0o755)
        cluster = Cluster(Path(name), SETTINGS)
        try:
            cluster.start()
            for url in cluster.bot_urls:
                measure(url)  # to warm up
            rounds = [(measure(cluster.bot_urls[0]), measure(cluster.url)) for _ in range(ROUNDS)]
        finally:
            cluster.stop()
    for label, place in (("one bot", 0), ("two bots behind nginx", 1)):
        rate = statistics.median(one[place][0] for one in rounds)
        late = statistics.median(one[place][1] for one in rounds)
        print(f"{label}: {rate:.1f} messages a second, p95 {late * 1000:.0f} ms")
    ratios = sorted(two[0] / one[0] for one, two in rounds)
    print(f"ratio {statistics.median(ratios):.2f} (from {ratios[0]:.2f} to {ratios[-1]:.2f})")


if __name__ == "__main__":
    main()
