"""What the sections of the page are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scripts.evaluation.markup import Markup, tag
from scripts.evaluation.measures import Share

ABSENT = "–"


def section(anchor: str, title: str, *inside: str | Iterable[str]) -> Markup:
    """A part of the page with its heading."""
    return tag("section", tag("h2", title), *inside, id=anchor)


def note(text: str) -> Markup:
    """A remark to the reader."""
    return tag("p", text, class_="note")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    """A table whose first column names its rows; it scrolls by itself where it is too wide."""
    head = tag("tr", [tag("th", name, scope="col") for name in heads])
    body = [
        tag("tr", tag("th", row[0], scope="row"), [tag("td", cell) for cell in row[1:]])
        for row in rows
    ]
    return tag("div", tag("table", tag("thead", head), tag("tbody", body)), class_="wide")


def percent(figure: Share) -> str:
    """``91%``; a dash for a share of nothing."""
    return ABSENT if figure.rate is None else f"{figure.rate * 100:.1f}%"


def share(figure: Share) -> Markup | str:
    """``91.2% (219 of 240)``, the parts set smaller."""
    if figure.rate is None:
        return ABSENT
    return tag("span", percent(figure), " ", tag("small", f"{figure.part} of {figure.whole}"))


def range_of(figure: Share) -> str:
    """``87 to 94%``."""
    if figure.bounds is None:
        return ABSENT
    low, high = figure.bounds
    return f"{low * 100:.0f} to {high * 100:.0f}%"
