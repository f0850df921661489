"""The role a cue gives a date."""

from __future__ import annotations

import re

from language.context import Context
from language.cues import Cue, Found
from language.endings import DECIDED, MORE_TIME, ROLE_OF_HOLDER, ending
from language.filed import is_of_another_thing
from language.grants import granted
from language.handwriting import denies_before, denies_writing, told_beside
from language.officers import is_day_of_writing, is_what_was_done
from language.papers import handed_over
from language.said_dates import DateForm, DateRole, SaidDate

_ROLE_OF = {
    Cue.ENTRY: DateRole.ENTRY_DATE,
    Cue.LEFT: DateRole.LEFT_CANADA_ON,
    Cue.APPLIED: DateRole.APPLICATION_DATE,
    Cue.RESTORED: DateRole.RESTORATION_DATE,
    Cue.DECIDED: DateRole.DECISION_DATE,
    Cue.BIOMETRICS: DateRole.BIOMETRICS_DATE,
    Cue.WROTE: DateRole.STAMP_DATE,
    Cue.OTHER: DateRole.OTHER,
}
_RESTORATION = re.compile(r"\brestor", re.I)
_DECISION_ON = re.compile(
    r"(?<!\bno )(?<!\bany )(?<!for an )(?<!for the )(?<!for a )"
    r"\b(?:refusal|denial|rejection|decision|answer|reply|response|result|outcome|verdict)"
    r"(?: (?:letter|notice|e-?mail|mail))? (?:of|on|for|to|about|regarding|concerning) "
    r"(?:(?:my|our|the|his|her|their|this|that|an?) )?(?:(?!that|which)\w+ ){0,2}?"
    r"(?:was|were|got|has been|had been)(?: (?:just|only|finally))?$",
    re.I,
)
_IT = re.compile(r"\bit\b", re.I)
_STAMP_CODE = re.compile(
    r"[0-9]{1,2}[ -]?[a-z]{2}[ -]?[0-9]{2,4}$|[0-9]{4}[ -][a-z]{2}[ -][0-9]{1,2}$", re.I
)
_NOTHING_WRITTEN = re.compile(
    r"\b(?:no|not|nothing|never|without|none|w/o)\b[^.?!]{0,20}\b(?:hand|wr[io]t|pens?\b|inks?\b)|"
    r"\b(?:round|entry) stamp|\bnothing (?:else|more)\b|\bno other (?:date|note)",
    re.I,
)
_LEAVING = re.compile(r"\b(?:leave|depart|exit|out|gone|go)$")
# "The officer said see you in January" gives no day to leave by.
_SAID = re.compile(r"\b(?:said|says)$")
_SAID_ON = re.compile(
    r"[\s:,\"'(]*(?:\b(?:i|we|he|she|it|that|my|to|you|must|can|could|may|should|need|have|stay|"
    r"remain|is|was|be|leave|go|depart|exit|out|gone|back|home|by|until|untill|till?|up|on|before|"
    r"the|only|just|valid|good|ok|fine|legal|allowed|here|canada|date|last|day)\b[\s:,\"'(]*)*",
    re.I,
)
# "They want me out by 5 June" is no officer's where somebody else is spoken of.
_WANTS_OUT = re.compile(r"they (?:\w+ )?(?:want|expect)")
_OTHERS = re.compile(
    r"\b(?:refus\w+|reject\w+|ircc|cic|land ?lord|land ?lady|room ?mates?|hosts?|owners?|hotel|"
    r"airbnb|tenants?|lease|rent|boss|parents|in-?laws|family|school|residence|hostel)\b",
    re.I,
)
# What was given after an application was decided is a new end of stay, no officer's writing.
_GIVEN = re.compile(r"\b(?:gave|give|given|grant|allow|authori|let)", re.I)
# "They gave my mother a visa until 5 June".
_A_VISA = re.compile(
    r"(?:\w+ )?(?:gave|give|given|granted|issued)(?: (?!on\b|in\b|under\b|by\b|with\b)\w+){0,4}? "
    r"(?:visas?|e-?ta|trv)\b",
    re.I,
)
_RECORD_GIVES = re.compile(
    r"\b(?:vr|record|extension|permit|renewal)\s+(?:\w+\s+)?$|"
    # "The sheet in my passport gives until 5 June".
    r"\b(?:paper|sheet|letter|slip|document|form)\s+(?:(?:in|inside|on|with|from)(?:\s+\w+){1,3}\s+)?"
    r"(?:(?:only|just)\s+)?$",
    re.I,
)
_VISA_IS = re.compile(
    r"\b(?:visa|e-?ta|trv)s?\s+(?:(?:was|is|were|been|only|just|has)\s+){0,3}$", re.I
)
_OFFICER = re.compile(r"\b(?:officer|guard|agent|inspector|cbsa|customs|border|airport)\b", re.I)
# "The stamp from 5 June" was put there then.
_DATED = re.compile(r"\s*(?:(?:is|was) )?(?:(?:from|dated|of)|(?<=was )on)\s+(?:the\s+)?", re.I)
# "Two stamps, 5 June and 9 July" are of two entries.
_LISTED = re.compile(r"[\s,:–-]*(?:(?:from|of|on)\s+)?(?:the\s+)?", re.I)
# "Stamped with 5 June": what the stamp shows, not when it was put there.
_WITH = re.compile(r"\s*(?:it\s+)?(?:with|as)\s+(?:the\s+)?(?:date\s+)?(?:of\s+)?", re.I)
# "Three months from 5 June" begin then, and "before 5 June" is some other day.
_COUNTED_FROM = re.compile(
    r"\b(?:years?|mon?ths?|mos?|weeks?|days?)\s+(?:counting\s+|starting\s+)?(?:from|since|as of)\s+"
    r"(?:the\s+)?$",
    re.I,
)
_COUNTS_FROM = re.compile(
    r"\b(?:count\w*|calculat\w*|start\w*|begin\w*|run\w*|months?|weeks?|days?) (?:\w+ )?"
    r"(?:from|since|at|on|with) (?:the |my |our |his |her )?$",
    re.I,
)
_NOT_ON = re.compile(
    r"\s*(?:canada\s+|here\s+)?(?:sometime\s+)?(?:before|after)\s+(?:the\s+)?",
    re.I,
)
_BY = re.compile(r"\s*(?:canada\s+|here\s+)?(?:by|no later than)\s+(?:the\s+)?", re.I)
# "Valid from 4 June": what follows "to" is when it ends.
_VALID = re.compile(
    r"valid|good|allowed|permitted|authori|visa|record|permit|status|stay|letter|paper|document|slip|"
    r"sheet"
)
# "The letter is dated 4 June" tells when it was written.
_FROM = re.compile(
    r"\s*(?::\s*)?(?:from|starting|beginning|as of|dated|issued(?: on)?)\s+(?:the\s+)?", re.I
)
_RUNS_OUT = frozenset({Cue.ENDS, Cue.UNTIL, Cue.WROTE, Cue.STAMP})
_REACH = 80


def role_of(message: Context, date: SaidDate, cue: Found[Cue], start: int) -> DateRole | None:
    """The role ``cue`` gives ``date``; ``None`` where the words may mean the person's own plan."""
    between = message.text[cue.end : date.start]
    if cue.kind in _RUNS_OUT and _COUNTED_FROM.search(between):
        return None
    if cue.kind is Cue.ENDS and _VALID.match(cue.text) and _FROM.fullmatch(between):
        return DateRole.OTHER
    if cue.kind is Cue.ENDS and _COUNTS_FROM.search(message.sentence_before(cue.start)):
        return None
    if cue.kind is not Cue.OTHER and _NOT_ON.fullmatch(between):
        # A day that is told only roughly is asked for in any case.
        rough = date.form is DateForm.INCOMPLETE
        if not rough and not (cue.kind is Cue.WROTE and _LEAVING.search(cue.text)):
            return None
    if cue.kind is Cue.ENTRY and _BY.fullmatch(between):
        return None  # until when one may enter
    if cue.kind is Cue.WROTE and _SAID.search(cue.text) and not _SAID_ON.fullmatch(between):
        return None
    if cue.kind is Cue.WROTE and _WANTS_OUT.match(cue.text) and _OTHERS.search(message.text):
        return None
    paper = handed_over(cue.text, between) if cue.kind is Cue.WROTE else None
    if paper is None and (got := granted(message, date, cue)) is not None:
        return got
    if cue.kind is Cue.STAMP and date.form is DateForm.INCOMPLETE:
        return None  # a stamp shows a day; a month alone is said of something else
    told_of_officer = cue.kind in (Cue.STAMP, Cue.WROTE)
    if told_of_officer and is_day_of_writing(message.sentence_before(date.start)):
        return DateRole.ENTRY_DATE
    if cue.kind is Cue.STAMP:
        if _DATED.fullmatch(between):
            return DateRole.ENTRY_DATE
        if cue.text == "stamped" and _WITH.fullmatch(between):
            return DateRole.STAMP_DATE
        told = told_beside(message.text, date.start)
        plain = _STAMP_CODE.match(date.text) or _NOTHING_WRITTEN.search(told)
        listed = cue.text == "stamps" and _LISTED.fullmatch(between)
        of_entry = plain or listed or cue.text == "stamped" or denies_writing(told)
        return DateRole.ENTRY_DATE if of_entry else DateRole.STAMP_DATE
    if cue.kind in (Cue.ENDS, Cue.UNTIL):
        return ending(message, date, cue, start)
    denied = denies_before(message.text[date.end : cue.start])
    if cue.kind is Cue.WROTE and (denied or is_what_was_done(message.text, date, cue)):
        return None
    before = message.sentence_before(cue.start)
    visa = _A_VISA.match(message.text, cue.start, date.start) or _VISA_IS.search(before)
    if cue.kind is Cue.WROTE and visa:
        return DateRole.VISA_EXPIRY
    if paper is not None:
        return ROLE_OF_HOLDER[paper]
    if cue.kind is Cue.WROTE and _GIVEN.search(cue.text):
        given = MORE_TIME.search(message.text, cue.start, date.start)
        if given or _RECORD_GIVES.search(before):
            return DateRole.RECORD_EXPIRY
        said = message.text[max(0, cue.start - _REACH) : date.start]
        if DECIDED.search(said) and not _OFFICER.search(said):
            return DateRole.RECORD_EXPIRY
    if cue.kind is Cue.APPLIED and is_of_another_thing(cue.text, between):
        return None
    done = f"{message.sentence_before(cue.start)}{cue.text}".removesuffix(" on")
    if cue.kind is Cue.APPLIED and _DECISION_ON.search(done.rpartition(" ")[0]):
        return DateRole.DECISION_DATE  # "refusal of my extension was e-mailed on 5 June"
    if cue.kind is Cue.APPLIED:
        # "My restoration was refused, I applied for it on 9 September".
        of_it = _IT.search(message.text, cue.start, date.start)
        first = message.sentence_start(cue.start) if of_it else cue.start
        if _RESTORATION.search(message.text, first, date.start):
            return DateRole.RESTORATION_DATE
    return _ROLE_OF[cue.kind]
