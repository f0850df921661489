"""What one more fact does: it removes no limit, and moves the day only where that was said."""

from __future__ import annotations

import dataclasses
import datetime as dt

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from rules_core.answers import Answer, Verdict
from rules_core.decide import decide
from rules_core.law.book import law_book
from rules_core.questions import (
    DATE_NAMES,
    FACT_NAMES,
    AppliedFor,
    Decision,
    Facts,
    Question,
    Topic,
)

DAY = dt.timedelta(days=1)


def times(factor: int) -> settings:
    """So many times the examples of the profile: a hundred, but for `make mutation`."""
    return settings(deadline=None, max_examples=factor * settings().max_examples)


days = st.dates(dt.date(2023, 1, 1), dt.date(2028, 12, 31))
NEVER_ASKED = ("nationality", "current_status", "officer_wrote_date", "timezone")
"""Facts with values that change the kind of answer; their own tests say how."""
VALUES: dict[str, st.SearchStrategy[object]] = {
    **dict.fromkeys(DATE_NAMES, days),
    "super_visa": st.booleans(),
    "us_permanent_resident": st.booleans(),
    "visa_exempt": st.booleans(),
    "cbsa_appointment": st.booleans(),
    "applied_for": st.sampled_from(AppliedFor),
    "extension_decision": st.sampled_from(Decision),
    "restoration_decision": st.sampled_from(Decision),
    "duration": st.just("P2W"),
    "nationality": st.sampled_from(["US", "IN"]),
    "current_status": st.sampled_from(["visitor", "worker"]),
}


@st.composite
def given_facts(draw: st.DrawFn) -> Facts:
    """A handful of facts, as people give them."""
    names = draw(st.lists(st.sampled_from(sorted(VALUES)), max_size=5, unique=True))
    return Facts(entry_date=draw(days), **{n: draw(VALUES[n]) for n in names if n != "entry_date"})  # type: ignore[arg-type]


@st.composite
def one_more(draw: st.DrawFn) -> tuple[Facts, str, object]:
    """Facts, and another that is not among them."""
    facts = draw(given_facts())
    absent = [name for name in sorted(VALUES) if getattr(facts, name) is None]
    name = draw(st.sampled_from(absent))
    return facts, name, draw(VALUES[name])


def stay(facts: Facts, today: dt.date) -> Verdict:
    return decide(Question(Topic.AUTHORIZED_STAY, facts), law_book(), today)


@times(3)
@given(one_more(), days)
def test_adding_a_fact_never_silently_removes_a_limit(
    more: tuple[Facts, str, object], today: dt.date
) -> None:
    facts, name, value = more
    before, after = stay(facts, today), stay(dataclasses.replace(facts, **{name: value}), today)
    assume(isinstance(before, Answer) and isinstance(after, Answer))
    assert isinstance(before, Answer) and isinstance(after, Answer)
    limits = {limit.fact: limit.date for limit in after.values.limits}
    for limit in before.values.limits:
        assert limits[limit.fact] == limit.date
    if name in DATE_NAMES:
        assert limits[name] == value


@times(1)
@given(given_facts(), days)
def test_every_date_given_comes_back_once(facts: Facts, today: dt.date) -> None:
    answer = stay(facts, today)
    assume(isinstance(answer, Answer))
    assert isinstance(answer, Answer)
    said = sorted(name for name in DATE_NAMES if getattr(facts, name) is not None)
    assert sorted(limit.fact for limit in answer.values.limits) == said


@times(4)
@given(one_more(), days)
@example(
    (Facts(entry_date=dt.date(2026, 2, 10)), "left_canada_on", dt.date(2026, 3, 1)),
    dt.date(2026, 11, 22),
)
def test_only_a_fact_that_was_named_moves_the_last_day(
    more: tuple[Facts, str, object], today: dt.date
) -> None:
    facts, name, value = more
    before, after = stay(facts, today), stay(dataclasses.replace(facts, **{name: value}), today)
    assume(isinstance(before, Answer) and isinstance(after, Answer))
    assert isinstance(before, Answer) and isinstance(after, Answer)
    if after.values.until != before.values.until:
        # An unnamed application is taken for one to extend.
        named = "extension_applied_on" if name == "application_date" else name
        assert named in before.could_change


@times(1)
@given(given_facts(), days)
def test_what_could_change_an_answer_was_not_given(facts: Facts, today: dt.date) -> None:
    answer = stay(facts, today)
    assume(isinstance(answer, Answer))
    assert isinstance(answer, Answer)
    assert len(set(answer.could_change)) == len(answer.could_change)
    for name in answer.could_change:
        assert name in FACT_NAMES
        assert getattr(facts, name) is None
