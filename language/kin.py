"""How those are called whose stay is talked of, and whom a pronoun can mean."""

from __future__ import annotations

import re

_PRONOUNS = re.compile(r"(?:he|she|they|his|hers?|theirs?|him|them)(?:'s|'re|'ve)?", re.I)
_OWNER = re.compile(
    r"^(?:my|our|his|her|their|the|a|an|one of my|both my)\s+(?:(?:two|three|four|five|[2-9])\s+)?",
    re.I,
)
_WOMAN = re.compile(
    r"(?:mom|mum|mother|mam(?:m?a|i)|wife|girl ?friend|gf|fianc[eé]e|daughter|sis|aunt|niece|"
    r"grand ?ma|mil|lass(?:ie)?|nan|ma|nana|amm[ai]|maman|nanay|inay|"
    r"eomma)\b|mother|sister|mommy|mummy|woman|girl|lady|miss[ui]s",
    re.I,
)
_MAN = re.compile(
    r"(?:dad|daddy|pap[ai]|pops|husband|hubby|boy ?friend|bf|son|bro|uncle|nephew|grand ?pa|"
    r"grandad|gramps|fil|lad|pa|appa|abbu|baba|tatay|itay)\b|father|brother|guy|\bman\b|boy",
    re.I,
)
_JOINED = re.compile(r" and (?:my |our |the )?| ?[&+] ?|, ?")
_GROUPS = {
    "parents": re.compile(
        r"mom|mum|mama|mami|mamma|mother|mommy|mummy|dad|daddy|papa|papi|pops|father|"
        r"amm[ai]|appa|abbu|baba|maman|nanay|inay|tatay|itay|eomma"
    ),
    "kids": re.compile(r"son|daughter|kid|child|baby|toddler"),
    "children": re.compile(r"son|daughter|kid|child|baby|toddler"),
    "grandparents": re.compile(r"grand ?(?:ma|pa|mother|father)"),
}


def group_of(person: str) -> tuple[str, ...]:
    """How those are called among whom one called ``person`` is: "mum" is of the "parents"."""
    one = person.removesuffix("s")  # "my daughters passport"
    return tuple(name for name, members in _GROUPS.items() if members.fullmatch(one))


def is_among(person: str, named: str) -> bool:
    """Whether one called ``person`` is among those ``named`` at once: "ammi and abbu"."""
    several = _JOINED.split(named)
    return (len(several) > 1 and person in several) or named in group_of(person)


def may_be(person: str, pronoun: str) -> bool:
    """Whether one called ``person`` ("wife") can be meant by ``pronoun`` ("she")."""
    woman, man = _WOMAN.search(person) is not None, _MAN.search(person) is not None
    if pronoun[:3] in ("she", "her"):
        return woman or not man
    return man or not woman


def is_pronoun(person: str) -> bool:
    """Whether of the person a pronoun alone is said."""
    return _PRONOUNS.fullmatch(person) is not None


def name_of(person: str) -> str:
    """How one is called: "my wife's" is of the "wife"; a pronoun is no name."""
    return "" if _PRONOUNS.fullmatch(person) else _OWNER.sub("", person).removesuffix("'s")
