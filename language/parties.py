"""Several people's own dates told in one message, each kept with its owner."""

from __future__ import annotations

from collections.abc import Mapping

from language.context import context
from language.corrections import takes_back
from language.cues import Whose
from language.date_grammar import said_dates
from language.roles import judged
from language.said_dates import DateRole, SaidDate
from language.subjects import SELF, name_of

_NO_FACT = (DateRole.OTHER, DateRole.EARLIER_ENTRY)


def parties_of(text: str) -> Mapping[str, tuple[SaidDate, ...]]:
    """The dates of each of two people or more, by how they are called, in the order said.

    Empty where a date may be anyone's, or one person has two of a role: then it is asked.
    """
    dates = said_dates(text)
    if len(dates) < 2 or takes_back(text):
        return {}
    found: dict[str, list[SaidDate]] = {}
    for one in judged(context(text, dates), dates):
        if one.date.role in _NO_FACT:
            continue
        name = SELF if one.whose is Whose.SELF else name_of(one.person or "")
        if one.date.role is None or one.whose is None or not name:
            return {}
        told = found.setdefault(name, [])
        if any(date.role is one.date.role for date in told):
            return {}
        told.append(one.date)
    entered = [any(d.role is DateRole.ENTRY_DATE for d in told) for told in found.values()]
    if len(found) < 2 or not all(entered):
        return {}
    return {name: tuple(told) for name, told in found.items()}
