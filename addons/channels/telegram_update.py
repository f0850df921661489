"""What one Telegram update asks of the assistant, if anything."""

from __future__ import annotations

from telegram import CallbackQuery, Chat, Message, MessageEntity, Update, User

from addons.channels.messenger import Heard, Place
from language.catalogue import catalogue

COMMANDS = {"start": "ask_capabilities", "help": "ask_capabilities", "restart": "restart"}
"""Telegram's own commands, to the button that says the same in words."""
NOT_TEXT = [
    "animation",
    "audio",
    "contact",
    "dice",
    "document",
    "game",
    "location",
    "photo",
    "poll",
    "sticker",
    "story",
    "venue",
    "video",
    "video_note",
    "voice",
]


def read_update(update: Update, bot: User | None, account: str) -> Heard | None:
    """What to answer; ``None`` for what is no message to us.

    `bot` is who we are, as far as known: without it no mention in a group can be told.
    `account` is the number of our account, which the ids of its updates belong to.
    """
    event = f"telegram:{account}:{update.update_id}"
    if update.callback_query is not None:
        return _pressed(update.callback_query, event)
    if update.edited_message is not None:
        return _edited(update.edited_message, account)
    message = update.message
    if message is None or message.from_user is None or message.from_user.is_bot:
        return None
    private = message.chat.type == Chat.PRIVATE
    if not private and not _is_addressed(message, bot):
        return None
    content = any(getattr(message, kind, None) for kind in NOT_TEXT)
    if message.text is None and not content:
        return None  # somebody joined, the title changed and the like
    return Heard(
        event,
        _place(message),
        _conversation(message.chat),
        _words(message, bot) if message.text else None,
        note=None if message.text else "text_only",
        private=private,
        language=_language(message.from_user),
    )


def _pressed(query: CallbackQuery, event: str) -> Heard | None:
    message = query.message
    if message is None or not isinstance(query.data, str):
        return None  # of a message that is not ours, or too old to be told
    topic = getattr(message, "is_topic_message", None)
    thread = _number(getattr(message, "message_thread_id", None)) if topic else None
    return Heard(
        event,
        Place(_number(message.chat.id), thread),
        _conversation(message.chat),
        query.data,
        private=message.chat.type == Chat.PRIVATE,
        language=_language(query.from_user),
    )


def _edited(message: Message, account: str) -> Heard | None:
    """Said once for a message, however often it is edited; in groups not at all."""
    if message.chat.type != Chat.PRIVATE or message.text is None:
        return None
    return Heard(
        f"telegram:{account}:edited:{message.chat.id}:{message.message_id}",
        _place(message),
        _conversation(message.chat),
        note="edited",
        language=_language(message.from_user),
    )


def _is_addressed(message: Message, bot: User | None) -> bool:
    answered = message.reply_to_message
    if bot is not None and answered and answered.from_user and answered.from_user.id == bot.id:
        return True
    name = f"@{bot.username}".lower() if bot is not None and bot.username else None
    kinds: list[str | None] = [MessageEntity.MENTION, MessageEntity.BOT_COMMAND]
    # Each raises where there is no such text.
    named = message.parse_entities(kinds) if message.text else {}
    named |= message.parse_caption_entities(kinds) if message.caption else {}
    return name is not None and any(said.lower().endswith(name) for said in named.values())


def _words(message: Message, bot: User | None) -> str:
    """The text without our name; a command of Telegram's in the words it stands for."""
    text = message.text or ""
    if bot is not None and bot.username:
        for said in message.parse_entities([MessageEntity.MENTION]).values():
            if said.lower() == f"@{bot.username}".lower():
                text = text.replace(said, " ")
    first = text.split(maxsplit=1)[0] if text.split() else ""
    command = first.partition("@")[0].removeprefix("/").lower()
    if first.startswith("/") and command in COMMANDS:
        return catalogue(_language(message.from_user)).button(COMMANDS[command]).payload
    if first.startswith("/") and "@" in first:  # /ask@our_name How long may I stay?
        return text.strip()[len(first) :]
    return text


def _place(message: Message) -> Place:
    thread = message.message_thread_id if message.is_topic_message else None
    return Place(_number(message.chat.id), None if thread is None else _number(thread))


def _conversation(chat: Chat) -> str:
    return f"telegram:{_number(chat.id)}"


def _number(given: object) -> str:
    """The number as text; the library takes anything for one.

    Raises:
        TypeError: it is none.
    """
    if type(given) is not int:
        raise TypeError("no number")
    return str(given)


def _language(user: User | None) -> str | None:
    code = user.language_code if user is not None else None
    return code if isinstance(code, str) else None
