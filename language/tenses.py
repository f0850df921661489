"""Whether the words around a date place it in the past or in the future."""

from __future__ import annotations

import re

from language.cues import Cue, Found
from language.said_dates import DateRole, Tense

ENDS_OF_STAY = frozenset({DateRole.STAMP_DATE, DateRole.RECORD_EXPIRY})
EXPIRIES = ENDS_OF_STAY | {DateRole.PASSPORT_EXPIRY, DateRole.VISA_EXPIRY}
DONE = frozenset(
    {
        DateRole.APPLICATION_DATE,
        DateRole.RESTORATION_DATE,
        DateRole.DECISION_DATE,
        DateRole.BIOMETRICS_DATE,
    }
)
"""What is told once it has been done or decided."""
_HAPPENED = re.compile(
    r"\b(?:\w+ed|came|got|flew|flown|drove|driven|began|begun|since|been|let)\b", re.I
)
_FUTURE = re.compile(
    r"\b(?:will|'?ll|going to|gonna|plan(?:s|ned|n?ing)?|want\w*|hop(?:e|ing)|would|"
    r"if|arriving|"
    r"coming|landing|touching down|(?:say|suppose|imagine|assume) (?:that )?(?:i|we|he|she|they)|"
    r"when (?:i|we|they|he|she) (?:come|comes|arrive|enter|land|get|go)|entering|crossing|"
    r"fly(?:ing)? in(?:to)?|flying|intend\w*|thinking|should|might|can|could|must|due|scheduled|"
    r"expect\w*|supposed|tomorrow|(?:need|ha(?:ve|s)|wish|like) to|do (?:i|we|they)|"
    r"does (?:he|she|it)|to (?:come|arrive|land|enter|cross|reach))\b",
    re.I,
)
# "Landing was 2 October" is told, whatever the form of the word.
_GERUND = r"(?:landing|crossing|arriving|entering|coming|reaching|flying in)"
_SINCE = re.compile(
    rf"\bsince {_GERUND}\b|\bback (?:here |again |in (?:canada|\w+) )?since\b", re.I
)
# "After arriving on 2 October" may be told before or after that day.
_AFTER = re.compile(rf"\b(?:after|on|upon) {_GERUND}\b", re.I)
_WAS = re.compile(
    r"\b(?:landing|crossing|arriving|entering|coming|flight in|in[ -]date)(?: \w+)? "
    r"(?:was|were|happened)\b|\b(?:entry|arrival)(?: date| day)? (?:was|were)\b|\b(?:date|day) of "
    r"(?:entry|arrival) (?:was|were)\b|\b(?:date|day) of "
    rf"{_GERUND}\b|\bwas (?:an? |the |my )?(?:\w+ )?(?:crossing|landing)\b|"
    r"\?\W*(?:that|it|this) was\b",
    re.I,
)
# "Me entering 2 October" has no verb to plan with; "if entry 2 October" may be told as well.
_BARE_GERUND = re.compile(
    r"(?:^\s*|[.,;!]\s*|\b(?:and|so|hi|hello|sir|madam|please) )(?:i|me|we|us|he|him|she|her|they|"
    r"my \w+) (?:entering|arriving|coming|landing|crossing)\b|"
    r"\bif (?:(?:my|our|the|date|day|of) )*entry(?: (?:date|day|is|was|on))*\b",
    re.I,
)
_IF_LET = re.compile(r"\b(?:if|will|would|can|could|might|may) (?:\w+ ){1,3}let\b", re.I)
# "Can you tell me if an entry on 2 October ..." asks politely and supposes nothing.
_POLITE = re.compile(
    r"\b(?:(?:can|could|would|will) you (?:please |pls )?)?"
    r"(?:tell|check|say(?! (?:i|we|he|she|they)\b)|confirm|know|let me know|see|sure|calculate)"
    r"(?: me)?(?: if)?\b|"
    # "Used it to enter 2 October" is done.
    r"\b(?:used (?:\w+ ){0,2}\w+|managed|(?:was|were) able) to "
    r"(?:come|arrive|land|enter|cross|reach|fly)\b",
    re.I,
)
# "How much time do I have, entry 2 October": what is asked before is no plan to come.
_ASKED = re.compile(
    r"\b(?:do (?:i|we|they)|does (?:he|she|it)|can|must|should|may|ha(?:ve|s) to|needs? to)\b"
    r"(?:(?! (?:com|ent|arriv|fl[iy]|land|cross|visit|travel|drive|will|would|if|plan|want))"
    r"[^,;:.?!()]){0,40}(?:[,;:(]| [-–] | (?:no|with|without) )",
    re.I,
)
# "I come 2 October" is a plan in one mouth and a visit long begun in another.
_DID = re.compile(
    r"\bdid(?:n'?t| not)?\b|\b(?:(?:had|have)|(?<=\bif )(?:i|we|he|she|they)'?d) "
    r"(?:(?:only|just|instead|rather|first|not) )?come\b",
    re.I,
)
_PRESENT = re.compile(
    r"(?:(?:come|arrive|land|enter|get|cross|reach|fly|drive|sail|ride|travel|"
    r"touch(?=\w{0,2} down))(?:e?s)?\b|"
    r"travell?ing|flies|"
    r"(?:(?:am|are|is|\w{1,12}'(?:m|re|s)) )?visit(?:s|ing)?)\b|"
    r"(?:greyhound|amtrak|megabus|train|bus|coach|ferry|boat|plane|flight|car)"
    r"(?: (?:in|up|over|here))? from |"
    r"(?!back|been|return)[a-z]{1,20}(?: [a-z]{1,20})?(?: to| ?(?:->|→|=>|-|–)) ",
    re.I,
)
# "She's back 2 October" may be said before or after that day.
IS_BACK = re.compile(r"(?:am|are|is|im|s?hes|theyre|\w{1,12}['’](?:m|re|s)) back\b", re.I)
# "Used my German passport to enter 2 October", or will: how it begins is too far off.
_USED_TO = re.compile(
    r"\b(?:passport|visa|e-?ta|card|one) to (?:come|enter|cross|arrive|land|fly)\b", re.I
)
# "If I went out 2 October and am back 5 October" is told, for all its "if".
_WENT = re.compile(r"\b(?:went|left|flew|drove|popped|crossed|walked|was|were)\b", re.I)
# "If someone enters 2 October, when must they leave?" asks of any day.
_ANYONE = re.compile(
    r"\b(?:if|when|once) (?:someone|somebody|anyone|anybody|one|people|a \w+)(?: \w+)?\b", re.I
)
_ENDED = re.compile(
    r"(?<!\bbe )\b(?:ended|expired|ran out|had run out|died|fell|(?:became|went|got) out of|lapsed|"
    r"(?:went|gone|turned) (?:dead|bad|off|stale|void|invalid)|"
    r"(?<!be )finished|lost|vanished|(?<!turn )(?<!become )(?<!go )illegal|"
    r"(?:out of|without) status (?:since|from)|"
    r"(?:was|were) (?:up|over|done|gone|finish|expire|end|lapse|(?:my|our|his|her|the) last)|"
    r"should(?:'?ve| have| of)|would(?:'?ve| have| of) been|"
    r"let (?:\w+ ){1,3}(?:lapse|expire|run out)|out of (?:\w+ )?stay|"
    r"(?:was|were) (?:must|have to|need to|should) (?:leave|go|exit|be)|"
    r"(?:90|ninety)[ -]?days? (?:count\w* )?(?:from|after)|"
    r"(?:has|have|already) passed|(?:months|year|days) (?:passed|went by|elapsed)|"
    r"got (?:over|expired|finished)|"
    r"(?:stayed|remained|lingered) (?:\w+ )?(?:past|beyond|until after)|"
    r"overstay\w*|had (?:status|a stay)|since|(?:already|long) over)\b",
    re.I,
)
# "It was until 10 December" may be told before or after that day.
_REPORTED = re.compile(
    r"\b(?:(?:was|were) (?:ending|expiring|running out|finishing|lapsing)|"
    r"(?:was|were) (?:\w+ ){0,3}(?:up to|until|untill|till?|thru|through|to(?= [0-9]))|"
    r"(?:said|read|showed) (?:\w+ )?(?:until|untill|till?)|(?:limit|deadline|date) was|"
    r"(?:was|were) (?:supposed|meant)|had (?:time |status )?(?:to|until|untill|till?)|"
    r"last (?:\w+ )?day (?:was|had been)|(?:end|expiry) date (?:was|had been)|"
    r"(?:old|former|previous|original) (?:status|stay|permit|record|end)|"
    r"ran (?:up )?(?:to|until|untill|till?)|lasted)\b",
    re.I,
)
"""For so long a status that is over may be restored."""
_STAMP_SAID = re.compile(r"\b(?:said|read|showed)\b", re.I)
# "Ended on 5 June, 3 weeks over": what follows tells too.
_OVER_AFTER = re.compile(
    r"[\s,(.;!-]*(?:(?:so|now|already|i'?m|i am|we'?re|that'?s|it'?s|about|over) ){0,3}\w+ "
    r"(?:days?|weeks?|months?) (?:over|late|overdue|past|ago|too long|too late)\b"
    r"(?! (?:the )?(?:new year|christmas|xmas|holidays?|summer|winter|easter|break)\b)",
    re.I,
)
# "I had an eTA until 6 June, it died while I was here".
_HAS_ENDED = re.compile(
    r"[\s,;.(-]*(?:(?:and|but|so) )?(?:it|that|this|which)"
    r"(?: (?:has|had|is|was|already|just|then|also)|'s){0,3} "
    r"(?:died|expired|ended|ran out|run out|lapsed|finished|is over|over|gone|passed|dead)\b"
    r"(?! (?:(?:when|if|once|on|before|after) ))",
    re.I,
)
# "The first was approved only to 16 November": told of one that may be over.
_ONLY_TO = re.compile(
    r"\b(?:was|were|got|been) (?:approved|granted|extended|given|renewed)(?: (?:only|just|up))+ "
    r"(?:to|until|untill|till?)\b",
    re.I,
)
# "Status over 5 June, noticed today", "I was to leave 5 June but I was sick": if it was lately.
_SEEN_LATE = re.compile(
    r"[\s,;(]*(?:(?:and|but|i|we|he|she|only|just|have|has) ){0,3}"
    r"(?:noticed|reali[sz]ed|found (?:it )?out|discovered|saw (?:it|that))(?: (?:it|this|that))?"
    r"(?: (?:only|just))? (?:today|now|yesterday|this (?:morning|week)|last night|too late)\b|"
    r"[\s,;]*but (?:(?:i|we|he|she|they|(?:my|our|his|her) \w+|the \w+) "
    r"(?:was|were|got|had|fell|broke|could ?n[o']?t|did ?n[o']?t)|was|were|got|had|fell)\b",
    re.I,
)
_SENDS = re.compile(
    r"(?:(?:he|she|i|we|they) (?:\w+ )?)?(?:apply|file|submit|send|ask|extend)s?\b", re.I
)
# "What if I overstay past 5 December": nobody has.
MAY_OVERSTAY = re.compile(
    r"\b(?:if|would|will|might|may|could|can|not|don'?t|won'?t|to|avoid|without|before|risk\w*|"
    r"worried|afraid|scared|fear|penalty|fine|happens?|unless|case|of|about|am i|are we|"
    r"is (?:he|she|it|this|that)|do (?:i|we|they)|does (?:he|she|it|that))\b(?: \w+){0,3} "
    r"over ?stay(?:s|ing)?\b",
    re.I,
)


def ends_behind(after: str, role: DateRole | None) -> Tense | None:
    """The tense of what ended on a date where the words after it tell that it is over."""
    if role not in EXPIRIES:
        return None
    if _OVER_AFTER.match(after) or _HAS_ENDED.match(after):
        return Tense.PAST
    return Tense.OVER if _SEEN_LATE.match(after) else None


def _plans(around: str) -> bool:
    """Whether something is still to come by what is told, not asked, before it."""
    return _FUTURE.search(_ASKED.sub(" ", _POLITE.sub(" ", around))) is not None


def told_tense(around: str, role: DateRole) -> Tense | None:
    """The tense of a date of ``role`` that no cue tells of; ``around`` is its sentence so far."""
    if role in EXPIRIES:
        around = MAY_OVERSTAY.sub(" ", around)
        if _ENDED.search(around):
            return Tense.PAST
        if role in ENDS_OF_STAY and _ONLY_TO.search(around):
            return Tense.OVER
        return Tense.REPORTED if _REPORTED.search(around) else None
    if role is DateRole.ENTRY_DATE and not _HAPPENED.search(around):
        return Tense.FUTURE if _plans(around) else None
    return None


# "What if my passport ran out 5 December": supposed of the next one, whatever its verb.
_WHAT_IF = re.compile(r"\b(?:what if|suppos\w+|imagine|assum\w+|let'?s say|and if)\b", re.I)


def tense_of(around: str, cue: Found[Cue], role: DateRole | None) -> Tense | None:
    """The tense of a date of ``role``; ``around`` holds the words from before its cue on."""
    if role is DateRole.PASSPORT_EXPIRY and _WHAT_IF.search(around):
        return None
    if role is not None and role in EXPIRIES:
        stamped = cue.kind is Cue.STAMP and _STAMP_SAID.search(around)
        return told_tense(around, role) or (Tense.REPORTED if stamped else None)
    if role is DateRole.APPLICATION_DATE and _SENDS.match(cue.text):
        return Tense.REPORTED  # "I submit it 5 December": done, or to be done
    if role is DateRole.ENTRY_DATE and cue.kind is Cue.STAMP:
        return None  # a stamp is of a day behind, whatever is to be done with it
    if role is DateRole.ENTRY_DATE and _HAPPENED.search(cue.text) and not _IF_LET.search(around):
        return None
    if role is DateRole.ENTRY_DATE and any(told.search(around) for told in (_DID, _WAS, _SINCE)):
        return None
    if role is DateRole.ENTRY_DATE and IS_BACK.match(cue.text) and _WENT.search(around):
        return None
    if role is DateRole.ENTRY_DATE and (_AFTER.search(around) or _ANYONE.search(around)):
        return Tense.REPORTED
    if role is DateRole.ENTRY_DATE and _USED_TO.search(around) and "will" not in around:
        return Tense.REPORTED
    if role is DateRole.ENTRY_DATE and _BARE_GERUND.search(around):
        return Tense.FUTURE if _plans(_BARE_GERUND.sub(" ", around)) else Tense.REPORTED
    if role in (DateRole.ENTRY_DATE, DateRole.OTHER) and _plans(around):
        return Tense.FUTURE
    if role is DateRole.ENTRY_DATE and (_PRESENT.match(cue.text) or IS_BACK.match(cue.text)):
        return Tense.REPORTED
    return None
