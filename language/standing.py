"""Since when somebody is here as a visitor: since they came, or since something else ended."""

from __future__ import annotations

import re

_AS_VISITOR = re.compile(
    r"(?:(?:\w+ ){0,2}as (?:an? )?)?(?:visitor|tourist|guest)s?\b.* s\w+$|"
    r"(?:here |in canada )?on (?:\w+ ){1,4}s\w+$"
)
_PAPER = re.compile(r"(?:visitor|tourist|guest)s? (?:status|record)")
_WHO = re.compile(r"(?:me|myself|us|(?:my|our|his|her|their|the) [\w' -]+) s\w+$")
# "A visitor since 5 May, before that a student": the status changed then, nobody came.
_CHANGED = re.compile(
    r"\b(?:bec[ao]me|becoming|turned(?: into)?|chang(?:ed|e) (?:of|to|my|status|from)|switched|"
    r"convert\w*|approved (?:as|for|to)|restored|maintain\w*|implied|"
    r"(?:was|were|been|had|before|formerly|after|my|old|previous|expired?|ended|lost|finish\w*)"
    r"(?: \w+){0,3} (?:student|worker|permits?|pgwp|studies|contract)|"
    r"(?:permits?|pgwp|studies|contract)(?: \w+){0,2} (?:end\w*|expir\w*|ran out|finish\w*|over|"
    r"done|lapsed))\b",
    re.I,
)
# "Me since 5 May" may answer what anybody does since then.
_OF_ANOTHER_THING = re.compile(
    r"\b(?:status|illegal\w*|undocumented|overstay\w*|expired?|ended|waiting|pending|appl\w+|"
    r"work\w*|permits?|records?|refus\w+|approv\w+|unemployed|jobless|married|together|retired|"
    r"sick|sent|submitted|filed|asked|paid|stud\w+)\b",
    re.I,
)
# "With my husband who studies": what is told of another beside it.
_OF_WHOM = re.compile(
    r"\b(?:husband|wife|partner|spouse|sons?|daughters?|sister|brother|parents?|mom|mum|dad|mother|"
    r"father|cousin|aunt|uncle|friend|boyfriend|girlfriend|fianc\w+),? (?:who|that|he|she|they)"
    r"\b[^,.;?!]{0,40}",
    re.I,
)
# "Is flagpoling for a work permit over?": one that is only sought.
_SOUGHT = re.compile(
    r"\b(?:for|get|getting|want|need) (?:an? |my )?(?:open |new )?(?:work|study|student) "
    r"(?:work )?permits?\b",
    re.I,
)
_FARTHEST = 300
"""Characters on either side that may tell of a change."""


def tells_no_arrival(text: str, start: int, end: int, cue: str) -> bool:
    """Whether "visitor since" or "my wife since", from ``start`` to ``end``, tells no coming."""
    around = f"{text[max(0, start - _FARTHEST) : start]} {text[end : end + _FARTHEST]}"
    around = _SOUGHT.sub(" ", _OF_WHOM.sub(" ", around))
    if _AS_VISITOR.match(cue):
        return _PAPER.match(cue) is not None or _CHANGED.search(around) is not None
    return _WHO.match(cue) is not None and _OF_ANOTHER_THING.search(around) is not None
