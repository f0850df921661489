"""The web channel: the chat page, its files, its webhook and the readiness check."""

from __future__ import annotations

from typing import Any

from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from addons.channels.attachments import Attachments
from addons.channels.door_words import Message
from addons.channels.files import widget_files
from addons.channels.front_door import FrontDoor, Handler
from addons.channels.health import life, readiness
from addons.channels.incoming import metadata_of
from addons.channels.origins import Origins
from addons.channels.repeats import Repeats
from addons.channels.rest import NEVER_KEPT, RestChannel
from addons.channels.sessions import Sessions
from addons.channels.signed_link import SignedLinks, secret_of_environment
from language.catalogue import catalogue

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


class WebChannel(RestChannel):
    """``/webhooks/web/``: ``chat``, ``ui/...``, ``session``, ``webhook``, files, ``ready``."""

    def __init__(self) -> None:
        """Settings come from the environment: who may embed, and the secret of links."""
        secret = secret_of_environment()
        self._attachments = Attachments(SignedLinks(secret))
        self._sessions = Sessions(secret)
        self._origins = Origins.of_environment()
        self._repeats = Repeats()
        self._files = widget_files()

    @classmethod
    def name(cls) -> str:
        """The route's name and the channel Rasa records."""
        return "web"

    async def replies(self, door: FrontDoor, body: Message) -> list[Message]:
        """The replies with what belongs to them; to a repeated message, the same again."""

        async def reply() -> list[Message]:
            language = metadata_of(body.get("metadata")).get("language", "en")
            return self.arrange(await super(WebChannel, self).replies(door, body), language)

        conversation = self.conversation(body.get("sender"))
        return await self._repeats.once(conversation, body.get("id"), reply)

    def conversation(self, sender: object) -> str:
        """The conversation of the session that a request carries as its sender.

        Raises:
            NoSession: it carries none of ours.
        """
        return self._sessions.conversation(sender)

    async def forget(self, door: FrontDoor, conversation: str) -> dict[str, Any]:
        """As over REST; the answers kept for a browser that asks again go too."""
        self._repeats.forget(conversation)
        return await super().forget(door, conversation)

    def arrange(self, replies: list[Message], language: str = "en") -> list[Message]:
        """The replies with custom payloads, sources, timeline and links attached to the text."""
        spoken = {"language": catalogue(language).language}
        return [
            {**self._attachments.add(reply, language), **spoken} for reply in attach_custom(replies)
        ]

    def blueprint(self, on_new_message: Handler) -> Blueprint:
        """The REST routes, plus the page and the readiness check."""
        routes = super().blueprint(on_new_message)
        self._guard(routes)

        async def ask(_request: Request) -> HTTPResponse:
            return response.empty()  # the headers say it all

        for path in ("session", "webhook", "forget", "export"):
            routes.add_route(ask, f"/{path}", methods=["OPTIONS"], name=f"ask_{path}")

        @routes.post("/session")
        async def begin(_request: Request) -> HTTPResponse:
            opened = {"session": self._sessions.open()}
            return response.json(opened, status=201, headers=NEVER_KEPT)

        @routes.get("/chat")
        async def chat(request: Request) -> HTTPResponse:
            return self._files["chat.html"].answer(request)

        @routes.get("/ui/<name:path>")
        async def ui(request: Request, name: str) -> HTTPResponse:
            file = self._files.get(name)
            return file.answer(request) if file else response.text("Not found.", status=404)

        @routes.get("/calendar/<name:path>")
        async def calendar(_request: Request, name: str) -> HTTPResponse:
            return self._attachments.calendar(name)

        @routes.get("/timeline/<name:path>")
        async def timeline(_request: Request, name: str) -> HTTPResponse:
            return self._attachments.timeline(name)

        routes.add_route(life, "/live", name="live")
        for path in ("ready", "health"):
            routes.add_route(readiness, f"/{path}", name=path)

        return routes

    def _guard(self, routes: Blueprint) -> None:
        """Refuse pages of other origins that are not on the list; lock down every answer."""

        @routes.middleware("request")  # type: ignore[untyped-decorator]  # Sanic's is
        async def admit(request: Request) -> HTTPResponse | None:
            if self._origins.admits(request):
                return None
            refused = "This website is not on the list of those that may use the assistant."
            return response.json({"error": refused}, status=403)

        @routes.middleware("response")  # type: ignore[untyped-decorator]  # Sanic's is
        async def protect(request: Request, answer: HTTPResponse) -> None:
            for name, value in {**self._origins.headers(request), **HEADERS}.items():
                answer.headers.setdefault(name, value)


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
