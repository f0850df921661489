"""The Slack channel against a loopback Slack: who is believed, what is answered, faults."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.core.channels.channel import UserMessage

from addons.channels import slack_people
from addons.channels.front_door import FrontDoor, Handler
from addons.channels.slack import SlackChannel
from addons.channels.slack_event import plain_text
from tests.channels import serving
from tests.channels.fakes import Bot, fake_words
from tests.channels.serving import Send, until
from tests.fakes.platform import Fault
from tests.fakes.slack import (
    SECRET,
    TOKEN,
    FakeSlack,
    blocks,
    buttons,
    command_body,
    event,
    json_body,
    mentioned,
    plain,
    press,
    press_body,
    signed,
)

pytestmark = pytest.mark.bot

Post = Callable[..., Awaitable[tuple[int, str]]]


FORGOTTEN: list[str] = []


class Quick(SlackChannel):
    delays = (0.05,) * 20

    async def forget(self, conversation: str) -> None:
        FORGOTTEN.append(conversation)

    def front_door(self, on_new_message: Handler) -> FrontDoor:
        return FrontDoor(on_new_message, self.name(), fake_words, time_limit=1.0)


@pytest.fixture
def slack(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[FakeSlack]:
    platform = FakeSlack()
    monkeypatch.setenv("SLACK_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("SLACK_SIGNING_SECRET", SECRET)
    monkeypatch.setenv("SLACK_API_BASE", f"{platform.url}/api/")
    monkeypatch.setenv("SOJOURN_SEEN_DB", str(tmp_path / "seen.db"))
    yield platform
    platform.close()


def visit(steps: Callable[[Post], Awaitable[Any]], bot: Any) -> Any:
    """Serve the channel; `steps` get a function that signs and posts a body."""

    async def with_signature(send: Send) -> Any:
        async def post(body: tuple[bytes, str], **headers: str) -> tuple[int, str]:
            given = {"Content-Type": body[1], **signed(body[0]), **headers}
            return await send(body[0], {name.replace("_", "-"): v for name, v in given.items()})

        return await steps(post)

    return serving.visit(Quick(), with_signature, bot)


def talk(slack: FakeSlack, *bodies: Any, replies: int, bot: Any = None) -> list[Any]:
    """The messages sent once `replies` of them were, and nothing more after a moment."""

    async def steps(post: Post) -> None:
        for body in bodies:
            sent = body if isinstance(body, tuple) else json_body(body)
            assert (await post(sent))[0] == 200
        await until(lambda: len(slack.of("chat.postMessage")) >= replies)
        await asyncio.sleep(0.1)

    visit(steps, bot or Bot())
    said = slack.of("chat.postMessage")
    assert len(said) == replies
    return said


def texts(calls: list[Any]) -> list[str]:
    return [plain(call) for call in calls]


def test_a_direct_message_is_answered(slack: FakeSlack) -> None:
    bot = Bot()
    sent = talk(slack, event("hi &lt;b&gt; &amp; you"), replies=1, bot=bot)
    assert texts(sent) == ["heard hi <b> & you"] and sent[0].chat == "D7"
    (heard,) = bot.begun
    assert heard.sender_id not in FORGOTTEN
    assert heard.sender_id == "slack:T1:U7" and heard.input_channel == "slack"
    assert heard.metadata == {"language": "en-US", "timezone": "America/Toronto"}


def test_a_person_is_answered_in_the_time_zone_that_slack_knows(slack: FakeSlack) -> None:
    bot = Bot()
    slack.people["U8"] = {"tz": "Asia/Tokyo", "locale": "fr-CA"}
    bodies = [event("a"), event("b", "D8", "U8"), press_body(press("c", "D8", "U8"))]
    talk(slack, *bodies, command_body("d", "U8"), replies=4, bot=bot)
    told = {heard.text: heard.metadata for heard in bot.begun}
    assert told.pop("a") == {"language": "en-US", "timezone": "America/Toronto"}
    assert list(told.values()) == [{"language": "fr-CA", "timezone": "Asia/Tokyo"}] * 3
    assert [call.fields["user"] for call in slack.of("users.info")].count("U8") == 1


@pytest.mark.parametrize(
    "faults",
    [
        [Fault("users.info", status=200, error="missing_scope")],
        [Fault("users.info", status=429, retry_after=30)],
        [Fault("users.info", closed=True)] * 2,  # aiohttp asks once more where the line is closed
        [Fault("users.info", seconds=1.5)],
    ],
)
def test_what_slack_does_not_tell_of_a_person_holds_up_no_answer(
    slack: FakeSlack,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    faults: list[Fault],
) -> None:
    monkeypatch.setattr(slack_people, "TIME_LIMIT", 0.2)
    slack.faults.extend(faults)
    bot = Bot()
    talk(slack, event("a"), event("b"), replies=2, bot=bot)
    assert [heard.metadata for heard in bot.begun] == [{}, {}]
    assert caplog.text.count("Slack does not tell people's time zones") == 1


@pytest.mark.parametrize("told", [{"tz": None, "locale": 5}, {"tz": "../../etc", "locale": ""}])
def test_what_is_no_time_zone_is_dropped(slack: FakeSlack, told: dict[str, Any]) -> None:
    bot = Bot()
    slack.people["U7"] = told
    talk(slack, event("a"), replies=1, bot=bot)
    assert bot.begun[0].metadata == {}


def test_the_challenge_is_answered_only_when_signed(slack: FakeSlack) -> None:
    body = json_body({"type": "url_verification", "challenge": "abc"})
    assert visit(lambda post: post(body), Bot()) == (200, "abc")
    assert visit(lambda post: post(body, X_Slack_Signature="v0=0"), Bot())[0] == 401


BODY = json_body(event("hi"))


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Slack-Signature": ""},
        {"X-Slack-Signature": "v0=" + "0" * 64},
        {"X-Slack-Signature": "é"},
        {"X-Slack-Request-Timestamp": ""},
        {"X-Slack-Request-Timestamp": "soon"},
        {"X-Slack-Request-Timestamp": "1"},
        pytest.param(signed(BODY[0], secret="other"), id="another secret"),
        pytest.param(signed(b"other"), id="another body"),
        pytest.param(signed(BODY[0], at=time.time() - 320), id="stale"),
        pytest.param(signed(BODY[0], at=time.time() + 1000), id="of the future"),
    ],
)
def test_a_forged_or_stale_request_is_refused(
    slack: FakeSlack, headers: dict[str, str], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    bot = Bot()

    async def steps(post: Post) -> int:
        status, _ = await post(BODY, **headers)
        await post(BODY, **headers)
        assert bot.begun == [] and slack.tried == [] and not (tmp_path / "seen.db").exists()
        await post(BODY)  # nothing of the forged one was stored: the true one is answered
        await until(lambda: slack.of("chat.postMessage"))
        await asyncio.sleep(0.1)
        return status

    assert visit(steps, bot) == 401
    assert len(bot.begun) == len(slack.of("chat.postMessage")) == 1
    assert caplog.text.count("Slack: a request was refused: not signed by Slack") == 1


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"", "application/json", 400), (b"{", "application/json; charset=utf-8", 400),
        (b"[]", "application/json", 400), (b"{}", "text/plain", 400), (b"{}", "", 400),
        (b"a=b", "application/x-www-form-urlencoded", 400),
        (b"payload=%7B", "application/x-www-form-urlencoded", 400),
        (b"payload=%FF", "application/x-www-form-urlencoded", 400),
        (b"payload=5", "application/x-www-form-urlencoded", 200),
        (b"payload=%7B%7D", "application/x-www-form-urlencoded", 200),
        (b"ssl_check=1", "application/x-www-form-urlencoded", 200),
        (b"command=%2Fsojourn", "application/x-www-form-urlencoded", 200),
        (b"{}", "application/json", 200),
        (b'{"type": "event_callback", "event": 5}', "application/json", 200),
        (b'{"type": "event_callback", "event_id": 7, "event": {"channel": []}}',
         "application/json", 200),
        (b'{"type": "new", "event_id": "E", "event": {"type": "new", "channel": "D1"}}',
         "application/json", 200),
    ],
)  # fmt: skip
def test_a_malformed_request_is_no_error_of_ours(
    slack: FakeSlack,
    body: bytes,
    kind: str,
    status: int,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    bot = Bot()
    assert visit(lambda post: post((body, kind)), bot)[0] == status
    assert bot.begun == [] and slack.tried == [] and not (tmp_path / "seen.db").exists()
    assert caplog.text.count("a request was refused") == (status != 200)


def test_a_body_that_is_not_utf8_is_not_signed_by_slack(slack: FakeSlack) -> None:
    assert visit(lambda post: post((b"\xff\xfe", "application/json")), Bot())[0] == 401


def test_a_charset_beside_the_content_type_is_no_matter(slack: FakeSlack) -> None:
    body = (json_body(event("hi"))[0], "application/json; charset=utf-8")
    assert texts(talk(slack, body, replies=1)) == ["heard hi"]


def test_a_retried_event_is_answered_once_also_after_a_restart(slack: FakeSlack) -> None:
    body, bot = json_body(event("hi")), Bot()

    async def steps(post: Post) -> None:
        await post(body)
        await post(body, X_Slack_Retry_Num="1", X_Slack_Retry_Reason="http_error")
        await post(body, X_Slack_Retry_Num="2", X_Slack_Retry_Reason="http_timeout")
        await until(lambda: slack.of("chat.postMessage"))
        await asyncio.sleep(0.1)

    visit(steps, bot)
    visit(lambda post: post(body), bot)
    assert len(bot.begun) == 1


def test_of_two_workers_that_share_a_redis_one_answers(
    slack: FakeSlack, redis_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("REDIS_URL", redis_url)
    body, bot = json_body(event("hi")), Bot()

    async def steps(post: Post) -> None:
        assert (await post(body))[0] == 200
        await asyncio.sleep(0.3)

    visit(steps, bot)
    monkeypatch.setenv("SOJOURN_SEEN_DB", str(tmp_path / "of another machine.db"))
    visit(steps, bot)
    assert len(bot.begun) == len(slack.of("chat.postMessage")) == 1


def test_a_message_beyond_the_limit_gets_the_sentence(slack: FakeSlack) -> None:
    assert texts(talk(slack, event("a" * 4097), replies=1)) == ["en:too_long"]


def test_a_press_says_its_sentence_and_a_replayed_one_nothing(slack: FakeSlack) -> None:
    body = press_body(press("Why this date?"))
    assert texts(talk(slack, body, body, replies=1)) == ["heard Why this date?"]


def test_a_slash_command_is_answered_in_a_direct_message(slack: FakeSlack) -> None:
    bot = Bot()

    async def steps(post: Post) -> str:
        status, said = await post(command_body("when must I leave?"))
        assert status == 200
        assert (await post(command_body("  ")))[0] == 200
        await until(lambda: len(slack.of("chat.postMessage")) == 2)
        return said

    said = json.loads(visit(steps, bot))
    assert said == {"response_type": "ephemeral", "text": "I answer you in a direct message."}
    assert [c.chat for c in slack.of("chat.postMessage")] == ["DU7", "DU7"]
    assert [heard.text for heard in bot.begun] == ["when must I leave?", "What can you do?"]
    assert {heard.sender_id for heard in bot.begun} == {"slack:T1:U7"}


def test_an_edited_message_is_told_once_and_a_preview_is_no_edit(slack: FakeSlack) -> None:
    def changed(**more: Any) -> dict[str, Any]:
        said = {"type": "message", "user": "U7", "ts": "5.0", "text": "x", **more}
        return event(subtype="message_changed", message=said, user="")

    edited = {"edited": {"user": "U7", "ts": "6.0"}}
    bodies = [changed(**edited), changed(**edited), changed(), changed(**edited, bot_id="B1")]
    (text,) = texts(talk(slack, *bodies, replies=1))
    assert text.startswith("I do not read changes")


def test_what_is_not_said_to_us_is_not_answered(slack: FakeSlack) -> None:
    bot = Bot()
    bodies = [
        event("mine", bot_id="B1"),
        event("joined", subtype="channel_join"),
        event("gone", subtype="message_deleted"),
        event("somebody else", channel="C1", channel_type="channel"),
        event("in a group", channel="G1", channel_type="mpim"),
        event(type="member_joined_channel", channel="C1"),
        event(type="reaction_added"),
    ]
    talk(slack, *bodies, replies=0, bot=bot)
    assert bot.begun == []


def test_a_file_is_answered_with_a_sentence(slack: FakeSlack) -> None:
    bot = Bot()
    body = event("look", subtype="file_share", files=[{"id": "F1"}])
    (text,) = texts(talk(slack, body, replies=1, bot=bot))
    assert text.startswith("I can read only text") and bot.begun == []


def test_in_a_channel_it_answers_in_the_thread_and_remembers_nothing(slack: FakeSlack) -> None:
    bot = Bot()
    bodies = [mentioned("<@U0> how long?"), mentioned("<@U0> why?", thread_ts="3.0")]
    sent = talk(slack, *bodies, replies=2, bot=bot)
    # Two threads wait for each other as little as two people.
    threads = {plain(call): call.fields["thread_ts"] for call in sent}
    assert threads == {"heard how long?": bodies[0]["event"]["ts"], "heard why?": "3.0"}
    assert len({heard.sender_id for heard in bot.begun}) == 2
    assert sorted(FORGOTTEN[-2:]) == sorted(heard.sender_id for heard in bot.begun)


def test_a_thread_of_a_direct_conversation_is_kept(slack: FakeSlack) -> None:
    bot = Bot()
    sent = talk(slack, event("a", thread_ts="3.0"), event("b"), replies=2, bot=bot)
    assert [call.fields.get("thread_ts") for call in sent] == ["3.0", None]
    assert {heard.sender_id for heard in bot.begun} == {"slack:T1:U7"}


async def with_answer(message: UserMessage) -> None:
    """Offers a button, and gives a calendar or days to draw, as the text says."""
    out, sender = message.output_channel, message.sender_id
    text = "See https://a.example/?x=1&y=2. " + "A sentence of five words. " * 300
    await out.send_text_with_buttons(sender, text, [{"title": "Why?", "payload": "Why this?"}])
    answer: dict[str, Any] = {"kind": "answer", "values": {}}
    if "calendar" in message.text:
        answer["calendar"] = {"events": [{"kind": "last_day", "date": "2027-02-03"}]}
        answer["values"]["until"] = "2027-02-03"
    if "days" in message.text:
        answer["values"] |= {"until": "2027-02-03", "recommended_by": "2027-01-04"}
    if "broken" in message.text:
        answer["values"] |= {"until": "2027-02-03", "recommended_by": "soon"}
    answer["intent"] = "ask_why" if "why" in message.text else "ask_expiry_date"
    await out.send_custom_json(sender, {"answer": answer})


def test_blocks_buttons_links_and_the_calendar_file(slack: FakeSlack) -> None:
    body = event("my calendar", thread_ts="3.0")
    (sent,) = talk(slack, body, replies=1, bot=with_answer)
    sections = [block["text"]["text"] for block in blocks(sent) if block["type"] == "section"]
    assert len(sections) == 3 and all(section.rstrip().endswith("words.") for section in sections)
    assert sections[0].startswith("See <https://a.example/?x=1&amp;y=2>. A sentence")
    assert buttons(sent) == [("Why?", "Why this?")]
    (file,) = slack.shared
    assert (file.channel, file.thread, file.name) == ("D7", "3.0", "stay-in-canada.ics")
    assert file.content.startswith(b"BEGIN:VCALENDAR") and file.alt is None


def test_the_days_are_drawn_and_told_to_who_cannot_see_them(slack: FakeSlack) -> None:
    async def steps(post: Post) -> None:
        await post(json_body(event("why those days?")))  # drawn with the answer before
        await post(json_body(event("my days and calendar", thread_ts="3.0")))
        await until(lambda: len(slack.shared) == 2)

    visit(steps, with_answer)
    picture, calendar = slack.shared
    assert (picture.channel, picture.thread) == ("D7", "3.0") and picture.name.endswith(".png")
    assert picture.alt is not None and picture.alt.startswith("Your time in Canada: 4 January 2027")
    assert "3 February 2027: your last day" in picture.alt and calendar.name.endswith(".ics")


def test_files_that_cannot_be_made_keep_no_words_back(
    slack: FakeSlack, caplog: pytest.LogCaptureFixture
) -> None:
    talk(slack, event("a broken answer"), event("fee"), replies=2, bot=with_answer)
    assert not slack.shared and caplog.text.count("The files of an answer could not be made") == 1


def test_files_that_slack_refuses_keep_no_words_back(
    slack: FakeSlack, caplog: pytest.LogCaptureFixture
) -> None:
    refused = Fault("files.getUploadURLExternal", status=200, error="missing_scope")
    slack.faults += [refused, refused]
    talk(slack, event("my days and calendar"), event("fee"), replies=2, bot=with_answer)
    assert caplog.text.count("could not be sent: Slack: missing_scope") == 2


def test_a_persons_own_dates_are_not_worked_out_in_a_channel(slack: FakeSlack) -> None:
    bodies = [mentioned(f"<@U0> {words}") for words in ("my calendar", "my days", "fee")]
    general, own, drawn = sorted(texts(talk(slack, *bodies, replies=3, bot=with_answer)))
    assert own.startswith("Your own dates do not belong in a group") and drawn == own
    assert general.startswith("See") and not slack.of("upload")


@pytest.mark.parametrize(
    "fault",
    [
        Fault("chat.postMessage", "D7", status=500),
        Fault("chat.postMessage", "D7", status=200),
        Fault("chat.postMessage", "D7", status=429, retry_after=1),
        Fault("chat.postMessage", "D7", closed=True),
        Fault("chat.postMessage", "D7", seconds=1.5),
    ],
)
def test_a_fault_delays_one_person_keeps_the_order_and_no_other(
    slack: FakeSlack, monkeypatch: pytest.MonkeyPatch, fault: Fault
) -> None:
    monkeypatch.setattr(Quick, "delays", (0.5, 0.5))
    slack.faults += [fault, fault]

    async def steps(post: Post) -> None:
        for text in ("one", "two", "three"):
            assert (await post(json_body(event(text))))[0] == 200
        assert (await post(json_body(event("hello", "D8", "U8"))))[0] == 200
        await until(lambda: slack.of("chat.postMessage", "D8"))
        assert not slack.of("chat.postMessage", "D7")
        await until(lambda: len(slack.of("chat.postMessage", "D7")) == 3, 10)

    visit(steps, Bot())
    assert texts(slack.of("chat.postMessage", "D7")) == ["heard one", "heard two", "heard three"]


def test_a_broken_upload_is_tried_again(slack: FakeSlack) -> None:
    slack.faults += [
        Fault("upload", status=500),
        Fault("files.completeUploadExternal", closed=True),
    ]

    async def steps(post: Post) -> None:
        await post(json_body(event("my calendar")))
        await until(lambda: slack.of("files.completeUploadExternal"))

    visit(steps, with_answer)
    assert len(slack.of("chat.postMessage")) == 1


def test_neither_token_nor_text_is_logged(
    slack: FakeSlack, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    words = "chat.postMessage"
    slack.faults += [Fault(words, status=500), Fault(words, status=200, error="is_archived")]
    talk(slack, event("secret words"), event("more secret words"), replies=1)
    logged = [record for record in caplog.records if record.name != "asyncio"]
    assert any("delivered: Slack: is_archived" in record.getMessage() for record in logged)
    assert any("is repeated" in record.getMessage() for record in logged)
    told = " ".join(record.getMessage() for record in logged)
    assert TOKEN not in told and SECRET not in told and "secret words" not in told


@pytest.mark.parametrize("name", ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"])
def test_without_its_secrets_the_channel_is_off(
    slack: FakeSlack,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    name: str,
) -> None:
    monkeypatch.setenv(name, " ")
    assert visit(lambda post: post(json_body(event("hi"))), Bot())[0] == 404
    (line,) = [r.getMessage() for r in caplog.records if r.name == "addons.channels.slack"]
    assert line == f"Slack is off: {name} not set."


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("<@U0> hi", "hi"),
        ("hi <@U0|sojourn>, you", "hi , you"),
        ("see <https://a.example|a.example> or <https://b.example>",
         "see a.example or https://b.example"),
        ("<mailto:a@b.example|a@b.example> &lt;x&gt; &amp;amp;", "a@b.example <x> &amp;"),
        ("<!here> <#C1|general>", "here general"),
        ("< unclosed", "< unclosed"),
    ],
)  # fmt: skip
def test_the_words_of_a_marked_message(marked: str, words: str) -> None:
    assert plain_text(marked) == words


SCOPES = {
    "chat.postMessage": "chat:write",
    "conversations.open": "im:write",
    "files.getUploadURLExternal": "files:write",
    "files.completeUploadExternal": "files:write",
    "users.info": "users:read",
    "app_mention": "app_mentions:read",
    "message.im": "im:history",
    "slash command": "commands",
}
"""As Slack's reference names them for each method and event."""


def test_the_manifest_asks_for_what_is_used_and_no_more(slack: FakeSlack) -> None:
    text = (Path(__file__).parents[2] / "docs/how-to/slack.md").read_text(encoding="utf-8")
    manifest = yaml.safe_load(text.split("```yaml")[1].split("```")[0])

    async def steps(post: Post) -> None:
        await post(json_body(event("my days and calendar")))
        await post(command_body("hi"))
        await until(lambda: len(slack.of("chat.postMessage")) == 2 and len(slack.shared) == 2)

    visit(steps, with_answer)
    used = {call.method for call in slack.calls if call.method != "upload"}
    events = set(manifest["settings"]["event_subscriptions"]["bot_events"])
    needed = {SCOPES[name] for name in (*used, *events, "slash command")}
    assert set(manifest["oauth_config"]["scopes"]["bot"]) == needed
    places = (
        manifest["settings"]["event_subscriptions"]["request_url"],
        manifest["settings"]["interactivity"]["request_url"],
        manifest["features"]["slash_commands"][0]["url"],
    )
    assert {place.partition("/webhooks")[2] for place in places} == {"/slack/webhook"}
