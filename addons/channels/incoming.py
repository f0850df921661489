"""What a channel was sent, made safe to hand to Rasa, or refused with a reason."""

from __future__ import annotations

import re
import unicodedata

CONVERSATION = re.compile(r"[A-Za-z0-9_.:-]{1,128}")
"""An id that Rasa and every store may be given."""
SENDER = re.compile(r"[A-Za-z0-9_-]{8,64}")
"""An id that a client may choose. No colon, so it can be no conversation of another
channel: those are called ``web:...``, ``telegram:...`` and ``slack:...``."""
METADATA = {
    "language": re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}"),
    "timezone": re.compile(r"[A-Za-z0-9_+/-]{1,64}"),
}

# Control characters except tab and line feed, lone surrogates, and the marks that
# reverse the reading direction of whatever is printed after them.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
# Long runs of white space mean nothing, and are what makes expressions slow.
_BLANKS = re.compile(r"\s{2,}")
_COMMAND = re.compile(r"[\s/\u2044\u2215\u29f8]*[/\u2044\u2215\u29f8]\s*\w{1,64}\s*[@{\[]")
# Categories that leave nothing on the screen when they stand alone, and the letters
# and symbols that are blank all the same.
_INVISIBLE_CATEGORIES = {"Cc", "Cf", "Cs", "Mn", "Me", "Zl", "Zp", "Zs"}
_BLANK_LETTERS = set("\u115f\u1160\u2800\u3164\uffa0")
# Other characters that look like a slash, besides those NFKC already folds into one.
_SLASHES = set("/\u2044\u2215\u29f8")


class BadRequest(ValueError):
    """The sender must change the request itself; the text says what, without echoing it."""


def clean_text(raw: object) -> str:
    """The visible text of a message, never a Rasa command; ``""`` if there is none.

    Rasa strips white space and then takes a leading ``/`` for a command that can reset
    the conversation or set slots (``YAMLStoryReader.unpack_regex_message``). Everything
    a later step could strip or fold in front of such a slash goes as well.

    Raises:
        BadRequest: ``raw`` is neither a string nor ``None``.
    """
    if raw is None:
        return ""
    if not isinstance(raw, str):
        raise BadRequest("'message' must be a text.")
    text = _BLANKS.sub(_one_blank, _UNSAFE.sub("", raw.replace("\r\n", "\n")))
    start = 0
    while start < len(text) and (_is_invisible(text[start]) or _is_slash(text[start])):
        start += 1
    text = text[start:].strip()
    return "" if all(map(_is_invisible, text)) else text


def is_command(raw: object) -> bool:
    """Whether a text has the form of a Rasa command with a payload, ``/name{...}``.

    Its words are no sentence of the person's, so nothing in it may become a fact.
    """
    return isinstance(raw, str) and bool(_COMMAND.match(unicodedata.normalize("NFKC", raw)))


def _one_blank(run: re.Match[str]) -> str:
    return "\n" if "\n" in run[0] else " "


def _is_invisible(char: str) -> bool:
    return char in _BLANK_LETTERS or unicodedata.category(char) in _INVISIBLE_CATEGORIES


def _is_slash(char: str) -> bool:
    return char in _SLASHES or unicodedata.normalize("NFKC", char).startswith("/")


def sender_of(raw: object) -> str:
    """The conversation's id, where the client may choose it.

    Raises:
        BadRequest: it is missing, or anything but 8 to 64 of ``A-Z a-z 0-9 _ -``.
    """
    if not isinstance(raw, str) or not SENDER.fullmatch(raw):
        raise BadRequest(
            "'sender' must be 8 to 64 letters, digits or _ - characters: "
            "a random name for one person's conversation."
        )
    return raw


def metadata_of(raw: object) -> dict[str, str]:
    """The well-formed ``language`` and ``timezone`` of ``raw``; everything else is dropped."""
    given = raw if isinstance(raw, dict) else {}
    return {
        key: given[key]
        for key, shape in METADATA.items()
        if isinstance(given.get(key), str) and shape.fullmatch(given[key])
    }
