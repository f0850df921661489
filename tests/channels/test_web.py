"""Who may embed the chat, files a browser has already, repeated messages, and pictures."""

from __future__ import annotations

import asyncio
import datetime as dt
import io
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import aiohttp
import pytest
from PIL import Image

from addons.channels.origins import Origins
from addons.channels.repeats import Repeats
from addons.channels.sessions import Sessions
from addons.channels.signed_link import SignedLinks
from addons.channels.web import WebChannel
from addons.timeline_picture import days_of, marks, png, svg
from tests.channels.fakes import Bot
from tests.channels.test_routes import a_sender, app_with_channels, get, visit

pytestmark = pytest.mark.bot

ALLOWED = "https://www.example.org"
VALUES = {
    "until": "2027-02-03",
    "recommended_by": "2027-01-04",
    "restoration_last_day": "2027-05-04",
    "days_left": 73,
}
DAYS = [
    ["today", "2026-11-22"],
    ["recommended_by", "2027-01-04"],
    ["last_day", "2027-02-03"],
    ["restoration_last_day", "2027-05-04"],
]
CITATION = {
    "instrument": "IRPR",
    "pinpoint": "183(2)",
    "url": "https://laws-lois.justice.gc.ca/x",
    "authority": "regulation",
    "checked_on": "2026-11-22",
}


@pytest.fixture
def secret(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("SOJOURN_SECRET", "a secret of this test")
    return "a secret of this test"


def ask(
    method: str, path: str, headers: dict[str, str], bot: Bot | None = None, **more: Any
) -> tuple[int, Any, bytes]:
    async def steps(client: aiohttp.ClientSession, base: str) -> tuple[int, Any, bytes]:
        own = {name: value.replace("OWN", base.split("/webhooks")[0]) for name, value in
               headers.items()}  # fmt: skip
        async with client.request(method, f"{base}/web/{path}", headers=own, **more) as reply:
            return reply.status, reply.headers, await reply.read()

    result: tuple[int, Any, bytes] = visit(steps, app_with_channels(bot or Bot()))
    return result


@pytest.mark.parametrize("path", ["ui/element.js", "chat", "health", "webhook"])
@pytest.mark.parametrize(
    ("origin", "admitted"),
    [
        (ALLOWED, True),
        ("OWN", True),
        ("https://www.example.org.evil.example", False),
        ("http://www.example.org", False),
        ("https://www.example.org:8443", False),
        ("https://evil.example", False),
        ("null", False),
        ("", False),
    ],
)
def test_only_pages_of_the_list_and_our_own_are_served(
    path: str, origin: str, admitted: bool, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOJOURN_ORIGINS", f"{ALLOWED}, https://other.example")
    bot = Bot()
    session = Sessions("a secret of this test").open()
    message = {"message": "hi", "sender": session}
    method, body = ("POST", message) if path == "webhook" else ("GET", None)
    status, headers, _ = ask(method, path, {"Origin": origin}, bot, json=body)
    assert (status != 403) == admitted
    assert headers.get("Access-Control-Allow-Origin") == (origin if origin == ALLOWED else None)
    assert "Origin" in headers["Vary"]
    assert bool(bot.begun) == (admitted and path == "webhook")


def test_a_browser_may_ask_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOJOURN_ORIGINS", ALLOWED)
    status, headers, _ = ask("OPTIONS", "webhook", {"Origin": ALLOWED})
    assert status in (200, 204)
    assert headers["Access-Control-Allow-Origin"] == ALLOWED
    assert headers["Access-Control-Allow-Methods"] == "POST"
    assert headers["Access-Control-Allow-Headers"] == "Content-Type"
    assert "Access-Control-Allow-Credentials" not in headers
    assert ask("OPTIONS", "webhook", {"Origin": "https://evil.example"})[0] == 403


@pytest.mark.parametrize(
    "origin",
    ["*", "www.example.org", "https://www.example.org/", "https://a.example/x", "null",
     "https://Example.org", "javascript:x", "https://"],
)  # fmt: skip
def test_what_cannot_be_an_origin_stops_the_start(origin: str) -> None:
    with pytest.raises(ValueError, match="SOJOURN_ORIGINS"):
        Origins([origin])


def test_a_file_the_browser_has_is_not_sent_again() -> None:
    status, headers, body = ask("GET", "ui/element.js", {"Accept-Encoding": "identity"})
    assert status == 200 and headers["Cache-Control"] == "no-cache"
    assert headers["Vary"] == "Accept-Encoding, Origin"
    again, later, nothing = ask("GET", "ui/element.js", {"If-None-Match": headers["ETag"]})
    assert (again, nothing, later["ETag"]) == (304, b"", headers["ETag"])
    packed = ask("GET", "ui/element.js", {"Accept-Encoding": "gzip"})
    assert packed[1]["Content-Encoding"] == "gzip" and packed[2] == body


def test_a_repeated_message_is_taken_once() -> None:
    bot = Bot()

    async def steps(client: aiohttp.ClientSession, base: str) -> list[Any]:
        first, second = [await a_sender(client, base, "web") for _ in range(2)]
        body = {"sender": first, "message": "hi", "id": "0123456789abcdef"}

        async def send(**changed: str) -> Any:
            async with client.post(f"{base}/web/webhook", json={**body, **changed}) as reply:
                return reply.status, await reply.json()

        together = await asyncio.gather(send(), send(), send())
        return [*together, await send(), await send(sender=second), await send(id="short")]

    *same, other, refused = visit(steps, app_with_channels(bot))
    assert all(answer == same[0] for answer in same)
    assert other[0] == 200
    assert other[1][0]["recipient_id"] != same[0][1][0]["recipient_id"]
    assert refused[0] == 400
    assert len(bot.begun) == 2


def test_answers_are_remembered_for_a_short_time_only() -> None:
    async def steps() -> tuple[int, int]:
        repeats, calls = Repeats(kept_seconds=0.05), []

        async def reply() -> list[dict[str, Any]]:
            calls.append(1)
            return []

        await repeats.once("s", "0123456789abcdef", reply)
        await repeats.once("s", "0123456789abcdef", reply)
        early = len(calls)
        await asyncio.sleep(0.1)
        await repeats.once("s", "0123456789abcdef", reply)
        return early, len(calls)

    assert asyncio.run(steps()) == (1, 2)


def reply_with(**answer: Any) -> dict[str, Any]:
    return {"recipient_id": "s", "text": "x", "custom": {"answer": answer}}


def test_a_reply_carries_its_sources_and_its_timeline(secret: str) -> None:
    (arranged,) = WebChannel().arrange([reply_with(values=VALUES, citations=[CITATION])])
    assert arranged["sources"] == [
        {
            "name": "IRPR s. 183(2)",
            "kind": "regulation",
            "url": CITATION["url"],
            "checked_on": "2026-11-22",
        }
    ]
    timeline = arranged["timeline"]
    assert [[day["kind"], day["date"]] for day in timeline["days"]] == DAYS
    assert timeline["days"][0]["line"] == "22 November 2026: today"
    for ending, kind in ((".svg", "image/svg+xml"), (".png", "image/png")):
        path = timeline["url"].replace(".svg", ending)
        status, headers, body = ask("GET", path, {})
        assert (status, headers["Content-Type"]) == (200, kind)
        assert headers["Cache-Control"] == "no-store" and body


@pytest.mark.parametrize("values", [{}, {"until": None}, {"until": "x"}, {"until": 5}])
def test_without_an_end_there_is_no_timeline(values: dict[str, Any]) -> None:
    assert days_of(values) == []
    assert "timeline" not in WebChannel().arrange([reply_with(values=values)])[0]


def test_the_day_of_an_answer_after_the_end_is_counted_from_it() -> None:
    days = days_of({"until": "2026-07-15", "overstay_days": 130})
    assert days == [["last_day", "2026-07-15"], ["today", "2026-11-22"]]


def test_the_picture_says_in_words_all_that_it_shows() -> None:
    root = ElementTree.fromstring(svg({"days": DAYS, "language": "en"}))
    described = root.findtext("{http://www.w3.org/2000/svg}desc") or ""
    for day in ("22 November 2026", "4 January 2027", "3 February 2027", "4 May 2027"):
        assert day in described
    assert len(root.findall("{http://www.w3.org/2000/svg}circle")) == 4


def test_the_png_is_a_picture_of_the_same_size() -> None:
    picture = Image.open(io.BytesIO(png({"days": DAYS})))
    assert picture.size == (720, 252)
    assert len(picture.getcolors(10_000) or ()) > 4


@pytest.mark.parametrize("gap", [0, 1, 2, 5000])
def test_marks_never_hide_each_other_or_leave_the_picture(gap: int) -> None:
    first = dt.date(2026, 1, 1)
    kinds = ["today", "recommended_by", "last_day", "restoration_last_day"]
    days = [[kind, (first + dt.timedelta(gap * i)).isoformat()] for i, kind in enumerate(kinds)]
    at = [mark.x for mark in marks({"days": days})]
    assert all(later - earlier >= 24 for earlier, later in pairwise(at))
    assert at[0] >= 12 and at[-1] <= 708


@pytest.mark.parametrize(
    "content",
    [{}, {"days": []}, {"days": 5}, {"days": [["x", "2026-01-01"]]}, {"days": [["today", "x"]]},
     {"days": [["today", "2026-01-01"]]}, {"events": []}],
)  # fmt: skip
@pytest.mark.parametrize("ending", ["svg", "png"])
def test_a_link_with_another_content_is_not_found(
    secret: str, content: dict[str, Any], ending: str
) -> None:
    status, _, text = get(f"web/timeline/{SignedLinks(secret).token(content)}.{ending}")
    assert status == 404 and text.startswith("There is no picture at this address.")


@pytest.mark.parametrize("name", ["x.svg", ".svg", "x", "a/b.png", "%00.svg"])
def test_a_forged_link_is_not_found(secret: str, name: str) -> None:
    assert get(f"web/timeline/{name}")[0] == 404
