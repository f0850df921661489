"""The pictures of the page, as SVG; their colours are the page's."""

from __future__ import annotations

from scripts.evaluation.chances import Bin, Calibration
from scripts.evaluation.markup import Markup, tag
from scripts.evaluation.measures import Confusion

CELL = 17
CHARACTER = 6.7
"""The width of one at the size of the labels."""
FAINTEST, DARKEST = 0.25, 0.85
SIDE, LEFT, BELOW = 320, 56, 44


def confusion_matrix(confusion: Confusion) -> Markup:
    """A row for each label, a column for each likeliest topic, a square where they meet.

    The square's strength is its share of the row. It says what it is when pointed at.
    """
    names = confusion.names
    place = {name: number for number, name in enumerate(names)}
    edge = max((len(name) for name in names), default=0) * CHARACTER + 12
    grid = len(names) * CELL
    rows = {
        name: sum(n for (row, _), n in confusion.counts.items() if row == name) for name in names
    }
    return tag(
        "svg",
        tag("title", "Labels against likeliest topics"),
        [_guide(edge, number, grid) for number in range(len(names) + 1)],
        [_names(name, edge, number) for number, name in enumerate(names)],
        [
            _square(
                label,
                said,
                count,
                rows[label],
                edge + place[said] * CELL,
                edge + place[label] * CELL,
            )
            for (label, said), count in confusion.counts.items()
        ],
        viewBox=f"0 0 {edge + grid + 4:.0f} {edge + grid + 4:.0f}",
        width=edge + grid + 4,
        height=edge + grid + 4,
        role="img",
        class_="matrix",
    )


def _guide(edge: float, number: int, grid: int) -> Markup:
    at, end = edge + number * CELL, edge + grid
    path = f"M{edge:.6g} {at:.6g}H{end:.6g}M{at:.6g} {edge:.6g}V{end:.6g}"
    return tag("path", d=path, class_="guide")


def _names(name: str, edge: float, number: int) -> Markup:
    middle = edge + (number + 0.5) * CELL
    turned = f"rotate(-90 {middle:.6g} {edge - 6:.6g})"
    return tag(
        "g",
        tag("text", name, x=edge - 6, y=middle + 4, text_anchor="end"),
        tag("text", name, x=middle, y=edge - 2, transform=turned),
    )


def _square(label: str, said: str, count: int, row: int, x: float, y: float) -> Markup:
    right = label == said
    told = f"{label}: {count} of {row} " + ("read rightly" if right else f"read as {said}")
    strength = FAINTEST + (DARKEST - FAINTEST) * count / row
    return tag(
        "g",
        tag("title", told),
        tag(
            "rect",
            x=x + 1,
            y=y + 1,
            width=CELL - 2,
            height=CELL - 2,
            rx=3,
            fill_opacity=strength,
            class_="right" if right else "wrong",
        ),
        tag(
            "text",
            str(count),
            x=x + CELL / 2,
            y=y + CELL / 2 + 4,
            text_anchor="middle",
            class_="count",
        ),
    )


def calibration_curve(calibration: Calibration) -> Markup:
    """The share that is right over the chance given; on the diagonal, chances are true.

    The bars say how many messages a point stands for.
    """
    most = max((one.right.whole for one in calibration.bins), default=0) or 1
    held = [one for one in calibration.bins if one.chance is not None]
    points = [(_x(one.chance or 0.0), _y(one.right.rate or 0.0), one) for one in held]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in points)
    width, height = LEFT + SIDE + 16, SIDE + BELOW + 16
    return tag(
        "svg",
        tag("title", "Chance given against share right"),
        [_bar(one, most) for one in held],
        [_tick(step / 5) for step in range(6)],
        tag("path", d=f"M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}", class_="diagonal"),
        tag("polyline", points=line, class_="curve"),
        [_point(x, y, one) for x, y, one in points],
        tag(
            "text",
            "chance given to the likeliest topic",
            x=_x(0.5),
            y=height - 4,
            text_anchor="middle",
        ),
        tag(
            "text",
            "share that is right",
            x=12,
            y=_y(0.5),
            text_anchor="middle",
            transform=f"rotate(-90 12 {_y(0.5)})",
        ),
        viewBox=f"0 0 {width} {height}",
        role="img",
        class_="curve-picture",
    )


def _x(share: float) -> float:
    return LEFT + share * SIDE


def _y(share: float) -> float:
    return 12 + (1 - share) * SIDE


def _bar(one: Bin, most: int) -> Markup:
    top = _y(one.right.whole / most * 0.3)
    left, right = _x(one.low) + 1, _x(one.high) - 1
    bar = tag("rect", x=left, y=top, width=right - left, height=_y(0) - top, class_="bar")
    count = tag("text", str(one.right.whole), x=(left + right) / 2, y=top - 4, text_anchor="middle")
    return tag("g", bar, count)


def _tick(share: float) -> Markup:
    path = f"M{_x(0)} {_y(share):.6g}H{_x(1)}M{_x(share):.6g} {_y(0)}v5"
    return tag(
        "g",
        tag("path", d=path, class_="guide"),
        tag("text", f"{share:.0%}", x=_x(0) - 6, y=_y(share) + 4, text_anchor="end"),
        tag("text", f"{share:.0%}", x=_x(share), y=_y(0) + 18, text_anchor="middle"),
    )


def _point(x: float, y: float, one: Bin) -> Markup:
    told = f"chance {one.chance:.0%}: {one.right.part} of {one.right.whole} right"
    return tag("circle", tag("title", told), cx=x, cy=y, r=5, class_="point")
