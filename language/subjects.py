"""Whose stay a message is about: the speaker's, or another person's by name of kin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from language.context import context
from language.cues import Found, Whose, people
from language.dates import find_dates

SELF = "self"
"""The speaker."""
SOMEONE = "someone"
"""Another person of whom only a pronoun is said."""
_PRONOUNS = re.compile(r"(?:he|she|they|his|hers?|theirs?|him|them)(?:'s|'re|'ve)?", re.I)
_OWNER = re.compile(r"^(?:my|our|his|her|their|the|a|an|one of my|both my)\s+", re.I)
_BACK_TO_SELF = re.compile(
    r"\b(?:back to (?:me|mine|my (?:own|case|stay|dates?|situation|question))|"
    r"(?:and|but|what about|how about|now|just|only) (?:for )?(?:me|mine|myself)"
    r"(?=\W*$|\W+(?:again|now|then|i|when|how)\b)|"
    r"my own (?:stay|date|case|last|status|situation)|for (?:me|myself) (?:again|now)|"
    r"when (?:must|do|should|can) i\b|how long (?:can|may|do) i\b|until when (?:can|may|do) i\b|"
    r"(?:and|what is|what'?s|whats|when is|when'?s|whens|when does|is|until when is) my "
    r"(?:last|own|date|day|stay|status|visitor record))",
    re.I,
)
_TURNS_TO = re.compile(
    r"\b(?:and|or|but|now|also|then|same|what about|how about|what of|do|for|about)\s*[,:]?\s*$",
    re.I,
)
_OF_A_STAY = re.compile(
    r"(?:'?(?:s|ve|m))?\W*(?:\(|:|"
    r"(?:who |she |he |they |also |only |just |already |has |have |had |is |was |'s ){0,6}"
    r"(?:(?:a|an|the|his|her|their|super|visitor|valid|tourist|canadian) ){0,6}"
    r"(?:came|come|comes|enter\w*|arriv\w*|land\w*|cross\w*|flew|fl(?:y|ies)|got|been|here|"
    r"in canada|passport|visa|stay\w*|status|stamp\w*|entry|record|overstay\w*)\b)",
    re.I,
)
_ALONE = re.compile(r"i(?:'?m|'?ve)?", re.I)
_NOT_MEANT = re.compile(
    r"\b(?:with|visit\w*|see(?:ing)?|saw|join\w*|me+t|by|at|near|told|from|to|like|of|and|than|without|"
    r"says?|said|thinks?|because|marri\w+)\s*$",
    re.I,
)


@dataclass(frozen=True)
class Subject:
    """Whose stay it is."""

    key: str
    tells: bool = False
    """Whether something is told of their stay, rather than asked."""


def subject_of(text: str) -> Subject | None:
    """Whose stay ``text`` turns to, or ``None`` where it does not say."""
    named = [person for person in people(text) if person.kind is not Whose.NOBODY]
    others = [person for person in named if person.kind is Whose.OTHER]
    if _BACK_TO_SELF.search(text) and not _asked_of(text, others):
        return Subject(SELF)
    dates = context(text, find_dates(text))
    for person in others:
        if _is_pronoun(person):
            continue
        before = text[: person.start]
        owns_facts = _begins_clause(dates.text, person) and not _NOT_MEANT.search(before)
        alone = text[person.end :].strip(" ?!.,") == "" and before.strip() == ""
        if _TURNS_TO.search(before) or owns_facts or alone:
            return _subject(person)
    mine = [person for person in named if _ALONE.fullmatch(person.text)]
    if any(_OF_A_STAY.match(text, person.end) for person in mine):
        return Subject(SELF, tells=True)
    pronouns = [p for p in others if _is_pronoun(p) and p.text[:3] not in ("the", "tha")]
    if pronouns and all(person.kind is Whose.OTHER for person in named):
        return Subject(SOMEONE)
    return None


def _asked_of(text: str, others: list[Found[Whose]]) -> bool:
    """Whether the last person named is another one: "when do I pick her up" stays theirs."""
    return any(
        _TURNS_TO.search(text[: person.start]) for person in others if not _is_pronoun(person)
    )


def _begins_clause(text: str, person: Found[Whose]) -> bool:
    """Whether something about a stay is said of the person right after they are named."""
    return _OF_A_STAY.match(text, person.end) is not None


def _is_pronoun(person: Found[Whose]) -> bool:
    return _PRONOUNS.fullmatch(person.text) is not None


def _subject(person: Found[Whose]) -> Subject:
    return Subject(_OWNER.sub("", person.text).removesuffix("'s"), tells=True)
