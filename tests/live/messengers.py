"""People who talk with a running assistant on each channel, and what each reads and gets."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, Protocol

from addons.channels.uploads import NOT_DRAWN
from addons.timeline_picture import days_of, described
from tests.fakes import slack, telegram
from tests.fakes.platform import Platform
from tests.rest_client import RestClient
from tests.transcript import Reply

_people = count(1)


@dataclass(frozen=True)
class Site:
    """A running assistant and the platforms it talks to."""

    url: str
    telegram: telegram.FakeTelegram
    slack: slack.FakeSlack
    store: Path

    def on_file(self) -> set[str]:
        """Whose conversations are kept."""
        with contextlib.closing(sqlite3.connect(self.store)) as file:
            return {sender for (sender,) in file.execute("SELECT DISTINCT sender FROM turns")}


@dataclass(frozen=True)
class Heard:
    """What a person reads, and the titles and payloads of what they can press."""

    text: str
    buttons: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Files:
    """What has come beside the words."""

    calendars: int
    pictures: tuple[str, ...]
    """What each shows, as a screen reader says it."""


class Person(Protocol):
    """Somebody on one channel."""

    def say(self, text: str, least: int = 0) -> Heard:
        """What comes back for typed words; at least so many characters are waited for."""

    def press(self, payload: str, least: int = 0) -> Heard:
        """What comes back for a button, in the same way."""

    def files(self) -> Files:
        """Those that have come."""


class OnRest:
    """A person on the REST or the web channel, who gets the content of the files only."""

    def __init__(self, site: Site, channel: str = "rest", timezone: str | None = None) -> None:
        self._client, self._calendars = RestClient(site.url, channel, timezone=timezone), 0
        self._pictures: list[str] = []

    def say(self, text: str, least: int = 0) -> Heard:
        """What comes back for typed words; at least so many characters are waited for."""
        messages = self._client.say(text)
        reply = Reply.of(messages)
        for answer in reply.answers:
            self._calendars += "calendar" in answer
            days = days_of(answer.get("values") or {})
            picture = described({"days": days, "language": "en"}) if len(days) > 1 else None
            for drawn in (message["timeline"] for message in messages if "timeline" in message):
                lines = "; ".join(day["line"] for day in drawn["days"])
                assert picture == f"{drawn['title']}: {lines}."
            if picture is not None and answer["intent"] not in NOT_DRAWN:
                self._pictures.append(picture)
        return Heard(words(reply.text), tuple(reply.buttons.items()))

    press = say

    def files(self) -> Files:
        """Those that have come."""
        return Files(self._calendars, tuple(self._pictures))


class OnTelegram:
    """A person in a private chat of Telegram."""

    def __init__(self, site: Site) -> None:
        self._site, self._chat, self._read = site, next(_people), 0

    def say(self, text: str, least: int = 0) -> Heard:
        """What comes back for typed words; at least so many characters are waited for."""
        return self._send(telegram.message(text, self._chat), least)

    def press(self, payload: str, least: int = 0) -> Heard:
        """What comes back for a button, in the same way."""
        return self._send(telegram.press(payload, self._chat), least)

    def _send(self, update: dict[str, Any], least: int) -> Heard:
        assert to_telegram(self._site, update) == 200

        def come() -> Heard:
            sent = self._site.telegram.of("sendMessage", str(self._chat))[self._read :]
            return heard([(telegram.plain(c.fields["text"]), telegram.buttons(c)) for c in sent])

        found = waited_for(self._site.telegram, come, least)
        self._read = len(self._site.telegram.of("sendMessage", str(self._chat)))
        return found

    def files(self) -> Files:
        """Those that have come."""
        pictures = self._site.telegram.of("sendPhoto", str(self._chat))
        calendars = self._site.telegram.of("sendDocument", str(self._chat))
        return Files(len(calendars), tuple(call.fields["caption"] for call in pictures))


class OnSlack:
    """A person in a direct conversation of Slack."""

    def __init__(self, site: Site, timezone: str | None = None) -> None:
        number = next(_people)
        self._site, self._read = site, 0
        self._user, self._channel = f"U{number}", f"D{number}"
        if timezone is not None:
            site.slack.people[self._user] = {"tz": timezone}

    def say(self, text: str, least: int = 0) -> Heard:
        """What comes back for typed words; at least so many characters are waited for."""
        escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return self._send(slack.json_body(slack.event(escaped, self._channel, self._user)), least)

    def press(self, payload: str, least: int = 0) -> Heard:
        """What comes back for a button, in the same way."""
        return self._send(slack.press_body(slack.press(payload, self._channel, self._user)), least)

    def _send(self, body: tuple[bytes, str], least: int) -> Heard:
        assert to_slack(self._site, body) == 200

        def come() -> Heard:
            sent = self._site.slack.of("chat.postMessage", self._channel)[self._read :]
            return heard([(slack.plain(call), slack.buttons(call)) for call in sent])

        found = waited_for(self._site.slack, come, least)
        self._read = len(self._site.slack.of("chat.postMessage", self._channel))
        return found

    def files(self) -> Files:
        """Those that have come."""
        shared = [file for file in self._site.slack.shared if file.channel == self._channel]
        calendars = sum(file.name.endswith(".ics") for file in shared)
        return Files(calendars, tuple(file.alt for file in shared if file.alt is not None))


def heard(messages: list[tuple[str, list[tuple[str, str]]]]) -> Heard:
    """All the messages of a turn as one."""
    text = "\n".join(text for text, _ in messages)
    return Heard(words(text), tuple(button for _, buttons in messages for button in buttons))


def waited_for(platform: Platform, come: Callable[[], Heard], least: int) -> Heard:
    """What has come once it is as long as it should be; the test says it if it never is."""
    with contextlib.suppress(AssertionError):
        platform.wait(lambda: len(come().text) >= max(1, least))
    return come()


def words(text: str) -> str:
    """A text with its line breaks as spaces."""
    return " ".join(text.split())


def post(url: str, body: bytes, headers: dict[str, str]) -> int:
    """The status of the answer."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, body, headers), timeout=10) as got:
            return int(got.status)
    except urllib.error.HTTPError as error:
        return error.code


def to_telegram(site: Site, update: dict[str, Any], secret: str = telegram.SECRET) -> int:
    """The status of an update as Telegram posts it."""
    headers = {telegram.HEADER: secret, "Content-Type": "application/json"}
    return post(f"{site.url}/webhooks/telegram/webhook", json.dumps(update).encode(), headers)


def to_slack(site: Site, sent: tuple[bytes, str], secret: str = slack.SECRET) -> int:
    """The status of a request as Slack posts it: its body and its content type."""
    headers = {"Content-Type": sent[1], **slack.signed(sent[0], secret=secret)}
    return post(f"{site.url}/webhooks/slack/webhook", sent[0], headers)


def said_in(site: Site, chat: str, channel: str) -> tuple[list[str], list[str]]:
    """What was said in a chat of Telegram and in a channel of Slack."""
    sent = site.telegram.of("sendMessage", chat)
    on_telegram = [telegram.plain(call.fields["text"]) for call in sent]
    return on_telegram, [slack.plain(call) for call in site.slack.of("chat.postMessage", channel)]
