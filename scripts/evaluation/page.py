"""The report as one HTML page that needs nothing else: no script, no request, no other file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from language.formats import date_in_words
from scripts.evaluation.groups import Group
from scripts.evaluation.markup import Markup, tag
from scripts.evaluation.measures import Share
from scripts.evaluation.page_messages import cards, differing_dates
from scripts.evaluation.page_parts import note, percent, range_of, section, share, table
from scripts.evaluation.page_talks import talks
from scripts.evaluation.pictures import calibration_curve, confusion_matrix
from scripts.evaluation.report import Report

STYLE = Path(__file__).with_name("page.css")


def page(report: Report) -> str:
    """The whole page."""
    parts = _messages(report) + _talks(report)
    empty = note("There is nothing to show: no message and no conversation was evaluated.")
    return "<!DOCTYPE html>\n" + tag(
        "html",
        tag(
            "head",
            tag("meta", charset="utf-8"),
            tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
            tag("meta", name="color-scheme", content="light dark"),
            tag("title", "Sojourn: evaluation"),
            tag("style", Markup(STYLE.read_text(encoding="utf-8"))),
        ),
        tag("body", _header(report), tag("main", parts or [empty])),
        lang="en",
    )


def _header(report: Report) -> Markup:
    turns = report.totals.turns.whole
    told = (
        f"{report.count} messages, {len(report.held)} conversations with {turns} turns; "
        f"the assistant's day is {date_in_words(report.today)}."
    )
    return tag("header", tag("h1", "How well Sojourn understands"), tag("p", told))


def _messages(report: Report) -> list[Markup]:
    if not report.count:
        return []
    return [
        section("figures", "Figures", _tiles(report), _every_figure(report)),
        section(
            "worst",
            f"The {len(report.worst)} worst messages",
            note("Wrong answers first, the surest leading; then those it was unsure of."),
            cards(report.worst),
        ),
        section("confusion", "What is taken for what", _confusion(report)),
        section("chances", "Can its chances be believed?", _chances(report)),
        section("intents", "Intent by intent", _intents(report)),
        section(
            "groups",
            "By kind and length",
            _groups("kind", report.by_kind),
            _groups("length", report.by_length),
        ),
        section("dates", "Dates", _dates(report), differing_dates(report.differing)),
    ]


def _tiles(report: Report) -> Markup:
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


def _every_figure(report: Report) -> Markup:
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


def _confusion(report: Report) -> list[Markup]:
    confused = report.confusion.confused
    rows = [(label, said, str(count)) for label, said, count in confused[:15]]
    return [
        note("The likeliest topic, acted on or not. The rows are what is right."),
        table(("right", "read as", "times"), rows) if rows else note("Nothing is confused."),
        tag("div", confusion_matrix(report.confusion), class_="wide", tabindex="0"),
    ]


def _chances(report: Report) -> list[Markup]:
    error = report.calibration.error
    if error is None:
        return [note("No reading gave a chance.")]
    return [
        note(
            f"On average a chance lies {error * 100:.1f} points from the share that is right. "
            "Above the diagonal the assistant is surer than it says, below it less sure. "
            "The bars count the messages."
        ),
        calibration_curve(report.calibration),
    ]


def _intents(report: Report) -> Markup:
    ordered = sorted(report.by_intent, key=lambda one: (_rate(one.recall), one.name))
    rows = [(one.name, share(one.recall), share(one.precision)) for one in ordered]
    return tag(
        "details",
        tag("summary", f"{len(rows)} intents, the least recalled first"),
        table(("intent", "recall", "precision"), rows),
    )


def _rate(figure: Share) -> float:
    return 2.0 if figure.rate is None else figure.rate


def _groups(name: str, groups: Sequence[Group]) -> Markup:
    rows = [
        (
            g.name,
            str(g.count),
            percent(g.topics.first),
            percent(g.topics.found),
            share(g.topics.wrong),
        )
        for g in groups
    ]
    return table((name, "messages", "right first", "said or offered", "wrong answers"), rows)


def _dates(report: Report) -> list[Markup]:
    rows = [(one.name, share(one.precision), share(one.recall)) for one in report.by_role]
    rows.append((report.dates.name, share(report.dates.precision), share(report.dates.recall)))
    silent = report.silent
    return [
        table(("role", "precision", "recall"), rows),
        note(f"Ambiguous dates: {silent.whole}; resolved silently: {silent.part}."),
    ]


def _talks(report: Report) -> list[Markup]:
    if not report.held:
        return []
    return [section("conversations", "Conversations", talks(report.held, report.totals))]
