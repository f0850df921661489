"""Border trips: no right to a new visitor stay, and no permits since December 2024."""

from __future__ import annotations

import dataclasses
from functools import lru_cache

from rules_core.answers import (
    Answer,
    CannotSay,
    Outcome,
    Reason,
    Values,
    Verdict,
)
from rules_core.entry_document import Entry, entry_document
from rules_core.exemptions import could_exempt, exemption
from rules_core.law.reader import LawReader
from rules_core.questions import Facts, Topic
from rules_core.topics.stated import stated
from rules_core.trace import because
from rules_core.verdict import unique


def flagpole_reset(facts: Facts, law: LawReader) -> Verdict:
    """Whether driving out and back gives a visitor new time: IRPA 18, 20(1)(b); IRPR 183(2)."""
    answer = _no_right(law)
    if isinstance(answer, CannotSay):
        return answer
    entry = entry_document(facts, law)
    if not isinstance(entry, Entry):
        return answer
    values = dataclasses.replace(
        answer.values, entry_document=entry.document, return_by=entry.return_by
    )
    cited = unique([*answer.citations, *entry.step.citations])
    return dataclasses.replace(answer, values=values, because=(entry.step,), citations=cited)


@lru_cache(maxsize=32)
def _no_right(law: LawReader) -> Answer | CannotSay:
    return _stated(Topic.FLAGPOLE_RESET, Outcome.FLAGPOLE_RESET_NO_RIGHT, law, Values())


def flagpole_permit(facts: Facts, law: LawReader) -> Verdict:
    """Whether a permit can still be had by flagpoling: IRPR 26.1(2), Operational Bulletin 686.

    ``exempt`` is true where the facts given put the person in one of the five groups.
    ``could_change`` then names no fact; else those that could still do so.
    """
    group = exemption(facts, law)
    ended_on = law.latest("flagpoling_legal_basis").value["ended_on"]
    steps = [because(Reason.BORDER_SERVICE_ENDED, law, None, ended_on)]
    if group is not None:
        steps.append(because(Reason.BORDER_EXEMPTION, law))
    outcome = Outcome.FLAGPOLE_PERMIT_EXEMPT if group else Outcome.FLAGPOLE_PERMIT_ENDED
    values = Values(flagpole_ended_on=ended_on, exempt=group is not None, exemption=group)
    answer = _stated(Topic.FLAGPOLE_PERMIT, outcome, law, values)
    if isinstance(answer, CannotSay):
        return answer
    unknown = () if group else could_exempt(facts, law)
    return dataclasses.replace(answer, because=tuple(steps), could_change=unknown)


def _stated(topic: Topic, outcome: Outcome, law: LawReader, values: Values) -> Answer | CannotSay:
    """The same law and referral as the topic's rule, with this outcome."""
    answer = stated(topic, law)
    if isinstance(answer, CannotSay):
        return answer
    return dataclasses.replace(answer, outcome=outcome, values=values)
