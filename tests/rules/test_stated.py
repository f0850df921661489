"""Each rule as stated: its figures, its law and who may advise; and no rule before it began."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from rules_core.answers import (
    Answer,
    CannotSay,
    Fee,
    FeeKind,
    Referral,
    Refusal,
    Values,
)
from rules_core.citation import Citation
from rules_core.decide import COMPUTED, decide, rule
from rules_core.law.book import law_book
from rules_core.law.provision import StartBasis
from rules_core.questions import Question, Topic
from rules_core.topics.information import INFORMATION

TODAY = dt.date(2026, 11, 22)
BORDER = {"flagpole_ended_on": dt.date(2024, 12, 23)}
COURT = {"review_days": 15}
EXTENDING = {"extension_fee": Decimal(100)}
BIOMETRICS = {"biometrics_fee": Decimal(85), "biometrics_family_fee": Decimal(170)}
NINETY = {"restoration_days": 90}
RESTORING = {"restoration_fee": Decimal("246.25")}
FIGURES: dict[Topic, dict[str, Any]] = {
    Topic.SHORT_STAMP: COURT,
    Topic.EXTENSION_HOW: EXTENDING | BIOMETRICS,
    Topic.EXTENSION_FEE: EXTENDING | BIOMETRICS | RESTORING,
    Topic.OVERSTAY_CONSEQUENCES: NINETY,
    Topic.EVASION: NINETY,
    Topic.EMERGENCY: COURT,
    Topic.EXTENSION: EXTENDING,
    Topic.RESTORATION: NINETY | RESTORING | BIOMETRICS,
    Topic.FLAGPOLE_MEANING: BORDER,
    Topic.FLAGPOLE_STEPS: BORDER,
    Topic.FLAGPOLE_DOCUMENTS: BORDER,
    Topic.FLAGPOLE_DURATION: BORDER,
    Topic.FLAGPOLE_WHERE: BORDER,
    Topic.FLAGPOLE_STATUS_NEEDED: BORDER | NINETY,
    Topic.FLAGPOLE_RISK: BORDER,
    Topic.FLAGPOLE_PR_OR_IEC: BORDER,
    Topic.FLAGPOLE_PERMIT: BORDER,
}
FROM_2014, FROM_2025 = dt.date(2014, 2, 6), dt.date(2025, 12, 1)
FEES = (
    Fee(FeeKind.EXTENSION, Decimal(100), FROM_2014),
    Fee(FeeKind.BIOMETRICS, Decimal(85), None),
    Fee(FeeKind.BIOMETRICS_FAMILY, Decimal(170), None),
    Fee(FeeKind.RESTORATION, Decimal("246.25"), FROM_2025),
    Fee(FeeKind.RESTORATION_AS_STUDENT, Decimal("396.25"), FROM_2025),
    Fee(FeeKind.RESTORATION_AS_WORKER, Decimal("401.25"), FROM_2025),
    Fee(FeeKind.AUTHORIZATION_TO_RETURN, Decimal("492.50"), FROM_2025),
    Fee(FeeKind.TEMPORARY_RESIDENT_PERMIT, Decimal("246.25"), FROM_2025),
)
STATED = [topic for topic in Topic if topic is not Topic.AUTHORIZED_STAY]


def law_of(*keys: str) -> tuple[Citation, ...]:
    """What the provisions are cited by, each place once, in the order of the keys."""
    found: dict[tuple[str, str], Citation] = {}
    for key in keys:
        for cited in law_book().latest(key).leading:
            found.setdefault((cited.instrument, cited.pinpoint), cited)
    return tuple(found.values())


@pytest.mark.parametrize("topic", STATED)
def test_a_rule_has_the_figures_of_its_law_and_no_other(topic: Topic) -> None:
    wanted = FIGURES.get(topic, {})
    if topic is Topic.EXTENSION_FEE:
        wanted = wanted | {"fees": FEES}
    assert rule(topic, law_book(), TODAY).values == Values(**wanted)


@pytest.mark.parametrize("topic", STATED)
def test_a_rule_cites_its_law_in_order_and_who_may_advise_where_it_refers(topic: Topic) -> None:
    stated, information = rule(topic, law_book(), TODAY), INFORMATION[topic]
    advice = () if information.referral is Referral.NONE else ("section_91_who",)
    keys = tuple(dict.fromkeys((*information.law, *advice)))
    assert stated.citations == law_of(*keys)
    assert stated.referral is information.referral


def test_a_fee_that_is_not_on_file_is_left_out() -> None:
    values = rule(Topic.EXTENSION_FEE, law_book(), dt.date(2026, 12, 1)).values
    assert values.fees == FEES[:3]
    assert values.restoration_fee is None


FIRST_DAYS = {
    topic: first.in_force_from
    for topic in Topic
    if topic not in COMPUTED
    for first in law_book().versions(INFORMATION[topic].law[0])[:1]
    if first.start_basis is StartBasis.PROVISION
}


@pytest.mark.parametrize("topic", FIRST_DAYS)
def test_a_rule_is_not_stated_before_the_day_it_began(topic: Topic) -> None:
    begins, main = FIRST_DAYS[topic], INFORMATION[topic].law[0]
    eve = decide(Question(topic), law_book(), begins - dt.timedelta(days=1))
    if topic is Topic.REFERRAL:  # whom to call in need is said on any day
        assert isinstance(eve, Answer)
    else:
        assert eve == CannotSay(
            topic,
            Refusal.NOT_IN_FORCE_THEN,
            law_of(main) + law_of("section_91_who"),
            Referral.SUGGESTED,
            begins,
        )
    on_the_day = decide(Question(topic), law_book(), begins)
    assert isinstance(on_the_day, Answer)
    assert on_the_day.law_as_of == begins


def test_help_in_an_emergency_is_given_on_any_day() -> None:
    for topic in (Topic.EMERGENCY, Topic.REFERRAL):
        assert isinstance(decide(Question(topic), law_book(), dt.date(2003, 1, 1)), Answer)


@pytest.mark.parametrize("topic", [t for t in Topic if t not in COMPUTED and t not in FIRST_DAYS])
def test_a_rule_of_no_known_start_is_stated_as_it_stands_on_any_day(topic: Topic) -> None:
    assert isinstance(decide(Question(topic), law_book(), dt.date(2003, 1, 1)), Answer)
