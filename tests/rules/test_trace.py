"""Each answer's trace is true of the facts it was made from, step by step and date by date."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterator

from rules_core.answers import Answer, Effect, Reason, Referral, Remark
from rules_core.calendar import add_days, add_months, add_years
from rules_core.codec import question_from_json
from rules_core.decide import decide
from rules_core.law.book import law_book
from rules_core.questions import FACT_NAMES, Facts
from tests.rules.case_files import CASES


def answers() -> Iterator[tuple[str, Facts, Answer]]:
    """The name, the facts and the answer of every case that has one."""
    for case in CASES:
        question, today = question_from_json(case.line())
        verdict = decide(question, law_book(), today)
        if isinstance(verdict, Answer):
            yield f"{case.file}: {case.name}", question.facts, verdict


Dates = tuple[dt.date | None, dt.date | None]


def after_entry(facts: Facts, *, months: int = 0, years: int = 0) -> Dates:
    assert facts.entry_date is not None
    return facts.entry_date, add_years(add_months(facts.entry_date, months), years)


def ten_years(facts: Facts) -> Dates:
    assert facts.biometrics_date is not None
    return facts.biometrics_date, add_years(facts.biometrics_date, 10)


def ninety_days(answer: Answer) -> Dates:
    assert answer.values.until is not None
    return answer.values.until, add_days(answer.values.until, 90)


def given(answer: Answer) -> dt.date | None:
    """The last day of the period as it was given, before anything was done about it."""
    (end,) = [step.end for step in answer.because if step.reason is Reason.LAST_DAY_INCLUDED]
    return end


# From where to where each step leads; a date that a step does not have is None.
LEADS: dict[Reason, Callable[[Facts, Answer], Dates]] = {
    Reason.SIX_MONTHS_FROM_ENTRY: lambda facts, _: after_entry(facts, months=6),
    Reason.MONTH_END_CLAMP: lambda facts, _: after_entry(facts, months=6),
    Reason.SUPER_VISA_FIVE_YEARS: lambda facts, _: after_entry(facts, years=5),
    Reason.OFFICER_WROTE_DATE: lambda facts, _: (facts.entry_date, facts.stamp_date),
    Reason.VISITOR_RECORD_REPLACES: lambda facts, _: (None, facts.record_expiry),
    Reason.RECORD_SURVIVES_TRIP_UNSETTLED: lambda facts, _: (None, facts.record_expiry),
    Reason.BIOMETRICS_TEN_YEARS: lambda facts, _: ten_years(facts),
    Reason.PASSPORT_US_CITIZEN_EXEMPT: lambda facts, _: (facts.passport_expiry, None),
    Reason.VISA_EXPIRY_IRRELEVANT: lambda facts, _: (facts.visa_expiry, None),
    Reason.MAINTAINED_UNTIL_DECISION: lambda _, answer: (given(answer), None),
    Reason.REFUSAL_ENDS_MAINTAINED: lambda facts, answer: (
        given(answer),
        facts.extension_decided_on,
    ),
    Reason.REFUSED_BEFORE_END: lambda facts, answer: (facts.extension_decided_on, given(answer)),
    Reason.RETURNED_INCOMPLETE: lambda facts, answer: (facts.extension_decided_on, given(answer)),
    Reason.FILED_LATE: lambda facts, answer: (facts.filed_on, given(answer)),
    Reason.WITHDRAWN_UNSETTLED: lambda facts, answer: (facts.extension_decided_on, given(answer)),
    Reason.PERMIT_APPLICATION_CARRIES_NOTHING: lambda facts, answer: (
        facts.filed_on,
        given(answer),
    ),
    Reason.SECOND_FILED_IN_TIME: lambda facts, answer: (
        facts.second_application_on,
        given(answer),
    ),
    Reason.SECOND_FALLS_WITH_FIRST: lambda facts, _: (
        facts.second_application_on,
        facts.extension_decided_on,
    ),
    Reason.PERMIT_ENDS_STAY: lambda facts, _: (None, facts.permit_expiry),
    Reason.LEFT_CANADA_ENDS_STAY: lambda facts, _: (None, facts.left_canada_on),
    Reason.RESTORATION_NINETY_DAYS: lambda _, answer: ninety_days(answer),
    Reason.RESTORATION_REFUSAL_NO_NEW_WINDOW: lambda facts, answer: (
        facts.restoration_decided_on,
        ninety_days(answer)[1],
    ),
    Reason.ENTRY_DOCUMENT: lambda _facts, _: (None, None),
    Reason.RETURN_WITHIN_PERIOD: lambda _, answer: (None, answer.values.return_by),
    Reason.BORDER_SERVICE_ENDED: lambda _, answer: (None, answer.values.flagpole_ended_on),
    Reason.BORDER_EXEMPTION: lambda _facts, _: (None, None),
}
PASSPORT = (Reason.PASSPORT_CAP_PUBLISHED, Reason.PASSPORT_BEFORE_OFFICER_DATE)


def test_every_step_leads_from_the_date_and_to_the_date_it_says() -> None:
    for name, facts, answer in answers():
        for step in answer.because:
            assert isinstance(step.reason, Reason), name
            if step.reason in LEADS:
                assert (step.start, step.end) == LEADS[step.reason](facts, answer), name


def test_a_passport_brings_forward_the_day_the_steps_before_it_lead_to() -> None:
    for name, facts, answer in answers():
        for before, step in itertools.pairwise(answer.because):
            if step.reason in PASSPORT:
                assert (step.start, step.end) == (before.end, facts.passport_expiry), name
                assert step.start is not None and step.end is not None
                assert step.end < step.start, name


def test_every_kind_of_step_occurs_in_the_cases() -> None:
    occurring = {step.reason for _, _, answer in answers() for step in answer.because}
    assert occurring == {*LEADS, *PASSPORT, Reason.LAST_DAY_INCLUDED}


def test_every_date_given_is_among_the_limits_as_it_was_given() -> None:
    for name, facts, answer in answers():
        if answer.values.until is None:
            continue
        dates = {name: value for name, value in vars(facts).items() if isinstance(value, dt.date)}
        limits = answer.values.limits
        assert {limit.fact: limit.date for limit in limits} == dates, name
        assert len(limits) == len(dates), name
        for limit in limits:
            assert isinstance(limit.effect, Effect), name
            assert isinstance(limit.reason, Reason), name


def test_what_could_change_an_answer_is_a_fact_that_was_not_given() -> None:
    for name, facts, answer in answers():
        for fact in answer.could_change:
            assert fact in FACT_NAMES, name
            assert getattr(facts, fact) is None, name


def test_a_remark_is_made_once_and_is_one_that_has_words() -> None:
    for name, _, answer in answers():
        assert len(set(answer.remarks)) == len(answer.remarks), name
        assert all(isinstance(remark, Remark) for remark in answer.remarks), name


def test_an_answer_cites_who_may_advise_where_it_refers_and_only_there() -> None:
    (who, *_) = law_book().latest("section_91_who").citations
    for name, _, answer in answers():
        if answer.values.until is not None:
            assert (who in answer.citations) == (answer.referral is not Referral.NONE), name


def test_the_law_a_step_rests_on_is_cited_once() -> None:
    for name, _, answer in answers():
        places = [(cited.instrument, cited.pinpoint) for cited in answer.citations]
        assert len(set(places)) == len(places), name
        for step in answer.because:
            assert step.citations, name
            assert {(cited.instrument, cited.pinpoint) for cited in step.citations} <= {*places}


def test_the_end_of_a_month_is_named_exactly_where_it_cut_six_months_short() -> None:
    for name, _, answer in answers():
        reasons = [step.reason for step in answer.because]
        for step in answer.because:
            if step.reason is Reason.SIX_MONTHS_FROM_ENTRY:
                assert step.start is not None and step.end is not None
                shorter = step.start.day != step.end.day
                assert (Reason.MONTH_END_CLAMP in reasons) == shorter, name


def test_whatever_period_a_stay_counted_from_entry_was_not_told_of_could_change_it() -> None:
    counted = {Reason.SIX_MONTHS_FROM_ENTRY, Reason.SUPER_VISA_FIVE_YEARS}
    for name, facts, answer in answers():
        if counted.isdisjoint(step.reason for step in answer.because):
            continue
        american = facts.nationality == "US"
        unknown = {
            "stamp_date": facts.officer_wrote_date is None,
            "record_expiry": facts.record_expiry is None,
            "passport_expiry": facts.passport_expiry is None and not american,
            "biometrics_date": facts.biometrics_date is None and not american,
            "super_visa": facts.super_visa is None,
            "permit_expiry": facts.permit_expiry is None and facts.current_status != "visitor",
            "current_status": facts.current_status is None,
        }
        could_change = unknown.keys() & {*answer.could_change}
        assert could_change == {fact for fact, open_ in unknown.items() if open_}, name
