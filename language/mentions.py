"""Which topics the words of a message name, where it asks about them in no sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from language.lexicon import whole_words, words


def mentioned(text: str) -> tuple[str, ...]:
    """The intents of the topics named in ``text``."""
    return tuple(intent for intent, said in _patterns() if said.search(text))


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((intent, whole_words([said], {})) for intent, said in words("mentioned").items())
