"""What a person only supposes: "what if my passport ended in March?"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from language.dates import DateForm, DateRole, ExactDate, SaidDate, Tense, find_dates, resolve
from language.days_put import OTHERWISE, day_put
from language.shifts import SHIFT

_HOPED = (
    r"with (?:(?:a bit of|a little|any|some|good|bad) )?luck|hopefully|"
    r"if (?:i'?m|we'?re) (?:un)?lucky|"
    r"(?:i|we)(?:'m|'re| am| are)? (?:really |only |just )?(?:hop(?:e|ing)|fear|afraid|worried|"
    r"dread|pray|bet|guess|expect)|"
    r"(?:my|our|the) (?:\w+ )?(?:hope|fear|worry|dream|nightmare|bet|guess) is"
)
_DECIDED = r"(?:approved|granted|extended|accepted|refused|denied|rejected)"
# What they have not done yet: "they grant it"; "they granted it" is told.
_MAY_DECIDE = (
    r"(?:(?:will|'?ll|may|might|would|could) (?:\w+ ){0,2})?"
    r"(?:approves?|grants?|extends?|accepts?|refuses?|den(?:y|ies)|rejects?|says? (?:yes|no)|"
    rf"(?:is|gets?|are|comes back|be) {_DECIDED})"
)
# "If" opens a supposition where it begins a message or a clause that begins like one.
_SUPPOSES = re.compile(
    r"(?:^|[.?!;,]\s*|\b(?:and|but|so|then|also|or|ok|okay|hmm+|well|cool|right)[\s,]+)"
    r"(?:what (?:if|happens if|when)|how (?:about|bout) if|(?:even )?if|even when|suppos(?:e|ing)|"
    r"assum(?:e|ing)|"
    r"(?:(?:other|another|new|next|different|alternative|second) (?:plan|option|idea|scenario)|"
    r"plan b|option (?:b|2|two))(?=\s*[:,-])|"
    r"let'?s say|lets say|say (?:i|my|we|they|he|she|it|ircc|the)|"
    # "Worst case they refuse it on 4 January", "at best it is granted to 30 June".
    r"(?:in )?(?:the |my |our )?(?:worst|best)[ -]case(?: scenario)?|"
    rf"(?:at (?:the )?(?:very )?(?:worst|best)|{_HOPED})(?=[^.?!;]{{0,30}}\b{_MAY_DECIDE}\b)|"
    r"imagine|hypothetically|in case|"
    r"should (?:the|my|our) (?:ferry|boat|ship|flight|plane|train|bus|coach)|"
    r"had (?:i|we|he|she|they|it) (?:not )?(?:\w+ )?"
    r"(?:been|come|entered|landed|arrived|crossed|flown))\b|"
    r"\b(?:is|are|would|will|does|do) (?:it|that|this|we|i)(?: (?:still|also|be|all|have))* "
    r"(?:the same|any different|different|change|matter|ok|fine)"
    r"(?: (?:day|date|end|thing|anything))? if\b|"
    r"^\W*(?:and|or|so)[ ,]+(?:landing|arriving|coming|flying|entering|crossing|travel+ing)\b"
    r"[^.?!;]{0,40}\?|"
    r"\bwould (?:landing|arriving|coming|flying|entering|crossing|travel+ing)\b[^.?!;]{0,40}"
    r"\b(?:chang|differ|matter|same)|"
    r"\bwhat (?:would (?:it|the date|happen)|if)\b|\bwould it (?:change|be different|matter)\b",
    re.I,
)


def supposes(text: str) -> bool:
    """Whether the message supposes something rather than tells it."""
    return _SUPPOSES.search(text) is not None


def asks_of_another_day(text: str, supposed: bool) -> bool:
    """Whether the message only puts another day for one just said: "and on the 15th?".

    Where that one was `supposed`, neither a mark nor an "if" is needed.
    """
    text = day_put(text)
    dates = find_dates(text)
    if len(dates) != 1 or dates[0].role not in (None, DateRole.ENTRY_DATE):
        return False
    rest = SHIFT.sub(" ", f"{text[: dates[0].start]} {text[dates[0].end :]}")
    puts = _SUPPOSES.search(text) or _OR.match(text) or ("?" in rest and _PUTS.search(rest))
    if not supposed and not puts:
        return False
    return all(_BESIDE_A_DAY.fullmatch(word) for word in re.findall(r"[\w']+", rest.lower()))


def supposes_otherwise(text: str) -> bool:
    """Whether it supposes that what has been was on another day: "if it had been the 12th"."""
    return supposes(text) and OTHERWISE.search(text) is not None


_EVENTS = (
    (
        "restoration_applied_on",
        re.compile(r"\b(?:ap|fil|sub|send)\w*(?: \w+){0,3} restor\w+|\brestor(?:es?|ing)\b", re.I),
    ),
    (
        "extension_applied_on",
        re.compile(r"\b(?:appl(?:y|ies|ied|ying)|fil(?:e|es|ed|ing)|submit\w*|sends?)\b", re.I),
    ),
    (
        "left_canada_on",
        re.compile(
            r"\b(?:leav(?:e|ing)|left|depart\w*|exit|(?:fly|flew|go|went|travel|drive) "
            r"(?:home|out|back|away|abroad))\b",
            re.I,
        ),
    ),
    (
        "extension_decided_on",
        re.compile(
            r"\b(?:refus\w+|reject\w*|den(?:y|ied)|"
            r"turn(?:ed)? (?:me|us|it) down|sa(?:y|ys|id) no|if no|"
            r"(?:it'?s|is|was) (?:a )?no)\b",
            re.I,
        ),
    ),
    (
        "record_expiry",
        re.compile(
            r"\b(?:sa(?:y|ys|id) yes|approv\w+|accept\w*|grant\w*|exten(?:d|ds|ded)(?: \w+)?)"
            r"(?: \w+){0,2} (?:until|till?|to)\b",
            re.I,
        ),
    ),
    (
        "stamp_date",
        re.compile(
            r"\b(?:he|she|they|officers?|guards?|agents?|border|cbsa) (?:\w+ )?"
            r"(?:wr[io]tes?|puts?|gives?|gave)\b",
            re.I,
        ),
    ),
    (
        "entry_date",
        re.compile(
            r"\b(?:(?:come|comes|coming|came|go|get|fly|drive|return)s? (?:back|again|in)|return|"
            r"back (?:in|to|into) (?:canada|the country)|"
            r"re-?enter|lets? (?:me|us|him|her|them) in)\b",
            re.I,
        ),
    ),
)
# All that may stand beside the day: "and if it was on", "what about", "ok and for".
_BESIDE_A_DAY = re.compile(
    r"and|or|ok(?:ay)?|so|but|then|what|about|how|if|to|safer?|sure|it(?:'?s)?|is|was|were|be|on|for|the|in|at|"
    r"instead|say|suppos(?:e|ing)|assum(?:e|ing)|imagine|maybe|(?:i|we|he|she|they)(?:'d)?|would|had|been|"
    r"c(?:o|a)m(?:es?|ing)|(?:enter|land|cross|travel+)(?:s|ed|ing)?|arriv(?:e|es|ed|ing)|rather|"
    r"do(?:es)?|any(?:thing)?|same|differen(?:t|ce)|changes?|matters?|makes?|hm+|now|with"
)
_OR = re.compile(r"\W*(?:or|maybe|perhaps|alternatively)\b", re.I)
_PUTS = re.compile(
    r"\b(?:and|or|if|say|suppos(?:e|ing)|assum(?:e|ing)|(?:what|how) about|what on|instead|"
    r"would)\b",
    re.I,
)
_DONE = (DateRole.APPLICATION_DATE, DateRole.DECISION_DATE, DateRole.RESTORATION_DATE)
_NO_FACT = (None, DateRole.OTHER, *_DONE)
_AHEAD = ("stamp_date", "entry_date", "record_expiry")


def supposed_event(
    text: str, today: dt.date, entered: dt.date | None = None, ahead: bool = False
) -> tuple[str, dt.date] | None:
    """What the person supposes to do, or to be done, on a day: the fact's name and the day.

    Filing an extension, leaving Canada, a refusal, an officer's date or coming back; a day
    without a year is the next one, of an officer's date after the day one `entered`, and
    any that is said to lie `ahead`.
    ``None`` where there is no such event with one day.
    """
    fact = event_named(text)
    if fact is None:
        return None
    said, since = dates_told(text)[0], today
    if fact in _AHEAD or ahead:
        said = replace(said, role=None, tense=Tense.FUTURE)
        since = max(today, entered) if entered and fact == "stamp_date" else today
    found = resolve(said, since, DateRole.OTHER)
    if said.form is DateForm.DAY:
        return None  # its month must be asked for
    return (fact, found.date) if isinstance(found, ExactDate) else None


def dates_told(text: str) -> list[SaidDate]:
    """The dates of ``text`` but those that only tell when one is away: "home for Christmas"."""
    away = (DateRole.OTHER, DateForm.INCOMPLETE)
    return [said for said in find_dates(text) if (said.role, said.form) != away]


def event_named(text: str) -> str | None:
    """The fact whose verb stands nearest before the one date of the text, if there is one."""
    dates = dates_told(text)
    if len(dates) != 1 or dates[0].role not in _NO_FACT:
        return None
    before = text[: dates[0].start]
    ends = {
        fact: max((match.end() for match in said.finditer(before)), default=0)
        for fact, said in _EVENTS
    }
    nearest = max(ends, key=lambda fact: ends[fact])
    return nearest if ends[nearest] else None


_NEVER_GIVEN = re.compile(
    r"\b(?:no|not|never|without|n'?t|didnt|dont|havent|hadnt)\b(?: \w+){0,2}? "
    r"(?:biometrics?|finger ?prints?)\b",
    re.I,
)


def supposed_absent(text: str) -> str | None:
    """The fact that is supposed away: "and if I had given no fingerprints"."""
    return "biometrics_date" if _NEVER_GIVEN.search(text) else None
