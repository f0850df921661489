"""Topics answered from the law as it stands, whoever asks."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from rules_core.answers import Answer, CannotSay, Outcome, Referral, Refusal, Values
from rules_core.fees import fees_on
from rules_core.law.provision import StartBasis
from rules_core.law.reader import LawReader
from rules_core.questions import Topic
from rules_core.topics.information import INFORMATION
from rules_core.verdict import REFERRAL_LAW, refused, unique

_NEVER_REFUSED = (Topic.EMERGENCY, Topic.REFERRAL)
"""Whom to call in need is said on any day."""


def stated(topic: Topic, law: LawReader) -> Answer | CannotSay:
    """The rule of `topic` with its citations and today's figures.

    Refused on a day before its main provision began. The computed topics are stated
    too, for a person who asks in general.
    """
    key = INFORMATION[topic].law[0]
    first = law.book.versions(key)[0]
    not_yet = law.today < first.in_force_from and first.start_basis is StartBasis.PROVISION
    if not_yet and topic not in _NEVER_REFUSED:
        return refused(topic, Refusal.NOT_IN_FORCE_THEN, law, first.in_force_from, key)
    return as_it_stands(topic, law)


@lru_cache(maxsize=256)
def as_it_stands(topic: Topic, law: LawReader) -> Answer:
    """The rule of `topic` by today's versions, or the latest where none is in force."""
    information = INFORMATION[topic]
    keys = information.law
    if information.referral is not Referral.NONE and REFERRAL_LAW not in keys:
        keys += (REFERRAL_LAW,)
    cited = unique([citation for key in keys for citation in law.cite(key)])
    values = Values(**_figures(topic, keys, law))
    return Answer(topic, Outcome.STATED, values, (), cited, law.today, information.referral)


def _figures(topic: Topic, keys: tuple[str, ...], law: LawReader) -> dict[str, Any]:
    """The figures of the provisions that the topic rests on."""
    found: dict[str, Any] = {}
    if "extension_fee_100" in keys:
        found["extension_fee"] = law.amount("extension_fee_100")
    if "restoration_fee" in keys:
        found["restoration_fee"] = law.amount("restoration_fee")
    if "biometrics_fee_and_need" in keys:
        found["biometrics_fee"] = law.amount("biometrics_fee_and_need")
        found["biometrics_family_fee"] = law.amount("biometrics_fee_and_need", "family_cad")
    if "restoration_day_90" in keys:
        found["restoration_days"] = law.number("restoration_day_90")
    if "flagpoling_legal_basis" in keys:
        found["flagpole_ended_on"] = law.latest("flagpoling_legal_basis").value["ended_on"]
    if "no_appeal_but_judicial_review" in keys:
        found["review_days"] = law.number("no_appeal_but_judicial_review")
    if topic is Topic.EXTENSION_FEE:
        found["fees"] = fees_on(law)
    return found
