"""Who may speak in a conversation, how much, and how slowly a request may come."""

from __future__ import annotations

import asyncio
import logging
import random
import re
import secrets
from typing import Any

import aiohttp
import pytest
from sanic import Blueprint, response

from addons.channels.front_door import FrontDoor, TooMany
from addons.channels.limits import MINUTE, Limits, Pace
from addons.channels.requests import guard_requests
from addons.channels.sessions import LIFETIME, NoSession, Sessions
from tests.channels.fakes import Bot, fake_words, new_app, serving
from tests.channels.test_routes import a_sender, app_with_channels, visit
from tests.faults.goals import record

pytestmark = pytest.mark.bot

SECRET = "a secret of this test"


def test_a_session_is_signed_and_has_128_bits() -> None:
    sessions = Sessions(SECRET)
    opened = [sessions.open() for _ in range(100)]
    assert len(set(opened)) == 100
    for session in opened:
        assert re.fullmatch(r"web:[0-9a-f]{32}", sessions.conversation(session))
        assert sessions.conversation(session) == f"web:{session.split('.')[0]}"


def foreign(count: int) -> list[object]:
    """Guessed, forged, cut and changed sessions; some with the name of a real one."""
    chance = random.Random(9)
    real = [Sessions(SECRET).open() for _ in range(20)]
    made: list[object] = [None, "", 5, [], {}, "\x00", "\ud800", "web:" + "0" * 32, "x" * 5000]
    while len(made) < count:
        one = chance.choice(real)
        name, stamp, signature = one.split(".")
        at = chance.randrange(len(one))
        made += [
            secrets.token_hex(16),
            name,
            f"web:{name}",
            f"{name}.{stamp}.{secrets.token_urlsafe(20)}",
            f"{secrets.token_hex(16)}.{stamp}.{signature}",
            one[: chance.randrange(len(one))],
            one[:at] + ("A" if one[at] != "A" else "B") + one[at + 1 :],
            Sessions("another secret").open(),
        ]
    # The last character of a signature holds fewer bits than it shows.
    return [
        one for one in made if not (isinstance(one, str) and one[:-1] in {r[:-1] for r in real})
    ]


def test_no_foreign_or_guessed_session_is_joined() -> None:
    sessions = Sessions(SECRET)
    tried = foreign(1050)
    assert len(tried) >= 1000
    joined = 0
    for one in tried:
        try:
            sessions.conversation(one)
            joined += 1
        except NoSession as error:
            assert "session" in str(error)  # noqa: PT017 - counted, to be on record
    record(6, "foreign or guessed sessions joined", f"{joined} of {len(tried)}", met=not joined)
    assert joined == 0


def test_an_old_session_has_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    sessions = Sessions(SECRET)
    session = sessions.open()
    now, lifetime = sessions._signer.get_timestamp(), int(LIFETIME.total_seconds())
    monkeypatch.setattr(sessions._signer, "get_timestamp", lambda: now + lifetime - 1)
    assert sessions.conversation(session)
    monkeypatch.setattr(sessions._signer, "get_timestamp", lambda: now + lifetime + 1)
    with pytest.raises(NoSession):
        sessions.conversation(session)


def test_a_foreign_session_is_refused_and_a_new_one_helps() -> None:
    bot = Bot()

    async def steps(client: aiohttp.ClientSession, base: str) -> list[Any]:
        seen = []
        for sender in ("somebody-else", "web:" + "0" * 32, await a_sender(client, base, "web")):
            body = {"sender": sender, "message": "hi"}
            async with client.post(f"{base}/web/webhook", json=body) as reply:
                seen.append((reply.status, await reply.json()))
        return seen

    first, second, third = visit(steps, app_with_channels(bot))
    assert first[0] == second[0] == 401 and "session" in first[1]["error"]
    assert third[0] == 200 and len(bot.begun) == 1


def test_a_conversation_has_so_many_messages_a_minute() -> None:
    now = [0.0]
    pace = Pace(3, clock=lambda: now[0])
    assert [pace.wait("a") for _ in range(3)] == [0.0, 0.0, 0.0]
    assert pace.wait("a") == MINUTE and pace.wait("b") == 0.0
    now[0] = MINUTE - 1
    assert pace.wait("a") == 1.0
    now[0] = MINUTE
    assert pace.wait("a") == 0.0
    assert all(Pace(0).wait("a") == 0.0 for _ in range(1000))


def door(bot: Bot, **limits: int) -> FrontDoor:
    return FrontDoor(bot, "rest", fake_words, time_limit=1.0, limits=Limits(**limits))


def test_what_waits_beyond_the_limit_is_told_so_and_what_was_taken_is_answered() -> None:
    async def scenario() -> tuple[list[Any], list[str]]:
        bot = Bot()
        entrance = door(bot, queued=5, per_minute=0)
        sent = [entrance.reply(f"hang {n}" if n == 0 else f"m{n}", "s", None) for n in range(9)]
        return await asyncio.gather(*sent, return_exceptions=True), bot.finished

    replies, finished = asyncio.run(scenario())
    record(21, "queued by one sender", "5, the sixth is told", met=len(finished) == 6)
    assert set(finished) == {"hang 0", *(f"m{n}" for n in range(1, 6))}
    for refused in replies[6:]:
        assert isinstance(refused, TooMany) and refused.replies[0]["text"] == "en:busy"
        assert refused.replies[1]["custom"]["answer"]["outcome"] == "BUSY"


def test_a_crowd_is_told_to_come_again_on_every_channel() -> None:
    async def scenario() -> tuple[list[Any], list[Any]]:
        bot = Bot()
        doors = [
            FrontDoor(bot, name, fake_words, time_limit=1.0, limits=Limits(at_once=3))
            for name in ("rest", "web")
        ]
        sent = [doors[n % 2].reply(f"hang {n}", f"s{n}", None) for n in range(5)]
        crowd = await asyncio.gather(*sent, return_exceptions=True)
        return crowd, await doors[0].reply("m", "s9", None)

    crowd, after = asyncio.run(scenario())
    refused = [one for one in crowd if isinstance(one, TooMany)]
    assert len(refused) == 2 and len(crowd) == 5
    assert refused[0].wait > 0 and refused[0].replies[0]["text"] == "en:crowded"
    assert refused[0].replies[1]["custom"]["answer"]["outcome"] == "CROWDED"
    assert after[0]["text"] == "heard m"


def test_who_is_too_fast_hears_when_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOJOURN_MOST_PER_MINUTE", "2")
    bot = Bot()

    async def steps(client: aiohttp.ClientSession, base: str) -> list[Any]:
        seen = []
        for _ in range(3):
            body = {"sender": "somebody", "message": "hi"}
            async with client.post(f"{base}/rest/webhook", json=body) as reply:
                seen.append((reply.status, reply.headers.get("Retry-After"), await reply.json()))
        return seen

    *taken, (status, wait, replies) = visit(steps, app_with_channels(bot))
    record(21, "too many a minute", f"status {status}", met=status == 429)
    assert [one[0] for one in taken] == [200, 200]
    assert status == 429 and wait is not None and 1 <= int(wait) <= MINUTE
    assert replies[0]["text"] == "en:busy"


@pytest.mark.parametrize("given", ["-1", "many", "1.5"])
def test_a_limit_that_is_none_stops_the_start(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOJOURN_MOST_QUEUED", given)
    with pytest.raises(ValueError, match="SOJOURN_MOST_QUEUED"):
        FrontDoor(Bot(), "rest")


def slow_app() -> Any:
    app, routes = new_app(), Blueprint("slow")
    guard_requests(routes, seconds=0.3)

    @routes.post("/echo")
    async def echo(request: Any) -> Any:
        await asyncio.sleep(0.4)  # longer than a body may take, once it has arrived
        return response.json({"got": len(request.body)})

    app.blueprint(routes)
    return app


@pytest.mark.parametrize("path", ["echo", "nothing-here"])
def test_a_body_that_does_not_come_is_not_waited_for(path: str) -> None:
    async def scenario() -> tuple[bytes, float]:
        async with serving(slow_app()) as address:
            port = int(address.rpartition(":")[2])
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            began = asyncio.get_running_loop().time()
            writer.write(
                f"POST /{path} HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{{".encode()
            )
            answer = await asyncio.wait_for(reader.read(), 5)
            took = asyncio.get_running_loop().time() - began
            writer.close()
        return answer, took

    answer, took = asyncio.run(scenario())
    status = answer.split(b"\r\n")[0]
    record(21, f"a body that does not come, {path}", f"closed {took - 0.3:.1f} s after its limit",
           met=took < 3)  # fmt: skip
    assert (b"408" in status) if path == "echo" else (b"404" in status)
    assert took < 3


def test_a_body_that_comes_in_time_is_served_however_long_the_answer_takes(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def scenario() -> list[Any]:
        async with serving(slow_app()) as address, aiohttp.ClientSession() as client:
            seen = []
            for _ in range(2):  # over one connection
                async with client.post(f"{address}/echo", data=b"x" * 1000) as reply:
                    seen.append((reply.status, await reply.json()))
            await asyncio.sleep(0.4)  # past the time limit of the last body
            return seen

    assert asyncio.run(scenario()) == [(200, {"got": 1000})] * 2
    assert [r for r in caplog.records if r.levelno >= logging.ERROR] == []
