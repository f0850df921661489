"""Whose date a date is: the speaker's or another person's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from language.context import Context
from language.cues import Cue, Found, Whose
from language.said_dates import DateForm, DateRole, SaidDate, Tense

# What may stand between a person and what happened to them or runs out for them.
_LIGHT = re.compile(
    r"(?:'s|’s|'ve|'d|[\s,(:\-]|\b(?!(?:and|but|when|because|cause|so|where|if|that|while|then)\b)"
    r"[\w.']+){0,14}",
    re.I,
)
_LIGHT_WORDS = 5
_OBJECT_BEFORE = re.compile(
    r"\b(?:with|visit\w*|see(?:ing)?|saw|join\w*|me+t|to|by|at|near|told|asked|br(?:ing|ought)|"
    r"invit\w+|help\w*|sponsor\w*|call(?:ed)?|live|thank\w*)\s*$",
    re.I,
)
_OFFICIALS = frozenset({"he", "she", "they"})
_BY_OFFICIALS = frozenset({Cue.WROTE, Cue.DECIDED, Cue.STAMP})
_POSSESSIVE = frozenset({"my", "our", "mine", "ours"})
# "Her visa ends 5 May, do we extend the stay?": what all ask is asked for her.
_TOGETHER = frozenset({"we", "we're", "we've", "our", "all of us", "both of us"})
_ON_BEHALF = frozenset({Cue.APPLIED, Cue.RESTORED, Cue.BIOMETRICS})
# "My wife joined me on 5 May": who is joined is not who came.
_JOINED = re.compile(r"(?:join|follow|accompan)\w* (?:me|us|him|her|them)\b", re.I)
_ASKS = re.compile(
    r"(?:^|(?<=[,:(-])|\b(?:and|so|but|then|now|ok|please|hi|hello))\s*"
    r"(?:when|until when|how long|how much|which|what|can|could|must|may|should|does|do|will|is|"
    r"are|am|(?:was|were)(?= (?:i|we|he|she|they|my|our|the)\b))"
    r"\b",
    re.I,
)
_STAY = re.compile(
    r"\b(?:leave|stay|overstay\w*|my (?:last|stay|status|time|6|six)|go home)\b", re.I
)

_ME_APART = re.compile(
    r"(?:[,;.]|\b(?:and|but|while|for|to))\s*(?:me|mine|myself)\b[\s,:]*(?:(?:he|she|they|officer|got|was|"
    r"nothing|no|none|zero|not|without)\b|$)",
    re.I,
)
_PERMIT = re.compile(
    r"\b(?:(?P<work>(?:work|study|student|co-?op|post[- ]?grad\w*) (?:work )?permit|pgwp)|"
    r"permit)\b",
    re.I,
)
_AS_VISITOR = re.compile(r"\b(?:i|we|me)\b[^.?!]{0,40}\b(?:visitors?|tourists?)\b", re.I)

_CAME_WITH = re.compile(
    r"\b(?:c[oa]me|enter\w*|arriv\w+|land\w+|flew|drove|cross\w+|got (?:in|here))\b"
    r"(?: (?!he\b|she\b|they\b)\w+){0,4}? with (?:my|our)\b",
    re.I,
)


@dataclass(frozen=True)
class Owned:
    """A judged date, the cue it was judged by, and whose it is if the words tell.

    ``person`` is the word for them in lower case: "i", "my sister", "she".
    """

    date: SaidDate
    cue: Found[Cue] | None = None
    whose: Whose | None = None
    person: str | None = None


def owned(told: Context, date: SaidDate, cue: Found[Cue], since: int) -> Owned:
    """Whose ``date`` is, told by the people named between ``since`` and the date or its cue."""
    near = [p for p in told.people if since <= p.start and p.end <= max(cue.end, date.start)]
    after = [p for p in near if p.start >= cue.start]
    before = [p for p in near if p.start < cue.start]
    found: Found[Whose] | None = None
    # "She got until 5 May": no officer did; "she wrote leave by 5 May": one did.
    wrote = cue.kind in (Cue.UNTIL, Cue.ENDS) and any(
        other.kind is Cue.WROTE and told.sentence_start(cue.start) <= other.start < cue.start
        for other in told.cues
        if since <= other.start
    )
    if (cue.kind in _BY_OFFICIALS or wrote) and not cue.text.startswith("got"):
        after = [p for p in after if p.text not in _OFFICIALS]
        before = [p for p in before if p.text not in _OFFICIALS]
        found = after[-1] if after else before[-1] if before else None
    else:
        others = [p for p in after if p.kind is Whose.OTHER]
        inside = [p for p in after if p.end <= cue.end and not _JOINED.match(cue.text)]
        if cue.kind in _ON_BEHALF and others:
            found = others[-1]
        elif inside:
            found = inside[0]
        else:
            start = max(since, told.sentence_start(cue.start))
            found = _subject(told.text, [p for p in before if p.start >= start], cue)
    if found is None:
        return Owned(date, cue)
    return Owned(date, cue, found.kind, found.text)


def _subject(text: str, before: Sequence[Found[Whose]], cue: Found[Cue]) -> Found[Whose] | None:
    """The nearest person before the cue who is not only visited, met or told."""
    for person in reversed(before):
        between = text[person.end : cue.start]
        if len(between.split()) > _LIGHT_WORDS or not _LIGHT.fullmatch(between):
            break
        if not _OBJECT_BEFORE.search(text[max(0, person.start - 12) : person.start]):
            return person
    # "I visited my sister and entered": who begins the sentence goes on.
    return before[0] if before and before[0].kind is Whose.SELF else None


def told_apart(told: Context, judged: Sequence[Owned]) -> tuple[SaidDate, ...]:
    """The dates, those of another person ``OTHER`` where the message is about the speaker.

    A message about another person alone keeps that person's dates. Where it asks
    about another person, the speaker's own dates are ``OTHER``. Two people's dates
    of one role, with none of the speaker's, have no role: the person is asked.
    """
    about, asked = _asked_about(told, judged)
    if about is not Whose.OTHER:
        judged = [
            replace(one, date=_without(one, _is_permit_of_another(told, one))) for one in judged
        ]
    facts = [one for one in judged if one.date.role not in (None, DateRole.OTHER)]
    others = [one for one in facts if one.whose is Whose.OTHER]
    if not others:
        return tuple(one.date for one in judged)
    sent = {one.person for one in facts if one.whose is Whose.SELF and _is_on_behalf(one)}
    # "We sent it, they returned it": what was decided is whose it was sent for.
    own = any(
        one.whose is Whose.SELF
        and not _is_on_behalf(one)
        and not (one.cue and one.cue.kind is Cue.DECIDED and one.person in sent)
        for one in facts
    )
    # "My friend got until 5 May, me nothing. Came 9 March": who tells it came then.
    own = own or (about is None and len(others) < len(facts) and bool(_ME_APART.search(told.text)))
    # "Entered with my son 5 May. He left 9 June": so did the speaker, who tells of going apart.
    came = any(one.whose is None and one.date.role is DateRole.ENTRY_DATE for one in facts)
    left = any(one.date.role is DateRole.LEFT_CANADA_ON for one in others)
    own = own or (about is None and came and left and bool(_CAME_WITH.search(told.text)))
    if about is Whose.SELF or (own and about is not Whose.OTHER):
        return tuple(_without(one, one.whose is Whose.OTHER) for one in judged)
    if own:
        judged = [
            replace(o, date=_without(o, o.whose is Whose.SELF and not _is_of_all(o)))
            for o in judged
        ]
    shared = {one.date.role for one in facts if one.whose is None}
    rivals = {
        role: {one.person for one in others if one.date.role is role} - _OFFICIALS
        for role in {one.date.role for one in others}
    }
    dates = []
    for one in judged:
        role = one.date.role
        if one.whose is not Whose.OTHER or role not in rivals:
            dates.append(one.date)
        elif role in shared:
            dates.append(_without(one, about is not Whose.OTHER))
        elif len(rivals[role]) > 1 and asked not in rivals[role]:
            dates.append(_of_another(one.date, None))
        else:
            dates.append(_without(one, len(rivals[role]) > 1 and one.person != asked))
    return tuple(dates)


def _is_permit_of_another(told: Context, one: Owned) -> bool:
    """ "My husband's work permit ends 5 May, I am a visitor": nothing of the speaker's ends."""
    if one.whose is not Whose.OTHER or one.date.role is not DateRole.RECORD_EXPIRY:
        return False
    named = [person for person in told.people if person.end <= one.date.start]
    permit = _PERMIT.search(told.sentence_before(one.date.start))
    if permit is None or not named or named[-1].kind is not Whose.OTHER:
        return False
    as_visitor = _AS_VISITOR.search(told.text) is not None
    return as_visitor or (permit["work"] is not None and _asks_for_self(told, one.date.end))


def _asks_for_self(told: Context, since: int) -> bool:
    """Whether what is asked after ``since`` begins with the speaker: "can I stay as well?"."""
    for stop in (*told.breaks, len(told.text)):
        start = max(since, told.sentence_start(stop))
        asks = _ASKS.search(told.text[start:stop].strip()) if stop > start else None
        named = [person for person in told.people if start <= person.start and person.end <= stop]
        if asks and named and named[0].kind is Whose.SELF:
            return True
    return False


def _is_on_behalf(one: Owned) -> bool:
    """ "I applied" may be for another; "my application" is the speaker's."""
    return one.cue is None or (one.cue.kind in _ON_BEHALF and one.person not in _POSSESSIVE)


def _is_of_all(one: Owned) -> bool:
    """ "Our application was returned, is my mother covered?": hers as well."""
    by_officials = one.cue is not None and one.cue.kind in (Cue.APPLIED, Cue.DECIDED)
    return by_officials and one.person in ("our", "we")


def _without(one: Owned, foreign: bool) -> SaidDate:
    return _of_another(one.date, DateRole.OTHER) if foreign and one.date.role else one.date


def _of_another(date: SaidDate, role: DateRole | None) -> SaidDate:
    """The date, ``role`` to the talk; of what is planned, or told by halves, it tells no fact."""
    if date.role is DateRole.ENTRY_DATE and date.tense is Tense.REPORTED:
        return replace(date, role=role, bare=True)  # "she comes 5 May": if that is behind
    entered = date.role is DateRole.ENTRY_DATE and date.tense is not Tense.FUTURE
    ends = date.role is not DateRole.ENTRY_DATE and date.form is not DateForm.INCOMPLETE
    told = date.role is not DateRole.OTHER and (entered or ends)
    return replace(date, role=role, tells=date.role if told else None)


def _asked_about(told: Context, judged: Sequence[Owned]) -> tuple[Whose | None, str | None]:
    """Whose stay the last question is about, if one person's, and the words for another."""
    start = 0
    about: Whose | None = None
    asked: str | None = None
    for stop in (*told.breaks, len(told.text)):
        inside = [one.date.end for one in judged if start <= one.date.start < stop]
        tail = max([start, *inside])
        asks = _ASKS.search(told.text[tail:stop].strip())
        if asks:
            named = [p for p in told.people if tail <= p.start and p.end <= stop]
            kinds = {person.kind for person in named}
            if kinds == {Whose.OTHER}:
                about, asked = Whose.OTHER, named[0].text
            elif (
                kinds == {Whose.SELF}
                and {person.text for person in named} - _TOGETHER
                and _STAY.search(told.text, tail, stop)
            ):
                about, asked = Whose.SELF, None
        start = stop + 1
    return about, asked
