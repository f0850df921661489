"""Whether an end of stay is one the person has, or only one wished for or asked about."""

from __future__ import annotations

import re

from language.cues import Cue, Found
from language.guesses import SWEAR

_STAY = r"(?:stay|remain|visit|live|be|extend|prolong|renew|get|keep|have|continue|hang)"
_WHO = r"(?:i|we|he|she|they|you|my \w+|our \w+|her|him|the \w+|officers?|ircc|cbsa|someone)"
# What is granted beats a wish before it: "I wanted more, but I have until 5 May".
_GRANTED = (
    r"(?:was|were|got|been) (?:told|ordered|instructed) (?:\w+ ){0,4}to \w+|"
    r"(?<!be )(?:allow|permit|authori[sz]|entitl)(?:s|ed|ted|es) (?:\w+ ){0,2}to \w+|"
    r"(?:let|lets) (?:me|us|him|her|them)|"
    r"(?:got|has|have|had|given|with) (?:the )?permission (?:\w+ )?to \w+|"
    r"(?<!ask )(?<!for )(?<!get )(?<!need )(?<!seek )(?<!request )permission to \w+|"
    r"(?<!if )(?<!wish )(?<!hope )(?<!wished )(?<!can )(?<!could )(?<!may )(?:i|we|he|she|"
    r"they) (?:can|could|may|might) \w+|"
    r"(?:am|are|is|was|were|i'?m|(?:we|they)'?re|s?he'?s) (?:legally )?(?:legal|able|good|allowed|"
    r"permitted|"
    r"authori[sz]ed)(?: to \w+)?|"
    r"(?:is|was|are|were|has|says?|said|got|gets|received|gave|given|granted|approved|issued|"
    r"extended|valid|good|legal\w*|expir\w+|ends?|ended|ran|lasted|runs|lasts|current)|"
    r"(?<=[,.;:] )(?:visitors?|tourists?)(?= (?:until|till?))|"
    r"(?:with|on|under|as) (?:an? |my |the )?(?:\w+ )?(?:status|record|permit|visitor|worker|"
    r"student)|"
    r"(?:my|the) (?:old|original) (?:\w+ )?(?:status|record|stay|permit)|original status|"
    r"(?:my|the|a) new (?:\w+ )?(?:record|status|date|permit)|"
    r"(?<!to )(?<!could )(?<!can i )have"
)
_WISHED = (
    r"(?:want\w*|need\w*|like|wish|hope|get|getting) (?:\w+ ){1,3}extended|"
    r"(?:to )?(?:be|being) extended|"
    r"want\w*|wanna|wish\w*|hop(?:e|es|ed|ing)|plan\w*|would (?:like|love|prefer)|i'?d (?:like|"
    r"love)|"
    r"like to|lik(?:e|ing) to|intend\w*|intention|need\w*|thinking|considering|prefer|decided|"
    r"try(?:ing)?|ask(?:ed|ing|s)?|request\w*|appl(?:y|ied|ying|ication)|seek\w*|looking|"
    r"submit\w*|possib\w+|impossible|if|gonna|going to|will|i'll|"
    # "I fell ill, and stayed" wishes nothing.
    r"ill(?= (?:(?!and\b|with\b)\w+ )?(?:stay|leave|go|be|remain|extend|visit|need|have|try|"
    r"apply|ask|get|keep|live|want|hang)\b)|we'?ll|she'?ll|he'?ll|they'?ll|"
    rf"(?:can|could|may|might|would|should|do|does|did|am|are|is|was|will) {_WHO}|how (?:can|do|"
    rf"to)|"
    rf"to {_STAY}|(?<!i )(?<!we )(?:staying|remaining|extending|prolonging)|"
    r"(?:i'?m|i am|we'?re|we are) (?:here|staying|visiting|in (?!status)\w+)|book\w*|"
    r"i (?:said|told|answered|replied|put|wrote)|told (?:the |an? )?(?:\w+ )?(?:officer|guard|"
    r"cbsa)|"
    r"must stay|ha(?:ve|s) to stay"
)
_MARKS = re.compile(rf"\b(?:(?P<granted>{_GRANTED})|(?P<wished>{_WISHED}))\b", re.I)
_UNTIL = re.compile(r"(?:until|untill|till?|thru|through|to|by|up to|'til)$", re.I)
_STAYS_ON = re.compile(r"\b(?:stay|remain|visit|be here|extend)\w*", re.I)
_ASKED_OUTRIGHT = re.compile(
    r"(?:so|and|then|hi|hey|hello|[\s,])*(?:is|are|would|could|will) (?:an?|it|there|this|"
    r"that)\b[^,;:]{0,25}$",
    re.I,
)
_BARE_VERB = re.compile(
    r"(?:give|let|allow|write|grant|authori[sz]e|stamp(?! (?:they|he|she|it|the|and|is|was)\b)|put|"
    r"limit|shorten)\b",
    re.I,
)
# "What chance is there that an officer gives until 5 May?"
_CHANCE = re.compile(
    r"\b(?:chances?|odds|likely|likelihood|probab\w+|possib\w+|how often)\b[^.?!,;]{0,35}$", re.I
)
_GIVES = re.compile(r"\b(?:give|let|allow|write|grant|authori[sz]e|stamp|put)s?\b", re.I)
_ASKED_OF = re.compile(rf"\b(?:am|are|is|was|were) {_WHO}\s*$", re.I)
# "Why did they give me until 5 May?", "why would he write 5 May": tells that they did.
_WHY = re.compile(
    r"\b(?:why|how come|what for)(?:'d| (?:on earth |the hell )?(?:did|would|do|does|could|can|"
    r"should))(?! ?n['o]t)\b(?! (?:you|u|i|we)\b)(?![^.?!,;]{0,25} not\b)[^.?!,;]{0,25}$",
    re.I,
)
_MAY_WRITE = re.compile(
    r"\b(?:will|would|can|could|may|might|should|to|ask\w*|hop(?:e|ing)|want\w*|if|do|does|"
    # "He did write" only says more strongly that he wrote.
    r"did(?! (?:(?:just|really|actually|indeed|clearly|also|only|then|now|in fact|in the end) )*$)|"
    r"please|won'?t|didn'?t|don'?t)\b[^.?!,;]{0,25}$",
    re.I,
)
# "Can an officer just write 5 May?", "are they even allowed to": asked of what was done.
_MAY_IT_BE = re.compile(
    r"\b(?:(?:can|could|may) (?:(?:an?|the|that|this|some|one|any) (?:\w+ ){1,4}|(?:he|she) )"
    r"(?:just|even|really|simply|legally|suddenly)|"
    r"(?:can|could) (?:they|cbsa|immigration|customs) (?:even|really|legally|suddenly)|"
    r"(?:is|are|was|were) (?:\w+ ){1,6}(?:even |really |legally )?(?:allowed|permitted) to) $",
    re.I,
)
_MAY_PUT = re.compile(r"(?:allowed|permitted) to (?:just |only )?(?!stay|remain|be\b|live|visit)\w")


# "Applied 20 October, my stay is to 25 October": that stay is not what was applied for.
_STAY_OF_ITS_OWN = re.compile(
    r"\b(?:applied|filed|sent|submitted)\b[^.,;]{0,45}[,;]\s*"
    r"(?=(?:my|our|the|original|authori[sz]ed) (?:\w+ )?(?:stay|status|record)\b|"
    r"(?:stay|status|record|time) (?:(?:is|was) )?"
    r"(?:over|up|done|finish|end|expire|ran|runs|until|till?))|"
    # "She wants to go 9 December but her stay is until 5 December".
    r"\b(?:but|because|cause|only) (?=(?:my|our|his|her|their|the) (?:\w+ )?(?:stay|status|record|"
    r"permit|visa) (?:(?:is|was|only|just) ){0,2}(?:until|till?|to)\b)",
    re.I,
)


# "Needs to go by 5 May for a wedding": nothing of a stay ends then.
_MUST_GO = re.compile(r"(?:must|ha(?:ve|s|d) to|needs? to|needed to|gotta|got to|should)\b", re.I)
_PURPOSE = re.compile(
    r",?\s+(?:for|to (?:attend|see|catch|be (?:at|in|with)|make|start|help|visit)|because of|"
    r"due to|coz of|cuz of)\s+(?:[\w'’]+\s+){0,4}?(?:wedding|funeral|burial|birthday|christmas|"
    r"xmas|eid|diwali|job|work|school|class(?:es)?|semester|exams?|surgery|operation|flight|plane|"
    r"interview|appointment|conference|baby|birth|business|harvest|mom|mum|mother|dad|father|"
    r"wife|husband|son|daughter|family)\b",
    re.I,
)


# "Gave me until 5 May to answer".
_TO_DO = re.compile(
    r"\s*to (?:pay|reply|respond|answer|prove|sign|(?:send|upload|submit|provide|give|bring|show)"
    r"(?: (?:in|them|the|my|our|more|some|missing|other)){0,3} (?:docs?|documents?|papers?|proof|"
    r"payment|photos?|fees?|letters?|results?|medicals?))\b",
    re.I,
)


def is_for_a_purpose(cue: str, text: str, end: int) -> bool:
    """Whether by the day that ends at ``end`` one has to leave for a reason of one's own.

    Or has to do what ends no stay.
    """
    if _TO_DO.match(text, end):
        return True
    return _MUST_GO.match(cue) is not None and _PURPOSE.match(text, end) is not None


def is_wished(before: str, cue: Found[Cue], between: str) -> bool:
    """Whether the stay to the date after ``cue`` is wished, planned, asked for or supposed.

    ``before`` holds the words of the sentence up to the cue, ``between`` those from
    the end of the cue to the date.
    """
    told = max((m.end() for m in _STAY_OF_ITS_OWN.finditer(before + cue.text)), default=0)
    before = before[told:]
    if cue.kind is Cue.WROTE and (_MAY_IT_BE.search(before) or _MAY_PUT.match(cue.text)):
        return False
    if cue.kind is Cue.WROTE:
        if _ASKED_OF.search(before) or (_CHANCE.search(before) and _GIVES.search(cue.text)):
            return True
        asked = _MAY_WRITE.search(before) and not _WHY.search(before)
        return bool(_BARE_VERB.match(cue.text) and asked)
    runs_on = cue.kind is Cue.UNTIL or (
        cue.kind is Cue.ENDS and (_UNTIL.search(cue.text) or _STAYS_ON.search(cue.text))
    )
    if not runs_on:
        return False
    if _ASKED_OUTRIGHT.match(before):
        return True
    # "Could you check: record to 5 May" asks for a check of what follows.
    said = SWEAR.sub("", f"{before}{cue.text}{between}").rpartition(":")[2]
    marks = list(_MARKS.finditer(said))
    return bool(marks) and marks[-1].lastgroup == "wished"


_AHEAD = re.compile(
    r"\b(?:will|'?ll|going to|gonna|plan\w* (?:to|on)|want to|wanna|ha(?:ve|s) to|need(?:s)? to|"
    r"must|"
    r"should|hop(?:e|ing) to|about to|intend to|would like to|do i|can i|(?:i|we|he|she|they) can|"
    r"(?:if|when|once|unless|until|suppos(?:e|ing)|assum(?:e|ing)|say) "
    r"(?:i|we|he|she|they|it|ircc|cic|immigration|(?:my|our|the) \w+))(?: \w+){0,3}\s*$",
    re.I,
)
_SUPPOSES = re.compile(r"(?:if|when|once|unless|until|suppos|assum|say)", re.I)
_TOLD = re.compile(r"(?:ed|came|said|got|sent)\b", re.I)
_PAST_FORM = re.compile(
    r"\b(?:ap{1,2}l[iy]?e?d|filed|lodged|submit(?:ted|ed)|mailed|uploaded|sent|gave|did|was|"
    r"were)\b",
    re.I,
)
# "Should I cancel the application from 12 June?": it was made then.
_MADE = re.compile(r"\s*(?:from|of|dated)\b", re.I)


def is_to_come(before: str, cue: Found[Cue], between: str) -> bool:
    """Whether what a cue tells is still to be done: "I must apply by 5 June"."""
    past = _PAST_FORM.search(cue.text) or _PAST_FORM.search(between) or _MADE.match(between)
    lead = None if past else _AHEAD.search(before)
    if lead and _SUPPOSES.match(lead[0]) and _TOLD.search(cue.text):
        return False  # "when they refused it 5 May" is told, "if they refuse" is not
    return bool(lead and not _PAST_FORM.search(lead[0]))
