"""What the words of the guards must say: what to do now, the lawful route, who may advise."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from language.catalogue import catalogue
from language.guard_table import Guard, row_of
from language.message import Message, answer_message
from rules_core.answers import Answer, Referral
from rules_core.citation import Authority
from rules_core.decide import decide, rule
from rules_core.law.book import law_book
from rules_core.questions import Facts, Question, Topic, UrgentMatter

LAW, WORDS = law_book(), catalogue("en")
TODAY = dt.date(2026, 11, 22)
# What to do: the line begins with it, so that nothing is read before.
INSTRUCTION = re.compile(r"(Speak to|Call|Contact|See|Get) \b")
SECTION_91 = ("lawyer", "notar", "paralegal", "consultant")
REGISTERS = ("law society", "Chambre des notaires", "college-ic.ca")
PROMISES = re.compile(
    r"\b(guarantee|guaranteed|certainly|definitely|surely|for sure|no doubt|don't worry|"
    r"will (?:be )?(?:approve|approved|grant|granted|accept|accepted|let|allowed|succeed))\b",
    re.I,
)


def said(answer: Answer, facts: Facts | None = None) -> Message:
    return answer_message(answer, facts or Facts(), WORDS)


def of_emergency(matter: UrgentMatter | None) -> str:
    facts = Facts(urgent_matter=matter)
    verdict = decide(Question(Topic.EMERGENCY, facts), LAW, TODAY)
    assert isinstance(verdict, Answer)
    return said(verdict, facts).text


@pytest.mark.parametrize("matter", [None, *UrgentMatter])
def test_an_emergencys_first_line_says_what_to_do_now(matter: UrgentMatter | None) -> None:
    first, second = of_emergency(matter).splitlines()[:2]
    assert INSTRUCTION.match(first)
    assert "lawyer" in first and "today" in first
    # The second says it of the matter itself, and that of a lawyer as well.
    assert "lawyer" in second


def test_a_deadline_within_days_comes_first_too() -> None:
    entered = Facts(entry_date=dt.date(2026, 5, 24))
    verdict = decide(Question(Topic.EXTENSION, entered), LAW, TODAY)
    assert isinstance(verdict, Answer) and verdict.referral is row_of(Guard.URGENCY).referral
    assert said(verdict, entered).text.startswith(WORDS.sentence("referral_urgent"))


def test_evasion_is_refused_with_lawful_routes_and_the_law() -> None:
    answer = rule(Topic.EVASION, LAW, TODAY)
    text = said(answer).text
    assert text.startswith("I can't help")
    for route in ("apply to extend", "restore status", "permit before you work", "leave"):
        assert route in text.split("Lawful routes: ")[1]
    cited = {f"{c.instrument} {c.pinpoint}" for c in answer.citations}
    assert "IRPA 40(2)(a)" in cited
    assert "IRPA s. 40(2)(a)" in text
    assert answer.referral is Referral.SUGGESTED


def test_a_plea_for_a_guarantee_gets_none() -> None:
    answer = rule(Topic.WANTS_GUARANTEE, LAW, TODAY)
    text = said(answer).text
    assert text.startswith("Nobody can promise")
    assert not PROMISES.search(text)
    assert answer.citations


@pytest.mark.parametrize("promise", ["You will be approved.", "It is guaranteed.", "Don't worry."])
def test_a_promise_would_be_found(promise: str) -> None:
    assert PROMISES.search(promise)


def test_a_referral_names_the_four_groups_and_where_to_check_them() -> None:
    text = said(rule(Topic.REFERRAL, LAW, TODAY)).text
    for named in (*SECTION_91, *REGISTERS, "Barreau du Québec", '"Active"', "legal aid"):
        assert named in text
    assert "represent nobody" in text


@pytest.mark.parametrize("sentence", ["fallback_again", "fallback_unsure"])
def test_unsure_again_the_person_is_sent_to_the_same_four(sentence: str) -> None:
    for named in (*SECTION_91, *REGISTERS):
        assert named in WORDS.sentence(sentence)


def test_the_weights_of_sources_are_told_apart() -> None:
    told = [WORDS.text("authorities", authority.value) for authority in Authority]
    assert len(set(told)) == len(Authority)
