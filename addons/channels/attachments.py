"""What a reply on the web carries beside its words: sources, timeline and signed links."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from itsdangerous import BadData, SignatureExpired
from sanic import response
from sanic.response import HTTPResponse

from addons.calendar_file import calendar_file
from addons.channels.door_words import Message
from addons.channels.rest import NEVER_KEPT
from addons.channels.signed_link import SignedLinks
from addons.timeline_picture import days_of, line, png, svg
from language.catalogue import catalogue
from language.citations import name_of
from rules_core.citation import Authority, Citation

PICTURES: Mapping[str, tuple[str, Callable[[Mapping[str, Any]], Any]]] = {
    ".svg": ("image/svg+xml", svg),
    ".png": ("image/png", png),
}


class Attachments:
    """Adds them to replies, and serves the files behind the links from the links alone."""

    def __init__(self, links: SignedLinks) -> None:
        self._links = links

    def add(self, reply: Message, language: str) -> Message:
        """The reply with ``sources``, ``timeline`` and ``calendar_url`` where it has them.

        Addresses are relative to the channel's own.
        """
        custom = reply.get("custom")
        answer = custom.get("answer") if isinstance(custom, dict) else None
        if not isinstance(answer, dict):
            return reply
        added: Message = {}
        if answer.get("citations"):
            added["sources"] = sources(answer["citations"], language)
        days = days_of(answer.get("values") or {})
        if len(days) > 1:
            added["timeline"] = self._timeline(days, language)
        calendar = answer.get("calendar")
        if isinstance(calendar, dict):
            words = catalogue(calendar.get("language"))
            added["calendar_url"] = f"calendar/{self._links.token(calendar)}.ics"
            added["calendar_title"] = words.sentence("calendar_link")
        return {**reply, **added}

    def _timeline(self, days: list[list[str]], language: str) -> dict[str, Any]:
        words = catalogue(language)
        token = self._links.token({"days": days, "language": words.language})
        return {
            "title": words.sentence("timeline"),
            "stay": words.sentence("timeline_stay"),
            "after": words.sentence("timeline_after"),
            "days": [
                {"kind": kind, "date": day, "line": line(kind, dt.date.fromisoformat(day), words)}
                for kind, day in days
            ],
            "url": f"timeline/{token}.svg",
        }

    def calendar(self, name: str) -> HTTPResponse:
        """The file behind ``<token>.ics``, or a sentence that says why there is none."""
        saved = {"Content-Disposition": 'attachment; filename="stay-in-canada.ics"'}
        return self._file(
            name.removesuffix(".ics"),
            "calendar",
            "text/calendar; charset=utf-8",
            calendar_file,
            saved,
        )

    def timeline(self, name: str) -> HTTPResponse:
        """The picture behind ``<token>.svg`` or ``.png``, or why there is none."""
        kind, picture = PICTURES.get(name[-4:], PICTURES[".svg"])
        return self._file(name[:-4], "picture", kind, lambda content, _stamp: picture(content), {})

    def _file(
        self,
        token: str,
        what: str,
        kind: str,
        make: Callable[[Mapping[str, Any], dt.datetime], Any],
        headers: Mapping[str, str],
    ) -> HTTPResponse:
        try:
            made = make(*self._links.read(token))
        except SignatureExpired:
            gone = catalogue().sentence(f"{what}_expired")
            return response.text(gone, status=410, headers=NEVER_KEPT)
        except (BadData, LookupError, TypeError, ValueError, StopIteration):
            unknown = catalogue().sentence(f"{what}_unknown")
            return response.text(unknown, status=404, headers=NEVER_KEPT)
        body = made if isinstance(made, bytes) else made.encode()
        return response.raw(body, content_type=kind, headers={**NEVER_KEPT, **headers})


def sources(citations: list[dict[str, Any]], language: str) -> list[dict[str, str]]:
    """Each source by its name as people read it, its kind, address and day of checking."""
    words = catalogue(language)
    shown = []
    for given in citations:
        checked_on = dt.date.fromisoformat(given["checked_on"])
        authority = Authority(given["authority"])
        citation = Citation(
            given["instrument"], given["pinpoint"], given["url"], authority, checked_on
        )
        shown.append(
            {
                "name": name_of(citation, words),
                "kind": words.text("authorities", authority.value),
                "url": citation.url,
                "checked_on": given["checked_on"],
            }
        )
    return shown
