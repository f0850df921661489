"""What it is that ends on a date."""

from __future__ import annotations

import re

from language.context import Context
from language.cues import Cue, Found, Holder
from language.handwriting import denies_writing
from language.papers import holder_of, is_printed
from language.said_dates import DateRole, SaidDate

ROLE_OF_HOLDER = {
    Holder.PASSPORT: DateRole.PASSPORT_EXPIRY,
    Holder.VISA: DateRole.VISA_EXPIRY,
    Holder.RECORD: DateRole.RECORD_EXPIRY,
    Holder.OFFICER: DateRole.STAMP_DATE,
    Holder.OTHER: DateRole.OTHER,
}
_IT_LASTS = re.compile(r"\b(?:it|that|this|which)(?:'s| is| only| just| will| also)*\s*$", re.I)
_PASSPORT = re.compile(r"\bpassports?\b", re.I)
# "Leave by" is an officer's date where a paper from the border or their hand says it.
_LEAVE_BY = re.compile(
    r"\b(?:leave|depart|exit|(?<!run )(?<!ran )(?<!runs )out|gone|bounce)\b|^ha(?:s|ve|d)\b"
)
_MUST_LEAVE = re.compile(
    r"(?:must|ha(?:s|ve|d) to|needs? to|needed to|gotta|should|supposed to|leave|depart|exit)\b"
)
# Who "has until" or "can stay until" is a person, whatever paper was spoken of before.
_HAS = re.compile(r"ha(?:s|ve|d)\b")
_BARE_LEAVE_BY = re.compile(r"(?:depart|exit|out|gone|(?:get|be) (?:out|gone))[ -](?:by|on|no)\b")
_AT_THE_BORDER = re.compile(
    r"\b(?:officers?|guards?|agents?|inspectors?|cbsa|customs|border|scribbl\w+|hand.?wr\w+|wrote|"
    r"written|stapl\w+|slip|sheet|paper|note|circled|inked|(?:in|with|by) (?:pen|ink|hand)|"
    r"pencil\w*|sticker|secondary|inspection|booth|questioned|grilled)\b",
    re.I,
)
_NOT_BORDER = re.compile(r"\b(?:ircc|cic|visitor record|letters?|e-?mails?|refus\w+)\b", re.I)
DECIDED = re.compile(
    r"\b(?:approv\w*|granted|accepted|extension (?:came|went) through|ircc|cic)\b", re.I
)
MORE_TIME = re.compile(r"\b(?:extension|visitor record|renewal|more (?:time|months))\b", re.I)
_BY_THE_STAMP = re.compile(
    r"\s*(?:(?:per|by|on|in|from|according to|as per)\s+(?:the|my)\s+(?:entry\s+)?stamp|"
    r"(?:from|by|according to)\s+(?:the\s+|an?\s+)?(?:border\s+)?(?:officer|guard|agent|cbsa)|"
    r"[,(]?\s*(?:(?:is|was|it'?s|all|just)\s+)?(?:hand[ -]?written|by\s+hand|(?:in|with)\s+"
    r"(?:(?:blue|black|red|a)\s+)?(?:pen|ink|pencil)|written\s+(?:by|in|with)))\b",
    re.I,
)
_ITS_OWNER = re.compile(
    r"\b(?:mine|ours|his|hers|theirs)(?: (?:also|too|only|just|already|will|is|are|was)){0,2} ?$",
    re.I,
)
_STAYS = re.compile(
    r"(?<!my )(?<!our )(?<!his )(?<!her )(?<!the )"
    r"\b(?:stay|remain|live|visit)(?:s|ing)?(?: (?:here|there|in \w+))?\s+$|"
    r"\b(?:i'?m|i am|we'?re|we are|s?he'?s)(?: (?:still|here|inside|in|around|canada)){1,3}\s+$",
    re.I,
)
_MAY = re.compile(
    r"(?:can|could|may|might)\b|(?:am|are|is|i'?m|(?:we|they)'?re|s?he'?s|was|were) (?:\w+ ){0,2}"
    r"(?:allowed|permitted|authori[sz]ed|legal(?:ly)?|cleared|fine|ok(?:ay)?|safe|covered|entitled)\b"
)
# "Was allowed only until 5 May": at the border.
_WAS_ALLOWED = re.compile(
    r"(?:was|were|been|got) (?:(?:only|just) (?:allowed|permitted)|"
    r"(?:allowed|permitted)(?: (?:in|here|to stay|a stay))? (?:only|just))\b"
)
# An order of removal ends no stay that was granted.
_REMOVAL = re.compile(
    r"\b(?:removal|deport\w+|exclusion|departure)"
    r"(?: (?:papers?|letter|notice|orders?|document|sheet|date))\b",
    re.I,
)
_OVER = re.compile(r"(?:is|was|are|were|be|been|'s) (?:\w+ )?(?:up|over|done|finished)$")
# "Is it counted from the last day? Mine is 5 June": which day was asked about.
_MINE = re.compile(r"mine\b")
_LAST_DAY = re.compile(
    r"\b(?:last|final) (?:legal )?day\b(?! (?:of|at) (?:work|school|class|my job))|"
    r"\b(?:end|expiry) (?:date )?of (?:the |my |a |your )?(?:stay|status|record)\b|"
    r"\b(?:stay|status|record) (?:ends?|expires?|runs? out)\b",
    re.I,
)
# "The treatment ends 5 June", "the fast finishes 5 June": some other thing does, named before it.
_ENDS_ITSELF = re.compile(r"(?:end|finish|conclud|terminat|cease)\w*(?: on)?$")
_OTHER_THING = re.compile(
    r"(?:^|[,;:(.]\s*|\b(?:and|but|because|so|until|when|that|if|while|my|our|his|her|their|the|this|"
    r"an?)\s+)(?:(?:world|free|phone|radio|chemo|cancer|summer|spring|winter|fall|old|new|big|last|"
    r"first|second|whole|little) )?(?!(?:stay|status|time|it|that|this|which|period|permission|"
    r"mine|ours|hers|his|theirs|allow\w+|valid\w*|visit|stamp|entry|author\w+|leave|limit|all|"
    r"everything|date|paper\w*|exten\w+|months?|weeks?|days?|years?|visa|passport|record|permit|"
    r"vr|trv|eta|one|document|legal\w*|deadline|clock|count\w*|what|who|i|we|he|she|they|stays?|"
    r"and|or|first|second|last|both|tourist|visitor|card|letter|sheet|slip|restor\w+|maintain\w*|"
    r"implied|will|would|should|must|does|do|did|is|was|has|officers?|canada|today|tomorrow|now|"
    r"then|original|previous|former|current|official|exact|"
    r"legal|early|real|actual|sta\w+|mom|mum|dad|overstay\w*|may|might|can|could|tr|half|rest|trip)\b)"
    r"[a-z]{3,}(?: (?:will|would|only|just|also|already|actually|should))?\s+$",
    re.I,
)
_BEGAN = re.compile(
    r"\b(?:start(?:s|ed|ing)?|began|begins?)\b(?!.*\b(?:stay|status|visit|record|permit|period|time)\b)"
    r"[^.?!;]{0,50}(?:\band|,|\bthen)(?: (?:it|he|she|they|will|then))* ?$",
    re.I,
)
# "The agent told me you can stay until 5 June".
_TOLD_BY = re.compile(
    r"\b(?:officers?|guards?|agents?|inspectors?|cbsa|customs) (?:at (?:the )?\w+ )?"
    r"(?:just |only )?(?:said|says?|told|let|lets)\b[^.?!;]{0,40}$",
    re.I,
)
# "Came 5 June, was told I have to go by 9 July": at the border.
_CAME_AND_WAS_TOLD = re.compile(
    r"\b(?:c[ao]me|arriv\w+|entered|landed|crossed|flew in|got (?:in|here))\b[^.?!;]{0,40}"
    r"(?:,|\b(?:and|but|then))(?: (?:i|we|he|she|they|was|were|got|been|just|only|then)){0,4} "
    r"told\b(?! by (?!the |an |customs|cbsa|immigration|officers?))[^.?!;]{0,30}$",
    re.I,
)


def ending(message: Context, date: SaidDate, cue: Found[Cue], start: int) -> DateRole | None:
    """The role of the day on which what the words name ends."""
    holder = holder_of(message, date, cue, start)
    said_by_it = _BY_THE_STAMP.match(message.text, max(cue.end, date.end))
    if said_by_it and holder in (None, Holder.RECORD):
        holder = Holder.OFFICER
    stays = _MAY.match(cue.text) or _STAYS.search(message.sentence_before(cue.start))
    # "My passport has until 5 June" is about the passport itself.
    has = _HAS.match(cue.text) and not any(h.end == cue.start - 1 for h in message.holders)
    if (has or stays) and holder in (Holder.PASSPORT, Holder.VISA):
        holder = None
    if _MUST_LEAVE.match(cue.text) and holder in (Holder.PASSPORT, Holder.VISA):
        holder = None  # "must leave by" is about the person, whatever paper says it
    unnamed = holder in (None, Holder.OFFICER) or _MAY.match(cue.text)
    before = message.sentence_before(cue.start)
    if unnamed and (_TOLD_BY.search(before) or _CAME_AND_WAS_TOLD.search(before)):
        return DateRole.STAMP_DATE
    if holder in (None, Holder.RECORD) and _LEAVE_BY.search(cue.text):
        first = message.sentence_start(min(cue.start, date.start))
        last = message.sentence_end(max(cue.end, date.end))
        said = message.text[first:last]
        if _REMOVAL.search(said):
            return DateRole.OTHER
        if _AT_THE_BORDER.search(said) and not _NOT_BORDER.search(said):
            paper = holder is Holder.RECORD and is_printed(said)
            return DateRole.RECORD_EXPIRY if paper else DateRole.STAMP_DATE
        if holder is None and _BARE_LEAVE_BY.match(cue.text):
            return None
    of_it = holder is Holder.OFFICER and _IT_LASTS.search(message.sentence_before(cue.start))
    if of_it and denies_writing(message.text[: cue.start]):
        # "Nothing written in my passport, and it is good to 5 June": no officer's date.
        return _of_paper_named(message, cue.start)
    if holder is None and cue.start < date.start and _ENDS_ITSELF.match(cue.text):
        before = message.sentence_before(cue.start)
        if _OTHER_THING.search(before) or _BEGAN.search(before):
            return DateRole.OTHER
    its_owner = _ITS_OWNER.search(message.sentence_before(cue.start))
    if holder in (None, Holder.RECORD) and _WAS_ALLOWED.match(cue.text):
        asked = DECIDED.search(message.text) or MORE_TIME.search(message.text)
        return DateRole.RECORD_EXPIRY if asked else DateRole.STAMP_DATE
    if _MINE.match(cue.text) and _LAST_DAY.search(message.text, 0, cue.start):
        return DateRole.RECORD_EXPIRY if holder in (None, Holder.RECORD) else None
    if holder is None and (its_owner or cue.text.startswith("mine")) and not _OVER.match(cue.text):
        return None  # "mine says 5 June", "hers ends 5 June": which paper does?
    return DateRole.RECORD_EXPIRY if holder is None else ROLE_OF_HOLDER[holder]


def _of_paper_named(message: Context, before: int) -> DateRole | None:
    """The end of the one paper named ``before``; ``None`` where none or several are."""
    named = {one.kind for one in message.holders if one.end <= before} - {Holder.OFFICER}
    if not named and _PASSPORT.search(message.text, 0, before):
        return DateRole.PASSPORT_EXPIRY  # where nothing was written is no holder
    return ROLE_OF_HOLDER.get(named.pop()) if len(named) == 1 else None
