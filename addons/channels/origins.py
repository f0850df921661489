"""Which websites may show the chat: an allow-list of origins from the environment."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from sanic.request import Request

ORIGINS = "SOJOURN_ORIGINS"
_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(?::\d{1,5})?")

PREFLIGHT = {
    "Access-Control-Allow-Methods": "POST",
    "Access-Control-Allow-Headers": "Content-Type",
    "Access-Control-Max-Age": "600",
}
"""The answer to what a browser asks before a page of another origin sends JSON."""


class Origins:
    """Origins (``https://example.org``) whose pages may load the chat and talk to it."""

    def __init__(self, allowed: Iterable[str] = ()) -> None:
        """Refuses, by ``ValueError``, what cannot be an origin: a slip there shuts out a site."""
        self.allowed = tuple(allowed)
        for origin in self.allowed:
            if not _ORIGIN.fullmatch(origin):
                raise ValueError(
                    f"{ORIGINS}: {origin!r} is no origin such as https://www.example.org "
                    "(lower case, without a path or a slash at its end)"
                )

    @classmethod
    def of_environment(cls) -> Origins:
        """Those in ``SOJOURN_ORIGINS``, separated by spaces or commas."""
        given = os.environ.get(ORIGINS, "")
        return cls(origin for origin in re.split(r"[\s,]+", given) if origin)

    def admits(self, request: Request) -> bool:
        """Whether a request comes from an allowed page, our own, or no page at all."""
        origin = request.headers.get("origin")
        return origin is None or origin in self.allowed or _is_own(origin, request)

    def headers(self, request: Request) -> dict[str, str]:
        """What tells a browser that the page which asked may read the answer."""
        origin = request.headers.get("origin")
        if origin is None or origin not in self.allowed:
            return {"Vary": "Origin"}
        asks_first = PREFLIGHT if request.method == "OPTIONS" else {}
        return {"Vary": "Origin", "Access-Control-Allow-Origin": origin, **asks_first}


def _is_own(origin: str, request: Request) -> bool:
    # The scheme is not compared: a proxy that ends TLS speaks http with us.
    return bool(origin != "null" and urlsplit(origin).netloc == request.headers.get("host"))
