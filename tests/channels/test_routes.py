"""The routes over a real Sanic server on a loopback port, with a stand-in for the bot."""

from __future__ import annotations

import asyncio
import json
import logging
import re
import time
from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any

import aiohttp
import pytest
from sanic import Blueprint, Sanic, response

from addons.channels.files import WIDGET, widget_files
from addons.channels.front_door import FrontDoor, Handler
from addons.channels.requests import MAX_BODY_BYTES
from addons.channels.rest import RestChannel
from addons.channels.signed_link import LIFETIME, SignedLinks, secret_of_environment
from addons.channels.web import WebChannel, attach_custom
from tests.channels.calendars import days, read_back
from tests.channels.fakes import Bot, fake_words, new_app, serving

pytestmark = pytest.mark.bot

CUSTOM = {"answer": {"n": 1}}
CALENDAR: dict[str, Any] = {
    "events": [
        {"kind": "recommended_by", "date": "2027-01-04"},
        {"kind": "last_day", "date": "2027-02-03", "cutoff": "2027-02-03T18:59:00-05:00"},
        {"kind": "restoration_last_day", "date": "2027-05-04"},
    ],
    "timezone": "America/Argentina/ComodRivadavia",
    "language": "en",
}


def app_with_channels(bot: Bot) -> Sanic:
    app = new_app()
    for kind in (RestChannel, WebChannel):
        app.blueprint(quick(kind)().blueprint(bot), url_prefix=f"/webhooks/{kind.name()}")
    return app


def quick(kind: type[RestChannel]) -> type[RestChannel]:
    """The channel with a fake catalogue and a short time limit."""

    class Quick(kind):  # type: ignore[misc, valid-type]  # the base is chosen by the test
        def front_door(self, on_new_message: Handler) -> FrontDoor:
            return FrontDoor(on_new_message, self.name(), fake_words, time_limit=0.1)

    return Quick


def visit(
    steps: Callable[[aiohttp.ClientSession, str], Awaitable[Any]], app: Sanic | None = None
) -> Any:
    async def run() -> Any:
        site = serving(app or app_with_channels(Bot()))
        async with site as address, aiohttp.ClientSession() as client:
            return await steps(client, f"{address}/webhooks")

    return asyncio.run(run())


async def a_sender(client: aiohttp.ClientSession, base: str, channel: str) -> str:
    """A name for a new conversation: chosen here, or given by the channel."""
    if channel == "rest":
        return "somebody"
    async with client.post(f"{base}/{channel}/session") as reply:
        return str((await reply.json())["session"])


def post(channel: str, body: bytes, bot: Bot | None = None) -> tuple[int, Any]:
    """What comes back; ``SENDER`` in the body becomes a good one."""

    async def steps(client: aiohttp.ClientSession, base: str) -> tuple[int, Any]:
        sender = await a_sender(client, base, channel)
        whole = body.replace(b"SENDER", sender.encode())
        async with client.post(f"{base}/{channel}/webhook", data=whole) as reply:
            return reply.status, await reply.json()

    result: tuple[int, Any] = visit(steps, app_with_channels(bot or Bot()))
    return result


def get(path: str, app: Sanic | None = None) -> tuple[int, Any, str]:
    async def steps(client: aiohttp.ClientSession, base: str) -> tuple[int, Any, str]:
        async with client.get(f"{base}/{path}") as reply:
            return reply.status, reply.headers, await reply.text()

    result: tuple[int, Any, str] = visit(steps, app)
    return result


def test_rest_speaks_rasas_protocol() -> None:
    status, replies = post("rest", b'{"sender": "SENDER", "message": "hi"}')
    assert status == 200
    assert replies == [
        {"recipient_id": "somebody", "text": "heard hi"},
        {"recipient_id": "somebody", "custom": CUSTOM},
    ]


def test_web_attaches_the_custom_payload_to_the_text() -> None:
    status, (reply,) = post("web", b'{"sender": "SENDER", "message": "hi"}')
    assert status == 200
    assert re.fullmatch("web:[0-9a-f]{32}", reply.pop("recipient_id"))
    assert reply == {"text": "heard hi", "custom": CUSTOM, "language": "en"}


@pytest.mark.parametrize("channel", ["rest", "web"])
@pytest.mark.parametrize(
    "body",
    [b"", b"null", b"[]", b"5", b'"x"', b"{", b"hello", b"\xff\xfe",
     b'{"sender": "SENDER", "message": 5}', b'{"sender": "SENDER", "message": {"text": "hi"}}',
     b'{"message": "hi"}', b'{"sender": null, "message": "hi"}', b'{"sender": "", "message": "hi"}',
     b'{"sender": "web:0123456789", "message": "hi"}', b'{"sender": {}, "message": "hi"}',
     b'{"sender": "a b", "message": "hi"}', pytest.param(b"[" * 100_000, id="deep")],
)  # fmt: skip
def test_a_malformed_body_is_refused_with_a_reason(channel: str, body: bytes) -> None:
    bot = Bot()
    status, reply = post(channel, body, bot)
    about_the_session = channel == "web" and "session" in reply["error"]
    assert status == (401 if about_the_session else 400)
    assert set(reply) == {"error"} and reply["error"].endswith(".")
    assert bot.begun == []


@pytest.mark.parametrize("channel", ["rest", "web"])
@pytest.mark.parametrize(
    ("message", "text"),
    [
        (None, "en:empty_message"),
        (" ", "en:empty_message"),
        ("//", "en:empty_message"),
        pytest.param("a" * 10_000, "en:too_long", id="long"),
        ("raise", "en:fault"),
        ("hang", "en:fault"),
        ("silent", "en:fault"),
        ("\u00a0/restart", "heard restart"),
        ("nul \x00 byte", "heard nul byte"),
        ("half \ud800 pair", "heard half pair"),
        ("\U0001f600", "heard \U0001f600"),
    ],
)
def test_every_message_gets_a_sentence(channel: str, message: object, text: str) -> None:
    content = {"sender": "SENDER", "message": message, "metadata": "not an object"}
    status, replies = post(channel, json.dumps(content).encode())
    assert status == 200
    assert replies[0]["text"] == text
    assert "Traceback" not in json.dumps(replies)


def test_a_body_beyond_all_reason_is_refused() -> None:
    async def steps(client: aiohttp.ClientSession, base: str) -> int:
        async with client.post(f"{base}/rest/webhook", data=b"x" * (MAX_BODY_BYTES + 1)) as reply:
            return reply.status

    assert visit(steps) == 413


def test_rest_status() -> None:
    assert get("rest/")[0] == 200


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("web/chat", "text/html"),
        ("web/ui/sojourn.css", "text/css"),
        ("web/ui/sojourn.js", "javascript"),
    ],
)
def test_the_page_and_its_files_are_served_locked_down(path: str, kind: str) -> None:
    status, headers, _ = get(path)
    assert status == 200 and kind in headers["Content-Type"]
    policy = headers["Content-Security-Policy"].split("; ")
    assert policy[0] == "default-src 'none'" and "frame-ancestors 'self'" in policy
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


def test_the_page_has_nothing_inline_and_nothing_from_elsewhere() -> None:
    page = (WIDGET / "chat.html").read_text(encoding="utf-8")
    assert "<style" not in page and "style=" not in page and " on" + "click" not in page
    assert "http://" not in page and "https://" not in page
    for file in WIDGET.glob("*.js"):
        script = file.read_text(encoding="utf-8")
        for unsafe in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
            assert unsafe not in script, file.name


def test_the_widget_is_small() -> None:
    own_page = {"chat.html", "page.css"}
    sizes = {n: len(f.packed) for n, f in widget_files().items() if n not in own_page}
    assert sum(sizes.values()) <= 15_000, sizes


def test_files_leave_without_their_comments_and_with_all_their_code() -> None:
    for name, file in widget_files().items():
        written = (WIDGET / name).read_text(encoding="utf-8").splitlines()
        sent = file.plain.decode().splitlines()
        assert len(sent) == len(written), name
        left_out = [line for line, kept in zip(written, sent, strict=True) if not kept]
        in_comment = re.compile(r" *(//|/\*|[A-Za-z*.-][^;{}]*( \*/)?$)|")
        assert all(in_comment.match(line) for line in left_out), name
        assert not re.search(r"(?m)^ *(//|/\*)", file.plain.decode()), name


def test_only_the_widgets_folder_is_served() -> None:
    assert get("web/ui/..%2f..%2fcredentials.yml")[0] == 404


@pytest.mark.parametrize(
    ("model", "actions", "missing"),
    [
        (True, "well", []),
        (True, "slow", ["actions"]),
        (True, "broken", ["actions"]),
        (True, None, ["actions"]),
        (False, "well", ["model"]),
        (None, None, ["model", "actions"]),
    ],
)
def test_readiness_names_what_is_missing(
    model: bool | None, actions: str | None, missing: list[str]
) -> None:
    async def steps(client: aiohttp.ClientSession, base: str) -> tuple[int, Any]:
        if model is not None:
            url = f"{base}/{actions}/webhook" if actions else "http://127.0.0.1:9/webhook"
            app.ctx.agent = SimpleNamespace(
                is_ready=lambda: model, action_endpoint=SimpleNamespace(url=url)
            )
        async with client.get(f"{base}/web/health") as reply:
            return reply.status, await reply.json()

    app = app_with_channels(Bot())
    app.blueprint(fake_action_servers())
    status, body = visit(steps, app)
    assert status == (503 if missing else 200)
    assert body == {"status": "not ready" if missing else "ready", "missing": missing}


def fake_action_servers() -> Blueprint:
    routes = Blueprint("fake_action_servers", url_prefix="/webhooks")

    @routes.get("/well/health")
    async def well(_request: Any) -> Any:
        return response.json({"status": "ok"})

    @routes.get("/broken/health")
    async def broken(_request: Any) -> Any:
        return response.json({}, status=500)

    @routes.get("/slow/health")
    async def slow(_request: Any) -> Any:
        await asyncio.sleep(1.5)
        return response.json({"status": "ok"})

    return routes


def test_a_custom_payload_without_a_text_before_it_stays_as_it_is() -> None:
    alone = [{"recipient_id": "s", "custom": {"a": 1}}]
    assert attach_custom(alone) == alone
    text = {"recipient_id": "s", "text": "x"}
    assert attach_custom([text, *alone, {"custom": {"b": 2}}]) == [
        {**text, "custom": {"a": 1, "b": 2}}
    ]
    assert text == {"recipient_id": "s", "text": "x"}


@pytest.fixture
def secret(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("SOJOURN_SECRET", "a secret of this test")
    return "a secret of this test"


def test_the_link_to_a_calendar_leads_to_its_file(secret: str) -> None:
    reply = {"recipient_id": "s", "text": "x", "custom": {"answer": {"calendar": CALENDAR}}}
    (arranged,) = WebChannel().arrange([reply])
    assert arranged["calendar_title"] == "Download a calendar file with alarms"
    assert arranged | reply == arranged
    status, headers, text = get(f"web/{arranged['calendar_url']}")
    assert status == 200
    assert headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert headers["Content-Disposition"] == 'attachment; filename="stay-in-canada.ics"'
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    found = days(read_back(text.encode()))
    assert [day for day, _ in found.values()] == ["2027-01-04", "2027-02-03", "2027-05-04"]


@pytest.mark.parametrize("answer", [{}, {"calendar": None}, {"calendar": []}, None, 5])
def test_without_a_calendar_there_is_no_link(answer: object) -> None:
    reply = {"recipient_id": "s", "text": "x", "custom": {"answer": answer}}
    assert WebChannel().arrange([reply]) == [{**reply, "language": "en"}]


def test_the_same_link_gives_the_same_file(secret: str) -> None:
    path = f"web/calendar/{SignedLinks(secret).token(CALENDAR)}.ics"
    assert get(path)[2] == get(path)[2]


@pytest.mark.parametrize("left_out", ["language", "timezone"])
def test_a_link_without_a_language_or_a_time_zone_works(secret: str, left_out: str) -> None:
    content = {key: value for key, value in CALENDAR.items() if key != left_out}
    status, _, text = get(f"web/calendar/{SignedLinks(secret).token(content)}.ics")
    assert status == 200 and len(read_back(text.encode())) == 3


def changed(token: str) -> str:
    """Another content under the same signature."""
    return ("B" if token[5] != "B" else "C").join((token[:5], token[6:]))


@pytest.mark.parametrize(
    "token",
    [
        pytest.param(SignedLinks("another secret").token(CALENDAR), id="forged"),
        pytest.param(changed(SignedLinks("a secret of this test").token(CALENDAR)), id="changed"),
        pytest.param(SignedLinks("a secret of this test").token({"a": 1}), id="other content"),
        "x", "..", ".", "a.b.c", "%00", "caf%C3%A9", "%F0%9F%98%80", "a/b",
        pytest.param("x" * 5000, id="long"),
    ],
)  # fmt: skip
def test_a_link_that_is_none_of_ours_is_not_found(secret: str, token: str) -> None:
    status, headers, text = get(f"web/calendar/{token}.ics")
    assert status == 404
    assert text.startswith("There is no calendar file at this address.")
    assert headers["Content-Type"].startswith("text/plain")
    assert headers["Cache-Control"] == "no-store"


def test_an_old_link_says_that_it_has_expired(secret: str, monkeypatch: pytest.MonkeyPatch) -> None:
    signed_at = time.time()
    path = f"web/calendar/{SignedLinks(secret).token(CALENDAR)}.ics"
    lifetime = LIFETIME.total_seconds()
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: signed_at + lifetime - 60)
    assert get(path)[0] == 200
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: signed_at + lifetime + 60)
    status, _, text = get(path)
    assert status == 410 and text.startswith("This link has expired")


def test_a_link_is_short_enough_for_any_messenger() -> None:
    token = SignedLinks("s").token(CALENDAR)
    assert len(token) <= 500
    events = [{**day, "cutoff": "2027-05-04T23:59:00+12:45"} for day in CALENDAR["events"]]
    assert len(SignedLinks("s").token({**CALENDAR, "events": events})) <= 500


def test_without_a_secret_each_process_has_its_own(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("SOJOURN_SECRET", "")
    with caplog.at_level(logging.WARNING):
        first, second = (SignedLinks(secret_of_environment()) for _ in range(2))
    assert first.read(first.token(CALENDAR))[0] == CALENDAR
    with pytest.raises(Exception, match="does not match"):
        second.read(first.token(CALENDAR))
    assert [record.getMessage() for record in caplog.records] == [
        "SOJOURN_SECRET is not set: links and sessions end with a restart."
    ] * 2
