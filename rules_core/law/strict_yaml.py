"""Reading YAML so that a slip in a law file is refused, never guessed around."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

import yaml

try:
    from yaml import CSafeLoader as _SafeLoader
except ImportError:  # PyYAML built without libyaml: the same, slower
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]

_E = TypeVar("_E", bound=Enum)


class LawFileError(ValueError):
    """A law file is wrong; says where, what, and how to mend it."""

    def __init__(self, file: Path, fact: str, problem: str, mend: str) -> None:
        where = f"{file}: {fact}" if fact else str(file)
        super().__init__(f"{where}: {problem}. To mend: {mend}.")
        self.file = file
        self.fact = fact
        self.problem = problem
        self.mend = mend


class _StrictLoader(_SafeLoader):
    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key!r} stands twice", node.start_mark
                )
        return super().construct_mapping(node, deep)


@dataclass(frozen=True)
class Place:
    """A file and, inside it, a fact or an instrument: where checked values come from.

    Every method raises ``LawFileError`` when the value is not what it should be.
    """

    file: Path
    fact: str = ""

    def at(self, fact: str) -> Place:
        return replace(self, fact=fact)

    def error(self, problem: str, mend: str) -> LawFileError:
        return LawFileError(self.file, self.fact, problem, mend)

    def load(self) -> Any:
        """The file's content; a key that stands twice is refused."""
        try:
            # The loader is a SafeLoader: it builds plain data only.
            return yaml.load(self.file.read_bytes(), Loader=_StrictLoader)
        except OSError as error:
            raise self.error(f"not readable: {error.strerror}", "put the file there") from error
        except (yaml.YAMLError, ValueError) as error:
            raise self.error(f"not readable as YAML: {error}", "correct the YAML there") from error

    def entries(self, raw: Any, name: str) -> Mapping[str, Any]:
        """A mapping with text keys that is not empty."""
        if not isinstance(raw, dict) or not raw:
            raise self.error(f"{name} is not a mapping with entries", "write `key: value` lines")
        for key in raw:
            if not isinstance(key, str):
                raise self.error(f"{name} has the key {key!r}, which is not text", "quote it")
        return raw

    def fields(
        self, raw: Any, name: str, required: frozenset[str], optional: frozenset[str] = frozenset()
    ) -> Mapping[str, Any]:
        """A mapping with all the required keys and no unknown one."""
        entries = self.entries(raw, name)
        if missing := sorted(required - entries.keys()):
            raise self.error(f"{name} lacks {', '.join(missing)}", "add what is missing")
        if unknown := sorted(entries.keys() - required - optional):
            allowed = ", ".join(sorted(required | optional))
            raise self.error(f"{name} has the unknown key {', '.join(unknown)}", f"use {allowed}")
        return entries

    def items(self, raw: Any, name: str) -> list[Any]:
        """A list that is not empty."""
        if not isinstance(raw, list) or not raw:
            raise self.error(f"{name} is not a list with entries", "write at least one `- ` entry")
        return raw

    def text(self, raw: Any, name: str) -> str:
        """Text; an unquoted code that YAML reads as a number or a boolean is refused."""
        if not isinstance(raw, str) or not raw.strip():
            raise self.error(f"{name} is {raw!r}, not text", "write it in quotes")
        return raw.strip()

    def flag(self, raw: Any, name: str) -> bool:
        if not isinstance(raw, bool):
            raise self.error(f"{name} is {raw!r}", "write true or false")
        return raw

    def day(self, raw: Any, name: str) -> dt.date:
        """A calendar day, written plain as in 2026-11-22."""
        if not isinstance(raw, dt.date) or isinstance(raw, dt.datetime):
            raise self.error(
                f"{name} is {raw!r}, not a date", "write it as YYYY-MM-DD, without quotes or time"
            )
        return raw

    def choice(self, raw: Any, name: str, kind: type[_E]) -> _E:
        try:
            return kind(raw)
        except ValueError:
            allowed = ", ".join(str(member.value) for member in kind)
            raise self.error(f"{name} is {raw!r}", f"use one of {allowed}") from None
