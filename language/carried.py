"""What is said once and holds for a second date: "my stay ends 2 May and the passport 9 May"."""

from __future__ import annotations

import re

from language.clauses import asks_before
from language.context import Context
from language.cues import Cue, Found, Whose
from language.owners import Owned
from language.said_dates import DateForm, SaidDate

# "My wife entered 5 July and I 3 August": said once for two people.
# "My passport until 5 July, that of my wife until 3 August".
_THEN = re.compile(
    r"[\s,.;:]*(?:\b(?:and|but|while|then|for)\b)?[\s,]*"
    r"(?:\b(?:that|those|the one|the same) (?:of|for)\b\s*|\bthe )?",
    re.I,
)
_THEN_THE = re.compile(
    r"[\s,;]*(?:\b(?:and|but|while)\b)?\s*(?:\b(?:my|our|his|her|their|the|also)\b\s*){0,2}", re.I
)
_DID = re.compile(
    r"(?:'s)?(?:\s+(?:was|is|got|has|have|had|says|came|did))?(?:\s+(?:only|just|merely))?[\s:]*"
    r"(?:\b(?:on|in|since|until|untill|till?|up to|to)\b)?\s*(?:the)?\s*",
    re.I,
)


def person_of_another(message: Context, start: int, end: int) -> Found[Whose] | None:
    """The person alone named between two dates, for whom the second stands."""
    named = [p for p in message.people if start <= p.start and p.end <= end]
    if len(named) != 1:
        return None
    then, did = message.text[start : named[0].start], message.text[named[0].end : end]
    return named[0] if _THEN.fullmatch(then) and _DID.fullmatch(did) else None


def is_apart(text: str, date: SaidDate, cue: Found[Cue], before: Owned) -> bool:
    """Whether a cue tells nothing of what stands for another: "and me 5 May, same flight"."""
    if cue.kind is Cue.UNTIL or asks_before(text, date.end, cue.start):
        return True
    written = before.cue is not None and before.cue.kind is Cue.WROTE and cue.kind is Cue.OTHER
    return written and cue.start > date.end and text[date.end] in ",;.?!"


def is_of_another_paper(message: Context, start: int, end: int) -> bool:
    """Whether a paper alone stands between: "my stay ends 2 May and the passport on 9 May"."""
    named = [h for h in message.holders if start <= h.start and h.end <= end]
    if len(named) != 1:
        return False
    then, does = message.text[start : named[0].start], message.text[named[0].end : end]
    return bool(_THEN_THE.fullmatch(then) and _DID.fullmatch(does))


def is_said_of_before(message: Context, before: Owned | None, date: SaidDate, at: int) -> bool:
    """Whether a month or a day alone only comes back to a date of a sentence before it.

    "He wrote 9/4/2027. April or September?" What was said there, up to ``at``, is not of it.
    """
    if before is None or date.form is not DateForm.INCOMPLETE or at > date.start:
        return False
    first = max(at, before.date.end)
    return any(first <= stop < date.start for stop in message.breaks)
