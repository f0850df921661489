"""A day on which somebody would file, where it is asked whether that would do."""

from __future__ import annotations

import re

from language.dates import DateForm, DateRole, SaidDate, find_dates
from language.signs import asks

HAS_FILED = re.compile(
    r"\b(?:i|we|he|she|they)(?:'ve|'s)? (?:(?:have|has|had|already|just) ){0,2}"
    r"(?:sent|applied|filed|submitted|mailed|posted|put in|asked)\b",
    re.I,
)
_FILE = (
    r"(?:send(?:s|ing)?|fil(?:e|es|ing)|submit(?:s|ting)?|appl(?:y|ies|ying)|post(?:s|ing)?|"
    r"mail(?:s|ing)?|ask(?:s|ing)? for (?:more time|an extension)|extend(?:s|ing)?|"
    r"(?:hand|put)(?:s|t?ing)? (?:(?:it|that|this) )?in)"
)
_AN_APPLICATION = (
    r"(?:(?:an?|any|the|that|this) (?:\w+ )?)?(?:application|extension|renewal|request)"
    r"(?: (?:sent|filed|submitted|posted|made|dated))?"
)
# "Can I apply when my visa ends 3 May" and "can I extend until 3 May" file on no such day.
_BEFORE = re.compile(
    rf"\b(?:{_FILE}(?: (?!to\b|till?\b|until\b|when\b|while\b|after\b|before\b|if\b|as\b|because\b|"
    rf"and\b|then\b|or\b|since\b|from\b|with\b)[\w'-]+){{0,5}}|{_AN_APPLICATION}(?: (?:on|of|by))?)"
    r"(?: the)?\s*$",
    re.I,
)
_AFTER = re.compile(rf"(?: (?!if\b|when\b)[\w'-]+){{0,4}} (?:to|for|if i|if we) {_FILE}\b", re.I)
_WOULD_DO = re.compile(
    r"\b(?:would|could|can|may|will|should|ok(?:ay)?|fine|good|all ?right|(?:in|on) time|late|"
    r"early|still|accept(?:ed)?|counts?|enough|safe|possible|allowed|works?|problem)\b",
    re.I,
)
# "Till what day can I ask for more time": no end of a stay.
_WHEN_TO_FILE = re.compile(
    r"\b(?:until|untill|till?|up to|by|before|when|what|which|how (?:late|long)|latest|"
    r"last (?:possible )?(?:day|date|moment)|deadline)\b"
    r"(?:(?! (?:stay|remain|leave|go|if|after|have|get)\b)[\w' ]){0,40}? "
    r"(?:ask(?:ing)?(?: (?:them|ircc))? for|request(?:ing)?|apply(?:ing)?(?: (?:to|for))?|"
    r"send(?:ing)?(?: in)?|fil(?:e|ing)|submit(?:ting)?|hand(?:ing)? in|put(?:ting)? in|accept) "
    r"(?:(?:an?|the|my|our|some|for|few) ){0,3}(?:\w+ )?"
    r"(?:more (?:time|months|weeks|days)|ext[ae]n[sdt]\w*|longer stay|renewal|visitor record|"
    r"prolong\w*)",
    re.I,
)
_RESTORES = re.compile(r"\brestor", re.I)
_EXTENSION = re.compile(
    r"\bext[ae]n[sdt]\w*|\bvisitor record\b|\brenew\w*|\bprolong\w*|"
    r"\bmore (?:time|months)\b|\b5708\b|\bstay(?:ing)? longer\b",
    re.I,
)
_REACH = 80
_FORMS = frozenset({DateForm.CALENDAR, DateForm.OFFSET, DateForm.WEEKDAY, DateForm.MONTH_DAY})
_ROLES = (None, DateRole.OTHER, DateRole.APPLICATION_DATE)


def is_of_extending(text: str) -> bool:
    """Whether it names the application for more time, and no other."""
    return _EXTENSION.search(text) is not None and _RESTORES.search(text) is None


def asks_when_to_file(text: str) -> bool:
    """Whether it asks by when one may ask for more time."""
    return _WHEN_TO_FILE.search(text) is not None and _RESTORES.search(text) is None


def filing_asked(text: str) -> SaidDate | None:
    """The one day on which it is asked whether to file would do: "is sending it 3 May late?"."""
    if HAS_FILED.search(text) or _RESTORES.search(text) or not _WOULD_DO.search(text):
        return None
    dates = find_dates(text)
    if len(dates) != 1 or dates[0].form not in _FORMS or dates[0].role not in _ROLES:
        return None
    start = dates[0].start
    named = _BEFORE.search(text, max(0, start - _REACH), start) or _AFTER.match(text, dates[0].end)
    return dates[0] if named and (asks(text) or "too late" in text.lower()) else None
