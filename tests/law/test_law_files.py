"""The law files themselves: complete, cited, dated, and with the right figures."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules_core.law.book import LawNotOnFile, Provision, StartBasis, law_book, load

ROOT = Path(__file__).parents[2]
TODAY = dt.date(2026, 11, 22)
REGULATIONS_BEGAN = dt.date(2002, 6, 28)

FACTS = {
    "authorized stay": """
        stay_is_officer_period_or_six_months
        officer_date_shorter_or_longer
        plain_stamp_is_not_a_date
        period_begins
        passport_cap_is_guidance_not_183_2_c
        passport_cap_exempt_persons
        biometrics_cap_is_real_law
        visa_or_eta_expiry_never_caps_stay
        visitor_record_replaces_period
        what_ends_stay_early
        leaving_and_visitor_record_uncertain
        reentry_from_us_or_spm_within_period
        reentry_is_a_new_examination
        super_visa_five_years
        us_citizens
        us_green_card_holders
        visa_exempt_vs_visa_required
        permanent_residents_citizens_outside_scope
        crew_72_hours
        no_appeal_but_judicial_review
    """,
    "counting": """
        six_months_method
        off_by_one_caveat
        last_day_is_in_status
        restoration_day_90
        holidays_do_not_extend_status
        utc_cutoff
        decision_date_electronic
        quebec_notes
    """,
    "extension": """
        extension_right_to_apply
        extension_fee_100
        biometrics_fee_and_need
        thirty_day_recommendation
        online_mandatory
        incomplete_application_returned
        extension_evidence
        extension_not_beyond_passport
        number_of_extensions
        visitor_record_not_reentry
        visitor_record_at_port_of_entry
        extension_processing_time
        after_approval_mail
    """,
    "maintained status": """
        maintained_status_rule
        maintained_status_only_in_canada
        maintained_status_no_new_rights
        leaving_while_pending
        second_application_2025_instruction
        refused_when_does_status_end
        withdrawn_application
        trp_no_maintained_status
    """,
    "loss of status, restoration, removal": """
        duty_to_leave
        restoration_test
        restoration_no_discretion_after_90
        restoration_pending_effects
        restoration_only_inside_canada
        restoration_fee
        removal_orders
        overstay_order_is_exclusion
        exclusion_on_border_intent
        withdrawal_of_application
        removal_side_effects
        misrepresentation_five_years
        leaving_voluntarily
        trp_last_resort
        offence_exposure
    """,
    "flagpoling": """
        flagpoling_definition_official
        flagpoling_as_it_was
        flagpoling_chronology
        flagpoling_legal_basis
        flagpoling_exemptions
        who_may_still_apply_at_a_port
        iec_activation_now
        pr_landing_at_border
        visitor_and_flagpoling
        us_side_of_flagpole
    """,
    "working, studying, funds, discretion, records": """
        visitor_no_work
        business_visitor
        remote_work_foreign_employer
        short_study
        visitor_to_student_inside
        proof_of_funds_no_amount
        officer_discretion_sections
        frequent_visits_no_set_gap
        document_cancellation_powers
        finding_entry_date
    """,
    "who may advise for a fee; urgent cases": """
        section_91_who
        where_to_check_licence
        legal_aid
        urgent_triggers
    """,
}
IDS = [fact for group in FACTS.values() for fact in group.split()]

# The points nobody could settle; each of them says in its note what is open.
UNSETTLED = {
    "passport_cap_is_guidance_not_183_2_c",
    "leaving_and_visitor_record_uncertain",
    "off_by_one_caveat",
    "biometrics_fee_and_need",
    "extension_processing_time",
    "leaving_while_pending",
    "withdrawn_application",
    "restoration_pending_effects",
    "flagpoling_chronology",
    "who_may_still_apply_at_a_port",
    "pr_landing_at_border",
    "us_side_of_flagpole",
    "where_to_check_licence",
    "legal_aid",
}

# Figures still in force: the first day on file and the value since then.
FIGURES: list[tuple[str, str, dict[str, Any]]] = [
    ("stay_is_officer_period_or_six_months", "2002-06-28", {"months": 6}),
    ("biometrics_cap_is_real_law", "2018-07-31", {"years": 10}),
    ("super_visa_five_years", "2022-07-04", {"years": 5}),
    ("restoration_day_90", "2002-06-28", {"days": 90}),
    ("thirty_day_recommendation", "2026-01-01", {"days": 30}),
    ("utc_cutoff", "2019-06-03", {"timezone": "UTC"}),
    ("extension_fee_100", "2014-02-06", {"cad": Decimal(100)}),
    (
        "biometrics_fee_and_need",
        "2026-01-01",
        {"cad": Decimal(85), "family_cad": Decimal(170)},
    ),
    ("no_appeal_but_judicial_review", "2002-06-28", {"days": 15}),
    ("overstay_order_is_exclusion", "2002-06-28", {"exclusion_years": 1}),
    ("misrepresentation_five_years", "2026-01-01", {"years": 5}),
    ("short_study", "2002-06-28", {"months": 6}),
]


def on(key: str, day: str) -> Provision | LawNotOnFile:
    return law_book().provision(key, dt.date.fromisoformat(day))


def test_the_law_on_file_loads_and_nothing_was_checked_in_the_future() -> None:
    assert load(today=TODAY).keys() == law_book().keys()


def test_the_book_is_read_once() -> None:
    assert law_book() is law_book()


def test_every_fact_is_on_file_and_no_other() -> None:
    assert sorted(law_book().keys()) == sorted(IDS)


@pytest.mark.parametrize("key", IDS)
def test_every_version_is_stated_and_cited(key: str) -> None:
    for version in law_book().versions(key):
        assert version.statement.endswith(".")
        assert "TODO" not in version.statement + version.note
        assert version.citations
        for citation in version.citations:
            assert citation.url.startswith("https://")
            assert citation.pinpoint
            assert citation.checked_on <= TODAY
            assert citation.authority is law_book().instrument(citation.instrument).authority


def test_every_pinpoint_cited_is_on_its_instruments_list() -> None:
    unlisted = [
        (key, citation.instrument, citation.pinpoint)
        for key in IDS
        for version in law_book().versions(key)
        for citation in version.citations
        if citation.pinpoint not in law_book().instrument(citation.instrument).pinpoints
    ]
    assert unlisted == []


def test_a_place_of_a_page_is_listed_only_while_it_is_cited() -> None:
    # The lists of the Acts and Regulations are of what was read in them, cited or not.
    cited = {
        (citation.instrument, citation.pinpoint)
        for key in IDS
        for version in law_book().versions(key)
        for citation in version.citations
    }
    listed = {
        (instrument.code, pinpoint)
        for instrument in law_book().instruments()
        if not instrument.by_section
        for pinpoint in instrument.pinpoints
    }
    assert listed - cited == set()


@pytest.mark.parametrize("key", IDS)
def test_a_start_that_is_not_the_provisions_own_is_one_of_two_days(key: str) -> None:
    for version in law_book().versions(key):
        if version.start_basis is StartBasis.INSTRUMENT:
            assert version.in_force_from == REGULATIONS_BEGAN
        elif version.start_basis is StartBasis.CHECKED:
            assert version.in_force_from == dt.date(version.citations[0].checked_on.year, 1, 1)


def test_the_open_points_and_only_they_are_marked_unsettled() -> None:
    assert {key for key in IDS if not law_book().latest(key).settled} == UNSETTLED


@pytest.mark.parametrize("key", sorted(UNSETTLED))
def test_an_unsettled_fact_says_what_is_open(key: str) -> None:
    assert law_book().latest(key).note.startswith("Open: ")


@pytest.mark.parametrize("key", IDS)
def test_all_versions_of_a_fact_carry_the_same_figures_by_name(key: str) -> None:
    assert len({tuple(sorted(version.value)) for version in law_book().versions(key)}) == 1


@pytest.mark.parametrize(("key", "first", "value"), FIGURES)
def test_a_figure_is_on_file_from_its_first_day_and_not_before(
    key: str, first: str, value: dict[str, Any]
) -> None:
    day = dt.date.fromisoformat(first)
    before = law_book().provision(key, day - dt.timedelta(days=1))
    assert before == LawNotOnFile(key, day - dt.timedelta(days=1), day, None)
    for known in (day, TODAY):
        found = law_book().provision(key, known)
        assert isinstance(found, Provision)
        assert found.value == value


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        pytest.param("2024-11-30", None, id="an amount whose start is unknown is not on file"),
        pytest.param("2024-12-01", "239.75", id="raised on 1 December 2024"),
        pytest.param("2025-11-30", "239.75", id="unchanged to 30 November 2025"),
        pytest.param("2025-12-01", "246.25", id="raised on 1 December 2025"),
        pytest.param("2026-11-30", "246.25", id="unchanged to 30 November 2026"),
        pytest.param("2026-12-01", None, id="the amount from 1 December 2026 is not on file"),
    ],
)
def test_the_restoration_fee_is_the_one_of_its_day(day: str, amount: str | None) -> None:
    found = on("restoration_fee", day)
    if amount is None:
        assert isinstance(found, LawNotOnFile)
    else:
        assert isinstance(found, Provision)
        assert found.value["cad"] == Decimal(amount)


def test_the_super_visa_rests_on_instructions_before_the_statute() -> None:
    before, after = (
        on("super_visa_five_years", "2023-06-21"),
        on("super_visa_five_years", "2023-06-22"),
    )
    assert isinstance(before, Provision)
    assert isinstance(after, Provision)
    assert before.citations[0].instrument == "IRCC-2022-SV"
    assert (after.citations[0].instrument, after.citations[0].pinpoint) == ("IRPA", "29(3)")


def test_the_end_of_flagpoling_and_its_exemptions() -> None:
    basis, exempt = (
        law_book().latest("flagpoling_legal_basis"),
        on("flagpoling_exemptions", "2024-12-23"),
    )
    assert basis.value["ended_on"] == dt.date(2024, 12, 23)
    assert isinstance(exempt, Provision)
    assert exempt.value["agreements_professionals"] == ("US", "MX", "CL", "PA", "PE", "CO", "KR")
    assert exempt.value["agreements_spouses"] == ("PA", "CO", "KR")
    assert isinstance(on("flagpoling_exemptions", "2024-12-22"), LawNotOnFile)


def test_the_worked_example_of_the_how_to_loads(tmp_path: Path) -> None:
    page = (ROOT / "docs/how-to/change-the-law.md").read_text(encoding="utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]
    file = Path("irpr/s306.yaml")
    law = ROOT / "rules_core/law"
    before = (law / file).read_text(encoding="utf-8").split("    versions:\n")[0]
    (tmp_path / "irpr").mkdir()
    registry = (law / "instruments.yaml").read_text(encoding="utf-8")
    (tmp_path / "instruments.yaml").write_text(registry, encoding="utf-8")
    changed = f"{before}    versions:\n{indent(example, '      ')}"
    (tmp_path / file).write_text(changed, encoding="utf-8")
    closed, opened = load(tmp_path).versions("restoration_fee")
    assert closed == law_book().provision("restoration_fee", closed.in_force_from)
    assert closed.in_force_to == opened.in_force_from - dt.timedelta(days=1)
    assert set(opened.value) == set(closed.value)
    assert not any(opened.value.values())  # no amount, and nobody could take it for one


def test_a_section_has_its_own_page() -> None:
    found = law_book().latest("utc_cutoff")
    assert found.citations[0].url == (
        "https://laws-lois.justice.gc.ca/eng/regulations/SOR-2002-227/section-9.3.html"
    )


@given(st.dates())
def test_on_any_day_each_fact_is_in_force_or_not_on_file(day: dt.date) -> None:
    book = law_book()
    for key in IDS:
        found = book.provision(key, day)
        if isinstance(found, LawNotOnFile):
            assert day < found.known_from or (found.known_to is not None and found.known_to < day)
        else:
            assert found.key == key
            assert found.in_force_from <= day
            assert found.in_force_to is None or day <= found.in_force_to
