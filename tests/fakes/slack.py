"""Slack: its Web API, and requests as it posts and signs them."""

from __future__ import annotations

import hashlib
import hmac
import html
import json
import re
import time
from dataclasses import dataclass
from itertools import count
from typing import Any
from urllib.parse import urlencode

from tests.fakes.platform import Call, Fault, Platform, is_png

TOKEN = "xoxb-a-token-of-no-bot"
SECRET = "a-secret-that-signs"
AT_HOME = {"tz": "America/Toronto", "locale": "en-US", "real_name": "V. Isitor"}
_numbers = count(1000)


@dataclass(frozen=True)
class Shared:
    """A file in a conversation."""

    channel: str
    thread: str | None
    name: str
    alt: str | None
    content: bytes


class FakeSlack(Platform):
    """Checks what Slack checks: token, block sizes, button sizes and escaping."""

    def __init__(self) -> None:
        """With nobody known by name; all are at home in Toronto."""
        super().__init__()
        self.people: dict[str, dict[str, Any]] = {}
        """What ``users.info`` tells of a person, where it is not ``AT_HOME``."""
        self.shared: list[Shared] = []
        self._begun: dict[str, Call] = {}
        self._contents: dict[str, bytes] = {}

    def read(self, path: str, fields: dict[str, Any], files: dict[str, bytes], token: str) -> Call:
        """``/api/<method>``, or ``/upload/<file id>`` for the content of a file."""
        method = path.removeprefix("/api/")
        if path.startswith("/upload/"):
            method, fields["file"] = "upload", path.removeprefix("/upload/")
        if method == "files.completeUploadExternal":
            fields["channel"] = fields["channel_id"]
        return Call(method, fields, files, token)

    def fault_body(self, fault: Fault) -> Any:
        """As Slack says it."""
        return {"ok": False, "error": "ratelimited" if fault.status == 429 else fault.error}

    def answer(self, call: Call) -> Any:
        """The result of a method; an assertion fails where Slack would refuse."""
        assert call.method == "upload" or call.token == TOKEN
        if call.method == "chat.postMessage":
            assert call.chat and plain(call)
            for block in blocks(call):
                if block["type"] == "section":
                    assert 0 < len(block["text"]["text"]) <= 3000
                else:
                    assert 0 < len(block["elements"]) <= 25
                    ids = [element["action_id"] for element in block["elements"]]
                    assert len(set(ids)) == len(ids)
            for title, value in buttons(call):
                assert 0 < len(title) <= 75 and 0 < len(value) <= 2000
            return {"ok": True, "ts": f"{next(_numbers)}.0", "channel": call.chat}
        if call.method == "conversations.open":
            return {"ok": True, "channel": {"id": f"D{call.fields['users']}"}}
        if call.method == "files.getUploadURLExternal":
            file = f"F{next(_numbers)}"
            assert len(call.fields.get("alt_txt", "")) <= 1000
            self._begun[file] = call
            return {"ok": True, "upload_url": f"{self.url}/upload/{file}", "file_id": file}
        if call.method == "upload":
            (self._contents[call.fields["file"]],) = call.files.values()
        if call.method == "files.completeUploadExternal":
            (file,) = (given["id"] for given in json.loads(call.fields["files"]))
            begun, content = self._begun[file].fields, self._contents[file]
            assert int(begun["length"]) == len(content)
            alt, thread = begun.get("alt_txt"), call.fields.get("thread_ts")
            assert is_png(content) == (alt is not None)
            self.shared.append(Shared(call.chat, thread, begun["filename"], alt, content))
            return {"ok": True, "files": [{"id": file}]}
        if call.method == "users.info":
            user = call.fields["user"]
            locale = call.fields.get("include_locale") in ("1", "true")
            told = {**AT_HOME, **self.people.get(user, {})}
            return {"ok": True, "user": {"id": user, **told} if locale else {"id": user}}
        return {"ok": True}


def blocks(call: Call) -> list[dict[str, Any]]:
    """The blocks of a message."""
    given = call.fields.get("blocks") or "[]"
    parsed: list[dict[str, Any]] = json.loads(given) if isinstance(given, str) else given
    return parsed


def plain(call: Call) -> str:
    """The text of a message as the person reads it; fails on a bare mark."""
    texts = [block["text"]["text"] for block in blocks(call) if block["type"] == "section"]
    bare = re.sub(r"<(https?://[^<>|]*)>", r"\1", " ".join(texts))
    assert not re.search(r"[<>]|&(?!lt;|gt;|amp;)", bare), bare
    return html.unescape(bare)


def buttons(call: Call) -> list[tuple[str, str]]:
    """Titles and values of the buttons under a message."""
    rows = [block["elements"] for block in blocks(call) if block["type"] == "actions"]
    return [(button["text"]["text"], button["value"]) for row in rows for button in row]


def signed(body: bytes, at: float | None = None, secret: str = SECRET) -> dict[str, str]:
    """The headers with which Slack posts a body."""
    stamp = str(int(time.time() if at is None else at))
    base = b"v0:" + stamp.encode() + b":" + body
    digest = hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}"}


def event(text: str = "", channel: str = "D7", user: str = "U7", **more: Any) -> dict[str, Any]:
    """An event with a message; `more` changes the message."""
    said = {"type": "message", "text": text, "channel": channel, "user": user}
    said |= {"ts": f"{next(_numbers)}.1", "channel_type": "im"}
    envelope = {"type": "event_callback", "team_id": "T1", "event_id": f"Ev{next(_numbers)}"}
    return {**envelope, "event": {**said, **more}}


def mentioned(text: str, channel: str = "C1", **more: Any) -> dict[str, Any]:
    """An event with a mention in a channel."""
    return event(text, channel, **{"type": "app_mention", "channel_type": "channel", **more})


def press(value: str, channel: str = "D7", user: str = "U7", **more: Any) -> dict[str, Any]:
    """The payload of a pressed button."""
    action = {"type": "button", "action_id": "say_0", "value": value}
    action["action_ts"] = f"{next(_numbers)}.2"
    where = {"channel": {"id": channel}, "message": {"ts": "1.0"}, "actions": [action]}
    return {"type": "block_actions", "user": {"id": user}, "team": {"id": "T1"}, **where, **more}


def json_body(body: dict[str, Any]) -> tuple[bytes, str]:
    """A body and its content type."""
    return json.dumps(body).encode(), "application/json"


def form_body(**fields: str) -> tuple[bytes, str]:
    """A body and its content type."""
    return urlencode(fields).encode(), "application/x-www-form-urlencoded"


def press_body(payload: dict[str, Any]) -> tuple[bytes, str]:
    """A body and its content type."""
    return form_body(payload=json.dumps(payload))


def command_body(text: str, user: str = "U7") -> tuple[bytes, str]:
    """A body and its content type."""
    fields = {"command": "/sojourn", "text": text, "user_id": user, "team_id": "T1"}
    return form_body(**fields, channel_id="C1", trigger_id=f"t{next(_numbers)}")
