"""Which topics the words of a message name, where it asks about them in no sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from language.lexicon import whole_words, words


def mentioned(text: str) -> tuple[str, ...]:
    """The intents of the topics named in ``text``."""
    return tuple(intent for intent, said in _patterns() if said.search(text))


ABOUT_RESTORING = ("ask_restoration", "report_overstay")
"""Intents a model reads in a question about work that names restoration beside it."""
_TO_WORK = re.compile(
    r"\b(?:(?:can|could|may|should) (?:i|we|he|she|they|my \w{1,20})|"
    r"(?:am|is|are) (?:i|we|he|she|they|my \w{1,20}) (?:\w{1,12} )?"
    r"(?:allowed|permitted|able|free) to)"
    r"(?: (?:also|still|already|even|then|just|legally)){0,2} "
    r"(?:work|study|take (?:a|some|up) (?:\w{1,15} )?(?:job|work|course|classes)|"
    r"(?:do|get|find|have|accept) (?:an? |some |any )?(?:\w{1,15} )?(?:job|work|shifts?))\b",
    re.I,
)


def asks_to_work(text: str) -> bool:
    """Whether it asks if one may work or study: "can he work while waiting the restore"."""
    return _TO_WORK.search(text) is not None


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((intent, whole_words([said], {})) for intent, said in words("mentioned").items())
