"""Whatever is posted to a channel, by its own sender: no 5xx, no silence, no error in the log.

`CASES` for each channel: 100 with each commit, 2,500 by `make test-faults`.
"""

from __future__ import annotations

import json
import os
from typing import Any

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from tests.faults.goals import record, whole
from tests.live.house import NAMES, House

pytestmark = [pytest.mark.live, pytest.mark.bot]

CASES = int(os.environ.get("FUZZ_CASES") or (2500 if whole() else 100))
SEED = 9
CHECKS = list(HealthCheck)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40)
JSON = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4)
    ),
    max_leaves=12,
)
COMMANDS = ["/restart", '/inform{"topic": "restoration"}', "\u00a0/session_start", "/back"]
WORDS = [
    "when must I leave", "I entered on", "3 August 2026", "03/04/2026", "30 February", "UCI",
    "1234-5678", "my passport", "extend", "overstayed", "delete my data", "[removed]", "{x}", "%s",
    "\x00", "\u202e", "\ud800", "\U0001f600", "a" * 300, "(" * 50,
]  # fmt: skip
TEXTS = (
    st.text(st.characters(), max_size=60)
    | st.sampled_from(COMMANDS)
    | st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
)


def odd_bodies(house: House, channel: str) -> Any:
    """JSON of any kind, and the channel's own shape with parts of another kind."""
    shape = json.loads(house.someone(channel).body("hello"))
    changed = st.dictionaries(st.sampled_from(sorted(shape)), JSON, min_size=1).map(
        lambda parts: {**shape, **parts}
    )
    return (JSON | changed).map(lambda body: json.dumps(body).encode()) | st.binary(max_size=60)


def said(replies: bytes) -> bool:
    """Whether a person reads something."""
    return any(str(reply.get("text") or "").strip() for reply in json.loads(replies))


@pytest.mark.parametrize("channel", NAMES)
def test_whatever_is_posted(house: House, channel: str) -> None:
    logged, wrong = len(house.log.getvalue()), []

    @seed(SEED)
    @settings(max_examples=CASES // 2, deadline=None, database=None, suppress_health_check=CHECKS)
    @given(odd_bodies(house, channel))
    def bodies(body: bytes) -> None:
        status, answer = house.deliver(channel, body)
        silent = status == 200 and channel in ("rest", "web") and not said(answer)
        explained = status == 200 or (400 <= status < 500 and b"error" in answer)
        if silent or not explained:
            wrong.append((status, body))

    @seed(SEED)
    @settings(
        max_examples=CASES - CASES // 2, deadline=None, database=None, suppress_health_check=CHECKS
    )
    @given(TEXTS)
    def texts(text: str) -> None:
        if not any(one.strip() for one in house.someone(channel).say(text)):
            wrong.append((200, text.encode("utf-8", "replace")))

    bodies()
    texts()
    lines = house.log.getvalue()[logged:].splitlines()
    errors = [line for line in lines if "level=error" in line or "Traceback" in line]
    value = f"{len(wrong)} wrong of {CASES}, {len(errors)} errors logged"
    record(1, channel, value, met=not wrong and not errors, whole=CASES >= 2500)
    assert wrong == []
    assert errors == []
