"""Whether a conversation of 300 turns answers as fast at its end as at its start.

.venv/bin/python -m benchmarks.long_talk        (a minute; needs a trained model)
"""

from __future__ import annotations

import datetime as dt
import statistics
import time

from scripts.evaluation import assistant
from tests.rest_client import RestClient

TODAY = dt.date(2026, 11, 22)
TURNS, EDGE = 300, 25
SAID = (
    "I entered on 3 July 2026, no stamp. When must I leave?",
    "How much does an extension cost?",
    "why?",
    "can i study english for 3 months",
    "my passport expires on 5 March 2027",
    "thanks",
)


def main() -> None:
    """Print the median of the first and the last turns, and their ratio."""
    with assistant.serving(TODAY) as url:
        client, times = RestClient(url), []
        for number in range(TURNS):
            began = time.perf_counter()
            replies = client.say(SAID[number % len(SAID)])
            times.append(time.perf_counter() - began)
            assert any(reply.get("text") for reply in replies), f"turn {number} has no words"
    first, last = (statistics.median(part) for part in (times[5 : 5 + EDGE], times[-EDGE:]))
    print(f"turns 6 to {5 + EDGE}: {first * 1000:.1f} ms (median)")
    print(f"last {EDGE} of {TURNS}: {last * 1000:.1f} ms (median), ratio {last / first:.2f}")


if __name__ == "__main__":
    main()
