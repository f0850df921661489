"""Telegram's Bot API as the assistant uses it."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TypeVar

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, User
from telegram.constants import ChatAction, MessageLimit, ParseMode
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError
from telegram.request import HTTPXRequest

from addons.channels.delivery import DELAYS, Refused, Unavailable, deliver
from addons.channels.messenger import Place
from addons.channels.rendering import Spoken, split, telegram_html, utf16_length
from addons.channels.uploads import Upload
from language.catalogue import Button

BASE = "https://api.telegram.org"
SLOWEST = 60.0
"""Seconds a call may take: what is given up too early is sent twice."""
CONNECTIONS = 256
"""At once, so that conversations whose calls hang leave room for the others."""
MOST_DATA = 64
"""Bytes of a button's data."""
UPDATES = ("message", "edited_message", "callback_query")

T = TypeVar("T")


class TelegramApi:
    """Calls with our token; they raise only `Unavailable` and `Refused`."""

    def __init__(self, token: str, base: str = BASE, delays: Sequence[float] = DELAYS) -> None:
        # These write each call's address into the log, and the address holds the token.
        for library in ("httpx", "httpcore", "telegram"):
            logging.getLogger(library).setLevel(logging.WARNING)
        request = HTTPXRequest(
            CONNECTIONS,
            connect_timeout=10.0,
            read_timeout=SLOWEST,
            write_timeout=SLOWEST,
            media_write_timeout=SLOWEST,
            pool_timeout=SLOWEST,
        )
        self._bot = Bot(token, base_url=f"{base}/bot", request=request)
        self._delays = delays
        self.user: User | None = None
        """Who we are; known once `introduce` has come through."""

    async def introduce(self, webhook: str | None, secret: str) -> None:
        """Learn who we are, and have updates sent to `webhook` (https) with the secret."""
        self.user = await self._deliver(self._bot.get_me)
        if webhook is not None:
            await self._deliver(
                partial(
                    self._bot.set_webhook,
                    webhook,
                    secret_token=secret,
                    allowed_updates=UPDATES,
                )
            )

    async def say(self, place: Place, said: Spoken) -> None:
        """The words in as many messages as they need, the buttons under the last."""
        pieces = list(split(said.text, MessageLimit.MAX_TEXT_LENGTH, utf16_length))
        for piece in pieces:
            await self._deliver(
                partial(
                    self._bot.send_message,
                    int(place.chat),
                    telegram_html(piece),
                    parse_mode=ParseMode.HTML,
                    message_thread_id=_thread(place),
                    link_preview_options=LinkPreviewOptions(is_disabled=True),
                    reply_markup=_keyboard(said.buttons) if piece is pieces[-1] else None,
                )
            )

    async def upload(self, place: Place, file: Upload) -> None:
        """A file. Telegram fetches none from us by address, so it is sent whole; the words
        of a picture are its caption, as Telegram knows no other text beside one."""
        send: Callable[[], Awaitable[object]]
        if file.shows is not None:
            caption = next(split(file.shows, MessageLimit.CAPTION_LENGTH, utf16_length))
            send = partial(
                self._bot.send_photo,
                int(place.chat),
                file.content,
                caption=caption,
                filename=file.name,
                message_thread_id=_thread(place),
            )
        else:
            send = partial(
                self._bot.send_document,
                int(place.chat),
                file.content,
                filename=file.name,
                message_thread_id=_thread(place),
            )
        await self._deliver(send)

    async def typing(self, place: Place) -> None:
        """Show "typing" for five seconds, or until the words come."""
        await _once(
            partial(
                self._bot.send_chat_action,
                int(place.chat),
                ChatAction.TYPING,
                message_thread_id=_thread(place),
            )
        )

    async def about(self, _person: str) -> dict[str, str]:
        """Nothing: the language comes with each update, and Telegram tells no time zone."""
        return {}

    async def acknowledge(self, callback: str) -> None:
        """End the waiting mark on a pressed button."""
        await _once(partial(self._bot.answer_callback_query, callback))

    async def _deliver(self, call: Callable[[], Awaitable[T]]) -> T:
        return await deliver(partial(_once, call), self._delays)


async def _once(call: Callable[[], Awaitable[T]]) -> T:
    """One call; the reasons given are kinds of errors only, as their texts may hold the token."""
    try:
        return await call()
    except RetryAfter as error:
        wait = error.retry_after
        seconds = wait.total_seconds() if isinstance(wait, dt.timedelta) else float(wait)
        raise Unavailable("Telegram asks to wait", seconds) from None
    except BadRequest as error:  # a NetworkError to the library
        raise Refused(f"Telegram: {type(error).__name__}") from None
    except NetworkError as error:
        raise Unavailable(f"Telegram: {type(error).__name__}") from None
    except TelegramError as error:
        raise Refused(f"Telegram: {type(error).__name__}") from None


def _keyboard(buttons: Sequence[Button]) -> InlineKeyboardMarkup | None:
    """One button a row: a row of several cuts their words on a phone."""
    rows = [
        [InlineKeyboardButton(button.title, callback_data=payload)]
        for button in buttons
        if len((payload := _data(button)).encode()) <= MOST_DATA
    ]
    return InlineKeyboardMarkup(rows) if rows else None


def _data(button: Button) -> str:
    """What pressing says: its sentence, or its title where that is too long."""
    return button.payload if len(button.payload.encode()) <= MOST_DATA else button.title


def _thread(place: Place) -> int | None:
    return None if place.thread is None else int(place.thread)
