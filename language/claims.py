"""Whether the words claim a date for a role, or only ask, guess, plan or tell of another."""

from __future__ import annotations

import re

from language.arrivals import is_only_written, role_of_a_thing
from language.booth import is_order_doubted, names_officer
from language.context import Context
from language.cues import Cue, Found, Holder
from language.decisions import is_of_other_application
from language.earlier_stays import is_of_earlier, was_last_time
from language.guesses import is_end_asked, is_granted, is_refused, is_vouched
from language.leavings import leaving_claimed
from language.officers import is_day_to_file, is_of_a_trade
from language.returns import (
    is_return_to_come,
    is_supposed_return,
    tells_first_time,
    tells_leaving,
)
from language.said_dates import DateForm, DateRole, SaidDate, Tense
from language.standing import tells_no_arrival
from language.tenses import DONE, ENDS_OF_STAY, EXPIRIES, IS_BACK
from language.wishes import is_for_a_purpose, is_to_come, is_wished

_ASKED = re.compile(
    r"\b(?:is|was|does|do|would|will)(?: \w+){0,3}\s*$|"
    r"\b(?:can|could|may|should)(?: \w+){1,4}\s*$",
    re.I,
)
# "My stay was finish 5 June, can I travel?" asks of something else.
_ITS_STAY_IS = re.compile(
    r"(?:^|[.!;,]\s*|\b(?:and|but|because|cause|since)\s+)(?:my|our|his|her|their) "
    r"(?:\w+ ){0,2}(?:stay|status|time|months?|record|permit|visa) (?:is|was|has|are|were)"
    r"(?: (?:already|now|only))?\s*$",
    re.I,
)
_ASKED_OUTRIGHT = re.compile(
    r"(?:so|and|then|ok|hi|hey|hello|please|but|[\s,])*"
    r"(?:is|was|are|am|would|does|do|did|must|should|can|could|will) "
    r"(?:it|that|this|my|our|the|i|we|he|she|they|his|her|their)\b[^,;:]{0,25}$",
    re.I,
)
_HEARSAY = re.compile(
    r"\b(?:google|chatgpt|bot|calculator|website|site|internet|friends?|lawyer|consultant|someone|"
    r"somebody|people|everyone|reddit|forum|cousin|you) (?:\w+ ){0,2}?(?:sa(?:y|ys|id)|"
    r"tells?|told|thinks?|wrote|claims?|believes?|insists?|swears?)\b|"
    r"\b(?:keeps?|kept) (?:on )?(?:telling|saying|insisting)\b|"
    r"\b(?:i|we) (?:\w+ )?(?:think|thought|guess|guessed|believe[ds]?|assumed?|suppose|reckon|"
    r"figured?|calculated?)\b|"
    r"\b(?:everyone|everybody|he|she|they|my \w+) (?:\w+ )?"
    r"(?:thought|believed|assumed|figured|(?:think|believe|assume|guess|suppose)s?)\b|"
    r"\b(?:was|were) (?:\w+ )?(?:sure|certain|convinced|positive|under the impression)\b|"
    r"\b(?:so|therefore|that means|meaning) (?:i|we|he|she|they|(?:my|our) \w+)\b"
    r"(?!'ve| have| had| should| was| were| over| lost)|"
    r"\b(?:my|a|some) (?!officer|visa|passport|stamp|record|permit|letter|status|document|ppt|"
    r"paper)"
    r"\w+ (?:says?|said|told|thinks)\b|"
    r"\bin my (?:opinion|head)\b|"
    # "What must I do if my time is up 5 May?" supposes nothing.
    r"\bwhat if (?:\w+ ){0,3}$|"
    r"\bif (?!(?:my|our|his|her|their) |(?:i|we|he|she|they)(?:'m|'re|'s| am| are| is)\b)"
    r"(?:\w+ ){0,3}$",
    re.I,
)
_MAY_STAY = re.compile(r"(?:can|could|may|might)\b", re.I)
_CLAUSE = re.compile(r"[,;:]|\b(?:but|and|because|cause|although|though|while|whereas)\b", re.I)
_TAG = re.compile(r"[\s,]*(?:right|correct|yes|no|ok|then)?\s*", re.I)
# "So I was supposed to go 3 November right... what now?"
_TAGGED = re.compile(r"[\s,]*(?:right|correct)\s*(?:\.|…|!|$)", re.I)
_IS_LEGAL = re.compile(
    r"(?:am|are|is|i'?m|(?:we|they)'?re|s?he'?s) (?:\w+ ){0,2}"
    r"(?:allowed|permitted|legal(?:ly)?|fine|ok(?:ay)?|safe|covered)\b"
)
_STAY_ITSELF = re.compile(r"(?:my |our |the )?stay\b", re.I)
_I_THINK = re.compile(
    r"[^.?!;:]{0,25}?\b(?:i|we) (?:think|guess|believe|suppose|assume)\b",
    re.I,
)
_DOCUMENT = re.compile(r"(?:date of )?exs?p|valid|lapse", re.I)
# "I was going to arrive 4 June" tells of another day than the one of arriving.
_NOT_DONE = re.compile(
    r"\b(?:was|were) (?:\w+ )?(?:going|supposed|meant|due|scheduled|planning|hoping|booked)\b"
    r"[^,;.]{0,12}$|\bshould(?:'ve| have) $",
    re.I,
)
# "I cross every week since May" tells of no one entry.
_HABIT = re.compile(r"\b(?:every|each|many|several|multiple|often|regularly)\b", re.I)
_DAY_ONE = re.compile(r"(?:day (?:one|1)|(?:first|1st) day)\b")
_HELD = re.compile(r"\b(?:detention|custody|jail|prison|hospital)\b", re.I)
_AGAIN = re.compile(r"back|return|re.?ent", re.I)
# "Can I come again 5 June": asked, where "I will land again 5 June" supposes it.
_MAY_AGAIN = re.compile(
    r"\b(?:can|could|may|might|(?:able|allowed|ok|okay|fine|possible|safe) to)\b"
    r"[^.?!;]{0,40}\bagain\b",
    re.I,
)
# "It expired 5 June but I have renewed it": the paper that is held now is another.
_OF_PAPERS = frozenset({DateRole.PASSPORT_EXPIRY, DateRole.VISA_EXPIRY})
_RENEWED = re.compile(
    r"[\s,;]*(?:\b(?:so|but|and|then)\b )?(?:i|we|he|she|they)(?:'ve|'s)?"
    r"(?: (?:have|has|already|just)){0,2} "
    r"(?:renewed|replaced|(?:got|have|has) a new (?:one|passport|visa))\b",
    re.I,
)
# "I send it today" is done today or only meant to be.
_PRESENT_FORM = re.compile(r"(?:ap{1,2}ly|send|submit|file)\b", re.I)
# "They returned my application ..., returned 5 May": it came back, nobody did.
_RETURNED = re.compile(r"(?:was |got |and )?returned\b", re.I)
_SENT_BACK = re.compile(
    r"\breturned (?:it|my|our|the|his|her)\b|"
    r"\b(?:application|forms?|package|ext\w+) (?:\w+ ){0,2}returned\b|\breturned as\b",
    re.I,
)
_LEARNT = re.compile(r"\b(?:read|saw|seen|opened|noticed|found|checked)\b[^,.;]{0,30}$", re.I)
# "I booked biometrics for 2 December": nobody has given them yet.
_BOOKED = re.compile(r"\b(?:booked|scheduled|appointment|invited|slot)\b[^.;!?,]{0,20}$", re.I)


def claimed(
    told: Context,
    date: SaidDate,
    cue: Found[Cue],
    role: DateRole,
    tense: Tense | None,
    holder: Holder | None,
) -> DateRole | None:
    """The role, ``OTHER`` where the words claim no fact, ``None`` where that is unsure."""
    before = told.sentence_before(cue.start)
    between = told.text[cue.end : date.start]
    ahead = date.form is DateForm.OFFSET and date.text[:3].lower() == "in "
    today_on = date.form is DateForm.OFFSET and (date.amount or 0) >= 0
    if ahead and role not in EXPIRIES:
        # "Come twice in 6 months" tells a span of time.
        return role if role is DateRole.OTHER else None
    if role in ENDS_OF_STAY and is_of_a_trade(before + cue.text):
        return DateRole.OTHER
    if role is DateRole.STAMP_DATE and is_day_to_file(told.text, date.end):
        return DateRole.OTHER
    if role in ENDS_OF_STAY and is_wished(before, cue, between):
        return DateRole.OTHER
    if role in ENDS_OF_STAY and is_for_a_purpose(cue.text, told.text, date.end):
        return DateRole.OTHER
    if role in ENDS_OF_STAY and is_refused(told.text, date.end):
        return DateRole.OTHER
    if role is DateRole.RECORD_EXPIRY or (role is DateRole.STAMP_DATE and cue.kind is Cue.ENDS):
        return _stay_claimed(told, date, cue, role, holder)
    if role is DateRole.STAMP_DATE and was_last_time(told.text, date.start, date.end):
        return DateRole.OTHER
    if role in (DateRole.ENTRY_DATE, DateRole.LEFT_CANADA_ON):
        before_date = told.sentence_before(date.start)
        if is_of_earlier(told.text, before_date, cue.text, date.start, date.end):
            return DateRole.OTHER
    if role is DateRole.ENTRY_DATE and _RETURNED.match(cue.text) and _SENT_BACK.search(told.text):
        return DateRole.DECISION_DATE
    if role is DateRole.ENTRY_DATE:
        decided = any(other.kind is Cue.DECIDED for other in told.cues)
        if thing := role_of_a_thing(before, cue.text, decided):
            return thing
    if role in (DateRole.ENTRY_DATE, DateRole.APPLICATION_DATE) and is_only_written(before):
        return DateRole.OTHER
    if role in _OF_PAPERS and _RENEWED.match(told.text, date.end):
        return DateRole.OTHER
    if role is DateRole.ENTRY_DATE and _HABIT.search(between):
        return DateRole.OTHER
    if role is DateRole.ENTRY_DATE and _DAY_ONE.match(cue.text) and cue.start < date.start:
        # "Is day one the 2nd or the 3rd?" asks how it is counted.
        end = told.sentence_end(date.end)
        if told.text[end : end + 1] == "?" and _ASKED.search(before):
            return DateRole.OTHER
    if role is DateRole.ENTRY_DATE and tells_no_arrival(told.text, cue.start, date.end, cue.text):
        return None
    back = is_return_to_come, is_supposed_return
    planned = any(told_as(told.text, cue.start, cue.text) for told_as in back)
    if role is DateRole.ENTRY_DATE and (
        planned or _NOT_DONE.search(before) or _HELD.search(cue.text)
    ):
        return DateRole.OTHER
    if role is DateRole.STAMP_DATE and date.form is DateForm.OFFSET and (date.amount or 0) <= 0:
        return DateRole.OTHER  # "gave me a paper this morning" tells when, not until when
    if role is DateRole.LEFT_CANADA_ON:
        return leaving_claimed(before, cue, told.text[cue.end : date.start])
    if role is DateRole.DECISION_DATE and (_LEARNT.search(before) or _LEARNT.search(between)):
        return DateRole.OTHER  # "I only read the refusal on 5 May": the day it was sent counts
    booked = role is DateRole.BIOMETRICS_DATE and _BOOKED.search(before)
    if booked or (role in DONE and is_to_come(before, cue, between)):
        return DateRole.OTHER
    if cue.kind in (Cue.APPLIED, Cue.DECIDED) and is_of_other_application(
        told.text[max(told.sentence_start(cue.start), cue.start - 60) : cue.end],
        told.text[cue.end : min(told.sentence_end(date.end), max(cue.end, date.end + 30))],
    ):
        return DateRole.OTHER
    if role is DateRole.APPLICATION_DATE and _PRESENT_FORM.match(cue.text) and today_on:
        return DateRole.OTHER
    # A return still planned, or only a month of travel, is no date of entry yet.
    asked_again = _MAY_AGAIN.search(before + cue.text + between)
    again = (_AGAIN.search(cue.text) or asked_again) and not IS_BACK.match(cue.text)
    vague = date.form is DateForm.INCOMPLETE or again
    to_come = tense is Tense.FUTURE or (tense is Tense.REPORTED and again)
    gone = tells_first_time(told.text, cue.start) or tells_leaving(before)
    to_come = to_come and not (tense is Tense.REPORTED and gone)
    if role is DateRole.ENTRY_DATE and to_come and vague:
        return DateRole.OTHER
    return role


def _stay_claimed(
    told: Context, date: SaidDate, cue: Found[Cue], role: DateRole, holder: Holder | None
) -> DateRole | None:
    """An end of stay, unless asked, guessed or heard, or of some paper that is not named."""
    before = told.sentence_before(cue.start)
    end = told.sentence_end(date.end)
    if cue.start >= date.end and told.text[cue.end : cue.end + 1] == "?":
        return DateRole.OTHER  # "4 December (end?)"
    if is_vouched(before, told.text[date.end : end], told.text[end:]):
        return role
    if holder in (None, Holder.OFFICER) and is_order_doubted(before + cue.text):
        return DateRole.STAMP_DATE if names_officer(told.text) else DateRole.OTHER
    asked = _ASKED.search(before) and not is_granted(before + cue.text)
    asked = asked and not _ITS_STAY_IS.search(before)
    asked = asked and cue.start < end  # "... 4 December? That is when my stay ends" tells it
    if told.text[end : end + 1] == "?" and asked:
        return DateRole.OTHER
    before_date = told.sentence_before(date.start)
    if is_end_asked(before, cue.text, before_date, date.start < cue.start < end):
        return DateRole.OTHER
    doubted = told.text[end : end + 1] == "?" and _TAG.fullmatch(told.text, date.end, end)
    doubted = doubted or _TAGGED.match(told.text, date.end)
    if doubted and (_STAY_ITSELF.match(cue.text) or _IS_LEGAL.match(cue.text)):
        return DateRole.OTHER  # "so my stay is till 3 May, right?": no paper says it
    if holder is None or _MAY_STAY.match(cue.text):
        if _DOCUMENT.match(cue.text):
            return None
        if _ASKED_OUTRIGHT.match(before + cue.text):
            return DateRole.OTHER
        clause = _CLAUSE.split(told.sentence_before(min(cue.start, date.start)))[-1]
        if doubted or _HEARSAY.search(clause) or _I_THINK.match(told.text, max(date.end, cue.end)):
            return DateRole.OTHER
    return role
