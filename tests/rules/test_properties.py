"""What holds for every combination of facts, not only for the named cases."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from rules_core.answers import Answer, CannotSay, Effect, NeedFacts, Status, Values, Verdict
from rules_core.calendar import add_months, add_years
from rules_core.codec import verdict_to_json
from rules_core.decide import ABOUT_A_STAY, decide
from rules_core.law.book import law_book
from rules_core.questions import (
    AppliedFor,
    Decision,
    Facts,
    Occupation,
    Question,
    Topic,
    Trip,
    UrgentMatter,
)

DAY = dt.timedelta(days=1)
BIOMETRICS_RULE_BEGAN = dt.date(2018, 7, 31)
SUPER_VISA_BEGAN = dt.date(2022, 7, 4)


def at_most(examples: int) -> settings:
    """That many examples, or fewer where the profile has fewer."""
    return settings(deadline=None, max_examples=min(examples, settings().max_examples))


fast = at_most(50)
days = st.dates(dt.date(1990, 1, 1), dt.date(2100, 12, 31))
zones = st.sampled_from(["America/Toronto", "America/St_Johns", "Asia/Kolkata", "UTC"])
countries = st.sampled_from(["US", "IN", "FR", "MX", "CA", "CO", "ZZ"])
statuses = st.sampled_from(
    ["visitor", "student", "worker", "permanent_resident", "citizen", "crew", "none"]
)


def _anything() -> st.SearchStrategy[Facts]:
    by_type = {
        "dt.date | None": st.none() | days,
        "bool | None": st.none() | st.booleans(),
        **{
            f"{kind.__name__} | None": st.none() | st.sampled_from(kind)
            for kind in (AppliedFor, Decision, Occupation, Trip, UrgentMatter)
        },
    }
    named = {
        "nationality": st.none() | countries,
        "spouse_nationality": st.none() | countries,
        "current_status": st.none() | statuses,
        "duration": st.none() | st.sampled_from(["P2W", "P400D"]),
        "timezone": st.none() | zones,
    }
    fields = {
        field.name: named[field.name] if field.name in named else by_type[str(field.type)]
        for field in dataclasses.fields(Facts)
    }
    return st.builds(Facts, **fields)


anything = _anything()


@st.composite
def stays(draw: st.DrawFn) -> Facts:
    """Facts of one stay without applications, that agree with each other."""
    entry = draw(st.dates(BIOMETRICS_RULE_BEGAN, dt.date(2089, 12, 31)))
    later = st.none() | st.dates(entry + DAY, entry + 3000 * DAY)
    return Facts(
        entry_date=entry,
        stamp_date=draw(later),
        record_expiry=draw(later),
        passport_expiry=draw(later),
        visa_expiry=draw(later),
        biometrics_date=draw(st.none() | st.dates(entry - 3000 * DAY, entry)),
        super_visa=draw(st.none() | st.booleans()) if entry >= SUPER_VISA_BEGAN else None,
        nationality=draw(st.none() | st.sampled_from(["US", "IN", "FR"])),
    )


def verdict_on(topic: Topic, facts: Facts, today: dt.date) -> Verdict:
    return decide(Question(topic, facts), law_book(), today)


def figures(facts: Facts, today: dt.date, topic: Topic = Topic.AUTHORIZED_STAY) -> Values:
    verdict = verdict_on(topic, facts, today)
    assert isinstance(verdict, Answer)
    return verdict.values


def last_day(facts: Facts) -> dt.date:
    assert facts.entry_date is not None
    until = figures(facts, facts.entry_date).until
    assert until is not None
    return until


@fast
@given(st.sampled_from(Topic), anything, days)
@example(Topic.AUTHORIZED_STAY, Facts(stamp_date=dt.date.min), dt.date(2026, 11, 22))
@example(Topic.AUTHORIZED_STAY, Facts(record_expiry=dt.date.max), dt.date(2026, 11, 22))
@example(Topic.RESTORATION, Facts(entry_date=dt.date(2026, 1, 15)), dt.date.max)
@example(Topic.EXTENSION, Facts(entry_date=dt.date(2026, 1, 15)), dt.date.min)
def test_any_facts_give_a_verdict_that_can_be_written(
    topic: Topic, facts: Facts, today: dt.date
) -> None:
    verdict = verdict_on(topic, facts, today)
    assert verdict.topic is topic
    assert json.loads(json.dumps(verdict_to_json(verdict)))["kind"]
    if isinstance(verdict, NeedFacts):
        assert verdict.missing
    else:
        assert isinstance(verdict, (Answer, CannotSay))
        assert verdict.citations


@at_most(70)
@given(
    st.sampled_from(ABOUT_A_STAY),
    anything,
    days,
    st.dates(BIOMETRICS_RULE_BEGAN, dt.date(2100, 12, 31)),
)
@example(
    Topic.AUTHORIZED_STAY,
    Facts(
        entry_date=dt.date(2026, 2, 10),
        extension_applied_on=dt.date(2026, 8, 1),
        extension_decision=Decision.REFUSED,
        extension_decided_on=dt.date(2026, 11, 3),
    ),
    dt.date(2016, 9, 1),
    dt.date(2026, 11, 22),
)
def test_no_stay_outlasts_ten_years_from_biometrics(
    topic: Topic, facts: Facts, given_on: dt.date, today: dt.date
) -> None:
    assume(facts.nationality not in ("US", "CA"))
    assume(add_years(given_on, 10) >= BIOMETRICS_RULE_BEGAN)
    verdict = verdict_on(topic, dataclasses.replace(facts, biometrics_date=given_on), today)
    if isinstance(verdict, Answer) and verdict.values.until is not None:
        assert verdict.values.until <= add_years(given_on, 10)


@fast
@given(anything, days)
def test_the_safe_date_is_the_day_before_the_last(facts: Facts, today: dt.date) -> None:
    verdict = verdict_on(Topic.AUTHORIZED_STAY, facts, today)
    if isinstance(verdict, Answer):
        assert verdict.values.until is not None and verdict.values.safe_date is not None
        assert verdict.values.safe_date < verdict.values.until
        assert verdict.values.until - verdict.values.safe_date == DAY


@fast
@given(stays())
def test_overstay_begins_the_day_after_the_last_and_lasts_ninety_days_open(facts: Facts) -> None:
    until = last_day(facts)
    last = figures(facts, until)
    assert (last.until, last.status_today, last.overstay_days) == (until, Status.LAST_DAY, None)
    first = figures(facts, until + DAY)
    assert (first.status_today, first.overstay_days) == (Status.RESTORATION_OPEN, 1)
    ninetieth = figures(facts, until + 90 * DAY, Topic.RESTORATION)
    assert (ninetieth.status_today, ninetieth.overstay_days) == (Status.RESTORATION_OPEN, 90)
    assert ninetieth.restoration_last_day == until + 90 * DAY
    after = figures(facts, until + 91 * DAY, Topic.RESTORATION)
    assert (after.status_today, after.overstay_days) == (Status.RESTORATION_CLOSED, 91)


@fast
@given(stays())
@example(
    Facts(
        entry_date=dt.date(2023, 1, 1),
        biometrics_date=dt.date(2014, 10, 15),
        super_visa=True,
    )
)
def test_the_fact_that_governs_is_among_the_limits(facts: Facts) -> None:
    assert facts.entry_date is not None
    values = figures(facts, facts.entry_date)
    effects = {limit.fact: limit.effect for limit in values.limits}
    # A super visa is no date: its five years run from the entry.
    fact = "entry_date" if values.governing == "super_visa" else values.governing
    assert fact is not None
    assert effects[fact] in (Effect.GOVERNS, Effect.CAPS)
    capped = fact in ("passport_expiry", "biometrics_date")
    assert list(effects.values()).count(Effect.GOVERNS) == (0 if capped else 1)


@fast
@given(stays())
def test_a_document_only_ever_shortens_a_stay(facts: Facts) -> None:
    bare = dataclasses.replace(facts, passport_expiry=None, biometrics_date=None)
    assert last_day(facts) <= last_day(bare)
    if facts.nationality == "US":
        assert last_day(facts) == last_day(bare)


@fast
@given(st.sampled_from(ABOUT_A_STAY), anything, days, days)
def test_a_visa_never_changes_the_last_day(
    topic: Topic, facts: Facts, visa_expiry: dt.date, today: dt.date
) -> None:
    plain = dataclasses.replace(facts, visa_expiry=None)
    without = verdict_on(topic, plain, today)
    having = verdict_on(topic, dataclasses.replace(facts, visa_expiry=visa_expiry), today)
    assert type(having) is type(without)
    if isinstance(having, Answer) and isinstance(without, Answer):
        assert having.outcome is without.outcome
        same = ("until", "governing", "status_today", "overstay_days", "restoration_last_day")
        for name in same:
            assert getattr(having.values, name) == getattr(without.values, name)


@fast
@given(stays())
def test_saying_there_is_no_written_date_does_not_move_the_last_day(facts: Facts) -> None:
    facts = dataclasses.replace(facts, stamp_date=None)
    assert last_day(dataclasses.replace(facts, officer_wrote_date=False)) == last_day(facts)


def by_the_interpretation_act(day: dt.date, months: int) -> dt.date:
    """Section 28 spelled out: the same day number, or the month's last day if there is none."""
    year, month = divmod(day.year * 12 + (day.month - 1) + months, 12)
    for number in range(day.day, 27, -1):
        try:
            return dt.date(year, month + 1, number)
        except ValueError:
            continue
    return dt.date(year, month + 1, day.day)


def test_months_are_counted_by_the_interpretation_act_on_every_day() -> None:
    day, end = dt.date(1970, 1, 1), dt.date(2100, 12, 31)
    while day <= end:
        assert add_months(day, 6) == by_the_interpretation_act(day, 6), day
        if day.month == 2:  # the one month whose length differs between years
            assert add_years(day, 5) == by_the_interpretation_act(day, 60), day
            assert add_years(day, 10) == by_the_interpretation_act(day, 120), day
        day += DAY
