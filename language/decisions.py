"""Refused, approved, returned, pending: and of which application."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from language.lexicon import whole_words, words

_HYPOTHETICAL = re.compile(
    r"\b(?:if|what happens|gets?|can|could|might|will|would|be|may|chance\w*|when|until|till|"
    r"while|case|(?<!oh )(?<!ah )no(?! ?[,!-]| (?:they|it|i|we|he|she|my|our|the|just|ircc)\b)|not|"
    r"never|without)\b[^.?!]{0,25}$",
    re.I,
)
# "If they send it back because a form is missing": the application, not the person.
_RETURN_SUPPOSED = re.compile(
    r"(?<!know )(?<!see )(?<!check )(?<!ask )(?<!sure )(?<!tell me )"
    r"\b(?:if|in case|suppos(?:e|ing)|imagine|should|what happens when|once) (?!i\b|we\b)"
    r"[^.?!]{0,40}?\b(?:return(?:s|ed|ing)?(?= (?:it|my|our|the|everything|as|because)\b|\W*$)|"
    r"(?:sen[dt]s?|sending|mails?|hands?|throws?|kicks?|gives?)"
    r"(?: (?:it|my \w+|the \w+|everything))? (?:straight |right )?"
    r"back(?! home| to (?:my|their|our))|bounc(?:e|es|ed|ing)|"
    r"com(?:e|es|ing) back|(?:is|are|was|be|as|it) incomplete)\b",
    re.I,
)
# "My card got declined": a bank's answer.
_OF_PAYMENT = re.compile(
    r"\b(?:cards?|payments?|transactions?|cheques?)"
    r"(?: (?:was|is|were|got|gets|has|have|been|keeps|being|just)){0,3} $",
    re.I,
)
_BEFORE, _AFTER = 60, 30
# "It was refused. Can I restore?": what is asked then was not decided on.
_ASKS_NEXT = re.compile(
    r"[.?!;:]\s|[,\s](?:so |and |but |then )?(?:can|could|may|do|does|should|must|how|when|by when|"
    r"until when|what|is|am|are|will|would) (?:i|we|he|she|they|it|my|the|long|much|late|to)\b",
    re.I,
)
_JOINT = re.compile(r"[,;]|\b(?:and|but|because|so|while|before|after|as|since|when)\b", re.I)
_OF_STAY = re.compile(
    r"\b(?:ext(?:[ae]n|\b)|restor|visitor (?:record|status)|5708|my stay|my status)", re.I
)


def find_decisions(text: str) -> Iterator[tuple[str, int, int, str]]:
    """Fact name, start, end and decision of every decision told, not feared or hoped.

    It is about the application named nearest before it, else the one decided before it in
    the text, an extension by default; a restoration named just after counts too. Decisions
    on visas and permits are none.
    """
    last = "extension"
    for match in _scanner("decisions").finditer(text):
        decision = match.lastgroup or ""
        start, end = match.span()
        if decision != "pending" and _HYPOTHETICAL.search(text[max(0, start - _BEFORE) : start]):
            continue
        if _OF_PAYMENT.search(text, max(0, start - _BEFORE), start):
            continue
        application = _application(text, start, end, last)
        if application != "other":
            last = application
            yield f"{application}_decision", start, end, decision


def supposes_return(text: str) -> bool:
    """Whether it supposes that an application is sent back undecided: "what if it bounces"."""
    return _RETURN_SUPPOSED.search(text) is not None


def is_of_other_application(before: str, after: str) -> bool:
    """Whether words before and after "applied" or "refused" name a visa or permit, not the stay."""
    clause = _JOINT.split(before)[-1] + _JOINT.split(after)[0]
    if _OF_STAY.search(clause):
        return False
    return any(m.lastgroup == "other" for m in _scanner("applications").finditer(clause))


def _application(text: str, start: int, end: int, last: str) -> str:
    scanner = _scanner("applications")
    before = [match.lastgroup or "" for match in scanner.finditer(text, max(0, start - 60), start)]
    asks = _ASKS_NEXT.search(text, end, end + _AFTER)
    after = scanner.search(text, end, asks.start() if asks else min(len(text), end + _AFTER))
    named = [*before[-1:], *([after.lastgroup or ""] if after else [])]
    if "restoration" in named:
        return "restoration"
    return named[0] if named else last


@lru_cache(maxsize=2)
def _scanner(section: str) -> re.Pattern[str]:
    """One pattern for a section of the word list, a named group for each of its keys."""
    groups = (
        f"(?P<{key}>{'|'.join(said)})" for key, said in words("fact_phrases")[section].items()
    )
    return whole_words(groups, {})
