"""Every outcome has its words, in every language, and every verdict can be said."""

from __future__ import annotations

import datetime as dt
import re
from string import Formatter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from language.catalogue import Catalogue, catalogue, languages
from language.message import answer_message, question_message, refusal_message, step_in_words
from rules_core.answers import (
    Answer,
    FeeKind,
    NeedFacts,
    Outcome,
    Problem,
    Reason,
    Refusal,
    Remark,
    Step,
    Values,
)
from rules_core.citation import Authority
from rules_core.decide import decide, rule
from rules_core.law.book import law_book
from rules_core.questions import Decision, Facts, Question, Topic
from rules_core.timeline import MilestoneKind

LAW = law_book()
TODAY = dt.date(2026, 11, 22)
MOST_WORDS = 110
DAYS_TO_ACT = tuple(kind for kind in MilestoneKind if kind is not MilestoneKind.FIRST_DAY_OVER)
every_language = pytest.mark.parametrize("language", languages())


def problems_of(text: str) -> list[str]:
    found = []
    if re.search(r"[{}]", text):
        found.append("a placeholder is left")
    if "\n\n" in text or not text.strip():
        found.append("a blank line, or nothing at all")
    if len(text.split()) > MOST_WORDS:
        found.append(f"{len(text.split())} words")
    return found


@every_language
@pytest.mark.parametrize(
    ("section", "keys"),
    [
        ("outcomes", {outcome.value for outcome in Outcome} - {Outcome.STATED.value}),
        ("remarks", {remark.value for remark in Remark}),
        ("reasons", {reason.value for reason in Reason}),
        ("problems", {problem.value for problem in Problem}),
        ("refusals", {refusal.value for refusal in Refusal}),
        ("authorities", {authority.value for authority in Authority}),
        ("milestones", {kind.value for kind in MilestoneKind}),
        ("calendar", {kind.value for kind in DAYS_TO_ACT}),
    ],
)
def test_every_key_of_the_rules_has_its_words(language: str, section: str, keys: set[str]) -> None:
    words = catalogue(language).keys(section)
    assert keys - words == set()
    if section != "outcomes":
        assert words - keys == set(), "words that nothing says"


def test_a_regional_or_unknown_language_finds_its_words() -> None:
    assert catalogue("EN-gb") is catalogue("en")
    assert catalogue("xx") is catalogue(None) is catalogue("en")


@every_language
def test_every_source_has_a_name(language: str) -> None:
    cited = {
        c.instrument for key in sorted(LAW.keys()) for v in LAW.versions(key) for c in v.citations
    }
    assert cited - catalogue(language).keys("instruments") == set()


@every_language
def test_every_language_says_the_same_things(language: str) -> None:
    words, english = catalogue(language), catalogue("en")
    for section in (
        "outcomes",
        "sentences",
        "chat",
        "buttons",
        "questions",
        "why_asked",
        "basis",
        "calendar",
    ):
        assert words.keys(section) == english.keys(section)


@every_language
@pytest.mark.parametrize("kind", DAYS_TO_ACT)
def test_a_day_of_the_calendar_rests_on_law_that_is_on_file(
    language: str, kind: MilestoneKind
) -> None:
    words = catalogue(language).calendar(kind.value)
    on_file = {
        c.pinpoint
        for key in sorted(LAW.keys())
        for v in LAW.versions(key)
        for c in v.citations
        if c.instrument == "IRPR"
    }
    for said in (words.title, words.text, words.filing.format(cutoff="CUTOFF")):
        assert said == "" or problems_of(said) == []
        assert set(re.findall(r"\d[\d.]*(?:\(\w+\))+", said)) <= on_file
    assert ("CUTOFF" in words.filing.format(cutoff="CUTOFF")) == bool(words.filing)


@every_language
def test_every_button_named_exists(language: str) -> None:
    words = catalogue(language)
    named = {b for key in words.keys("outcomes") for b in words.outcome(key).buttons}
    named |= {b for key in words.keys("chat") for b in words.chat(key).buttons}
    assert named - words.keys("buttons") == set()


@every_language
@pytest.mark.parametrize("topic", Topic)
def test_every_rule_can_be_stated(language: str, topic: Topic) -> None:
    words = catalogue(language)
    for today in (TODAY, dt.date(2026, 12, 5), dt.date(2023, 5, 1)):
        if topic not in (Topic.FLAGPOLE_RESET, Topic.FLAGPOLE_PERMIT):  # worded by outcome
            answer = rule(topic, LAW, today)
            assert answer.citations
            assert problems_of(answer_message(answer, Facts(), words).text) == []
        assert problems_of(said(Facts(), topic, today, words)) == []


@every_language
@pytest.mark.parametrize("reason", Reason)
def test_every_step_can_be_said(language: str, reason: Reason) -> None:
    said = step_in_words(Step(reason, (), TODAY, TODAY), catalogue(language))
    assert problems_of(said) == []


DAYS = st.dates(dt.date(2025, 6, 1), dt.date(2028, 3, 1)) | st.none()
DECISIONS = st.sampled_from(Decision) | st.none()
FACTS = st.builds(
    Facts,
    entry_date=DAYS,
    stamp_date=DAYS,
    officer_wrote_date=st.sampled_from([None, True, False]),
    passport_expiry=DAYS,
    record_expiry=DAYS,
    visitor_record_issued=DAYS,
    visa_expiry=DAYS,
    biometrics_date=st.dates(dt.date(2016, 1, 1), dt.date(2026, 1, 1)) | st.none(),
    super_visa=st.sampled_from([None, True, False]),
    nationality=st.sampled_from([None, "US", "MX", "CA"]),
    current_status=st.sampled_from([None, "visitor", "permanent_resident"]),
    left_canada_on=DAYS,
    extension_applied_on=DAYS,
    extension_decision=DECISIONS,
    extension_decided_on=DAYS,
    restoration_applied_on=DAYS,
    restoration_decision=DECISIONS,
    restoration_decided_on=DAYS,
    timezone=st.sampled_from([None, "America/St_Johns", "Asia/Kolkata"]),
)


def said(facts: Facts, topic: Topic, today: dt.date, words: Catalogue) -> str:
    verdict = decide(Question(topic, facts), LAW, today)
    if isinstance(verdict, Answer):
        return answer_message(verdict, facts, words).text
    if isinstance(verdict, NeedFacts):
        return question_message(verdict, facts, words).text
    return refusal_message(verdict, words).text


RETURNED_BEFORE_ENTRY = Facts(
    entry_date=dt.date(2027, 1, 1),
    stamp_date=dt.date(2027, 1, 2),
    extension_decision=Decision.RETURNED,
)


@every_language
@settings(max_examples=70, deadline=None)
@example(facts=RETURNED_BEFORE_ENTRY, topic=Topic.EXTENSION, today=TODAY)
@given(facts=FACTS, topic=st.sampled_from(Topic), today=st.dates(TODAY, dt.date(2027, 6, 1)))
def test_whatever_the_verdict_it_can_be_said(
    language: str, facts: Facts, topic: Topic, today: dt.date
) -> None:
    assert problems_of(said(facts, topic, today, catalogue(language))) == []


@every_language
def test_only_known_figures_stand_in_remarks(language: str) -> None:
    words = catalogue(language)
    names = {
        name
        for section in ("remarks", "basis")
        for key in words.keys(section)
        for _, name, _, _ in Formatter().parse(words.text(section, key))
        if name
    }
    fees = {f"fee_{kind.value}" for kind in FeeKind}
    assert names <= set(vars(Values())) | set(vars(Facts())) | fees
