"""The day an answer was sent, told apart from the day on which it was read."""

from __future__ import annotations

import re

from language.dates import DateForm, SaidDate, find_dates

_LETTER = (
    r"(?:letter|e-?mail|mail|message|notice|notification|decision|refusal|answer|reply|portal|account|"
    r"inbox|document|pdf|ircc|gckey)"
)
_SENT = (
    r"(?:dated|sent|issued|made|posted|uploaded|delivered|written|signed|c[ao]me|arrived|landed|"
    r"(?:was |is )(?:already )?(?:there|in)|from|says?|said|shows?|reads?|goes back to)"
)
_FILLING = r"(?:[,:]? ?(?:it|me|us|her|him|out|in|already|to|of|back|on|the|as|about|a)\b){0,5}\s*"
_OF_LETTER = re.compile(
    rf"\b{_LETTER}\b(?: [\w']+){{0,4}}? {_SENT}{_FILLING}$|"
    rf"\b(?:date|day) (?:on|of|in) (?:(?:the|that|my|her|his|our) )?(?:\w+ )?{_LETTER}"
    rf"(?: itself)?(?: is| was|:){_FILLING}$",
    re.I,
)
# "It was sent 5 May" may be of the application, unless the reading of it is told apart.
_OF_IT = re.compile(
    rf"\b(?:it|that|this|they|which|one)\b(?: [\w']+){{0,3}}? {_SENT}{_FILLING}$", re.I
)
_DATED = re.compile(r"\b(?:it|they|that)\b[^.?!;]*\b(?:dated|issued|sent (?:it|that|the))\b", re.I)
_READ = re.compile(
    r"\b(?:open(?:ed)?|read|saw|seen|see|notic(?:e|ed)|found|discovered|looked|checked)\b", re.I
)
_ON_LETTER = re.compile(
    rf"\s*(?:is|was) (?:the (?:date|day) (?:on|of|in)|on|what) (?:the |that |my |her |his |our )?"
    rf"(?:\w+ )?{_LETTER}\b|\s*(?:is|was) when (?:they|ircc|it)\b",
    re.I,
)
_ANOTHER = re.compile(
    r"\b(?:receipts?|confirmation|stamps?|stamped|passports?|visas?|permits?|visitor record|"
    r"submission|biometrics?|fingerprints?|if|would|will)\b",
    re.I,
)
_ANOTHERS = re.compile(rf"\b(?:my|our) (?P<name>\w+)['’]s (?:\w+ )?{_LETTER}\b", re.I)
# "Was the e-mail sent 5 May?" asks; "it was sent 5 May but I read it late, which counts?" tells.
_ASKS = re.compile(
    r"\W*(?:(?:and|but|so|ok(?:ay)?|or)\W+)*(?:was|were|is|are|did|does|do|has|have|should|could|can)\b",
    re.I,
)
_REST_OF_CLAUSE = re.compile(
    r"[^,.;:?!\n]{0,80}?(?= (?:but|and|so|though|although|while|yet)\b|[,.;:?!\n]|$)"
)
_REACH = 70


def day_sent(text: str, person: str | None) -> SaidDate | None:
    """The day on which a letter to the ``person`` talked of is said to be dated, or sent.

    "I only read it yesterday, the e-mail is dated 5 May". What is supposed or asked tells
    nothing, and nothing that a receipt or another paper shows.
    """
    others = _ANOTHERS.search(text)
    if _ANOTHER.search(text) or (others and others["name"].lower() != person):
        return None
    sent = [date for date in find_dates(text) if _is_sent(text, date)]
    return sent[0] if len(sent) == 1 else None


def _is_sent(text: str, date: SaidDate) -> bool:
    if date.form not in (DateForm.CALENDAR, DateForm.DAY, DateForm.INCOMPLETE, DateForm.OFFSET):
        return False
    before = text[max(0, date.start - _REACH) : date.start]
    sentence = re.split(r"[.;!?\n]", before)[-1]
    rest = _REST_OF_CLAUSE.match(text, date.end)
    if _ASKS.match(sentence) or (rest and text[rest.end() : rest.end() + 1] == "?"):
        return False
    said = _OF_LETTER.search(sentence) or _ON_LETTER.match(text, date.end)
    it = _OF_IT.search(sentence)
    told_apart = _READ.search(text[: date.start]) or _READ.search(text, date.end)
    return bool(said or (it and (told_apart or _DATED.match(it[0]))))
