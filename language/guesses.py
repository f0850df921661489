"""Days that a question offers or asks about, and that nobody tells."""

from __future__ import annotations

import re

from language.foreign_stamps import is_foreign_stamp
from language.hearsay import is_hearsay
from language.learning import is_day_of_learning
from language.prospects import is_prospect
from language.said_dates import DateForm, SaidDate
from language.unfounded import is_unfounded

_TODAY_IS = re.compile(r"\b(?:today(?: is|'s|:)|now (?:it'?s|it is|is))\s*$", re.I)
_NOW_IS = re.compile(r"\b(?:today(?: is|'s|:)|now(?: is)?|it'?s|it is)\s*(?:already\s+)?$", re.I)
_NOW_AFTER = re.compile(r"\s*(?:now|today|already)\b", re.I)
# "Wait no 15 June" corrects; "there is no 31 February" denies.
_NO_SUCH = re.compile(r"(?<=[a-z] )(?<!(?:wait|said|says) )(?<!sorry )(?<!(?:oh|ah) )no\s+$", re.I)
_SO = re.compile(r"(?:\b(?:so|then|meaning|means)|=|→|->)\s*(?:it'?s |that'?s )?(?:the )?$", re.I)
_ASKS = re.compile(r"(?:,? (?:or what|right|correct|then))?\s*\?")
# "Tomorrow is six months since I came".
_MONTHS_SINCE = re.compile(
    r"\s*(?:it |that )?(?:is|will be|makes?|marks?|it'?s|are|completes?) "
    r"(?:(?:my|our|exactly|already|just|only) ){0,2}(?:a|an|[0-9]{1,3}|\w+) "
    r"(?:days|weeks|months|years?) (?:since|after|from)\b",
    re.I,
)
# "If the officer writes 5 June": who was there says what was written.
_IF_WRITTEN = re.compile(
    r"\bif (?:the |an? |some |my )?(?:officers?|guards?|agents?|cbsa|customs|he|she|they) "
    r"(?:(?:will|would|only|just|does|do) ){0,2}(?:writes?|gives?|puts|stamps|lets|"
    r"allows?|grants?)\b"
    r"(?: \w+){0,4} $",
    re.I,
)
_REFUSED = re.compile(
    r"\s*(?:was|were|got|is|has been|have been|been) (?:\w+ )?(?:refused|denied|rejected|declined|"
    r"not (?:approved|granted|accepted)|returned|withdrawn)\b",
    re.I,
)
# "My extension was approved to 5 May, can I stay that day?" asks of another thing.
_GRANTED = re.compile(
    r"\b(?:extension|application|renewal|request|record|permit|restoration|it|i|we|he|she|they) "
    r"(?:was|were|is|got|been) (?:\w+ )?(?:approved|granted|accepted|extended)\b",
    re.I,
)
# "5 June was crossed out".
_CROSSED_OUT = re.compile(
    r"[\s,(]{0,4}(?:(?:is|was|got|has|been|which|this|but|then|he|she|they|someone|also) ){0,4}"
    r"(?:crossed (?:it |that )?(?:out|off)|(?:scratch|black|scribbl|whit|strik|struck)(?:ed|en)? "
    r"(?:it |that )?(?:out|off|through|over))\b",
    re.I,
)
_CROSSING_OUT = re.compile(
    r"\b(?:cross(?:ed|es)? (?:out|off)|(?:scratched|struck)(?: (?:out|through|off))?) (?:the )?$",
    re.I,
)
_REACH = 20
_CLOSE = 24
_FAR = 70
_HELLO = r"(?:so|and|then|ok|hi|but|[\s,])*"
# "Do my six months start over and end 5 May?"
_WILL_IT = re.compile(
    rf"{_HELLO}(?:do|does|will|would|did) (?:it|that|this|my|our|the)\b",
    re.I,
)
# "If they stamp me on 5 May does it end 5 November".
_DOES_IT = re.compile(
    r"(?<!why )(?<!how )(?<!come )\b(?:do|does|will|would) (?:it|that|this|my|our|the)"
    r"(?: \w+){0,3} $",
    re.I,
)
_BARE = re.compile(r"(?:end|expire|run out|finish|stop|lapse)$")
# "Is 5 May my last day?"
_IS = re.compile(rf"{_HELLO}(?:is|was|would) (?:the )?", re.I)


# "Is 5 May my last day or 6 May?"
_CHOICE = re.compile(rf"{_HELLO}(?:is|was|does|will|would)\b.* or (?:(?:is it|on|the) )*", re.I)
# "I thought my stay ended 5 May", but what a paper says was read there.
_THOUGHT = re.compile(
    r"\b(?:i|we|he|she|they|everyone|everybody|my \w+) (?:\w+ )?"
    r"(?:thought|believed|assumed|figured|guessed|(?<!i )(?<!we )(?:think|believe|assume)s?)"
    r"(?: that)? (?:my|our|his|her|their|the) "
    r"(?:stay|status|time|visit|permission)\b[^.,;]{0,20}$",
    re.I,
)


# "So I'm safe until 5 May? Promise?": a day told before is to be vouched for.
_VOUCHED = re.compile(
    r"(?:\b(?<!not )(?:sure|certain|positive|promise|swear|guarantee|vouch|officially|definitely|"
    r"confirm\w*|telling me|no doubt)\b|100 ?%)(?!.*\b(?:if|whether|not)\b)",
    re.I,
)
_VOUCHED_AFTER = re.compile(
    r"\?[?!.\s,]*(?:(?:you|do you|can you|u|are you|is (?:that|it)|that'?s) )?(?:100 ?% )?"
    r"(?:promise|swear|sure|certain|guaranteed?|positive|definite|for sure|official)\b",
    re.I,
)


# "Is 04 MR 27 on the stamp when I have to be out?": whether a day is the one to leave by.
_TO_LEAVE = re.compile(
    r"\b(?:is|was|does|do|means?|whether|if)\b[^.?!;]{0,60}\b(?:when|day|date|deadline|limit|last)\b"
    r"[^.?!;]{0,30}\b(?:leave|leaving|go|out|gone|exit|depart|home|last day|deadline|limit)\b|"
    r"\b(?:is|was|does|means?|whether|if)\b[^.?!;]{0,60}\b(?:last (?:legal )?day|deadline|limit)\b",
    re.I,
)
_SUPPOSED = re.compile(r"\b(?:if|unless|when|once|in case)\b", re.I)
# "Can you swear she is safe until 5 May": told, whatever mark ends it.
SWEAR = re.compile(
    rf"{_HELLO}(?:(?:can|could|will|would) (?:you|u)(?: please)?|please|pls) (?:\w+ )?"
    r"(?:swear|promise|guarantee|vouch|assure|confirm for sure|tell me for sure)\b"
    r"(?!.*\b(?:if|whether|not)\b)",
    re.I,
)


def asks_when_to_leave(text: str) -> bool:
    """Whether it is asked if a day is the one to leave by."""
    return _TO_LEAVE.search(text) is not None


def is_vouched(before: str, rest: str, after: str) -> bool:
    """Whether it is to be vouched for that a stay ends as told, not asked whether it may.

    ``before`` is the question up to what tells of the end, ``rest`` goes on from the day, and
    ``after`` begins with its mark.
    """
    if _SUPPOSED.search(rest):
        return False
    if SWEAR.match(before):
        return True
    if not after.startswith("?"):
        return False
    return bool(_VOUCHED.search(before) or _VOUCHED_AFTER.match(after))


def is_no_claim(text: str, date: SaidDate) -> bool:
    """Whether a date is only today's, one's own reckoning, or said not to exist ("no 31 Feb")."""
    before = text[max(0, date.start - _CLOSE) : date.start]
    if _TODAY_IS.search(before) or _NO_SUCH.search(before):
        return True
    if is_unfounded(text, date.start, date.end):
        return True
    if is_prospect(text, date) or _is_asked(text, date) or is_day_of_learning(text, date.end):
        return True
    if (
        _CROSSING_OUT.search(before)
        or is_offered(text, date.start, date.end)
        or is_hearsay(text, date.start, date.end)
        or is_foreign_stamp(text, date.start, date.end)
        or _CROSSED_OUT.match(text, date.end)
    ):
        return True
    return bool(_NOW_IS.search(before) and _NOW_AFTER.match(text, date.end))


# "Is my last day 5 May or does it go to 9 May?": one of two days, neither told.
_IS_IT = re.compile(
    r"\bis (?:(?:it|that)|(?:my|our|the|his|her|their) (?:last day|final day|date|deadline|limit))"
    r"(?: (?:then|now|really|still))? (?:on )?(?:the )?$",
    re.I,
)
_OR = re.compile(r"\s*,?\s*or\b", re.I)
# "Must the passport be good past 5 May?": what is required, not how long it is valid.
_REQUIRED = re.compile(
    r"\b(?:(?:needs?|ha(?:ve|s)|must|required)(?: (?!not\b|n't)\w+){0,3}|should(?: \w+){1,3}) "
    r"(?:be|stay|remain) (?:still )?(?:good|valid|ok|current|unexpired)"
    r"(?: (?:past|until|till?|to|up|for|beyond|through|thru|after|on|by|at|least|the)){1,4} $",
    re.I,
)
# "Is today the last day to restore?", "is it today or was it yesterday".
_IS_TODAY = re.compile(
    r"(?:^|[.?!,;(]\s*|\b(?:and|so|or|but|hi|then|tell me|know|whether|if) )"
    r"(?:is|was|isn'?t|wasn'?t)(?: (?:it|that))?(?: (?:already|only|still|really))? $",
    re.I,
)
_LAST_DAY = re.compile(
    r"\s*(?:really |already |still |actually )?(?:(?:my|our|his|her|their|the|a) )?"
    r"(?:\w+ )?(?:last|final|deadline|end|limit|late|over|too)\b",
    re.I,
)


def _is_asked(text: str, date: SaidDate) -> bool:
    """Whether a question asks of today, or of how long a paper must be valid."""
    before = text[max(0, date.start - _FAR) : date.start]
    if _REQUIRED.search(before) or (_IS_IT.search(before) and _OR.match(text, date.end)):
        return True
    near = date.form is DateForm.OFFSET and date.unit == "day" and abs(date.amount or 0) <= 1
    if not near or not (asked := _IS_TODAY.search(before)):
        return False
    return bool(_LAST_DAY.match(text, date.end)) or asked[0].lower().startswith("or ")


def is_offered(text: str, start: int, end: int) -> bool:
    """Whether a day is one's own reckoning: "the first day does not count, so 9 April?".

    So is what an officer may write one day, and a day named for the months complete on it.
    """
    if _MONTHS_SINCE.match(text, end) or _IF_WRITTEN.search(text, max(0, start - _FAR), start):
        return True
    offered = _SO.search(text, max(0, start - _REACH), start)
    return bool(offered) and _ASKS.match(text, end) is not None


def is_refused(text: str, end: int) -> bool:
    """Whether a stay until a day was asked for in vain: "extension till 5 May was refused"."""
    return _REFUSED.match(text, end) is not None


def is_granted(said: str) -> bool:
    """Whether it is told that a stay was granted, whatever is asked next."""
    return _GRANTED.search(said) is not None


def is_end_asked(before: str, cue: str, before_date: str, follows: bool) -> bool:
    """Whether an end is asked about, or was only believed in.

    ``before`` is the sentence up to the cue, ``before_date`` up to the date, which the cue
    ``follows``.
    """
    if (_WILL_IT.match(before) or _DOES_IT.search(before)) and _BARE.match(cue):
        return True
    if _CHOICE.fullmatch(before_date) or _THOUGHT.search(before + cue):
        return True
    return follows and _IS.fullmatch(before_date) is not None
