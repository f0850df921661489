"""Today, tomorrow and weekdays: days of a story, seldom of what is told elsewhere in it."""

from __future__ import annotations

import re

from language.context import Context
from language.cues import Cue, Found
from language.said_dates import LOOSE_FORMS, DateForm, DateRole, SaidDate, Tense
from language.tenses import DONE

_IS_TODAY = re.compile(r"(?:today|now)(?= (?:is(?! my)|it'?s|it is|i|we|still)\b)", re.I)
# "I need to leave tomorrow" is of a plan or a duty; "must leave by tomorrow" names an end.
# "She needs to go by Wednesday" may have any reason.
_NEEDS_TO_GO = re.compile(r"(?:needs?|needed|has|have|had|got|gotta)(?: to)? (?:go|get out)\b")
# "Is it ok to cross on Saturday": who may, has not done so yet.
_MAY_ONE = re.compile(
    r"\b(?:can|could|may|should|shall|(?:ok(?:ay)?|safe|fine|possible|allowed|smart|wise|better|bad|"
    r"risky|legal) (?:for \w+ )?to|do (?:i|we) (?:have|need) to)\b[^.?!;,]{0,24}$|"
    r"^\s*(?:(?:and|so|but|hi|hello)[ ,]+)?(?:would|will|does|is) $",
    re.I,
)
_MUST_LEAVE = re.compile(
    r"(?:must|ha(?:ve|s|d) to|needs? to|gotta|supposed to|meant to|got to|should)\b"
    r"(?!.*\b(?:by|before|until)$)"
)


def is_the_present(text: str, date: SaidDate) -> bool:
    """Whether "today" only tells that something is so now: "today it is the 90th day"."""
    return _IS_TODAY.match(text, date.start) is not None


def tells_nothing(message: Context, date: SaidDate, cue: Found[Cue]) -> bool:
    """Whether such a day has nothing to do with what ``cue`` tells; ``date`` has its role."""
    amount = date.amount or 0
    if date.form not in LOOSE_FORMS or amount < 0:
        return False
    if date.role in DONE and date.form is DateForm.OFFSET and amount > 0:
        return True  # nothing was sent or decided tomorrow
    near = cue.end <= date.start and (date.unit in (None, "day") and amount <= 1)
    planned = date.role is DateRole.ENTRY_DATE and date.tense in (Tense.FUTURE, Tense.REPORTED)
    if planned and _MAY_ONE.search(message.sentence_before(cue.start)):
        return True
    if cue.kind is Cue.UNTIL and date.role is DateRole.STAMP_DATE:
        return True  # "she said the bank is closed until Sunday"
    if cue.kind is Cue.ENDS and date.role is DateRole.RECORD_EXPIRY and near:
        if _NEEDS_TO_GO.match(cue.text):
            return True
        by = re.search(r"\b(?:by|before|until)\b", message.text[cue.end : date.start])
        return _MUST_LEAVE.match(cue.text) is not None and by is None
    end = message.sentence_end(date.end)
    if message.text[end : end + 1] != "?":
        return False
    start = message.sentence_start(date.start)
    if cue.end <= start:
        return True  # "I applied before. Shopping on Saturday ok?"
    # "Drive across and get it today?" names nobody who does.
    named = any(start <= person.start < cue.start for person in message.people)
    planned = date.role is DateRole.ENTRY_DATE and date.tense is Tense.REPORTED
    return planned and not named
