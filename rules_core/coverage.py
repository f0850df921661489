"""The coverage register: what the rules answer, refuse and leave open, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rules_core.law.strict_yaml import Place

_FILE = Path(__file__).parent / "coverage.yaml"


@dataclass(frozen=True)
class Coverage:
    """The lists of the register, each a sentence by its key."""

    answers: Mapping[str, str]
    """By topic."""
    refuses: Mapping[str, str]
    """By refusal."""
    on_file_only: Mapping[str, str]
    """Facts of law that no answer rests on, and why."""
    open_points: Mapping[str, str]
    """Unsettled facts of law, and how answers treat them."""


def coverage(file: Path = _FILE) -> Coverage:
    """The register; raises ``LawFileError`` for a slip in it."""
    place = Place(file)
    names = ("answers", "refuses", "on_file_only", "open_points")
    fields = place.fields(place.load(), "the register", frozenset(names))
    return Coverage(
        **{
            name: {
                key: place.at(key).text(said, name)
                for key, said in place.entries(fields[name], name).items()
            }
            for name in names
        }
    )


def as_markdown(register: Coverage) -> str:
    """The register as the tables of the README."""
    return "\n".join(
        (
            *_table("topic", "what it answers", register.answers),
            "",
            *_table("refusal", "what is refused, and why", register.refuses),
            "",
            *_table("open in law", "how answers treat it", register.open_points),
        )
    )


def _table(key: str, said: str, rows: Mapping[str, str]) -> Iterator[str]:
    yield f"| {key} | {said} |"
    yield "|---|---|"
    yield from (f"| `{name}` | {sentence} |" for name, sentence in rows.items())
