"""Days on which somebody may come, that a question only puts and that date no stay."""

from __future__ import annotations

import re

from language.said_dates import SaidDate

_WHO = (
    r"(?:me|us|him|her|them|you|someone|(?:my|our|his|her|their|the) \w+(?:[ -]in[ -]law)?"
    r"(?: and (?:my |our |his |her )?\w+)?)"
)
_COMES = (
    r"(?:come|arrive|land|enter|cross|return|(?:fly|get|drive|sail) (?:in|over|here)|touch down)"
    r"(?:e?s)?|flies (?:in|over|here)|is back|are back|am back"
)
# "Will they let her in again on 5 May?", "would I be let back in 5 May".
_LET_IN = re.compile(
    r"(?<!why )(?<!how come )\b(?:will|would(?! (?:only|finally)\b)|can|could|should|might|"
    r"may|do|does|did|if|to|not|won'?t|wouldn'?t|going)\b[^.?!;,]{0,30}\b(?:"
    rf"(?:let|allow|admit|accept|permit|take) {_WHO}(?: to)?|be (?:let|allowed|admitted|accepted))"
    r"(?: (?:(?:back|right|come|enter|return|go|get|through|thru|into|in)(?![a-z])))+"
    r"(?: (?:again|back|to|canada|here|the|country|once|more|too|on|at|border|airport|by|car)){0,5}"
    r" (?:the )?$",
    re.I,
)
# "Her flight back lands 5 May": the way back is to come.
_FLIGHT_BACK = re.compile(
    r"\b(?:(?:flight|plane|bus|train|ticket|boat|ferry|connection) (?:back|home|in again)|"
    r"return(?:ing)? (?:flight|plane|bus|train|trip|ticket|journey))"
    r"(?: (?:here|to \w+|into \w+|from \w+(?: \w+)?)){0,2}"
    r"(?: (?:only|just|then|that|which|will|should))* "
    r"(?:lands?|arrives?|gets (?:in|here|to \w+)|comes? in|touch(?:es)? down|reach(?:es)?(?: \w+)?|"
    r"is landing|is arriving)(?: (?:in|at) \w+)?(?: (?:on|the))* $",
    re.I,
)
# "Can we buy the cover from 1 May if they land 5 May?" asks of no stay.
_IF_THEY_COME = re.compile(
    r"\b(?:if|unless|in case|suppose|supposing|assuming|provided|say)(?: that)? "
    r"(?:i|we|he|she|they|someone|(?:my|our|his|her|their|the) \w+(?:[ -]in[ -]law)?) "
    rf"(?:only |then |just |all |both )?(?:{_COMES})(?: (?!and\b|but\b)\w+){{0,3}} $",
    re.I,
)
_ASKS = re.compile(
    r"(?:^\s*|[.?!;,]\s*|\b(?:so|and|but|hi|hello|then) )(?:can|could|do|does|should|may|must|will|"
    r"would|is|are|what|which|where|who|how much|how do)\b",
    re.I,
)
_OF_A_STAY = re.compile(
    r"\b(?:how (?:long|much time)|(?:the |our |my )?(?:latest|longest)|"
    r"(?:until|till?|by|since) when|when|leav\w+|stay\w*|remain\w*|months?|weeks|"
    r"exten\w+|out|expir\w*|ends?|deadline|stamp\w*|count\w*|calculat\w*|limit|"
    r"over ?stay\w*|dates?|days?|officers?|until|visitor|go home)\b",
    re.I,
)
# Who becomes a permanent resident lands to stay.
_PR = re.compile(r"\b(?:e-?copr|copr|confirmation of (?:permanent )?residence|pr landing)\b", re.I)
_WILL_LAND = re.compile(
    r"\b(?:want\w*|wanna|plan\w*|hop(?:e|ing)|like|going|gonna|will|'ll|intend\w*|need|can|could|"
    r"should|may|have) (?:(?:i|we|he|she|they|to) ){0,2}"
    r"(?:land|do (?:the|my|our|a) landing|enter|cross|come(?: in)?)(?: (?!and\b|but\b)\w+){0,4} $",
    re.I,
)
# "I have to come Thursday, removal interview": one is called in, and enters nothing.
_MUST_COME = re.compile(
    r"\b(?:(?P<bidden>(?:ordered|told|asked|tells?|asks?|wants?|summoned|invited) "
    r"(?:me|us|him|her|them))|"
    r"have|has|had|need|needs|must|should|got|supposed)"
    r"(?: (?:to|both|all|now))* "
    r"(?:come|go|be there|appear|report|show up|get there)"
    r"(?: (?!and\b|but\b|back\b|canada\b|over\b|in\b|home\b|here\b)[\w']+){0,5} $",
    re.I,
)
_CALLED_IN = re.compile(
    r"\b(?:removal|deport\w*|hearings?|inadmissib\w*|section 44|"
    r"(?:cbsa|enforcement|immigration|border) (?:officer |office |agent )?(?:just |has |had )?"
    r"(?:called|phoned|rang|wrote|e-?mailed|"
    r"wants?|told|asked|ordered|summoned|says?|said))\b",
    re.I,
)
_INTERVIEW = re.compile(r"\b(?:interviews?|meeting|appointment|office|questions?)\b", re.I)
# "Is 5 May too late to send it?", "would applying on 5 May still be in time?": nothing was sent.
_IS_A_DAY = re.compile(
    r"(?:^|[.?!,;:(]|\b(?:and|so|or|but|hi|hello|then|know|whether|if))\s*"
    r"(?:is|isn'?t|was|would(?:n'?t)?|will|'?d)(?: (?:an?|the|my|our|his|her|it|to|if (?:i|we)|"
    r"(?:extension|renewal|online) ?(?:application|request)?|application|request|forms?|"
    r"apply(?:ing)?|send(?:ing)?|fil(?:e|ing)|submit(?:ting)?|mail(?:ing)?|posting|extending|"
    r"(?:hand|putt?)(?:ing)? in|be|even|only|by|on|at)){0,7} (?:the )?$",
    re.I,
)
_IN_TIME = re.compile(
    r"(?: (?:be|still|already|really|even|also|just|a bit|bit|way|far|considered|count(?:ed)?|as)"
    r"){0,3} (?:(?:too|very|so) (?:late|early|soon|close|near)|late|early|soon enough|early enough|"
    r"enough|(?:in|on) time|within (?:the )?time|punctual|ok(?:ay)?|fine|good|all ?right|safe|"
    r"possible|accept\w+|allowed|cutting it)\b",
    re.I,
)
_REACH = 110


def is_prospect(text: str, date: SaidDate) -> bool:
    """Whether somebody may come, or file, on ``date``, and no stay that begins then is asked."""
    before = text[max(0, date.start - _REACH) : date.start]
    if _IS_A_DAY.search(before) and _IN_TIME.match(text, date.end):
        return True
    if _LET_IN.search(before) or _FLIGHT_BACK.search(before):
        return True
    if _WILL_LAND.search(before) and _PR.search(text):
        return True
    bidden = _MUST_COME.search(before)
    if bidden and (_CALLED_IN.search(text) or (bidden["bidden"] and _INTERVIEW.search(text))):
        return True
    supposed = _IF_THEY_COME.search(before)
    if supposed is None:
        return False
    rest = text[: date.start - len(before) + supposed.start()] + text[date.end :]
    return bool(_ASKS.search(rest)) and _OF_A_STAY.search(rest) is None
