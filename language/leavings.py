"""Whether "left" on a day tells of leaving Canada."""

from __future__ import annotations

import re

from language.cues import Cue, Found
from language.returns import is_leaving_to_come
from language.said_dates import DateRole

# "Left India 3 May" names another place than Canada; "left on 3 May" names none.
_PLACE_LEFT = re.compile(r"\s+(?:from )?(?:the |my )?(?P<place>[a-z]+)", re.I)
_NO_OTHER_PLACE = re.compile(
    r"on|in|for|at|by|around|about|to|and|back|again|early|late|last|this|yesterday|via|through|"
    r"then|only|once|briefly|since|until|before|after|sometime|with|when|but|so|it|here|there|"
    r"canada|country|toronto|vancouver|montreal|calgary|ottawa|edmonton|quebec|halifax|winnipeg|"
    r"victoria|banff|ontario|alberta|niagara",
    re.I,
)
_NOT_LEFT = re.compile(r"(?:\b(?:not|never)|n'?t)\s+(?:\w+\s+)?$", re.I)


def leaving_claimed(before: str, cue: Found[Cue], between: str) -> DateRole | None:
    """Leaving Canada, not another country; "not left since May" tells no leaving."""
    if _NOT_LEFT.search(before):
        return None
    if cue.text.startswith("out of") and is_leaving_to_come(before):
        return DateRole.OTHER
    place = _PLACE_LEFT.match(between)
    of_place = place and cue.text.endswith(("left", "departed", "exited"))
    if place and of_place and not _NO_OTHER_PLACE.fullmatch(place["place"]):
        return DateRole.OTHER
    return DateRole.LEFT_CANADA_ON
