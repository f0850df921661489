"""The one other person whose dates a message tells, by the words each date hangs on."""

from __future__ import annotations

import re

from language.context import Context, context
from language.cues import Found, Whose
from language.date_grammar import said_dates
from language.dates import find_dates
from language.kin import is_pronoun, may_be
from language.owners import Owned
from language.retractions import is_of_another
from language.roles import judged
from language.said_dates import DateRole

_OF_ONE = (
    *(DateRole.ENTRY_DATE, DateRole.STAMP_DATE, DateRole.STAMPED, DateRole.RECORD_EXPIRY),
    *(DateRole.PASSPORT_EXPIRY, DateRole.VISA_EXPIRY, DateRole.LEFT_CANADA_ON),
)
"""What is no one's but the person's; one may apply, or hear the answer, for another."""
# "My sister's refusal letter is dated 5 May", "my brother was refused": who only hears of it
# is not named so.
_DECIDED_FOR = (DateRole.DECISION_DATE, DateRole.APPLICATION_DATE, DateRole.RESTORATION_DATE)
_WAS_DECIDED = re.compile(
    r"\s+(?:(?:was|were|is|has|have|had|been|got|also|just) ){1,3}(?:the |a |an |his |her |their )?"
    r"(?:refus\w+|den(?:ied|ial)|reject\w+|approv\w+|declined|accepted)\b",
    re.I,
)
_NO_FACT = (None, DateRole.OTHER, DateRole.EARLIER_ENTRY)
# "My dad says they wrote 5 May", "a friend can read it": whose it is, that does not tell.
_REPORTS = re.compile(
    r"[\s,:]*(?:(?:also|just|now|only|always|then|can|could|did|has|have|had|is|was|who|keeps?|"
    r"finally|already) ){0,3}"
    r"(?:sa(?:y|ys|id|ying)|tells?|told|telling|think\w*|thought|ask\w*|wonder\w*|claim\w*|insist\w*|"
    r"swears?|believ\w*|guess\w*|remember\w*|read\w*|looks?|looked|looking|check\w*|s(?:ees?|aw|een)|"
    r"f(?:inds?|ound)|notic\w*|know\w*|knew|decipher\w*|translat\w*|help\w*|made out|makes? out|"
    r"called|calls|wr(?:ites?|ote) (?:me|us)|texts?|texted|worr\w+|afraid|sure|hears?|heard|"
    # Who only hands on a paper, or keeps it.
    r"(?:sen(?:t|ds?|ding)|forward\w*|mail(?:s|ed)|post(?:s|ed)|show(?:s|ed)|br(?:ings?|ought)|"
    r"hand(?:s|ed)|pass(?:es|ed)|drop(?:s|ped)|open(?:s|ed)|held|holds?|t(?:akes?|ook)|ma(?:kes?|de)|"
    r"ha(?:s|ve|d)|got|dug|picked)(?: (?:me|us|it|them|this|up|out|over|back|just|still|quick))*"
    r" (?:(?:it|that|the|an?|my|our|some|this|good|clear|better|quick) )*"
    r"(?:photos?|pics?|pictures?|scans?|screenshots?|snaps?|copy|page|passports?|papers?|booklet|"
    r"drawer|safe|it|over)|"
    r"e-?mail(?:s|ed)|messaged?|whats ?app\w*|shar(?:es?|ed)|upload\w*|scan(?:s|ned)|photographed|"
    r"snap(?:s|ped)|fetch\w*|phoned?|rang|spotted)\b",
    re.I,
)
# "We are 4. Kids' passports end 2 January": beside the stay of all, not one of their own.
_OF_ALL = re.compile(
    r"(?:my |our |the |both )*(?:two |three |[2-9] )?(?:kids|children)(?:'s|')?", re.I
)
_OBJECT = re.compile(
    r"\b(?:with|visit\w*|see(?:ing)?|saw|join\w*|me+t|to|by|from|asked|told|like|than)\s*$", re.I
)


def possessor(text: str) -> Found[Whose] | None:
    """Whose dates, all that ``text`` tells as facts, are; ``None`` if not one other person's.

    "My girlfriend is French, same car, her passport ends 5 May" is of the girlfriend.
    """
    if is_of_another(text):
        return None
    roles = {date.start: date.role for date in find_dates(text)}
    dates = said_dates(text)
    message = context(text, dates)
    found: dict[str, Found[Whose]] = {}
    for one in judged(message, dates):
        role = roles.get(one.date.start)
        if role in _NO_FACT:
            continue
        own = role in _OF_ONE or (role in _DECIDED_FOR and _is_for(message, one))
        person = _person(message, one) if own else None
        if person is None:
            return None
        found[person.text] = person
    return found.popitem()[1] if len(found) == 1 else None


def _is_for(message: Context, one: Owned) -> bool:
    """Whether it is the other person whose application was decided or sent: "my sister's"."""
    if one.person is None or is_pronoun(one.person):
        return False
    named = [p for p in message.people if p.text == one.person and p.end <= one.date.start]
    if not named:
        return False
    possessive = one.person.endswith(("'s", "’s")) or message.text.startswith(
        ("'s ", "’s "), named[-1].end
    )
    return possessive or _WAS_DECIDED.match(message.text, named[-1].end) is not None


def _person(message: Context, one: Owned) -> Found[Whose] | None:
    """The other person, called by a name, whose the date is."""
    if one.whose is not Whose.OTHER or one.person is None or _OF_ALL.fullmatch(one.person):
        return None
    named = [
        person
        for person in message.people
        if person.end <= one.date.start
        and person.kind is Whose.OTHER
        and not is_pronoun(person.text)
        and (may_be(person.text, one.person) if is_pronoun(one.person) else True)
    ]
    if is_pronoun(one.person):
        said = [
            person
            for person in message.people
            if person.text == one.person and person.end <= one.date.start
        ]
        if said and _REPORTS.match(message.text, said[-1].end):
            return None  # "she read it to me: leave by 5 May"
        return named[-1] if named else None
    meant = [person for person in named if person.text == one.person]
    if not meant or _REPORTS.match(message.text, meant[-1].end):
        return None
    return None if _OBJECT.search(message.text[: meant[-1].start]) else meant[-1]
