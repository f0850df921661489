"""Whether the assistant lives, and whether all that an answer needs is well."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import urljoin

import aiohttp
from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

from addons.own_actions import OwnActions, resolved
from addons.stores import personal

HEALTH_TIME_LIMIT = 1.0
"""Seconds the action server has to say that it is well."""


async def life(_request: Request) -> HTTPResponse:
    """200 while the process serves at all: what is not alive is started anew."""
    return response.json({"status": "live"})


async def readiness(request: Request) -> HTTPResponse:
    """200 when model, actions, conversations and locks are well, else what is missing."""
    agent = getattr(request.app.ctx, "agent", None)
    endpoint = resolved(getattr(agent, "action_endpoint", None))
    parts: dict[str, Any] = {
        "model": bool(agent and agent.is_ready()),
        "actions": endpoint.is_well()
        if isinstance(endpoint, OwnActions)
        else await answers(getattr(endpoint, "url", None)),
    }
    missing = [part for part, well in parts.items() if not well]
    if getattr(agent, "tracker_store", None) is not None:
        missing += await personal.unwell()
    return response.json(
        {"status": "not ready" if missing else "ready", "missing": missing},
        status=503 if missing else 200,
    )


async def answers(webhook: str | None) -> bool:
    """Whether the action server behind ``webhook`` reports itself well in time."""
    if not webhook:
        return False
    limit = aiohttp.ClientTimeout(total=HEALTH_TIME_LIMIT)
    try:
        async with (
            aiohttp.ClientSession(timeout=limit) as session,
            session.get(urljoin(webhook, "health")) as reply,
        ):
            return reply.status == 200
    except (aiohttp.ClientError, asyncio.TimeoutError, ValueError):
        return False
