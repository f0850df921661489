"""The words around a date that tell what it is a date of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from string import ascii_uppercase
from typing import Generic, TypeVar

from language.lexicon import filled, words
from language.scanner import Scanner


class Cue(str, Enum):
    """What a phrase says happened, or will, on a date beside it."""

    NOTHING = "nothing"
    """Looks like a cue and is none."""
    OTHER = "other"
    RESTORED = "restored"
    BIOMETRICS = "biometrics"
    DECIDED = "decided"
    APPLIED = "applied"
    ENTRY = "entry"
    LEFT = "left"
    WROTE = "wrote"
    """An officer wrote or gave this date."""
    STAMP = "stamp"
    """A stamp, which may show the day of entry or a leave-by date."""
    ENDS = "ends"
    """Something expires: a ``Holder`` near it."""
    UNTIL = "until"
    """A bare "until", which counts only with a holder."""


class Holder(str, Enum):
    """The thing that expires."""

    NOTHING = "nothing"
    """Looks like a holder and is none ("in my passport")."""
    SAME = "same"
    """Another paper of a kind named before ("the new one")."""
    OTHER = "other"
    PASSPORT = "passport"
    RECORD = "record"
    VISA = "visa"
    OFFICER = "officer"


class Whose(str, Enum):
    """Who a word stands for."""

    NOBODY = "nobody"
    """Looks like a person and is none ("mother's day")."""
    SELF = "self"
    OTHER = "other"


Kind = TypeVar("Kind", Cue, Holder, Whose)


@dataclass(frozen=True)
class Found(Generic[Kind]):
    """A cue or holder and where it stands; ``text`` in lower case."""

    kind: Kind
    start: int
    end: int
    text: str


def cues(text: str) -> tuple[Found[Cue], ...]:
    """Every cue in ``text``, in order."""
    return tuple(Found(Cue(kind), *where) for kind, where in _scan("cues", text))


def holders(text: str) -> tuple[Found[Holder], ...]:
    """Everything in ``text`` that can expire, in order."""
    found = (Found(Holder(kind), *where) for kind, where in _scan("holders", text))
    return tuple(holder for holder in found if holder.kind is not Holder.NOTHING)


def people(text: str) -> tuple[Found[Whose], ...]:
    """Everyone named in ``text``, in order: the speaker, also with others, and others."""
    found = (Found(Whose(kind), *where) for kind, where in _scan("people", text))
    return tuple(person for person in found if person.kind is not Whose.NOBODY)


_SMALL = {ord(letter): letter.lower() for letter in ascii_uppercase}


def small_letters(text: str) -> str:
    """As long as ``text``: matching regardless of case takes three times as long."""
    return text.translate(_SMALL)


# A turn asks eight times for the same message's; 64 turns may be under way.
@lru_cache(maxsize=192)
def _scan(section: str, text: str) -> tuple[tuple[str, tuple[int, int, str]], ...]:
    scanner, kinds = _scanner(section)
    return tuple(
        (kinds[number], (*match.span(), match[0]))
        for number, match in scanner.find(small_letters(text))
    )


@lru_cache(maxsize=1)
def place_patterns() -> dict[str, str]:
    """The places in Canada, its airports and border crossings, and the places elsewhere."""
    places, countries = words("places"), words("countries")
    abroad = [
        re.escape(name) for code in countries if code != "CA" for name in countries[code]["names"]
    ]
    airports, ports = "|".join(places["airports"]), "|".join(places["ports"])
    canadian = "|".join((*places["cities"], airports, ports))
    return {
        "airport": f"(?:{airports})",
        "port": f"(?:(?:the )?(?:{airports}|{ports}|border|airport))",
        "canadian": f"(?:(?:the )?(?:{canadian})|here|ont)",
        "abroad": f"(?:(?:the )?(?:{'|'.join((*abroad, *places['abroad']))}))",
    }


@lru_cache(maxsize=3)
def _scanner(section: str) -> tuple[Scanner, tuple[str, ...]]:
    """What finds the phrases of a section of the word list, and the kind of each."""
    loaded = words("date_cues")
    parts = {**loaded["parts"], **place_patterns()}
    rows = [(kind, phrase) for group in loaded[section] for kind in group for phrase in group[kind]]
    return Scanner([filled(phrase, parts) for _, phrase in rows]), tuple(kind for kind, _ in rows)
