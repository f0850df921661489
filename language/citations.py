"""Citations in words: the kind of authority is always said."""

from __future__ import annotations

from collections.abc import Sequence

from language.catalogue import Catalogue
from language.formats import date_in_words
from rules_core.citation import Citation

SHOWN = 3
"""How many sources a message names; all of them travel with it as data."""


def name_of(citation: Citation, words: Catalogue) -> str:
    """``IRPR s. 183(2)``; a page or bulletin goes by its name alone."""
    name = words.text("instruments", citation.instrument)
    return f"{name} {citation.pinpoint}" if name.endswith("s.") else name


def in_words(citation: Citation, words: Catalogue) -> str:
    """``IRPR s. 183(2) (regulation)``."""
    return f"{name_of(citation, words)} ({words.text('authorities', citation.authority.value)})"


def source_line(citations: Sequence[Citation], words: Catalogue, most: int = SHOWN) -> str:
    """One line naming the weightiest sources, `most` at most, and the day of the oldest check."""
    oldest_check = min(citation.checked_on for citation in citations)
    names = dict.fromkeys(in_words(citation, words) for citation in citations)
    named = ", ".join(list(names)[:most])
    return words.sentence("sources", citations=named, checked_on=date_in_words(oldest_check))


def links(citations: Sequence[Citation], words: Catalogue) -> str:
    """One line a source: its name, its kind, its address and the day it was checked."""
    return "\n".join(
        f"{in_words(c, words)}: {c.url} (checked {date_in_words(c.checked_on)})" for c in citations
    )
