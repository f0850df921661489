"""What a person only supposes ("what if my passport ended in March?"), and "a week later"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from dateutil.relativedelta import relativedelta

from language.dates import DateForm, DateRole, ExactDate, SaidDate, Tense, find_dates, resolve
from language.days_put import day_put
from language.months import COUNT_WORDS, NUMBER_WORDS
from language.retractions import TAKES_BACK

# "If" opens a supposition where it begins a message or a clause that begins like one.
_SUPPOSES = re.compile(
    r"(?:^|[.?!;,]\s*|\b(?:and|but|so|then|also|or|ok|okay|hmm+|well|cool|right)[\s,]+)"
    r"(?:what (?:if|happens if|when)|how (?:about|bout) if|(?:even )?if|even when|suppos(?:e|ing)|"
    r"assum(?:e|ing)|"
    r"(?:(?:other|another|new|next|different|alternative|second) (?:plan|option|idea|scenario)|"
    r"plan b|option (?:b|2|two))(?=\s*[:,-])|"
    r"let'?s say|lets say|say (?:i|my|we|they|he|she|it|ircc|the)|"
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
_LETTERS = {"d": "days", "n": "days", "w": "weeks", "m": "months"}
_SHIFT = re.compile(
    rf"\b(?P<count>[0-9]{{1,2}}|an?|{COUNT_WORDS})\s+(?P<unit>day|night|week|wk|month)s?\s+"
    r"(?P<way>later|afterwards?|after (?:me|that|us|mine)|earlier|sooner|"
    r"before (?:me|that|us|mine))\b",
    re.I,
)
_TOGETHER = re.compile(
    r"\b(?:(?:on |in )?(?:the )?same "
    r"(?:day|date|flight|time|plane|car|bus|train|boat|ferry|van|truck)(?: as (?:me|mine|i|us))?|"
    r"(?:came|entered|arrived|landed|flew|crossed)(?: \w+)? "
    r"(?:together|with (?:me|us|him|her|them))|"
    r"(?:sat|rode|drove|travel+ed|was)(?: (?:right|just|along|together|in))* "
    r"(?:next to|beside|behind|alongside|with|in front of) (?:me|us|him|her|them)(?! now)|"
    r"in the (?:back|passenger|front)(?: seat)?)\b",
    re.I,
)
_NEXT_DAY = re.compile(
    r"\b(?:the (?P<unit>day|week) (?P<way>after|before)|(?:the )?(?P<next>next|following|previous) "
    r"(?P<same>day|week))(?=[\s.!?]*$| (?:me|us|that|mine|i did)\b)",
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
    rest = _SHIFT.sub(" ", f"{text[: dates[0].start]} {text[dates[0].end :]}")
    puts = _SUPPOSES.search(text) or _OR.match(text) or ("?" in rest and _PUTS.search(rest))
    if not supposed and not puts:
        return False
    return all(_BESIDE_A_DAY.fullmatch(word) for word in re.findall(r"[\w']+", rest.lower()))


def supposes_otherwise(text: str) -> bool:
    """Whether it supposes that what has been was on another day: "if it had been the 12th"."""
    return supposes(text) and _OTHERWISE.search(text) is not None


def shift_said(text: str) -> relativedelta | None:
    """How much later than a day already known: "a week later", "two days before me", "together".

    ``None`` where the message says nothing of the kind.
    """
    match = _SHIFT.search(text)
    if match is None and (near := _NEXT_DAY.search(text)) is not None:
        back = (near["way"] or near["next"]).lower() in ("before", "previous")
        days = 7 if (near["unit"] or near["same"]).lower() == "week" else 1
        return relativedelta(days=-days if back else days)
    if match is None:
        return relativedelta() if _TOGETHER.search(text) else None
    count = match["count"].lower()
    number = int(count) if count.isdigit() else 1 if count in ("a", "an") else NUMBER_WORDS[count]
    shift = relativedelta(**{_LETTERS[match["unit"][0].lower()]: number})  # type: ignore[arg-type]  # keys are its own names
    earlier = match["way"].lower().startswith(("earlier", "before", "sooner"))
    return -shift if earlier else shift


def shift_alone(text: str) -> relativedelta | None:
    """How much later or earlier a correction says, and nothing else: "sorry, a day later"."""
    match = _SHIFT.search(text)
    if match is None:
        return None
    rest = TAKES_BACK.sub(" ", f"{text[: match.start()]} {text[match.end() :]}".lower())
    said = re.findall(r"[a-z']+|[0-9]+", rest)
    return shift_said(text) if all(_BESIDE_A_SHIFT.fullmatch(word) for word in said) else None


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
_BESIDE_A_SHIFT = re.compile(
    r"i|we|it|was|is|that|than|but|and|no|sorry|in|fact|came|entered|arrived|landed|crossed|flew|"
    r"there|here|about|just|only|day|one|after|all"
)
_OR = re.compile(r"\W*(?:or|maybe|perhaps|alternatively)\b", re.I)
_PUTS = re.compile(
    r"\b(?:and|or|if|say|suppos(?:e|ing)|assum(?:e|ing)|(?:what|how) about|what on|instead|"
    r"would)\b",
    re.I,
)
# "And if it had been the 12th?": what was, otherwise; of the same month.
_OTHERWISE = re.compile(
    r"\b(?:(?:had|['’]d) (?:\w+ ){0,2}?|had (?:i|we|he|she|they|it) (?:\w+ )?)"
    r"(?:been|come|entered|landed|arrived|crossed|flown|got(?:ten)?)\b",
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
