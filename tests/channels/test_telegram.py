"""The Telegram channel against a loopback Telegram: who is believed, what is answered, faults."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage

from addons.channels import telegram as channel
from addons.channels.front_door import FrontDoor, Handler
from addons.channels.telegram import TelegramChannel
from tests.channels import serving
from tests.channels.fakes import Bot, fake_words
from tests.channels.serving import Send, until
from tests.fakes.platform import Fault
from tests.fakes.telegram import (
    HEADER,
    SECRET,
    TOKEN,
    FakeTelegram,
    buttons,
    group,
    mention,
    message,
    plain,
    press,
    user,
)

pytestmark = pytest.mark.bot

Post = Callable[..., Awaitable[int]]


FORGOTTEN: list[str] = []


class Quick(TelegramChannel):
    delays = (0.05,) * 20

    async def forget(self, conversation: str) -> None:
        FORGOTTEN.append(conversation)

    def front_door(self, on_new_message: Handler) -> FrontDoor:
        return FrontDoor(on_new_message, self.name(), fake_words, time_limit=1.0)


@pytest.fixture
def telegram(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[FakeTelegram]:
    platform = FakeTelegram()
    monkeypatch.setenv("TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("TELEGRAM_WEBHOOK_SECRET", SECRET)
    monkeypatch.setenv("TELEGRAM_API_BASE", platform.url)
    monkeypatch.setenv("SOJOURN_PUBLIC_URL", "https://sojourn.example/")
    monkeypatch.setenv("SOJOURN_SEEN_DB", str(tmp_path / "seen.db"))
    yield platform
    platform.close()


def visit(steps: Callable[[Post], Awaitable[Any]], bot: Any) -> Any:
    """Serve the channel; `steps` get a function that posts an update and returns the status."""

    async def with_secret(send: Send) -> Any:
        async def post(update: Any, secret: str | None = SECRET) -> int:
            body = update if isinstance(update, bytes) else json.dumps(update).encode()
            return (await send(body, {} if secret is None else {HEADER: secret}))[0]

        return await steps(post)

    return serving.visit(Quick(), with_secret, bot)


def talk(telegram: FakeTelegram, *updates: Any, replies: int, bot: Any = None) -> list[Any]:
    """The messages sent once `replies` of them were, and nothing more after a moment."""

    async def steps(post: Post) -> None:
        await until(lambda: telegram.of("setWebhook"))
        for update in updates:
            assert await post(update) == 200
        await until(lambda: len(telegram.of("sendMessage")) >= replies)
        await asyncio.sleep(0.1)

    visit(steps, bot or Bot())
    sent = telegram.of("sendMessage")
    assert len(sent) == replies
    return sent


def texts(calls: list[Any]) -> list[str]:
    return [plain(call.fields["text"]) for call in calls]


def test_while_it_thinks_it_is_seen_typing(telegram: FakeTelegram) -> None:
    talk(telegram, message("hang"), replies=1)
    assert [c.method for c in telegram.calls[-2:]] == ["sendChatAction", "sendMessage"]


def test_an_answer_that_is_at_hand_is_sent_without_further_ado(telegram: FakeTelegram) -> None:
    talk(telegram, message("hi"), replies=1)
    assert not [call for call in telegram.tried if call.method == "sendChatAction"]


def test_a_message_is_answered(telegram: FakeTelegram) -> None:
    bot = Bot()
    assert texts(talk(telegram, message("hi <b> & you", chat=7), replies=1, bot=bot)) == [
        "heard hi <b> & you"
    ]
    (heard,) = bot.begun
    assert heard.sender_id not in FORGOTTEN
    assert heard.sender_id == "telegram:7" and heard.input_channel == "telegram"
    assert heard.metadata == {"language": "en"}
    (hook,) = telegram.of("setWebhook")
    assert hook.fields["url"] == "https://sojourn.example/webhooks/telegram/webhook"
    assert hook.fields["secret_token"] == SECRET


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", SECRET[:-1], "é"])
def test_a_forged_update_is_refused(
    telegram: FakeTelegram,
    secret: str | None,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    bot = Bot()

    async def steps(post: Post) -> int:
        update = message("hi")
        status = await post(update, secret=secret)
        await post(update, secret=secret)
        assert bot.begun == [] and not telegram.of("sendMessage")
        assert not (tmp_path / "seen.db").exists()
        await post(update)  # nothing of the forged one was stored: the true one is answered
        await until(lambda: telegram.of("sendMessage"))
        await asyncio.sleep(0.1)
        return status

    assert visit(steps, bot) == 401
    assert len(bot.begun) == len(telegram.of("sendMessage")) == 1
    assert caplog.text.count("Telegram: a request was refused: the secret") == 1


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400), (b"{", 400), (b"[]", 400), (b"\xff\xfe", 400), (b"{}", 400),
        (b"update_id=1", 400), (b'{"update_id": 1, "message": "\xff"}', 400),
        (b'{"update_id": "1"}', 400), (b'{"update_id": true}', 400),
        (b'{"update_id": 1}', 200), (b'{"update_id": 2, "message": {}}', 200),
        (b'{"update_id": 3, "message": 5}', 200), (b'{"update_id": 4, "new_kind": {"a": 1}}', 200),
        (b'{"update_id": 5, "message": {"message_id": 1, "chat": {}}}', 200),
        (b'{"update_id": 6, "callback_query": {"id": "1"}}', 200),
        (b'{"update_id": 7, "message": {"message_id": 1, "date": "x", "chat": {"id": "y"}}}', 200),
    ],
)  # fmt: skip
def test_a_malformed_update_is_no_error_of_ours(
    telegram: FakeTelegram,
    body: bytes,
    status: int,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    bot = Bot()
    assert visit(lambda post: post(body), bot) == status
    assert bot.begun == [] and telegram.of("sendMessage") == []
    assert not (tmp_path / "seen.db").exists()
    assert caplog.text.count("a request was refused") == (status != 200)
    assert caplog.text.count("of an unknown shape") <= 1


def test_a_redelivered_update_is_answered_once_also_after_a_restart(
    telegram: FakeTelegram,
) -> None:
    update, bot = message("hi"), Bot()
    talk(telegram, update, update, update, replies=1, bot=bot)
    telegram.calls.clear()
    talk(telegram, update, replies=0, bot=bot)
    assert len(bot.begun) == 1


def test_of_two_workers_that_share_a_redis_one_answers(
    telegram: FakeTelegram, redis_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("REDIS_URL", redis_url)
    update, bot = message("hi"), Bot()
    talk(telegram, update, replies=1, bot=bot)
    monkeypatch.setenv("SOJOURN_SEEN_DB", str(tmp_path / "of another machine.db"))
    telegram.calls.clear()
    talk(telegram, update, replies=0, bot=bot)
    assert len(bot.begun) == 1


def test_a_press_says_its_sentence_and_is_acknowledged(telegram: FakeTelegram) -> None:
    assert texts(talk(telegram, press("Why this date?"), replies=1)) == ["heard Why this date?"]
    assert telegram.of("answerCallbackQuery")[0].fields["callback_query_id"] == "q1"


def test_a_press_without_a_message_is_acknowledged_only(telegram: FakeTelegram) -> None:
    update = press("x")
    del update["callback_query"]["message"]
    talk(telegram, update, replies=0)
    assert telegram.of("answerCallbackQuery")


def test_an_edited_message_is_told_once_that_it_is_not_read(telegram: FakeTelegram) -> None:
    said = message("I entered on 3 June 2026")["message"]
    edits = [{"update_id": n, "edited_message": {**said, "edit_date": n}} for n in (1, 2)]
    bot = Bot()
    (text,) = texts(talk(telegram, *edits, replies=1, bot=bot))
    assert text.startswith("I do not read changes") and bot.begun == []


@pytest.mark.parametrize("kind", ["sticker", "voice", "document", "photo", "location"])
def test_what_is_no_text_is_answered_with_a_sentence(telegram: FakeTelegram, kind: str) -> None:
    file = {"file_id": "f", "file_unique_id": "u"}
    size = {"width": 1, "height": 1}
    content: dict[str, Any] = {
        "sticker": {**file, **size, "is_animated": False, "is_video": False, "type": "regular"},
        "voice": {**file, "duration": 1},
        "document": file,
        "photo": [{**file, **size}],
        "location": {"latitude": 1.0, "longitude": 1.0},
    }
    bot = Bot()
    update = message(None, **{kind: content[kind]}, caption="x")
    (text,) = texts(talk(telegram, update, replies=1, bot=bot))
    assert text.startswith("I can read only text") and bot.begun == []


def quiet_updates() -> list[dict[str, Any]]:
    chat = {"id": 7, "type": "private"}
    member = {"user": user(4242), "status": "kicked", "until_date": 0}
    blocked = {"chat": chat, "from": user(7), "date": 1, "old_chat_member": member}
    post = message("news", chat=-200)["message"] | {"chat": {"id": -200, "type": "channel"}}
    own = message("mine")
    own["message"]["from"] = {"id": 4242, "is_bot": True, "first_name": "Sojourn"}
    return [
        {"update_id": 1, "my_chat_member": {**blocked, "new_chat_member": member}},
        {"update_id": 2, "channel_post": post},
        message(None, new_chat_members=[user(9)]),
        message(None, new_chat_title="x"),
        own,
        group("somebody said something"),
        group("hello @other_bot", entities=mention("hello @other_bot")),
        group(None, new_chat_members=[user(9)]),
        group(None, location={"latitude": 1.0, "longitude": 1.0}),
    ]


def test_what_is_not_said_to_us_is_not_answered(telegram: FakeTelegram) -> None:
    bot = Bot()
    talk(telegram, *quiet_updates(), replies=0, bot=bot)
    assert bot.begun == []


def test_in_a_group_it_answers_when_named_and_remembers_nothing(telegram: FakeTelegram) -> None:
    bot = Bot()
    named, command = "@sojourn_bot how long?", "/ask@sojourn_bot how long?"
    updates = [
        group(named, entities=mention(named)),
        group(command, entities=mention(command, "bot_command")),
        group("and then?", reply_to_message=message("x")["message"] | {"from": user(4242)}),
    ]
    sent = talk(telegram, *updates, replies=3, bot=bot)
    assert texts(sent) == ["heard how long?", "heard how long?", "heard and then?"]
    assert {call.chat for call in sent} == {"-100"}
    assert len({heard.sender_id for heard in bot.begun}) == 3
    assert sorted(FORGOTTEN[-3:]) == sorted(heard.sender_id for heard in bot.begun)


async def with_answer(message: UserMessage) -> None:
    """Asks for a fact, offers buttons, or gives a calendar, as the text says."""
    out, sender = message.output_channel, message.sender_id
    buttons = [{"title": "Why?", "payload": "Why this date?"}, {"title": "T", "payload": "p" * 65}]
    await out.send_text_with_buttons(sender, "See https://a.example/?x=1&y=2.", buttons)
    answer: dict[str, Any] = {"kind": "answer", "values": {"extension_fee": "100.00"}}
    if "mine" in message.text:
        answer["values"]["until"] = "2027-02-03"
    if "days" in message.text:
        answer["values"] |= {"until": "2027-02-03", "recommended_by": "2027-01-04"}
    if "calendar" in message.text:
        answer["calendar"] = {"events": [{"kind": "last_day", "date": "2027-02-03"}]}
    await out.send_custom_json(sender, {"answer": answer})


def test_buttons_links_and_the_calendar_file(telegram: FakeTelegram) -> None:
    (sent,) = talk(telegram, message("my calendar"), replies=1, bot=with_answer)
    address = "https://a.example/?x=1&amp;y=2"
    assert sent.fields["text"] == f'See <a href="{address}">{address}</a>.'
    assert buttons(sent) == [("Why?", "Why this date?"), ("T", "T")]
    (file,) = telegram.of("sendDocument")
    assert file.files["stay-in-canada.ics"].startswith(b"BEGIN:VCALENDAR")


def test_the_days_are_drawn_and_told_to_who_cannot_see_them(telegram: FakeTelegram) -> None:
    async def steps(post: Post) -> None:
        await post(message("my days and calendar"))
        await until(lambda: telegram.of("sendDocument"))

    visit(steps, with_answer)
    sent = [c.method for c in telegram.calls if c.method.startswith("send")]
    assert sent[-3:] == ["sendMessage", "sendPhoto", "sendDocument"]
    (picture,) = telegram.of("sendPhoto")
    caption = picture.fields["caption"]
    assert caption.startswith("Your time in Canada: 4 January 2027: apply for an extension")
    assert "3 February 2027: your last day" in caption and picture.chat == "7"


@pytest.mark.parametrize("status", [400, 403])
def test_a_picture_that_is_refused_keeps_nothing_else_back(
    telegram: FakeTelegram, caplog: pytest.LogCaptureFixture, status: int
) -> None:
    telegram.faults.append(Fault("sendPhoto", status=status))
    updates = [message("my days and calendar"), message("fee")]
    talk(telegram, *updates, replies=2, bot=with_answer)
    assert telegram.of("sendDocument") and not telegram.of("sendPhoto")
    assert "stay-in-canada.png could not be sent: Telegram: " in caplog.text


def test_a_persons_own_dates_are_not_worked_out_in_a_group(telegram: FakeTelegram) -> None:
    said = [f"@sojourn_bot {words}" for words in ("mine", "days", "fee")]
    updates = [group(words, entities=mention(words)) for words in said]
    first, second, third = texts(talk(telegram, *updates, replies=3, bot=with_answer))
    assert first.startswith("Your own dates do not belong in a group") and second == first
    assert third.startswith("See") and not telegram.of("sendPhoto")


def test_a_start_is_a_question_in_words(telegram: FakeTelegram) -> None:
    bot = Bot()
    sent = talk(telegram, message("/start"), message("/help me"), message("/x"), replies=3, bot=bot)
    assert [said.text for said in bot.begun] == ["What can you do?", "What can you do?", "x"]
    assert len(sent) == 3


def test_a_message_beyond_the_limit_gets_the_sentence(telegram: FakeTelegram) -> None:
    assert texts(talk(telegram, message("a" * 4097), replies=1)) == ["en:too_long"]


@pytest.mark.parametrize(
    "fault",
    [
        Fault("sendMessage", "7", status=500),
        Fault("sendMessage", "7", status=502),
        Fault("sendMessage", "7", status=429, retry_after=1),
        Fault("sendMessage", "7", closed=True),
        Fault("sendMessage", "7", seconds=1.5),
    ],
)
def test_a_fault_delays_one_chat_keeps_its_order_and_no_other(
    telegram: FakeTelegram, monkeypatch: pytest.MonkeyPatch, fault: Fault
) -> None:
    monkeypatch.setattr(Quick, "delays", (0.5, 0.5))
    telegram.faults += [fault, fault]

    async def steps(post: Post) -> None:
        await until(lambda: telegram.of("setWebhook"))
        for text in ("one", "two", "three"):
            assert await post(message(text, chat=7)) == 200
        assert await post(message("hello", chat=8)) == 200
        await until(lambda: telegram.of("sendMessage", "8"))
        assert not telegram.of("sendMessage", "7")
        await until(lambda: len(telegram.of("sendMessage", "7")) == 3, 10)

    visit(steps, Bot())
    seven = telegram.of("sendMessage", "7")
    assert texts(seven) == ["heard one", "heard two", "heard three"]
    if fault.retry_after:
        tries = [call.at for call in telegram.tried if call.method == "sendMessage"]
        assert max(later - early for early, later in itertools.pairwise(tries)) >= 0.95


def test_many_hanging_chats_hold_up_no_other(telegram: FakeTelegram) -> None:
    hanging = [str(chat) for chat in range(100, 150)]
    telegram.faults += [Fault("sendMessage", chat, seconds=4) for chat in hanging]

    async def steps(post: Post) -> None:
        for chat in hanging:
            assert await post(message("hello", chat=int(chat))) == 200
        await until(lambda: len(telegram.faults) == 0)
        for number in range(9):
            assert await post(message("hello", chat=8)) == 200
            await until(lambda number=number: len(telegram.of("sendMessage", "8")) > number)
        assert not any(telegram.of("sendMessage", chat) for chat in hanging)
        await until(lambda: all(telegram.of("sendMessage", chat) for chat in hanging), 15)

    visit(steps, Bot())


def test_a_chat_that_refuses_is_left_alone(telegram: FakeTelegram) -> None:
    telegram.faults.append(Fault("sendMessage", "7", status=403))
    assert texts(talk(telegram, message("one"), message("two"), replies=1)) == ["heard two"]


def test_a_webhook_that_is_not_taken_is_tried_again_and_the_token_not_told(
    telegram: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    telegram.faults += [Fault("getMe", status=500), Fault("setWebhook", closed=True)]
    talk(telegram, message("hi secret words"), replies=1)
    logged = [record for record in caplog.records if record.name != "asyncio"]
    assert any("is repeated" in record.getMessage() for record in logged)
    told = " ".join(record.getMessage() for record in logged)
    assert TOKEN not in told and TOKEN.split(":")[1] not in told and SECRET not in told
    assert "secret words" not in told


def test_a_telegram_that_cannot_be_reached_is_tried_for_as_long_as_we_run(
    telegram: FakeTelegram, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(Quick, "delays", ())
    monkeypatch.setattr(channel, "INTRODUCED_AGAIN", 0.05)
    telegram.faults += [Fault("getMe", closed=True)] * 3 + [Fault("setWebhook", status=502)]
    talk(telegram, message("hi"), replies=1)
    assert caplog.text.count("Telegram cannot be reached; it is tried again") == 4


def test_a_hanging_telegram_holds_up_no_start(
    telegram: FakeTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channel, "KNOWN_WITHIN", 0.2)
    telegram.faults.append(Fault("getMe", seconds=3))

    async def steps(post: Post) -> None:
        assert await post(message("hi")) == 200
        await until(lambda: telegram.of("sendMessage"))
        assert not telegram.of("setWebhook")

    visit(steps, Bot())


def test_a_mention_that_waited_for_our_start_is_known(telegram: FakeTelegram) -> None:
    telegram.faults.append(Fault("getMe", seconds=0.5))

    async def steps(post: Post) -> None:
        named = "@sojourn_bot how long?"
        assert await post(group(named, entities=mention(named))) == 200
        await until(lambda: telegram.of("sendMessage"))

    visit(steps, Bot())


def test_a_wrong_token_does_not_stop_the_server(
    telegram: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.faults.append(Fault("getMe", status=401))

    async def steps(post: Post) -> int:
        await until(lambda: "did not take our webhook" in caplog.text)
        return await post(message("hi"))

    assert visit(steps, Bot()) == 200
    assert TOKEN not in caplog.text


@pytest.mark.parametrize("name", ["TELEGRAM_TOKEN", "TELEGRAM_WEBHOOK_SECRET"])
@pytest.mark.parametrize("value", ["", "with a space"])
def test_without_its_secrets_the_channel_is_off(
    telegram: FakeTelegram,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    name: str,
    value: str,
) -> None:
    monkeypatch.setenv(name, value)
    assert visit(lambda post: post(message("hi")), Bot()) == 404
    (line,) = [r.getMessage() for r in caplog.records if r.name == "addons.channels.telegram"]
    assert line == f"Telegram is off: {name} missing or malformed."
