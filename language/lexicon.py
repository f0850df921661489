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
    return read_yaml(_FOLDER / f"{name}.yml")


def read_yaml(file: Path) -> dict[str, Any]:
    """What a file of words holds, read by libyaml where PyYAML has it: ten times as fast."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    read: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=loader)
    return read


def whole_words(phrases: Iterable[str], parts: dict[str, str]) -> re.Pattern[str]:
    """A pattern for any of ``phrases`` as whole words; ``<name>`` stands for a part."""
    return re.compile(rf"(?<![a-z])(?:{filled('|'.join(phrases), parts)})(?![a-z])", re.I)


def filled(phrase: str, parts: dict[str, str]) -> str:
    """The pattern with each ``<name>`` replaced by its part; a part may name those below it."""
    for name, part in parts.items():
        phrase = phrase.replace(f"<{name}>", part)
    return phrase
