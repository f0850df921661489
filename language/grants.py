"""What somebody "got until" a day: from the officer, of an application, or to do something."""

from __future__ import annotations

import re

from language.context import Context
from language.cues import Cue, Found, Holder
from language.said_dates import DateRole, SaidDate

_GOT = re.compile(r"(?:asked|requested|wanted|hoped|said|told|got)\b")
# Who has asked for more has it from the answer, not from the border.
_ASKED_FOR = re.compile(
    r"\b(?:exten[sd]\w*|(?<!entry )records?|vr|permits?|restor\w*|renew\w*|appl\w+|approv\w*|"
    r"ircc|cic|online|visas?|e-?ta|trv|more time|another)\b",
    re.I,
)
_BORDER = re.compile(
    r"\b(?:officer|guard|agent|inspector|cbsa|customs|border|airport|stamp\w*|pen|by hand|"
    r"hand ?written)\b",
    re.I,
)
# "Got until 5 May to send the papers".
_TO_DO = re.compile(
    r"[\s,]*(?:to|for) (?:send|pay|reply|respond|answer|upload|submit|provide|give|bring|finish|"
    r"decide|show|do|prove|sign|the|my|our|docs?|documents?|papers?|proof|payment)\b",
    re.I,
)
_ON_RECORD = re.compile(
    r"\s*(?:on|in|with|by) (?:an? |my |our |the |his |her |their )?(?:\w+ ){0,2}?"
    r"(?:record|vr|permit|extension)s?\b",
    re.I,
)
# "Got until 5 May on my lease".
_ON_OTHER = re.compile(
    r"\s*(?:on|in|with|at|for) (?:an? |my |our |the |his |her |their )?(?:\w+ ){0,2}?"
    r"(?:lease|rent|apartment|room|airbnb|hotel|insurance|contract|ticket|car|job|loan|course|"
    r"school|parking)\b",
    re.I,
)
# "Asked for an interview and got 5 May".
_NO_STAY = re.compile(
    r"\b(?:appointments?|interview|hearing|slot|flights?|tickets?|seats?|rooms?|hotel|medical|"
    r"biometrics?|booking|refund|shift|job|quote|delivery)\b"
)
_PAPERS = {
    Holder.PASSPORT: DateRole.PASSPORT_EXPIRY,
    Holder.VISA: DateRole.VISA_EXPIRY,
    Holder.OTHER: DateRole.OTHER,
}


def granted(message: Context, date: SaidDate, cue: Found[Cue]) -> DateRole | None:
    """The role of the day somebody got a stay until; ``None`` where ``cue`` says no "got"."""
    if cue.kind is not Cue.WROTE or _GOT.match(cue.text) is None:
        return None
    if _TO_DO.match(message.text, date.end) or _ON_OTHER.match(message.text, date.end):
        return DateRole.OTHER
    if _NO_STAY.search(cue.text):
        return DateRole.OTHER
    before = message.text[: cue.end]
    for held in message.holders:
        if held.end == cue.start - 1 and held.kind in _PAPERS:
            return _PAPERS[held.kind]  # "the visa got until 5 June"
    asked = _ASKED_FOR.search(before) and not _BORDER.search(before)
    if asked or _ON_RECORD.match(message.text, date.end):
        return DateRole.RECORD_EXPIRY
    return DateRole.STAMP_DATE
