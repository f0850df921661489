"""Telegram: its Bot API, and updates as it posts them."""

from __future__ import annotations

import json
import re
from html import unescape
from itertools import count
from typing import Any

from tests.fakes.platform import Call, Fault, Platform, is_png

TOKEN = "4242:a-token_of-no-bot"
SECRET = "a-secret_of-the-webhook"
BOT = {"id": 4242, "is_bot": True, "first_name": "Sojourn", "username": "sojourn_bot"}
HEADER = "X-Telegram-Bot-Api-Secret-Token"
_numbers = count(1000)


class FakeTelegram(Platform):
    """Checks what Telegram checks: token, lengths, button data and the HTML's tags."""

    def read(self, path: str, fields: dict[str, Any], files: dict[str, bytes], token: str) -> Call:
        """``/bot<token>/<method>``."""
        _, bot, method = path.split("/")
        return Call(method, fields, files, bot.removeprefix("bot"))

    def fault_body(self, fault: Fault) -> Any:
        """As Telegram says it."""
        extra = {} if fault.retry_after is None else {"retry_after": fault.retry_after}
        described = {"description": "a fault", "error_code": fault.status, "parameters": extra}
        return {"ok": False, **described}

    def answer(self, call: Call) -> Any:
        """The result of a method; an assertion fails where Telegram would refuse."""
        assert call.token == TOKEN
        result: Any = True
        if call.method == "getMe":
            result = BOT
        elif call.method == "sendMessage":
            text = plain(call.fields["text"])
            assert 0 < len(text.encode("utf-16-le")) // 2 <= 4096 and call.fields["parse_mode"]
            for _, data in buttons(call):
                assert 0 < len(data.encode()) <= 64
            result = self._message(call)
        elif call.method == "sendPhoto":
            (content,) = call.files.values()
            caption = call.fields["caption"]
            assert is_png(content) and 0 < len(caption.encode("utf-16-le")) // 2 <= 1024
            result = self._message(call)
        elif call.method == "sendDocument":
            result = self._message(call)
        return {"ok": True, "result": result}

    def _message(self, call: Call) -> dict[str, Any]:
        chat = {"id": int(call.fields["chat_id"]), "type": "private"}
        return {"message_id": next(_numbers), "date": 0, "chat": chat, "from": BOT}


def plain(html: str) -> str:
    """The text of a message as the person reads it; fails on any tag but a link."""
    rest = re.sub(r'<a href="[^"<>]*">([^<>]*)</a>', r"\1", html)
    assert "<" not in rest and ">" not in rest and not re.search(r"&(?!lt;|gt;|amp;)", rest), html
    return unescape(rest)


def buttons(call: Call) -> list[tuple[str, str]]:
    """Titles and data of the buttons under a message."""
    markup = json.loads(call.fields.get("reply_markup") or "{}")
    rows = markup.get("inline_keyboard", [])
    return [(button["text"], button["callback_data"]) for row in rows for button in row]


def user(number: int, language: str = "en") -> dict[str, Any]:
    """A person."""
    return {"id": number, "is_bot": False, "first_name": "V", "language_code": language}


def message(text: str | None, chat: int = 7, **more: Any) -> dict[str, Any]:
    """An update with a message of a private chat; `more` changes the message."""
    said = {
        "message_id": next(_numbers),
        "date": 1,
        "chat": {"id": chat, "type": "private"},
        "from": user(chat),
        **({} if text is None else {"text": text}),
        **more,
    }
    return {"update_id": next(_numbers), "message": said}


def press(data: str, chat: int = 7, **more: Any) -> dict[str, Any]:
    """An update with a pressed button."""
    under = {"message_id": 1, "date": 1, "chat": {"id": chat, "type": "private"}, "from": BOT}
    query = {"id": "q1", "from": user(chat), "chat_instance": "c", "message": under, "data": data}
    return {"update_id": next(_numbers), "callback_query": {**query, **more}}


def group(text: str | None, chat: int = -100, **more: Any) -> dict[str, Any]:
    """An update with a message in a group."""
    update = message(text, **more)
    place = {"id": chat, "type": "supergroup", "title": "g"}
    return {**update, "message": {**update["message"], "chat": place}}


def mention(text: str, kind: str = "mention") -> list[dict[str, Any]]:
    """The entities of a text that names the bot."""
    start = 0 if kind == "bot_command" else text.index("@")
    end = text.index("_bot") + len("_bot")
    return [{"type": kind, "offset": start, "length": end - start}]
