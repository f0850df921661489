"""An application that is told to be in, and a day told beside it that is none of its filing."""

from __future__ import annotations

import re

# What somebody did has its day; that an application is in, or with IRCC, has none of its own.
_DONE = re.compile(
    r"\b(?:sen[dt]|submi\w+|fil(?:ed?|ing)|ap{1,2}l(?:ied|y|yed)|put|mail\w*|post\w*|paid|upload\w*|"
    r"press\w*|hit|click\w*|push\w*|receiv\w+|hand\w*|turn\w*|drop\w*|ask\w*|request\w*|went|did|"
    r"done|made|lodg\w+|dated|date|of|from|since|on|receipt|aor|acknowl\w+|confirm\w*|got|courier\w*|"
    r"e-?mail\w*|wrote|waiting|pending)\b",
    re.I,
)
_CLAUSE = re.compile(r"[.,;!:]|\b(?:and|but|so|because)\b", re.I)
# "My application is in, since 5 June", "... it was 5 June".
_GOES_ON = re.compile(
    r"(?:\W|\b(?:on|since|from|sent|it|its|was|is|i|we|he|she|they|did|the|that|this|file[ds]?|"
    r"submitted|received|dated|day|date|in|as|of|back|so|and|already|still|now|just|about|around|"
    r"pending|waiting|online|paper|by|mail|went|got|done|made|paid|applied|application|my|our)\b)*",
    re.I,
)
# "Applied on time, can we visit Cuba 5 June": what one is away for, whatever was filed before.
_AWAY = re.compile(
    r"\b(?:visit\w*|fl(?:y|ies|ying|ight)|travel\w*|trip|cruise|vacation|holidays?|wedding|"
    r"marr(?:y|ies|ied|ying)|funeral|baptism|birthday|party|concert|graduat\w+|conference|"
    r"ski(?:ing)?|"
    r"(?:can|could|may|should) (?:i|we|he|she|they) (?:still )?(?:go|leave|drive|pop))\b",
    re.I,
)


def is_of_another_thing(cue: str, between: str) -> bool:
    """Whether a day in another clause is none of filing: "extension is in, we move on 5 June"."""
    clauses = [match.end() for match in _CLAUSE.finditer(between)]
    if not clauses:
        return False
    last = between[clauses[-1] :]
    if _AWAY.search(last) and not _DONE.search(last):
        return True
    if _DONE.search(cue):
        return False
    return _GOES_ON.fullmatch(between, clauses[0]) is None
