"""What the other dates of a message tell of one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from language.context import Context
from language.cues import Cue, Holder
from language.decisions import find_decisions
from language.owners import Owned
from language.said_dates import DateRole, Tense
from language.tenses import told_tense

# Who has one of these has applied for a stay.
OF_APPLYING = frozenset(
    {DateRole.APPLICATION_DATE, DateRole.RESTORATION_DATE, DateRole.DECISION_DATE}
)
_OTHER_PAPERS = frozenset({Holder.PASSPORT, Holder.VISA, Holder.SAME, Holder.OFFICER})
APPROVED = re.compile(r"\b(?:approved|granted|got approval|(?:was|got) accepted)\b", re.I)
_OF_THE_STAMP = re.compile(r"stamp(?:'s|ed)? date|date of (?:the |my )?stamp", re.I)
# "The old stamp said 5 June": perhaps until when one could stay before.
_FORMER = re.compile(
    r"\b(?:old|first|original|previous|former) stamp|\bstamp (?:had )?(?:said|showed|was|read)\b",
    re.I,
)
# "Which of them do I obey?": both stand in the passport now.
_WHICH = re.compile(
    r"\bwhich (?:one|date|of|is|do|does|counts?|should|must|to)\b|\b(?:wins|rules|beats)\b", re.I
)
_LEAVE_BY = re.compile(r"\bleave by\b", re.I)
_BY_HAND = re.compile(
    r"\b(?:hand.?wr|(?:in|by|with|blue|black|red|pen) ink|pen\b|pencil|written|wrote|scribbl)", re.I
)
# "Must depart 5 May" in blue pen.
_IN_INK = re.compile(
    r"[\s'\"”’),.(]{0,4}(?:(?:written |noted |added )?(?:in|with|by) (?:\w+ )?(?:ink|pen|hand|"
    r"pencil)|hand ?written)\b",
    re.I,
)
# "Mine ended 5 June, can I still extend": what is extended or restored is a stay.
_OF_A_STAY = re.compile(
    r"\b(?:exten[ds]\w*|prolong\w*|restor\w+|(?:the|my|within|inside) (?:90|ninety)[ -]?days?|"
    r"over ?stay\w*|visitor record|status|maintained|portal|"
    r"(?:30|thirty) days? (?:before|ahead|rule)|appl(?:y|ying)"
    r"(?! (?:for )?(?:an? |my |the )?(?:new )?(?:visa|passport|e-?ta|trv|job|work)))\b",
    re.I,
)
# "Mine dies 5 June, does the stay get cut to that": a passport may cut a stay.
_CUTS_A_STAY = re.compile(
    r"\b(?:stay|time|six months|6 months|status)\b[^.?!;]{0,30}"
    r"\b(?:cut|shorten(?:ed)?|limit(?:ed)?|capped|reduced|tied|linked|"
    r"(?:end|die|stop) with|shrink)\b[^.?!;]{0,24}"
    r"\b(?:to|by|at|with|because of|on) (?:it|that|this|then|mine|the same)\b",
    re.I,
)
_WRITTEN_ON = re.compile(r"(?:says?|said|shows?|reads?)$")
_LETTER = re.compile(r"(?:letter|e?mail|notice) (?:came|arrived|dated|was)")
_DATED = re.compile(r"(?:letter|notice|paper)s? is")
_RECEIPT = re.compile(r"aor|acknow|receipt", re.I)


# "90 days from 5 June is when? My status ended then": said of the one day told.
_ENDED_THEN = re.compile(
    r"\b(?:my|our|his|her|their|the) (?:stay|status|record|permit|time|permission|six months|"
    r"6 months) (?:ended|expired|ran out|lapsed|finished|was over|was up|stopped) "
    r"(?:then|that day|on (?:it|that|this)(?: day| date)?)\b",
    re.I,
)


def seconded(message: Context, one: Owned, judged: Sequence[Owned]) -> Owned:
    """A date whose role hangs on the others: a stamp's "says", a receipt's own date.

    What a stamp says is a leave-by date beside a date of entry or handwriting, and otherwise
    if it is yet to come, which the words do not know; what a receipt
    says is the day of applying only where the person names no other.
    """
    text = message.text
    roles = [other.date.role for other in judged if other is not one]
    role = one.date.role
    if one.cue is not None and role is None and one.cue.kind is Cue.ENDS:
        return _ends(message, one, roles)
    if role is None and len(judged) == 1 and _ENDED_THEN.search(text, one.date.end):
        date = replace(one.date, role=DateRole.RECORD_EXPIRY, tense=Tense.PAST)
        return replace(one, date=date)
    if one.cue is None or role is None:
        return one
    if role is DateRole.RECORD_EXPIRY and _IN_INK.match(text, one.date.end):
        role = DateRole.STAMP_DATE
    elif one.cue.kind is Cue.STAMP and role is DateRole.STAMP_DATE:
        entered = DateRole.ENTRY_DATE in roles
        if any(_is_by_hand(other) for other in judged if other is not one):
            # Beside what was written by hand, the stamp itself shows the day of entry.
            role = None if entered else DateRole.ENTRY_DATE
        elif (
            DateRole.RECORD_EXPIRY in roles
            and not entered
            and not (_FORMER.search(text) and not _WHICH.search(text))
        ):
            # "The record says 5 May 2027, the stamp 5 June": beside the end it shows the entry.
            return replace(one, date=replace(one.date, role=DateRole.STAMPED, bare=True))
        elif _OF_THE_STAMP.match(one.cue.text) or not (
            entered or _BY_HAND.search(text) or _LEAVE_BY.search(text, one.cue.start)
        ):
            role = DateRole.STAMPED
    elif role is DateRole.OTHER and _LETTER.match(one.cue.text):
        # "They refused it. The letter came 5 May": the one that decides.
        decides = DateRole.APPLICATION_DATE in roles and DateRole.DECISION_DATE not in roles
        told = decides and any(end < one.date.start for _, _, end, _ in find_decisions(text))
        role = DateRole.DECISION_DATE if told else role
    elif role is DateRole.OTHER and _DATED.match(one.cue.text):
        # "It is dated 5 May and says no".
        says = any(cue.kind is Cue.DECIDED for cue in message.cues)
        role = DateRole.DECISION_DATE if says and DateRole.DECISION_DATE not in roles else role
    elif role is DateRole.APPLICATION_DATE and _RECEIPT.search(one.cue.text):
        role = DateRole.OTHER if role in roles else role
    return replace(one, date=replace(one.date, role=role))


def _is_by_hand(other: Owned) -> bool:
    """Whether a hand wrote the other date: "in pen it says until 5 June" as well."""
    if other.cue is not None and other.cue.kind is Cue.WROTE:
        return True
    said = other.cue is None or other.cue.kind in (Cue.UNTIL, Cue.ENDS)
    return said and other.date.role is DateRole.STAMP_DATE


def _ends(message: Context, one: Owned, roles: Sequence[DateRole | None]) -> Owned:
    """What ends on a day, where no paper is named: told by the other dates or by what is asked."""
    text = message.text
    cut = _CUTS_A_STAY.search(text, one.date.end)
    papers = any(
        holder.kind in _OTHER_PAPERS and not (cut and holder.start > one.date.end)
        for holder in message.holders
    )
    if one.cue is None or papers:
        return one
    # "Submitted 5 May, expiry was 9 May": beside what was applied for, an end is the stay's.
    applied = any(other in OF_APPLYING for other in roles) or APPROVED.search(text)
    asked = _OF_A_STAY.search(text) and not _WRITTEN_ON.search(one.cue.text)
    if not (cut or applied or asked):
        return one
    role = DateRole.PASSPORT_EXPIRY if cut else DateRole.RECORD_EXPIRY
    tense = told_tense(message.sentence_before(one.date.start), role)
    return replace(one, date=replace(one.date, role=role, tense=tense))
