"""The word lists in ``gazetteer/``: loaded once, compiled to one pattern each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent / "gazetteer"


@lru_cache(maxsize=8)
def words(name: str) -> dict[str, Any]:
    """The word list ``gazetteer/<name>.yml``; not to be changed by the caller."""
    loaded: dict[str, Any] = yaml.safe_load((_FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return loaded


def whole_words(phrases: Iterable[str], parts: dict[str, str]) -> re.Pattern[str]:
    """A pattern for any of ``phrases`` as whole words; ``<name>`` stands for a part."""
    joined = "|".join(phrases)
    for name, part in parts.items():
        joined = joined.replace(f"<{name}>", part)
    return re.compile(rf"(?<![a-z])(?:{joined})(?![a-z])", re.I)
