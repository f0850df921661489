"""Messages on the page: the worst ones, and those whose dates were read otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scripts.evaluation.date_measures import Differing
from scripts.evaluation.markup import Markup, tag
from scripts.evaluation.measures import OFFERED
from scripts.evaluation.page_parts import ABSENT, note, table
from scripts.evaluation.samples import Entity, Guess, Message
from scripts.evaluation.worst import DEGREES, WRONG, Bad


def cards(bad: Sequence[Bad]) -> list[Markup]:
    """The messages under the heading of what went wrong with them."""
    if not bad:
        return [note("Every message was answered rightly.")]
    found = []
    for degree in DEGREES:
        some = [_card(one) for one in bad if one.degree == degree]
        if some:
            found.append(tag("h3", f"{degree} ({len(some)})"))
            found.append(tag("div", some, class_="cards"))
    return found


def _card(bad: Bad) -> Markup:
    message, reading = bad.message, bad.reading
    wrong = bad.degree == WRONG
    said = reading.intent if wrong else reading.decision
    return tag(
        "article",
        tag("p", message.text, class_="said"),
        tag(
            "dl",
            tag("dt", "answered" if wrong else "decided"),
            tag("dd", said, class_="wrong" if wrong else "unsure"),
            tag("dt", "right"),
            tag("dd", _right(message), class_="right"),
        ),
        tag("ol", [_guess(guess, message) for guess in reading.alternatives[:OFFERED]]),
        tag("small", message.id),
    )


def _right(message: Message) -> str:
    return ", or ".join((message.label, *message.also))


def _guess(guess: Guess, message: Message) -> Markup:
    """A topic with its chance as a bar."""
    width = f"width:{min(1.0, max(0.0, guess.chance)) * 100:.0f}%"
    return tag(
        "li",
        tag("span", guess.name),
        tag("b", f"{guess.chance * 100:.0f}%"),
        tag("i", tag("i", style=width), class_="track"),
        class_="right" if guess.name in message.right else "other",
    )


def differing_dates(found: Sequence[Differing]) -> Markup:
    """What was said, which dates of it were missed and which invented."""
    if not found:
        return note("Every date was read as labelled.")
    rows = [(one.message.text, _listed(one.missed), _listed(one.invented)) for one in found]
    return tag(
        "details",
        tag("summary", f"{len(found)} messages with dates read otherwise"),
        table(("message", "missed", "read but not labelled"), rows),
        class_="texts",
    )


def _listed(entities: Iterable[Entity]) -> str:
    return "; ".join(f"{one.type} {_day(one)}" for one in entities) or ABSENT


def _day(entity: Entity) -> str:
    return entity.value or " or ".join(entity.candidates) or "without a day"
