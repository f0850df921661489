"""What an event, a pressed button or a slash command of Slack asks, if anything."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from addons.channels.messenger import Heard, Place
from language.catalogue import catalogue

_MARKED = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")
_HALF = re.compile("[\ud800-\udfff]")
OURS_TO_READ = (None, "thread_broadcast", "file_share")
"""The kinds of messages that a person writes; all others tell that something happened."""


def read_event(body: Mapping[str, Any]) -> Heard | None:
    """What to answer to an event; ``None`` for what is no message to us."""
    event, team = _part(body, "event"), _text(body, "team_id")
    channel, number = _text(event, "channel"), _text(body, "event_id")
    private = channel.startswith("D")
    kind, subtype = event.get("type"), event.get("subtype")
    if not number or not channel:
        return None
    if kind == "message" and subtype == "message_changed" and private:
        return _edited(_part(event, "message"), team, channel)
    # In a group only a mention is meant for us, and it comes as an event of its own.
    if kind != "app_mention" and not (kind == "message" and private):
        return None
    user = _text(event, "user")
    if subtype not in OURS_TO_READ or event.get("bot_id") or not user:
        return None
    in_channel = _text(event, "thread_ts") or _text(event, "ts")
    thread = _text(event, "thread_ts") if private else in_channel
    talk = user if private else f"{channel}:{in_channel}"
    return Heard(
        f"slack:{number}",
        Place(channel, thread or None),
        f"slack:{team}:{talk}",
        None if event.get("files") else plain_text(_text(event, "text")),
        note="text_only" if event.get("files") else None,
        private=private,
        person=user,
    )


def read_press(payload: Mapping[str, Any]) -> Heard | None:
    """What to answer to a pressed button; ``None`` for any other interaction."""
    actions = payload.get("actions")
    action = actions[0] if isinstance(actions, list) and actions else None
    channel, message = _part(payload, "channel"), _part(payload, "message")
    user, team = _text(_part(payload, "user"), "id"), _text(_part(payload, "team"), "id")
    place = _text(channel, "id")
    if payload.get("type") != "block_actions" or not isinstance(action, Mapping):
        return None
    if not (user and place and _text(action, "value") and _text(action, "action_ts")):
        return None
    private, thread = place.startswith("D"), _text(message, "thread_ts")
    return Heard(
        f"slack:press:{team}:{user}:{_text(action, 'action_ts')}",
        Place(place, thread or None),
        f"slack:{team}:{user if private else f'{place}:{thread}'}",
        _text(action, "value"),
        private=private,
        person=user,
    )


def read_command(form: Mapping[str, str]) -> Heard | None:
    """What to answer to a slash command: its words, in a direct message to who gave it."""
    user, team, trigger = form.get("user_id"), form.get("team_id"), form.get("trigger_id")
    if not (user and team and trigger):
        return None
    words = plain_text(form.get("text", "")).strip()
    return Heard(
        f"slack:command:{trigger}",
        Place(user),
        f"slack:{team}:{user}",
        words or catalogue().button("ask_capabilities").payload,
        person=user,
    )


def plain_text(marked: str) -> str:
    """The words of a message: links by their label or address, mentions of people left out."""

    def words(match: re.Match[str]) -> str:
        target, label = match[1], match[2]
        if target.startswith("@"):
            return ""
        return label or target.removeprefix("mailto:").removeprefix("tel:").lstrip("#!")

    # Slack escapes &, < and > and nothing else.
    return re.sub(r"&(?:amp|lt|gt);", lambda m: unescape(m[0]), _MARKED.sub(words, marked)).strip()


def _edited(message: Mapping[str, Any], team: str, channel: str) -> Heard | None:
    """Said once for a message; Slack also reports a changed preview, which nobody edited."""
    user, sent = _text(message, "user"), _text(message, "ts")
    if not user or not sent or message.get("bot_id") or "edited" not in message:
        return None
    place = Place(channel, _text(message, "thread_ts") or None)
    event, talk = f"slack:edited:{channel}:{sent}", f"slack:{team}:{user}"
    return Heard(event, place, talk, note="edited", person=user)


def _part(parent: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = parent.get(name)
    return part if isinstance(part, Mapping) else {}


def _text(parent: Mapping[str, Any], name: str) -> str:
    text = parent.get(name)
    # Half a character is in no message of Slack's, and in no id that can be kept.
    return text if isinstance(text, str) and not _HALF.search(text) else ""
