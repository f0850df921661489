"""Logs as lines of ``key=value``, one for each event, without what a person wrote.

Rasa writes a failed message, the local names of every frame and the whole conversation into
its log. So while a request is served, another library's words are left out: what is kept is
who spoke, where, and the kind of the error. At DEBUG they are kept, for whoever asks for that.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from contextvars import ContextVar
from datetime import datetime, timezone

from language.identifiers import redact

serving: ContextVar[bool] = ContextVar("serving", default=False)
"""Whether this runs for somebody's request: set where one comes in."""

OURS = ("addons", "language", "actions", "rules_core")
LONGEST = 1000
"""Characters of one value."""
SPEAKS_OF_OTHERS = ("asyncio", "sanic.error", "rasa_sdk.endpoint")
"""They report errors of requests also after the request, or in a process without a door."""


class KeyValueFormatter(logging.Formatter):
    """``at=... level=... logger=... event="..."``; nothing in a value can begin a line."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, of at most about two kilobytes."""
        at = datetime.fromtimestamp(record.created, timezone.utc)
        line = {
            "at": at.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        silent = _is_silenced(record)
        if silent:
            line["place"] = f"{record.funcName}:{record.lineno}"
        else:
            line["event"] = _shortened(redact(record.getMessage()[: 4 * LONGEST]).text)
        if record.exc_info and record.exc_info[1] is not None:
            line |= _error(record.exc_info[1], with_words=not silent and not serving.get())
        return " ".join(f"{key}={_value(value)}" for key, value in line.items())


def _is_silenced(record: logging.LogRecord) -> bool:
    if record.levelno < logging.INFO or record.name.split(".")[0] in OURS:
        return False
    reports = record.exc_info is not None or record.levelno >= logging.ERROR
    return serving.get() or (record.name.startswith(SPEAKS_OF_OTHERS) and reports)


def _error(error: BaseException, with_words: bool) -> dict[str, str]:
    """The kinds of an error and its causes, where each came from, and perhaps its words."""
    kinds: list[str] = []
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        frames = traceback.extract_tb(cause.__traceback__)
        place = f" at {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
        kinds.append(f"{type(cause).__name__}{place}")
        cause = cause.__cause__ or cause.__context__
    shown = {"error": _shortened(" from ".join(kinds))}
    return {**shown, "words": _shortened(redact(str(error)).text)} if with_words else shown


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}..."


def _value(text: str) -> str:
    """As JSON writes it, so that control characters are letters; bare where that is plain."""
    plain = text.isascii() and text.replace("_", "").replace(".", "").isalnum()
    return text if plain else json.dumps(text).replace("\x7f", "\\u007f")


def install() -> None:
    """Give the format to every handler that writes to a terminal or a file."""
    loggers = [logging.root, *logging.root.manager.loggerDict.values()]
    for logger in loggers:
        for handler in getattr(logger, "handlers", ()):
            stream = getattr(handler, "stream", None)
            if isinstance(handler, logging.FileHandler) or stream in (sys.stdout, sys.stderr):
                handler.setFormatter(KeyValueFormatter())
