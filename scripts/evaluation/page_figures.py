"""The figures of the messages on the page: tiles, tables and pictures."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.evaluation.groups import Group
from scripts.evaluation.markup import Markup, tag
from scripts.evaluation.measures import Share
from scripts.evaluation.page_parts import note, percent, range_of, share, table
from scripts.evaluation.pictures import calibration_curve, confusion_matrix
from scripts.evaluation.report import Report


def tiles(report: Report) -> Markup:
    """The figures to look at first."""
    topics, totals = report.topics, report.totals
    figures: list[tuple[str, Share]] = [
        ("right topic first", topics.first),
        ("right topic said or offered", topics.found),
        ("answered with a wrong topic", topics.wrong),
        ("out of scope not answered", topics.unanswered),
        ("dates found in their role", report.dates.recall),
        ("turns of conversations as expected", totals.turns),
    ]
    return tag(
        "div",
        [
            tag(
                "div",
                tag("strong", percent(figure)),
                tag("span", name),
                tag("small", f"{figure.part} of {figure.whole}"),
                class_="tile",
            )
            for name, figure in figures
            if figure.whole
        ],
        class_="tiles",
    )


def every_figure(report: Report) -> Markup:
    """All of them, with how far they can be trusted."""
    topics = report.topics
    figures: list[tuple[str, Share]] = [
        ("right topic first", topics.first),
        ("right topic among the first three", topics.top3),
        ("right topic said or offered", topics.found),
        ("answered with a wrong topic", topics.wrong),
        ("out of scope not answered", topics.unanswered),
        ("out of scope recognised (fallback or guard)", topics.recognised),
        ("in scope accepted (answered or choices offered)", topics.accepted),
        ("guards recalled", topics.guards),
        ("dates with role, precision", report.dates.precision),
        ("dates with role, recall", report.dates.recall),
        ("ambiguous dates resolved silently", report.silent),
    ]
    rows = [(name, share(figure), range_of(figure)) for name, figure in figures]
    return tag(
        "div",
        table(("figure", "share", "95% range"), rows),
        note("The range is where the share would lie with many more messages like these."),
    )


def confusion(report: Report) -> list[Markup]:
    """The matrix, and its wrong pairs as a list for small screens."""
    rows = [(label, said, str(count)) for label, said, count in report.confusion.confused]
    if not rows:
        return [note("Nothing is taken for anything else.")]
    return [
        note("Rows: what is right. Columns: the likeliest topic, acted on or not."),
        tag("div", confusion_matrix(report.confusion), class_="wide", tabindex="0"),
        tag(
            "details",
            tag("summary", f"{len(rows)} pairs, the most frequent first"),
            table(("right", "read as", "times"), rows),
        ),
    ]


def chances(report: Report) -> list[Markup]:
    """The calibration curve with its error."""
    error = report.calibration.error
    if error is None:
        return [note("No reading gave a chance.")]
    return [
        note(
            f"On average a chance lies {error * 100:.1f} points from the share that is right. "
            "Above the diagonal it is right more often than it says, below it less often. "
            "The bars count the messages."
        ),
        calibration_curve(report.calibration),
    ]


def intents(report: Report) -> Markup:
    """Recall and precision of each intent."""
    ordered = sorted(report.by_intent, key=lambda one: (_rate(one.recall), one.name))
    rows = [(one.name, share(one.recall), share(one.precision)) for one in ordered]
    return tag(
        "details",
        tag("summary", f"{len(rows)} intents, the least recalled first"),
        table(("intent", "recall", "precision"), rows),
    )


def _rate(figure: Share) -> float:
    return 2.0 if figure.rate is None else figure.rate


def groups(name: str, found: Sequence[Group]) -> Markup:
    """The main figures of each kind or length."""
    rows = [
        (
            g.name,
            str(g.count),
            percent(g.topics.first),
            percent(g.topics.found),
            share(g.topics.wrong),
        )
        for g in found
    ]
    return table((name, "messages", "right first", "said or offered", "wrong answers"), rows)


def dates(report: Report) -> list[Markup]:
    """Recall and precision of each role of a date."""
    rows = [(one.name, share(one.precision), share(one.recall)) for one in report.by_role]
    rows.append((report.dates.name, share(report.dates.precision), share(report.dates.recall)))
    silent = report.silent
    return [
        table(("role", "precision", "recall"), rows),
        note(f"Ambiguous dates: {silent.whole}; resolved silently: {silent.part}."),
    ]
