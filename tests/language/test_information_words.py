"""The answers stated from the law: complete, short, and true to what is on file."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import yaml

FILE = Path(__file__).parents[2] / "language" / "texts" / "en" / "information.yml"
OUTCOMES: dict[str, dict[str, Any]] = yaml.safe_load(FILE.read_text("utf-8"))["outcomes"]


def names(text: str) -> frozenset[str]:
    return frozenset(text.split())


STAY_GROUP = names(
    "STAY_LENGTH NO_STAMP STAMP_MEANING VISA_VALIDITY_VS_STAY SHORT_STAMP US_CITIZEN "
    "PASSPORT_EXPIRY SUPER_VISA"
)
FLAGPOLE = names(
    "FLAGPOLE_MEANING FLAGPOLE_STEPS FLAGPOLE_DOCUMENTS FLAGPOLE_DURATION FLAGPOLE_WHERE "
    "FLAGPOLE_STATUS_NEEDED FLAGPOLE_RISK FLAGPOLE_PR_OR_IEC FLAGPOLE_PERMIT_ENDED"
)
STATED = (
    STAY_GROUP
    | (FLAGPOLE - {"FLAGPOLE_PERMIT_ENDED"})
    | names(
        "ENTRY_RECORD EXTENSION_HOW EXTENSION_FEE LEAVE_WHILE_PENDING OVERSTAY_CONSEQUENCES "
        "WORK_STUDY FUNDS TIME_BETWEEN_VISITS REFERRAL EVASION WANTS_GUARANTEE EMERGENCY"
    )
)
RULES = names(
    "MAINTAINED_STATUS EXTENSION RESTORATION FLAGPOLE_RESET_NO_RIGHT FLAGPOLE_PERMIT_ENDED"
)
INTENTS = names(
    "ask_stay_length ask_expiry_date ask_no_stamp ask_stamp_meaning ask_visa_validity_vs_stay "
    "ask_short_stamp ask_us_citizen ask_passport_expiry ask_entry_record ask_super_visa "
    "ask_extension_how ask_extension_deadline ask_extension_fee ask_maintained_status "
    "ask_leave_while_pending report_overstay ask_overstay_consequences ask_restoration "
    "ask_work_study ask_funds ask_time_between_visits ask_flagpole_reset ask_flagpole_meaning "
    "ask_flagpole_permit ask_flagpole_steps ask_flagpole_documents ask_flagpole_duration "
    "ask_flagpole_where ask_flagpole_status_needed ask_flagpole_risk ask_flagpole_pr_or_iec "
    "ask_referral ask_sources ask_reminder ask_why ask_capabilities"
)
# The longest wording each figure can take, so that word limits hold as shown.
FIGURES = {
    "extension_fee": "CAD 100",
    "restoration_fee": "CAD 246.25",
    "biometrics_fee": "CAD 85",
    "biometrics_family_fee": "CAD 170",
    "flagpole_ended_on": "23 December 2024",
    "restoration_days": "90",
    "review_days": "15",
}
LEAD, MORE, NOTE, TOGETHER = 25, 55, 25, 85
# The exemptions must be told in full: who, under which agreements, whose spouses.
LONGER = {"FLAGPOLE_PERMIT_ENDED": 70}
PROMISES = (
    "you will be approved",
    "will be granted",
    "will be accepted",
    "will be let in",
    "will let you in",
    "will approve",
    "guaranteed",
    "don't worry",
    "for sure",
)

every = pytest.mark.parametrize("name", sorted(OUTCOMES))


def texts(name: str) -> dict[str, str]:
    return {key: text for key, text in OUTCOMES[name].items() if isinstance(text, str)}


def shown(text: str) -> str:
    return text.format(**FIGURES)


def words(text: str) -> int:
    return len(shown(text).split())


def answer(name: str) -> str:
    return f"{OUTCOMES[name]['lead']} {OUTCOMES[name]['more']}"


def test_every_topic_and_rule_has_words() -> None:
    assert set(OUTCOMES) == STATED | RULES


@every
def test_parts(name: str) -> None:
    expected = {"lead", "more", "buttons"} | (
        {"note"} if name in STAY_GROUP | {"EXTENSION_HOW"} else set()
    )
    assert set(OUTCOMES[name]) == expected


@every
def test_length(name: str) -> None:
    outcome = OUTCOMES[name]
    assert words(outcome["lead"]) <= LEAD
    assert words(outcome["more"]) <= LONGER.get(name, MORE)
    assert words(outcome.get("note", "")) <= NOTE
    assert words(answer(name)) <= TOGETHER
    assert 1 <= len(re.findall(r"[.!?](?=\s|$)", outcome["more"])) <= 3


@every
def test_one_line_each(name: str) -> None:
    for text in texts(name).values():
        assert text == text.strip() and text
        assert "\n" not in text
        assert text[-1] == "."


@every
def test_buttons_are_questions_to_another_topic(name: str) -> None:
    buttons = OUTCOMES[name]["buttons"]
    assert 1 <= len(buttons) <= 3
    assert len(set(buttons)) == len(buttons)
    assert set(buttons) <= INTENTS
    assert f"ask_{name.lower()}" not in buttons


@every
def test_figures_come_by_placeholder(name: str) -> None:
    for text in texts(name).values():
        assert {field for _, field, _, _ in Formatter().parse(text) if field} <= set(FIGURES)
        for figure in (r"CAD", r"\$", r"\b90 days", r"\b15 days", r"23 December"):
            assert not re.search(figure, text), figure


def test_notes_stand_without_figures() -> None:
    # A note is shown beside a computed date, whose values may lack the figures.
    for name in STAY_GROUP:
        assert "{" not in OUTCOMES[name]["note"]


@every
def test_no_promise(name: str) -> None:
    said = answer(name).lower()
    for promise in PROMISES:
        assert promise not in said


@every
def test_words_of_today(name: str) -> None:
    said = answer(name).lower()
    if "implied status" in said.replace('"', ""):
        assert 'formerly "implied status"' in said
    assert "abandon" not in said  # of permanent residence applications only
    assert "legal advice" not in said  # said once a conversation, elsewhere


@pytest.mark.parametrize("name", sorted(FLAGPOLE))
def test_flagpoling_leads_with_its_end(name: str) -> None:
    assert re.search(r"\bended on\b", OUTCOMES[name]["lead"])
    assert "{flagpole_ended_on}" in OUTCOMES[name]["lead"]


@pytest.mark.parametrize(
    ("name", "phrases"),
    [
        ("SHORT_STAMP", ["Appeal Division", "{review_days}", "lawyer at once"]),
        ("PASSPORT_EXPIRY", ["IRCC's published rule", "US citizens"]),
        ("ENTRY_RECORD", ["Travel History Report", "ATIP", "boarding pass", "earliest"]),
        ("OVERSTAY_CONSEQUENCES", ["exclusion order", "confirmed departure", "not leaving"]),
        ("WORK_STUDY", ["policy, not regulation", "Business visitors", "authorized on entry"]),
        ("TIME_BETWEEN_VISITS", ["no set time"]),
        ("FLAGPOLE_PR_OR_IEC", ["Portal", "web form", "other than the US or St-Pierre"]),
        ("FLAGPOLE_RISK", ["US adviser"]),
        ("REFERRAL", ["lawyers", "notaries", "paralegals", "consultants", "RISIA", "legal aid"]),
        ("EVASION", ["can't help", "five years", "Lawful routes"]),
        ("WANTS_GUARANTEE", ["Nobody can promise", "What helps"]),
        ("EMERGENCY", ["today", "48 hours", "7 days", "30 days", "hearing"]),
        ("MAINTAINED_STATUS", ["maintained status", "may not work or study"]),
        ("EXTENSION", ["UTC", "IRCC advises"]),
        ("RESTORATION", ["no status", "inside Canada", "no extension fee on top"]),
        ("FLAGPOLE_RESET_NO_RIGHT", ["no right", "six months", "less", "withdraw", "removal"]),
        (
            "FLAGPOLE_PERMIT_ENDED",
            [
                "US citizens and US permanent residents",
                "US/Mexico, Chile, Panama, Peru, Colombia or South Korea",
                "partners under the Panama, Colombia or South Korea agreements only",
                "truck drivers",
                "appointment already booked",
            ],
        ),
    ],
)
def test_says_what_the_law_file_requires(name: str, phrases: list[str]) -> None:
    for phrase in phrases:
        assert phrase in answer(name)


def test_funds_name_no_figure() -> None:
    assert not re.search(r"\d", answer("FUNDS"))
