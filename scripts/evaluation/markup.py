"""HTML and SVG as values: what is not markup is escaped, and every tag is closed."""

from __future__ import annotations

import html
from collections.abc import Iterable

VOID = ("meta", "br", "hr")


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def tag(name: str, /, *inside: str | Iterable[str], **attributes: str | float | bool) -> Markup:
    """An element around its children; `class_` is written `class`, `text_anchor` with a hyphen.

    A false attribute is left out, a true one stands without a value.
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in VOID:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{joined(inside)}</{name}>")


def joined(parts: Iterable[str | Iterable[str]]) -> Markup:
    """The parts one after the other; what is not markup is escaped."""
    return Markup(
        "".join(_escaped(part) if isinstance(part, str) else joined(part) for part in parts)
    )


def _escaped(part: str) -> str:
    return part if isinstance(part, Markup) else html.escape(part)


def _attribute(key: str, value: str | float | bool) -> str:
    name = key.rstrip("_").replace("_", "-") if key != "viewBox" else key
    if isinstance(value, bool):
        return f" {name}" if value else ""
    shown = value if isinstance(value, str) else f"{value:.6g}"
    return f' {name}="{html.escape(shown)}"'
