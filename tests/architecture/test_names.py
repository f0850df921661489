"""One topic, one name, in every layer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from language.catalogue import catalogue, languages
from rules_core.decide import COMPUTED
from rules_core.questions import FACT_NAMES, Topic
from rules_core.topics.information import INFORMATION

ROOT = Path(__file__).parents[2]

# The dialogue contract: the intents by topic group.
GROUPS = {
    "stay": "ask_stay_length ask_expiry_date ask_no_stamp ask_stamp_meaning "
    "ask_visa_validity_vs_stay ask_short_stamp ask_us_citizen ask_passport_expiry "
    "ask_entry_record ask_super_visa",
    "extension": "ask_extension_how ask_extension_deadline ask_extension_fee "
    "ask_maintained_status ask_leave_while_pending",
    "overstay": "report_overstay ask_overstay_consequences ask_restoration",
    "other": "ask_work_study ask_funds ask_time_between_visits",
    "flagpole": "ask_flagpole_reset ask_flagpole_meaning ask_flagpole_permit ask_flagpole_steps "
    "ask_flagpole_documents ask_flagpole_duration ask_flagpole_where "
    "ask_flagpole_status_needed ask_flagpole_risk ask_flagpole_pr_or_iec",
    "service": "ask_referral ask_sources ask_reminder ask_why inform ask_capabilities restart",
    "chat": "greet goodbye thank affirm deny bot_challenge",
    "guards": "evasion wants_guarantee emergency abuse out_of_scope",
}
INTENTS = {intent for names in GROUPS.values() for intent in names.split()}
FEWEST_EXAMPLES = 15


def load(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def examples(group: str) -> dict[str, list[str]]:
    return {
        item["intent"]: [line for line in item["examples"].splitlines() if line.strip()]
        for item in load(f"data/nlu/{group}.yml")["nlu"]
    }


def test_the_domain_has_the_contracts_intents() -> None:
    assert len(INTENTS) == 49
    assert set(load("domain.yml")["intents"]) == INTENTS | {"nlu_fallback"}


@pytest.mark.parametrize("group", GROUPS)
def test_every_intent_has_examples_in_its_groups_file(group: str) -> None:
    found = examples(group)
    assert set(found) == set(GROUPS[group].split())
    assert {name: len(said) for name, said in found.items() if len(said) < FEWEST_EXAMPLES} == {}


@pytest.mark.parametrize("group", GROUPS)
def test_every_intent_is_routed_in_its_groups_file(group: str) -> None:
    routed = [
        step["intent"]
        for rule in load(f"data/rules/{group}.yml")["rules"]
        for step in rule["steps"]
        if "intent" in step
    ]
    # Rasa routes `restart` to action_restart by itself.
    expected = set(GROUPS[group].split()) - {"restart"}
    assert len(routed) == len(set(routed))
    assert set(routed) - {"nlu_fallback"} == expected


@pytest.mark.parametrize("group", GROUPS)
def test_every_intent_has_its_boundaries_written_down(group: str) -> None:
    page = (ROOT / "docs/intents.md").read_text(encoding="utf-8")
    assert [name for name in GROUPS[group].split() if f"\n| `{name}` |" not in page] == []


def test_no_example_stands_under_two_intents() -> None:
    seen: dict[str, str] = {}
    twice = []
    for group in GROUPS:
        for intent, said in examples(group).items():
            for line in said:
                key = line.lower().strip(" -.!?")
                if seen.setdefault(key, intent) != intent:
                    twice.append((key, seen[key], intent))
    assert twice == []


def test_every_topic_is_stated_and_has_its_words() -> None:
    assert set(INFORMATION) == set(Topic) - {Topic.AUTHORIZED_STAY}
    # The two border topics are worded by outcome, computed or not.
    own_words = {Topic.AUTHORIZED_STAY, Topic.FLAGPOLE_RESET, Topic.FLAGPOLE_PERMIT}
    for language in languages():
        words = catalogue(language).keys("outcomes")
        assert {t.value.upper() for t in set(Topic) - own_words} - words == set()


def test_computed_topics_are_topics() -> None:
    assert set(COMPUTED) <= set(Topic)


def test_every_fact_has_its_slot() -> None:
    # The time zone comes with each message from its channel.
    assert set(FACT_NAMES) - {"timezone"} <= set(load("domain.yml")["slots"])


def test_no_button_leads_nowhere() -> None:
    for language in languages():
        for payload, intent in catalogue(language).intents_by_payload().items():
            assert intent in INTENTS
            assert len(payload.encode()) <= 64
