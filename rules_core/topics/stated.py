"""Topics answered from the law as it stands, whoever asks."""

from __future__ import annotations

from rules_core.answers import Answer, Outcome, Referral, Values
from rules_core.law.reader import LawReader
from rules_core.questions import Topic
from rules_core.topics.information import INFORMATION
from rules_core.verdict import REFERRAL_LAW, unique


def stated(topic: Topic, law: LawReader) -> Answer:
    """The rule of `topic` with its citations and today's figures.

    The five computed topics are stated too, for a person who asks in general.
    """
    information = INFORMATION[topic]
    keys = information.law
    if information.referral is not Referral.NONE and REFERRAL_LAW not in keys:
        keys += (REFERRAL_LAW,)
    values = Values(
        extension_fee=law.amount("extension_fee_100"),
        restoration_fee=law.amount("restoration_fee"),
        biometrics_fee=law.amount("biometrics_fee_and_need"),
        biometrics_family_fee=law.amount("biometrics_fee_and_need", "family_cad"),
        restoration_days=int(law.latest("restoration_day_90").value["days"]),
        flagpole_ended_on=law.latest("flagpoling_legal_basis").value["ended_on"],
        review_days=int(law.latest("no_appeal_but_judicial_review").value["days"]),
    )
    cited = unique([citation for key in keys for citation in law.cite(key)])
    return Answer(topic, Outcome.STATED, values, (), cited, law.today, information.referral)
