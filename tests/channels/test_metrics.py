"""What is counted can be scraped from this machine, and names nobody."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import aiohttp
import pytest

from addons.metrics import BUCKETS, Metrics
from tests.channels.fakes import Bot
from tests.channels.test_routes import app_with_channels, visit

pytestmark = pytest.mark.bot

LINE = re.compile(
    r'# (HELP|TYPE) .+|[a-z_]+(\{[a-z]+="[^"\n\\]*"(,[a-z]+="[^"\n\\]*")*\})? [0-9.]+'
)


def answered(**answer: Any) -> list[dict[str, Any]]:
    return [{"text": "secret"}, {"custom": {"answer": answer}}]


def test_answers_and_times_are_counted() -> None:
    metrics = Metrics()
    metrics.count("rest", answered(kind="guard", outcome="FALLBACK"), 0.03)
    metrics.count("rest", answered(kind="guard", outcome='x"} 1\nforged'), 99.0)
    metrics.count("web", [{"text": "secret"}], 0.0)
    metrics.count_removed(("uci", "uci"))
    text = metrics.text()
    assert 'sojourn_answers_total{channel="rest",kind="guard",outcome="FALLBACK"} 1' in text
    assert 'outcome="other"} 1' in text
    assert 'sojourn_identifiers_removed_total{kind="uci"} 2' in text
    assert 'sojourn_turn_seconds_bucket{channel="rest",le="0.05"} 1' in text
    assert 'sojourn_turn_seconds_bucket{channel="rest",le="+Inf"} 2' in text
    assert f'le="{BUCKETS[-1]}"}} 1' in text and "secret" not in text
    assert all(LINE.fullmatch(line) for line in text.splitlines())


@pytest.mark.parametrize("headers", [{}, {"X-Forwarded-For": "203.0.113.5"}])
def test_they_are_for_this_machine_alone(headers: dict[str, str]) -> None:
    async def steps(client: aiohttp.ClientSession, base: str) -> tuple[int, str]:
        body = {"sender": "somebody", "message": "hi, I am a.b@c.example"}
        await asyncio.gather(client.post(f"{base}/rest/webhook", json=body))
        async with client.get(f"{base}/rest/metrics", headers=headers) as reply:
            return reply.status, await reply.text()

    status, text = visit(steps, app_with_channels(Bot()))
    assert status == (404 if headers else 200)
    assert ("sojourn_turn_seconds_count" in text) == (not headers)
    assert "somebody" not in text and "c.example" not in text
