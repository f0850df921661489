"""The report as one HTML page that needs nothing else: no script, no request, no other file."""

from __future__ import annotations

from pathlib import Path

from language.formats import date_in_words
from scripts.evaluation.markup import Markup, tag
from scripts.evaluation.page_figures import (
    chances,
    confusion,
    dates,
    every_figure,
    groups,
    intents,
    tiles,
)
from scripts.evaluation.page_messages import cards, differing_dates
from scripts.evaluation.page_parts import note, section
from scripts.evaluation.page_talks import talks
from scripts.evaluation.report import Report

STYLE = Path(__file__).with_name("page.css")


ABOUT_MESSAGES = {
    "figures": "Figures",
    "worst": "The worst messages",
    "confusion": "What is taken for what",
    "chances": "Can its chances be believed?",
    "intents": "Intent by intent",
    "groups": "By kind and length",
    "dates": "Dates",
}
TALKS = {"conversations": "Conversations"}


def page(report: Report) -> str:
    """The whole page."""
    inside = {**_about_messages(report), **_talks(report)}
    names = {**ABOUT_MESSAGES, **TALKS}
    links = [tag("a", names[anchor], href=f"#{anchor}") for anchor in inside]
    parts = [section(anchor, names[anchor], *inside[anchor]) for anchor in inside]
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
        tag("body", _header(report, links), tag("main", parts or [empty])),
        lang="en",
    )


def _header(report: Report, links: list[Markup]) -> Markup:
    turns = report.totals.turns.whole
    told = (
        f"{report.count} messages, {len(report.held)} conversations with {turns} turns; "
        f"the assistant's day is {date_in_words(report.today)}."
    )
    title = tag("h1", "How well Sojourn understands")
    return tag("header", title, tag("p", told), tag("nav", links) if links else "")


def _about_messages(report: Report) -> dict[str, list[Markup]]:
    if not report.count:
        return {}
    order = f"{len(report.worst)} of {report.count}: wrong answers first, the surest leading"
    return {
        "figures": [tiles(report), every_figure(report)],
        "worst": [note(f"{order}; then those it was unsure of."), *cards(report.worst)],
        "confusion": confusion(report),
        "chances": chances(report),
        "intents": [intents(report)],
        "groups": [groups("kind", report.by_kind), groups("length", report.by_length)],
        "dates": [*dates(report), differing_dates(report.differing)],
    }


def _talks(report: Report) -> dict[str, list[Markup]]:
    return {"conversations": talks(report.held, report.totals)} if report.held else {}
