"""Conversations on the page: their figures, and transcripts with what is wrong marked."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.evaluation.conversations import MOST_WORDS, Held, Judged, Totals
from scripts.evaluation.markup import Markup, tag
from scripts.evaluation.page_parts import ABSENT, note, share, table


def talks(held: Sequence[Held], totals: Totals) -> list[Markup]:
    """The figures, then each conversation; one with something wrong lies open."""
    median = ABSENT if totals.median_words is None else f"{totals.median_words:g}"
    figures: list[tuple[str, str]] = [
        ("turns as expected", share(totals.turns)),
        ("required dates said", share(totals.dates)),
        ("forbidden dates said", str(totals.forbidden)),
        ("required numbers said", share(totals.numbers)),
        ("refused or referred where it must", share(totals.behaviours)),
        ("empty replies", str(totals.empty)),
        (f"replies over {MOST_WORDS} words", str(totals.too_long)),
        ("words of a reply, median", median),
    ]
    return [
        table(("figure", ""), figures),
        note(
            "What must and must not be said besides dates and figures stands under each reply, "
            "for you to judge: no machine looked at it."
        ),
        *[_talk(one) for one in held],
    ]


def _talk(held: Held) -> Markup:
    told = f"{held.misses} of {len(held.turns)} turns missed" if held.misses else "as expected"
    return tag(
        "details",
        tag(
            "summary",
            tag("span", f"{held.talk.id}  {held.talk.title}"),
            tag("span", told, class_="verdict wrong" if held.misses else "verdict right"),
        ),
        [_turn(turn) for turn in held.turns],
        open=bool(held.misses),
        class_="talk",
    )


def _turn(judged: Judged) -> Markup:
    turn = judged.turn
    return tag(
        "div",
        tag("p", turn.user, class_="person"),
        tag(
            "div",
            tag("p", judged.text or "(no reply)", class_="text"),
            tag("p", [tag("span", title) for title in judged.buttons], class_="buttons")
            if judged.buttons
            else "",
            class_="bot",
        ),
        tag("ul", [tag("li", miss) for miss in judged.misses], class_="misses")
        if judged.misses
        else "",
        _to_read(judged),
        class_="turn missed" if judged.misses else "turn",
    )


def _to_read(judged: Judged) -> Markup | str:
    """What the reply must and must not say, beside what was looked for."""
    turn = judged.turn
    points = [tag("li", point) for point in turn.points]
    points += [tag("li", tag("em", "not: "), point) for point in turn.forbidden_points]
    told = f"turn {turn.number}, {turn.label or 'no label'}, {judged.words} words"
    if not points:
        return tag("p", told, class_="aside")
    return tag(
        "details", tag("summary", f"{told}: what to look for"), tag("ul", points), class_="aside"
    )
