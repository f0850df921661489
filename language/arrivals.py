"""Arrivals that are none of a person's: a letter's, a suitcase's, one only to be written down."""

from __future__ import annotations

import re

from language.said_dates import DateRole

# "The decision arrived", "my passports finally came".
_THING = re.compile(
    r"\b(?:refus\w+|rejection|approval|decision|answer|reply|response|letters?|e?mail|notice|"
    r"package|parcel|envelope|papers?|paperwork|documents?|records?|permits?|cards?|cheques?|money|"
    r"refund|luggage|baggage|bags?|suitcases?|boxes|furniture|results?|forms?|application|extension|"
    r"passports?|visas?|e-?tas?|invitation|container|camper|snow|rain|storm|winter|the(?:ir)? no|"
    r"the date|lmia|offers?|notes|tickets?|proof|courier|certificates?|receipts?|requests?|"
    r"mail|nomination|loi|coe|polic(?:y|ies)|insurance|lease|contract|keys|licen[cs]e|e?copr|ppr|aor|medicals?|"
    r"funds|statements?|"
    r"transcripts?|photos?|stickers?|orders?|confirmation|news|salary|fees?|gcms|atip|ita|draft|"
    r"call|stuff|belongings|"
    # Nor do these come to visit.
    r"officers?|agents?|inspectors?|police(?:man|men)?|cops?|cbsa|bailiffs?|"
    r"lawyer|consultant|landlord|landlady|accountant|notary|plumber|"
    r"deadline|bill|it)"
    r"(?: (?:of|for|from|about|to) (?:(?:my|our|the|an?|his|her|their) )?\w+)?"
    r"(?: (?:of|for|to|on|from|about|by|with|my|our|the|his|her|finally|just|only|has|have|had|is|"
    r"are|was|were|will|would|should|may|might|must|be|all|both|already|extension|application|"
    r"visa|record|renewal|ircc|cic|immigration|cbsa|service|embassy|consulate|bank|boss|employer|"
    r"school|funds|an?)){0,6}\s*$",
    re.I,
)
# "With my passport arrived 5 June", "on a super visa landed": the person did.
_BESIDE_A_PERSON = re.compile(
    r"\b(?:on|with|without|by|under|in|as|no|using|via|have|has|had|got|holds?)\s+"
    r"(?:(?:an?|the|my|our|his|her|new|old|valid)\s+)?(?:\w+\s+)?$",
    re.I,
)
_ARRIVES = re.compile(
    r"(?:arriv|c[ao]me|land|follow|got|gets?|reach|(?:show|turn)ed up|"
    r"(?:is|are|was|were|'s) back|back)",
    re.I,
)
# "The letter dated 5 June arrived": of the letter, whatever its date.
_ITS_DATE = re.compile(
    r"\s(?:dated|from|of|sent|issued|signed|written|posted)(?: on)? (?:the )?(?:[a-z]{3,9}\.? )?"
    r"[0-9][0-9a-z/-]{0,9}(?: (?:of )?[a-z]{3,9})?(?: 20[0-9]{2})?"
    r"(?:,? (?:and|it|which|only|just))*\s*$",
    re.I,
)
_DECISION = re.compile(
    r"\b(?:refus\w+|reject\w+|approv\w+|denial|decision|answer|reply|response|"
    r"(?:the|their) no)\b[^,;]*$",
    re.I,
)
# "Drove up to Nova Scotia 5 May": a way in as well.
_GOES = re.compile(
    r"\b(?:dr(?:o|i)ve\w*|driving|rode|rid(?:e|ing)|fl(?:ew|y|own|ying)|c[ao]me|went|walk\w*|bik\w+|"
    r"cycl\w+|sail\w*|travel+\w*|hik\w+|head\w*|ferr\w+|(?:train|bus|coach))(?: \w+){0,2} $",
    re.I,
)
# "The plane was late, it landed 5 June."
_VEHICLE = re.compile(r"\b(?:flight|plane|bus|train|ferry|ship|boat|cruise)\b", re.I)
_LETTER = re.compile(r"letter|e?mail|notice|paper|envelope|package", re.I)
# "If I put 5 June as my arrival", "can I just say I came 5 June".
_WOULD_WRITE = re.compile(
    r"\b(?:if|can|could|should|may|might|shall|must) (?:i|we|he|she|they) (?:just |only |simply )?"
    r"(?:put(?! in\b)|write|say|claim|declare|state|pretend|"
    r"tell (?:them|the \w+|ircc|cbsa)(?: that)? (?:i|we|he|she|they))\b",
    re.I,
)


def role_of_a_thing(before: str, arrives: str, decided: bool) -> DateRole | None:
    """The role of the day on which a thing ``arrives``, if the words before it name one.

    ``decided`` where the message tells a decision, which a letter or paper then brings.
    """
    if _ARRIVES.match(arrives) is None:
        return None
    before = _ITS_DATE.sub(" ", before)
    thing = _THING.search(before)
    if thing and thing[0].strip() == "it" and _VEHICLE.search(before):
        return None
    if thing and thing[0].startswith("visa") and arrives.startswith("got in"):
        return None  # "mother, super visa, got in 5 June"
    if thing is None or _BESIDE_A_PERSON.search(before, 0, thing.start()):
        return None
    decides = _DECISION.search(before) or (decided and _LETTER.match(thing[0]))
    return DateRole.DECISION_DATE if decides else DateRole.OTHER


def is_only_written(before: str) -> bool:
    """Whether the words before a day ask what would be if one gave it as one's own."""
    return _WOULD_WRITE.search(before) is not None


def goes_to(before: str) -> bool:
    """Whether the words before "up to" tell of going there."""
    return _GOES.search(before) is not None
