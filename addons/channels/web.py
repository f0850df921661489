"""The web channel: the chat page, its files, its webhook and the readiness check."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import aiohttp
from itsdangerous import BadData, SignatureExpired
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from addons.calendar_file import calendar_file
from addons.channels.calendar_link import CalendarLinks
from addons.channels.front_door import Handler, Message
from addons.channels.rest import RestChannel
from language.catalogue import catalogue

WIDGET = Path(__file__).resolve().parent.parent / "widget"
HEALTH_TIME_LIMIT = 1.0
"""Seconds the action server has to say that it is well."""
HTML = "text/html; charset=utf-8"
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


class WebChannel(RestChannel):
    """``/webhooks/web/``: ``chat``, ``ui/...``, ``webhook``, ``calendar/...`` and ``health``."""

    def __init__(self) -> None:
        """The links to calendar files are signed by the secret of the environment."""
        self._links = CalendarLinks.of_environment()

    @classmethod
    def name(cls) -> str:
        """The route's name and the channel Rasa records."""
        return "web"

    def arrange(self, replies: list[Message]) -> list[Message]:
        """The replies with their custom payloads and calendar links attached to the text."""
        return [self._with_calendar(reply) for reply in attach_custom(replies)]

    def _with_calendar(self, reply: Message) -> Message:
        """The reply with ``calendar_url`` (relative to the page) where it has a calendar."""
        content = calendar_of(reply)
        if content is None:
            return reply
        return {
            **reply,
            "calendar_url": f"calendar/{self._links.token(content)}.ics",
            "calendar_title": catalogue(content.get("language")).sentence("calendar_link"),
        }

    def calendar(self, name: str) -> HTTPResponse:
        """The file behind ``<token>.ics``, or a sentence that says why there is none."""
        never_kept = {"Cache-Control": "no-store"}  # what a person told does not stay on the way
        try:
            content, signed_at = self._links.read(name.removesuffix(".ics"))
            file = calendar_file(content, signed_at)
        except SignatureExpired:
            gone = catalogue().sentence("calendar_expired")
            return response.text(gone, status=410, headers=never_kept)
        except (BadData, LookupError, TypeError, ValueError):
            unknown = catalogue().sentence("calendar_unknown")
            return response.text(unknown, status=404, headers=never_kept)
        return response.raw(
            file,
            content_type="text/calendar; charset=utf-8",
            headers={
                **never_kept,
                "Content-Disposition": 'attachment; filename="stay-in-canada.ics"',
            },
        )

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """The REST routes, plus the page and the readiness check."""
        routes = super().blueprint(on_new_message)
        routes.static("/ui", str(WIDGET), name="ui")

        @routes.middleware("response")  # type: ignore[untyped-decorator]  # Sanic's is
        async def protect(_request: Request, answer: HTTPResponse) -> None:
            for name, value in HEADERS.items():
                answer.headers.setdefault(name, value)

        @routes.get("/chat")
        async def chat(_request: Request) -> HTTPResponse:
            return await response.file(str(WIDGET / "chat.html"), mime_type=HTML)

        @routes.get("/calendar/<name:path>")
        async def calendar(_request: Request, name: str) -> HTTPResponse:
            return self.calendar(name)

        @routes.get("/health")
        async def health(request: Request) -> HTTPResponse:
            agent = getattr(request.app.ctx, "agent", None)
            endpoint = getattr(agent, "action_endpoint", None)
            parts = {
                "model": bool(agent and agent.is_ready()),
                "actions": await answers(getattr(endpoint, "url", None)),
            }
            missing = [part for part, well in parts.items() if not well]
            return response.json(
                {"status": "not ready" if missing else "ready", "missing": missing},
                status=503 if missing else 200,
            )

        return routes


def attach_custom(replies: list[Message]) -> list[Message]:
    """Merge each reply that is only ``custom`` into the text reply before it, if any."""
    arranged: list[Message] = []
    for reply in replies:
        custom = reply.get("custom")
        spoken = [earlier for earlier in arranged if "text" in earlier]
        if isinstance(custom, dict) and reply.keys() <= {"recipient_id", "custom"} and spoken:
            spoken[-1]["custom"] = {**spoken[-1].get("custom", {}), **custom}
        else:
            arranged.append(dict(reply))
    return arranged


def calendar_of(reply: Message) -> dict[str, Any] | None:
    """The content of a calendar file that a reply's answer carries, if any."""
    custom = reply.get("custom")
    answer = custom.get("answer") if isinstance(custom, dict) else None
    content = answer.get("calendar") if isinstance(answer, dict) else None
    return content if isinstance(content, dict) else None


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
