"""Whatever happens inside, the person hears something, in time, and no turn is lost."""

from __future__ import annotations

import asyncio
import logging
import time
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import rasa.core.actions.action as rasa_actions
import yaml
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from addons.channels.door_words import FAULTS, OFFICIAL_PAGE
from addons.channels.front_door import (
    ACTION_TIME_LIMIT,
    MAX_CHARACTERS,
    MAX_WORDS,
    TIME_LIMIT,
    FrontDoor,
)
from addons.channels.incoming import BadRequest
from addons.stores.faults import Busy, StoreFault
from addons.stores.line import WAIT_LIMIT, LocalLine
from addons.stores.locks import Locks
from language.catalogue import catalogue
from tests.channels.commands import COMMANDS
from tests.channels.fakes import Bot, fake_words
from tests.faults.goals import record

pytestmark = pytest.mark.bot

LIMIT = 0.1


def door(bot: Bot) -> FrontDoor:
    return FrontDoor(bot, "rest", words=fake_words, time_limit=LIMIT)


def replies_to(text: object, metadata: object = None, bot: Bot | None = None) -> list[Any]:
    return asyncio.run(door(bot or Bot()).reply(text, "s", metadata))


def outcome(replies: list[Any]) -> str:
    return str(replies[-1]["custom"]["answer"]["outcome"])


def test_a_message_is_handed_on_with_its_metadata_and_answered() -> None:
    bot = Bot()
    replies = replies_to("/hello", {"language": "fr", "x": 1}, bot)
    assert [reply.get("text") for reply in replies] == ["heard hello", None]
    (message,) = bot.begun
    assert message.sender_id == "s" and message.input_channel == "rest"
    assert message.metadata == {"language": "fr"}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (None, "empty_message"),
        ("  \u200b ", "empty_message"),
        ("//", "empty_message"),
        pytest.param("a" * (MAX_CHARACTERS + 1), "too_long", id="1001"),
        pytest.param("word " * 2000, "too_long", id="10000"),
        pytest.param("a " * (MAX_WORDS + 1), "too_long", id="201 words"),
        pytest.param("/x{" * 5000, "too_long", id="a long command"),
    ],
)
def test_what_rasa_should_not_read_is_answered_at_the_door(text: object, key: str) -> None:
    bot = Bot()
    replies = replies_to(text, None, bot)
    assert replies[0] == {"recipient_id": "s", "text": f"en:{key}"}
    assert outcome(replies) == key.upper()
    assert bot.begun == []


def test_there_are_commands_enough() -> None:
    hits = sum(bool(_reached(text)) for text in COMMANDS)
    record(4, "typed commands that command", f"{hits} of {len(COMMANDS)}", met=not hits)
    assert len(COMMANDS) >= 40


def _reached(text: str) -> list[str]:
    """What of a typed command would reach Rasa as one."""
    bot = Bot()
    replies_to(text, None, bot)
    return [one.text for one in bot.begun if one.text.lstrip().startswith("/")]


@pytest.mark.parametrize("text", COMMANDS, ids=range(len(COMMANDS)))
def test_no_typed_text_is_a_command(text: str) -> None:
    bot = Bot()
    replies = replies_to(text, None, bot)
    assert replies[0]["text"]
    for message in bot.begun:
        as_rasa_sees_it = Message({TEXT: message.text})
        assert YAMLStoryReader.unpack_regex_message(as_rasa_sees_it) is as_rasa_sees_it
        assert not unicodedata.normalize("NFKC", message.text).strip().startswith("/")


def test_the_longest_message_and_an_emoji_go_on_to_rasa() -> None:
    bot = Bot()
    replies_to("a" * MAX_CHARACTERS, None, bot)
    replies_to("\U0001f600", None, bot)
    assert [len(message.text) for message in bot.begun] == [MAX_CHARACTERS, 1]


def test_what_names_a_person_is_gone_before_anything_reads_it_and_they_are_told(
    caplog: pytest.LogCaptureFixture,
) -> None:
    bot = Bot()
    with caplog.at_level(logging.DEBUG):
        replies = replies_to("I am a.b@c.example, UCI 1234-5678, came 2026-06-03", None, bot)
    assert bot.begun[0].text == "I am [removed], UCI [removed], came 2026-06-03"
    assert replies[0]["text"] == "en:removed:email, uci"
    assert replies[1]["text"].startswith("heard I am [removed]")
    assert "1234-5678" not in caplog.text + str(replies)


def test_what_was_removed_is_told_even_when_nothing_else_can_be() -> None:
    replies = replies_to("silent 416-555-0123")
    assert [r.get("text") for r in replies] == ["en:removed:phone", "en:fault", None]


@pytest.mark.parametrize("text", ["silent", "blank", "raise", "hang"])
def test_silence_becomes_the_fault_sentence(text: str) -> None:
    replies = replies_to(text)
    assert [reply.get("text") for reply in replies] == ["en:fault", None]
    answer = replies[1]["custom"]["answer"]
    assert answer["kind"] == "cannot_say" and answer["outcome"] == "FAULT"
    assert answer["referral"] == "suggested"
    assert answer["citations"][0]["url"].startswith("https://www.canada.ca/")


@pytest.mark.parametrize(
    ("language", "spoken"), [("fr", "fr"), ("xx", "en"), (7, "en"), (None, "en")]
)
def test_the_door_speaks_the_persons_language_or_english(language: object, spoken: str) -> None:
    assert replies_to("silent", {"language": language})[0]["text"] == f"{spoken}:fault"


def test_a_hung_turn_is_answered_in_time_and_still_finishes() -> None:
    async def scenario() -> tuple[float, list[str], list[str]]:
        bot = Bot()
        began = time.monotonic()
        await door(bot).reply("hang", "s", None)
        waited, at_once = time.monotonic() - began, list(bot.finished)
        await asyncio.sleep(0.6)
        return waited, at_once, bot.finished

    waited, at_once, later = asyncio.run(scenario())
    assert LIMIT * 0.9 <= waited < 0.4
    assert (at_once, later) == ([], ["hang"])


def test_a_client_that_goes_away_does_not_undo_its_turn() -> None:
    async def scenario() -> list[str]:
        bot = Bot()
        request = asyncio.ensure_future(door(bot).reply("hang", "s", None))
        await asyncio.sleep(LIMIT / 2)
        request.cancel()
        await asyncio.sleep(0.6)
        return bot.finished

    assert asyncio.run(scenario()) == ["hang"]


@pytest.mark.parametrize(
    ("error", "key"), [(StoreFault("locked"), "store_fault"), (Busy("too many"), "busy")]
)
def test_a_turn_that_is_not_kept_shows_nothing_it_said(error: Exception, key: str) -> None:
    async def forgetful(message: Any) -> None:
        await message.output_channel.send_text_message(message.sender_id, "You may stay on.")
        raise error

    replies = asyncio.run(FrontDoor(forgetful, "rest", fake_words).reply("hi", "s", None))
    assert [reply.get("text") for reply in replies] == [f"en:{key}", None]
    answer = replies[1]["custom"]["answer"]
    assert (answer["kind"], answer["outcome"]) == ("cannot_say", key.upper())
    assert answer["citations"] and answer["referral"] == "suggested"


def test_behind_a_hung_turn_a_message_is_answered_and_not_acted_on_later() -> None:
    async def scenario() -> tuple[list[Any], list[Any], list[str]]:
        bot, locks = Bot(), Locks(line=LocalLine(wait_limit=LIMIT * 0.8))

        async def agent(message: Any) -> None:  # as Rasa's own: the lock, then the turn
            async with locks.lock(message.sender_id):
                await bot(message)

        entrance = FrontDoor(agent, "rest", words=fake_words, time_limit=LIMIT)
        await entrance.reply("hang", "s", None)
        second = await entrance.reply("second", "s", None)
        other = await entrance.reply("other", "t", None)
        await asyncio.sleep(0.6)
        return second, other, bot.finished

    second, other, finished = asyncio.run(scenario())
    assert outcome(second) == "BUSY"
    assert other[0]["text"] == "heard other"
    assert finished == ["other", "hang"]


def test_a_message_stops_waiting_before_its_sender_does() -> None:
    assert WAIT_LIMIT < TIME_LIMIT - 0.5


def test_a_failure_is_logged_without_what_the_person_said(caplog: Any) -> None:
    with caplog.at_level(logging.DEBUG):
        replies_to("raise my passport AB123456")
    assert "RuntimeError" in caplog.text
    assert "AB123456" not in caplog.text and "secret" not in caplog.text


def test_a_malformed_request_never_reaches_rasa() -> None:
    bot = Bot()
    with pytest.raises(BadRequest):
        asyncio.run(door(bot).reply(5, "s", None))
    assert bot.begun == []


def test_the_official_page_is_the_one_on_file() -> None:
    file = Path(__file__).parents[2] / "rules_core" / "law" / "instruments.yaml"
    on_file = yaml.safe_load(file.read_text(encoding="utf-8"))[OFFICIAL_PAGE["instrument"]]
    assert on_file["url"] == OFFICIAL_PAGE["url"]
    assert on_file["authority"] == OFFICIAL_PAGE["authority"]


def test_the_catalogue_has_the_doors_sentences() -> None:
    words = catalogue("en")
    assert words.sentence("empty_message")
    assert all("canada.ca" in words.sentence(key) for key in FAULTS)
    assert f"{MAX_CHARACTERS:,}" in words.sentence("too_long")


def test_rasa_gives_up_on_an_action_before_the_person_does() -> None:
    door(Bot())
    assert rasa_actions.DEFAULT_REQUEST_TIMEOUT == ACTION_TIME_LIMIT < TIME_LIMIT - 1
