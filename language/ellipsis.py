"""What a short message leaves out, because the talk has just said it: "so which one?"."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from language.lexicon import words
from language.moments import asks_weekday, only_places, without_place
from language.put_off import is_put_off, is_reached


class Elided(str, Enum):
    """What a message without a topic of its own asks about what was just said."""

    WHICH = "which"
    """Which of the dates it is."""
    TOLD_AGAIN = "told_again"
    """Which day it was that has been told."""
    LEAVING = "leaving"
    """When it is that one must go."""
    AT_ONCE = "at_once"
    """Whether one must go now."""
    REFUSED = "refused"
    """What follows if it is refused."""
    MISSED = "missed"
    """What follows if the day passes."""
    AFTERWARDS = "afterwards"
    """Whether it can still be done once the day has passed."""
    WAITING = "waiting"
    """Whether one keeps one's status until they decide."""
    UNANSWERED = "unanswered"
    """What holds while nobody has decided."""
    REMEDY = "remedy"
    """What can be done now."""
    WHY = "why"
    WHO = "who"
    """Whom to ask."""
    COST = "cost"
    DEADLINE = "deadline"
    """By when that can be done."""
    WEEKDAY = "weekday"
    """On which day of the week it falls."""
    COUNT = "count"
    """How many days are left, or over."""
    ADVISED = "advised"
    """On which day it is best done."""
    HOUR = "hour"
    """At what hour of it the time is up."""
    PLACE = "place"
    """What was said last, for another place: "and in Vancouver?"."""
    BANNED = "banned"
    """What is done to who stays too long."""
    FOUND = "found"
    """Where what was asked for can be found."""
    AWAY = "away"
    """Whether one may be away while nobody has decided."""
    COURT = "court"
    """Whether a court can look at the refusal."""
    SINCE = "since"
    """Since when the rule just said has held."""
    REPEAT = "repeat"
    """What was said, once more or more shortly."""
    AGAIN = "again"
    """Whether what was said holds, also in a case it adds."""


STANDS_OUT = frozenset(
    {
        *(Elided.WHICH, Elided.MISSED, Elided.UNANSWERED, Elided.REMEDY, Elided.WHY, Elided.WHO),
        *(Elided.WEEKDAY, Elided.ADVISED, Elided.PLACE, Elided.AT_ONCE, Elided.REFUSED),
        Elided.SINCE,
    }
)
"""Those whose words tell nothing else, whatever topic a model thinks they resemble."""
LONGEST, LONGEST_UNREAD = 12, 60
"""Words: a longer message has a topic of its own, or none in which a model could read one."""
OF_THE_STAY = frozenset(
    {
        *(Elided.WHO, Elided.WEEKDAY, Elided.REMEDY, Elided.ADVISED, Elided.DEADLINE),
        *(Elided.HOUR, Elided.LEAVING, Elided.COUNT, Elided.SINCE),
    }
)
"""Those that a longer message asks at its end of the stay, not of what it has told itself."""


def _patterns() -> tuple[tuple[Elided, re.Pattern[str]], ...]:
    """The whole sentences of ``gazetteer/elided.yml``, in its order."""
    loaded = words("elided")
    found = []
    for kind, said in loaded["elided"].items():
        whole = f"<lead>(?:{'|'.join(said)})[\\s?!.]*"
        for name, part in loaded["parts"].items():
            whole = whole.replace(f"<{name}>", part)
        found.append((Elided(kind), re.compile(whole, re.I)))
    return tuple(found)


_PATTERNS = _patterns()
_BY_WHEN = re.compile(
    r"\s*(?:and )?(?:how (?:late|long)|(?:by|until|till?) (?:when|what)|when|can|"
    r"what (?:can|do|then|now))\b",
    re.I,
)
_COST = re.compile(r"\b(?:costs?|fees?|prices?|how much (?:is|do|does|money|to pay))\b", re.I)
_COURT = re.compile(
    r"\b(?:(?:federal|appeals?) court|courts?(?! (?:house|date))|judges?|judicial review|"
    r"leave and (?:for )?judicial)\b",
    re.I,
)
_SENTENCE_END = re.compile(r"[.?!]\s+")
_CLAUSE_END = re.compile(r"[.?!,;]\s+")
# "My flight is the 29th so am I all right": the last clause asks.
_LAST_CLAUSE = re.compile(
    r",\s*(?:so |but |and )?(?=(?:(?:do|does|did|is|will|would|should)(?:n'?t)?|surely|when|"
    r"from (?:which|what|when)) [^.?!,]{1,80}[.?!\s]*$)",
    re.I,
)
_SO_AM_I = re.compile(r"\bso\s+(?=(?:am i|are we|is (?:he|she)|are they)\b[^.?!,]*[.?!\s]*$)", re.I)


def elided_at_end(text: str) -> Elided | None:
    """As `elided_in`, of a message that is longer but in which no topic could be read."""
    if len(text.split()) <= LONGEST:
        return elided_in(text)
    if len(text.split()) > LONGEST_UNREAD:
        return None
    if is_put_off(text):
        return Elided.WEEKDAY
    so, clause = _SO_AM_I.search(text), _LAST_CLAUSE.search(text)
    begins = so or clause
    asked = text[begins.end() :] if begins else _SENTENCE_END.split(text.strip())[-1]
    found = elided_in(asked) if asked != text else None
    return found if so or found in OF_THE_STAY else None


def asks_of_weekday(text: str) -> bool:
    """Whether it asks on which day of the week a day falls, or if one puts it off."""
    told = asks_weekday(text) or is_reached(text)
    return told or elided_at_end(text) is Elided.WEEKDAY


def asks_again_of_day(text: str) -> bool:
    """Whether what is asked last is if that holds or is bad: "... 3 May. Is that a problem?"."""
    return elided_in(_CLAUSE_END.split(text.strip())[-1]) is Elided.AGAIN


# The classifier and the action ask for the same message's; 64 turns may be under way.
@lru_cache(maxsize=64)
def elided_in(text: str) -> Elided | None:
    """What ``text`` asks of what was just said, or ``None`` where it says its own topic.

    Of several sentences the last one asks: "ok, doing it today. fee?".
    """
    text = text.replace("’", "'").strip()
    if len(text.split()) > LONGEST:
        return None
    if only_places(text):
        return Elided.PLACE
    asked = _SENTENCE_END.split(text)[-1]
    for said in dict.fromkeys((asked, without_place(text))):
        found = next((kind for kind, pattern in _PATTERNS if pattern.fullmatch(said)), None)
        if found is not None:
            return found
    return Elided.WEEKDAY if is_put_off(text) else _first_clause_missed(asked)


def asks_court(text: str) -> bool:
    """Whether ``text`` speaks of taking something to a court."""
    return _COURT.search(text) is not None or elided_in(text) is Elided.COURT


def asks_cost(text: str) -> bool:
    """Whether ``text`` asks what something costs."""
    return _COST.search(text) is not None or elided_in(text) is Elided.COST


def _first_clause_missed(asked: str) -> Elided | None:
    """ "If I forget, how late can I fix it" is about the day that passes."""
    first, _, then = asked.partition(",")
    missed = next(said for kind, said in _PATTERNS if kind is Elided.MISSED)
    return Elided.MISSED if _BY_WHEN.match(then) and missed.fullmatch(first) else None
