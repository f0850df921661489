"""Border trips: no right to a new visitor stay, and no permits since December 2024."""

from __future__ import annotations

import dataclasses

from rules_core.answers import Answer, Outcome, Values, Verdict
from rules_core.law.reader import LawReader
from rules_core.questions import Facts, Topic
from rules_core.topics.stated import stated


def flagpole_reset(facts: Facts, law: LawReader) -> Verdict:
    """Whether driving out and back gives a visitor new time: IRPA 18, 20(1)(b); IRPR 183(2)."""
    return _stated(Topic.FLAGPOLE_RESET, Outcome.FLAGPOLE_RESET_NO_RIGHT, law, Values())


def flagpole_permit(facts: Facts, law: LawReader) -> Verdict:
    """Whether a permit can still be had by flagpoling: IRPR 26.1(2), Operational Bulletin 686."""
    exempt = _exempt(facts, law)
    outcome = Outcome.FLAGPOLE_PERMIT_EXEMPT if exempt else Outcome.FLAGPOLE_PERMIT_ENDED
    values = Values(
        flagpole_ended_on=law.latest("flagpoling_legal_basis").value["ended_on"],
        exempt=exempt,
        exemption="us_citizen_or_permanent_resident" if exempt else None,
    )
    return _stated(Topic.FLAGPOLE_PERMIT, outcome, law, values)


def _exempt(facts: Facts, law: LawReader) -> bool | None:
    """Whether the person may still be served; ``None`` where their occupation decides."""
    value = law.latest("flagpoling_exemptions").value
    if facts.nationality in value["citizens"] or facts.us_permanent_resident:
        return True
    if facts.nationality is None or facts.nationality in value["agreements_professionals"]:
        return None
    return False


def _stated(topic: Topic, outcome: Outcome, law: LawReader, values: Values) -> Answer:
    """The same law and referral as the topic's rule, with this outcome."""
    return dataclasses.replace(stated(topic, law), outcome=outcome, values=values)
