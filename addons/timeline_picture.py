"""A stay's days as a picture, SVG or PNG, for whoever cannot draw it: nothing is stored."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from language.catalogue import Catalogue, catalogue
from language.formats import date_in_words
from rules_core.timeline import MilestoneKind

TODAY = "today"
VALUES = {
    MilestoneKind.RECOMMENDED_BY.value: "recommended_by",
    MilestoneKind.LAST_DAY.value: "until",
    MilestoneKind.RESTORATION_LAST_DAY.value: "restoration_last_day",
}
"""The kinds of days a picture shows, and the value of an answer each is read from."""

WIDTH, MARGIN, NAMES, BAR, FIRST_ROW, ROW, RADIUS = 720, 24, 64, 86, 140, 28, 12
PAPER, INK, STAY, AFTER = "#ffffff", "#1b1f24", "#0b5d4e", "#8a4b00"
FONT_SIZE = 16
ANCHORS = {"start": "ls", "end": "rs"}
"""What Pillow calls the alignments of SVG."""


@dataclass(frozen=True)
class Mark:
    """One day on the bar, and its line below."""

    kind: str
    x: float
    line: str


@dataclass(frozen=True)
class _Bar:
    """The stay, or what comes after it: of two heights, for whom two colours are one."""

    start: float
    end: float
    height: int
    colour: str
    name: str
    name_at: float
    anchor: str


def days_of(values: Mapping[str, Any]) -> list[list[str]]:
    """``[kind, date]`` of an answer's values in the order of the days; none without an end."""
    try:
        until = dt.date.fromisoformat(values["until"])
    except (KeyError, TypeError, ValueError):
        return []
    days = [[kind, values[name]] for kind, name in VALUES.items() if values.get(name)]
    # Only its counted days tell on which day an answer was given.
    left, over = values.get("days_left"), values.get("overstay_days")
    if left is not None or over is not None:
        today = until - dt.timedelta(left) if left is not None else until + dt.timedelta(over or 0)
        days.insert(0, [TODAY, today.isoformat()])
    return sorted(days, key=lambda day: day[1])


def line(kind: str, date: dt.date, words: Catalogue) -> str:
    """``3 February 2027: your last day ...``."""
    if kind == TODAY:
        return words.sentence("timeline_today", date=date_in_words(date))
    return words.text("milestones", MilestoneKind(kind).value).format(date=date_in_words(date))


def described(content: Mapping[str, Any]) -> str:
    """The picture in one sentence, for whoever cannot see it; errors as ``marks``."""
    title = catalogue(content.get("language")).sentence("timeline")
    return f"{title}: {_lines(marks(content))}."


def marks(content: Mapping[str, Any]) -> tuple[Mark, ...]:
    """The marks of ``{"days": [[kind, date]], "language"}``, to scale but never overlapping.

    Raises:
        LookupError, TypeError, ValueError: `content` is of another shape.
    """
    words = catalogue(content.get("language"))
    days = [(kind, dt.date.fromisoformat(date)) for kind, date in content["days"]]
    first, last = days[0][1], days[-1][1]
    span = max((last - first).days, 1)
    width, apart = WIDTH - 2 * MARGIN, 2 * RADIUS + 2
    at = [MARGIN + width * (date - first).days / span for _, date in days]
    for i in range(1, len(at)):
        at[i] = max(at[i], at[i - 1] + apart)
    for i in reversed(range(len(at))):
        at[i] = min(at[i], WIDTH - MARGIN - apart * (len(at) - 1 - i))
    return tuple(
        Mark(kind, round(x, 1), line(kind, date, words))
        for (kind, date), x in zip(days, at, strict=True)
    )


def svg(content: Mapping[str, Any]) -> str:
    """The picture of `content` with its text equivalent inside; errors as ``marks``."""
    words = catalogue(content.get("language"))
    shown, title = marks(content), words.sentence("timeline")
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {_height(shown)}" '
        f'role="img" aria-labelledby="t d" font-family="sans-serif" font-size="{FONT_SIZE}">',
        f'<title id="t">{escape(title)}</title><desc id="d">{escape(_lines(shown))}</desc>',
        f'<rect width="100%" height="100%" fill="{PAPER}"/>',
        f'<text x="{MARGIN}" y="34" font-weight="bold" fill="{INK}">{escape(title)}</text>',
    ]
    for bar in _bars(shown, words):
        width, top = round(bar.end - bar.start, 1), BAR - bar.height // 2
        parts += [
            f'<rect x="{bar.start}" y="{top}" width="{width}" height="{bar.height}" '
            f'fill="{bar.colour}"/>',
            f'<text x="{bar.name_at}" y="{NAMES}" text-anchor="{bar.anchor}" '
            f'fill="{bar.colour}">{escape(bar.name)}</text>',
        ]
    for number, mark in enumerate(shown, 1):
        colour = _colour(mark)
        parts += [
            f'<circle cx="{mark.x}" cy="{BAR}" r="{RADIUS}" fill="{colour}" stroke="{PAPER}"/>',
            f'<text x="{mark.x}" y="{BAR + 6}" text-anchor="middle" fill="{PAPER}">{number}</text>',
            f'<text x="{MARGIN}" y="{FIRST_ROW + ROW * (number - 1)}" fill="{INK}">'
            f"{number}. {escape(mark.line)}</text>",
        ]
    return "".join((*parts, "</svg>"))


def png(content: Mapping[str, Any]) -> bytes:
    """The same picture for messengers, which show no SVG; errors as ``marks``."""
    words = catalogue(content.get("language"))
    shown, title = marks(content), words.sentence("timeline")
    picture = Image.new("RGB", (WIDTH, _height(shown)), PAPER)
    pen, font = ImageDraw.Draw(picture), ImageFont.load_default(FONT_SIZE)
    pen.text((MARGIN, 34), title, INK, font, anchor="ls")
    for bar in _bars(shown, words):
        half = bar.height // 2
        pen.rectangle((bar.start, BAR - half, bar.end, BAR + half), bar.colour)
        pen.text((bar.name_at, NAMES), bar.name, bar.colour, font, anchor=ANCHORS[bar.anchor])
    for number, mark in enumerate(shown, 1):
        box = (mark.x - RADIUS, BAR - RADIUS, mark.x + RADIUS, BAR + RADIUS)
        pen.ellipse(box, _colour(mark), PAPER)
        pen.text((mark.x, BAR), str(number), PAPER, font, anchor="mm")
        row = (MARGIN, FIRST_ROW + ROW * (number - 1))
        pen.text(row, f"{number}. {mark.line}", INK, font, anchor="ls")
    file = io.BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def _lines(shown: tuple[Mark, ...]) -> str:
    return "; ".join(mark.line for mark in shown)


def _height(shown: tuple[Mark, ...]) -> int:
    return FIRST_ROW + ROW * len(shown)


def _bars(shown: tuple[Mark, ...], words: Catalogue) -> tuple[_Bar, ...]:
    end = next(mark.x for mark in shown if mark.kind == MilestoneKind.LAST_DAY.value)
    stay = _Bar(shown[0].x, end, 10, STAY, words.sentence("timeline_stay"), MARGIN, "start")
    after = _Bar(
        end, shown[-1].x, 4, AFTER, words.sentence("timeline_after"), WIDTH - MARGIN, "end"
    )
    return tuple(bar for bar in (stay, after) if bar.end > bar.start)


def _colour(mark: Mark) -> str:
    if mark.kind == TODAY:
        return INK
    return AFTER if mark.kind == MilestoneKind.RESTORATION_LAST_DAY.value else STAY
